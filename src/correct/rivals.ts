import { ID_BOUNDARY } from '../language/ids.ts';
import { bigramHash, type NgramModel, trigramHash } from '../language/ngrams.ts';
import type { Candidates } from './candidates.ts';
import type { Gate } from './gate.ts';
import { TripleSet } from './triple-set.ts';
import { NOT_KNOWN, WindowMemory } from './window-memory.ts';

/** How far a candidate may fall short by its bigrams on both sides: trigrams may make up for that much. */
export const LEEWAY = 4;

/** What is remembered of a window. */
const RIVALLED = 1;
const WITHOUT_RIVAL = 2;

/** Places that are weighed together. */
const BATCH = 24;

/** What a candidate has to gain. */
export interface RivalCosts {
  /** Share of the channel cost that counts against a candidate's gain. */
  readonly channelWeight: number;
  /** What is to be gained after that cost. */
  readonly threshold: number;
}

/**
 * Tells which known words have a rival: a candidate that the n-grams prefer in their place by more than its cost. Nearly
 * all of the time goes into waiting for memory, so the probes of many places are made together, first those of the pairs
 * with the word before, then of what is left those with the word after, then the trigrams of the few that come near.
 */
export class Rivals {
  readonly #ngrams: NgramModel;
  readonly #gate: Gate;
  readonly #costs: RivalCosts;
  /** Words, between their neighbours, that no candidate comes near by the bigrams alone. */
  readonly #unrivalled: TripleSet = new TripleSet();
  /** What was found out about the others: {@link RIVALLED} or not. */
  readonly #weighed: WindowMemory = new WindowMemory();
  readonly #places: Int32Array = new Int32Array(BATCH);
  /** By place of the batch: the bigrams of the word that stands there. */
  readonly #here: Float64Array = new Float64Array(BATCH);
  /** By place: its window's score, NaN where no candidate came near. */
  readonly #exact: Float64Array = new Float64Array(BATCH);
  #size = 0;
  /** Of the candidates in the running, for all places one after the other. */
  #count = 0;
  #place: Uint8Array = new Uint8Array(0);
  #word: Uint16Array = new Uint16Array(0);
  #budget: Float64Array = new Float64Array(0);
  #left: Float64Array = new Float64Array(0);
  #leftSlot: Int32Array = new Int32Array(0);
  #right: Float64Array = new Float64Array(0);
  #rightSlot: Int32Array = new Int32Array(0);
  #hashes: Int32Array = new Int32Array(0);
  #found: Int32Array = new Int32Array(0);

  constructor(ngrams: NgramModel, gate: Gate, costs: RivalCosts) {
    this.#ngrams = ngrams;
    this.#gate = gate;
    this.#costs = costs;
  }

