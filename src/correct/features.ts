import type { Dictionary } from '../language/dictionary.ts';
import { ID_BOUNDARY, ID_NAME, ID_NUMBER, ID_PAUSE } from '../language/ids.ts';
import { PAIR_PLACE, PAIR_TERM, PAIR_WORD } from '../language/lexicon.ts';
import { BASE_OF } from '../language/vocabulary.ts';
import {
  FLAG_HYPHENATED,
  FLAG_TOUCHED,
  FLAG_TWO_TONES,
  SHAPE_LOWER,
  SHAPE_MIXED,
  SHAPE_TITLE,
  SHAPE_UPPER,
  type TokenBuffer,
} from '../text/scan.ts';
import type { Passage } from './passage.ts';
import { alliterates, rhymes } from './reduplication.ts';
import { type Surroundings, trigramsWith } from './surroundings.ts';

/** What is done to a place. */
export const SUBSTITUTE = 0;
export const SPLIT = 1;
export const JOIN = 2;
export const DELETE = 3;

/** One way to change a place of the text. */
export interface Proposal {
  readonly kind: number;
  /** Words that come in the place of `span` words. */
  readonly ids: readonly number[];
  readonly span: number;
  /** Channel cost. */
  readonly cost: number;
  /** The word was likely copied over another from nearby: the replacement owes it no likeness. */
  readonly copied: boolean;
  /** Gain of the n-gram model, natural log, over the text as it is. */
  readonly gain: number;
  readonly row: Float32Array;
  /** Ranker's score, then probability. */
  score: number;
}

/** A proposal before its features are known. */
export type Draft = Omit<Proposal, 'row' | 'score'>;

export const FEATURE_NAMES: readonly string[] = [
  'gain',
  'left gain',
  'right gain',
  'context gain',
  'cost',
  'margin over next',
  'rank by gain',
  'unknown',
  'unknown with capital',
  'two tones',
  'not a syllable',
  'title inside sentence',
  'all capitals',
  'mixed case',
  'sentence start',
  'tone only',
  'marks only',
  'hook and tilde',
  'first letter',
  'length',
  'other base letters',
  'log frequency of original',
  'log frequency of candidate',
  'trigrams with original',
  'trigrams with candidate',
  'bigram left original',
  'bigram right original',
  'bigram left candidate',
  'bigram right candidate',
  'capital share original',
  'capital share candidate',
  'word left original',
  'word right original',
  'word left candidate',
  'word right candidate',
  'term candidate',
  'term original',
  'place original',
  'unknown neighbours',
  'times in text original',
  'times in text candidate',
  'neighbour changed',
  'hyphen',
  'touched',
  'split',
  'join',
  'delete',
  'delete adjacent',
  'score of original',
  'score of candidate',
  'single letter',
  'neighbour boundary',
  'run of capitals',
  'copied from nearby',
  'pairs elsewhere in text original',
  'pairs elsewhere in text candidate',
  'left bigram original',
  'right bigram original',
  'bigram inside a split',
  'pause before',
  'distance of twin',
  'damage elsewhere in text',
  'words in text',
  'context margin over next',
  'twin and the word before it',
  'word and the one after it',
  'attested foreign word',
  'word before is the end of a word',
  'word after is the head of a word',
  'cut off by dots',
  'marks on no syllable',
  'no marks',
  'onset of a neighbour original',
  'rime of a neighbour original',
  'onset of a neighbour candidate',
  'rime of a neighbour candidate',
];
export const FEATURES: number = FEATURE_NAMES.length;

/** Features that compare the proposals for a place, filled in when all of them are known. */
export const GAIN_MARGIN: number = FEATURE_NAMES.indexOf('margin over next');
export const GAIN_RANK: number = FEATURE_NAMES.indexOf('rank by gain');
export const CONTEXT_MARGIN: number = FEATURE_NAMES.indexOf('context margin over next');

/** Where a proposal stands, for {@link fillFeatures}. */
export interface Place {
  readonly at: number;
  readonly token: number;
  /** Ids around the place, with neighbours as decoded. */
  readonly path: Uint16Array;
  readonly original: number;
  /** n-gram score of the text as it is. */
  readonly originalScore: number;
  readonly contextOriginal: number;
  /** Dots follow without a space and end the line: a teaser may have been cut off inside the word. */
  readonly cutOff: boolean;
  /** Is it an unknown word of letters that English has, too? */
  readonly plain: boolean;
  /** Is it an unknown word that has others, and is no well-formed syllable? */
  readonly malformed: boolean;
}

