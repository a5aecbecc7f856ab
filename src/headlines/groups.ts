import { Bounds } from './bounds.ts';
import { thresholdOf } from './compare.ts';
import { foldHeadline, saysNothing } from './fold.ts';
import { HeadlineStore } from './headline-store.ts';
import { mostCandidatesOf } from './headline-table.ts';
import { KeyTable, NOTHING } from './key-table.ts';
import { headlineKeys, MOST_WORDS } from './keys.ts';

/** Settings of {@link HeadlineGroups}. */
export interface GroupOptions {
  /** As in `compareHeadlines`. Default 0.68. */
  readonly threshold?: number;
  /**
   * How many candidates one headline is compared with before its search is given up, which keeps a million headlines
   * made from one template from being quadratic. Default 4,096; `Infinity` for the exact answer at any cost.
   */
  readonly mostCandidates?: number;
  /** Told after every million headlines that {@link HeadlineGroups.groups} has compared. */
  readonly progress?: (compared: number) => void;
}

const PROGRESS_EVERY = 1_000_000;

/**
 * Groups any number of headlines: two are in one group if a chain of repeats joins them. The groups do not depend on
 * the order of the input. Texts of more than 1,024 words are joined only where equal. About 350 bytes a headline.
 * @example
 * const groups = new HeadlineGroups();
 * for (const title of titles) groups.add(title);
 * groups.groups(); // [[0, 4], [2, 3]]: places in the input; single ones left out
 */
export class HeadlineGroups {
  private readonly options: GroupOptions;
  private readonly threshold: number;
  private readonly mostCandidates: number;
  private readonly store = new HeadlineStore();
  /** By slot, once joined: a slot of the same group that stands for it, in the end the root, which is its own. */
  private parents = new Int32Array(0);
  /** By headline: its slot; -1 for one that says nothing. */
  private slots = new Int32Array(1 << 8);
  /** How many have been added. */
  size = 0;
  /**
   * How many headlines the last {@link groups} compared with `mostCandidates` others without having seen all. 0 means
   * that the groups are exact; else two groups may be one, the same ones whatever the order of the input.
   */
  incomplete = 0;

  /** @throws {RangeError} if the threshold is not between 0.5 and 1, or `mostCandidates` below 1 */
  constructor(options: GroupOptions = {}) {
    this.options = options;
    this.threshold = thresholdOf(options.threshold);
    this.mostCandidates = mostCandidatesOf(options.mostCandidates);
  }

  /** Adds the next headline. */
  add(title: string): void {
    if (typeof title !== 'string') throw new TypeError(`hieudinh: add needs a string, got ${typeof title}`);
    const headline = foldHeadline(title);
    if (this.size === this.slots.length) {
      const slots = new Int32Array(this.size * 2);
      slots.set(this.slots);
      this.slots = slots;
    }
    let slot = -1;
    if (!saysNothing(headline)) {
      slot = this.store.find(headline);
      if (slot < 0) slot = this.store.add(headline);
    }
    this.slots[this.size++] = slot;
  }

  /** The groups of two and more, by places in the input, each ascending, ordered by their first. */
  groups(): number[][] {
    if (this.parents.length !== this.store.size) this.joinAll();
    const groups = new Map<number, number[]>();
    for (let index = 0; index < this.size; index++) {
      if (this.slots[index] < 0) continue;
      const root = this.rootOf(this.slots[index]);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [index]);
      else group.push(index);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  }

  /**
   * Every headline against the shorter ones before it, so that the table holds only the few keys of a headline as the
   * shorter of a pair (the index prefix of PPJoin; Xiao et al. 2008).
   */
  private joinAll(): void {
    const { store, threshold } = this;
    this.parents = Int32Array.from({ length: store.size }, (_, slot) => slot);
    this.incomplete = 0;
    const bounds = new Bounds(threshold);
    const table = new KeyTable();
    const keys: number[] = [];
    const marks = new Int32Array(store.size).fill(-1);
    const order = shortestFirst(store);
    const rootOf = (slot: number): number => this.rootOf(slot);
    for (let done = 0; done < order.length; done++) {
      const slot = order[done];
      const headline = store.read(slot);
      headlineKeys(headline, bounds.asLonger(headline.words.length), threshold, keys);
      table.touch(keys);
      let tried = 0;
      search: for (const key of keys) {
        let value = table.skipGroup(table.find(key), this.rootOf(slot), rootOf);
        for (; value !== NOTHING; value = table.skipGroup(table.after(value), this.rootOf(slot), rootOf)) {
          const other = table.slotOf(value);
          if (marks[other] === slot) continue;
          if (tried++ === this.mostCandidates) {
            this.incomplete++;
            break search;
          }
          marks[other] = slot;
          if (store.compare(other, headline, threshold)?.same) this.join(slot, other);
        }
      }
      headlineKeys(headline, bounds.asShorter(headline.words.length), threshold, keys);
      table.touch(keys);
      for (const key of keys) table.add(key, slot);
      if ((done + 1) % PROGRESS_EVERY === 0) this.options.progress?.(done + 1);
    }
  }

  private join(one: number, other: number): void {
    const a = this.rootOf(one);
    const b = this.rootOf(other);
    this.parents[Math.max(a, b)] = Math.min(a, b);
  }

  private rootOf(slot: number): number {
    const parents = this.parents;
    while (parents[slot] !== slot) {
      parents[slot] = parents[parents[slot]];
      slot = parents[slot];
    }
    return slot;
  }
}

/**
 * The slots by size, and those of one size by what they say: an order that does not depend on that of the input, so
 * that even searches that were given up are the same in any order. Radix sort, 16 bits a pass.
 */
function shortestFirst(store: HeadlineStore): Int32Array {
  let order = Int32Array.from({ length: store.size }, (_, slot) => slot);
  let sorted = new Int32Array(store.size);
  const counts = new Int32Array((1 << 16) + 1);
  const passes: ((slot: number) => number)[] = [
    (slot) => store.variantOf(slot) & 0xffff,
    (slot) => store.variantOf(slot) >>> 16,
    (slot) => store.checkOf(slot) & 0xffff,
    (slot) => store.checkOf(slot) >>> 16,
    (slot) => store.hashOf(slot) & 0xffff,
    (slot) => store.hashOf(slot) >>> 16,
    (slot) => Math.min(store.sizeOf(slot), MOST_WORDS + 1),
  ];
  for (const digit of passes) {
    counts.fill(0);
    for (const slot of order) counts[digit(slot) + 1]++;
    for (let value = 0; value < 1 << 16; value++) counts[value + 1] += counts[value];
    for (const slot of order) sorted[counts[digit(slot)]++] = slot;
    [order, sorted] = [sorted, order];
  }
  return order;
}

/** All groups of an array of headlines, by their places. */
export function groupHeadlines(titles: Iterable<string>, options: GroupOptions = {}): number[][] {
  const groups = new HeadlineGroups(options);
  for (const title of titles) groups.add(title);
  return groups.groups();
}
