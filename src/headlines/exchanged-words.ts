/*
 * The same words in another order are mostly the same phrases in another order; but two that change places around a verb
 * say the opposite: "Vợ giết chồng", "Chồng giết vợ".
 */
import { areContrasts } from './contrasts.ts';
import type { FoldedHeadline } from './fold.ts';
import { NAME_WORD } from './name-spelling.ts';
import { packedWord } from './packed-words.ts';
import { inOrder } from './word-places.ts';

/** Both sides of these are equal, whichever is named first. */
const SYMMETRIC: ReadonlySet<number> = new Set(
  'va voi hay hoac cung gap dau khac giong so sanh'.split(' ').map(packedWord),
);
/** Words between the two: with more they are parts of longer phrases that moved. */
const LONGEST_BETWEEN = 3;

/** Whether two headlines of the same words differ in two words, or names of two words, that change places. */
export function exchangesWords(a: FoldedHeadline, b: FoldedHeadline): boolean {
  const left = inOrder(a);
  const right = inOrder(b);
  if (left.length !== right.length) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let end = left.length;
  while (end > start && left[end - 1] === right[end - 1]) end--;
  for (let first = 1; first <= 2; first++) {
    for (let second = 1; second <= 2; second++) {
      const between = end - start - first - second;
      if (between < 1 || between > LONGEST_BETWEEN) continue;
      if (!isSame(left, start, right, end - first, first)) continue;
      if (!isSame(left, end - second, right, start, second)) continue;
      if (!isSame(left, start + first, right, start + second, between)) continue;
      const areShort = first === 1 && second === 1;
      // "Xăng tăng, dầu giảm": without its mark "dầu" is "đấu".
      if (areShort && areContrasts(left[start], left[end - 1])) return true;
      if (left.slice(start + first, end - second).some((word) => SYMMETRIC.has(word))) continue;
      // The first word of a sentence is no sign of a name, its second is.
      const lastWords = [left[start + first - 1], left[end - 1]];
      if (areShort || lastWords.every((word) => isName(a, word) || isName(b, word))) return true;
    }
  }
  return false;
}

function isSame(left: number[], from: number, right: number[], at: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (left[from + i] !== right[at + i]) return false;
  return true;
}

function isName({ words, spellings }: FoldedHeadline, word: number): boolean {
  return (spellings[words.indexOf(word)] & NAME_WORD) !== 0;
}
