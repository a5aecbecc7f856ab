import { thresholdOf } from './compare.ts';
import { foldHeadline, mix } from './fold.ts';
import { HeadlineTable } from './headline-table.ts';

/** Settings of {@link DuplicateIndex}. */
export interface IndexOptions {
  /** As in `compareHeadlines`. Default 0.7. */
  readonly threshold?: number;
  /** How far apart in time two may be to be repeats, in the unit of `time`. Default: any. */
  readonly window?: number;
  /** The most ids that one `add` answers with, oldest first. Default 100. */
  readonly limit?: number;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly time: number;
}

/** "HDIX", version 1. */
const MAGIC = 0x58494448;
const VERSION = 1;
/** Magic, version, length of the body in bytes, checksum of the body: four 32-bit little-endian numbers. */
const HEADER = 16;

/**
 * A feed of headlines: each new one is told at once which earlier ones it repeats.
 * @example
 * const index = new DuplicateIndex();
 * index.add('a', 'Khai mạc Hội nghị Trung ương'); // []
 * index.add('b', 'Khai mạc hội nghị trung ương'); // ['a']
 */
export class DuplicateIndex {
  private readonly table: HeadlineTable;
  private readonly options: IndexOptions;
  private readonly ids = new Map<string, { entry: Entry; slot: number }>();
  /** By slot: those that say the same, word for word. */
  private readonly members: Entry[][] = [];
  private readonly neighbours = new Map<number, number[]>();

  constructor(options: IndexOptions = {}) {
    const { window, limit } = options;
    if (window !== undefined && !(window >= 0)) {
      throw new RangeError(`hieudinh: window was ${window}, expected a number not below 0`);
    }
    if (limit !== undefined && !(limit >= 1)) throw new RangeError(`hieudinh: limit was ${limit}, expected at least 1`);
    this.options = { ...options, threshold: thresholdOf(options.threshold) };
    this.table = new HeadlineTable(thresholdOf(options.threshold));
  }

  /** How many headlines it holds. */
  get size(): number {
    return this.ids.size;
  }

  /**
   * Adds a headline and returns the ids it repeats.
   * @throws {RangeError} if the id is there already
   */
  add(id: string, title: string, time = 0): string[] {
    if (typeof id !== 'string' || typeof title !== 'string')
      throw new TypeError('hieudinh: add needs an id and a title, both strings');
    if (!Number.isFinite(time)) throw new RangeError(`hieudinh: time was ${time}, expected a finite number`);
    if (this.ids.has(id)) throw new RangeError(`hieudinh: id ${JSON.stringify(id)} is in the index already`);
    const headline = foldHeadline(title);
    const says = headline.words.length > 0 || headline.numbers !== 0;
    const entry: Entry = { id, title, time };
    let slot = says ? this.table.find(headline) : -1;
    if (says && slot < 0) {
      const near: number[] = [];
      slot = this.table.add(headline, (other) => near.push(other));
      this.members[slot] = [];
      if (near.length > 0) this.neighbours.set(slot, near);
      for (const other of near) {
        const back = this.neighbours.get(other);
        if (back === undefined) this.neighbours.set(other, [slot]);
        else back.push(slot);
      }
    }
    const repeated: Entry[] = [];
    if (slot >= 0) {
      this.collect(slot, time, repeated);
      for (const other of this.neighbours.get(slot) ?? []) this.collect(other, time, repeated);
      this.members[slot].push(entry);
    }
    this.ids.set(id, { entry, slot });
    return repeated.sort((a, b) => a.time - b.time).map((one) => one.id);
  }

  /** Takes a headline out; false if it was not there. */
  remove(id: string): boolean {
    const found = this.ids.get(id);
    if (found === undefined) return false;
    this.ids.delete(id);
    if (found.slot >= 0) {
      const members = this.members[found.slot];
      members.splice(members.indexOf(found.entry), 1);
    }
    return true;
  }

  /** Adds all that another index holds; what both hold is kept from this one. */
  merge(other: DuplicateIndex): void {
    for (const { entry } of other.ids.values()) {
      if (!this.ids.has(entry.id)) this.add(entry.id, entry.title, entry.time);
    }
  }

  /** The index as bytes, with magic, version, length and checksum. */
  toBytes(): Uint8Array {
    const entries = Array.from(this.ids.values(), ({ entry }) => [entry.id, entry.title, entry.time]);
    // JSON escapes lone surrogates, so that they survive UTF-8.
    const body = new TextEncoder().encode(JSON.stringify({ options: this.options, entries }));
    const bytes = new Uint8Array(HEADER + body.length);
    const header = new DataView(bytes.buffer);
    header.setUint32(0, MAGIC, true);
    header.setUint32(4, VERSION, true);
    header.setUint32(8, body.length, true);
    header.setInt32(12, checksum(body), true);
    bytes.set(body, HEADER);
    return bytes;
  }

  /**
   * An index from {@link toBytes}.
   * @throws {RangeError} if the bytes are of another kind or version, cut short or damaged
   */
  static fromBytes(bytes: Uint8Array): DuplicateIndex {
    const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || header.getUint32(0, true) !== MAGIC)
      throw new RangeError('hieudinh: these bytes are no duplicate index');
    const version = header.getUint32(4, true);
    if (version !== VERSION)
      throw new RangeError(`hieudinh: duplicate index has version ${version}, expected ${VERSION}`);
    const body = bytes.subarray(HEADER);
    if (header.getUint32(8, true) !== body.length || header.getInt32(12, true) !== checksum(body)) {
      throw new RangeError('hieudinh: duplicate index is damaged: length or checksum differs');
    }
    const { options, entries } = JSON.parse(new TextDecoder().decode(body));
    const index = new DuplicateIndex(options);
    for (const [id, title, time] of entries) index.add(id, title, time);
    return index;
  }

  private collect(slot: number, time: number, into: Entry[]): void {
    const { window = Infinity, limit = 100 } = this.options;
    for (const member of this.members[slot]) {
      if (into.length >= limit) return;
      if (Math.abs(time - member.time) <= window) into.push(member);
    }
  }
}

function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 0x01000193);
  return mix(sum);
}
