import { leastShared } from './compare.ts';
import { type FoldedHeadline, mix } from './fold.ts';

/** Blocks of more words than this are no headlines: the index finds their equal repeats only. */
export const MOST_WORDS = 40;

/**
 * The index keys of a headline: any two that {@link compareFolded} calls the same share a key, unless they are equal.
 *
 * The prefix filter with three tokens (AdaptJoin; Wang, Li, Feng 2012): two sets of m and n words that share at least s
 * have, sorted by one order, three words in common among the first m - s + 3 and n - s + 3. A key is such a triple, with
 * the numbers mixed in, since these must be equal. Headlines that may share fewer have keys of two words or one as well.
 */
export function headlineKeys(headline: FoldedHeadline, threshold: number, keys: number[] = []): number[] {
  keys.length = 0;
  const { words, numbers } = headline;
  const size = words.length;
  if (size === 0 || size > MOST_WORDS) return keys;
  const shared = leastShared(size, threshold);
  const prefix = Math.min(size, size - Math.max(shared, 3) + 3);
  for (let i = 0; i < prefix; i++) {
    const first = mix(words[i] ^ numbers);
    if (shared < 2) keys.push(first);
    for (let j = i + 1; j < prefix; j++) {
      const second = mix(Math.imul(first, 31) ^ words[j]);
      if (shared < 3) keys.push(second);
      for (let k = j + 1; k < prefix; k++) keys.push(mix(Math.imul(second, 31) ^ words[k]));
    }
  }
  return keys;
}
