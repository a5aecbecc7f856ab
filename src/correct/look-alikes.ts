import type { Finding } from '../finding.ts';
import { FindingRanges } from '../finding-ranges.ts';
import { CLASS_LETTER, unitInfo } from '../text/letters.ts';
import { type Normalized, normalize } from '../unicode/index.ts';
import { explainLookAlike } from './message.ts';
import { termText } from './terms.ts';
import type { UserTerm } from './types.ts';

/** A fixer takes only letters whose word becomes Vietnamese; what it may be wrong about is Pinyin that is a syllable (`nǎm`). */
const CONFIDENCE = 0.99;

/** The fixers of `normalize` that put Vietnamese letters in the place of others. */
const FIXERS: readonly string[] = ['lookAlikes', 'spacingMarks'];

/** A word that was written with letters, or marks, of other scripts; offsets of the composed text. */
export interface LookAlikeWord {
  readonly start: number;
  readonly end: number;
  /** As it was written. */
  readonly original: string;
  /** In Vietnamese letters. */
  readonly replacement: string;
}

/** What is said of such a word. */
export type LookAlike = Pick<Finding, 'start' | 'end' | 'original' | 'message' | 'messageVi' | 'suggestions' | 'auto'>;

/**
 * Words in which composing put Vietnamese letters in the place of others that look like them, by ascending start. What is
 * written in the phonetic alphabet or in Pinyin is none, though it may read as a syllable: [re'puβlika ðe], kuàng chǎn.
 * @param source what was composed
 */
export function lookAlikeWords(source: string, { text, changes, map }: Normalized): LookAlikeWord[] {
  const words: LookAlikeWord[] = [];
  let done = 0;
  for (const change of changes) {
    if (!change.fixers.some((fixer) => FIXERS.includes(fixer))) continue;
    let [start, end] = map.rangeToNormalized(change.start, change.end);
    if (start < done) continue;
    while (start > 0 && isLetter(text, start - 1)) start--;
    while (end < text.length && isLetter(text, end)) end++;
    done = end;
    const [from, to] = map.rangeToOriginal(start, end);
    const original = source.slice(from, to);
    if (isPhonetic(text, start, end) || isPinyin(source, from, original)) continue;
    words.push({ start, end, original, replacement: normalize(text.slice(start, end)) });
  }
  return words;
}

/** How far from a word what shows its language is looked for, in code units. */
const REACH = 60;

/** Does the word stand between square brackets with letters of the phonetic alphabet, some of which are Greek? */
function isPhonetic(text: string, start: number, end: number): boolean {
  const before = /\[[^[\]\n]*$/.exec(text.slice(Math.max(0, start - REACH), start));
  const behind = before === null ? null : /^[^[\]\n]*\]/.exec(text.slice(end, end + REACH));
  return behind !== null && PHONETIC.test(`${before} ${behind}`);
}

/** But not ɑ and ɡ, which damaged text has for a and g. */
const PHONETIC = /[\p{Script=Greek}ɐɒ-ɠɢ-ʯʰ-ʸˈˌː]/u;

const isPinyin = (source: string, start: number, original: string): boolean =>
  /[ǎǍ]/.test(original) && BEFORE_PINYIN.test(source.slice(Math.max(0, start - REACH), start));

const PINYIN = 'a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ';

/** What says that Pinyin comes, and behind it no letter that Pinyin lacks; behind characters no mark that ends a phrase. */
const BEFORE_PINYIN = new RegExp(
  `(?:bính âm|pinyin)(?:[\\p{Script=Han}${PINYIN}]|[^\\p{L}\\n])*$|\\p{Script=Han}[\\s(:/]*(?:[${PINYIN}]+[\\s'-]+)*$`,
  'iu',
);

const isLetter = (text: string, at: number): boolean => unitInfo(text.charCodeAt(at)) >> 10 === CLASS_LETTER;

/**
 * Finds words that only look Vietnamese (`nǎm`, `cоn` with a Cyrillic letter): readers see nothing, searches find nothing.
 * The corrector reads them as they look, so it says nothing of them where the word is right.
 * @param corrections of the composed text, by ascending start: a word with one is replaced as a whole
 * @param terms of the user, who may have such a spelling in one
 */
export function findLookAlikes(
  words: readonly LookAlikeWord[],
  corrections: readonly Finding[],
  terms: readonly (string | UserTerm)[],
): LookAlike[] {
  const corrected = new FindingRanges(corrections);
  return words
    .filter(
      ({ start, end, original }) =>
        !corrected.touch(start, end) && !terms.some((term) => termText(term).includes(original)),
    )
    .map(({ start, end, original, replacement }) => ({
      start,
      end,
      original,
      ...explainLookAlike(original, replacement),
      suggestions: [{ text: replacement, confidence: CONFIDENCE }],
      auto: true,
    }));
}