/**
 * Fills the features of a proposal. Differences of log-probabilities are in natural logarithms; counts are logarithms;
 * the rest are 0 or 1. `row` has {@link FEATURES} entries; margins and rank are filled in later.
 */
export function fillFeatures(
  row: Float32Array,
  dictionary: Dictionary,
  tokens: TokenBuffer,
  passage: Passage,
  place: Place,
  around: Surroundings,
  proposal: Draft,
  contextScore: number,
): void {
  const { ngrams, vocabulary, lexicon } = dictionary;
  const { path, at, original } = place;
  const { kind, ids, span, cost, gain } = proposal;
  const { left, right } = around;
  const first = ids.length > 0 ? ids[0] : right;
  const last = ids.length > 0 ? ids[ids.length - 1] : left;
  const leftSlot = ngrams.bigramSlot(left, first);
  const rightSlot = ngrams.bigramSlot(last, right);
  const leftBigram = ngrams.bigramAt(leftSlot, left, first);
  const token = place.token;
  const shape = tokens.shape[token];
  const flags = tokens.flags[token];
  const known = original > ID_NAME;
  let f = 0;
  row[f++] = gain;
  row[f++] = kind === DELETE ? 0 : clip(leftBigram - around.leftBigram);
  row[f++] = clip(ngrams.bigramAt(rightSlot, last, right) - around.rightBigram);
  row[f++] = clip(contextScore - place.contextOriginal);
  row[f++] = cost;
  f += 2;
  row[f++] = known ? 0 : 1;
  row[f++] = !known && shape !== SHAPE_LOWER ? 1 : 0;
  row[f++] = flags & FLAG_TWO_TONES ? 1 : 0;
  row[f++] = known && vocabulary.syllable[original] === 0 ? 1 : 0;
  row[f++] = shape === SHAPE_TITLE && left !== ID_BOUNDARY ? 1 : 0;
  row[f++] = shape === SHAPE_UPPER ? 1 : 0;
  row[f++] = shape === SHAPE_MIXED ? 1 : 0;
  row[f++] = left === ID_BOUNDARY ? 1 : 0;
  f = fillSpelling(row, f, dictionary, original, kind === SUBSTITUTE ? first : original, known);
  row[f++] = known ? ngrams.unigram(original) : -18;
  row[f++] = ids.length > 0 ? ngrams.unigram(first) : 0;
  row[f++] = around.trigrams;
  row[f++] = ids.length > 0 ? trigramsWith(dictionary, path, at, span, first, last) : 0;
  row[f++] = around.leftStored;
  row[f++] = around.rightStored;
  row[f++] = leftSlot >= 0 ? 1 : 0;
  row[f++] = rightSlot >= 0 ? 1 : 0;
  row[f++] = vocabulary.capital[original] / 255;
  row[f++] = ids.length > 0 ? vocabulary.capital[first] / 255 : 0;
  const { leftPair, rightPair } = around;
  const leftCandidate = lexicon.pair(left, first);
  const rightCandidate = lexicon.pair(last, right);
  row[f++] = leftPair & PAIR_WORD ? 1 : 0;
  row[f++] = rightPair & PAIR_WORD ? 1 : 0;
  row[f++] = leftCandidate & PAIR_WORD ? 1 : 0;
  row[f++] = rightCandidate & PAIR_WORD ? 1 : 0;
  row[f++] = (leftCandidate | rightCandidate) & PAIR_TERM ? 1 : 0;
  row[f++] = (leftPair | rightPair) & PAIR_TERM ? 1 : 0;
  row[f++] = (leftPair | rightPair) & PAIR_PLACE ? 1 : 0;
  row[f++] = around.unknown;
  row[f++] = around.times;
  row[f++] = ids.length > 0 ? Math.min(3, Math.log1p(passage.counts[first])) : 0;
  row[f++] = around.changed;
  row[f++] = flags & FLAG_HYPHENATED ? 1 : 0;
  row[f++] = flags & FLAG_TOUCHED ? 1 : 0;
  row[f++] = kind === SPLIT ? 1 : 0;
  row[f++] = kind === JOIN ? 1 : 0;
  row[f++] = kind === DELETE ? 1 : 0;
  row[f++] = kind === DELETE && left === original ? 1 : 0;
  row[f++] = place.originalScore / 3;
  row[f++] = (place.originalScore + gain) / 3;
  row[f++] = tokens.end[token] - tokens.start[token] === 1 ? 1 : 0;
  row[f++] =
    (left < 4 && left !== ID_NUMBER && left !== ID_PAUSE ? 1 : 0) +
    (right < 4 && right !== ID_NUMBER && right !== ID_PAUSE ? 1 : 0);
  row[f++] = around.titles;
  row[f++] = proposal.copied ? 1 : 0;
  row[f++] = around.pairs;
  row[f++] =
    kind === DELETE
      ? passage.pairCount(left, right, at)
      : passage.pairCount(left, first, at) + passage.pairCount(last, right, at);
  row[f++] = clip(around.leftBigram);
  row[f++] = clip(around.rightBigram);
  row[f++] = kind === SPLIT ? ngrams.bigram(ids[0], ids[1]) : 0;
  row[f++] = left === ID_PAUSE || passage.ids[at - 2] === ID_PAUSE ? 1 : 0;
  const step = proposal.copied || kind === DELETE ? twinDistance(passage.ids, at) : 0;
  row[f++] = step;
  row[f++] = around.damage;
  row[f++] = around.words;
  f++;
  row[f++] = step < 0 ? attraction(dictionary, passage.ids[at + step - 1], original) : 0;
  row[f++] = step < 0 ? attraction(dictionary, original, passage.ids[at + 1]) : 0;
  row[f++] = around.attested;
  row[f++] = around.leftTaken;
  row[f++] = around.rightTaken;
  row[f++] = place.cutOff ? 1 : 0;
  row[f++] = place.malformed ? 1 : 0;
  row[f++] = place.plain ? 1 : 0;
  row[f++] = around.alliterates;
  row[f++] = around.rhymes;
  row[f++] = kind === SUBSTITUTE && alliterates(vocabulary, left, first, right) ? 1 : 0;
  row[f++] = kind === SUBSTITUTE && rhymes(vocabulary, left, first, right) ? 1 : 0;
}

