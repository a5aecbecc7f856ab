import type { FoldedHeadline } from './fold.ts';
import { mix } from './letters.ts';

/** Up to this many words a headline has keys of three words, and above of one, which are fewer but less telling. */
const MOST_FOR_TRIPLES = 40;
/** A block of more words is no headline: only equal ones are found. */
export const MOST_WORDS = 1024;

/** Sets the keys of one word apart from those of three. */
const SINGLE = 0x51ed270b;

/**
 * The index keys of a headline that shares at least `shared` words with what repeats it: any two that `compareFolded`
 * calls the same have a key in common, unless they are equal.
 *
 * The prefix filter with three tokens (AdaptJoin; Wang, Li, Feng 2012): two sets of m and n words that share at least s
 * have, sorted by one order, their first three common words among the first m - s + 3 and n - s + 3. A key is such a
 * triple, with the numbers mixed in, since these must be equal. Headlines that may share fewer have keys of two words or
 * one as well, and so have those that long ones may repeat.
 */
export function headlineKeys(
  headline: FoldedHeadline,
  shared: number,
  threshold: number,
  keys: number[] = [],
): number[] {
  keys.length = 0;
  const { words, numbers } = headline;
  const size = words.length;
  if (size === 0 || size > MOST_WORDS) return keys;
  if (size / threshold > MOST_FOR_TRIPLES) {
    for (let i = 0; i <= size - shared; i++) keys.push(mix(words[i] ^ numbers ^ SINGLE));
  }
  if (size > MOST_FOR_TRIPLES) return keys;
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
