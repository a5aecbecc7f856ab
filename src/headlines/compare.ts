import { distance } from 'fastest-levenshtein';
import { saysOtherwise } from './contrasts.ts';
import { exchangesWords } from './exchanged-words.ts';
import { type FoldedHeadline, foldHeadline, saysNothing, sortFirst } from './fold.ts';
import { MOST_WORDS } from './keys.ts';
import { spellNamesOtherwise } from './name-spelling.ts';
import { replacesWord } from './replaced-words.ts';
import { hasReversal } from './reversals.ts';
import { ownWords } from './word-places.ts';

/** Settings of {@link compareHeadlines}. */
export interface CompareOptions {
  /** Share of the words, 0.5 to 1, that both must have; below 12 words 0.1 more is asked. Default 0.68. */
  readonly threshold?: number;
}

/** Chosen on a development set of revised and look-alike titles: see benchmarks/headlines.md. */
const DEFAULT_THRESHOLD = 0.68;

/** Words from which on the threshold holds as it is: in a shorter headline one word is most of the news. */
const LONG_HEADLINE = 12;
/** What a shorter headline must share in addition. */
const SHORT_MARGIN = 0.1;
/** What a shared word counts less when it stands elsewhere. */
const MOVED = 0.5;
/** Guards against 0.7 * 10 being a little more than 7. */
const ROUNDING = 1e-9;

/** How much a pair must share when the longer has so many words. */
export function thresholdFor(words: number, threshold: number): number {
  return words < LONG_HEADLINE ? Math.min(1, threshold + SHORT_MARGIN) : threshold;
}

/** The least similarity of two headlines of so many words that are the same, a rounding error allowed. */
export function leastSimilarity(one: number, other: number, threshold: number): number {
  return thresholdFor(Math.max(one, other), threshold) - ROUNDING;
}

/** Why two headlines are, or are not, the same. */
export type CompareReason =
  | 'equal'
  | 'near'
  | 'numbers-differ'
  | 'names-differ'
  | 'says-otherwise'
  | 'words-differ'
  | 'order-differs'
  | 'too-long'
  | 'empty';

/** What {@link compareHeadlines} says. */
export interface Comparison {
  readonly same: boolean;
  /** Shared words over all words (Jaccard over words with repetitions), 0 to 1; one that stands elsewhere counts half
   * where all else would make the two the same. */
  readonly similarity: number;
  readonly reason: CompareReason;
}

/**
 * Whether two headlines are the same, as an editor would say: case, diacritics, punctuation and source marks do not
 * count, differing numbers and names do, even where only their marks differ ("Thủy" and "Thúy"; a name that lost its
 * marks may be either). So does one content word for another in its place ("trồng lúa", "trồng ngô"), which two
 * headlines of a template differ in, and a word that turns the rest ("bỏ cấm"). Blocks of more than 1,024 words are the
 * same only where equal.
 * @throws {TypeError} if either is not a string; {RangeError} if the threshold is not between 0.5 and 1
 * @example
 * compareHeadlines('Giá vàng hôm nay 3-4', 'Giá vàng hôm nay 4-4'); // { same: false, similarity: 1, reason: 'numbers-differ' }
 */
export function compareHeadlines(a: string, b: string, options: CompareOptions = {}): Comparison {
  if (typeof a !== 'string' || typeof b !== 'string') {
    throw new TypeError(`hieudinh: compareHeadlines needs two strings, got ${typeof a} and ${typeof b}`);
  }
  const threshold = thresholdOf(options.threshold);
  const left = foldHeadline(a);
  const right = foldHeadline(b);
  const compared = compareFolded(left, right, threshold);
  // As the indexes have it, which make no keys for such blocks.
  const long = Math.max(left.words.length, right.words.length) > MOST_WORDS;
  return long && compared.reason === 'near' ? { ...compared, same: false, reason: 'too-long' } : compared;
}

/** The threshold asked for, checked. */
export function thresholdOf(threshold: number = DEFAULT_THRESHOLD): number {
  if (typeof threshold !== 'number' || !(threshold >= 0.5 && threshold <= 1)) {
    throw new RangeError(`hieudinh: threshold was ${String(threshold)}, expected a number from 0.5 to 1`);
  }
  return threshold;
}

