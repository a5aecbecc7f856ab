import { mixHash } from '../text/letters.ts';

/**
 * A pruned trigram model in two hash tables that are probed in place.
 *
 * | table        | bits   | meaning                                                                        |
 * | ------------ | ------ | ------------------------------------------------------------------------------ |
 * | bigram       | 0-4    | level of log P(second given first)                                              |
 * |              | 5-15   | fingerprint, 1..2047; an entry of 0 is free                                     |
 * | bigramExtra  | 0-3    | level of the back-off weight                                                    |
 * |              | 4-5    | how contested the first word is: 3 where a confusable is far likelier beside it |
 * |              | 6-7    | how contested the second word is                                                |
 * | trigram      | 0-4    | level of log P(third given first two)                                           |
 * |              | 5-15   | fingerprint                                                                     |
 *
 * Linear probing, as in KenLM's probing model (Heafield 2011), over fingerprints instead of whole keys: at a load of
 * 0.68 two in 1,000 entries that are asked for and not there are taken for one that is. Of a stored trigram the first two
 * words and the last two are stored as well, so a trigram without either is none, whatever its entry says: hardly one that
 * was never seen is taken for seen.
 */
export interface NgramTables {
  readonly bigram: Uint16Array;
  readonly bigramExtra: Uint8Array;
  readonly trigram: Uint16Array;
  /** 32 levels each: bigram log-probability, bigram back-off (16 used), trigram log-probability. */
  readonly levels: Float32Array;
  /** By id: log P(word), then the log of its back-off weight. */
  readonly unigram: Float32Array;
}

export const FINGERPRINT_SHIFT = 5;
const LEVEL_MASK = 31;
const BACKOFF_MASK = 15;
export const CONTESTED_FIRST_SHIFT = 4;
export const CONTESTED_SECOND_SHIFT = 6;

/**
 * From what sum of the contested levels of its two sides on a word is worth a look. A side's level is the best margin
 * of any confusable there over half of what a change must gain: 0 up to -4, 1 up to -1, 2 up to 3, 3 above.
 */
export const CONTESTED_SUM = 3;

export function bigramHash(first: number, second: number): number {
  return mixHash(Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca77));
}

export function trigramHash(first: number, second: number, third: number): number {
  return mixHash(
    Math.imul(first + 1, 0xc2b2ae3d) ^ Math.imul(second + 1, 0x27d4eb2f) ^ Math.imul(third + 1, 0x165667b1),
  );
}

/** Home slot of a hash in a table of `size` entries: the hash as a fraction of 2^32. */
export const homeSlot = (hash: number, size: number): number =>
  Math.floor((hash >>> 0) * 2.3283064365386963e-10 * size);

/** Eleven bits of the hash, never 0. */
export const fingerprint = (hash: number): number => hash & 2047 || 1;

// What the probes read again and again: constants of this module are written into the compiled code, what is imported or
// exported is read anew each time.
const SHIFT = FINGERPRINT_SHIFT;

/** What {@link NgramModel.extras} says of a pair that is not stored: as contested as can be. */
const NOT_STORED = 0xff;

/** Natural-log probabilities of n-grams up to 3, by hash probe; nothing is allocated. */
export class NgramModel {
  readonly words: number;
  /** No log P(second | first) is above this. */
  readonly bigramCap: number;
  /** No log P(third | first, second) is above this. */
  readonly trigramCap: number;
  readonly #bigram: Uint16Array;
  readonly #extra: Uint8Array;
  readonly #trigram: Uint16Array;
  readonly #bigramScale: number;
  readonly #trigramScale: number;
  readonly #levels: Float32Array;
  readonly #unigram: Float32Array;
  #entries: Uint16Array = new Uint16Array(128);

  constructor(tables: NgramTables) {
    this.words = tables.unigram.length >> 1;
    this.#bigram = tables.bigram;
    this.#extra = tables.bigramExtra;
    this.#trigram = tables.trigram;
    this.#bigramScale = tables.bigram.length * 2.3283064365386963e-10;
    this.#trigramScale = tables.trigram.length * 2.3283064365386963e-10;
    this.#levels = tables.levels;
    this.#unigram = tables.unigram;
    const { words } = this;
    const largest = (from: Float32Array): number => from.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    this.bigramCap = Math.max(
      largest(tables.levels.subarray(0, 32)),
      largest(tables.unigram.subarray(0, words)) + largest(tables.unigram.subarray(words)),
    );
    this.trigramCap = Math.max(
      largest(tables.levels.subarray(64)),
      largest(tables.levels.subarray(32, 64)) + this.bigramCap,
      this.bigramCap,
    );
  }

  /** log P(word). */
  unigram(word: number): number {
    return this.#unigram[word];
  }

