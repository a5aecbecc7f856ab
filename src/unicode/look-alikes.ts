import type { Fixer } from './fixers.ts';
import { OWN_BLOCK, SMALL_LETTERS, WORD_UNITS } from './letters.ts';
import { isVietnameseSyllable } from './syllable.ts';
import { TWIN_LETTERS, TWIN_UNITS } from './twins.ts';

/** Spacing accents, and the combining marks that they stand for in the same order. */
const ACCENTS = '´ˊ`ˋˀ˜ˆ˘';
const ACCENT_MARKS = '\u0301\u0301\u0300\u0300\u0309\u0303\u0302\u0306';

/** A length or stress mark beside a word shows the phonetic alphabet, where ɑ and ɡ are no a and g. */
const PHONETIC = `(?![${ACCENTS}])[ʰ-˿]`;
const LETTER = new RegExp(`[${SMALL_LETTERS}]`, 'i');
const OTHERS = new RegExp(`[^${SMALL_LETTERS}]`, 'i');

/** Letters of Vietnamese and of hardly any other language: ă, ơ, ư, and what has a block of its own in Unicode. */
const TYPICAL = new RegExp(`[ăơưƯ${OWN_BLOCK}]`);
/** At most six capitals: consonants, and vowels that hardly another language has. */
const ABBREVIATION = /^[^a-zAEIOUY\xC0-\xFF]{1,6}$/;

/**
 * Look-alike letters in a word that is otherwise Vietnamese. The word must hold a true Latin letter and become a
 * well-formed syllable, or an abbreviation (QÐ, HÐND), or it must show by another letter that it is Vietnamese (Ðắk).
 */
export const LOOK_ALIKE_FIXER: Fixer = [
  new RegExp(`(?<![${WORD_UNITS}]|${PHONETIC})[${WORD_UNITS}]+(?![${WORD_UNITS}]|${PHONETIC})`, 'g'),
  ([word]) => {
    const meant = replaceUnits(word, TWIN_UNITS, TWIN_LETTERS);
    const isAbbreviation = ABBREVIATION.test(meant) && meant === meant.toUpperCase();
    return LETTER.test(word) &&
      (isVietnameseSyllable(meant) || (!OTHERS.test(meant) && (isAbbreviation || TYPICAL.test(word))))
      ? meant
      : word;
  },
  'each',
];

/**
 * Spacing accents written behind a vowel (ho´a), where the word becomes a well-formed syllable.
 * A grave accent or an acute at the end of a word may be a quotation mark and stays.
 */
export const ACCENT_FIXER: Fixer = [
  new RegExp(`[${WORD_UNITS}][${WORD_UNITS}${ACCENTS}]*`, 'g'),
  ([word]) => {
    const meant = replaceUnits(word, ACCENTS, ACCENT_MARKS);
    return !'`´'.includes(word.at(-1)!) && isVietnameseSyllable(meant) ? meant : word;
  },
  'each',
];

/** The word with each of these units replaced by the one that has its place among the others. */
function replaceUnits(word: string, units: string, others: string): string {
  return word.replace(/./g, (unit) => others[units.indexOf(unit)] ?? unit);
}
