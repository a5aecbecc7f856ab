import { baseLetters, CAPITAL, classOf } from './letters.ts';

/** Letters of the longest abbreviation that is told by its letters alone. */
const LONGEST = 3;
/** Titles in capitals that stand before a name; of others, as "HCM", a sentence ends in as many. */
const TITLES: ReadonlySet<string> = new Set(['pgs', 'kts']);

/**
 * Whether the full stop behind a word is none of a sentence: an initial ("Nguyễn Thị A. và"), what is left of a name
 * ("Tuyết Nh. và"), a title or the kind of a place ("ThS. Nguyễn", "TP. Huế").
 */
export function isAbbreviation(text: string, start: number, end: number): boolean {
  if ((classOf(text.charCodeAt(start)) & CAPITAL) === 0) return false;
  const letters = baseLetters(text, start, Math.min(end, start + 2 * LONGEST));
  if (letters.length < 2) return true;
  if (letters.length > LONGEST || /[aeiouy]/.test(letters)) return false;
  return letters.length < LONGEST || (classOf(text.charCodeAt(start + 1)) & CAPITAL) === 0 || TITLES.has(letters);
}

/** Whether a UTF-16 unit is white space that ends no line. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 9 || unit === 13 || (unit >= 0x2000 && unit <= 0x200a);
}
