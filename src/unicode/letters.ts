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

/** Combining tone marks by tone number; the level tone has none. */
export const TONE_MARKS = '\0\u0300\u0301\u0309\u0303\u0323';

/** Combining marks that make another letter: circumflex, breve, horn. */
export const QUALITY_MARKS = '\u0302\u0306\u031b';

/** Letter, quality mark, resulting letter. */
const QUALITIES = ['a\u0302â', 'a\u0306ă', 'e\u0302ê', 'o\u0302ô', 'o\u031bơ', 'u\u031bư'];

const SIZE = 0x1f00;

export const LETTERS: Uint16Array = new Uint16Array(SIZE);
/** Code unit by `letter | tone << 6 | upper << 9`, 0 where there is none. */
const UNITS = new Uint16Array(1024);
/** Bit by letter number: 1 where the letter is a vowel. */
export const IS_VOWEL: Uint8Array = new Uint8Array(64);

for (let i = 0; i < ALPHABET.length; i++) {
  const vowel = VOWELS.indexOf(ALPHABET[i]);
  IS_VOWEL[i + 1] = vowel < 0 ? 0 : 1;
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

const QUALITY_OF = new Uint8Array(64);
const WITH_QUALITY = new Uint8Array(256);
const WITHOUT_QUALITY = new Uint8Array(64);
for (const [base, mark, result] of QUALITIES) {
  const from = ALPHABET.indexOf(base) + 1;
  const to = ALPHABET.indexOf(result) + 1;
  const quality = QUALITY_MARKS.indexOf(mark) + 1;
  QUALITY_OF[to] = quality;
  WITHOUT_QUALITY[to] = from;
  WITH_QUALITY[from * 4 + quality] = to;
}

/** What {@link LETTERS} says of any code unit. */
export function letterOf(unit: number): number {
  return unit < SIZE ? LETTERS[unit] : 0;
}

/** Code unit of a packed letter; 0 where Unicode has none (a consonant with a tone). */
export function unitOf(packed: number): number {
  return UNITS[packed & 1023];
}

/** Quality of a letter: 0 none, 1 circumflex, 2 breve, 3 horn. */
export function qualityOf(letter: number): number {
  return QUALITY_OF[letter & 63];
}

/** The letter without its quality: â to a; others as they are. Tone and case bits are kept. */
export function withoutQuality(packed: number): number {
  const base = WITHOUT_QUALITY[packed & 63];
  return base === 0 ? packed : (packed & ~63) | base;
}

/** The letter with a quality; 0 where Vietnamese has no such letter. */
export function withQuality(packed: number, quality: number): number {
  const made = WITH_QUALITY[(packed & 63) * 4 + quality];
  return made === 0 ? 0 : (packed & ~63) | made;
}

/** Tone number of a combining mark, 0 for others; U+0340 and U+0341 are the old twins of grave and acute. */
export function toneOfMark(unit: number): number {
  switch (unit) {
    case 0x300:
    case 0x340:
      return 1;
    case 0x301:
    case 0x341:
      return 2;
    case 0x309:
      return 3;
    case 0x303:
      return 4;
    case 0x323:
      return 5;
    default:
      return 0;
  }
}

/** Quality number of a combining mark, 0 for others. */
export function qualityOfMark(unit: number): number {
  return unit === 0x302 ? 1 : unit === 0x306 ? 2 : unit === 0x31b ? 3 : 0;
}

/** Is this a letter of the Latin script, with whatever marks? */
export function isLatin(unit: number): boolean {
  if (unit < 0x80) return (unit | 32) >= 0x61 && (unit | 32) <= 0x7a;
  return (unit >= 0xc0 && unit < 0x2b0 && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x1e00 && unit < 0x1f00);
}

/** Is this a code unit of the block of combining marks that Latin text uses? */
export function isLatinMark(unit: number): boolean {
  return unit >= 0x300 && unit < 0x370;
}
