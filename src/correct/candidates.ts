import { forEachNearSkeleton } from '../language/skeletons.ts';
import type { Spelling, Vocabulary } from '../language/vocabulary.ts';
import { BASE_OF, emptySpelling, skeletonKey, spell, TONES } from '../language/vocabulary.ts';
import { pairKey } from '../language/word-pairs.ts';
import { hashCodes, toggleOpenVowel } from '../text/letters.ts';
import { readTelex, type TelexReading } from '../text/telex.ts';
import { type Channel, IMPOSSIBLE } from './channel.ts';
import { composeVni } from './digit-words.ts';

/** Words that could have been meant, cheapest first. */
export interface Candidates {
  readonly ids: Uint16Array;
  /** Channel cost of each. */
  readonly costs: Float32Array;
}

const NONE: Candidates = { ids: new Uint16Array(0), costs: new Float32Array(0) };

export interface CandidateOptions {
  /** Most candidates a word. */
  readonly most: number;
  /** Channel cost above which a word is no candidate. */
  readonly limit: number;
  /** Were marks lost, so that known foreign words too are more likely keystrokes? */
  readonly stripped?: boolean;
  /** Are digits inside of words keys of VNI, rather than misread letters? */
  readonly typed?: boolean;
  /** Hashes of words of other languages, beside those of the vocabulary. */
  readonly loans?: ReadonlySet<number>;
  /** Pairs of spellings that are both right, by {@link pairKey}: the second is no candidate for the first. */
  readonly variants?: ReadonlySet<number>;
}

/** Cost of keystrokes left raw, in a word that is none: nothing else explains `thueets`. */
const TELEX_COST = 2;

/** What another key for the tone, or for the marks of the letters, costs beside: `mowis` for `mọi`, nobody saw what came of it. */
const TELEX_SLIP = 4.5;

/** UTF-16 units of a word that may stand for another. */
const LONGEST = 16;

/** Most words to remember the candidates of: a document of that many different suspicious words is not prose. */
const CACHE_SIZE = 20_000;

/**
 * Finds the words that an observed one may stand for: all syllables whose letters without marks differ by one letter at
 * most (or by one rewrite of the channel), weighed by the channel. Some 30 µs for a new word, then remembered.
 */
export class CandidateSource {
  readonly #vocabulary: Vocabulary;
  readonly #channel: Channel;
  readonly #options: CandidateOptions;
  /** By the hash of a known word; by the letters of another, since a hash takes `cí` and `cý` for one, `b1ao` and `bao`. */
  readonly #cache: Map<number | string, Candidates> = new Map();
  /** By toneless spelling: the round in which it was weighed last. */
  readonly #seen: Uint32Array;
  readonly #spelling: Spelling = emptySpelling();
  readonly #best: CheapestWords;
  #round = 0;

  constructor(vocabulary: Vocabulary, channel: Channel, options: CandidateOptions) {
    this.#vocabulary = vocabulary;
    this.#channel = channel;
    this.#options = options;
    this.#seen = new Uint32Array(vocabulary.size);
    this.#best = new CheapestWords(options.most, options.limit);
  }

