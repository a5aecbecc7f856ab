import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUnlearned, type ContextParameters, trainContext } from '../../src/build/context-train.ts';
import { randomSource } from '../../src/build/random.ts';
import { pairKey } from '../../src/language/word-pairs.ts';

const WORDS = 12;
const WIDTH = 4;
const REACH = 3;
const NEAR = 6;
/** Steps of size 1 drove numbers into the hundreds once in 400 models, where neighbouring floats are 3e-5 apart. */
const RATE = 0.5;
const LEAK = 0.1;
const NEGATIVES = 10;

/** What the kernel does to one block of tokens, in doubles and plain loops, from the parameters that it starts with. */
function learnSlowly(
  model: ContextParameters,
  ids: readonly number[],
  confusables: readonly (readonly number[])[],
): ContextParameters {
  const rowsOf = (table: Float32Array): number[][] =>
    Array.from({ length: table.length / WIDTH }, (_, r) => [...table.subarray(r * WIDTH, (r + 1) * WIDTH)]);
  const input = rowsOf(model.input);
  const near = rowsOf(model.near);
  const output = rowsOf(model.output);
  const position = rowsOf(model.position);
  const pairPosition = rowsOf(model.pairPosition);
  const pairInput = rowsOf(model.pairInput);
  const pairOutput = rowsOf(model.pairOutput);
  const bias = [...model.bias];
  const random = randomSource(7919);
  const pairOf = (first: number, second: number): number => [...model.pairs].indexOf(pairKey(first, second));
  ids.forEach((word, at) => {
    const others = confusables[word];
    if (others.length === 0) return;
    random();
    const terms: { row: number[]; weight: number[] }[] = [];
    for (let p = 0; p < 2 * REACH; p++) {
      const place = p < REACH ? at - REACH + p : at - REACH + 1 + p;
      if (place < 0 || place >= ids.length) continue;
      const id = ids[place];
      const row = p === REACH - 1 && id < NEAR ? near[id] : p === REACH && id < NEAR ? near[NEAR + id] : input[id];
      terms.push({ row, weight: position[p] });
      const pair = place + 1 === at || place + 1 >= ids.length ? -1 : pairOf(id, ids[place + 1]);
      if (pair >= 0 && p < 2 * REACH - 1) terms.push({ row: pairInput[pair], weight: pairPosition[p] });
    }
    const sums = Array.from({ length: WIDTH }, (_, k) =>
      terms.reduce((sum, { row, weight }) => sum + row[k] * weight[k], 0),
    );
    const slope = sums.map((sum) => (sum > 0 ? 1 : LEAK));
    const hidden = sums.map((sum, k) => sum * slope[k]);
    const samples = Array.from({ length: NEGATIVES + 1 }, (_, n) => {
      const u = n === 0 ? 0 : random();
      return n === 0 ? word : others[Math.floor(u * u * others.length)];
    });
    const before = at > 0 ? ids[at - 1] : 0;
    const after = at + 1 < ids.length ? ids[at + 1] : 0;
    const rows = samples.map((id) => [
      output[id],
      ...[pairOf(before, id), pairOf(id, after)].filter((pair) => pair >= 0).map((pair) => pairOutput[pair]),
    ]);
    const odds = samples.map((id, n) =>
      Math.exp(bias[id] + rows[n].reduce((sum, row) => sum + row.reduce((dot, x, k) => dot + x * hidden[k], 0), 0)),
    );
    const total = odds.reduce((a, b) => a + b, 0);
    const gradient = new Array<number>(WIDTH).fill(0);
    samples.forEach((id, n) => {
      const error = ((n === 0 ? 1 : 0) - odds[n] / total) * RATE;
      bias[id] += error;
      for (const row of rows[n])
        for (let k = 0; k < WIDTH; k++) {
          gradient[k] += error * row[k];
          row[k] += error * hidden[k];
        }
    });
    for (const { row, weight } of terms)
      for (let k = 0; k < WIDTH; k++) {
        const step = gradient[k] * slope[k];
        const was = row[k];
        row[k] += step * weight[k];
        weight[k] += step * was * 0.1;
      }
  });
  const table = (rows: number[][]): Float32Array => Float32Array.from(rows.flat());
  return {
    ...model,
    input: table(input),
    near: table(near),
    output: table(output),
    position: table(position),
    pairPosition: table(pairPosition),
    pairInput: table(pairInput),
    pairOutput: table(pairOutput),
    bias: Float32Array.from(bias),
  };
}

describe('trainContext', () => {
  it('learns what plain loops learn', async () => {
    const id = fc.integer({ min: 1, max: WORDS - 1 });
    const pair = fc.tuple(id, id).map(([first, second]) => pairKey(first, second));
    await fc.assert(
      fc.asyncProperty(
        fc.array(id, { minLength: 1, maxLength: 60 }),
        fc.array(fc.uniqueArray(id, { maxLength: 8 }), { minLength: WORDS, maxLength: WORDS }),
        fc.uniqueArray(pair, { maxLength: 20 }),
        async (ids, confusables, keys) => {
          const start = Uint32Array.from({ length: WORDS + 1 }, (_, w) => confusables.slice(0, w).flat().length);
          const train = (epochs: number): Promise<ContextParameters> =>
            trainContext(
              Uint16Array.from(ids),
              WORDS,
              Uint16Array.from(confusables.flat()),
              start,
              new Uint8Array(WORDS).fill(255),
              Uint32Array.from(keys).sort(),
              { width: WIDTH, reach: REACH, nearWords: NEAR, epochs, rate: RATE, progress: () => {} },
            );
          const trained = await train(1);
          const expected = learnSlowly(await train(0), ids, confusables);
          for (const name of ['input', 'near', 'output', 'position', 'pairInput', 'pairOutput', 'bias'] as const) {
            const off = trained[name].map((x, i) => Math.abs(x - expected[name][i]));
            expect(Math.max(0, ...off), name).toBeLessThan(2e-5);
          }
        },
      ),
      // Not shrunk: each attempt compiles the kernel twice, and the timeout would hide what failed.
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('learns words with a single confusable, and takes words that it learned seldom from for as common as they are', async () => {
    const [meant, slip, rare] = [5, 6, 7];
    const ids = Uint16Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? meant : rare));
    const lists = Array.from({ length: WORDS }, (_, w) => (w === meant ? [slip] : w === slip ? [meant] : []));
    const start = Uint32Array.from({ length: WORDS + 1 }, (_, w) => lists.slice(0, w).flat().length);
    const train = (keep: number): Promise<ContextParameters> =>
      trainContext(
        ids,
        WORDS,
        Uint16Array.from(lists.flat()),
        start,
        new Uint8Array(WORDS).fill(keep),
        new Uint32Array(),
        { width: WIDTH, reach: REACH, nearWords: NEAR, epochs: 1, rate: 0.03, progress: () => {} },
      );
    const { bias } = await train(255);
    expect(bias[meant] - bias[slip]).toBeGreaterThan(1);
    const corrected = Float32Array.of(0, 0, 0);
    addUnlearned(corrected, Uint8Array.of(255, 51, 0));
    expect([...corrected]).toEqual([0, Math.fround(Math.log(5)), 0]);
  });
});
