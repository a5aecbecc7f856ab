import type { Dictionary } from '../language/dictionary.ts';
import { ID_BOUNDARY, ID_NAME, ID_UNKNOWN } from '../language/ids.ts';
import { type Lexicon, PAIR_WORD } from '../language/lexicon.ts';
import { KIND_WORD, SHAPE_MIXED, SHAPE_TITLE, type TokenBuffer } from '../text/scan.ts';
import type { Place } from './features.ts';
import type { Passage } from './passage.ts';
import { alliterates, rhymes } from './reduplication.ts';

/** What the proposals for a place that replace as many words have in common: looked up once for all of them. */
export interface Surroundings {
  readonly left: number;
  readonly right: number;
  /** log P by the bigrams of the original with its neighbours; 1 where they are stored, else 0. */
  readonly leftBigram: number;
  readonly rightBigram: number;
  readonly leftStored: number;
  readonly rightStored: number;
  readonly trigrams: number;
  /** `PAIR_` bits of the original with its neighbours. */
  readonly leftPair: number;
  readonly rightPair: number;
  /** How often those pairs stand elsewhere in the text. */
  readonly pairs: number;
  readonly times: number;
  readonly unknown: number;
  readonly changed: number;
  readonly titles: number;
  readonly damage: number;
  readonly words: number;
  readonly attested: number;
  /** 1 where a neighbour belongs to another word, {@link CLAIMED} where that word may belong to a third, else 0. */
  readonly leftTaken: number;
  readonly rightTaken: number;
  /** 1 where a neighbour has the onset, or the rime, of the original, else 0. */
  readonly alliterates: number;
  readonly rhymes: number;
}

/** Looks at what is around a place, for proposals that replace `span` words. */
export function surroundingsOf(
  dictionary: Dictionary,
  tokens: TokenBuffer,
  passage: Passage,
  place: Place,
  span: number,
): Surroundings {
  const { ngrams, lexicon, vocabulary } = dictionary;
  const { path, at, original, token } = place;
  const left = path[at - 1];
  const right = path[at + span];
  const lastOriginal = span > 1 ? passage.ids[at + span - 1] : original;
  const shape = tokens.shape[token];
  const known = original > ID_NAME;
  const leftSlot = ngrams.bigramSlot(left, original);
  const rightSlot = ngrams.bigramSlot(lastOriginal, right);
  let unknown = 0;
  let changed = 0;
  for (let k = -2; k <= 2; k++) {
    const other = at + k;
    if (k === 0 || other < 0 || other >= passage.length) continue;
    if (passage.ids[other] === ID_UNKNOWN || passage.ids[other] === ID_NAME) unknown++;
    if (path[other] !== passage.ids[other]) changed++;
  }
  return {
    left,
    right,
    leftBigram: ngrams.bigramAt(leftSlot, left, original),
    rightBigram: ngrams.bigramAt(rightSlot, lastOriginal, right),
    leftStored: leftSlot >= 0 ? 1 : 0,
    rightStored: rightSlot >= 0 ? 1 : 0,
    trigrams: trigramsWith(dictionary, path, at, span, original, lastOriginal),
    leftPair: lexicon.pair(left, original),
    rightPair: lexicon.pair(lastOriginal, right),
    pairs: passage.pairCount(left, original, at) + passage.pairCount(lastOriginal, right, at),
    times: Math.min(
      3,
      Math.log(Math.max(1, known ? passage.counts[original] : passage.unknownCounts[tokens.hash[token] & 0x3fff])),
    ),
    unknown,
    changed,
    titles: shape === SHAPE_TITLE || shape === SHAPE_MIXED ? titleNeighbours(tokens, token) : 0,
    damage: damageElsewhere(passage, original),
    words: Math.log1p(passage.words),
    attested: !known && dictionary.attested.has(tokens.hash[token]) ? 1 : 0,
    leftTaken: takenBefore(lexicon, path, at - 1),
    rightTaken: takenAfter(lexicon, path, at + span),
    alliterates: alliterates(vocabulary, left, original, right) ? 1 : 0,
    rhymes: rhymes(vocabulary, left, original, right) ? 1 : 0,
  };
}

/** How far a neighbour is taken by a word whose other half may belong to a third ("ủy | ban hành": ban is no part of ủy ban). */
const CLAIMED = 0.5;

/**
 * How far a word belongs to the one before it. A neighbour that belongs to another word needs this one less ("nhà văn
 * bàn về": văn is taken).
 */
function takenBefore(lexicon: Lexicon, path: Uint16Array, at: number): number {
  const before = path[at - 1];
  if (path[at] === ID_BOUNDARY || !(lexicon.pair(before, path[at]) & PAIR_WORD)) return 0;
  return before !== ID_BOUNDARY && lexicon.pair(path[at - 2], before) & PAIR_WORD ? CLAIMED : 1;
}

/** The same of the one after it. */
function takenAfter(lexicon: Lexicon, path: Uint16Array, at: number): number {
  const after = path[at + 1];
  if (path[at] === ID_BOUNDARY || !(lexicon.pair(path[at], after) & PAIR_WORD)) return 0;
  return after !== ID_BOUNDARY && lexicon.pair(after, path[at + 2]) & PAIR_WORD ? CLAIMED : 1;
}

/**
 * Logarithm of the share of words in the rest of the text that are unknown: a page with one misread word has more. The
 * prior, one word in a hundred, is worth thirty words.
 */
function damageElsewhere(passage: Passage, original: number): number {
  // What is foreign by its letters is unknown, and not counted as a word.
  const others = Math.max(0, passage.unknownWords - (original === ID_UNKNOWN ? 1 : 0));
  return Math.log((others + 0.3) / (passage.words + 30));
}

/** How many of the words beside a token have a capital too, and stand in the same sentence. */
function titleNeighbours(tokens: TokenBuffer, token: number): number {
  let n = 0;
  for (const other of [token - 1, token + 1])
    if (
      other >= 0 &&
      other < tokens.length &&
      tokens.kind[other] === KIND_WORD &&
      (tokens.shape[other] === SHAPE_TITLE || tokens.shape[other] === SHAPE_MIXED)
    )
      n++;
  return n;
}

/** How many of the three trigrams over a place are stored. */
export function trigramsWith(
  dictionary: Dictionary,
  path: Uint16Array,
  at: number,
  span: number,
  first: number,
  last: number,
): number {
  const { ngrams } = dictionary;
  const left = path[at - 1];
  const right = path[at + span];
  let n = 0;
  if (left !== ID_BOUNDARY && ngrams.hasTrigram(path[at - 2], left, first)) n++;
  if (first === last && ngrams.hasTrigram(left, first, right)) n++;
  if (right !== ID_BOUNDARY && ngrams.hasTrigram(last, right, path[at + span + 1])) n++;
  return n;
}
