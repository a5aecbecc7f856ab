import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommonWords } from '../../src/correct/common-words.ts';
import { Decoder } from '../../src/correct/decode.ts';
import { Gap } from '../../src/correct/gap.ts';
import { Gate } from '../../src/correct/gate.ts';
import { MARGIN, type Passage } from '../../src/correct/passage.ts';
import { TripleSet } from '../../src/correct/triple-set.ts';
import { wordScore } from '../../src/correct/window.ts';
import { FIRST_WORD, ID_BOUNDARY, ID_NAME, ID_UNKNOWN } from '../../src/language/ids.ts';
import {
  bigramHash,
  CONTESTED_FIRST_SHIFT,
  CONTESTED_SECOND_SHIFT,
  CONTESTED_SUM,
  type NgramModel,
  trigramHash,
} from '../../src/language/ngrams.ts';
import type { Vocabulary } from '../../src/language/vocabulary.ts';
import type { TokenBuffer } from '../../src/text/scan.ts';
import { MODEL_WORDS, randomModel, randomPassage } from './random-model.ts';

const words = (most: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.integer({ min: FIRST_WORD, max: MODEL_WORDS - 1 }), { maxLength: most });

describe('NgramModel, many at once', () => {
  it('finds what one probe after the other finds', () => {
    const triples = fc.array(fc.tuple(...Array.from({ length: 3 }, () => fc.nat(MODEL_WORDS - 1))), { maxLength: 200 });
    fc.assert(
      fc.property(randomModel, triples, (model, asked) => {
        const found = new Int32Array(asked.length);
        model.bigramSlots(
          Int32Array.from(asked, ([a, b]) => bigramHash(a, b)),
          asked.length,
          found,
        );
        expect([...found]).toEqual(asked.map(([a, b]) => model.bigramSlot(a, b)));
        model.trigramLevels(
          Int32Array.from(asked, ([a, b, c]) => trigramHash(a, b, c)),
          asked.length,
          found,
        );
        expect([...found]).toEqual(asked.map(([a, b, c]) => model.trigramLevel(a, b, c)));
      }),
    );
  });

  it('gives no n-gram more than its cap', () => {
    const id = fc.nat(MODEL_WORDS - 1);
    fc.assert(
      fc.property(randomModel, id, id, id, (model, first, second, third) => {
        expect(model.bigram(first, second)).toBeLessThanOrEqual(model.bigramCap);
        expect(model.trigram(first, second, third)).toBeLessThanOrEqual(model.trigramCap);
      }),
    );
  });
});

describe('Gap', () => {
  it('scores each word as wordScore does, to the last bit', () => {
    fc.assert(
      fc.property(randomModel, randomPassage(3), words(50), (model, ids, tried) => {
        const gap = new Gap(model);
        const scores = new Float64Array(tried.length);
        for (let at = 2; at < ids.length - 2; at++) {
          gap.open(ids, at, tried);
          expect([...gap.left.subarray(0, tried.length)]).toEqual(tried.map((word) => model.bigram(ids[at - 1], word)));
          const expected = tried.map((word) => wordScore(model, ids, at, word));
          tried.forEach((word, k) => {
            expect(gap.right(k)).toBe(model.bigram(word, ids[at + 1]));
            expect(gap.score(k)).toBe(expected[k]);
          });
          gap.open(ids, at, tried);
          gap.scores(scores);
          expect([...scores]).toEqual(expected);
        }
      }),
    );
  });
});

describe('CommonWords', () => {
  it('finds what a look at every word finds', () => {
    const id = fc.nat(MODEL_WORDS - 1);
    const kinds = fc.uint8Array({ minLength: MODEL_WORDS, maxLength: MODEL_WORDS, max: 1 });
    fc.assert(
      fc.property(randomModel, kinds, id, id, id, (model, syllable, left, right, original) => {
        const expected: number[] = [];
        let best = Number.NEGATIVE_INFINITY;
        for (let word = FIRST_WORD; word < MODEL_WORDS; word++) {
          if (syllable[word] === 0 || [left, right, original].includes(word)) continue;
          if (model.bigramSlot(left, word) < 0 || model.bigramSlot(word, right) < 0) continue;
          const sum = model.bigram(left, word) + model.bigram(word, right);
          if (sum >= best - 3) expected.push(word);
          best = Math.max(best, sum);
        }
        const common = new CommonWords(model, syllable);
        expect(common.between(left, right, original)).toEqual(expected);
        expect(common.between(left, right, original)).toEqual(expected);
      }),
    );
  });
});

