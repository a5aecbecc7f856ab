import type { NormalizeChange } from './edits.ts';
import { change } from './fixers.ts';
import { IS_VOWEL, isLatin, letterOf } from './letters.ts';
import { HYPHENATION, IY_TO_I, IY_TO_Y, LINE_JOIN, type Settings, SPACING } from './options.ts';
import { isVietnameseSyllable } from './syllable.ts';

/**
 * Fixers that look at more than one word, for composed text: spaces at punctuation, words and paragraphs broken by line
 * ends, i or y. All are off by default; the first three are on in the profile `ocr`.
 */
export function fixText(text: string, settings: Settings): NormalizeChange[] {
  // One at a time, so that no two changes overlap; `normalize` runs them again until nothing changes.
  if (settings & HYPHENATION) {
    const changes = fixHyphenation(text);
    if (changes.length > 0) return changes;
  }
  if (settings & LINE_JOIN) {
    const changes = fixLineJoin(text);
    if (changes.length > 0) return changes;
  }
  if (settings & SPACING) {
    const changes = fixSpacing(text);
    if (changes.length > 0) return changes;
  }
  return settings & (IY_TO_I | IY_TO_Y) ? fixIy(text, (settings & IY_TO_Y) !== 0) : [];
}

/**
 * A word hyphenated over a line end: joined where the whole is a syllable and a half is none, or the second half begins
 * with a small vowel (nghi-ệp). Other hyphens between two good syllables belong there (Bà Rịa-\nVũng Tàu).
 */
export function fixHyphenation(text: string): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    let hyphen = at;
    while (hyphen > 0 && isBlank(text.charCodeAt(hyphen - 1))) hyphen--;
    hyphen--;
    if (hyphen < 1 || !(text[hyphen] === '-' || text[hyphen] === '\u2010' || text[hyphen] === '\u00ad')) continue;
    let start = hyphen;
    while (start > 0 && isLatin(text.charCodeAt(start - 1)) && hyphen - start < 8) start--;
    let next = at + 1;
    while (next < text.length && isBlank(text.charCodeAt(next))) next++;
    let end = next;
    while (end < text.length && isLatin(text.charCodeAt(end)) && end - next < 8) end++;
    const first = text.slice(start, hyphen);
    const second = text.slice(next, end);
    if (first === '' || second === '' || !isVietnameseSyllable(first + second)) continue;
    const cutInRime = IS_VOWEL[letterOf(second.charCodeAt(0)) & 63] > 0 && isSmall(second.charCodeAt(0));
    if (!cutInRime && isVietnameseSyllable(first) && isVietnameseSyllable(second)) continue;
    changes.push(change(text, hyphen, next, '', 'hyphenation'));
  }
  return changes;
}

/** Lines shorter than this (UTF-16 units) are headings, verses or items of a list: they are not joined to the next. */
const SHORTEST_FULL_LINE = 40;

/**
 * A line end inside a paragraph becomes a space: where a line of at least 40 characters ends in a letter, a digit or a
 * comma, and the next begins with a small letter.
 */
export function fixLineJoin(text: string): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    let end = at;
    while (end > lineStart && isBlank(text.charCodeAt(end - 1))) end--;
    let next = at + 1;
    while (next < text.length && (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 9)) next++;
    const full = end - lineStart >= SHORTEST_FULL_LINE;
    // A joined line counts from where it began.
    const begin = lineStart;
    lineStart = at + 1;
    if (!full || next >= text.length || !isSmall(text.charCodeAt(next))) continue;
    const last = text.charCodeAt(end - 1);
    // "a)" and "b." begin an item.
    if (!(isLatin(last) || isDigit(last) || last === 0x2c)) continue;
    if (next + 1 < text.length && (text[next + 1] === ')' || text[next + 1] === '.')) continue;
    changes.push(change(text, end, next, ' ', 'lineJoin'));
    lineStart = begin;
  }
  return changes;
}

/**
 * Spaces: doubled ones between words; before `, . ; : ! ?` and closing brackets; behind opening brackets. What stands in
 * columns (three spaces and more at a line's start, tabs) and what a computer reads stay.
 */
