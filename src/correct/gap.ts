import { ID_BOUNDARY } from '../language/ids.ts';
import { bigramHash, type NgramModel, trigramHash } from '../language/ngrams.ts';

/**
 * One place of a passage with many words tried in it: what `wordScore` gives for each, to the last bit, in fewer
 * probes. What the words share is looked up once, and the rest of a step for all words at a time, so that waiting for
 * memory overlaps. Keeps its buffers from place to place.
 */
export class Gap {
  readonly #ngrams: NgramModel;
  /** By the number of a word: log P(word | the one before it). */
  #left: Float64Array = new Float64Array(0);
  #right: Float64Array = new Float64Array(0);
  #rightSlots: Int32Array = new Int32Array(0);
  #slots: Int32Array = new Int32Array(0);
  #levels: Int32Array = new Int32Array(0);
  #hashes: Int32Array = new Int32Array(0);
  #words: ArrayLike<number> = [];
  #count = 0;
  #before = 0;
  #first = 0;
  #second = 0;
  #after = 0;
  /** Slot of the two words before the place; -2 where it was not looked up. */
  #history = -2;
  /** log P of the second word after the place given the first; NaN where it was not looked up. */
  #next = Number.NaN;

  constructor(ngrams: NgramModel) {
    this.#ngrams = ngrams;
  }

  /**
   * Tries `words` in the place of `ids[at]`: {@link scores} then says how well they fit.
   * @param ids a passage; two places on each side of `at` must exist
   */
  open(ids: ArrayLike<number>, at: number, words: ArrayLike<number>): void {
    const count = words.length;
    if (this.#left.length < count) this.#grow(count);
    const left = this.#left;
    const ngrams = this.#ngrams;
    const hashes = this.#hashes;
    const slots = this.#slots;
    const first = ids[at - 1];
    for (let k = 0; k < count; k++) hashes[k] = bigramHash(first, words[k]);
    ngrams.bigramSlots(hashes, count, slots);
    for (let k = 0; k < count; k++) left[k] = ngrams.bigramAt(slots[k], first, words[k]);
    this.#words = words;
    this.#count = count;
    this.#before = ids[at - 2];
    this.#first = first;
    this.#second = ids[at + 1];
    this.#after = ids[at + 2];
    this.#history = -2;
    this.#next = Number.NaN;
  }

  /** `wordScore` of every word, into `scores`. */
  scores(scores: Float64Array): void {
    const count = this.#count;
    const words = this.#words;
    const hashes = this.#hashes;
    const levels = this.#levels;
    const before = this.#before;
    const first = this.#first;
    const second = this.#second;
    const after = this.#after;
    for (let k = 0; k < count; k++) hashes[k] = bigramHash(words[k], second);
    this.#ngrams.bigramSlots(hashes, count, this.#rightSlots);
    for (let k = 0; k < count; k++) this.#right[k] = this.#ngrams.bigramAt(this.#rightSlots[k], words[k], second);
    for (let k = 0; k < count; k++) {
      const word = words[k];
      hashes[k] = trigramHash(before, first, word);
      hashes[count + k] = trigramHash(first, word, second);
      hashes[2 * count + k] = trigramHash(word, second, after);
    }
    this.#ngrams.trigramLevels(hashes, second === ID_BOUNDARY ? 2 * count : 3 * count, levels);
    for (let k = 0; k < count; k++) scores[k] = this.#sum(k, levels[k], levels[count + k], levels[2 * count + k]);
  }

  /** The sum in the order of `windowScore`, given the levels of the trigrams that end in, pass and start with a word. */
  #sum(k: number, ending: number, passing: number, starting: number): number {
    const ngrams = this.#ngrams;
    const slots = this.#slots;
    if (ending < 0 && this.#history === -2) this.#history = ngrams.bigramSlot(this.#before, this.#first);
    const sum =
      ngrams.trigramAt(ending, this.#history, this.#left[k]) + ngrams.trigramAt(passing, slots[k], this.#right[k]);
    if (this.#second === ID_BOUNDARY) return sum;
    if (starting < 0 && Number.isNaN(this.#next)) this.#next = ngrams.bigram(this.#second, this.#after);
    return sum + ngrams.trigramAt(starting, this.#rightSlots[k], this.#next);
  }

  #grow(count: number): void {
    const room = Math.max(64, 2 * count);
    this.#left = new Float64Array(room);
    this.#right = new Float64Array(room);
    this.#slots = new Int32Array(room);
    this.#rightSlots = new Int32Array(room);
    this.#levels = new Int32Array(3 * room);
    this.#hashes = new Int32Array(3 * room);
  }
}