  /**
   * Puts 1 into `marks[at]` of each place whose word has a rival; the others stay as they are. The gate has marked the
   * passage.
   * @param places a list of which the first `count` entries are looked at
   * @param candidatesAt candidates of the word at a place
   */
  mark(
    ids: Uint16Array,
    places: Int32Array,
    count: number,
    candidatesAt: (at: number) => Candidates,
    marks: Uint8Array,
  ): void {
    this.#size = 0;
    this.#count = 0;
    for (let k = 0; k < count; k++) {
      const at = places[k];
      if (this.#unrivalled.has(ids[at - 1], ids[at], ids[at + 1])) continue;
      const known = this.#weighed.get(ids, at);
      if (known === RIVALLED) marks[at] = 1;
      if (known !== NOT_KNOWN) continue;
      this.#add(ids, at, candidatesAt(at));
      if (this.#size === BATCH) this.#weigh(ids, marks);
    }
    if (this.#size > 0) this.#weigh(ids, marks);
  }

  #add(ids: Uint16Array, at: number, { ids: words, costs }: Candidates): void {
    const { channelWeight, threshold } = this.#costs;
    const place = this.#size++;
    this.#places[place] = at;
    this.#here[place] = this.#gate.bigram(at - 1) + this.#gate.bigram(at);
    this.#exact[place] = Number.NaN;
    const before = ids[at - 1];
    const size = words.length;
    let count = this.#count;
    if (this.#word.length < count + size) this.#grow(count + size);
    for (let k = 0; k < size; k++, count++) {
      this.#place[count] = place;
      this.#word[count] = words[k];
      this.#budget[count] = channelWeight * costs[k] + threshold;
      this.#hashes[count] = bigramHash(before, words[k]);
    }
    this.#count = count;
  }

  #weigh(ids: Uint16Array, marks: Uint8Array): void {
    this.#weighLeft(ids);
    this.#weighRight(ids);
    if (this.#count > 0) this.#weighTrigrams(ids, marks);
    const places = this.#places;
    for (let place = 0; place < this.#size; place++) {
      const at = places[place];
      if (Number.isNaN(this.#exact[place])) this.#unrivalled.add(ids[at - 1], ids[at], ids[at + 1]);
      else this.#weighed.set(ids, at, marks[at] === 1 ? RIVALLED : WITHOUT_RIVAL);
    }
    this.#size = 0;
    this.#count = 0;
  }

  /** Leaves the candidates that the likeliest of all pairs on the right would bring near. */
  #weighLeft(ids: Uint16Array): void {
    const ngrams = this.#ngrams;
    const found = this.#found;
    const cap = ngrams.bigramCap;
    ngrams.bigramSlots(this.#hashes, this.#count, found);
    let kept = 0;
    for (let k = 0; k < this.#count; k++) {
      const place = this.#place[k];
      const at = this.#places[place];
      const word = this.#word[k];
      const left = ngrams.bigramAt(found[k], ids[at - 1], word);
      if (left + cap - this.#here[place] < this.#budget[k] - LEEWAY) continue;
      this.#place[kept] = place;
      this.#word[kept] = word;
      this.#budget[kept] = this.#budget[k];
      this.#left[kept] = left;
      this.#leftSlot[kept] = found[k];
      this.#hashes[kept++] = bigramHash(word, ids[at + 1]);
    }
    this.#count = kept;
  }

  /** Leaves the candidates that come near by both pairs. */
  #weighRight(ids: Uint16Array): void {
    const ngrams = this.#ngrams;
    const found = this.#found;
    ngrams.bigramSlots(this.#hashes, this.#count, found);
    let kept = 0;
    for (let k = 0; k < this.#count; k++) {
      const place = this.#place[k];
      const word = this.#word[k];
      const right = ngrams.bigramAt(found[k], word, ids[this.#places[place] + 1]);
      if (this.#left[k] + right - this.#here[place] < this.#budget[k] - LEEWAY) continue;
      this.#place[kept] = place;
      this.#word[kept] = word;
      this.#budget[kept] = this.#budget[k];
      this.#left[kept] = this.#left[k];
      this.#leftSlot[kept] = this.#leftSlot[k];
      this.#right[kept] = right;
      this.#rightSlot[kept++] = found[k];
    }
    this.#count = kept;
  }

  /** Compares what is left with the words that stand there, by windows of trigrams. */
  #weighTrigrams(ids: Uint16Array, marks: Uint8Array): void {
    const ngrams = this.#ngrams;
    const gate = this.#gate;
    const places = this.#places;
    const exact = this.#exact;
    let asked = 0;
    let last = -1;
    for (let k = 0; k < this.#count; k++) {
      const place = this.#place[k];
      const at = places[place];
      if (place !== last) {
        asked = this.#ask(ids, at, ids[at], asked);
        last = place;
      }
      asked = this.#ask(ids, at, this.#word[k], asked);
    }
    const levels = this.#found;
    ngrams.trigramLevels(this.#hashes, asked, levels);
    for (let k = 0, next = 0; k < this.#count; k++) {
      const place = this.#place[k];
      const at = places[place];
      const ends = ids[at + 1] === ID_BOUNDARY;
      if (Number.isNaN(exact[place])) {
        let own = ngrams.trigramAt(levels[next], gate.slot(at - 2), gate.slot(at - 1), gate.bigram(at - 1));
        own += ngrams.trigramAt(levels[next + 1], gate.slot(at - 1), gate.slot(at), gate.bigram(at));
        if (!ends) own += ngrams.trigramAt(levels[next + 2], gate.slot(at), gate.slot(at + 1), gate.bigram(at + 1));
        exact[place] = own;
        next += 3;
      }
      if (marks[at] === 0) {
        const leftSlot = this.#leftSlot[k];
        const rightSlot = this.#rightSlot[k];
        let score = ngrams.trigramAt(levels[next], gate.slot(at - 2), leftSlot, this.#left[k]);
        score += ngrams.trigramAt(levels[next + 1], leftSlot, rightSlot, this.#right[k]);
        if (!ends) score += ngrams.trigramAt(levels[next + 2], rightSlot, gate.slot(at + 1), gate.bigram(at + 1));
        if (score - exact[place] > this.#budget[k]) marks[at] = 1;
      }
      next += 3;
    }
  }

  /** Puts the three trigrams of a word at a place among those to be looked up. */
  #ask(ids: Uint16Array, at: number, word: number, asked: number): number {
    if (this.#hashes.length < asked + 3) this.#growHashes(asked + 3);
    const hashes = this.#hashes;
    hashes[asked] = trigramHash(ids[at - 2], ids[at - 1], word);
    hashes[asked + 1] = trigramHash(ids[at - 1], word, ids[at + 1]);
    hashes[asked + 2] = trigramHash(word, ids[at + 1], ids[at + 2]);
    return asked + 3;
  }

  #grow(count: number): void {
    const room = Math.max(64 * BATCH, 2 * count);
    this.#place = grown(this.#place, new Uint8Array(room));
    this.#word = grown(this.#word, new Uint16Array(room));
    this.#budget = grown(this.#budget, new Float64Array(room));
    this.#left = new Float64Array(room);
    this.#leftSlot = new Int32Array(room);
    this.#right = new Float64Array(room);
    this.#rightSlot = new Int32Array(room);
    this.#growHashes(room);
  }

  #growHashes(count: number): void {
    const room = Math.max(2 * this.#hashes.length, count);
    this.#hashes = grown(this.#hashes, new Int32Array(room));
    this.#found = new Int32Array(room);
  }
}

function grown<T extends Uint8Array | Uint16Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
