/** What {@link KeyTable.find} answers for a key that nothing has. */
export const NOTHING = 0;

/** Filled to three quarters at most: a probe then reads about two neighbours. */
const MOST_FILLED = 0.75;
/** 4 GB of pairs. */
const MOST_PAIRS = 1 << 29;

/**
 * From 32-bit keys, already well mixed, to lists of slots: open addressing with linear probing, so that a probe of a
 * key that is not there, which nearly all are, costs one cache miss.
 *
 * | array | length | meaning |
 * |---|---|---|
 * | pairs | twice a power of two | key at 2 i; at 2 i + 1 its value |
 * | next | one a list entry | next entry of the same list, or -1 |
 * | slots | one a list entry | which headline has the key |
 * | jumps | one a list entry | a later entry, or -1; those between are in one group with this one |
 *
 * | value | meaning |
 * |---|---|
 * | 0 | the pair is free |
 * | above 0 | the only slot, plus 1 |
 * | below 0 | the newest list entry, plus 1, negative |
 */
export class KeyTable {
  private pairs = new Int32Array(1 << 11);
  private next = new Int32Array(1 << 8);
  private slots = new Int32Array(1 << 8);
  private jumps = new Int32Array(1 << 8);
  private filled = 0;
  private entries = 0;
  /** Keeps {@link touch} from being optimised away. */
  touched = 0;

  /** The value of a key: pass it to {@link slotOf} and {@link after} to walk the list. */
  find(key: number): number {
    return this.pairs[2 * this.pairOf(key) + 1];
  }

  /**
   * Reads where each key would be and does nothing with it: a kludge for want of a prefetch. The reads do not wait for
   * each other, so that the cache misses of a headline's keys overlap; saves about a seventh of a large join.
   */
  touch(keys: readonly number[]): void {
    const mask = this.pairs.length / 2 - 1;
    let sum = 0;
    for (let i = 0; i < keys.length; i++) sum = (sum + this.pairs[2 * (keys[i] & mask) + 1]) | 0;
    this.touched = sum;
  }

  /** The slot that a value stands at. */
  slotOf(value: number): number {
    return value > 0 ? value - 1 : this.slots[-value - 1];
  }

  /** The value after this one in its list; {@link NOTHING} at the end. */
  after(value: number): number {
    return value > 0 ? NOTHING : -this.next[-value - 1] - 1;
  }

  /**
   * The first value from this one on in its list whose slot is in another group than `root`. What is skipped is skipped
   * in one step the next time, since groups are never parted: a list of a million in one group costs next to nothing.
   */
  skipGroup(value: number, root: number, rootOf: (slot: number) => number): number {
    if (value >= 0) return value > 0 && rootOf(value - 1) === root ? NOTHING : value;
    let entry = -value - 1;
    let end = entry;
    while (end >= 0 && rootOf(this.slots[end]) === root) end = this.jumps[end];
    while (entry !== end) {
      const jump = this.jumps[entry];
      this.jumps[entry] = end;
      entry = jump;
    }
    return -end - 1;
  }

  /** Puts a slot at the front of a key's list. */
  add(key: number, slot: number): void {
    const pair = this.pairOf(key);
    const value = this.pairs[2 * pair + 1];
    if (value === NOTHING) {
      this.pairs[2 * pair] = key;
      this.pairs[2 * pair + 1] = slot + 1;
      this.filled++;
      if (this.filled > (this.pairs.length / 2) * MOST_FILLED) this.grow();
      return;
    }
    // A list ends in -1, whose value is NOTHING.
    const older = value < 0 ? -value - 1 : this.push(value - 1, -1);
    this.pairs[2 * pair + 1] = -this.push(slot, older) - 1;
  }

  /** Where the key is, or the free pair where it would be. */
  private pairOf(key: number): number {
    const mask = this.pairs.length / 2 - 1;
    let pair = key & mask;
    while (this.pairs[2 * pair + 1] !== NOTHING && this.pairs[2 * pair] !== key) pair = (pair + 1) & mask;
    return pair;
  }

  private push(slot: number, older: number): number {
    const entry = this.entries++;
    if (entry === this.slots.length) {
      this.slots = doubled(this.slots);
      this.next = doubled(this.next);
      this.jumps = doubled(this.jumps);
    }
    this.slots[entry] = slot;
    this.next[entry] = older;
    this.jumps[entry] = older;
    return entry;
  }

  private grow(): void {
    const old = this.pairs;
    if (old.length >= 2 * MOST_PAIRS)
      throw new RangeError('hieudinh: too many headlines for one index, expected fewer');
    this.pairs = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === NOTHING) continue;
      const pair = this.pairOf(old[at]);
      this.pairs[2 * pair] = old[at];
      this.pairs[2 * pair + 1] = old[at + 1];
    }
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
