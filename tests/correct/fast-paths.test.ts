import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidates } from '../../src/correct/candidates.ts';
import { CommonWords } from '../../src/correct/common-words.ts';
import { BEAM_WIDTH, Decoder } from '../../src/correct/decode.ts';
import { Gap } from '../../src/correct/gap.ts';
import { Gate } from '../../src/correct/gate.ts';
import { OddPairs } from '../../src/correct/odd-pairs.ts';
import { MARGIN, type Passage } from '../../src/correct/passage.ts';
import { LEEWAY, Rivals } from '../../src/correct/rivals.ts';
import { TripleSet } from '../../src/correct/triple-set.ts';
import { POOR_FIT, POOR_FIT_DELETED, Twins } from '../../src/correct/twins.ts';
import { windowScore, wordScore } from '../../src/correct/window.ts';
import { NOT_KNOWN, WindowMemory } from '../../src/correct/window-memory.ts';
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

interface Suspect {
  readonly ids: Uint16Array;
  readonly costs: Float32Array;
}

/** Words that may stand in the place of one, cheapest first. */
const suspect = (most: number): fc.Arbitrary<Suspect> =>
  words(most).chain((ids) =>
    fc.array(fc.integer({ min: 0, max: 26 }), { minLength: ids.length, maxLength: ids.length }).map((costs) => ({
      ids: Uint16Array.from(ids),
      costs: Float32Array.from(costs.sort((a, b) => a - b)).map((cost) => cost / 2),
    })),
  );

describe('NgramModel, many at once', () => {
  it('finds what one probe after the other finds', () => {
    const triples = fc.array(fc.tuple(...Array.from({ length: 3 }, () => fc.nat(MODEL_WORDS - 1))), { maxLength: 200 });
    fc.assert(
      fc.property(randomModel, triples, (model, asked) => {
        const found = new Int32Array(asked.length);
        const slotsOf = (pairs: [number, number][]): Int32Array => {
          const slots = new Int32Array(pairs.length);
          model.bigramSlots(
            Int32Array.from(pairs, ([a, b]) => bigramHash(a, b)),
            pairs.length,
            slots,
          );
          expect([...slots]).toEqual(pairs.map(([a, b]) => model.bigramSlot(a, b)));
          return slots;
        };
        const histories = slotsOf(asked.map(([a, b]) => [a, b]));
        const suffixes = slotsOf(asked.map(([, b, c]) => [b, c]));
        model.trigramLevels(
          Int32Array.from(asked, ([a, b, c]) => trigramHash(a, b, c)),
          asked.length,
          found,
        );
        asked.forEach(([a, b, c], k) => {
          const isStored = histories[k] >= 0 && suffixes[k] >= 0 && found[k] >= 0;
          expect(isStored).toBe(model.hasTrigram(a, b, c));
          expect(model.trigramAt(found[k], histories[k], suffixes[k], model.bigram(b, c))).toBe(model.trigram(a, b, c));
        });
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
          gap.scores(scores);
          expect([...scores]).toEqual(tried.map((word) => wordScore(model, ids, at, word)));
        }
      }),
    );
  });
});

