/** A run that more blocks have than this tells nothing; keeps the work linear. */
export const LONGEST_POSTING = 32;
/** Filled to three quarters at most: a probe then reads about two neighbours. */
const MOST_FILLED = 0.75;

/**
 * From the hash of a run to the first {@link LONGEST_POSTING} slots that have it. Nearly all runs of a text stand in it
 * once, so that a slot alone costs no list; the others stand side by side, since they are read far oftener than added.
 *
 * | array | length | meaning |
 * |---|---|---|
 * | keys | a power of two | hash of the run |
 * | counts | the same | how many slots it has; 0: the place is free |
 * | values | the same | the only slot, or where its slots begin in `pool` |
 * | pool | a power of two | lists, each with room for the next power of two |
 */
export class RunPostings {
  /** Of the posting that {@link find} found: its slots are those from `start` to `end` in `slots`. */
  slots: Int32Array = new Int32Array(1);
  start = 0;
  end = 0;
  private keys = new Int32Array(1 << 8);
  private values = new Int32Array(1 << 8);
  private counts = new Uint8Array(1 << 8);
  private filled = 0;
  private pool = new Int32Array(1 << 8);
  private used = 0;
  /** By the logarithm of their room: where lists stood that have moved to more room. */
  private readonly freed: number[][] = Array.from({ length: Math.log2(LONGEST_POSTING) + 1 }, () => []);
  private readonly only: Int32Array = new Int32Array(1);

  /** Looks a run up; the answer is in {@link slots}, {@link start} and {@link end} until the next call. */
  find(key: number): void {
    const place = this.placeOf(key);
    const count = this.counts[place];
    const value = this.values[place];
    if (count > 1) {
      this.slots = this.pool;
      this.start = value;
      this.end = value + count;
    } else {
      this.only[0] = value;
      this.slots = this.only;
      this.start = 0;
      this.end = count;
    }
  }

  /** Puts a slot at the end of a run's list, unless that is full. */
  add(key: number, slot: number): void {
    let place = this.placeOf(key);
    const count = this.counts[place];
    if (count === LONGEST_POSTING) return;
    if (count === 0) {
      if (this.filled >= this.keys.length * MOST_FILLED) {
        this.grow();
        place = this.placeOf(key);
      }
      this.filled++;
      this.keys[place] = key;
      this.values[place] = slot;
    } else {
      // A power of two is full.
      if ((count & (count - 1)) === 0) this.values[place] = this.moved(this.values[place], count);
      this.pool[this.values[place] + count] = slot;
    }
    this.counts[place] = count + 1;
  }

  /** Where a full list stands once it has twice the room. */
  private moved(from: number, count: number): number {
    const room = 31 - Math.clz32(count);
    const to = this.freed[room + 1].pop() ?? this.take(2 * count);
    if (count === 1) this.pool[to] = from;
    else {
      this.pool.copyWithin(to, from, from + count);
      this.freed[room].push(from);
    }
    return to;
  }

  private take(room: number): number {
    const at = this.used;
    this.used += room;
    if (this.used > this.pool.length) {
      const larger = new Int32Array(2 * this.pool.length);
      larger.set(this.pool);
      this.pool = larger;
    }
    return at;
  }

  /** Where the run is, or the free place where it would be. */
  private placeOf(key: number): number {
    const mask = this.keys.length - 1;
    let place = key & mask;
    while (this.counts[place] !== 0 && this.keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  private grow(): void {
    const { keys, values, counts } = this;
    this.keys = new Int32Array(2 * keys.length);
    this.values = new Int32Array(2 * keys.length);
    this.counts = new Uint8Array(2 * keys.length);
    for (let old = 0; old < keys.length; old++) {
      if (counts[old] === 0) continue;
      const place = this.placeOf(keys[old]);
      this.keys[place] = keys[old];
      this.values[place] = values[old];
      this.counts[place] = counts[old];
    }
  }
}