describe('Gate', () => {
  /** Four pairs in five are stored, with any contested levels: a random table hits too seldom for that. */
  function storingModel(extras: readonly number[]): NgramModel {
    const slotOf = (hash: number): number => ((hash >>> 3) % 5 === 0 ? -1 : (hash >>> 5) % extras.length);
    const model = {
      bigramSlot: (first: number, second: number) => slotOf(bigramHash(first, second)),
      bigramSlots: (hashes: Int32Array, count: number, slots: Int32Array) => {
        for (let k = 0; k < count; k++) slots[k] = slotOf(hashes[k]);
      },
      bigramAt: (slot: number, first: number, second: number) => slot * 1e4 + first * 100 + second,
      bigram: (first: number, second: number) => model.bigramAt(model.bigramSlot(first, second), first, second),
      extra: (slot: number) => extras[slot],
    };
    return model as unknown as NgramModel;
  }

  /** Is the word at a place to be looked at, by a probe of its own for the pair on each side? */
  function isOdd(model: NgramModel, ids: readonly number[], at: number, afterGap: boolean): boolean {
    const id = ids[at];
    if (id < FIRST_WORD && id !== ID_UNKNOWN && id !== ID_NAME) return false;
    const extra = (first: number): number => {
      const slot = model.bigramSlot(ids[first], ids[first + 1]);
      return slot < 0 ? 0xff : model.extra(slot);
    };
    const before = afterGap ? CONTESTED_SUM : extra(at - 1) >> CONTESTED_SECOND_SHIFT;
    const contested = before + ((extra(at) >> CONTESTED_FIRST_SHIFT) & 3) >= CONTESTED_SUM;
    // Of two equal words side by side the second is the one too many.
    const twins = [-3, -2, -1, 2, 3].filter((step) => at + step > 1);
    return contested || id < FIRST_WORD || twins.some((step) => ids[at + step] === id);
  }

  it('marks what one place after the other gives, wherever it is asked to look', () => {
    const stretches = fc
      .array(fc.nat(700), { maxLength: 8 })
      .map((ends) => [...new Set(ends)].sort((a, b) => a - b))
      .map((ends) => ends.flatMap((end, k) => (k % 2 === 1 ? [[ends[k - 1], end] as const] : [])));
    const extras = fc.array(fc.nat(255), { minLength: 40, maxLength: 40 });
    // More than are looked up at a time.
    const passages = fc
      .array(fc.nat(MODEL_WORDS - 1), { minLength: 300, maxLength: 600 })
      .map((ids) => [ID_BOUNDARY, ID_BOUNDARY, ...ids, ID_BOUNDARY, ID_BOUNDARY]);
    const guarded = fc.option(fc.infiniteStream(fc.boolean()), { nil: undefined });
    fc.assert(
      fc.property(extras, passages, fc.option(stretches), guarded, (levels, ids, near, guards) => {
        const model = storingModel(levels);
        const count = ids.length;
        const token = Int32Array.from({ length: count }, (_, at) => at);
        const passage = { ids: Uint16Array.from(ids), token, length: count } as unknown as Passage;
        const vocabulary = { size: MODEL_WORDS, idOf: () => FIRST_WORD } as unknown as Vocabulary;
        const gate = new Gate(model, vocabulary, passage);
        const isGuarded = guards && Uint8Array.from({ length: count }, () => (guards.next().value ? 1 : 0));
        const where = near === null ? undefined : { near, words: ['từ'] };
        // A token starts where its number says. What an earlier text left in the buffers makes no difference.
        const tokens = { start: token } as unknown as TokenBuffer;
        gate.mark(tokens, undefined, undefined);
        gate.mark(tokens, isGuarded, where);
        const isAsked = (at: number): boolean =>
          near === null || ids[at] === FIRST_WORD || near.some(([start, end]) => start <= at && at < end);
        for (let at = MARGIN; at < count - MARGIN; at++) {
          const afterGap = at === MARGIN || !isAsked(at - 1);
          const expected = isAsked(at) && isGuarded?.[at] !== 1 && isOdd(model, ids, at, afterGap);
          expect(gate.look[at], `place ${at}`).toBe(expected ? 1 : 0);
          if (isAsked(at)) {
            expect(gate.bigram(at)).toBe(model.bigram(ids[at], ids[at + 1]));
            expect(gate.bigram(at - 1)).toBe(model.bigram(ids[at - 1], ids[at]));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('TripleSet', () => {
  it('has nothing that was not added, and what was added last', () => {
    // Few words, all ids there are, and many triples that share a place.
    const id = fc.oneof(fc.nat(3), fc.nat(0xffff));
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id, fc.integer({ min: 1, max: 0xffff })), { maxLength: 200 }), (triples) => {
        const set = new TripleSet();
        const all = new Set<string>();
        for (const triple of triples) {
          if (set.has(...triple)) expect(all).toContain(`${triple}`);
          set.add(...triple);
          all.add(`${triple}`);
          expect(set.has(...triple)).toBe(true);
        }
      }),
    );
  });
});

interface Suspect {
  readonly ids: Uint16Array;
  readonly costs: Float32Array;
}

const COSTS = { errorCost: 3, channelWeight: 0.6 };

/** All hypotheses as objects, sorted at each step. */
function decodeSlowly(
  model: NgramModel,
  path: Uint16Array,
  from: number,
  to: number,
  suspects: (Suspect | undefined)[],
): void {
  interface Hypothesis {
    words: number[];
    score: number;
  }
  const tail = (words: number[]): [number, number] => [words[words.length - 2], words[words.length - 1]];
  let beam: Hypothesis[] = [{ words: [path[from - 2], path[from - 1]], score: 0 }];
  for (let at = from; at < to; at++) {
    const suspect = suspects[at - from];
    const choices: [number, number][] = [[path[at], suspect !== undefined && path[at] < FIRST_WORD ? 2 : 0]];
    suspect?.ids.slice(0, 24).forEach((id, k) => {
      choices.push([id, Math.fround(COSTS.errorCost + COSTS.channelWeight * suspect.costs[k])]);
    });
    const next = beam.flatMap(({ words, score }) =>
      choices.map(([id, cost]) => ({ words: [...words, id], score: score - cost + model.trigram(...tail(words), id) })),
    );
    next.sort((a, b) => b.score - a.score);
    const seen = new Set<string>();
    beam = next.filter(({ words }) => !seen.has(`${tail(words)}`) && seen.add(`${tail(words)}`)).slice(0, 10);
  }
  const total = ({ words, score }: Hypothesis): number => {
    const [before, last] = tail(words);
    if (last === ID_BOUNDARY) return score;
    const after = score + model.trigram(before, last, path[to]);
    return path[to] === ID_BOUNDARY ? after : after + model.trigram(last, path[to], path[to + 1]);
  };
  const best = beam.reduce((a, b) => (total(b) > total(a) ? b : a));
  path.set(best.words.slice(2), from);
}

describe('Decoder', () => {
  it('chooses what sorting all hypotheses chooses', () => {
    const suspect = fc.option(
      words(30).chain((ids) =>
        fc.array(fc.integer({ min: 0, max: 26 }), { minLength: ids.length, maxLength: ids.length }).map((costs) => ({
          ids: Uint16Array.from(ids),
          costs: Float32Array.from(costs.sort((a, b) => a - b)).map((cost) => cost / 2),
        })),
      ),
      { nil: undefined },
    );
    fc.assert(
      fc.property(randomModel, randomPassage(8), fc.array(suspect, { minLength: 8 }), (model, ids, suspects) => {
        const decoder = new Decoder(model, COSTS);
        for (const to of [3, ids.length - 2]) {
          const path = Uint16Array.from(ids);
          const expected = Uint16Array.from(ids);
          decoder.decode(path, 2, to, suspects);
          decodeSlowly(model, expected, 2, to, suspects);
          expect([...path]).toEqual([...expected]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
