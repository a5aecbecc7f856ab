import { compareFolded, thresholdFor } from './compare.ts';
import type { FoldedHeadline } from './fold.ts';
import { headlineKeys } from './keys.ts';

/**
 * Candidates tried for one headline before the search gives up, 4096: what keeps a feed of a million headlines made
 * from one template from being quadratic. Real feeds stay far below.
 */
const MOST_TRIED = 4096;

/**
 * Headlines of different content, each in a slot, with a hash table from keys to slots in typed arrays.
 *
 * | array | length | meaning |
 * |---|---|---|
 * | heads | a power of two | newest entry of a bucket, or -1 |
 * | next | one an entry | older entry of the same bucket, or -1 |
 * | keys | one an entry | whole key, since buckets are shared |
 * | slots | one an entry | which headline has the key |
 */
export class HeadlineTable {
  readonly threshold: number;
  private words = new Int32Array(1 << 12);
  private names = new Uint8Array(1 << 12);
  private starts = new Int32Array(1 << 8);
  private numbers = new Int32Array(1 << 8);
  private hashes = new Int32Array(1 << 8);
  private checks = new Int32Array(1 << 8);
  private marks = new Int32Array(1 << 8).fill(-1);
  private nextEqual = new Int32Array(1 << 8);
  private equalHeads = new Int32Array(1 << 8).fill(-1);
  private heads = new Int32Array(1 << 12).fill(-1);
  private next = new Int32Array(1 << 12);
  private keys = new Int32Array(1 << 12);
  private slots = new Int32Array(1 << 12);
  private entries = 0;
  private readonly vocabulary = new Map<number, string>();
  private readonly scratch: number[] = [];
  /** Headlines of different content. */
  size = 0;

  constructor(threshold: number) {
    this.threshold = threshold;
  }

  /** The slot that says exactly this, or -1. */
  find(headline: FoldedHeadline): number {
    let slot = this.equalHeads[headline.hash & (this.equalHeads.length - 1)];
    for (; slot >= 0; slot = this.nextEqual[slot]) {
      if (
        this.hashes[slot] === headline.hash &&
        this.checks[slot] === headline.check &&
        this.numbers[slot] === (headline.numbers | 0)
      ) {
        return slot;
      }
    }
    return -1;
  }

  /**
   * Adds a headline that {@link find} did not find, and returns its slot. Every slot that nearly says it is passed to
   * `accept`; those for which `skip` is true are not compared.
   */
  add(
    headline: FoldedHeadline,
    accept: (slot: number, similarity: number) => void,
    skip?: (slot: number) => boolean,
  ): number {
    const slot = this.store(headline);
    const keys = headlineKeys(headline, this.threshold, this.scratch);
    this.reserve(keys.length);
    const mask = this.heads.length - 1;
    let tried = 0;
    for (const key of keys) {
      const bucket = key & mask;
      for (let entry = this.heads[bucket]; entry >= 0 && tried < MOST_TRIED; entry = this.next[entry]) {
        const other = this.slots[entry];
        if (this.keys[entry] !== key || this.marks[other] === slot) continue;
        this.marks[other] = slot;
        tried++;
        if (!this.mayRepeat(other, headline) || skip?.(other)) continue;
        const { same, similarity } = compareFolded(this.read(other), headline, this.threshold);
        if (same) accept(other, similarity);
      }
    }
    for (const key of keys) {
      const entry = this.entries++;
      this.keys[entry] = key;
      this.slots[entry] = slot;
      this.next[entry] = this.heads[key & mask];
      this.heads[key & mask] = entry;
    }
    return slot;
  }

