/*
 * Words of one folded headline that another lacks, and what stands beside them. Read from the sorted words and their
 * places, so that a headline keeps nothing for it; asked only of the few pairs that share enough.
 */
import type { FoldedHeadline } from './fold.ts';

/** In the place of a neighbour where a headline begins or ends, or a number stands: numbers are the same in both. */
export const NO_WORD = -1;

/** The words, by their index in the sorted words, that only the first of two has. */
export function ownWords(words: Int32Array, other: Int32Array): number[] {
  const own: number[] = [];
  let j = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    while (j < other.length && other[j] < word) j++;
    if (j === other.length || other[j] !== word) own.push(i);
  }
  return own;
}

/** The packed word at a place, or {@link NO_WORD}. */
export function wordAt({ words, places }: FoldedHeadline, place: number): number {
  for (let i = 0; i < places.length; i++) if (places[i] === place) return words[i];
  return NO_WORD;
}

/** The index, in the sorted words, of the one word between two, either of which may be {@link NO_WORD}; else -1. */
export function indexBetween(headline: FoldedHeadline, before: number, after: number): number {
  const { words, places } = headline;
  const neighbour = words.indexOf(before === NO_WORD ? after : before);
  if (neighbour < 0) return -1;
  const place = places[neighbour] + (before === NO_WORD ? -1 : 1);
  const isBetween = wordAt(headline, place - 1) === before && wordAt(headline, place + 1) === after;
  return isBetween ? places.indexOf(place) : -1;
}

/** All packed words as they are written, {@link NO_WORD} for numbers but those at the end. */
export function inOrder({ words, places }: FoldedHeadline): number[] {
  const order: number[] = [];
  for (let i = 0; i < words.length; i++) order[places[i]] = words[i];
  return Array.from(order, (word) => word ?? NO_WORD);
}
