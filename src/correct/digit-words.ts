import type { Dictionary } from '../language/dictionary.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { hashMisread } from '../text/codes.ts';
import { KIND_CODE, KIND_WORD } from '../text/kinds.ts';
import { SHAPE_LOWER, SHAPE_TITLE, SHAPE_UPPER, type TokenBuffer } from '../text/scan.ts';
import { fromVni } from '../unicode/index.ts';

/** A single 0 or 1 among letters: all small, all capitals, or a capital first. `G10` is a code. */
const MISREAD = /^(?=[^01]*[01][^01]*$)(?:[\p{Ll}01]+|\p{Lu}[\p{Ll}01]+|[\p{Lu}01]+)$/u;

/** Fewer letters are a number beside a letter (`c1`, `B0`), more are no syllable. */
const SHORTEST = 3;
const LONGEST = 10;

/** By how much log P of a word has to be over that of what stands before its digit, which else is a footnote's. */
const OFTENER = 4;

/** What a digit was read for. */
const LETTERS_OF: Readonly<Record<string, readonly string[]>> = { 0: ['o'], 1: ['i', 'l'] };

/**
 * Makes words of what a scan has letters and a digit in, where o, i or l was read as 0 or 1 (`tr0ng`, `T1nh ủy`): with that
 * letter they are a syllable but for its marks, and without the digit they are none, or a far rarer one. Words in small
 * letters with a mark are read so in any text, by `isMisreadWord`; here nothing but the vocabulary tells them from codes, and
 * codes are rare in scans.
 */
export function readMisreadDigits(text: string, tokens: TokenBuffer, dictionary: Dictionary): void {
  makeWords(text, tokens, (word) => MISREAD.test(word) && isSyllableBut(word, dictionary));
}

/** Three letters and a VNI key, or two and two keys; small but for the first. A key is the second at most in *d9*. */
const KEYED = /^(?=\p{L}\p{Ll}|[dD]9\p{Ll})(?=(?:\d*\p{L}){3}|\D*\d\D*\d)\p{L}[\p{Ll}\d]*$/u;

/** Two letters and a key are most often codes and formulas (`so2`, `d9a`), but not where others are left raw, too. */
const KEYED_SHORT = /^(?:\p{L}\p{Ll}\d|[dD]9\p{Ll})$/u;

/** What VNI keystrokes write; undefined where there are none, or a digit is left. */
export function composeVni(word: string): string | undefined {
  if (!/\d/.test(word)) return undefined;
  const composed = fromVni(word);
  return /\d/.test(composed) ? undefined : composed;
}

/** Makes words of VNI keystrokes that an input method left as they are (`tre3`, `trie65u`), where they write a syllable. */
export function readVniKeys(text: string, tokens: TokenBuffer, vocabulary: Vocabulary): void {
  const isSyllable = (word: string): boolean => {
    const composed = composeVni(word);
    return composed !== undefined && vocabulary.isSyllable(composed);
  };
  if (makeWords(text, tokens, (word) => KEYED.test(word) && isSyllable(word)))
    makeWords(text, tokens, (word) => KEYED_SHORT.test(word) && isSyllable(word));
}

/** Makes words of those runs of letters and digits that are meant as one. Were there any? */
function makeWords(text: string, tokens: TokenBuffer, isMeant: (word: string) => boolean): boolean {
  const { kind, start, end, hash, shape, length } = tokens;
  let any = false;
  for (let t = 0; t < length; t++) {
    if (kind[t] !== KIND_CODE) continue;
    const size = end[t] - start[t];
    if (size < SHORTEST || size > LONGEST) continue;
    const word = text.slice(start[t], end[t]);
    if (!isMeant(word)) continue;
    kind[t] = KIND_WORD;
    hash[t] = hashMisread(text, start[t], end[t]);
    shape[t] = shapeOf(word);
    any = true;
  }
  return any;
}

function isSyllableBut(word: string, { vocabulary, ngrams }: Dictionary): boolean {
  const digit = /[01]/.exec(word);
  if (digit === null) return false;
  const before = word.slice(0, digit.index);
  const after = word.slice(digit.index + 1);
  const letters = LETTERS_OF[digit[0]];
  // A number without a space before or after a word: `tháng1`, `1an`; but `đố1 với`.
  if (before === '' && vocabulary.hasSkeleton(after)) return false;
  if (after === '' && vocabulary.hasSkeleton(before)) {
    const frequency = (syllable: string): number =>
      vocabulary.isSyllable(syllable) ? ngrams.unigram(vocabulary.idOf(syllable)) : Number.NEGATIVE_INFINITY;
    return letters.some((letter) => frequency(before + letter) > frequency(before) + OFTENER);
  }
  return letters.some((letter) => vocabulary.hasSkeleton(before + letter + after));
}

function shapeOf(word: string): number {
  if (word === word.toLowerCase()) return SHAPE_LOWER;
  return word === word.toUpperCase() ? SHAPE_UPPER : SHAPE_TITLE;
}
