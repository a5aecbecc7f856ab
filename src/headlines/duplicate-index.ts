import { thresholdOf } from './compare.ts';
import { foldHeadline, saysNothing } from './fold.ts';
import { HeadlineTable, mostCandidatesOf } from './headline-table.ts';
import { readIndex, writeIndex } from './index-bytes.ts';

/** Settings of {@link DuplicateIndex}. */
export interface IndexOptions {
  /** As in `compareHeadlines`. Default 0.68. */
  readonly threshold?: number;
  /** How far apart in time two may be to be repeats, in the unit of `time`. Default: any. */
  readonly window?: number;
  /** The most ids that one `add` answers with: any of them where there are more, of each
   * wording those added last. Default 100. */
  readonly limit?: number;
  /**
   * How many headlines one `add` is compared with before it gives up, which bounds its time where a million are made
   * from one template. Default 4,096; `Infinity` for the exact answer at any cost.
   */
  readonly mostCandidates?: number;
}

/** What one headline in the index is; those of one slot are a doubly linked list, so that removal takes no search. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly time: number;
  /** Later ones have higher numbers. */
  readonly order: number;
  /** -1 for one that says nothing. */
  readonly slot: number;
  older: Entry | undefined;
  newer: Entry | undefined;
}

/** Fewer emptied slots than this are not worth a rebuild. */
const LEAST_REBUILT = 1024;

/**
 * A feed of headlines: each new one is told at once which earlier ones it repeats. Exact for the stated threshold, as
 * long as {@link incomplete} is 0; a text of more than 1,024 words repeats only what equals it.
 * @example
 * const index = new DuplicateIndex();
 * index.add('a', 'Khai mạc Hội nghị Trung ương'); // []
 * index.add('b', 'Khai mạc hội nghị trung ương'); // ['a']
 */
export class DuplicateIndex {
  private readonly options: IndexOptions;
  private readonly threshold: number;
  private readonly mostCandidates: number;
  private readonly limit: number;
  private readonly window: number;
  private table: HeadlineTable;
  private readonly entries = new Map<string, Entry>();
  /** By slot: the entry added last of those that say the same, word for word. */
  private newest: (Entry | undefined)[] = [];
  private emptied = 0;
  private latest = -Infinity;
  private added = 0;
  /** Whether any was added that is older than one before it; else the older ones of a list need not be looked at. */
  private disordered = false;
  /** Adds whose answer was cut short by `mostCandidates`, since the index was made. */
  incomplete = 0;

  /** @throws {RangeError} if an option is out of its range */
  constructor(options: IndexOptions = {}) {
    const { window = Infinity, limit = 100 } = options;
    if (!(window >= 0)) throw new RangeError(`hieudinh: window was ${window}, expected a number not below 0`);
    if (!(limit >= 1)) throw new RangeError(`hieudinh: limit was ${limit}, expected at least 1`);
    this.threshold = thresholdOf(options.threshold);
    this.mostCandidates = mostCandidatesOf(options.mostCandidates);
    this.options = options;
    this.limit = limit;
    this.window = window;
    this.table = new HeadlineTable(this.threshold, this.mostCandidates);
  }

  /** How many headlines it holds. */
  get size(): number {
    return this.entries.size;
  }

  /** Whether a headline of this id is there. */
  has(id: string): boolean {
    return this.entries.has(id);
  }

  /**
   * Adds a headline and returns the ids it repeats, oldest first, of one time in the order in which they were added.
   * Every so often one `add` takes longer, when a table has to grow.
   * @throws {RangeError} if the id is there already, or the time is not finite
   */
  add(id: string, title: string, time = 0): string[] {
    this.check(id, title, time);
    const headline = foldHeadline(title);
    if (saysNothing(headline)) {
      this.keep(id, title, time, -1);
      return [];
    }
    const found: Entry[] = [];
    const before = this.table.incomplete;
    let slot = this.table.find(headline);
    let complete = slot < 0 || this.collect(slot, time, found);
    if (found.length < this.limit) {
      this.table.search(
        headline,
        slot,
        (other) => {
          complete = this.collect(other, time, found) && complete;
          return found.length < this.limit;
        },
        (other) => this.mayCollect(other, time),
      );
    }
    if (!complete || this.table.incomplete !== before) this.incomplete++;
    if (slot < 0) slot = this.table.add(headline);
    this.keep(id, title, time, slot);
    return found.sort((a, b) => a.time - b.time || a.order - b.order).map((one) => one.id);
  }

