/**
 * Scores words by the words on each side: the log-bilinear model that `build/context-train.ts` trains, in 8-bit
 * integers with one scale a row. Scores compare candidates for one place and mean nothing between places.
 */
export interface ContextTables {
  readonly width: number;
  readonly reach: number;
  /** `words` rows of `width`. */
  readonly input: Int8Array;
  readonly inputScale: Float32Array;
  /** Rows of `width`, as {@link outputRow} says; scales and biases likewise. */
  readonly output: Int8Array;
  readonly outputScale: Float32Array;
  readonly bias: Float32Array;
  /** By id: its row among the outputs, or {@link NO_ROW}: only syllables are ever candidates. */
  readonly outputRow: Uint16Array;
  /** `2 * reach` rows of `width`. */
  readonly position: Float32Array;
  /** Rows of `width` for the words before the place, then as many for those after it: frequent words, by id. */
  readonly near: Int8Array;
  readonly nearScale: Float32Array;
}

export const NO_ROW = 0xffff;

/** Slope of the leaky ReLU below 0, in training and in use. */
export const LEAK = 0.1;

export class ContextModel {
  readonly reach: number;
  readonly #tables: ContextTables;
  readonly #hidden: Float32Array;
  /** Ids below this have rows of their own next to the place. */
  readonly #nearWords: number;

  constructor(tables: ContextTables) {
    this.reach = tables.reach;
    this.#tables = tables;
    this.#hidden = new Float32Array(tables.width);
    this.#nearWords = tables.nearScale.length >> 1;
  }

  /**
   * Reads the neighbours of `at`, which itself is not looked at; {@link score} then answers for this place.
   * `ids` holds `length` entries. About 4,000 multiplications.
   */
  look(ids: ArrayLike<number>, length: number, at: number): void {
    const { width, reach, input, inputScale, near, nearScale, position } = this.#tables;
    const nearWords = this.#nearWords;
    const hidden = this.#hidden;
    hidden.fill(0);
    for (let p = 0; p < 2 * reach; p++) {
      const other = p < reach ? at - reach + p : at - reach + 1 + p;
      if (other < 0 || other >= length) continue;
      const id = ids[other];
      const own = id < nearWords && (p === reach - 1 || p === reach);
      const index = own && p === reach ? nearWords + id : id;
      const rows = own ? near : input;
      const scale = own ? nearScale[index] : inputScale[index];
      const row = index * width;
      const w = p * width;
      for (let k = 0; k < width; k++) hidden[k] += scale * rows[row + k] * position[w + k];
    }
    for (let k = 0; k < width; k++) if (hidden[k] < 0) hidden[k] *= LEAK;
  }

  /** Score of a word at the place last looked at; 0 for one without a row. */
  score(id: number): number {
    const { width, output, outputScale, outputRow, bias } = this.#tables;
    const row = outputRow[id];
    if (row === NO_ROW) return 0;
    const hidden = this.#hidden;
    const at = row * width;
    let sum = 0;
    for (let k = 0; k < width; k++) sum += output[at + k] * hidden[k];
    return sum * outputScale[row] + bias[row];
  }
}

/** Numbers the words that have an output row, in the order of their ids. */
export function outputRows(syllable: Uint8Array): Uint16Array {
  let rows = 0;
  return Uint16Array.from(syllable, (kind) => (kind === 1 ? rows++ : NO_ROW));
}
