import { looksLike } from './decode.ts';
import type { FilteredBlock } from './filter-step.ts';

/** Bad lines that are told one by one; a file of another format would fill the terminal. */
const MOST_TOLD = 20;

/**
 * Counts what `hieudinh filter` did; tells bad lines, and the first row without a text, as they come, and all the counts
 * at the end.
 */
export class FilterReport {
  readonly #write: (message: string) => void;
  readonly #field: string;
  readonly #raw: boolean;
  readonly #started: number = performance.now();
  readonly #corrections: Record<string, number> = {};
  #changed = 0;
  #removed = 0;
  #duplicates = 0;
  #bad = 0;
  #texts = 0;
  #encoded = 0;
  #firstEncoded: FilteredBlock['firstEncoded'];
  #nullTexts = 0;
  #noTexts = 0;
  #bytesOut = 0;
  /** Lines read. */
  lines = 0;
  /** Bytes read. */
  bytes = 0;

  /**
   * @param write takes messages, each with its line feed
   * @param settings where rows have their text, or that lines are texts
   */
  constructor(write: (message: string) => void, { from, raw }: { readonly from: string; readonly raw: boolean }) {
    this.#write = write;
    this.#field = from;
    this.#raw = raw;
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
    this.#texts += block.texts;
    this.#encoded += block.encoded;
    this.#firstEncoded ??= block.firstEncoded;
    for (const { line, message, row } of block.bad) {
      if (row === undefined) this.#bad++;
      else if (row === 'null') this.#nullTexts++;
      else this.#noTexts++;
      // Archives have many rows without a text: they would hide the lines that are damaged.
      const told = row === undefined ? this.#bad <= MOST_TOLD : this.#withoutText === 1;
      if (told) this.#write(`hieudinh: line ${line}: ${message}\n`);
    }
  }

  /**
   * There was something, but no row has a text, and none says, with null, that it has none: most likely the field has
   * another name, or the lines are no JSON.
   */
  get readNothing(): boolean {
    return !this.#raw && this.#noTexts + this.#bad > 0 && this.#texts === 0 && this.#nullTexts === 0;
  }

  get #withoutText(): number {
    return this.#nullTexts + this.#noTexts;
  }

  /**
   * @param stats whether to write all counts, as one line of JSON
   * @param whole whether all of the input was read; of a part no more can be said than that
   */
  finish(stats: boolean, whole: boolean): void {
    if (this.#bad > MOST_TOLD) this.#write(`hieudinh: ${this.#bad - MOST_TOLD} more lines could not be read\n`);
    if (whole && this.readNothing) {
      const message =
        this.#noTexts > 0
          ? `no row has a text in "${this.#field}", expected the name of a field in --from`
          : 'no line is a JSON object, expected NDJSON, or --raw for lines of text';
      this.#write(`hieudinh: ${message}\n`);
    } else if (this.#withoutText > 1 || (whole && this.#withoutText > 0)) {
      const rows = `${this.#withoutText} of ${this.#texts + this.#withoutText} rows`;
      this.#write(`hieudinh: no text in "${this.#field}" in ${rows}: passed on with "error"\n`);
    }
    if (this.#firstEncoded !== undefined) {
      const { line, encoding } = this.#firstEncoded;
      const what = looksLike(encoding, this.#encoded - 1);
      this.#write(`hieudinh: line ${line}: ${what}; --decode auto decodes it\n`);
    }
    if (!stats) return;
    const seconds = (performance.now() - this.#started) / 1000;
    const counts = {
      lines: this.lines,
      changed: this.#changed,
      corrections: Object.fromEntries(Object.entries(this.#corrections).sort()),
      removedBlocks: this.#removed,
      duplicates: this.#duplicates,
      encoded: this.#encoded,
      bad: this.#bad,
      withoutText: this.#withoutText,
      bytesIn: this.bytes,
      bytesOut: this.#bytesOut,
      seconds: Number(seconds.toFixed(3)),
    };
    this.#write(`${JSON.stringify(counts)}\n`);
  }
}