/**
 * How much likelier a word is after another than anywhere. A word that stands twice on purpose belongs to what is
 * before it the first time, and to what is after it the second ("Ủy ban hỗn hợp hợp tác kinh tế").
 */
function attraction(dictionary: Dictionary, first: number, second: number): number {
  return clip(dictionary.ngrams.bigram(first, second) - dictionary.ngrams.unigram(second));
}

const clip = (x: number): number => (x > 15 ? 15 : x < -15 ? -15 : x);

/** Signed steps to the nearest place with the same word; negative before, 0 where none is close. */
function twinDistance(ids: Uint16Array, at: number): number {
  for (let step = 1; step <= 3; step++) {
    if (ids[at - step] === ids[at]) return -step;
    if (ids[at + step] === ids[at]) return step;
  }
  return 0;
}

/** In what two known words differ; of an unknown one nothing is said here, the channel cost has it. */
function fillSpelling(
  row: Float32Array,
  f: number,
  dictionary: Dictionary,
  original: number,
  candidate: number,
  known: boolean,
): number {
  const { letters, letterStart, tone } = dictionary.vocabulary;
  row.fill(0, f, f + 6);
  if (!known || original === candidate) return f + 6;
  const a = letterStart[original];
  const b = letterStart[candidate];
  const n = letterStart[original + 1] - a;
  const m = letterStart[candidate + 1] - b;
  let sameLetters = n === m;
  let sameBases = n === m;
  for (let k = 0; k < n && k < m && sameBases; k++) {
    if (letters[a + k] !== letters[b + k]) sameLetters = false;
    if (BASE_OF[letters[a + k]] !== BASE_OF[letters[b + k]]) sameBases = false;
  }
  const x = tone[original];
  const y = tone[candidate];
  row[f] = sameLetters ? 1 : 0;
  row[f + 1] = sameBases && !sameLetters ? 1 : 0;
  row[f + 2] = sameLetters && ((x === 3 && y === 4) || (x === 4 && y === 3)) ? 1 : 0;
  row[f + 3] = n > 0 && m > 0 && letters[a] !== letters[b] ? 1 : 0;
  row[f + 4] = m - n;
  row[f + 5] = sameBases ? 0 : 1;
  return f + 6;
}
