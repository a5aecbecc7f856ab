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
  /** Made when first asked for: nearly all sequences are compared with none. */
  private prefixes: Int32Array | undefined;
  private powers: Int32Array | undefined;

  constructor(hashes: Int32Array) {
    this.hashes = hashes;
  }

  /** Whether all words of another sequence stand here from `at` on. */
  standsAt(run: WordRuns, at: number): boolean {
    const size = run.hashes.length;
    if (at + size > this.hashes.length) return false;
    const prefixes = this.hashesBefore();
    const here = (prefixes[at + size] - Math.imul(prefixes[at], this.power(size))) | 0;
    if (here !== run.hashesBefore()[size]) return false;
    for (let i = 0; i < size; i++) if (this.hashes[at + i] !== run.hashes[i]) return false;
    return true;
  }

  /** The first place from `from` on where all words of another sequence stand here, or -1. */
  indexOf(run: WordRuns, from: number): number {
    for (let at = from; at + run.hashes.length <= this.hashes.length; at++) if (this.standsAt(run, at)) return at;
    return -1;
  }

  /** The hash of all words before the i-th, and of all of them. */
  private hashesBefore(): Int32Array {
    if (this.prefixes !== undefined) return this.prefixes;
    const { hashes } = this;
    const prefixes = new Int32Array(hashes.length + 1);
    for (let i = 0; i < hashes.length; i++) prefixes[i + 1] = (Math.imul(prefixes[i], BASE) + hashes[i]) | 0;
    this.prefixes = prefixes;
    return prefixes;
  }

  private power(exponent: number): number {
    if (this.powers === undefined) {
      this.powers = new Int32Array(this.hashes.length + 1);
      this.powers[0] = 1;
      for (let i = 1; i < this.powers.length; i++) this.powers[i] = Math.imul(this.powers[i - 1], BASE);
    }
    return this.powers[exponent];
  }
}
