import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD, ID_BOUNDARY, ID_UNKNOWN } from '../language/ids.ts';
import {
  FLAG_TOUCHED,
  FLAG_TWO_TONES,
  SHAPE_LOWER,
  SHAPE_TITLE,
  SHAPE_UPPER,
  scan,
  TokenBuffer,
} from '../text/scan.ts';
import { joinBrokenWords } from './broken-lines.ts';
import { CandidateSource, type Candidates } from './candidates.ts';
import { Channel } from './channel.ts';
import { Decoder } from './decode.ts';
import { readMisreadDigits, readVniKeys } from './digit-words.ts';
import { Gate } from './gate.ts';
import { HIGHLAND_NAME, isVariable } from './not-words.ts';
import { OddPairs } from './odd-pairs.ts';
import { isWord, MARGIN, Passage } from './passage.ts';
import { Proposer, type SuspiciousPlace } from './proposals.ts';
import { Rivals } from './rivals.ts';
import { findStrayMarks, passOver, type StrayMark } from './stray-marks.ts';
import type { TermGuard } from './terms.ts';
import { Twins } from './twins.ts';
import { joinedWithNext, WordBreaks } from './word-breaks.ts';

/** How a profile weighs things before the ranker has a say. */
export interface Sensitivity {
  /** Table of the dictionary's channels. */
  readonly channel: string;
  /** Most channel cost of a candidate. */
  readonly limit: number;
  /** Most candidates a word. */
  readonly most: number;
  /** What any error costs beside its channel cost, when errors beside each other are decoded. */
  readonly errorCost: number;
  /** Share of the channel cost that counts against a candidate's gain. */
  readonly channelWeight: number;
  /** A known word is looked at when its best candidate gains more than this after its cost. */
  readonly threshold: number;
  /**
   * Do errors come side by side? Then what stands in the clause with a suspicious word is decoded along with it, and two
   * words that are sound each by itself are looked at where they are odd together ("Cơ quan thông ke công bố").
   */
  readonly clustered: boolean;
}

/** Letters of the longest onset: *ngh*. */
const LONGEST_ONSET = 3;

/** What the look at a single place says of it. */
const SOUND = 0;
const SUSPICIOUS = 1;
const IF_RIVALLED = 2;

/** Parts `[start, end)` of a text, by ascending position. */
export type Stretches = readonly (readonly [start: number, end: number])[];

/** Where to look in a text. */
export interface Places {
  readonly near: Stretches;
  /** Wherever one of these words stands. */
  readonly words: readonly string[];
}

/**
 * Reads a text and names every place where a change might be right, with the features of each change. It decides
 * nothing: a ranker does. One instance serves one text at a time and keeps its buffers.
 */
export class Analysis {
  readonly tokens: TokenBuffer = new TokenBuffer();
  readonly passage: Passage;
  /** By token of the text that was analysed last: 1 where the user's terms keep it from being touched. */
  guarded: Uint8Array | undefined;
  /** Marks of the text that was analysed last that stand where none was printed; only scans have them. */
  strayMarks: readonly StrayMark[] = [];
  readonly #dictionary: Dictionary;
  readonly #candidates: CandidateSource;
  readonly #proposer: Proposer;
  readonly #gate: Gate;
  readonly #rivals: Rivals;
  readonly #twins: Twins;
  /** Undefined where errors do not come side by side. */
  readonly #oddPairs: OddPairs | undefined;
  /** Places that are suspicious where their words have rivals. */
  #doubtful: Int32Array = new Int32Array(256);
  readonly #decoder: Decoder;
  /** Id of the word that letters of a law stand behind; -1 where the dictionary lacks it. */
  readonly #point: number;
  /** By place of a stretch: the candidates of a suspicious word. */
  readonly #suspects: (Candidates | undefined)[] = [];
  /** By place of a stretch: is it there for another's sake? Then it matters only where it was decoded as another. */
  readonly #beside: boolean[] = [];
  #path: Uint16Array = new Uint16Array(256);
  #text = '';
  readonly #isStripped: boolean;
  readonly #isScanned: boolean;

