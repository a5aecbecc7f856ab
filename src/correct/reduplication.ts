import { FIRST_WORD } from '../language/ids.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { IS_VOWEL } from '../text/letters.ts';
import { parseSyllable } from '../unicode/index.ts';

/**
 * Half of the words that are made by reduplication repeat the onset of a neighbour (*chòng chọc*, *võ vẽ*), others its rime
 * (*lúng búng*, *chói lói*). Many are rare, and look like slips of commoner words.
 */

/**
 * Words of degree, which are said twice for emphasis: "rất rất vui", "vô cùng vô cùng quý". Of 45 such places in newspapers
 * that were read, 30 of them with "rất", one may have been a slip. Not so "nhiều nhiều", of which half were.
 */
export const DEGREES: readonly string[] = ['rất', 'quá', 'cực', 'siêu', 'hơi', 'lắm', 'mãi'];
export const DEGREES_OF_TWO: readonly string[] = ['vô cùng', 'hết sức', 'cực kỳ'];

/** Have two different syllables the same onset? */
export function alliterate(vocabulary: Vocabulary, first: number, second: number): boolean {
  if (!areSyllables(vocabulary, first, second)) return false;
  const { letters, letterStart } = vocabulary;
  const a = letterStart[first];
  const b = letterStart[second];
  const size = rimeOf(vocabulary, first) - a;
  if (size === 0 || rimeOf(vocabulary, second) - b !== size) return false;
  for (let k = 0; k < size; k++) if (letters[a + k] !== letters[b + k]) return false;
  return true;
}

/** Have two different syllables the same rime, whatever their tones? */
export function rhyme(vocabulary: Vocabulary, first: number, second: number): boolean {
  if (!areSyllables(vocabulary, first, second)) return false;
  const { letters, letterStart } = vocabulary;
  const a = rimeOf(vocabulary, first);
  const b = rimeOf(vocabulary, second);
  const size = letterStart[first + 1] - a;
  if (size === 0 || letterStart[second + 1] - b !== size) return false;
  for (let k = 0; k < size; k++) if (letters[a + k] !== letters[b + k]) return false;
  return true;
}

/** Has a word the onset of the one before it, or of the one after? */
export const alliterates = (vocabulary: Vocabulary, left: number, word: number, right: number): boolean =>
  alliterate(vocabulary, left, word) || alliterate(vocabulary, word, right);

/** Has a word the rime of the one before it, or of the one after? */
export const rhymes = (vocabulary: Vocabulary, left: number, word: number, right: number): boolean =>
  rhyme(vocabulary, left, word) || rhyme(vocabulary, word, right);

const areSyllables = ({ syllable }: Vocabulary, first: number, second: number): boolean =>
  first !== second && first >= FIRST_WORD && second >= FIRST_WORD && syllable[first] === 1 && syllable[second] === 1;

/** Where the rime of a syllable begins among the letters of the vocabulary. */
function rimeOf({ letters, letterStart }: Vocabulary, id: number): number {
  let at = letterStart[id];
  while (at < letterStart[id + 1] && IS_VOWEL[letters[at]] === 0) at++;
  return at;
}

/**
 * Where the word stands that the one at a place plays with in four syllables of which two are the same: "nhí nha nhí nhảnh",
 * "ngày xửa ngày xưa"; -1 where there are no such four.
 * @param hashAt hash of the word at a place, 0 of anything else
 */
export function partnerOf(hashAt: (place: number) => number, at: number): number {
  const before = hashAt(at - 1);
  if (before === 0) return -1;
  return before === hashAt(at + 1) ? at + 2 : before === hashAt(at - 3) ? at - 2 : -1;
}

/** Have two syllables the same onset, known or not? What is no syllable plays with nothing. */
export function beginAlike(word: string, other: string): boolean {
  const onset = parseSyllable(word)?.onset;
  return onset !== undefined && onset !== '' && onset === parseSyllable(other)?.onset;
}
