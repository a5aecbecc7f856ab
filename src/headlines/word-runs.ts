/** Odd, so that no power of it is 0. */
const BASE = 0x01000193;

/** The polynomial hash of the `length` words from `at` on. */
export function runAt(hashes: Int32Array, at: number, length: number): number {
  let run = 0;
  for (let i = at; i < at + length; i++) run = (Math.imul(run, BASE) + hashes[i]) | 0;
  return run;
}

/** Finds runs of words in one sequence; each comparison but of a true find takes one step, however long the run. */
export class WordRuns {
  readonly hashes: Int32Array;
  /** The hash of all words before the i-th. */
  private readonly prefixes: Int32Array;
  private powers: Int32Array = Int32Array.of(1);

  constructor(hashes: Int32Array) {
    this.hashes = hashes;
    this.prefixes = new Int32Array(hashes.length + 1);
    for (let i = 0; i < hashes.length; i++) this.prefixes[i + 1] = (Math.imul(this.prefixes[i], BASE) + hashes[i]) | 0;
  }

  /** Whether all words of another sequence stand here from `at` on. */
  standsAt(run: WordRuns, at: number): boolean {
    const size = run.hashes.length;
    if (at + size > this.hashes.length) return false;
    const here = (this.prefixes[at + size] - Math.imul(this.prefixes[at], this.power(size))) | 0;
    if (here !== run.prefixes[size]) return false;
    for (let i = 0; i < size; i++) if (this.hashes[at + i] !== run.hashes[i]) return false;
    return true;
  }

  /** Whether all words of another sequence stand anywhere here. */
  contains(run: WordRuns): boolean {
    for (let at = 0; at + run.hashes.length <= this.hashes.length; at++) if (this.standsAt(run, at)) return true;
    return false;
  }

  private power(exponent: number): number {
    if (exponent >= this.powers.length) {
      const powers = new Int32Array(this.hashes.length + 1);
      powers[0] = 1;
      for (let i = 1; i < powers.length; i++) powers[i] = Math.imul(powers[i - 1], BASE);
      this.powers = powers;
    }
    return this.powers[exponent];
  }
}
