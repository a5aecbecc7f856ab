import { type Dictionary, variantOf } from '../language/dictionary.ts';
import { FIRST_WORD, ID_BOUNDARY } from '../language/ids.ts';
import { PAIR_WORD } from '../language/lexicon.ts';
import { pairKey } from '../language/word-pairs.ts';
import { SHAPE_LOWER, SHAPE_TITLE, type TokenBuffer } from '../text/scan.ts';
import { isVietnameseSyllable } from '../unicode/index.ts';
import type { Sensitivity } from './analysis.ts';
import type { Candidates } from './candidates.ts';
import { CommonWords } from './common-words.ts';
import {
  CONTEXT_MARGIN,
  DELETE,
  type Draft,
  FEATURES,
  fillFeatures,
  GAIN_MARGIN,
  GAIN_RANK,
  type Place,
  type Proposal,
  SUBSTITUTE,
} from './features.ts';
import { Gap } from './gap.ts';
import { Hopeless } from './hopeless.ts';
import type { Passage } from './passage.ts';
import { DEGREES } from './reduplication.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { COPY_DISTANCE, type Twins } from './twins.ts';
import { windowScore, wordScore } from './window.ts';
import type { WordBreaks } from './word-breaks.ts';

/** A place of the text where something may be wrong, with what could be done. */
export interface SuspiciousPlace extends Place {
  readonly proposals: readonly Proposal[];
  /** Features of the proposals, one after the other: each has its own as {@link Proposal.row}. */
  readonly rows: Float32Array;
  /** The proposals were made beside the words that stand around, though some of these were decoded as others. */
  readonly asWritten?: boolean;
}

/** Proposals kept for a place, best by the n-grams first. */
const MOST_PROPOSALS = 8;

/** What a copied word costs, beside any choice of what was meant: one in some ten thousand. */
const COPY_COST = 9;

/** Words that join two parts, which may begin alike; and words that come in pairs. */
const COORDINATORS = ['và', 'hoặc', 'hay', 'lẫn', 'cùng', 'với', 'đến', 'tới', 'nhưng', 'rồi'];
const CORRELATIVES = ['vừa', 'càng', 'cả', 'lúc', 'nửa', 'không', 'dù', 'nào', 'mỗi'];

/** Two ways that something is done, each behind the same word: "đưa qua đưa lại", "chạy ra chạy vào". */
const BACK_AND_FORTH = ['qua lại', 'đi lại', 'lên xuống', 'ra vào', 'vào ra', 'tới lui', 'ngược xuôi'];

