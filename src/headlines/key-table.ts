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
  private filled = 0;
  private entries = 0;

  /** The value of a key: pass it to {@link slotOf} and {@link after} to walk the list. */
  find(key: number): number {
    return this.pairs[2 * this.pairOf(key) + 1];
  }

  /** The slot that a value stands at. */
  slotOf(value: number): number {
    return value > 0 ? value - 1 : this.slots[-value - 1];
  }

  /** The value after this one in its list; {@link NOTHING} at the end. */
  after(value: number): number {
    return value > 0 ? NOTHING : -this.next[-value - 1] - 1;
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
    }
    this.slots[entry] = slot;
    this.next[entry] = older;
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
