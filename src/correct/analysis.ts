import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD, ID_BOUNDARY, ID_NAME, ID_UNKNOWN } from '../language/ids.ts';
import { CONTESTED_FIRST_SHIFT, CONTESTED_SECOND_SHIFT, CONTESTED_SUM } from '../language/ngrams.ts';
import { hashWord } from '../text/letters.ts';
import { FLAG_TOUCHED, FLAG_TWO_TONES, SHAPE_LOWER, SHAPE_UPPER, scan, TokenBuffer } from '../text/scan.ts';
import { CandidateSource, type Candidates } from './candidates.ts';
import { Channel } from './channel.ts';
import { type Choices, decode } from './decode.ts';
import { DELETE, FEATURES, fillFeatures, JOIN, type Place, type Proposal, SPLIT, SUBSTITUTE } from './features.ts';
import { isWord, MARGIN, Passage } from './passage.ts';
import { windowScore, wordScore } from './window.ts';

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

/** A place of the text where something may be wrong, with what could be done. */
export interface SuspiciousPlace extends Place {
  readonly proposals: readonly Proposal[];
}

/** Proposals kept for a place, best by the n-grams first. */
const MOST_PROPOSALS = 8;

/** Words that may come in the place of a copied one: the more frequent half. */
const COMMON_WORDS = 4000;

/** What a copied word costs, beside any choice of what was meant: one in some ten thousand. */
const COPY_COST = 9;

/** A word whose window scores below this, or gains more than that by leaving, fits badly (natural logarithms). */
const POOR_FIT = -20;
const POOR_FIT_DELETED = 9;

/** How many words back a word may stand that was copied by mistake ("đạt được nhiều đạt kết quả"). */
const COPY_DISTANCE = 3;

/**
 * Reads a text and names every place where a change might be right, with the features of each change. It decides
 * nothing: a ranker does. One instance serves one text at a time and keeps its buffers.
 */
export class Analysis {
  readonly tokens: TokenBuffer = new TokenBuffer();
  readonly passage: Passage;
  readonly #dictionary: Dictionary;
  readonly #sensitivity: Sensitivity;
  readonly #candidates: CandidateSource;
  #path: Uint16Array = new Uint16Array(256);
  #look: Uint8Array = new Uint8Array(256);
  #text = '';

