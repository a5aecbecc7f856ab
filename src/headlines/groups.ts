import { thresholdOf } from './compare.ts';
import { foldHeadline } from './fold.ts';
import { HeadlineTable } from './headline-table.ts';

/** Settings of {@link HeadlineGroups}. */
export interface GroupOptions {
  /** As in `compareHeadlines`. Default 0.7. */
  readonly threshold?: number;
}

/**
 * Groups any number of headlines: two are in one group if a chain of repeats joins them. The groups do not depend on
 * the order of the input. About 250 bytes a headline.
 * @example
 * const groups = new HeadlineGroups();
 * for (const title of titles) groups.add(title);
 * groups.groups(); // [[0, 4], [2, 3]]: places in the input; single ones left out
 */
export class HeadlineGroups {
  private readonly table: HeadlineTable;
  private parents = new Int32Array(1 << 8);
  /** By headline: its slot; -1 for one that says nothing. */
  private slots = new Int32Array(1 << 8);
  /** How many have been added. */
  size = 0;

  constructor(options: GroupOptions = {}) {
    this.table = new HeadlineTable(thresholdOf(options.threshold));
  }

  /** Adds the next headline. */
  add(title: string): void {
    const headline = foldHeadline(title);
    if (this.size === this.slots.length) this.slots = doubled(this.slots);
    const index = this.size++;
    this.slots[index] = -1;
    if (headline.words.length === 0 && headline.numbers === 0) return;
    let slot = this.table.find(headline);
    if (slot < 0) {
      slot = this.table.size;
      if (slot === this.parents.length) this.parents = doubled(this.parents);
      this.parents[slot] = slot;
      this.table.add(
        headline,
        (other) => this.join(slot, other),
        (other) => this.rootOf(other) === this.rootOf(slot),
      );
    }
    this.slots[index] = slot;
  }

  /** The groups of two and more, by places in the input, each ascending, ordered by their first. */
  groups(): number[][] {
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

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** All groups of an array of headlines, by their places. */
export function groupHeadlines(titles: Iterable<string>, options: GroupOptions = {}): number[][] {
  const groups = new HeadlineGroups(options);
  for (const title of titles) groups.add(title);
  return groups.groups();
}