/** {@link compareHeadlines} for headlines already read. One merge; the rest only where enough words are shared. */
export function compareFolded(a: FoldedHeadline, b: FoldedHeadline, threshold: number): Comparison {
  const left = a.words;
  const right = b.words;
  if (saysNothing(a) || saysNothing(b)) return { same: false, similarity: 0, reason: 'empty' };
  const shared = countShared(left, right);
  const total = left.length + right.length - shared;
  let similarity = total === 0 ? 1 : shared / total;
  if (a.numbers !== b.numbers) return { same: false, similarity, reason: 'numbers-differ' };
  if (a.hash === b.hash && a.check === b.check) {
    const mayDiffer = a.variant !== b.variant || left.length > MOST_WORDS;
    const differ = mayDiffer && spellNamesOtherwise(a, b);
    return { same: !differ, similarity: 1, reason: differ ? 'names-differ' : 'equal' };
  }
  const needed = leastSimilarity(left.length, right.length, threshold);
  if (similarity < needed) return { same: false, similarity, reason: 'words-differ' };
  const moved = countMoved(a, b, shared);
  // All alike and in place, yet not equal: the hashes of two words happen to be one.
  similarity = moved === 0 && similarity === 1 ? (shared - 1) / (total + 1) : similarity - (moved * MOVED) / total;
  if (similarity < needed) return { same: false, similarity, reason: 'order-differs' };
  if (namesDiffer(a, b) || spellNamesOtherwise(a, b)) return { same: false, similarity, reason: 'names-differ' };
  if (shared === total && exchangesWords(a, b)) return { same: false, similarity, reason: 'order-differs' };
  if (saysOtherwise(a, b) || turnsWords(a, b)) return { same: false, similarity, reason: 'says-otherwise' };
  return { same: true, similarity, reason: 'near' };
}

/** Whether a word that only one of the two has turns what it says, or stands where the other has another. */
function turnsWords(a: FoldedHeadline, b: FoldedHeadline): boolean {
  const left = ownWords(a.words, b.words);
  const right = ownWords(b.words, a.words);
  if (hasReversal(a, left, b) || hasReversal(b, right, a)) return true;
  // Both ways: of two words in one place, one may stand elsewhere in the other headline.
  return replacesWord(a, left, b) || replacesWord(b, right, a);
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

/** Reused by {@link countMoved}, so that comparing headlines allocates nothing; longer blocks get an array of their own. */
const SCRATCH = new Float64Array(64);
const PLACES = 65536;

/**
 * The least number of shared words to take out so that the others stand in one order: all but the longest increasing
 * subsequence of their places, by patience sorting.
 */
function countMoved(a: FoldedHeadline, b: FoldedHeadline, shared: number): number {
  if (shared < 2) return 0;
  const places = shared > SCRATCH.length ? new Float64Array(shared) : SCRATCH;
  for (let i = 0, j = 0, found = 0; found < shared; ) {
    const order = a.words[i] - b.words[j];
    if (order === 0) places[found++] = a.places[i] * PLACES + b.places[j];
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  if (places === SCRATCH) sortFirst(places, shared);
  else places.sort();
  let longest = 0;
  for (let i = 0; i < shared; i++) {
    const place = places[i] % PLACES;
    let low = 0;
    let high = longest;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The piles reuse the front of the array: there are at most i of them.
      if (places[middle] < place) low = middle + 1;
      else high = middle;
    }
    places[low] = place;
    if (low === longest) longest++;
  }
  return shared - longest;
}

/** Both have a name word that the other lacks, and that is no misprint of one of the other's. */
function namesDiffer(a: FoldedHeadline, b: FoldedHeadline): boolean {
  // Read once: the names of a stored headline are made when asked for.
  const left = a.names;
  const right = b.names;
  return hasOwnName(a.words, left, b.words, right) && hasOwnName(b.words, right, a.words, left);
}

function hasOwnName(
  words: Int32Array,
  names: readonly string[],
  otherWords: Int32Array,
  otherNames: readonly string[],
): boolean {
  for (let i = 0; i < words.length; i++) {
    const name = names[i];
    if (name === '' || otherWords.includes(words[i])) continue;
    if (!otherNames.some((other) => isMisprint(name, other))) return true;
  }
  return false;
}

/** One letter wrong in a word long enough that this is no other word. */
function isMisprint(name: string, other: string): boolean {
  return name.length >= 5 && Math.abs(name.length - other.length) <= 1 && distance(name, other) <= 1;
}