  constructor(dictionary: Dictionary, sensitivity: Sensitivity) {
    this.#dictionary = dictionary;
    this.#isStripped = sensitivity.channel === 'stripped';
    this.#isScanned = sensitivity.channel !== 'typed';
    this.passage = new Passage(dictionary.vocabulary.size);
    this.#decoder = new Decoder(dictionary.ngrams, sensitivity);
    this.#point = dictionary.vocabulary.idOf('điểm') || -1;
    this.#gate = new Gate(dictionary.ngrams, dictionary.vocabulary, this.passage);
    this.#twins = new Twins(dictionary.ngrams, this.#gate, this.passage);
    this.#rivals = new Rivals(dictionary.ngrams, this.#gate, sensitivity);
    this.#oddPairs = sensitivity.clustered ? new OddPairs(dictionary.ngrams, sensitivity.channelWeight) : undefined;
    const table = dictionary.channels.get(sensitivity.channel);
    if (table === undefined) throw new RangeError(`hieudinh: the dictionary has no channel "${sensitivity.channel}"`);
    this.#candidates = new CandidateSource(dictionary.vocabulary, new Channel(table), {
      most: sensitivity.most,
      limit: sensitivity.limit,
      variants: dictionary.variants,
      loans: dictionary.loans,
      stripped: this.#isStripped,
      typed: !this.#isScanned,
    });
    const { tokens, passage } = this;
    const breaks = new WordBreaks(dictionary, tokens, passage, this.#isScanned ? this.#candidates : undefined);
    const variants = this.#isScanned ? [] : dictionary.variants;
    this.#proposer = new Proposer(dictionary, sensitivity, variants, tokens, passage, this.#twins, breaks);
  }

  /**
   * Suspicious places of `text`, by ascending position. The text must be NFC.
   * @param guard keeps the user's own terms from being touched
   * @param where to look; the whole text by default
   */
  analyse(text: string, guard?: TermGuard, where?: Places): SuspiciousPlace[] {
    this.#text = text;
    const { tokens, passage } = this;
    scan(text, tokens);
    const { vocabulary } = this.#dictionary;
    joinBrokenWords(text, tokens, vocabulary);
    if (this.#isScanned) readMisreadDigits(text, tokens, this.#dictionary);
    else readVniKeys(text, tokens, vocabulary);
    passage.read(tokens, vocabulary);
    const guarded = guard?.over(tokens, text);
    this.guarded = guarded;
    this.strayMarks = this.#isScanned ? findStrayMarks(text, tokens, passage, this.#dictionary, guarded) : [];
    if (passOver(this.strayMarks, tokens)) passage.read(tokens, vocabulary);
    if (this.#path.length < passage.length) this.#path = new Uint16Array(passage.ids.length);
    const path = this.#path;
    path.set(passage.ids.subarray(0, passage.length));
    this.#gate.mark(tokens, guarded, where);
    this.#keepSuspicious();
    const { look } = this.#gate;
    this.#proposer.begin(text, path, guarded);
    const places: SuspiciousPlace[] = [];
    const suspects = this.#suspects;
    const beside = this.#beside;
    const clustered = this.#oddPairs !== undefined;
    const end = passage.length - MARGIN;
    let last = MARGIN;
    for (let at = MARGIN; at < end; ) {
      if (look[at] === 0) {
        at++;
        continue;
      }
      // A stretch: suspicious places with fewer than two sound words between them; or, where errors come side by side,
      // the rest of the clause and the word before.
      const from = clustered && at > last && this.#isOpen(at - 1) ? at - 1 : at;
      let to = from;
      let count = 0;
      for (let sound = 0; to < end && (clustered || sound < 2) && passage.ids[to] !== ID_BOUNDARY; to++) {
        const suspicious = look[to] === 1;
        const isBeside = clustered && !suspicious && this.#isOpen(to);
        suspects[to - from] = suspicious || isBeside ? this.#candidatesAt(to) : undefined;
        beside[to - from] = isBeside;
        if (suspicious || isBeside) count++;
        sound = suspicious ? 0 : sound + 1;
      }
      at = to;
      last = to;
      if (count === 1) {
        // By itself it is proposed for as it stands. Few words are decoded as others, and only those need it done.
        const place = this.#proposer.propose(from, this.#candidatesAt(from));
        if (place !== undefined) places.push(place);
        if (this.#decoder.mayReplace(path[from], this.#proposer.bestWorth))
          this.#decoder.decode(path, from, to, suspects, beside);
        continue;
      }
      this.#decoder.decode(path, from, to, suspects, beside);
      for (let k = from; k < to; k++) {
        const candidates = suspects[k - from];
        if (candidates === undefined || (beside[k - from] && path[k] === passage.ids[k])) continue;
        const place = this.#propose(k, candidates);
        if (place !== undefined) places.push(place);
      }
    }
    return places;
  }

  /**
   * What may be done at a place of a stretch, beside the words that were decoded around it, or beside those that stand
   * there, whichever a candidate fits better: in "bán kinh của đường tròn" either word may be the slip, and only one was
   * decoded as another.
   */
  #propose(at: number, candidates: Candidates): SuspiciousPlace | undefined {
    const path = this.#path;
    const { ids } = this.passage;
    const decoded = this.#proposer.propose(at, candidates);
    if (this.#oddPairs !== undefined || path[at] !== ids[at]) return decoded;
    const around = path.slice(at - 2, at + 3);
    if (around.every((id, k) => id === ids[at - 2 + k])) return decoded;
    const { bestWorth } = this.#proposer;
    for (let k = at - 2; k < at + 3; k++) if (k !== at) path[k] = ids[k];
    const written = this.#proposer.propose(at, candidates);
    path.set(around, at - 2);
    return written !== undefined && this.#proposer.bestWorth > bestWorth ? { ...written, asWritten: true } : decoded;
  }

  readonly #candidatesOf = (at: number): Candidates => this.#candidatesAt(at);

  #candidatesAt(at: number): Candidates {
    const token = this.passage.token[at];
    const { hash, start, end } = this.tokens;
    return this.#candidates.candidates(hash[token], this.#text, start[token], end[token]);
  }

  /** Leaves the marks of the gate where there may be something better, by the n-grams alone. */
  #keepSuspicious(): void {
    const { look } = this.#gate;
    const { ids, length } = this.passage;
    if (this.#doubtful.length < length) this.#doubtful = new Int32Array(this.passage.ids.length);
    const doubtful = this.#doubtful;
    const gated = this.#oddPairs === undefined ? undefined : look.slice(0, length);
    let count = 0;
    for (let at = MARGIN; at < length - MARGIN; at++) {
      if (look[at] === 0) continue;
      // What is left of a syllable shows where its onset is ("c ủa"), which by itself may be a word.
      if (ids[at] === ID_UNKNOWN && this.#isOnsetOf(at)) look[at - 1] = 1;
      const suspicion = this.#suspicionOf(at);
      if (suspicion === IF_RIVALLED) doubtful[count++] = at;
      if (suspicion !== SUSPICIOUS) look[at] = 0;
    }
    this.#rivals.mark(ids, doubtful, count, this.#candidatesOf, look);
    if (gated !== undefined) this.#markOddPairs(gated);
  }

  /** Marks words that are odd beside each other; of one the gate has to have doubts. */
  #markOddPairs(gated: Uint8Array): void {
    const { look } = this.#gate;
    const { ids, length } = this.passage;
    for (let at = MARGIN; at < length - MARGIN - 1; at++) {
      if ((look[at] === 1 && look[at + 1] === 1) || (gated[at] === 0 && gated[at + 1] === 0)) continue;
      if (!this.#isOpen(at) || !this.#isOpen(at + 1)) continue;
      if (!this.#oddPairs?.isOdd(ids, at, this.#candidatesAt(at), this.#candidatesAt(at + 1))) continue;
      look[at] = 1;
      look[at + 1] = 1;
    }
  }

  /** May a word that seems sound be read as another? */
  #isOpen(at: number): boolean {
    const id = this.passage.ids[at];
    const t = this.passage.token[at];
    const { shape, flags } = this.tokens;
    return (
      id >= FIRST_WORD &&
      this.#dictionary.vocabulary.syllable[id] === 1 &&
      (shape[t] === SHAPE_LOWER || shape[t] === SHAPE_TITLE) &&
      (flags[t] & FLAG_TOUCHED) === 0 &&
      this.guarded?.[t] !== 1
    );
  }

  /** Is a place suspicious, whatever its candidates gain? */
  #suspicionOf(at: number): number {
    const { ids, token } = this.passage;
    const id = ids[at];
    if (!isWord(id)) return SOUND;
    const t = token[at];
    const { flags, shape, start, end } = this.tokens;
    // "điểm t khoản 2 Điều 12": a letter of the law.
    if (end[t] - start[t] === 1 && ids[at - 1] === this.#point) return SOUND;
    if (flags[t] & FLAG_TOUCHED || isVariable(this.#text, start[t], end[t])) return SOUND;
    if (flags[t] & FLAG_TWO_TONES) return SUSPICIOUS;
    const { vocabulary } = this.#dictionary;
    // Words that are no syllables are foreign; with a capital they are names or acronyms, but for "Viet", "Duong" in a text
    // that lost its marks.
    if (id >= FIRST_WORD && vocabulary.syllable[id] === 0) {
      if (this.#isBrokenOff(t)) return SUSPICIOUS;
      if (shape[t] !== SHAPE_LOWER)
        return this.#isStripped && vocabulary.hasSkeleton(this.#text.slice(start[t], end[t])) ? SUSPICIOUS : SOUND;
    }
    if (id < FIRST_WORD && shape[t] === SHAPE_UPPER && !this.#inCapitals(at)) return SOUND;
    if (id < FIRST_WORD && shape[t] === SHAPE_TITLE && HIGHLAND_NAME.test(this.#text.slice(start[t], end[t])))
      return SOUND;
    if (ids[at - 1] === id) return SUSPICIOUS;
    if (id < FIRST_WORD)
      return this.#candidatesAt(at).ids.length > 0 || end[t] - start[t] > 3 || isWord(ids[at + 1]) ? SUSPICIOUS : SOUND;
    const left = ids[at - 1];
    const right = ids[at + 1];
    if (this.#twins.mayBeCopied(at)) return SUSPICIOUS;
    // Beside an unknown word the n-grams say nothing: what stands there is decoded along with it.
    if ((right < FIRST_WORD && isWord(right)) || (left < FIRST_WORD && isWord(left))) return SUSPICIOUS;
    return IF_RIVALLED;
  }

  /** Is the word before an unknown one the onset that was broken off from it? */
  #isOnsetOf(at: number): boolean {
    const onset = this.passage.token[at] - 1;
    return (
      isWord(this.passage.ids[at - 1]) &&
      onset === this.passage.token[at - 1] &&
      this.guarded?.[onset] !== 1 &&
      (this.tokens.flags[onset] & FLAG_TOUCHED) === 0 &&
      this.#isBrokenOff(onset)
    );
  }

  /** Is a short word the onset of a syllable that the next word goes on with ("T rường", "ch ất lượng")? */
  #isBrokenOff(token: number): boolean {
    const { start, end, shape } = this.tokens;
    if (end[token] - start[token] > LONGEST_ONSET) return false;
    const joined = joinedWithNext(this.#text, this.tokens, token);
    if (joined === undefined || (shape[token + 1] !== SHAPE_LOWER && shape[token] !== SHAPE_UPPER)) return false;
    const { vocabulary } = this.#dictionary;
    return vocabulary.isSyllable(joined) || (this.#isScanned && vocabulary.hasSkeleton(joined));
  }

  /** Does the word stand in a line that is written in capitals? Then capitals make it no acronym. */
  #inCapitals(at: number): boolean {
    const { ids, token } = this.passage;
    const { shape } = this.tokens;
    for (const other of [at - 1, at + 1])
      if (
        isWord(ids[other]) &&
        token[other] >= 0 &&
        shape[token[other]] === SHAPE_UPPER &&
        ids[other] >= FIRST_WORD &&
        this.#dictionary.vocabulary.syllable[ids[other]] === 1
      )
        return true;
    return false;
  }
}