/** Dots that end a line. */
const CUT_OFF = /(?:…|\.{3,})["”’)\]]*[ \t]*(?:[\r\n]|$)/y;

/** A letter beyond those of English. */
const MARKED = /[^\0-\x7f]/;

/** Names what could be done at a place: another word, a split, a join, a word left out. */
export class Proposer {
  /** What the best candidate at the place last looked at gains after its channel cost. */
  bestWorth: number = Number.NEGATIVE_INFINITY;
  readonly #dictionary: Dictionary;
  readonly #channelWeight: number;
  readonly #hopeless: Hopeless;
  readonly #tokens: TokenBuffer;
  readonly #passage: Passage;
  readonly #twins: Twins;
  readonly #wordBreaks: WordBreaks;
  readonly #common: CommonWords;
  readonly #gap: Gap;
  /** Numbers of the best candidates so far, best first. */
  readonly #order: Int32Array = new Int32Array(MOST_PROPOSALS - 2);
  #gains: Float64Array = new Float64Array(0);
  #worths: Float64Array = new Float64Array(0);
  readonly #coordinators: ReadonlySet<number>;
  readonly #correlatives: ReadonlySet<number>;
  readonly #degrees: ReadonlySet<number>;
  /** {@link BACK_AND_FORTH}, by {@link pairKey}. */
  readonly #waysBack: ReadonlySet<number>;
  /** By spelling: the common ones that are as right. */
  readonly #commonOf: Map<number, number[]> = new Map();
  #text = '';
  #path: Uint16Array = new Uint16Array();
  #guarded: Uint8Array | undefined;

  /**
   * `tokens` and `passage` are filled anew for each text, before {@link begin}.
   * @param sensitivity of the analysis
   * @param variants whose spellings no worse word may replace; none in scans, where one may be damage
   */
  constructor(
    dictionary: Dictionary,
    sensitivity: Sensitivity,
    variants: Iterable<number>,
    tokens: TokenBuffer,
    passage: Passage,
    twins: Twins,
    wordBreaks: WordBreaks,
  ) {
    this.#twins = twins;
    this.#wordBreaks = wordBreaks;
    this.#dictionary = dictionary;
    this.#gap = new Gap(dictionary.ngrams);
    this.#common = new CommonWords(dictionary.ngrams, dictionary.vocabulary.syllable);
    this.#channelWeight = sensitivity.channelWeight;
    this.#hopeless = new Hopeless(dictionary.vocabulary, sensitivity, tokens, passage);
    this.#tokens = tokens;
    this.#passage = passage;
    const idsOf = (words: readonly string[]): Set<number> =>
      new Set(words.map((word) => dictionary.vocabulary.idOf(word)).filter((id) => id !== 0));
    this.#coordinators = idsOf(COORDINATORS);
    this.#correlatives = idsOf(CORRELATIVES);
    this.#degrees = idsOf(DEGREES);
    this.#waysBack = new Set(
      BACK_AND_FORTH.map((ways) => ways.split(' ').map((word) => dictionary.vocabulary.idOf(word)))
        .filter((ways) => !ways.includes(0))
        .map(([there, back]) => pairKey(there, back)),
    );
    for (const key of variants) {
      const [spelling, common] = variantOf(key);
      this.#commonOf.set(spelling, [...(this.#commonOf.get(spelling) ?? []), common]);
    }
  }

  /**
   * Starts a text.
   * @param path its ids, with decoded ones written over them as the reading goes on
   * @param guarded by token, 1 where it must not be touched
   */
  begin(text: string, path: Uint16Array, guarded: Uint8Array | undefined): void {
    this.#text = text;
    this.#path = path;
    this.#guarded = guarded;
  }

  /**
   * The changes that may be made at a place, with their features, given what was decoded around it.
   * @param candidates of the word that stands there
   */
  propose(at: number, { ids: candidates, costs }: Candidates): SuspiciousPlace | undefined {
    const { ids, token, length } = this.#passage;
    const { ngrams, context } = this.#dictionary;
    const path = this.#path;
    const decoded = path[at];
    const original = ids[at];
    path[at] = original;
    const originalScore = wordScore(ngrams, path, at, original);
    let drafts: Draft[] = [];
    this.#proposeLikely(at, originalScore, candidates, costs, drafts);
    this.#proposeCopied(at, original, originalScore, drafts);
    drafts = this.#betterThanVariants(at, original, originalScore, drafts);
    for (const draft of [
      this.#wordBreaks.split(this.#text, path, at, originalScore),
      this.#wordBreaks.join(this.#text, path, at, this.#guarded),
    ])
      if (draft !== undefined) drafts.push(draft);
    this.#proposeDeletion(at, original, originalScore, drafts);
    if (this.#hopeless.are(drafts, this.#path, at)) {
      path[at] = decoded;
      return undefined;
    }
    context.look(path, length, at);
    const contextOriginal = context.score(original);
    const cutOff = this.#isCutOff(token[at]);
    // Of a known word neither is asked.
    const word =
      original < FIRST_WORD ? this.#text.slice(this.#tokens.start[token[at]], this.#tokens.end[token[at]]) : '';
    const isMarked = MARKED.test(word);
    const place: Place = {
      at,
      token: token[at],
      path,
      original,
      originalScore,
      contextOriginal,
      cutOff,
      plain: word !== '' && !isMarked,
      malformed: isMarked && !isVietnameseSyllable(word),
    };
    const described = this.#describe(place, drafts);
    path[at] = decoded;
    return described.proposals.length > 0 ? { ...place, ...described } : undefined;
  }

  /** Do dots follow a token without a space, and end the line: `…`, `...`? Inside of a line they end an enumeration. */
  #isCutOff(token: number): boolean {
    CUT_OFF.lastIndex = this.#tokens.end[token];
    return CUT_OFF.test(this.#text);
  }

  /** Drafts with their features, those that compare them with each other among them; without those far behind the best. */
  #describe(place: Place, drafts: readonly Draft[]): Pick<SuspiciousPlace, 'proposals' | 'rows'> {
    const { context } = this.#dictionary;
    const worths = drafts.map(({ gain, cost }) => gain - this.#channelWeight * cost);
    const contexts = drafts.map(({ ids }) => (ids.length > 0 ? context.score(ids[0]) : place.contextOriginal));
    const [best, second] = bestTwo(worths);
    const bestContext = Math.max(...contexts);
    const secondContext = Math.max(-50, ...contexts.filter((score) => score < bestContext));
    // By span.
    const around: Surroundings[] = [];
    const proposals: Proposal[] = [];
    // One block for all rows: an array of its own for each is mostly overhead.
    const rows = new Float32Array(drafts.length * FEATURES);
    for (let k = 0; k < drafts.length; k++) {
      const draft = drafts[k];
      const { kind, ids, span, cost, gain, copied } = draft;
      const worth = worths[k];
      if (this.#hopeless.is(draft, worth, best, contexts[k] - place.contextOriginal, place.original)) continue;
      const row = rows.subarray(proposals.length * FEATURES, (proposals.length + 1) * FEATURES);
      around[span] ??= surroundingsOf(this.#dictionary, this.#tokens, this.#passage, place, span);
      fillFeatures(row, this.#dictionary, this.#tokens, this.#passage, place, around[span], draft, contexts[k]);
      row[GAIN_MARGIN] =
        worth === best ? (second > -1e9 ? Math.min(15, best - second) : 15) : Math.max(-15, worth - best);
      let rank = 0;
      for (const other of worths) if (other > worth) rank++;
      row[GAIN_RANK] = rank;
      row[CONTEXT_MARGIN] = Math.max(
        -15,
        Math.min(15, contexts[k] - (contexts[k] === bestContext ? secondContext : bestContext)),
      );
      proposals.push({ kind, ids, span, cost, gain, copied, row, score: 0 });
    }
    return { proposals, rows: rows.subarray(0, proposals.length * FEATURES) };
  }

  /** The candidates that gain most after their channel cost, best first; of equals the cheaper first. */
  #proposeLikely(at: number, originalScore: number, ids: Uint16Array, costs: Float32Array, drafts: Draft[]): void {
    const count = ids.length;
    if (this.#gains.length < count) {
      this.#gains = new Float64Array(2 * count);
      this.#worths = new Float64Array(2 * count);
    }
    const gains = this.#gains;
    const worths = this.#worths;
    this.#gap.open(this.#path, at, ids);
    this.#gap.scores(gains);
    const order = this.#order;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      gains[k] -= originalScore;
      const worth = gains[k] - this.#channelWeight * costs[k];
      worths[k] = worth;
      let rank = kept;
      while (rank > 0 && worths[order[rank - 1]] < worth) rank--;
      if (rank === order.length) continue;
      if (kept < order.length) kept++;
      order.copyWithin(rank + 1, rank, kept - 1);
      order[rank] = k;
    }
    this.bestWorth = kept > 0 ? worths[order[0]] : Number.NEGATIVE_INFINITY;
    for (let rank = 0; rank < kept; rank++) {
      const k = order[rank];
      drafts.push({ kind: SUBSTITUTE, ids: [ids[k]], span: 1, cost: costs[k], gain: gains[k], copied: false });
    }
  }

  /**
   * Of words for the place of one with a variant that is as right, those that fit better than the variant does: "chiếc
   * tầu" is no "chiếc cầu", since "chiếc tàu" is better still.
   */
  #betterThanVariants(at: number, original: number, originalScore: number, drafts: Draft[]): Draft[] {
    const { ngrams } = this.#dictionary;
    const gains = this.#commonOf.get(original)?.map((id) => wordScore(ngrams, this.#path, at, id) - originalScore);
    if (gains === undefined) return drafts;
    const bar = Math.max(...gains);
    return drafts.filter(({ gain, cost }) => gain - this.#channelWeight * cost > bar);
  }

  /**
   * A word that took the place of another because the writer's eye, or the paste, was on its twin nearby ("phát viên
   * đảng viên"): what was meant owes it no likeness, so the neighbours alone propose.
   */
  #proposeCopied(at: number, original: number, originalScore: number, drafts: Draft[]): void {
    const { ngrams } = this.#dictionary;
    if (this.#isParallel(at, original) || !this.#twins.mayBeCopied(at)) return;
    const path = this.#path;
    const left = path[at - 1];
    const right = path[at + 1];
    const best = this.#common
      .between(left, right, original)
      .map((id) => ({ id, gain: wordScore(ngrams, path, at, id) - originalScore }));
    best.sort((a, b) => b.gain - a.gain);
    for (const { id, gain } of best.slice(0, 2)) {
      if (drafts.some((draft) => draft.kind === SUBSTITUTE && draft.ids[0] === id)) continue;
      drafts.push({ kind: SUBSTITUTE, ids: [id], span: 1, cost: COPY_COST, gain, copied: true });
    }
  }

  /** A word that stands twice: beside itself, or copied from a few words before. */
  #proposeDeletion(at: number, original: number, originalScore: number, drafts: Draft[]): void {
    const { ids } = this.#passage;
    for (let back = 1; back <= COPY_DISTANCE; back++) {
      if (ids[at - back] === ID_BOUNDARY) return;
      if (ids[at - back] !== original || original < FIRST_WORD) continue;
      if (
        back === 1
          ? this.#isApart(at) || this.#belongsApart(at, original)
          : this.#isParallel(at, original) || this.#goesOn(at, original)
      )
        return;
      const gain = windowScore(this.#dictionary.ngrams, this.#path, at, 1, [], 0) - originalScore;
      drafts.push({ kind: DELETE, ids: [], span: 1, cost: 5 + back, gain, copied: back > 1 });
      return;
    }
  }

  /** Does a tab, a quotation mark, or what is not read (code, a picture), stand between a word and the one before? */
  #isApart(at: number): boolean {
    const { token } = this.#passage;
    return /[\t\ufffc"“”‘’«»]/.test(this.#text.slice(this.#tokens.end[token[at - 1]], this.#tokens.start[token[at]]));
  }

  /** Is a word said again the head of the next one: "đại hội đại biểu", where nothing but "đại" stands twice? */
  #goesOn(at: number, original: number): boolean {
    const { lexicon } = this.#dictionary;
    const next = this.#path[at + 1];
    return (lexicon.pair(original, next) & ~lexicon.pair(this.#path[at - 1], next) & PAIR_WORD) !== 0;
  }

  /**
   * Do two equal words beside each other belong to two words or names: "hỗn hợp hợp tác", "Đại học Mở mở rộng"; or are
   * they said twice for emphasis, or before or after two others that are: "rất rất vui", "nói nói cười cười"? A ranker
   * can't learn how rare a slip is there: slips are planted far oftener than they are made.
   */
  #belongsApart(at: number, original: number): boolean {
    const { ids, token } = this.#passage;
    const { lexicon } = this.#dictionary;
    if (this.#degrees.has(original) || isSaidTwice(ids, at + 1) || isSaidTwice(ids, at - 3)) return true;
    if (lexicon.pair(ids[at - 2], original) & lexicon.pair(original, this.#path[at + 1]) & PAIR_WORD) return true;
    const { shape } = this.#tokens;
    return ids[at - 2] !== ID_BOUNDARY && shape[token[at - 1]] === SHAPE_TITLE && shape[token[at]] === SHAPE_LOWER;
  }

  /**
   * Is a word said again a word or two later because two parts are alike: "về đất và về tài sản", "vừa học vừa làm", "đưa
   * qua đưa lại"; or are both words said again: "đi mãi đi mãi", which is meant, or another's to find (`repeated-words.ts`)?
   */
  #isParallel(at: number, original: number): boolean {
    const { ids } = this.#passage;
    if (this.#coordinators.has(ids[at - 1]) || this.#correlatives.has(original)) return true;
    if (ids[at - 2] !== original) return false;
    const between = ids[at - 1];
    return between === ids[at + 1] || between === ids[at - 3] || this.#waysBack.has(pairKey(between, ids[at + 1]));
  }
}

/** Does a known word stand at a place and at the next? */
const isSaidTwice = (ids: Uint16Array, at: number): boolean => ids[at] >= FIRST_WORD && ids[at] === ids[at + 1];

/** The largest of some numbers, and the largest of the others, which may equal it. */
function bestTwo(numbers: readonly number[]): [best: number, second: number] {
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const n of numbers) {
    if (n > best) {
      second = best;
      best = n;
    } else if (n > second) second = n;
  }
  return [best, second];
}