describe('OddPairs', () => {
  it('finds what trying every two candidates finds', () => {
    const costs = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 20, maxLength: 20 });
    let odd = 0;
    fc.assert(
      fc.property(randomModel, randomPassage(4), words(20), words(20), costs, (model, ids, first, second, prices) => {
        const candidatesOf = (list: number[]): Candidates => ({
          ids: Uint16Array.from(list),
          costs: Float32Array.from(prices.slice(0, list.length).sort((a, b) => a - b)),
        });
        const [left, right] = [candidatesOf(first), candidatesOf(second)];
        const pairs = new OddPairs(model, 0.6);
        const score = (words: readonly number[]): number =>
          words.slice(1).reduce((sum, word, k) => sum + model.bigram(words[k], word), 0);
        for (let at = 2; at < ids.length - 3; at++) {
          const here = score(ids.slice(at - 1, at + 3));
          const expected =
            model.bigram(ids[at], ids[at + 1]) <= -8 &&
            first
              .slice(0, 16)
              .some((a, j) =>
                second
                  .slice(0, 16)
                  .some(
                    (b, k) =>
                      score([ids[at - 1], a, b, ids[at + 2]]) - 0.6 * (left.costs[j] + right.costs[k]) > here + 1e-9,
                  ),
              );
          if (expected) odd++;
          expect(pairs.isOdd(ids, at, left, right)).toBe(expected);
        }
      }),
    );
    expect(odd).toBeGreaterThan(10);
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
      extras: (slots: Int32Array, count: number, found: Uint8Array) => {
        for (let k = 0; k < count; k++) found[k] = slots[k] < 0 ? 0xff : extras[slots[k]];
      },
    };
    return model as unknown as NgramModel;
  }

  /** Is the word at a place to be looked at, by a probe of its own for the pair on each side? */
  function isOdd(
    model: NgramModel,
    extras: readonly number[],
    ids: readonly number[],
    at: number,
    afterGap: boolean,
  ): boolean {
    const id = ids[at];
    if (id < FIRST_WORD && id !== ID_UNKNOWN && id !== ID_NAME) return false;
    const extra = (first: number): number => {
      const slot = model.bigramSlot(ids[first], ids[first + 1]);
      return slot < 0 ? 0xff : extras[slot];
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
          const expected = isAsked(at) && isGuarded?.[at] !== 1 && isOdd(model, levels, ids, at, afterGap);
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

describe('Rivals', () => {
  const costs = { channelWeight: 0.6, threshold: 0.5 };

  /** Is one of the words preferred by its windows, and near by its bigrams? */
  function isRivalled(
    model: NgramModel,
    ids: ArrayLike<number>,
    at: number,
    { ids: tried, costs: dear }: Suspect,
  ): boolean {
    const bigrams = (word: number): number => model.bigram(ids[at - 1], word) + model.bigram(word, ids[at + 1]);
    return [...tried].some((word, k) => {
      const budget = costs.channelWeight * dear[k] + costs.threshold;
      if (bigrams(word) - bigrams(ids[at]) < budget - LEEWAY) return false;
      return wordScore(model, ids, at, word) - wordScore(model, ids, at, ids[at]) > budget;
    });
  }

  it('finds what trying one candidate after the other finds, again and again', () => {
    const passages = fc
      .array(fc.nat(MODEL_WORDS - 1), { minLength: 1, maxLength: 120 })
      .map((ids) => [ID_BOUNDARY, ID_BOUNDARY, ...ids, ID_BOUNDARY, ID_BOUNDARY]);
    const suspects = fc.array(suspect(40), { minLength: 5, maxLength: 5 });
    const near = fc.option(fc.tuple(fc.nat(60), fc.nat(60)));
    fc.assert(
      fc.property(randomModel, passages, suspects, near, (model, numbers, candidates, stretch) => {
        const ids = Uint16Array.from(numbers);
        const token = Int32Array.from(ids.keys());
        const passage = { ids, token, length: ids.length } as unknown as Passage;
        const vocabulary = { size: MODEL_WORDS, idOf: () => 0 } as unknown as Vocabulary;
        const gate = new Gate(model, vocabulary, passage);
        const rivals = new Rivals(model, gate, costs);
        const [from, size] = stretch ?? [0, ids.length];
        const where = stretch === null ? undefined : { near: [[from, from + size] as const], words: [] };
        const places = token.filter(
          (at) => at >= Math.max(MARGIN, from) && at < Math.min(ids.length - MARGIN, from + size),
        );
        const candidatesAt = (at: number): Suspect => candidates[ids[at] % candidates.length];
        const expected = [...places].map((at) => (isRivalled(model, ids, at, candidatesAt(at)) ? 1 : 0));
        for (let time = 0; time < 2; time++) {
          gate.mark({ start: token } as unknown as TokenBuffer, undefined, where);
          const marks = new Uint8Array(ids.length);
          rivals.mark(ids, places, places.length, candidatesAt, marks);
          expect([...places].map((at) => marks[at])).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('Twins', () => {
  it('says what the windows with and without a word say', () => {
    // Few words, so that most stand again close by.
    const passages = fc
      .array(fc.nat(11), { minLength: 1, maxLength: 60 })
      .map((ids) => [ID_BOUNDARY, ID_BOUNDARY, ...ids, ID_BOUNDARY, ID_BOUNDARY]);
    const near = fc.option(fc.tuple(fc.nat(40), fc.nat(40)));
    fc.assert(
      fc.property(randomModel, passages, near, (model, ids, stretch) => {
        const token = Int32Array.from(ids.keys());
        const passage = { ids: Uint16Array.from(ids), token, length: ids.length } as unknown as Passage;
        const gate = new Gate(model, { size: MODEL_WORDS, idOf: () => 0 } as unknown as Vocabulary, passage);
        const [from, size] = stretch ?? [0, ids.length];
        const where = stretch === null ? undefined : { near: [[from, from + size] as const], words: [] };
        gate.mark({ start: token } as unknown as TokenBuffer, undefined, where);
        const twins = new Twins(model, gate, passage);
        for (let at = Math.max(MARGIN, from); at < Math.min(ids.length - MARGIN, from + size); at++) {
          const close = ids.filter((id, k) => id === ids[at] && k !== at && k >= MARGIN && Math.abs(k - at) <= 3);
          const here = wordScore(model, ids, at, ids[at]);
          const poor = here < POOR_FIT || windowScore(model, ids, at, 1, [], 0) - here > POOR_FIT_DELETED;
          const unseen = model.bigramSlot(ids[at - 1], ids[at]) < 0 || model.bigramSlot(ids[at], ids[at + 1]) < 0;
          expect(twins.mayBeCopied(at)).toBe(ids[at] >= FIRST_WORD && close.length > 0 && (unseen || poor));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('WindowMemory', () => {
  it('knows nothing that was not put in, and what was put in last', () => {
    const id = fc.oneof(fc.nat(3), fc.nat(0xffff));
    // No word in the middle has the id 0, which stands for places without a word.
    const windows = fc.tuple(id, id, fc.integer({ min: 1, max: 0xffff }), id, id);
    fc.assert(
      fc.property(fc.array(fc.tuple(windows, fc.integer({ min: 1, max: 255 })), { maxLength: 200 }), (entries) => {
        const memory = new WindowMemory();
        const all = new Map<string, number>();
        for (const [window, value] of entries) {
          const known = memory.get(window, 2);
          if (known !== NOT_KNOWN) expect(known).toBe(all.get(`${window}`));
          memory.set(window, 2, value);
          all.set(`${window}`, value);
          expect(memory.get(window, 2)).toBe(value);
        }
      }),
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

const COSTS = { errorCost: 3, channelWeight: 0.6 };

/** All hypotheses as objects, sorted at each step. */
function decodeSlowly(
  model: NgramModel,
  path: Uint16Array,
  from: number,
  to: number,
  suspects: (Suspect | undefined)[],
  beside: boolean[],
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
    suspect?.ids.slice(0, beside[at - from] ? 8 : 24).forEach((id, k) => {
      choices.push([id, Math.fround(COSTS.errorCost + COSTS.channelWeight * suspect.costs[k])]);
    });
    const next = beam.flatMap(({ words, score }) =>
      choices.map(([id, cost]) => ({ words: [...words, id], score: score - cost + model.trigram(...tail(words), id) })),
    );
    next.sort((a, b) => b.score - a.score);
    const seen = new Set<string>();
    beam = next.filter(({ words }) => !seen.has(`${tail(words)}`) && seen.add(`${tail(words)}`)).slice(0, BEAM_WIDTH);
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
    const choices = fc.option(suspect(30), { nil: undefined });
    fc.assert(
      fc.property(
        randomModel,
        randomPassage(8),
        fc.array(choices, { minLength: 8 }),
        fc.array(fc.boolean(), { minLength: 8 }),
        (model, ids, suspects, beside) => {
          const decoder = new Decoder(model, COSTS);
          for (const to of [3, ids.length - 2]) {
            const path = Uint16Array.from(ids);
            const expected = Uint16Array.from(ids);
            decoder.decode(path, 2, to, suspects, beside);
            decodeSlowly(model, expected, 2, to, suspects, beside);
            expect([...path]).toEqual([...expected]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
