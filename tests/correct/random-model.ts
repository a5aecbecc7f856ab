import fc from 'fast-check';
import { NgramModel } from '../../src/language/ngrams.ts';

/** Ids of the words that {@link randomModel} knows, 0 to this. */
export const MODEL_WORDS = 60;

/** An n-gram model of noise: small full tables, so that every kind of hit, miss and collision comes often. */
export const randomModel: fc.Arbitrary<NgramModel> = fc.infiniteStream(fc.nat()).map((numbers) => {
  const next = (limit: number): number => (numbers.next().value as number) % limit;
  const entry = (): number => (next(4) === 0 ? 0 : ((next(40) + 1) << 5) | next(32));
  const table = (size: number): Uint16Array => Uint16Array.from({ length: size }, (_, k) => (k === 3 ? 0 : entry()));
  return new NgramModel({
    bigram: table(300),
    bigramExtra: Uint8Array.from({ length: 300 }, () => next(256)),
    trigram: table(500),
    levels: Float32Array.from({ length: 96 }, () => -next(1300) / 100),
    unigram: Float32Array.from({ length: 2 * MODEL_WORDS }, (_, k) => -next(k < MODEL_WORDS ? 1700 : 300) / 100),
  });
});

/** A passage with room around the words. */
export const randomPassage = (most: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.integer({ min: 0, max: MODEL_WORDS - 1 }), { minLength: 1, maxLength: most })
    .map((ids) => [1, 1, ...ids, 1, 1]);
