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
  }

  /** `wordScore` of every word, into `scores`. */
  scores(scores: Float64Array): void {
    const count = this.#count;
    const words = this.#words;
    const hashes = this.#hashes;
    const slots = this.#slots;
    const rightSlots = this.#rightSlots;
    const levels = this.#levels;
    const before = this.#before;
    const first = this.#first;
    const second = this.#second;
    const after = this.#after;
    for (let k = 0; k < count; k++) hashes[k] = bigramHash(words[k], second);
    this.#ngrams.bigramSlots(hashes, count, rightSlots);
    for (let k = 0; k < count; k++) this.#right[k] = this.#ngrams.bigramAt(rightSlots[k], words[k], second);
    // Where two of its words are not stored, neither is a trigram: most candidates are seen with neither neighbour.
    const history = this.#ngrams.bigramSlot(before, first);
    const nextSlot = second === ID_BOUNDARY ? -1 : this.#ngrams.bigramSlot(second, after);
    const next = second === ID_BOUNDARY ? 0 : this.#ngrams.bigramAt(nextSlot, second, after);
    let asked = 0;
    for (let k = 0; k < count; k++) {
      if (slots[k] >= 0 && history >= 0) hashes[asked++] = trigramHash(before, first, words[k]);
      if (slots[k] >= 0 && rightSlots[k] >= 0) hashes[asked++] = trigramHash(first, words[k], second);
      if (rightSlots[k] >= 0 && nextSlot >= 0) hashes[asked++] = trigramHash(words[k], second, after);
    }
    this.#ngrams.trigramLevels(hashes, asked, levels);
    let at = 0;
    for (let k = 0; k < count; k++) {
      // In the order of `windowScore`.
      const slot = slots[k];
      const rightSlot = rightSlots[k];
      let sum = this.#ngrams.trigramAt(slot >= 0 && history >= 0 ? levels[at++] : -1, history, slot, this.#left[k]);
      sum += this.#ngrams.trigramAt(slot >= 0 && rightSlot >= 0 ? levels[at++] : -1, slot, rightSlot, this.#right[k]);
      if (second !== ID_BOUNDARY) {
        const level = rightSlot >= 0 && nextSlot >= 0 ? levels[at++] : -1;
        sum += this.#ngrams.trigramAt(level, rightSlot, nextSlot, next);
      }
      scores[k] = sum;
    }
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
