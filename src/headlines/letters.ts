/*
 * Letters and hashes that every file of this room agrees on: what counts as a letter, what it is without its marks, and
 * how a word becomes a number.
 */

const SIZE = 0x2000;
/** Between words. */
export const SEPARATOR = 0;
/** Combining marks and zero-width characters: as if not there. */
export const GONE = 1;
/** Set in a class whose character is a capital: above all UTF-16 units, so that no letter has it by itself. */
export const CAPITAL = 0x10000;

/** By unit below 0x2000: lower-case base letter or digit, {@link SEPARATOR} or {@link GONE}; {@link CAPITAL} besides. */
const CLASSES: Int32Array = buildClasses();

function buildClasses(): Int32Array {
  const classes = new Int32Array(SIZE);
  for (let unit = 0; unit < SIZE; unit++) {
    const character = String.fromCharCode(unit);
    if (/\p{M}/u.test(character) || unit === 0xad) classes[unit] = GONE;
    else if (/[\p{L}\p{Nd}]/u.test(character)) {
      const lower = character.toLowerCase();
      const base = unit === 0x110 || unit === 0x111 || unit === 0xd0 ? 'd' : lower.normalize('NFD');
      classes[unit] = base.charCodeAt(0) | (lower !== character ? CAPITAL : 0);
    }
  }
  return classes;
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
    if (kind > GONE) letters += String.fromCharCode(kind & ~CAPITAL);
  }
  return letters;
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
