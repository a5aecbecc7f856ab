import { sharedWords } from './bounds.ts';
import { type Comparison, compareFolded } from './compare.ts';
import type { FoldedHeadline } from './fold.ts';
import { NAME_WORD } from './name-spelling.ts';

/**
 * Headlines of different content, or of different words as names or other spellings, each in a slot, in flat arrays:
 * about 110 bytes for one of fourteen words.
 *
 * | array | one an | meaning |
 * |---|---|---|
 * | words, places, spellings | word | as in {@link FoldedHeadline} |
 * | starts | slot | where its words begin; they end where those of the next begin |
 * | numbers, hashes, checks, variants | slot | as in {@link FoldedHeadline} |
 * | nextEqual | slot | older slot in the same bucket by hash, or -1 |
 * | equalHeads | bucket, a power of two | newest slot, or -1 |
 */
export class HeadlineStore {
  private words = new Int32Array(1 << 12);
  private places = new Uint16Array(1 << 12);
  private spellings = new Uint16Array(1 << 12);
  private starts = new Int32Array(1 << 8);
  private numbers = new Float64Array(1 << 8);
  private hashes = new Int32Array(1 << 8);
  private checks = new Int32Array(1 << 8);
  private variants = new Int32Array(1 << 8);
  private nextEqual = new Int32Array(1 << 8);
  private equalHeads = new Int32Array(1 << 8).fill(-1);
  /** Base letters of the words that are part of names, for telling misprints. */
  private readonly vocabulary = new Map<number, string>();
  /** Headlines of different content. */
  size = 0;

  /** The slot that says exactly this, with the same words as names, spelled the same, or -1. */
  find(headline: FoldedHeadline): number {
    let slot = this.equalHeads[headline.hash & (this.equalHeads.length - 1)];
    for (; slot >= 0; slot = this.nextEqual[slot]) {
      if (
        this.hashes[slot] === headline.hash &&
        this.checks[slot] === headline.check &&
        this.variants[slot] === headline.variant &&
        this.numbers[slot] === headline.numbers
      ) {
        return slot;
      }
    }
    return -1;
  }

  /** Adds a headline that {@link find} did not find; returns its slot. */
  add(headline: FoldedHeadline): number {
    const slot = this.size++;
    const { words, places, names, spellings } = headline;
    const start = this.starts[slot];
    const end = start + words.length;
    this.reserve(slot, end);
    const { vocabulary } = this;
    const pool = this.words;
    const placePool = this.places;
    const spellingPool = this.spellings;
    // One by one: `set` costs more for so few.
    for (let i = 0; i < words.length; i++) {
      const at = start + i;
      pool[at] = words[i];
      placePool[at] = places[i];
      spellingPool[at] = spellings[i];
      if (names[i] !== '' && !vocabulary.has(words[i])) vocabulary.set(words[i], names[i]);
    }
    this.starts[slot + 1] = end;
    this.numbers[slot] = headline.numbers;
    this.hashes[slot] = headline.hash;
    this.checks[slot] = headline.check;
    this.variants[slot] = headline.variant;
    const bucket = headline.hash & (this.equalHeads.length - 1);
    this.nextEqual[slot] = this.equalHeads[bucket];
    this.equalHeads[bucket] = slot;
    return slot;
  }

  /** How many words a slot has. */
  sizeOf(slot: number): number {
    return this.starts[slot + 1] - this.starts[slot];
  }

  hashOf(slot: number): number {
    return this.hashes[slot];
  }

  checkOf(slot: number): number {
    return this.checks[slot];
  }

  variantOf(slot: number): number {
    return this.variants[slot];
  }

  /** `compareFolded` of a slot and a headline; undefined as soon as too few words can be shared, as nearly always. */
  compare(slot: number, headline: FoldedHeadline, threshold: number): Comparison | undefined {
    return this.mayRepeat(slot, headline, threshold) ? compareFolded(this.read(slot), headline, threshold) : undefined;
  }

  /** Counts shared words straight from the pool, and gives up once too few can be. */
  private mayRepeat(slot: number, headline: FoldedHeadline, threshold: number): boolean {
    if (this.numbers[slot] !== headline.numbers) return false;
    const pool = this.words;
    const words = headline.words;
    let i = this.starts[slot];
    const end = this.starts[slot + 1];
    const size = words.length;
    let spare = size + end - i - 2 * sharedWords(size, end - i, threshold);
    let j = 0;
    while (i < end && j < size && spare >= 0) {
      const order = pool[i] - words[j];
      if (order !== 0) spare--;
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    return spare - (end - i) - (size - j) >= 0;
  }

  /** A view of a slot's headline, good until the next {@link add}. */
  read(slot: number): FoldedHeadline {
    const start = this.starts[slot];
    const end = this.starts[slot + 1];
    const words = this.words.subarray(start, end);
    const { vocabulary, spellings } = this;
    return {
      words,
      places: this.places.subarray(start, end),
      // Only asked for when enough words are shared.
      get names(): string[] {
        const read: string[] = [];
        for (let i = 0; i < words.length; i++)
          read.push((spellings[start + i] & NAME_WORD) === 0 ? '' : (vocabulary.get(words[i]) ?? ''));
        return read;
      },
      get spellings(): Uint16Array {
        return spellings.subarray(start, end);
      },
      numbers: this.numbers[slot],
      hash: this.hashes[slot],
      check: this.checks[slot],
      variant: this.variants[slot],
    };
  }

  private reserve(slot: number, end: number): void {
    if (end > this.words.length) {
      this.words = grown(this.words, end);
      this.places = grown(this.places, end);
      this.spellings = grown(this.spellings, end);
    }
    if (slot + 2 <= this.starts.length) return;
    this.starts = grown(this.starts, slot + 2);
    this.numbers = grown(this.numbers, slot + 2);
    this.hashes = grown(this.hashes, slot + 2);
    this.checks = grown(this.checks, slot + 2);
    this.variants = grown(this.variants, slot + 2);
    this.nextEqual = grown(this.nextEqual, slot + 2);
    this.equalHeads = new Int32Array(1 << (32 - Math.clz32(this.starts.length - 1))).fill(-1);
    for (let other = 0; other < slot; other++) {
      const bucket = this.hashes[other] & (this.equalHeads.length - 1);
      this.nextEqual[other] = this.equalHeads[bucket];
      this.equalHeads[bucket] = other;
    }
  }
}

/** A copy with room for `needed` and half as much again. */
export function grown<Numbers extends Float64Array | Int32Array | Uint16Array | Uint8Array>(
  numbers: Numbers,
  needed: number,
): Numbers {
  const larger = new (numbers.constructor as new (size: number) => Numbers)(Math.ceil(needed * 1.5));
  larger.set(numbers as never);
  return larger;
}