  /** Slot of a stored bigram, or -1. */
  bigramSlot(first: number, second: number): number {
    const hash = bigramHash(first, second);
    const wanted = hash & 2047 || 1;
    const table = this.#bigram;
    let at = Math.floor((hash >>> 0) * this.#bigramScale);
    for (;;) {
      const entry = table[at];
      if (entry === 0) return -1;
      if (entry >> SHIFT === wanted) return at;
      if (++at === table.length) at = 0;
    }
  }

  /**
   * {@link bigramSlot} for many pairs at once, by their {@link bigramHash}: `slots[k]` answers `hashes[k]`. All home
   * entries are read before any is compared. The tables are larger than near caches; reads that wait for no branch
   * overlap, where one probe after the other waits for memory each time.
   */
  bigramSlots(hashes: Int32Array, count: number, slots: Int32Array): void {
    const table = this.#bigram;
    const scale = this.#bigramScale;
    const entries = this.#entriesFor(count);
    for (let k = 0; k < count; k++) {
      const at = Math.floor((hashes[k] >>> 0) * scale);
      slots[k] = at;
      entries[k] = table[at];
    }
    for (let k = 0; k < count; k++) {
      const wanted = hashes[k] & 2047 || 1;
      let entry = entries[k];
      if (entry >> SHIFT === wanted) continue;
      let at = slots[k];
      while (entry !== 0 && entry >> SHIFT !== wanted) {
        if (++at === table.length) at = 0;
        entry = table[at];
      }
      slots[k] = entry === 0 ? -1 : at;
    }
  }

  /**
   * Levels of many trigrams whose pairs are stored, by their {@link trigramHash}, as {@link bigramSlots} finds pairs: 0..31,
   * or -1 where one is not stored. Of others they mean nothing, see {@link trigramAt}.
   */
  trigramLevels(hashes: Int32Array, count: number, levels: Int32Array): void {
    const table = this.#trigram;
    const scale = this.#trigramScale;
    const entries = this.#entriesFor(count);
    for (let k = 0; k < count; k++) {
      const at = Math.floor((hashes[k] >>> 0) * scale);
      levels[k] = at;
      entries[k] = table[at];
    }
    for (let k = 0; k < count; k++) {
      const wanted = hashes[k] & 2047 || 1;
      let entry = entries[k];
      if (entry !== 0 && entry >> SHIFT !== wanted) {
        let at = levels[k];
        do {
          if (++at === table.length) at = 0;
          entry = table[at];
        } while (entry !== 0 && entry >> SHIFT !== wanted);
      }
      levels[k] = entry === 0 ? -1 : entry & LEVEL_MASK;
    }
  }

  #entriesFor(count: number): Uint16Array {
    if (this.#entries.length < count) this.#entries = new Uint16Array(count * 2);
    return this.#entries;
  }

  /** log P(second | first), of a pair whose slot is known. */
  bigramAt(slot: number, first: number, second: number): number {
    return slot >= 0
      ? this.#levels[this.#bigram[slot] & LEVEL_MASK]
      : this.#unigram[this.words + first] + this.#unigram[second];
  }

  /**
   * log P(third | first, second), given the level of the three, the slots of the first two and of the last two, and the
   * bigram of the last two. Where either pair is not stored the level is another's, and need not be read.
   */
  trigramAt(level: number, history: number, suffix: number, bigram: number): number {
    if (history < 0) return bigram;
    return level >= 0 && suffix >= 0
      ? this.#levels[64 + level]
      : this.#levels[32 + (this.#extra[history] & BACKOFF_MASK)] + bigram;
  }

  /** Back-off levels and contested levels of many bigrams by their slots, 255 where one is not stored, into `extras`. */
  extras(slots: Int32Array, count: number, extras: Uint8Array): void {
    const table = this.#extra;
    for (let k = 0; k < count; k++) extras[k] = slots[k] < 0 ? NOT_STORED : table[slots[k]];
  }

  /** log P(second | first). */
  bigram(first: number, second: number): number {
    return this.bigramAt(this.bigramSlot(first, second), first, second);
  }

  /** Is this trigram stored? */
  hasTrigram(first: number, second: number, third: number): boolean {
    return (
      this.bigramSlot(first, second) >= 0 &&
      this.bigramSlot(second, third) >= 0 &&
      this.#trigramLevel(first, second, third) >= 0
    );
  }

  #trigramLevel(first: number, second: number, third: number): number {
    const hash = trigramHash(first, second, third);
    const wanted = hash & 2047 || 1;
    const table = this.#trigram;
    let at = Math.floor((hash >>> 0) * this.#trigramScale);
    for (;;) {
      const entry = table[at];
      if (entry === 0) return -1;
      if (entry >> SHIFT === wanted) return entry & LEVEL_MASK;
      if (++at === table.length) at = 0;
    }
  }

  /** log P(third | first, second), backing off to the bigram and the unigram. */
  trigram(first: number, second: number, third: number): number {
    const history = this.bigramSlot(first, second);
    const suffix = this.bigramSlot(second, third);
    const level = history < 0 || suffix < 0 ? -1 : this.#trigramLevel(first, second, third);
    return this.trigramAt(level, history, suffix, this.bigramAt(suffix, second, third));
  }
}
