import { FIRST_WORD, ID_BOUNDARY } from '../language/ids.ts';
import { bigramHash, type NgramModel, trigramHash } from '../language/ngrams.ts';
import type { Candidates } from './candidates.ts';

/** Hypotheses that are followed from place to place. Ten take a third more time in scans, for one word more in 10,000. */
const BEAM = 6;
/** The same for others: what is exported is read anew each time, which costs in the inner loop. */
export const BEAM_WIDTH: number = BEAM;

/** Most candidates of a place, cheapest first. */
const MOST_CHOICES = 24;

/** The same where the word seems sound: with all 24, scans had 2 words in 10,000 fewer wrong, and took a tenth longer. */
const MOST_BESIDE = 8;

/** What an unknown word costs where it stays: it must not win by the model's fondness of names. */
const UNKNOWN_COST = 2;

/** Slot of a pair that was not looked up. */
const NOT_READ = -2;

/** How errors weigh against what the n-grams say. */
export interface DecoderCosts {
  /** What any error costs beside its channel cost. */
  readonly errorCost: number;
  /** Share of the channel cost that counts. */
  readonly channelWeight: number;
}

/**
 * Finds the best path through a stretch of places, by beam search under the trigram model: errors beside each other are
 * undone together, since each is judged among the others' candidates. Keeps its buffers from stretch to stretch.
 */
export class Decoder {
  readonly #ngrams: NgramModel;
  readonly #costs: DecoderCosts;
  /** Hypotheses for the words read so far, best first: their last two words and their scores. */
  #before: Uint16Array = new Uint16Array(BEAM);
  #last: Uint16Array = new Uint16Array(BEAM);
  #scores: Float64Array = new Float64Array(BEAM);
  #size = 0;
  /** The same with one more word, while they are being collected. */
  #nextBefore: Uint16Array = new Uint16Array(BEAM);
  #nextLast: Uint16Array = new Uint16Array(BEAM);
  #nextScores: Float64Array = new Float64Array(BEAM);
  #nextSize = 0;
  /** By place, {@link BEAM} entries each: the last word of a hypothesis, and the number of the one that it goes on from. */
  #words: Uint16Array = new Uint16Array(64 * BEAM);
  #from: Uint8Array = new Uint8Array(64 * BEAM);
  #row = 0;
  readonly #choices: Uint16Array = new Uint16Array(MOST_CHOICES + 1);
  readonly #choiceCosts: Float32Array = new Float32Array(MOST_CHOICES + 1);
  readonly #hashes: Int32Array = new Int32Array(MOST_CHOICES + 1);
  readonly #levels: Int32Array = new Int32Array(MOST_CHOICES + 1);
  readonly #slots: Int32Array = new Int32Array(MOST_CHOICES + 1);
  /** Numbers of the choices whose pairs are looked up. */
  readonly #asked: Int32Array = new Int32Array(MOST_CHOICES + 1);
  /** By hypothesis: the slot of its last two words. */
  readonly #histories: Int32Array = new Int32Array(BEAM);
  /**
   * Rows of pairs of the last word and each choice: their slots, {@link NOT_READ} where one was not looked up, and log
   * P(choice | last word). Hypotheses that end in the same word have the row of the first of them.
   */
  readonly #pairSlots: Int32Array = new Int32Array(BEAM * (MOST_CHOICES + 1));
  readonly #bigrams: Float64Array = new Float64Array(BEAM * (MOST_CHOICES + 1));

  constructor(ngrams: NgramModel, costs: DecoderCosts) {
    this.#ngrams = ngrams;
    this.#costs = costs;
  }

  /**
   * Might {@link decode} put another word in the place of one that is the only suspect of its stretch?
   * @param worth what the best candidate gains after its channel cost
   */
  mayReplace(original: number, worth: number): boolean {
    return worth > this.#costs.errorCost - (original < FIRST_WORD ? UNKNOWN_COST : 0);
  }

