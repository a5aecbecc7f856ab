/** A run that more blocks have than this tells nothing; keeps the work linear. */
export const LONGEST_POSTING = 32;
/** Filled to three quarters at most: a probe then reads about two neighbours. */
const MOST_FILLED = 0.75;
/** Places made before anything is known of a text: one that says the same all over needs no more. */
const MOST_AT_FIRST = 1 << 20;

/**
 * From the hash of a run to the first {@link LONGEST_POSTING} slots that have it. Nearly all runs of a text stand in it
 * once, so that a slot alone costs no list; the others stand side by side, since they are read far oftener than added.
 *
 * A place of the table is three numbers side by side, which the memory gives together:
 *
 * | number | meaning |
 * |---|---|
 * | 0 | hash of the run |
 * | 1 | how many slots it has; 0: the place is free |
 * | 2 | the only slot, or where its slots begin in `pool`, a list with room for the next power of two |
 */
export class RunPostings {
  /** Of the posting that {@link find} found: its slots are those from `start` to `end` in `slots`. */
  slots: Int32Array = new Int32Array(1);
  start = 0;
  end = 0;
  private table: Int32Array;
  private mask: number;
  private filled = 0;
  private pool = new Int32Array(1 << 8);
  private used = 0;
  /** By the logarithm of their room: where lists stood that have moved to more room. */
  private readonly freed: number[][] = Array.from({ length: Math.log2(LONGEST_POSTING) + 1 }, () => []);
  private readonly only: Int32Array = new Int32Array(1);

  /** @param expected how many runs there may be, for the size at first */
  constructor(expected: number = 0) {
    const places = Math.max(1 << 8, Math.min(expected / MOST_FILLED, MOST_AT_FIRST));
    this.mask = (1 << (32 - Math.clz32(places - 1))) - 1;
    this.table = new Int32Array(STRIDE * (this.mask + 1));
  }

  /** Looks a run up; the answer is in {@link slots}, {@link start} and {@link end} until the next call. */
  find(key: number): void {
    const place = this.placeOf(key);
    const count = this.table[place + COUNT];
    const value = this.table[place + VALUE];
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
    const count = this.table[place + COUNT];
    if (count === LONGEST_POSTING) return;
    if (count === 0) {
      if (this.filled >= (this.mask + 1) * MOST_FILLED) {
        this.grow();
        place = this.placeOf(key);
      }
      this.filled++;
      this.table[place] = key;
      this.table[place + VALUE] = slot;
    } else {
      // A power of two is full.
      if ((count & (count - 1)) === 0) this.table[place + VALUE] = this.moved(this.table[place + VALUE], count);
      this.pool[this.table[place + VALUE] + count] = slot;
    }
    this.table[place + COUNT] = count + 1;
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

  /** Where the run is in the table, or the free place where it would be. */
  private placeOf(key: number): number {
    const { table, mask } = this;
    let place = key & mask;
    while (table[STRIDE * place + COUNT] !== 0 && table[STRIDE * place] !== key) place = (place + 1) & mask;
    return STRIDE * place;
  }

  private grow(): void {
    const old = this.table;
    this.mask = 2 * this.mask + 1;
    this.table = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += STRIDE) {
      if (old[from + COUNT] === 0) continue;
      const place = this.placeOf(old[from]);
      for (let part = 0; part < STRIDE; part++) this.table[place + part] = old[from + part];
    }
  }
}

const STRIDE = 3;
const COUNT = 1;
const VALUE = 2;