  constructor(dictionary: Dictionary, sensitivity: Sensitivity) {
    this.#dictionary = dictionary;
    this.#sensitivity = sensitivity;
    this.passage = new Passage(dictionary.vocabulary.size);
    const table = dictionary.channels.get(sensitivity.channel);
    if (table === undefined) throw new RangeError(`hieudinh: the dictionary has no channel "${sensitivity.channel}"`);
    this.#candidates = new CandidateSource(dictionary.vocabulary, new Channel(table), {
      most: sensitivity.most,
      limit: sensitivity.limit,
    });
  }

  /**
   * Suspicious places of `text`, by ascending position. The text must be NFC.
   * @param mayTouch says by token whether it may be changed at all (user terms say no)
   */
  analyse(text: string, mayTouch?: (token: number) => boolean): SuspiciousPlace[] {
    this.#text = text;
    const { tokens, passage } = this;
    scan(text, tokens);
    passage.read(tokens, this.#dictionary.vocabulary);
    if (this.#path.length < passage.length) this.#path = new Uint16Array(passage.ids.length);
    const path = this.#path;
    path.set(passage.ids.subarray(0, passage.length));
    const look = this.#gate();
    const places: SuspiciousPlace[] = [];
    const end = passage.length - MARGIN;
    for (let at = MARGIN; at < end; ) {
      if (look[at] === 0 || !this.#isSuspicious(at, mayTouch)) {
        at++;
        continue;
      }
      // A stretch: suspicious places with fewer than two sound words between them.
      const from = at;
      let to = at + 1;
      const choices: (Choices | undefined)[] = [this.#choices(at)];
      let sound = 0;
      while (to < end && sound < 2 && passage.ids[to] !== ID_BOUNDARY) {
        const suspicious = look[to] === 1 && this.#isSuspicious(to, mayTouch);
        choices.push(suspicious ? this.#choices(to) : undefined);
        sound = suspicious ? 0 : sound + 1;
        to++;
      }
      decode(this.#dictionary.ngrams, path, from, to, choices);
      for (let k = from; k < to; k++) {
        if (choices[k - from] === undefined) continue;
        const place = this.#propose(k);
        if (place !== undefined) places.push(place);
      }
      at = to;
    }
    return places;
  }

  /**
   * The hot loop: marks the places worth a closer look, at one probe a word. Sound is a known word whose bigrams on
   * both sides are stored with no confusable far more frequent in its place (the dictionary's contested levels), and
   * which does not stand again close by.
   */
  #gate(): Uint8Array {
    const { ids, token, length } = this.passage;
    const { flags } = this.tokens;
    const { ngrams } = this.#dictionary;
    const look = this.#look.length < length ? new Uint8Array(ids.length) : this.#look;
    this.#look = look;
    let before = CONTESTED_SUM;
    for (let at = MARGIN; at < length - MARGIN; at++) {
      const id = ids[at];
      const slot = ngrams.bigramSlot(id, ids[at + 1]);
      const extra = slot < 0 ? 0xff : ngrams.extra(slot);
      const word = id >= FIRST_WORD || id === ID_UNKNOWN || id === ID_NAME;
      const odd =
        word &&
        (before + ((extra >> CONTESTED_FIRST_SHIFT) & 3) >= CONTESTED_SUM ||
          id < FIRST_WORD ||
          (flags[token[at]] & FLAG_TWO_TONES) !== 0 ||
          ids[at - 1] === id ||
          ids[at - 2] === id ||
          ids[at + 2] === id ||
          (at > 4 && ids[at - 3] === id) ||
          ids[at + 3] === id);
      look[at] = odd ? 1 : 0;
      before = extra >> CONTESTED_SECOND_SHIFT;
    }
    return look;
  }

  #candidatesAt(at: number): Candidates {
    const token = this.passage.token[at];
    const { hash, start, end } = this.tokens;
    return this.#candidates.candidates(hash[token], this.#text, start[token], end[token]);
  }

  /** Is there something better for this place, by the n-grams alone? */
  #isSuspicious(at: number, mayTouch?: (token: number) => boolean): boolean {
    const { ids, token } = this.passage;
    const id = ids[at];
    if (!isWord(id)) return false;
    const t = token[at];
    if (mayTouch !== undefined && !mayTouch(t)) return false;
    const { flags, shape } = this.tokens;
    if (flags[t] & FLAG_TOUCHED) return false;
    if (flags[t] & FLAG_TWO_TONES) return true;
    const { vocabulary, ngrams } = this.#dictionary;
    // Words that are no syllables are foreign; with a capital they are names or acronyms.
    if (id >= FIRST_WORD && vocabulary.syllable[id] === 0 && shape[t] !== SHAPE_LOWER) return false;
    if (id < FIRST_WORD && shape[t] === SHAPE_UPPER && !this.#inCapitals(at)) return false;
    if (ids[at - 1] === id) return true;
    const { ids: candidates, costs } = this.#candidatesAt(at);
    if (id < FIRST_WORD)
      return candidates.length > 0 || this.tokens.end[t] - this.tokens.start[t] > 3 || isWord(ids[at + 1]);
    const { channelWeight, threshold } = this.#sensitivity;
    const left = ids[at - 1];
    const right = ids[at + 1];
    if (this.#mayBeCopied(at)) return true;
    // Beside an unknown word the n-grams say nothing: what stands there is decoded along with it.
    if ((right < FIRST_WORD && isWord(right)) || (left < FIRST_WORD && isWord(left))) return true;
    const here = ngrams.bigram(left, id) + ngrams.bigram(id, right);
    let exact = Number.NaN;
    for (let k = 0; k < candidates.length; k++) {
      const other = candidates[k];
      const budget = channelWeight * costs[k] + threshold;
      if (ngrams.bigram(left, other) + ngrams.bigram(other, right) - here < budget - 3) continue;
      if (Number.isNaN(exact)) exact = wordScore(ngrams, ids, at, id);
      if (wordScore(ngrams, ids, at, other) - exact > budget) return true;
    }
    return false;
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

  #choices(at: number): Choices {
    const { ids, costs } = this.#candidatesAt(at);
    const { channelWeight, errorCost } = this.#sensitivity;
    const original = this.passage.ids[at];
    const unknown = original < FIRST_WORD;
    const size = Math.min(ids.length, 24);
    const choice = { ids: new Uint16Array(size + 1), costs: new Float32Array(size + 1) };
    choice.ids[0] = original;
    // An unknown word is no better known for being a name: it must not win by the model's fondness of names.
    choice.costs[0] = unknown ? 2 : 0;
    for (let k = 0; k < size; k++) {
      choice.ids[k + 1] = ids[k];
      choice.costs[k + 1] = errorCost + channelWeight * costs[k];
    }
    return choice;
  }

  /** The changes that may be made at a place, with their features, given what was decoded around it. */
  #propose(at: number): SuspiciousPlace | undefined {
    const { ids, token, length } = this.passage;
    const { ngrams, context } = this.#dictionary;
    const path = this.#path;
    const decoded = path[at];
    const original = ids[at];
    path[at] = original;
    const originalScore = wordScore(ngrams, path, at, original);
    const drafts: Omit<Proposal, 'row' | 'score'>[] = [];
    const { ids: candidates, costs } = this.#candidatesAt(at);
    const { channelWeight } = this.#sensitivity;
    for (let k = 0; k < candidates.length; k++)
      drafts.push({
        kind: SUBSTITUTE,
        ids: [candidates[k]],
        span: 1,
        cost: costs[k],
        gain: wordScore(ngrams, path, at, candidates[k]) - originalScore,
        copied: false,
      });
    drafts.sort((a, b) => b.gain - channelWeight * b.cost - (a.gain - channelWeight * a.cost));
    if (drafts.length > MOST_PROPOSALS - 2) drafts.length = MOST_PROPOSALS - 2;
    this.#proposeCopied(at, original, originalScore, drafts);
    this.#proposeSplits(at, original, originalScore, drafts);
    this.#proposeJoin(at, original, drafts);
    this.#proposeDeletion(at, original, originalScore, drafts);
    if (drafts.length === 0) {
      path[at] = decoded;
      return undefined;
    }
    context.look(path, length, at);
    const contextOriginal = context.score(original);
    const place: Place = { at, token: token[at], path, original, originalScore, contextOriginal };
    let best = Number.NEGATIVE_INFINITY;
    let second = Number.NEGATIVE_INFINITY;
    const worth = drafts.map((d) => d.gain - channelWeight * d.cost);
    for (const w of worth) {
      if (w > best) {
        second = best;
        best = w;
      } else if (w > second) second = w;
    }
    const contexts = drafts.map((draft) => (draft.ids.length > 0 ? context.score(draft.ids[0]) : contextOriginal));
    const bestContext = Math.max(...contexts);
    const secondContext = Math.max(-50, ...contexts.filter((score) => score < bestContext));
    const proposals = drafts.map((draft, k): Proposal => {
      const row = new Float32Array(FEATURES);
      fillFeatures(row, this.#dictionary, this.tokens, this.passage, place, draft, contexts[k]);
      row[5] = worth[k] === best ? (second > -1e9 ? Math.min(15, best - second) : 15) : Math.max(-15, worth[k] - best);
      row[6] = worth.filter((w) => w > worth[k]).length;
      row[FEATURES - 1] = Math.max(
        -15,
        Math.min(15, contexts[k] - (contexts[k] === bestContext ? secondContext : bestContext)),
      );
      return { ...draft, row, score: 0 };
    });
    path[at] = decoded;
    return { ...place, proposals };
  }

  /**
   * A word that took the place of another because the writer's eye, or the paste, was on its twin nearby ("phát viên
   * đảng viên"): what was meant owes it no likeness, so the neighbours alone propose.
   */
  #proposeCopied(at: number, original: number, originalScore: number, drafts: Omit<Proposal, 'row' | 'score'>[]): void {
    if (!this.#mayBeCopied(at)) return;
    const { ngrams, vocabulary } = this.#dictionary;
    const path = this.#path;
    const left = path[at - 1];
    const right = path[at + 1];
    const best: { id: number; gain: number }[] = [];
    let bar = Number.NEGATIVE_INFINITY;
    const common = Math.min(vocabulary.size, COMMON_WORDS);
    for (let id = FIRST_WORD; id < common; id++) {
      if (id === original || vocabulary.syllable[id] !== 1 || id === left || id === right) continue;
      if (ngrams.bigramSlot(left, id) < 0 || ngrams.bigramSlot(id, right) < 0) continue;
      const rough = ngrams.bigram(left, id) + ngrams.bigram(id, right);
      if (rough < bar - 3) continue;
      if (rough > bar) bar = rough;
      best.push({ id, gain: wordScore(ngrams, path, at, id) - originalScore });
    }
    best.sort((a, b) => b.gain - a.gain);
    for (const { id, gain } of best.slice(0, 2)) {
      if (drafts.some((draft) => draft.kind === SUBSTITUTE && draft.ids[0] === id)) continue;
      drafts.push({ kind: SUBSTITUTE, ids: [id], span: 1, cost: COPY_COST, gain, copied: true });
    }
  }

  /** Does the same word stand close by, and does this one fit badly where it is? */
  #mayBeCopied(at: number): boolean {
    const { ids } = this.passage;
    const id = ids[at];
    if (id < FIRST_WORD) return false;
    let twin = false;
    for (let step = 1; step <= COPY_DISTANCE && !twin; step++)
      twin =
        (at - step >= MARGIN && ids[at - step] === id) || (at + step < this.passage.length && ids[at + step] === id);
    if (!twin) return false;
    const { ngrams } = this.#dictionary;
    if (ngrams.bigramSlot(ids[at - 1], id) < 0 || ngrams.bigramSlot(id, ids[at + 1]) < 0) return true;
    const here = wordScore(ngrams, ids, at, id);
    return here < POOR_FIT || windowScore(ngrams, ids, at, 1, [], 0) - here > POOR_FIT_DELETED;
  }

  /** An unknown word that is two known ones run together: `đượcmột`. */
  #proposeSplits(at: number, original: number, originalScore: number, drafts: Omit<Proposal, 'row' | 'score'>[]): void {
    if (original !== ID_UNKNOWN && original !== ID_NAME) return;
    const t = this.passage.token[at];
    const start = this.tokens.start[t];
    const size = this.tokens.end[t] - start;
    if (size < 4 || size > 16) return;
    const { vocabulary, ngrams } = this.#dictionary;
    const word = this.#text.slice(start, start + size);
    let best: Omit<Proposal, 'row' | 'score'> | undefined;
    for (let cut = 1; cut < size; cut++) {
      const first = vocabulary.idOf(word.slice(0, cut));
      if (first === 0 || vocabulary.syllable[first] === 0) continue;
      const second = vocabulary.idOf(word.slice(cut));
      if (second === 0 || vocabulary.syllable[second] === 0) continue;
      const gain = windowScore(ngrams, this.#path, at, 1, [first, second], 2) - originalScore;
      if (best === undefined || gain > best.gain)
        best = { kind: SPLIT, ids: [first, second], span: 1, cost: 6, gain, copied: false };
    }
    if (best !== undefined) drafts.push(best);
  }

  /** A word broken by a space: `T rường`, `lư ợng`. */
  #proposeJoin(at: number, original: number, drafts: Omit<Proposal, 'row' | 'score'>[]): void {
    const { ids, token } = this.passage;
    const next = ids[at + 1];
    if (!isWord(next) || !isWord(original)) return;
    const { vocabulary, ngrams } = this.#dictionary;
    const odd = (id: number, t: number): boolean =>
      id < FIRST_WORD || this.tokens.end[t] - this.tokens.start[t] === 1 || ngrams.unigram(id) < -11;
    const t = token[at];
    const u = token[at + 1];
    if (!odd(original, t) && !odd(next, u)) return;
    if (
      u !== t + 1 ||
      this.#text.charCodeAt(this.tokens.end[t]) !== 0x20 ||
      this.tokens.start[u] !== this.tokens.end[t] + 1
    )
      return;
    const joined =
      this.#text.slice(this.tokens.start[t], this.tokens.end[t]) +
      this.#text.slice(this.tokens.start[u], this.tokens.end[u]);
    if (joined.length > 8) return;
    const id = vocabulary.idOfHash(hashWord(joined));
    if (id === 0 || vocabulary.syllable[id] === 0 || this.#twoTones(joined)) return;
    const gain =
      windowScore(ngrams, this.#path, at, 2, [id], 1) - windowScore(ngrams, this.#path, at, 2, [original, next], 2);
    drafts.push({ kind: JOIN, ids: [id], span: 2, cost: 6, gain, copied: false });
  }

  #twoTones(word: string): boolean {
    const probe = new TokenBuffer();
    scan(word, probe);
    return probe.length !== 1 || (probe.flags[0] & FLAG_TWO_TONES) !== 0;
  }

  /** A word that stands twice: beside itself, or copied from a few words before. */
  #proposeDeletion(
    at: number,
    original: number,
    originalScore: number,
    drafts: Omit<Proposal, 'row' | 'score'>[],
  ): void {
    const { ids } = this.passage;
    for (let back = 1; back <= COPY_DISTANCE; back++) {
      if (ids[at - back] === ID_BOUNDARY) return;
      if (ids[at - back] !== original || original < FIRST_WORD) continue;
      const gain = windowScore(this.#dictionary.ngrams, this.#path, at, 1, [], 0) - originalScore;
      drafts.push({ kind: DELETE, ids: [], span: 1, cost: 5 + back, gain, copied: back > 1 });
      return;
    }
  }
}