  /**
   * Writes the chosen ids over `path[from, to)`, between words that stay.
   * @param suspects by place minus `from`: what may stand there beside the word that does; undefined where only it may
   * @param beside likewise: does the word seem sound by itself?
   */
  decode(
    path: Uint16Array,
    from: number,
    to: number,
    suspects: readonly (Candidates | undefined)[],
    beside: readonly boolean[],
  ): void {
    const room = (to - from) * BEAM;
    if (this.#words.length < room) {
      this.#words = new Uint16Array(2 * room);
      this.#from = new Uint8Array(2 * room);
    }
    this.#before[0] = path[from - 2];
    this.#last[0] = path[from - 1];
    this.#scores[0] = 0;
    this.#size = 1;
    for (let at = from; at < to; at++) {
      this.#row = (at - from) * BEAM;
      this.#nextSize = 0;
      const suspect = suspects[at - from];
      if (suspect === undefined) this.#keep(path[at]);
      else this.#choose(path[at], suspect, beside[at - from] ? MOST_BESIDE : MOST_CHOICES);
      this.#step();
    }
    let node = this.#best(path, to);
    for (let at = to - 1; at >= from; at--) {
      const place = (at - from) * BEAM + node;
      path[at] = this.#words[place];
      node = this.#from[place];
    }
  }

  /** Goes on with the word that stands there. */
  #keep(word: number): void {
    const ngrams = this.#ngrams;
    const hashes = this.#hashes;
    const levels = this.#levels;
    const slots = this.#slots;
    const size = this.#size;
    for (let h = 0; h < size; h++) hashes[h] = trigramHash(this.#before[h], this.#last[h], word);
    ngrams.trigramLevels(hashes, size, levels);
    this.#readHistories();
    for (let h = 0; h < size; h++) hashes[h] = bigramHash(this.#last[h], word);
    ngrams.bigramSlots(hashes, size, slots);
    for (let h = 0; h < size; h++) {
      const bigram = ngrams.bigramAt(slots[h], this.#last[h], word);
      this.#offer(h, word, this.#scores[h] + ngrams.trigramAt(levels[h], this.#histories[h], slots[h], bigram));
    }
  }

  /** Looks up the last two words of all hypotheses. */
  #readHistories(): void {
    const hashes = this.#hashes;
    for (let h = 0; h < this.#size; h++) hashes[h] = bigramHash(this.#before[h], this.#last[h]);
    this.#ngrams.bigramSlots(hashes, this.#size, this.#histories);
  }

  /** The first hypothesis that ends in the same word as this one. */
  #firstWithLast(h: number): number {
    let first = 0;
    while (this.#last[first] !== this.#last[h]) first++;
    return first;
  }

  /** Goes on with the word that stands there and with each of its candidates, `most` of them. */
  #choose(original: number, { ids, costs }: Candidates, most: number): void {
    const { errorCost, channelWeight } = this.#costs;
    const choices = this.#choices;
    const choiceCosts = this.#choiceCosts;
    const all = Math.min(ids.length, most) + 1;
    choices[0] = original;
    choiceCosts[0] = original < FIRST_WORD ? UNKNOWN_COST : 0;
    for (let k = 1; k < all; k++) {
      choices[k] = ids[k - 1];
      choiceCosts[k] = errorCost + channelWeight * costs[k - 1];
    }
    const ngrams = this.#ngrams;
    const levels = this.#levels;
    const scores = this.#nextScores;
    const slots = this.#pairSlots;
    const bigrams = this.#bigrams;
    slots.fill(NOT_READ);
    this.#readHistories();
    for (let h = 0; h < this.#size; h++) {
      const score = this.#scores[h];
      let count = all;
      // Dear choices after a poor start are beaten whatever the n-grams say; the last come first, they are the dearest.
      if (this.#nextSize === BEAM) {
        const bar = scores[BEAM - 1];
        while (count > 0 && score - choiceCosts[count - 1] + ngrams.trigramCap <= bar) count--;
        if (count === 0) return;
      }
      const row = this.#firstWithLast(h) * choices.length;
      this.#readBigrams(row, this.#last[h], count);
      this.#readTrigrams(row, h, count);
      const history = this.#histories[h];
      for (let k = 0; k < count; k++) {
        const fit = ngrams.trigramAt(levels[k], history, slots[row + k], bigrams[row + k]);
        this.#offer(h, choices[k], score - choiceCosts[k] + fit);
      }
    }
  }

  /** Looks up the pairs of `last` and the first `count` choices that were not looked up before, into a row. */
  #readBigrams(row: number, last: number, count: number): void {
    const ngrams = this.#ngrams;
    const choices = this.#choices;
    const slots = this.#pairSlots;
    const asked = this.#asked;
    const hashes = this.#hashes;
    const found = this.#slots;
    let size = 0;
    for (let k = 0; k < count; k++) {
      if (slots[row + k] !== NOT_READ) continue;
      hashes[size] = bigramHash(last, choices[k]);
      asked[size++] = k;
    }
    ngrams.bigramSlots(hashes, size, found);
    for (let n = 0; n < size; n++) {
      const k = asked[n];
      slots[row + k] = found[n];
      this.#bigrams[row + k] = ngrams.bigramAt(found[n], last, choices[k]);
    }
  }

