import { Bounds } from './bounds.ts';
import type { FoldedHeadline } from './fold.ts';
import { HeadlineStore } from './headline-store.ts';
import { KeyTable, NOTHING } from './key-table.ts';
import { headlineKeys } from './keys.ts';

/** What `mostCandidates` is unless asked for otherwise. */
const MOST_CANDIDATES = 4096;

/** `mostCandidates` as asked for, checked. */
export function mostCandidatesOf(most: number = MOST_CANDIDATES): number {
  if (typeof most !== 'number' || !(most >= 1)) {
    throw new RangeError(`hieudinh: mostCandidates was ${String(most)}, expected a number not below 1`);
  }
  return most;
}

/** A {@link HeadlineStore} that finds, for any headline at any time, the slots that nearly say it. */
export class HeadlineTable {
  readonly threshold: number;
  private readonly store = new HeadlineStore();
  private readonly keys = new KeyTable();
  private readonly bounds: Bounds;
  private readonly mostCandidates: number;
  private readonly scratch: number[] = [];
  /** By slot: the last search that looked at it. */
  private marks = new Int32Array(1 << 8);
  private searches = 0;
  /** Searches that gave up after `mostCandidates`, and so may have missed repeats. */
  incomplete = 0;

  constructor(threshold: number, mostCandidates: number = MOST_CANDIDATES) {
    this.threshold = threshold;
    this.bounds = new Bounds(threshold);
    this.mostCandidates = mostCandidates;
  }

  /** Headlines of different content. */
  get size(): number {
    return this.store.size;
  }

  /** The slot that says exactly this, or -1. */
  find(headline: FoldedHeadline): number {
    return this.store.find(headline);
  }

  /** Adds a headline that {@link find} did not find; returns its slot. */
  add(headline: FoldedHeadline): number {
    const slot = this.store.add(headline);
    for (const key of this.keysOf(headline)) this.keys.add(key, slot);
    return slot;
  }

  /**
   * Passes every slot that says it, nearly or with other words as names, to `accept`, the newest of each key first; not
   * `own`, which {@link find} found, nor those that `wanted` is false of. Ends when `accept` answers false.
   */
  search(
    headline: FoldedHeadline,
    own: number,
    accept: (slot: number, similarity: number) => boolean,
    wanted?: (slot: number) => boolean,
  ): void {
    if (this.marks.length < this.store.size) {
      const marks = new Int32Array(this.store.size * 2);
      marks.set(this.marks);
      this.marks = marks;
    }
    const search = ++this.searches;
    let tried = 0;
    const keys = this.keysOf(headline);
    this.keys.touch(keys);
    for (const key of keys) {
      for (let value = this.keys.find(key); value !== NOTHING; value = this.keys.after(value)) {
        const slot = this.keys.slotOf(value);
        if (this.marks[slot] === search || slot === own) continue;
        if (tried++ === this.mostCandidates) {
          this.incomplete++;
          return;
        }
        this.marks[slot] = search;
        if (wanted !== undefined && !wanted(slot)) continue;
        const compared = this.store.compare(slot, headline, this.threshold);
        if (compared?.same && !accept(slot, compared.similarity)) return;
      }
    }
  }

  private keysOf(headline: FoldedHeadline): number[] {
    return headlineKeys(headline, this.bounds.asEither(headline.words.length), this.threshold, this.scratch);
  }
}
