interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Tells whether any of some stretches, which may be nested and overlap, has a place in common with another one. */
export class Overlaps {
  readonly #starts: Float64Array;
  /** The farthest end of all stretches up to here. */
  readonly #ends: Float64Array;

  constructor(stretches: readonly Stretch[]) {
    const sorted = [...stretches].sort((a, b) => a.start - b.start);
    this.#starts = Float64Array.from(sorted, ({ start }) => start);
    this.#ends = Float64Array.from(sorted, ({ end }) => end);
    for (let at = 1; at < sorted.length; at++) this.#ends[at] = Math.max(this.#ends[at], this.#ends[at - 1]);
  }

  /** Does a stretch begin before `end` and end after `start`? */
  has(start: number, end: number): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#ends[low - 1] > start;
  }
}