  /** Levels of the first `count` choices after a hypothesis: most were not seen after its last word, let alone after two. */
  #readTrigrams(row: number, h: number, count: number): void {
    const levels = this.#levels;
    const asked = this.#asked;
    const hashes = this.#hashes;
    const found = this.#slots;
    levels.fill(-1, 0, count);
    if (this.#histories[h] < 0) return;
    let size = 0;
    for (let k = 0; k < count; k++) {
      if (this.#pairSlots[row + k] < 0) continue;
      hashes[size] = trigramHash(this.#before[h], this.#last[h], this.#choices[k]);
      asked[size++] = k;
    }
    this.#ngrams.trigramLevels(hashes, size, found);
    for (let n = 0; n < size; n++) levels[asked[n]] = found[n];
  }

  /**
   * Takes hypothesis `h` with one more word among the best, if it is one of them; of equals the first stays ahead.
   * Hypotheses that end in the same two words have the same future: the best stands for all.
   */
  #offer(h: number, word: number, score: number): void {
    const scores = this.#nextScores;
    const size = this.#nextSize;
    if (size === BEAM && score <= scores[BEAM - 1]) return;
    const befores = this.#nextBefore;
    const lasts = this.#nextLast;
    const before = this.#last[h];
    let rank = 0;
    while (rank < size && scores[rank] >= score) {
      if (lasts[rank] === word && befores[rank] === before) return;
      rank++;
    }
    let gap = rank;
    while (gap < size && (lasts[gap] !== word || befores[gap] !== before)) gap++;
    if (gap === size) {
      if (size === BEAM) gap--;
      else this.#nextSize++;
    }
    const from = this.#from;
    const row = this.#row;
    for (; gap > rank; gap--) {
      scores[gap] = scores[gap - 1];
      befores[gap] = befores[gap - 1];
      lasts[gap] = lasts[gap - 1];
      from[row + gap] = from[row + gap - 1];
    }
    scores[rank] = score;
    befores[rank] = before;
    lasts[rank] = word;
    from[row + rank] = h;
  }

  /** What was collected becomes what is gone on from. */
  #step(): void {
    [this.#before, this.#nextBefore] = [this.#nextBefore, this.#before];
    [this.#last, this.#nextLast] = [this.#nextLast, this.#last];
    [this.#scores, this.#nextScores] = [this.#nextScores, this.#scores];
    this.#size = this.#nextSize;
    for (let h = 0; h < this.#size; h++) this.#words[this.#row + h] = this.#last[h];
  }

  /** The hypothesis that fits best what follows the stretch: that tells its ends apart. */
  #best(path: Uint16Array, to: number): number {
    const ngrams = this.#ngrams;
    let best = 0;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let h = 0; h < this.#size; h++) {
      let score = this.#scores[h];
      const last = this.#last[h];
      if (last !== ID_BOUNDARY) {
        score += ngrams.trigram(this.#before[h], last, path[to]);
        if (path[to] !== ID_BOUNDARY) score += ngrams.trigram(last, path[to], path[to + 1]);
      }
      if (score > bestScore) {
        bestScore = score;
        best = h;
      }
    }
    return best;
  }
}
