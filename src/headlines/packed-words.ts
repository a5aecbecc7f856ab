/*
 * A word as one number, so that headlines are compared by merging sorted arrays. Packed so that rare words sort first
 * and make the index keys:
 *
 * | bits | listed word | other word |
 * |---|---|---|
 * | 30 | 1 | 0 |
 * | 18 to 29 | rank, the commoner the higher | hash of the letters |
 * | 0 to 17 | hash of the letters and the occurrence | hash of the letters and the occurrence |
 *
 * A word seen for the second time is another number.
 */
import { COMMON_WORDS } from './common-words.ts';
import { HashTable } from './hash-table.ts';
import { hashOf, mix } from './letters.ts';

const COMMON = 1 << 30;
const HASH_BITS = COMMON - 1;
const RANK_SHIFT = 18;
const OCCURRENCE_BITS = (1 << RANK_SHIFT) - 1;
/** Added to the rank of a word that Vietnamese does not spell like that: a capital makes it a name anywhere. */
const FOREIGN = 1 << 15;
/** By hash of the base letters: rank, the commoner the higher, {@link FOREIGN} besides. */
const ranks = new HashTable(
  COMMON_WORDS.split(' ').map((word, index, all): [number, number] => [
    hashOf(word),
    (all.length - index) | (isForeignShape(word) ? FOREIGN : 0),
  ]),
);

/** Not the shape of a Vietnamese syllable without diacritics. */
export function isForeignShape(letters: string): boolean {
  return !/^(?:[bcdghklmnprstvx]|ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?$/.test(letters);
}

/** {@link isForeignShape} of a listed word by its hash; undefined for all others. */
export function isListedForeign(hash: number): boolean | undefined {
  const rank = ranks.get(hash);
  return rank === 0 ? undefined : (rank & FOREIGN) !== 0;
}

/** The packed number of a word at its first occurrence, given by its base letters. */
export function packedWord(letters: string): number {
  return pack(hashOf(letters), 0);
}

/** The packed number of a word given by its hash, that occurred so often before. */
export function pack(hash: number, occurrence: number): number {
  const code = occurrence === 0 ? hash : mix(hash + occurrence);
  const rank = ranks.get(hash);
  return rank === 0 ? code & HASH_BITS : COMMON | ((rank & ~FOREIGN) << RANK_SHIFT) | (code & OCCURRENCE_BITS);
}

/** Whether a packed word is one of the common words that are listed. */
export function isListed(word: number): boolean {
  return (word & COMMON) !== 0;
}
