import type { FilteredBlock } from './filter-step.ts';

/** Bad lines that are told one by one; a file of another format would fill the terminal. */
const MOST_TOLD = 20;

/** Counts what `hieudinh filter` did; tells bad lines as they come, and all the counts at the end. */
export class FilterReport {
  readonly #write: (message: string) => void;
  readonly #started: number = performance.now();
  readonly #corrections: Record<string, number> = {};
  #changed = 0;
  #removed = 0;
  #duplicates = 0;
  #bad = 0;
  #bytesOut = 0;
  /** Lines read. */
  lines = 0;
  /** Bytes read. */
  bytes = 0;

  /** @param write takes messages, each with its line feed */
  constructor(write: (message: string) => void) {
    this.#write = write;
  }

  /**
   * @param bytesOut of this block
   * @param duplicates of all blocks so far
   */
  add(block: FilteredBlock, bytesOut: number, duplicates: number): void {
    this.lines += block.lines;
    this.bytes += block.bytesIn;
    this.#bytesOut += bytesOut;
    this.#duplicates = duplicates;
    this.#changed += block.changed;
    this.#removed += block.removed;
    for (const [rule, count] of Object.entries(block.corrections)) {
      this.#corrections[rule] = (this.#corrections[rule] ?? 0) + count;
    }
    for (const { line, message } of block.bad) {
      if (this.#bad++ < MOST_TOLD) this.#write(`hieudinh: line ${line}: ${message}\n`);
    }
  }

  /** @param stats whether to write all counts, as one line of JSON */
  finish(stats: boolean): void {
    if (this.#bad > MOST_TOLD) this.#write(`hieudinh: ${this.#bad - MOST_TOLD} more lines could not be read\n`);
    if (!stats) return;
    const seconds = (performance.now() - this.#started) / 1000;
    const counts = {
      lines: this.lines,
      changed: this.#changed,
      corrections: Object.fromEntries(Object.entries(this.#corrections).sort()),
      removedBlocks: this.#removed,
      duplicates: this.#duplicates,
      bad: this.#bad,
      bytesIn: this.bytes,
      bytesOut: this.#bytesOut,
      seconds: Number(seconds.toFixed(3)),
    };
    this.#write(`${JSON.stringify(counts)}\n`);
  }
}
