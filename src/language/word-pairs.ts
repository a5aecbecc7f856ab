import { bigramHash } from './ngrams.ts';

/** What {@link WordPairs.row} gives for a pair that is not among them. */
export const NO_PAIR = -1;

/** Pairs of words that have rows of their own in the model of context: most are words of two syllables ("tình hình"). */
export class WordPairs {
  readonly #keys: Uint32Array;
  readonly #rows: Uint16Array;
  readonly #mask: number;

  /**
   * Builds a hash table of twice to four times their number, which takes a millisecond for 20,000.
   * @param keys from {@link pairKey}; where a key stands is its row. At most 65,535
   */
  constructor(keys: Uint32Array) {
    let size = 2;
    while (size < 2 * keys.length) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size);
    this.#rows = new Uint16Array(size);
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row];
      let at = bigramHash(key >>> 16, key & 0xffff) & this.#mask;
      while (this.#keys[at] !== 0) at = (at + 1) & this.#mask;
      this.#keys[at] = key;
      this.#rows[at] = row;
    }
  }

  /** Row of a pair, or {@link NO_PAIR}. */
  row(first: number, second: number): number {
    const key = pairKey(first, second);
    const keys = this.#keys;
    let at = bigramHash(first, second) & this.#mask;
    for (;;) {
      const found = keys[at];
      if (found === 0) return NO_PAIR;
      if (found === key) return this.#rows[at];
      at = (at + 1) & this.#mask;
    }
  }
}

/** A pair of ids as one number. Never 0 for words: their ids begin behind those of numbers and boundaries. */
export const pairKey = (first: number, second: number): number => ((first << 16) | second) >>> 0;
