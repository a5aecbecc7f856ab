/*
 * A word more is mostly a detail; but some turn what follows into its opposite, or make another office of it: "bỏ cấm",
 * "mất kiểm soát", "phó chủ tịch".
 */
import type { FoldedHeadline } from './fold.ts';
import { baseLetters, classOf, MARKS, MARKS_SHIFT } from './letters.ts';
import { NAME_WORD } from './name-spelling.ts';
import { packedWord } from './packed-words.ts';
import { NO_WORD, wordAt } from './word-places.ts';

const REVERSALS = marksByWord('bỏ mất hủy dừng ngừng ngưng hoãn thôi miễn bãi chống thoát suýt');
/** By their second word, the first, which is no reversal where it stands alone. */
const FIRST_OF_TWO: ReadonlyMap<number, readonly number[]> = new Map(
  [
    ['chối', 'từ'],
    ['đối', 'phản'],
    ['bỏ', 'bác', 'hủy', 'bãi', 'xóa'],
    ['nhận', 'phủ'],
    ['chỉ', 'đình'],
    ['dứt', 'chấm'],
    ['dừng', 'tạm'],
    ['ngừng', 'tạm'],
    ['hoãn', 'tạm'],
  ].map(([last, ...firsts]) => [packedOf(last), firsts.map(packedOf)]),
);
/** They turn only an office: elsewhere they are parts of names ("Nguyễn", "phố") and of other words. */
const OFFICE_PREFIXES = marksByWord('phó cựu nguyên quyền');
/** First words of offices. */
const OFFICES: ReadonlySet<number> = new Set(
  'chủ giám tổng bí bộ thứ thủ trưởng cục vụ hiệu viện chánh đại tư lãnh nghị phó hlv ceo'.split(' ').map(packedOf),
);

/** Whether the first of two headlines has a word that turns what both say, and the other nothing in its place. */
export function hasReversal(a: FoldedHeadline, own: readonly number[], b: FoldedHeadline): boolean {
  for (const index of own) {
    const word = a.words[index];
    const isReversal = REVERSALS.has(word);
    const firsts = FIRST_OF_TWO.get(word);
    const isPrefix = OFFICE_PREFIXES.has(word);
    if (!isReversal && !isPrefix && firsts === undefined) continue;
    const place = a.places[index];
    const after = wordAt(a, place + 1);
    const before = wordAt(a, place - 1);
    if (isPrefix && OFFICES.has(after) && isSpelled(OFFICE_PREFIXES, a, index) && isAdjacent(b, before, after))
      return true;
    if ((a.spellings[index] & NAME_WORD) !== 0) continue;
    // "Bác bỏ" says what "bác" says.
    if (firsts?.includes(before)) {
      if (isAdjacent(b, wordAt(a, place - 2), after)) return true;
    } else if (isReversal && isSpelled(REVERSALS, a, index) && isAdjacent(b, before, after)) return true;
  }
  return false;
}

/** Where words have kept their marks, "mặt" is not "mất"; what has none may have lost them. */
function isSpelled(marks: ReadonlyMap<number, number>, { words, spellings }: FoldedHeadline, index: number): boolean {
  const expected = marks.get(words[index]);
  const written = spellings[index] & MARKS;
  return expected !== undefined && (written === 0 || written === expected);
}

function isAdjacent(headline: FoldedHeadline, before: number, after: number): boolean {
  const index = headline.words.indexOf(after);
  return after !== NO_WORD && index >= 0 && wordAt(headline, headline.places[index] - 1) === before;
}

/** By packed word: its marks. */
function marksByWord(words: string): ReadonlyMap<number, number> {
  return new Map(words.split(' ').map((word) => [packedOf(word), marksOf(word)]));
}

function packedOf(word: string): number {
  return packedWord(baseLetters(word, 0, word.length));
}

function marksOf(word: string): number {
  let marks = 0;
  for (let i = 0; i < word.length; i++) marks += classOf(word.charCodeAt(i)) >>> MARKS_SHIFT;
  return marks & MARKS;
}
