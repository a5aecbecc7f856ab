import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countNgrams } from '../../src/build/count.ts';
import { quantise } from '../../src/build/quantise.ts';
import { smoothAndPrune } from '../../src/build/smooth.ts';
import { ID_BOUNDARY } from '../../src/language/ids.ts';
import { NgramModel } from '../../src/language/ngrams.ts';

const WORDS = 30;
const quiet = (): void => {};

/** Text as ids: sentences of words 5 to 29, divided by boundaries. */
const sentences = fc.array(fc.array(fc.integer({ min: 5, max: WORDS - 1 }), { minLength: 1, maxLength: 8 }), {
  minLength: 5,
  maxLength: 60,
});
const idsOf = (lines: number[][]): Uint16Array => Uint16Array.from(lines.flatMap((line) => [...line, ID_BOUNDARY]));

describe('countNgrams', () => {
  it('counts as a map of strings does', () => {
    fc.assert(
      fc.property(sentences, (lines) => {
        const ids = idsOf(lines);
        const counts = countNgrams(ids, WORDS, quiet, 12, 14);
        const pairs = new Map<string, number>();
        const triples = new Map<string, number>();
        const text = [ID_BOUNDARY, ...ids];
        for (let i = 1; i < text.length; i++) {
          const pair = `${text[i - 1]} ${text[i]}`;
          pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
          if (i < 2 || text[i - 1] === ID_BOUNDARY) continue;
          const triple = `${text[i - 2]} ${pair}`;
          triples.set(triple, (triples.get(triple) ?? 0) + 1);
        }
        for (const [pair, n] of pairs) {
          const [a, b] = pair.split(' ').map(Number);
          expect(counts.bigram.count[counts.bigram.find(a, b)]).toBe(n);
        }
        expect(counts.bigram.size).toBe(pairs.size);
        const kept = new Map<string, number>();
        counts.trigram.history.forEach((slot, i) => {
          const key = counts.bigram.key[slot];
          kept.set(`${key >>> 16} ${key & 0xffff} ${counts.trigram.word[i]}`, counts.trigram.count[i]);
        });
        expect(kept).toEqual(new Map([...triples].filter(([, n]) => n > 1)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('NgramModel', () => {
  it('answers as the model that it was made from, to the nearest level', () => {
    fc.assert(
      fc.property(sentences, (lines) => {
        const pruned = smoothAndPrune(countNgrams(idsOf(lines), WORDS, quiet, 12, 14), 100, 60, quiet);
        const model = new NgramModel(quantise(pruned));
        const { bigram, trigram } = pruned;
        let apart = 0;
        const within = (values: Float32Array, got: number, wanted: number): void => {
          const spread = Math.max(...values) - Math.min(...values);
          if (Math.abs(got - wanted) > spread / 2 + 1e-5) apart++;
        };
        bigram.first.forEach((first, i) => {
          expect(model.bigramSlot(first, bigram.second[i])).toBeGreaterThanOrEqual(0);
          within(bigram.logProbability, model.bigram(first, bigram.second[i]), bigram.logProbability[i]);
        });
        trigram.first.forEach((first, i) => {
          expect(model.hasTrigram(first, trigram.second[i], trigram.third[i])).toBe(true);
          within(
            trigram.logProbability,
            model.trigram(first, trigram.second[i], trigram.third[i]),
            trigram.logProbability[i],
          );
        });
        // An n-gram whose fingerprint stands before its own slot is taken for another: a few in a thousand are.
        expect(apart).toBeLessThanOrEqual(2);
      }),
      { numRuns: 30 },
    );
  });

  it('backs off where a bigram is not stored', () => {
    const pruned = smoothAndPrune(
      countNgrams(Uint16Array.from([5, 6, 7, 1, 5, 6, 7, 1, 8, 9, 1]), WORDS, quiet, 8, 8),
      100,
      60,
      quiet,
    );
    const model = new NgramModel(quantise(pruned));
    expect(model.bigramSlot(7, 9)).toBe(-1);
    expect(model.bigram(7, 9)).toBeCloseTo(pruned.logBackoff[7] + pruned.logUnigram[9], 4);
  });
});
