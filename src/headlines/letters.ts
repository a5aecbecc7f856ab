/*
 * Letters and hashes that every file of this room agrees on: what counts as a letter, what it is without its marks, and
 * how a word becomes a number.
 */

const SIZE = 0x2000;
/** Between words. */
export const SEPARATOR = 0;
/** Combining marks and zero-width characters: as if not there. */
export const GONE = 1;
/** The bits of a class that are the letter: all UTF-16 units. */
export const LETTER = 0xffff;
/** Set in a class whose character is a capital. */
export const CAPITAL = 0x10000;
/**
 * Above these bits a class has the marks of its letter, so made that those of a word are the sum of its letters', wherever
 * in the word they stand:
 *
 * | bits | meaning |
 * |---|---|
 * | 0 to 3 | tone: 0 level, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot |
 * | 4, 5 | how many đ |
 * | 6, 7 | how many circumflexes |
 * | 8, 9 | how many breves |
 * | 10, 11 | how many horns |
 * | 12 | marks that Vietnamese has not |
 */
export const MARKS_SHIFT = 17;
/** The bits of a sum of marks that are kept. What runs over says nothing, but says the same of the same word. */
export const MARKS = 0x1fff;
/** The bits of it that are the tone. */
export const TONE = 0xf;
const ONE_OF = [1, 2, 3, 4, 5, 1 << 4, 1 << 6, 1 << 8, 1 << 10];
/** What {@link ONE_OF} is of. */
const MARKED = '\u0300\u0301\u0309\u0303\u0323đ\u0302\u0306\u031b';
/** The bit of it that says that there are others. */
export const ODD: number = 1 << 12;

/**
 * By unit below 0x2000: lower-case base letter or digit, {@link SEPARATOR} or {@link GONE}; {@link CAPITAL} and marks
 * besides.
 */
const CLASSES: Int32Array = new Int32Array(SIZE);
/** By unit below 0x2000 whose class is {@link GONE}: its marks. */
const COMBINING_MARKS: Uint16Array = new Uint16Array(SIZE);
buildClasses();

function buildClasses(): void {
  for (let unit = 0; unit < SIZE; unit++) {
    const character = String.fromCharCode(unit);
    if (/\p{M}/u.test(character) || unit === 0xad) {
      CLASSES[unit] = GONE;
      COMBINING_MARKS[unit] = marksIn(character.normalize('NFD'));
    } else if (/[\p{L}\p{Nd}]/u.test(character)) {
      const lower = character.toLowerCase();
      const isD = unit === 0x110 || unit === 0x111 || unit === 0xd0;
      const parts = isD ? 'đ' : lower.normalize('NFD');
      const base = isD ? 0x64 : parts.charCodeAt(0);
      CLASSES[unit] = base | (lower !== character ? CAPITAL : 0) | (marksIn(parts) << MARKS_SHIFT);
    }
  }
}

function marksIn(parts: string): number {
  let marks = 0;
  for (const part of parts) {
    const at = MARKED.indexOf(part);
    if (at >= 0) marks += ONE_OF[at];
    else if (/\p{M}/u.test(part)) marks |= ODD;
  }
  return marks & MARKS;
}

/** The marks that a unit of class {@link GONE} puts on the letter before. */
export function combiningMarksOf(unit: number): number {
  return unit < SIZE ? COMBINING_MARKS[unit] : 0;
}

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  if (unit < SIZE) return CLASSES[unit];
  if (unit <= 0x200f && unit >= 0x200b) return GONE;
  // Punctuation, symbols, private use; surrogates too, so that a lone one changes nothing.
  if (unit < 0x2c00 || (unit >= 0x3000 && unit < 0x3040) || unit >= 0xd800) return SEPARATOR;
  return unit;
}

/** Base letters of a piece of a text: "Hoà" is "hoa". */
export function baseLetters(text: string, start: number, end: number): string {
  let letters = '';
  for (let position = start; position < end; position++) {
    const kind = classOf(text.charCodeAt(position));
    if (kind > GONE) letters += String.fromCharCode(kind & LETTER);
  }
  return letters;
}

/** Whether a word of so many base letters ends in a y for which i is written too: after h, k, l, m, s, t and qu. */
export function isOpenY(first: number, last: number, length: number): boolean {
  if (last !== 0x79) return false;
  if (length === 3) return first === 0x71;
  const isOpenOnset = first === 0x68 || (first >= 0x6b && first <= 0x6d) || first === 0x73 || first === 0x74;
  return length === 2 && isOpenOnset;
}

/** 32-bit finaliser (Murmur3): every input bit reaches every output bit. */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** FNV-1a, one unit at a time: start here, {@link hashStep} for each unit, {@link mix} at the end. */
export const HASH_START: number = 0x811c9dc5 | 0;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash of a word given by its base letters, or of a number given by its digits. */
export function hashOf(letters: string): number {
  let hash = HASH_START;
  for (let i = 0; i < letters.length; i++) hash = hashStep(hash, letters.charCodeAt(i));
  return mix(hash);
}

/** One step of a second hash of a word or number, independent of the first: both are one for no two words of a language. */
export function secondStep(hash: number, unit: number): number {
  return (Math.imul(hash, 0x2545f491) + unit + 1) | 0;
}

/** The second hash of a word or number. */
export function secondHashOf(letters: string): number {
  let hash = 0;
  for (let i = 0; i < letters.length; i++) hash = secondStep(hash, letters.charCodeAt(i));
  return mix(hash);
}

/** An ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
