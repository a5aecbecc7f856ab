import { leastShared } from './compare.ts';
import { type FoldedHeadline, mix } from './fold.ts';

/** Blocks of more words than this are no headlines: the index finds their equal repeats only. */
export const MOST_WORDS = 64;

/**
 * The index keys of a headline: any two that {@link compareFolded} calls the same share a key, unless they are equal.
 *
 * The prefix filter with two tokens (AdaptJoin; Wang, Li, Feng 2012): two sets of m and n words that share at least s
 * have, sorted by one order, two words in common among the first m - s + 2 and n - s + 2. A key is such a pair, with
 * the numbers mixed in, since these must be equal.
 */
export function headlineKeys(headline: FoldedHeadline, threshold: number, keys: number[] = []): number[] {
  keys.length = 0;
  const { words, numbers } = headline;
  const size = words.length;
  if (size === 0 || size > MOST_WORDS) return keys;
  const shared = leastShared(size, threshold);
  if (shared < 2) for (let i = 0; i < size; i++) keys.push(mix(words[i] ^ numbers));
  const prefix = Math.min(size, size - Math.max(shared, 2) + 2);
  for (let i = 0; i < prefix; i++) {
    const start = mix(words[i] ^ numbers);
    for (let j = i + 1; j < prefix; j++) keys.push(mix(Math.imul(start, 31) ^ words[j]));
  }
  return keys;
}
