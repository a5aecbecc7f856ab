/**
 * Vietnamese letters as small integers. `LETTERS[unit]` is 0 for a code unit that is no letter of
 * {@link ALPHABET}, else:
 *
 * | bits | meaning                                                          |
 * | ---- | ---------------------------------------------------------------- |
 * | 0-5  | letter: 1 + index in {@link ALPHABET}                              |
 * | 6-8  | tone: 0 level, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot below    |
 * | 9    | upper case                                                       |
 *
 * The tables are written out instead of asked from `String.prototype.normalize`, so that they are also right on a
 * host whose `normalize` does nothing.
 */

/** The letters that Vietnamese text is written in, and f, j, w, z for loan words. */
export const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';

/** The twelve vowel letters, in the order of {@link TONED_VOWELS}. */
export const VOWELS = 'aăâeêioôơuưy';

/** Each vowel with the six tones, in the order level, grave, acute, hook, tilde, dot below. */
export const TONED_VOWELS = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ';

/** A letter, the number of the quality mark that it takes, the letter that they make. */
const QUALITIES = ['a1â', 'e1ê', 'o1ô', 'a2ă', 'o3ơ', 'u3ư'];

/** Combining marks in the order of {@link markOf}; U+0340 and U+0341 are the old twins of grave and acute. */
const MARKS = '\u0300\u0301\u0309\u0303\u0323\u0302\u0306\u031b\u0340\u0341';

const SIZE = 0x1f00;

export const LETTERS: Uint16Array = new Uint16Array(SIZE);
/** Code unit by `letter | tone << 6 | upper << 9`, 0 where there is none. */
const UNITS = new Uint16Array(1024);
for (let i = 0; i < ALPHABET.length; i++) {
  const vowel = VOWELS.indexOf(ALPHABET[i]);
  const forms = vowel < 0 ? ALPHABET[i] : TONED_VOWELS.slice(vowel * 6, vowel * 6 + 6);
  for (let tone = 0; tone < forms.length; tone++) {
    for (let upper = 0; upper < 2; upper++) {
      const unit = (upper === 0 ? forms[tone] : forms[tone].toUpperCase()).charCodeAt(0);
      const packed = (i + 1) | (tone << 6) | (upper << 9);
      LETTERS[unit] = packed;
      UNITS[packed] = unit;
    }
  }
}

/** By letter number: its quality, the letter without it, and (letter * 4 + quality) the letter with one. */
const QUALITY_OF = new Uint8Array(64);
const WITHOUT_QUALITY = Uint8Array.from({ length: 64 }, (_, letter) => letter);
const WITH_QUALITY = Uint8Array.from({ length: 256 }, (_, at) => (at % 4 === 0 ? at / 4 : 0));
for (const [base, quality, made] of QUALITIES) {
  const from = ALPHABET.indexOf(base) + 1;
  const to = ALPHABET.indexOf(made) + 1;
  QUALITY_OF[to] = +quality;
  WITHOUT_QUALITY[to] = from;
  WITH_QUALITY[from * 4 + +quality] = to;
}

/** By the last seven bits of a unit of U+0300 to U+037F. */
const MARK_OF = new Uint8Array(0x80);
for (let i = 0; i < MARKS.length; i++) MARK_OF[MARKS.charCodeAt(i) & 0x7f] = (i % 8) + 1;

/** What {@link LETTERS} says of any code unit. */
export function letterOf(unit: number): number {
  return unit < SIZE ? LETTERS[unit] : 0;
}

/** {@link letterOf} of the unit at a place of a text, 0 outside of it. */
export function letterAt(text: string, index: number): number {
  return letterOf(text.charCodeAt(index));
}

/** Code unit of a packed letter; 0 where Unicode has none (a consonant with a tone). */
export function unitOf(packed: number): number {
  return UNITS[packed & 1023];
}

/** A packed letter as a string. */
export function charOf(packed: number): string {
  return String.fromCharCode(unitOf(packed));
}

/** Tone number of a packed letter. */
export function toneOf(packed: number): number {
  return (packed >> 6) & 7;
}

/** The packed letter without its tone. */
export function withoutTone(packed: number): number {
  return packed & ~0x1c0;
}

/** Is the packed letter a vowel, with whatever tone and case? False for 0. */
export function isVowel(packed: number): boolean {
  return unitOf((packed & 63) | 0x40) > 0;
}

/** Is the packed letter a capital? */
export function isCapital(packed: number): boolean {
  return packed >= 0x200;
}

/** Quality of a letter: 0 none, 1 circumflex, 2 breve, 3 horn. */
export function qualityOf(letter: number): number {
  return QUALITY_OF[letter & 63];
}

/** The letter without its quality: â to a; others as they are. Tone and case bits are kept. */
export function withoutQuality(packed: number): number {
  return (packed & ~63) | WITHOUT_QUALITY[packed & 63];
}

/** The letter with a quality, as it is for 0; 0 where Vietnamese has no such letter. */
export function withQuality(packed: number, quality: number): number {
  const made = WITH_QUALITY[(packed & 63) * 4 + quality];
  return made === 0 ? 0 : (packed & ~63) | made;
}

/** Number of a combining mark: 1 to 5 a tone, 6 to 8 a quality plus 5, 0 what Vietnamese does not use. */
export function markOf(unit: number): number {
  return unit >> 7 === 6 ? MARK_OF[unit & 0x7f] : 0;
}

/** Letters of the Latin script with whatever marks, combining marks not included: for a class in a regular expression. */
export const LATIN = 'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u1e00-\\u1eff';

/** The combining marks that Latin text uses, likewise. */
export const LATIN_MARKS = '\\u0300-\\u036f';

/** What words are made of in Latin, Greek or Cyrillic: letters and their marks, likewise. */
export const WORD_UNITS: string = `${LATIN}${LATIN_MARKS}\\u0370-\\u052f\\u1f00-\\u1fff`;

/** Letters that {@link LETTERS} knows as small ones, likewise. */
export const SMALL_LETTERS: string = `a-zđ${TONED_VOWELS}`;
