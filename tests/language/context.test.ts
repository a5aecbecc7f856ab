import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantiseContext } from '../../src/build/context-quantise.ts';
import { randomSource } from '../../src/build/random.ts';
import { ContextModel, LEAK } from '../../src/language/context.ts';
import { pairKey } from '../../src/language/word-pairs.ts';

const WIDTH = 24;
const REACH = 3;
const WORDS = 12;
const NEAR = 7;
const PAIRS = Uint32Array.from([pairKey(1, 2), pairKey(2, 1), pairKey(3, 3), pairKey(5, 2), pairKey(11, 4)]);
/** What is stored of a number in the row of a pair. */
const cut = (x: number): number => Math.min(6, x);

/** Parameters that are whole multiples of their scale, so that storing them as integers loses nothing. */
function parameters(seed: number) {
  const random = randomSource(seed);
  const whole = (size: number): Float32Array =>
    Float32Array.from({ length: size }, (_, i) => (i % WIDTH === 0 ? 15 : Math.floor(random() * 31) - 15));
  // The largest number of a row, 10, is cut off at 0.6 of it: two steps of 3.
  const fives = (size: number): Float32Array =>
    Float32Array.from({ length: size }, (_, i) => (i % WIDTH === 0 ? 10 : 3 * Math.floor(random() * 5) - 6));
  return {
    width: WIDTH,
    reach: REACH,
    words: WORDS,
    nearWords: NEAR,
    input: whole(WORDS * WIDTH),
    output: whole(WORDS * WIDTH),
    bias: whole(WORDS),
    position: Float32Array.from({ length: 2 * REACH * WIDTH }, () => Math.floor(random() * 4) / 4),
    near: whole(2 * NEAR * WIDTH),
    pairs: PAIRS,
    pairPosition: Float32Array.from({ length: 2 * REACH * WIDTH }, () => Math.floor(random() * 4) / 4),
    pairInput: fives(PAIRS.length * WIDTH),
    pairOutput: fives(PAIRS.length * WIDTH),
  };
}

/** The model as its formula says it. */
function slowScore(p: ReturnType<typeof parameters>, ids: readonly number[], at: number, word: number): number {
  let sum = p.bias[word];
  for (let k = 0; k < WIDTH; k++) {
    let hidden = 0;
    for (let distance = -REACH; distance <= REACH; distance++) {
      const id = ids[at + distance];
      if (distance === 0 || id === undefined) continue;
      const position = distance < 0 ? REACH + distance : REACH + distance - 1;
      let value = p.input[id * WIDTH + k];
      if (distance === -1 && id < NEAR) value = p.near[id * WIDTH + k];
      if (distance === 1 && id < NEAR) value = p.near[(NEAR + id) * WIDTH + k];
      hidden += value * p.position[position * WIDTH + k];
      const pair = distance === -1 || distance === REACH ? -1 : PAIRS.indexOf(pairKey(id, ids[at + distance + 1]));
      if (pair >= 0) hidden += cut(p.pairInput[pair * WIDTH + k]) * p.pairPosition[position * WIDTH + k];
    }
    let output = p.output[word * WIDTH + k];
    for (const key of [pairKey(ids[at - 1], word), pairKey(word, ids[at + 1])]) {
      const pair = PAIRS.indexOf(key);
      if (pair >= 0) output += cut(p.pairOutput[pair * WIDTH + k]);
    }
    sum += output * (hidden > 0 ? hidden : LEAK * hidden);
  }
  return sum;
}

describe('the context model', () => {
  it('scores as its formula says, with rows of their own for frequent words next to the place and for pairs', () => {
    const ids = fc.array(fc.integer({ min: 0, max: WORDS - 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), ids, fc.nat(), fc.nat(), (seed, list, place, pick) => {
        const p = parameters(seed);
        const model = new ContextModel(quantiseContext(p, new Uint8Array(WORDS).fill(1)));
        const at = place % list.length;
        const word = pick % WORDS;
        model.look(list, list.length, at);
        const expected = slowScore(p, list, at, word);
        expect(Math.abs(model.score(word) - expected)).toBeLessThan(1e-3 * Math.max(1, Math.abs(expected)));
      }),
    );
  });
});