  /** Counts shared words straight from the pool, and gives up once too few can be: nearly all candidates end here. */
  private mayRepeat(slot: number, headline: FoldedHeadline): boolean {
    const pool = this.words;
    const words = headline.words;
    let i = this.starts[slot];
    const end = this.starts[slot + 1];
    const other = end - i;
    const size = words.length;
    if (this.numbers[slot] !== (headline.numbers | 0)) return false;
    const needed = thresholdFor(Math.max(size, other), this.threshold);
    // |a and b| / (a + b - |a and b|) >= t means that a + b - 2 |a and b| words are unshared at most.
    let spare = size + other - 2 * Math.ceil((needed / (1 + needed)) * (size + other) - 1e-9);
    let j = 0;
    while (i < end && j < size && spare >= 0) {
      const order = pool[i] - words[j];
      if (order !== 0) spare--;
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    return spare - (end - i) - (size - j) >= 0;
  }

  private read(slot: number): FoldedHeadline {
    const words = this.words.subarray(this.starts[slot], this.starts[slot + 1]);
    const vocabulary = this.vocabulary;
    return {
      words,
      // Only asked for when enough words are shared.
      get letters(): string[] {
        return Array.from(words, (word) => vocabulary.get(word) ?? '');
      },
      names: this.names.subarray(this.starts[slot], this.starts[slot + 1]),
      numbers: this.numbers[slot],
      hash: this.hashes[slot],
      check: this.checks[slot],
    };
  }

  private store(headline: FoldedHeadline): number {
    const slot = this.size++;
    const start = this.starts[slot];
    const end = start + headline.words.length;
    if (end > this.words.length) {
      this.words = grown(this.words, end);
      this.names = grown(this.names, end);
    }
    if (slot + 2 > this.starts.length) {
      this.starts = grown(this.starts, slot + 2);
      this.numbers = grown(this.numbers, slot + 2);
      this.hashes = grown(this.hashes, slot + 2);
      this.checks = grown(this.checks, slot + 2);
      this.nextEqual = grown(this.nextEqual, slot + 2);
      const marks = this.marks.length;
      this.marks = grown(this.marks, slot + 2).fill(-1, marks);
      this.rehashEqual(slot);
    }
    this.words.set(headline.words, start);
    this.names.set(headline.names, start);
    this.starts[slot + 1] = end;
    this.numbers[slot] = headline.numbers;
    this.hashes[slot] = headline.hash;
    this.checks[slot] = headline.check;
    for (let i = 0; i < headline.words.length; i++) {
      if (!this.vocabulary.has(headline.words[i])) this.vocabulary.set(headline.words[i], headline.letters[i]);
    }
    const bucket = headline.hash & (this.equalHeads.length - 1);
    this.nextEqual[slot] = this.equalHeads[bucket];
    this.equalHeads[bucket] = slot;
    return slot;
  }

  private rehashEqual(size: number): void {
    this.equalHeads = new Int32Array(1 << (32 - Math.clz32(this.starts.length - 1))).fill(-1);
    for (let slot = 0; slot < size; slot++) {
      const bucket = this.hashes[slot] & (this.equalHeads.length - 1);
      this.nextEqual[slot] = this.equalHeads[bucket];
      this.equalHeads[bucket] = slot;
    }
  }

  private reserve(more: number): void {
    const needed = this.entries + more;
    if (needed <= this.keys.length) return;
    this.keys = grown(this.keys, needed);
    this.slots = grown(this.slots, needed);
    this.next = grown(this.next, needed);
    const size = 1 << Math.min(28, 32 - Math.clz32(needed - 1));
    if (size <= this.heads.length) return;
    this.heads = new Int32Array(size).fill(-1);
    for (let entry = 0; entry < this.entries; entry++) {
      const bucket = this.keys[entry] & (size - 1);
      this.next[entry] = this.heads[bucket];
      this.heads[bucket] = entry;
    }
  }
}

/** A copy with room for `needed` and half as much again. */
function grown<Numbers extends Int32Array | Uint8Array>(numbers: Numbers, needed: number): Numbers {
  const larger = new (numbers.constructor as new (size: number) => Numbers)(Math.ceil(needed * 1.5));
  larger.set(numbers);
  return larger;
}
