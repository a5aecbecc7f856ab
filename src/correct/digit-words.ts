import { emptySpelling, skeletonKey, spell, type Vocabulary } from '../language/vocabulary.ts';
import { hashMisread } from '../text/codes.ts';
import { KIND_CODE, KIND_WORD } from '../text/kinds.ts';
import { SHAPE_LOWER, SHAPE_TITLE, SHAPE_UPPER, type TokenBuffer } from '../text/scan.ts';

/** Letters around a single 0 or 1: all small, all capitals, or a capital first. */
const MISREAD = /^(?:\p{Ll}*[01]\p{Ll}*|\p{Lu}[01]?\p{Ll}*[01]?\p{Ll}*|\p{Lu}*[01]\p{Lu}*)$/u;

/** Fewer letters are a number beside a letter (`c1`, `B0`), more are no syllable. */
const SHORTEST = 3;
const LONGEST = 8;

/** What a digit was read for. */
const LETTERS_OF: Readonly<Record<string, readonly string[]>> = { 0: ['o'], 1: ['i', 'l'] };

/**
 * Makes words of what a scan has letters and a digit in, where o, i or l was read as 0 or 1 (`tr0ng`, `T1nh ủy`): with that
 * letter they are a syllable but for its marks, and without the digit they are none. Words in small letters with a mark are
 * read so in any text, by `isMisreadWord`; here nothing but the vocabulary tells them from codes, and codes are rare in scans.
 */
export function readDigitWords(text: string, tokens: TokenBuffer, vocabulary: Vocabulary): void {
  const { kind, start, end, hash, shape, length } = tokens;
  for (let t = 0; t < length; t++) {
    if (kind[t] !== KIND_CODE) continue;
    const size = end[t] - start[t];
    if (size < SHORTEST || size > LONGEST) continue;
    const word = text.slice(start[t], end[t]);
    if (!MISREAD.test(word) || !isSyllableBut(word, vocabulary)) continue;
    kind[t] = KIND_WORD;
    hash[t] = hashMisread(text, start[t], end[t]);
    shape[t] = shapeOf(word);
  }
}

function isSyllableBut(word: string, vocabulary: Vocabulary): boolean {
  const digit = /[01]/.exec(word);
  if (digit === null) return false;
  const before = word.slice(0, digit.index);
  const after = word.slice(digit.index + 1);
  // A number without a space before or after a word: `tháng1`, `1an`.
  if (before === '' ? isSkeleton(after, vocabulary) : after === '' && isSkeleton(before, vocabulary)) return false;
  return LETTERS_OF[digit[0]].some((letter) => isSkeleton(before + letter + after, vocabulary));
}

/** Has a syllable, without its marks, these letters? */
function isSkeleton(letters: string, vocabulary: Vocabulary): boolean {
  const spelling = emptySpelling();
  return spell(letters, spelling) && vocabulary.firstOfSkeleton(skeletonKey(spelling.codes, spelling.length)) !== 0;
}

function shapeOf(word: string): number {
  if (word === word.toLowerCase()) return SHAPE_LOWER;
  return word === word.toUpperCase() ? SHAPE_UPPER : SHAPE_TITLE;
}