export function fixSpacing(text: string): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  for (let start = text.indexOf(' '); start >= 0; start = text.indexOf(' ', start)) {
    let end = start + 1;
    while (end < text.length && text.charCodeAt(end) === 0x20) end++;
    const before = start === 0 ? 0x0a : text.charCodeAt(start - 1);
    const after = end === text.length ? 0x0a : text.charCodeAt(end);
    // Indentation and spaces at a line's end are layout.
    if (before !== 0x0a && after !== 0x0a && after !== 0x0d) {
      if (isOpening(before) || isClosing(after) || endsPhrase(text, start, end)) {
        changes.push(change(text, start, end, '', 'spacing'));
      } else if (end - start > 1 && before !== 9 && after !== 9) {
        changes.push(change(text, start, end, ' ', 'spacing'));
      }
    }
    start = end;
  }
  return changes;
}

/** Is the space at `[start, end)` one that OCR put before a mark that belongs to the word in front of it? */
function endsPhrase(text: string, start: number, end: number): boolean {
  const mark = text[end];
  if (!(mark === ',' || mark === '.' || mark === ';' || mark === ':' || mark === '!' || mark === '?')) return false;
  const before = text.charCodeAt(start - 1);
  if (!(isLatin(before) || isDigit(before) || isClosing(before) || before === 0x22 || before === 0x25)) return false;
  // ".NET", ".5", ":)" and "..." begin something; a mark that ends a phrase is followed by a space, a quote or nothing.
  if (end + 1 >= text.length) return true;
  const after = text.charCodeAt(end + 1);
  // "3 . 5" and "8 : 30" are numbers that OCR pulled apart in some other way.
  if ((mark === '.' || mark === ':') && isDigit(before) && isDigit(text.charCodeAt(end + 2))) return false;
  if (mark === '.' && after === 0x2e) return false;
  return (
    isBlank(after) ||
    after === 0x0a ||
    after === 0x22 ||
    after === 0x201d ||
    after === 0x2019 ||
    (isClosing(after) && mark !== ':' && mark !== ';')
  );
}

const OPENING = '([{“‘«';
const CLOSING = ')]}”’»';

function isOpening(unit: number): boolean {
  return unit >= 0x28 && OPENING.includes(String.fromCharCode(unit));
}

function isClosing(unit: number): boolean {
  return unit >= 0x28 && CLOSING.includes(String.fromCharCode(unit));
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isSmall(unit: number): boolean {
  const packed = letterOf(unit);
  return packed > 0 && (packed & 512) === 0;
}

/** Words that both spellings are in use for, written with i, then with y: sĩ keeps its i in either. */
const WITH_I = 'kì kí kỉ kĩ kị lí lị mĩ tỉ tị hỉ quí quì quỉ quĩ quị'.split(' ');
const WITH_Y = 'kỳ ký kỷ kỹ kỵ lý lỵ mỹ tỷ tỵ hỷ quý quỳ quỷ quỹ quỵ'.split(' ');
const TO_Y: ReadonlyMap<string, string> = new Map(WITH_I.map((word, i) => [word, WITH_Y[i]]));
/** The i-spelling has exceptions too: quý and its like keep the y, which is a part of the diphthong uy there. */
const TO_I: ReadonlyMap<string, string> = new Map([
  ...WITH_Y.map((word, i): [string, string] => [word, WITH_I[i]]).filter(([word]) => !word.startsWith('qu')),
  ['sỹ', 'sĩ'],
]);

/** i or y as the only vowel of an open syllable, in words that are no names: small, or first in a sentence. */
export function fixIy(text: string, toY: boolean): NormalizeChange[] {
  const words = toY ? TO_Y : TO_I;
  const changes: NormalizeChange[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    const word = match[0];
    if (word.length < 2 || word.length > 3) continue;
    const small = word.toLowerCase();
    const wanted = words.get(small);
    if (wanted === undefined) continue;
    const capital = word !== small;
    // All capitals: a title or a name, nothing tells which.
    if (capital && (word.slice(1) !== small.slice(1) || !beginsSentence(text, match.index))) continue;
    // A name at the start of a sentence shows by the capital behind it: Lý Thường Kiệt.
    if (capital && /^\s+\p{Lu}/u.test(text.slice(match.index + word.length, match.index + word.length + 3))) continue;
    const last = word.length - 1;
    changes.push(change(text, match.index + last, match.index + last + 1, wanted[last], 'iy'));
  }
  return changes;
}

function beginsSentence(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (isBlank(text.charCodeAt(i)) || isOpening(text.charCodeAt(i)) || text[i] === '"')) i--;
  return i < 0 || text[i] === '\n' || text[i] === '.' || text[i] === '!' || text[i] === '?';
}
