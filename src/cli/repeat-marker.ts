import { DuplicateIndex } from '../headlines/index.ts';
import { readField, writeField } from './json-field.ts';

/** Settings of {@link RepeatMarker}. */
export interface RepeatMarkerOptions {
  /** A line is a text, not JSON: repeats are left out. Rows are marked and stay. */
  readonly raw: boolean;
  /** The field that holds the text. */
  readonly field: string;
  /** How many kept texts a new one is compared with, the last ones: bounds memory. Default 100,000. */
  readonly window?: number;
}

/**
 * Tells lines of a stream that repeat an earlier one: titles, captions. A row gets `"duplicateOf": N`, the number of the
 * line that it repeats. Texts of several lines are documents, not titles, and are left alone.
 */
export class RepeatMarker {
  readonly #raw: boolean;
  readonly #field: string;
  readonly #window: number;
  readonly #index = new DuplicateIndex();
  /** Ids in the index, oldest first, from {@link #oldest} on. */
  #kept: string[] = [];
  #oldest = 0;
  /** Repeats found so far. */
  duplicates = 0;

  constructor({ raw, field, window = 100_000 }: RepeatMarkerOptions) {
    this.#raw = raw;
    this.#field = field;
    this.#window = window;
  }

  /** The block with its repeats marked or left out. Blocks must come in order. */
  mark(bytes: Uint8Array, firstLine: number): Uint8Array {
    const before = this.duplicates;
    // latin1 keeps bytes that are no UTF-8 as they are.
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').split('\n');
    lines.pop();
    let out = '';
    lines.forEach((line, i) => {
      const of = this.#firstOf(Buffer.from(line, 'latin1').toString('utf8'), String(firstLine + i));
      if (of === undefined) out += `${line}\n`;
      else if (!this.#raw) out += `${writeField(line, 'duplicateOf', of)}\n`;
    });
    return this.duplicates === before ? bytes : Buffer.from(out, 'latin1');
  }

  #firstOf(line: string, number: string): string | undefined {
    const text = this.#raw ? line.trim() : this.#textOf(line);
    if (text === undefined || text.trim() === '' || text.includes('\n')) return undefined;
    const [first] = this.#index.add(number, text);
    if (first !== undefined) {
      // Only first ones stay: every repeat points to the one that was kept.
      this.#index.remove(number);
      this.duplicates++;
      return first;
    }
    this.#kept.push(number);
    if (this.#kept.length - this.#oldest > this.#window) {
      this.#index.remove(this.#kept[this.#oldest++]);
      if (this.#oldest === this.#window) {
        this.#kept = this.#kept.slice(this.#oldest);
        this.#oldest = 0;
      }
    }
    return undefined;
  }

  #textOf(line: string): string | undefined {
    try {
      return readField(line, this.#field);
    } catch {
      // A bad line, whose slot carries its error, or a blank one.
      return undefined;
    }
  }
}
