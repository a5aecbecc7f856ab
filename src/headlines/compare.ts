import { distance } from 'fastest-levenshtein';
import { type FoldedHeadline, foldHeadline } from './fold.ts';

/** Settings of {@link compareHeadlines}. */
export interface CompareOptions {
  /** Share of the words, 0.5 to 1, that both must have; below 12 words 0.1 more is asked. Default 0.7. */
  readonly threshold?: number;
}

/** Chosen on a development set of revised and look-alike titles: see benchmarks/headlines.md. */
export const DEFAULT_THRESHOLD = 0.7;

/** Words from which on the threshold holds as it is: in a shorter headline one word is most of the news. */
export const LONG_HEADLINE = 12;
/** What a shorter headline must share in addition. */
const SHORT_MARGIN = 0.1;
/** Guards against 0.7 * 10 being a little more than 7. */
const ROUNDING = 1e-9;

/** Words that turn a headline into its opposite when one stands for the other; base letters. */
const OPPOSITES = new Map<string, string>();
for (const pair of ['tang giam', 'thang thua', 'len xuong', 'vao ra', 'dong mo', 'truoc sau', 'nam nu', 'cao thap']) {
  const [one, other] = pair.split(' ');
  OPPOSITES.set(one, other).set(other, one);
}

/** How much a pair must share when the longer has so many words. */
export function thresholdFor(words: number, threshold: number): number {
  return words < LONG_HEADLINE ? Math.min(1, threshold + SHORT_MARGIN) : threshold;
}

/** How many words a headline of `words` words shares at least with whatever repeats it: the index relies on this. */
export function leastShared(words: number, threshold: number): number {
  if (words >= LONG_HEADLINE) return Math.ceil(words * threshold - ROUNDING);
  const short = Math.ceil(words * thresholdFor(words, threshold) - ROUNDING);
  return Math.min(short, Math.ceil(LONG_HEADLINE * threshold - ROUNDING));
}

/** Why two headlines are, or are not, the same. */
export type CompareReason =
  | 'equal'
  | 'near'
  | 'numbers-differ'
  | 'names-differ'
  | 'opposites'
  | 'words-differ'
  | 'empty';

/** What {@link compareHeadlines} says. */
export interface Comparison {
  readonly same: boolean;
  /** Shared words over all words (Jaccard over words with repetitions), 0 to 1. */
  readonly similarity: number;
  readonly reason: CompareReason;
}

/**
 * Whether two headlines are the same, as an editor would say: case, diacritics, punctuation and source marks do not
 * count, differing numbers and names do.
 * @throws {TypeError} if either is not a string; {RangeError} if the threshold is not between 0.5 and 1
 * @example
 * compareHeadlines('Giá vàng hôm nay 3-4', 'Giá vàng hôm nay 4-4'); // { same: false, similarity: 1, reason: 'numbers-differ' }
 */
export function compareHeadlines(a: string, b: string, options: CompareOptions = {}): Comparison {
  if (typeof a !== 'string' || typeof b !== 'string') {
    throw new TypeError(`hieudinh: compareHeadlines needs two strings, got ${typeof a} and ${typeof b}`);
  }
  return compareFolded(foldHeadline(a), foldHeadline(b), thresholdOf(options.threshold));
}

/** The threshold asked for, checked. */
export function thresholdOf(threshold: number = DEFAULT_THRESHOLD): number {
  if (typeof threshold !== 'number' || !(threshold >= 0.5 && threshold <= 1)) {
    throw new RangeError(`hieudinh: threshold was ${String(threshold)}, expected a number from 0.5 to 1`);
  }
  return threshold;
}

/** {@link compareHeadlines} for headlines already read. One merge; distances only where names may differ. */
export function compareFolded(a: FoldedHeadline, b: FoldedHeadline, threshold: number): Comparison {
  const left = a.words;
  const right = b.words;
  const empty = (left.length === 0 && a.numbers === 0) || (right.length === 0 && b.numbers === 0);
  if (empty) return { same: false, similarity: 0, reason: 'empty' };
  const shared = countShared(left, right);
  const total = left.length + right.length - shared;
  const similarity = total === 0 ? 1 : shared / total;
  if (a.numbers !== b.numbers) return { same: false, similarity, reason: 'numbers-differ' };
  const needed = thresholdFor(Math.max(left.length, right.length), threshold);
  if (similarity < needed - ROUNDING) return { same: false, similarity, reason: 'words-differ' };
  if (similarity === 1) return { same: true, similarity, reason: a.hash === b.hash ? 'equal' : 'near' };
  if (namesDiffer(a, b)) return { same: false, similarity, reason: 'names-differ' };
  if (saysOpposite(a, b)) return { same: false, similarity, reason: 'opposites' };
  return { same: true, similarity, reason: 'near' };
}

/** How many words two sorted arrays share. */
export function countShared(left: Int32Array, right: Int32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const order = left[i] - right[j];
    if (order === 0) shared++;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return shared;
}

/** Both have a name word that the other lacks, and that is no misprint of one of the other's. */
function namesDiffer(a: FoldedHeadline, b: FoldedHeadline): boolean {
  return hasOwnName(a, b) && hasOwnName(b, a);
}

function saysOpposite(a: FoldedHeadline, b: FoldedHeadline): boolean {
  for (let i = 0; i < a.words.length; i++) {
    const opposite = OPPOSITES.get(a.letters[i]);
    if (opposite === undefined || b.words.includes(a.words[i])) continue;
    if (b.letters.includes(opposite) && !a.letters.includes(opposite)) return true;
  }
  return false;
}

function hasOwnName(a: FoldedHeadline, b: FoldedHeadline): boolean {
  for (let i = 0; i < a.words.length; i++) {
    if (a.names[i] === 0 || b.words.includes(a.words[i])) continue;
    const name = a.letters[i];
    if (!b.letters.some((other) => isMisprint(name, other))) return true;
  }
  return false;
}

/** One letter wrong in a word long enough that this is no other word. */
function isMisprint(name: string, other: string): boolean {
  return name.length >= 5 && Math.abs(name.length - other.length) <= 1 && distance(name, other) <= 1;
}
