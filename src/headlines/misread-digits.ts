/*
 * Digits that a scan read for letters inside of a word: "b1ển", "t1nh", "tr0ng". Only 0 and 1 right between two letters
 * are, the second of them small, in what is a syllable with o and i in their place: "U23", "G7", "H5N1", "F0", "B1" and
 * "Q1" are none of these; nor is "tổ1", where a space was forgotten.
 */
import { baseLetters, CAPITAL, classOf, GONE, isDigit } from './letters.ts';
import { isForeignShape } from './packed-words.ts';

const ZERO = 48;
const ONE = 49;
/** Units of the longest syllable, decomposed; keeps a text of such digits linear. */
const LONGEST = 24;

/** Whether the digit at `at`, which ends the letters from `start` on, is a letter of a word. */
export function isMisreadDigit(text: string, start: number, at: number, to: number): boolean {
  const digit = text.charCodeAt(at);
  if ((digit !== ZERO && digit !== ONE) || at === start || at + 1 >= to) return false;
  // "2h1p" is a time.
  if (start > 0 && isDigit(text.charCodeAt(start - 1))) return false;
  let end = at + 1;
  while (end < to && end - start <= LONGEST && classOf(text.charCodeAt(end)) !== 0) end++;
  if (end - start > LONGEST) return false;
  let wasDigit = false;
  for (let position = start; position < end; position++) {
    const unit = text.charCodeAt(position);
    const kind = classOf(unit);
    if (kind === GONE) continue;
    if (position > start && (kind & CAPITAL) !== 0) return false;
    const is = isDigit(unit);
    if (is && (wasDigit || (unit !== ZERO && unit !== ONE))) return false;
    wasDigit = is;
  }
  const letters = baseLetters(text, start, end);
  // "G1a" is a model.
  if (letters.length < 4 && (classOf(text.charCodeAt(start)) & CAPITAL) !== 0) return false;
  return !wasDigit && !isForeignShape(readAsLetters(letters));
}

/** The letter that was read as 0 or 1. */
export function letterOfDigit(digit: number): number {
  return digit === ZERO ? 0x6f : 0x69;
}

/** Base letters with such digits as the letters that they are. */
export function readAsLetters(letters: string): string {
  return /\d/.test(letters) ? letters.replaceAll('0', 'o').replaceAll('1', 'i') : letters;
}
