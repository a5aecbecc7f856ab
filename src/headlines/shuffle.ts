import { Bounds } from './bounds.ts';
import { compareFolded, thresholdOf } from './compare.ts';
import { type FoldedHeadline, foldHeadline, saysNothing } from './fold.ts';
import { mostCandidatesOf } from './headline-table.ts';
import { headlineKeys } from './keys.ts';
import { mix } from './letters.ts';

/**
 * The map step for a cluster: the keys, eight hexadecimal digits each, under which a headline is sent to the reducers.
 * Two that repeat each other share at least one. The first key is that of equal headlines.
 */
export function headlineShuffleKeys(title: string, threshold?: number): string[] {
  const headline = foldHeadline(title);
  if (saysNothing(headline)) return [];
  const asked = thresholdOf(threshold);
  const shared = new Bounds(asked).asEither(headline.words.length);
  const keys = new Set(headlineKeys(headline, shared, asked));
  return [mix(headline.hash ^ headline.check), ...keys].map((key) => (key >>> 0).toString(16).padStart(8, '0'));
}

/**
 * The reduce step: verifies inside each key and joins what repeats. Keys may come in any order, and to any number of
 * reducers, whose groups are then joined again where they share an id.
 */
export class ShuffleGroups {
  private readonly threshold: number;
  private readonly mostCandidates: number;
  private readonly bands = new Map<string, string[]>();
  private readonly headlines = new Map<string, FoldedHeadline>();
  private readonly parents = new Map<string, string>();
  /**
   * How many records were compared with `mostCandidates` others of their key without having seen all. 0 means that the
   * groups are exact; else some may be missing, and which depends on the order of the records.
   */
  incomplete = 0;

  /** @throws {RangeError} if the threshold is not between 0.5 and 1, or `mostCandidates` (default 4,096) below 1 */
  constructor(threshold?: number, mostCandidates?: number) {
    this.threshold = thresholdOf(threshold);
    this.mostCandidates = mostCandidatesOf(mostCandidates);
  }

  /** One record of the shuffle. */
  add(key: string, id: string, title: string): void {
    let headline = this.headlines.get(id);
    if (headline === undefined) {
      headline = foldHeadline(title);
      this.headlines.set(id, headline);
      this.parents.set(id, id);
    }
    const band = this.bands.get(key);
    if (band === undefined) {
      this.bands.set(key, [id]);
      return;
    }
    let tried = 0;
    for (const other of band) {
      const before = this.headlines.get(other)!;
      // An equal one stands in for this in its band, which keeps a million equal lines linear.
      const equal = before.hash === headline.hash && before.check === headline.check;
      if (equal && before.variant === headline.variant) {
        this.join(other, id);
        return;
      }
      if (tried++ === this.mostCandidates) {
        this.incomplete++;
        return;
      }
      const joined = this.rootOf(other) === this.rootOf(id);
      if (!joined && compareFolded(before, headline, this.threshold).same) this.join(other, id);
    }
    band.push(id);
  }

  /** Groups of two and more ids, sorted. */
  groups(): string[][] {
    const groups = new Map<string, string[]>();
    for (const id of this.parents.keys()) {
      const root = this.rootOf(id);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [id]);
      else group.push(id);
    }
    const joined = [...groups.values()].filter((group) => group.length > 1).map((group) => group.sort());
    return joined.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }

  private join(one: string, other: string): void {
    const a = this.rootOf(one);
    const b = this.rootOf(other);
    if (a < b) this.parents.set(b, a);
    else this.parents.set(a, b);
  }

  private rootOf(id: string): string {
    let root = id;
    for (let up = this.parents.get(root)!; up !== root; up = this.parents.get(root)!) {
      this.parents.set(root, this.parents.get(up)!);
      root = up;
    }
    return root;
  }
}
