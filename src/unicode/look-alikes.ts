import type { Fixer } from './fixers.ts';
import { isCapital, isVowel, letterAt, WORD_UNITS } from './letters.ts';
import { isVietnameseSyllable } from './syllable.ts';
import { TWIN } from './twins.ts';

const WORD = new RegExp(`[${WORD_UNITS}]+`, 'g');

/** Letters of Vietnamese and of hardly any other language: ă, ơ, ư, and what has a block of its own in Unicode. */
const TYPICAL = /[ăơưƯẠ-ỹ]/;

/**
 * Look-alike letters in a word that is otherwise Vietnamese. The word must hold a true Latin letter and become a
 * well-formed syllable, or an abbreviation (QÐ, HÐND), or it must show by another letter that it is Vietnamese (Ðắk).
 */
export const LOOK_ALIKE_FIXER: Fixer = [
  WORD,
  ({ 0: word, index, input }) => {
    const meant = replaceAll(word, TWIN);
    return [...word].some((letter) => letterAt(letter, 0) > 0) &&
      !isPhonetic(input, index - 1) &&
      !isPhonetic(input, index + word.length) &&
      (isVietnameseSyllable(meant) || looksVietnamese(meant, TYPICAL.test(word)))
      ? meant
      : undefined;
  },
  true,
];

/** Is a word that is no syllable made of Vietnamese letters, and typical or an abbreviation: at most six capitals? */
function looksVietnamese(word: string, typical: boolean): boolean {
  let abbreviation = word.length <= 6;
  for (let i = 0; i < word.length; i++) {
    const packed = letterAt(word, i);
    if (packed === 0) return false;
    if (!isCapital(packed) || (isVowel(packed) && word.charCodeAt(i) < 0x100)) abbreviation = false;
  }
  return abbreviation || typical;
}

/** The word with every unit replaced that the map has. */
function replaceAll(word: string, map: ReadonlyMap<string, string>): string {
  let made = '';
  for (let i = 0; i < word.length; i++) made += map.get(word[i]) ?? word[i];
  return made;
}

/** A length or stress mark beside a word shows the phonetic alphabet, where ɑ and ɡ are no a and g. */
function isPhonetic(text: string, index: number): boolean {
  return /[\u02b0-\u02ff]/.test(text.charAt(index)) && !SPACING.has(text[index]);
}

/** Spacing accents, and the combining marks that they stand for in the same order. */
const ACCENTS = '´ˊ`ˋˀ˜ˆ˘';
const ACCENT_MARKS = '\u0301\u0301\u0300\u0300\u0309\u0303\u0302\u0306';
const SPACING: ReadonlyMap<string, string> = new Map([...ACCENTS].map((accent, i) => [accent, ACCENT_MARKS[i]]));

/**
 * Spacing accents written behind a vowel (ho´a), where the word becomes a well-formed syllable.
 * A grave accent or an acute at the end of a word may be a quotation mark and stays.
 */
export const ACCENT_FIXER: Fixer = [
  new RegExp(`[${WORD_UNITS}][${WORD_UNITS}${ACCENTS}]*`, 'g'),
  ([word]) => {
    const meant = replaceAll(word, SPACING);
    return !/[`´]$/.test(word) && isVietnameseSyllable(meant) ? meant : undefined;
  },
  true,
];