  /** @param hash of the word, as `hashWord` gives it, and its letters in `text[start, end)` */
  candidates(hash: number, text: string, start: number, end: number): Candidates {
    if (end - start > LONGEST) return NONE;
    const self = this.#vocabulary.idOfHash(hash);
    const key = self === 0 ? text.slice(start, end) : hash;
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    const found = this.#find(hash, self, text.slice(start, end));
    if (this.#cache.size >= CACHE_SIZE) this.#cache.clear();
    this.#cache.set(key, found);
    return found;
  }

  #find(hash: number, self: number, word: string): Candidates {
    const observed = this.#spelling;
    // As the vocabulary spells it: kĩ and kỹ are one word, and which comes first must make no difference.
    if (!spell(self === 0 ? word : this.#vocabulary.text[self], observed)) return NONE;
    const { stripped, typed, loans } = this.#options;
    const best = this.#best;
    best.clear();
    const isKeyed = typed === true && self === 0 && composeVni(word) !== undefined;
    if (!isKeyed) this.#weigh(observed, self);
    if (self !== 0 && toggleOpenVowel(observed.codes, observed.length)) {
      // "niềm ti" is a slip for "tin", which is no slip for "ty".
      this.#weigh(observed, self);
      toggleOpenVowel(observed.codes, observed.length);
    }
    // What is a word in another language (`sex`, `or`) is seldom keystrokes, but where all marks were lost.
    const isWord = stripped ? this.#vocabulary.syllable[self] === 1 : self !== 0 || loans?.has(hash) === true;
    if (!isWord) this.#readKeystrokes(word, observed);
    return best.words();
  }

  /** Proposes the words that `observed` may stand for. Those of the same letters cost the same but for their tones. */
  #weigh(observed: Spelling, self: number): void {
    const vocabulary = this.#vocabulary;
    const { letters, letterStart } = vocabulary;
    const { variants } = this.#options;
    const channel = this.#channel;
    const best = this.#best;
    const seen = this.#seen;
    const round = ++this.#round;
    const visit = (toneless: number): void => {
      if (seen[toneless] === round) return;
      seen[toneless] = round;
      const word = vocabulary.wordOfToneless(toneless);
      const letterCost = channel.letterCost(letters, letterStart[word], letterStart[word + 1], observed, best.bar);
      if (letterCost > best.bar) return;
      for (let tone = 0; tone < TONES; tone++) {
        const id = vocabulary.syllableOf(toneless, tone);
        if (id === 0 || id === self) continue;
        const cost = letterCost + channel.toneCost(tone, observed.tone);
        // The variants are asked for last: few come so far.
        if (cost <= best.bar && !variants?.has(pairKey(self, id))) best.propose(id, cost);
      }
    };
    forEachNearSkeleton(this.#vocabulary, observed.codes, observed.length, visit);
    this.#visitRewrites(observed, visit);
  }

  /** Adds what keystrokes that were left raw stand for, exactly or with a slip of their own (`tuanf` for `tuần`). */
  #readKeystrokes(word: string, observed: Spelling): void {
    const reading = readTelex(word) ?? readVni(word);
    if (reading === undefined) return;
    const { letters, letterStart, tone } = this.#vocabulary;
    const exact = this.#vocabulary.idOfHash(hashCodes(reading.codes, reading.codes.length, reading.tone));
    const best = this.#best;
    if (exact !== 0 && this.#vocabulary.syllable[exact] === 1) best.propose(exact, TELEX_COST);
    if (reading.codes.length > observed.codes.length) return;
    observed.codes.set(reading.codes);
    observed.length = reading.codes.length;
    observed.tone = reading.tone;
    const { limit } = this.#options;
    const weigh = (id: number): void => {
      const damage = this.#channel.cost(letters, letterStart[id], letterStart[id + 1], tone[id], observed, limit);
      const cost = TELEX_COST + Math.min(damage, this.#slipsOf(id, observed));
      if (cost < limit) best.propose(id, cost);
    };
    forEachNearSkeleton(this.#vocabulary, observed.codes, observed.length, (toneless) => {
      for (let tone = 0; tone < TONES; tone++) {
        const id = this.#vocabulary.syllableOf(toneless, tone);
        if (id !== 0) weigh(id);
      }
    });
  }

  /** What the wrong keys cost that make one word of another with the same letters but for their marks. */
  #slipsOf(id: number, observed: Spelling): number {
    const { letters, letterStart, tone } = this.#vocabulary;
    const start = letterStart[id];
    if (letterStart[id + 1] - start !== observed.length) return IMPOSSIBLE;
    let marks = 0;
    for (let k = 0; k < observed.length; k++) {
      if (BASE_OF[letters[start + k]] !== BASE_OF[observed.codes[k]]) return IMPOSSIBLE;
      if (letters[start + k] !== observed.codes[k]) marks = TELEX_SLIP;
    }
    return marks + (tone[id] === observed.tone ? 0 : TELEX_SLIP);
  }

  /** Skeletons that one of the channel's rules leads to: `ch` for `tr`, `m` for `rn`. */
  #visitRewrites(observed: Spelling, visit: (toneless: number) => void): void {
    const { codes, length } = observed;
    const rewritten = new Uint8Array(length + 4);
    for (let at = 0; at < length; at++) {
      for (const rule of this.#channel.rulesByHead[codes[at]]) {
        const size = rule.observed.length;
        let fits = at + size <= length;
        for (let k = 1; k < size && fits; k++) fits = codes[at + k] === rule.observed[k];
        if (!fits) continue;
        rewritten.set(codes.subarray(0, at));
        rewritten.set(rule.intended, at);
        rewritten.set(codes.subarray(at + size, length), at + rule.intended.length);
        const key = skeletonKey(rewritten, Math.min(length - size + rule.intended.length, rewritten.length));
        for (let one = this.#vocabulary.firstOfSkeleton(key); one !== 0; one = this.#vocabulary.nextOfSkeleton(one))
          visit(one);
      }
    }
  }
}

/** The cheapest of the words that were proposed, each once and in order; of equals the more frequent first. */
class CheapestWords {
  /** What costs more is none of them: the limit, or the cost of the last once there are as many as may be. */
  bar: number;
  readonly #limit: number;
  readonly #ids: Uint16Array;
  readonly #costs: Float64Array;
  #count = 0;

  constructor(most: number, limit: number) {
    this.bar = limit;
    this.#limit = limit;
    this.#ids = new Uint16Array(most);
    this.#costs = new Float64Array(most);
  }

  clear(): void {
    this.#count = 0;
    this.bar = this.#limit;
  }

  /** Adds a word, or lowers its cost. */
  propose(id: number, cost: number): void {
    const ids = this.#ids;
    const costs = this.#costs;
    let rank = this.#count;
    while (rank > 0 && (costs[rank - 1] > cost || (costs[rank - 1] === cost && ids[rank - 1] > id))) rank--;
    if (rank === ids.length) return;
    for (let k = 0; k < rank; k++) if (ids[k] === id) return;
    // Where it stands already, dearer, is what the others move over; else the last leaves if there is no room.
    let end = rank;
    while (end < this.#count && ids[end] !== id) end++;
    if (end === this.#count && end < ids.length) this.#count++;
    if (end === ids.length) end--;
    ids.copyWithin(rank + 1, rank, end);
    costs.copyWithin(rank + 1, rank, end);
    ids[rank] = id;
    costs[rank] = cost;
    if (this.#count === ids.length) this.bar = Math.min(this.bar, costs[this.#count - 1]);
  }

  words(): Candidates {
    return { ids: this.#ids.slice(0, this.#count), costs: Float32Array.from(this.#costs.subarray(0, this.#count)) };
  }
}

/** Letters and tone of what VNI keystrokes write, as `readTelex` gives them. */
function readVni(word: string): TelexReading | undefined {
  const composed = composeVni(word);
  const spelling = emptySpelling();
  if (composed === undefined || !spell(composed, spelling)) return undefined;
  return { codes: [...spelling.codes.subarray(0, spelling.length)], tone: spelling.tone };
}
