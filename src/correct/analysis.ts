import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD, ID_BOUNDARY } from '../language/ids.ts';
import { FLAG_TOUCHED, FLAG_TWO_TONES, SHAPE_LOWER, SHAPE_UPPER, scan, TokenBuffer } from '../text/scan.ts';
import { CandidateSource, type Candidates } from './candidates.ts';
import { Channel } from './channel.ts';
import { Decoder } from './decode.ts';
import { Gate } from './gate.ts';
import { isWord, MARGIN, Passage } from './passage.ts';
import { Proposer, type SuspiciousPlace } from './proposals.ts';
import { Rivals } from './rivals.ts';
import type { TermGuard } from './terms.ts';
import { Twins } from './twins.ts';

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
}

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
  readonly #dictionary: Dictionary;
  readonly #candidates: CandidateSource;
  readonly #proposer: Proposer;
  readonly #gate: Gate;
  readonly #rivals: Rivals;
  readonly #twins: Twins;
  /** Places that are suspicious where their words have rivals. */
  #doubtful: Int32Array = new Int32Array(256);
  readonly #decoder: Decoder;
  /** Id of the word that letters of a law stand behind; -1 where the dictionary lacks it. */
  readonly #point: number;
  /** By place of a stretch: the candidates of a suspicious word. */
  readonly #suspects: (Candidates | undefined)[] = [];
  #path: Uint16Array = new Uint16Array(256);
  #text = '';

  constructor(dictionary: Dictionary, sensitivity: Sensitivity) {
    this.#dictionary = dictionary;
    this.passage = new Passage(dictionary.vocabulary.size);
    this.#decoder = new Decoder(dictionary.ngrams, sensitivity);
    this.#point = dictionary.vocabulary.idOf('điểm') || -1;
    this.#gate = new Gate(dictionary.ngrams, dictionary.vocabulary, this.passage);
    this.#twins = new Twins(dictionary.ngrams, this.#gate, this.passage);
    this.#rivals = new Rivals(dictionary.ngrams, this.#gate, sensitivity);
    const variants = sensitivity.channel === 'typed' ? dictionary.variants : [];
    this.#proposer = new Proposer(dictionary, sensitivity, variants, this.tokens, this.passage, this.#twins);
    const table = dictionary.channels.get(sensitivity.channel);
    if (table === undefined) throw new RangeError(`hieudinh: the dictionary has no channel "${sensitivity.channel}"`);
    this.#candidates = new CandidateSource(dictionary.vocabulary, new Channel(table), {
      most: sensitivity.most,
      limit: sensitivity.limit,
      variants: dictionary.variants,
      loans: dictionary.loans,
      stripped: sensitivity.channel === 'stripped',
    });
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
    passage.read(tokens, this.#dictionary.vocabulary);
    if (this.#path.length < passage.length) this.#path = new Uint16Array(passage.ids.length);
    const path = this.#path;
    path.set(passage.ids.subarray(0, passage.length));
    const guarded = guard?.over(tokens);
    this.guarded = guarded;
    this.#gate.mark(tokens, guarded, where);
    this.#keepSuspicious();
    const { look } = this.#gate;
    this.#proposer.begin(text, path, guarded);
    const places: SuspiciousPlace[] = [];
    const suspects = this.#suspects;
    const end = passage.length - MARGIN;
    for (let at = MARGIN; at < end; ) {
      if (look[at] === 0) {
        at++;
        continue;
      }
      // A stretch: suspicious places with fewer than two sound words between them.
      const from = at;
      let to = at + 1;
      const first = this.#candidatesAt(at);
      suspects[0] = first;
      let count = 1;
      let sound = 0;
      while (to < end && sound < 2 && passage.ids[to] !== ID_BOUNDARY) {
        const suspicious = look[to] === 1;
        suspects[to - from] = suspicious ? this.#candidatesAt(to) : undefined;
        if (suspicious) count++;
        sound = suspicious ? 0 : sound + 1;
        to++;
      }
      at = to;
      if (count === 1) {
        // By itself it is proposed for as it stands. Few words are decoded as others, and only those need it done.
        const place = this.#proposer.propose(from, first);
        if (place !== undefined) places.push(place);
        if (this.#decoder.mayReplace(path[from], this.#proposer.bestWorth))
          this.#decoder.decode(path, from, to, suspects);
        continue;
      }
      this.#decoder.decode(path, from, to, suspects);
      for (let k = from; k < to; k++) {
        const candidates = suspects[k - from];
        if (candidates === undefined) continue;
        const place = this.#proposer.propose(k, candidates);
        if (place !== undefined) places.push(place);
      }
    }
    return places;
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
    const { length } = this.passage;
    if (this.#doubtful.length < length) this.#doubtful = new Int32Array(this.passage.ids.length);
    const doubtful = this.#doubtful;
    let count = 0;
    for (let at = MARGIN; at < length - MARGIN; at++) {
      if (look[at] === 0) continue;
      const suspicion = this.#suspicionOf(at);
      if (suspicion === IF_RIVALLED) doubtful[count++] = at;
      if (suspicion !== SUSPICIOUS) look[at] = 0;
    }
    this.#rivals.mark(this.passage.ids, doubtful, count, this.#candidatesOf, look);
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
    if (flags[t] & FLAG_TOUCHED) return SOUND;
    if (flags[t] & FLAG_TWO_TONES) return SUSPICIOUS;
    const { vocabulary } = this.#dictionary;
    // Words that are no syllables are foreign; with a capital they are names or acronyms.
    if (id >= FIRST_WORD && vocabulary.syllable[id] === 0 && shape[t] !== SHAPE_LOWER) return SOUND;
    if (id < FIRST_WORD && shape[t] === SHAPE_UPPER && !this.#inCapitals(at)) return SOUND;
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