  /** Takes a headline out; false if it was not there. */
  remove(id: string): boolean {
    const entry = this.entries.get(id);
    if (entry === undefined) return false;
    this.entries.delete(id);
    const { slot, older, newer } = entry;
    if (slot < 0) return true;
    if (older !== undefined) older.newer = newer;
    if (newer !== undefined) newer.older = older;
    else this.newest[slot] = older;
    if (this.newest[slot] === undefined) this.emptied++;
    if (this.emptied > LEAST_REBUILT && this.emptied * 2 > this.table.size) this.rebuild();
    return true;
  }

  /** Takes out all that are older than `time`; returns how many. A feed with a window calls it now and then. */
  removeBefore(time: number): number {
    const before = this.entries.size;
    for (const entry of this.entries.values()) if (entry.time < time) this.remove(entry.id);
    return before - this.entries.size;
  }

  /** Adds all that another index holds; what both hold is kept from this one. */
  merge(other: DuplicateIndex): void {
    for (const { id, title, time } of other.entries.values()) if (!this.entries.has(id)) this.put(id, title, time);
  }

  /** The index as bytes, with magic, version, length and checksum. */
  toBytes(): Uint8Array {
    const { threshold, window, limit, mostCandidates } = this.options;
    return writeIndex({ threshold, window, limit, mostCandidates }, this.entries.values());
  }

  /**
   * An index from {@link toBytes}.
   * @throws {RangeError} if the bytes are of another kind or version, cut short or damaged
   */
  static fromBytes(bytes: Uint8Array): DuplicateIndex {
    if (!(bytes instanceof Uint8Array)) throw new TypeError('hieudinh: fromBytes needs a Uint8Array');
    const { options, entries } = readIndex(bytes);
    const index = new DuplicateIndex(options);
    for (const [id, title, time] of entries) index.put(id, title, time);
    return index;
  }

  private check(id: string, title: string, time: number): void {
    if (typeof id !== 'string' || typeof title !== 'string') {
      throw new TypeError('hieudinh: add needs an id and a title, both strings');
    }
    if (!Number.isFinite(time)) throw new RangeError(`hieudinh: time was ${time}, expected a finite number`);
    if (this.entries.has(id)) throw new RangeError(`hieudinh: id ${JSON.stringify(id)} is in the index already`);
  }

  /** {@link add} without an answer. */
  private put(id: string, title: string, time: number): void {
    this.check(id, title, time);
    const headline = foldHeadline(title);
    let slot = -1;
    if (!saysNothing(headline)) {
      slot = this.table.find(headline);
      if (slot < 0) slot = this.table.add(headline);
    }
    this.keep(id, title, time, slot);
  }

  private keep(id: string, title: string, time: number, slot: number): void {
    const entry: Entry = { id, title, time, order: this.added++, slot, older: undefined, newer: undefined };
    this.entries.set(id, entry);
    if (entry.time < this.latest) this.disordered = true;
    else this.latest = entry.time;
    if (entry.slot < 0) return;
    const older = this.newest[entry.slot];
    // A slot that had been emptied is in use again.
    if (older !== undefined) older.newer = entry;
    else if (entry.slot < this.newest.length) this.emptied--;
    entry.older = older;
    this.newest[entry.slot] = entry;
  }

  /** False if nothing of a slot can be inside the window: it is empty, or its last entry is too old and the latest. */
  private mayCollect(slot: number, time: number): boolean {
    const last = this.newest[slot];
    return last !== undefined && (this.disordered || time - last.time <= this.window);
  }

  /** False if it gave up among entries outside the window. */
  private collect(slot: number, time: number, into: Entry[]): boolean {
    let outside = 0;
    for (let entry = this.newest[slot]; entry !== undefined; entry = entry.older) {
      if (into.length >= this.limit) return true;
      if (!this.disordered && time - entry.time > this.window) return true;
      if (Math.abs(time - entry.time) <= this.window) into.push(entry);
      else if (++outside >= this.mostCandidates) return false;
    }
    return true;
  }

  /** Leaves the emptied slots behind. */
  private rebuild(): void {
    const entries = [...this.entries.values()];
    this.table = new HeadlineTable(this.threshold, this.mostCandidates);
    this.newest = [];
    this.emptied = 0;
    this.latest = -Infinity;
    this.disordered = false;
    this.entries.clear();
    for (const { id, title, time } of entries) this.put(id, title, time);
  }
}
