import { variantKey } from '../language/dictionary.ts';
import { forEachNearSkeleton } from '../language/skeletons.ts';
import type { Spelling, Vocabulary } from '../language/vocabulary.ts';
import { BASE_OF, emptySpelling, skeletonKey, spell } from '../language/vocabulary.ts';
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
  /** Pairs of spellings that are both right, by {@link variantKey}: the second is no candidate for the first. */
  readonly variants?: ReadonlySet<number>;
}

/** Cost of keystrokes left raw, in a word that is none: nothing else explains `thueets`. */
const TELEX_COST = 2;

/** What another key for the tone, or for the marks of the letters, costs beside: `mowis` for `mọi`, nobody saw what came of it. */
const TELEX_SLIP = 4.5;

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
  readonly #cache: Map<number, Candidates> = new Map();
  readonly #seen: Uint32Array;
  readonly #spelling: Spelling = emptySpelling();
  #round = 0;

  constructor(vocabulary: Vocabulary, channel: Channel, options: CandidateOptions) {
    this.#vocabulary = vocabulary;
    this.#channel = channel;
    this.#options = options;
    this.#seen = new Uint32Array(vocabulary.size);
  }

  /** @param hash of the word, as `hashWord` gives it, and its letters in `text[start, end)` */
  candidates(hash: number, text: string, start: number, end: number): Candidates {
    const known = this.#cache.get(hash);
    if (known !== undefined) return known;
    const found = end - start > 16 ? NONE : this.#find(hash, text.slice(start, end));
    if (this.#cache.size >= CACHE_SIZE) this.#cache.clear();
    this.#cache.set(hash, found);
    return found;
  }

  #find(hash: number, word: string): Candidates {
    const observed = this.#spelling;
    const self = this.#vocabulary.idOfHash(hash);
    // As the vocabulary spells it: kĩ and kỹ are one word, and which comes first must make no difference.
    if (!spell(self === 0 ? word : this.#vocabulary.text[self], observed)) return NONE;
    const { most, stripped, typed, loans } = this.#options;
    const ids: number[] = [];
    const costs: number[] = [];
    /** Adds a word, or lowers its cost. */
    const propose = (id: number, cost: number): void => {
      const at = ids.indexOf(id);
      if (at >= 0) costs[at] = Math.min(costs[at], cost);
      else costs[ids.push(id) - 1] = cost;
    };
    const isKeyed = typed === true && self === 0 && composeVni(word) !== undefined;
    if (!isKeyed)
      this.#weigh(observed, self, (id, cost) => {
        costs[ids.push(id) - 1] = cost;
      });
    if (self !== 0 && toggleOpenVowel(observed.codes, observed.length)) {
      // "niềm ti" is a slip for "tin", which is no slip for "ty".
      this.#weigh(observed, self, propose);
      toggleOpenVowel(observed.codes, observed.length);
    }
    // What is a word in another language (`sex`, `or`) is seldom keystrokes, but where all marks were lost.
    const isWord = stripped ? this.#vocabulary.syllable[self] === 1 : self !== 0 || loans?.has(hash) === true;
    if (!isWord) this.#readKeystrokes(word, observed, propose);
    const order = ids.map((_, k) => k).sort((a, b) => costs[a] - costs[b] || ids[a] - ids[b]);
    const count = Math.min(order.length, most);
    const found: Candidates = { ids: new Uint16Array(count), costs: new Float32Array(count) };
    for (let k = 0; k < count; k++) {
      found.ids[k] = ids[order[k]];
      found.costs[k] = costs[order[k]];
    }
    return found;
  }

  /** Proposes the words that `observed` may stand for: the cheapest, and some that are dearer, each once. */
  #weigh(observed: Spelling, self: number, propose: (id: number, cost: number) => void): void {
    const { letters, letterStart, tone } = this.#vocabulary;
    const { variants, most, limit } = this.#options;
    const round = ++this.#round;
    /** The smallest of the costs, ascending. */
    const best: number[] = [];
    const visit = (id: number): void => {
      if (this.#seen[id] === round || id === self) return;
      this.#seen[id] = round;
      const cost = this.#channel.cost(
        letters,
        letterStart[id],
        letterStart[id + 1],
        tone[id],
        observed,
        limit,
        best.length < most ? limit : best[most - 1],
      );
      // Asked last: few come so far.
      if (cost >= IMPOSSIBLE || variants?.has(variantKey(self, id))) return;
      propose(id, cost);
      // What comes after as many cheaper ones is no candidate in the end.
      if (best.length < most) best.push(cost);
      let rank = best.length - 1;
      for (; rank > 0 && best[rank - 1] > cost; rank--) best[rank] = best[rank - 1];
      best[rank] = cost;
    };
    forEachNearSkeleton(this.#vocabulary, observed.codes, observed.length, visit);
    this.#visitRewrites(observed, visit);
  }

  /** Adds what keystrokes that were left raw stand for, exactly or with a slip of their own (`tuanf` for `tuần`). */
  #readKeystrokes(word: string, observed: Spelling, propose: (id: number, cost: number) => void): void {
    const reading = readTelex(word) ?? readVni(word);
    if (reading === undefined) return;
    const { letters, letterStart, tone } = this.#vocabulary;
    const exact = this.#vocabulary.idOfHash(hashCodes(reading.codes, reading.codes.length, reading.tone));
    if (exact !== 0 && this.#vocabulary.syllable[exact] === 1) propose(exact, TELEX_COST);
    if (reading.codes.length > observed.codes.length) return;
    observed.codes.set(reading.codes);
    observed.length = reading.codes.length;
    observed.tone = reading.tone;
    forEachNearSkeleton(this.#vocabulary, observed.codes, observed.length, (id) => {
      const { limit } = this.#options;
      const damage = this.#channel.cost(letters, letterStart[id], letterStart[id + 1], tone[id], observed, limit);
      const cost = TELEX_COST + Math.min(damage, this.#slipsOf(id, observed));
      if (cost < limit) propose(id, cost);
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
  #visitRewrites(observed: Spelling, visit: (id: number) => void): void {
    const { codes, length } = observed;
    const rewritten = new Uint8Array(length + 4);
    for (const rules of this.#channel.rules) {
      for (const rule of rules) {
        const size = rule.observed.length;
        for (let at = 0; at + size <= length; at++) {
          let fits = true;
          for (let k = 0; k < size && fits; k++) fits = codes[at + k] === rule.observed[k];
          if (!fits) continue;
          rewritten.set(codes.subarray(0, at));
          rewritten.set(rule.intended, at);
          rewritten.set(codes.subarray(at + size, length), at + rule.intended.length);
          const key = skeletonKey(rewritten, Math.min(length - size + rule.intended.length, rewritten.length));
          for (let id = this.#vocabulary.firstOfSkeleton(key); id !== 0; id = this.#vocabulary.nextOfSkeleton(id))
            visit(id);
        }
      }
    }
  }
}

/** Letters and tone of what VNI keystrokes write, as `readTelex` gives them. */
function readVni(word: string): TelexReading | undefined {
  const composed = composeVni(word);
  const spelling = emptySpelling();
  if (composed === undefined || !spell(composed, spelling)) return undefined;
  return { codes: [...spelling.codes.subarray(0, spelling.length)], tone: spelling.tone };
}
