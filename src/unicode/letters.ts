/**
 * Vietnamese letters as small integers. `LETTERS[unit]` is 0 for a code unit that is neither one of the 26 letters of
 * ASCII, with whatever Vietnamese marks, nor đ; else:
 *
 * | bits | meaning                                                       |
 * | ---- | ------------------------------------------------------------- |
 * | 0-3  | quality: 0 none, 6 breve, 7 circumflex, 8 horn, 9 stroke of đ |
 * | 4-8  | letter: 1 for a to 26 for z                                   |
 * | 9-11 | tone: 0 level, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot below |
 * | 12   | upper case                                                    |
 *
 * So the alphabet is in order (a, ă, â, b, …), and the numbers of tones and qualities are those of the marks.
 *
 * The tables are written out instead of asked from `String.prototype.normalize`, so that they are also right on a
 * host whose `normalize` does nothing.
 */

const SIZE = 0x1f00;
/** The bit of a capital. */
export const CAPITAL = 0x1000;
const TONE = 0xe00;

/**
 * Each vowel with the six tones, in the order level, grave, acute, hook, tilde, dot below:
 * aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ.
 * Those of Vietnamese's own block, where small and capital letters take turns, are written as the characters from 0 on:
 * 0 is U+1EA1, 1 is U+1EA3.
 */
export const TONED_VOWELS: string = 'aàá1ã0ă879:;â32456eèé=><ê@?ABCiìíDĩEoòóGõFôIHJKLơNMOPQuùúSũRưUTVWXyYý[\\Z'.replace(
  /[0-\\]/g,
  (place) => String.fromCharCode(0x1e41 + 2 * place.charCodeAt(0)),
);

/** Small, then capital. */
export const VOWELS_BY_CASE: readonly string[] = [TONED_VOWELS, TONED_VOWELS.toUpperCase()];

/** Quality of each of these vowels; those with one stand behind the vowel without. */
const QUALITIES = '067070078080';

/** Combining marks in the order of {@link markOf}; U+0340 and U+0341 are the old twins of grave and acute. */
export const MARKS = '\u0300\u0301\u0309\u0303\u0323\u0306\u0302\u031B\u0340\u0341';

export const LETTERS: Uint16Array = new Uint16Array(SIZE);
/** Code unit of a packed letter, 0 where there is none. */
const UNITS = new Uint16Array(2 * CAPITAL);

/** What {@link LETTERS} says of any code unit. */
export const letterOf = (unit: number): number => (unit < SIZE ? LETTERS[unit] : 0);

/** {@link letterOf} of the unit at a place of a text, 0 outside of it. */
export const letterAt = (text: string, index: number): number => letterOf(text.charCodeAt(index));

/** Code unit of a packed letter; 0 where Unicode has none (a consonant with a tone). */
export const unitOf = (packed: number): number => UNITS[packed];

/** A packed letter as a string. */
export const charOf = (packed: number): string => String.fromCharCode(UNITS[packed]);

/** The letter of ASCII that a packed letter is without its marks. */
export const plainOf = (packed: number): string => charOf(packed & (CAPITAL | 0x1f0));

/** The small letter with its quality, without tone. */
export const smallOf = (packed: number): number => packed & 0x1ff;

/** Tone number of a packed letter. */
export const toneOf = (packed: number): number => (packed & TONE) >> 9;

/** The packed letter with a tone in the place of its own. */
export const withTone = (packed: number, tone: number): number => (packed & ~TONE) | (tone << 9);

/** Is the packed letter a vowel, with whatever tone and case? False for 0. */
export const isVowel = (packed: number): boolean => UNITS[withTone(packed, 1)] > 0;

/** Is the packed letter a capital? */
export const isCapital = (packed: number): boolean => packed >= CAPITAL;

/** Quality of a letter: 0 none, 6 breve, 7 circumflex, 8 horn, 9 stroke. */
export const qualityOf = (packed: number): number => packed & 15;

/** The letter with one mark more, 0 where Vietnamese has no such letter. */
export function withMark(packed: number, mark: number): number {
  const isTone = mark < 6;
  const made = packed + (isTone ? mark << 9 : mark);
  return UNITS[made] && !(isTone ? toneOf(packed) : qualityOf(packed)) ? made : 0;
}

/** Number of a combining mark: 1 to 5 a tone, 6 to 8 a quality, 0 what Vietnamese does not use. */
export const markOf = (unit: number): number =>
  unit >> 7 === 6 ? (MARKS.indexOf(String.fromCharCode(unit)) % 8) + 1 : 0;

function register(unit: number, packed: number): void {
  LETTERS[unit] = packed;
  UNITS[packed] = unit;
}

for (let i = 1; i <= 26; i++) {
  register(0x60 + i, i << 4);
  register(0x40 + i, (i << 4) | CAPITAL);
}
register(0x111, letterAt('d', 0) + 9);
register(0x110, letterAt('D', 0) + 9);
for (const vowels of VOWELS_BY_CASE) {
  let base = 0;
  for (let i = 0; i < vowels.length; i++) {
    base = letterAt(vowels, i) || base;
    register(vowels.charCodeAt(i), withTone(base + +QUALITIES[Math.floor(i / 6)], i % 6));
  }
}

/** Letters of the Latin script with whatever marks, combining marks not included: for a class in a regular expression. */
export const LATIN = 'A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ';

export const IS_LATIN: RegExp = new RegExp(`[${LATIN}]`);

/** The combining marks that Latin text uses, likewise. */
export const LATIN_MARKS = '\u0300-\u036F';

/** Letters that Unicode has for Vietnamese alone, likewise. */
export const OWN_BLOCK = 'Ạ-ỹ';

/** What words are made of in Latin, Greek or Cyrillic: letters and their marks, likewise. */
export const WORD_UNITS: string = `${LATIN}${LATIN_MARKS}\u0370-\u052F\u1F00-\u1FFF`;

/** Letters that {@link LETTERS} knows as small ones, likewise. */
export const SMALL_LETTERS: string = `a-zđ${TONED_VOWELS}`;
