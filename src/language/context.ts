/**
 * Scores words by the words on each side: the log-bilinear model that `build/context-train.ts` trains, in 8-bit
 * integers with one scale a row. Scores compare candidates for one place and mean nothing between places.
 */
export interface ContextTables {
  /** A multiple of eight. */
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
  /** Of the neighbours in reach: their table, where their row starts, its scale, and where their position's weights do. */
  readonly #rows: Int8Array[];
  readonly #starts: Int32Array;
  readonly #scales: Float64Array;
  readonly #weights: Int32Array;
  /** Ids below this have rows of their own next to the place. */
  readonly #nearWords: number;

  constructor(tables: ContextTables) {
    this.reach = tables.reach;
    this.#tables = tables;
    this.#hidden = new Float32Array(tables.width);
    this.#rows = new Array<Int8Array>(2 * tables.reach).fill(tables.input);
    this.#starts = new Int32Array(2 * tables.reach);
    this.#scales = new Float64Array(2 * tables.reach);
    this.#weights = new Int32Array(2 * tables.reach);
    this.#nearWords = tables.nearScale.length >> 1;
  }

  /**
   * Reads the neighbours of `at`, which itself is not looked at; {@link score} then answers for this place.
   * `ids` holds `length` entries. About 4,000 multiplications.
   */
  look(ids: ArrayLike<number>, length: number, at: number): void {
    const { width, reach, input, inputScale, near, nearScale, position } = this.#tables;
    const nearWords = this.#nearWords;
    const rows = this.#rows;
    const starts = this.#starts;
    const scales = this.#scales;
    const weights = this.#weights;
    let count = 0;
    for (let p = 0; p < 2 * reach; p++) {
      const other = p < reach ? at - reach + p : at - reach + 1 + p;
      if (other < 0 || other >= length) continue;
      const id = ids[other];
      const own = id < nearWords && (p === reach - 1 || p === reach);
      const index = own && p === reach ? nearWords + id : id;
      rows[count] = own ? near : input;
      starts[count] = index * width;
      scales[count] = own ? nearScale[index] : inputScale[index];
      weights[count++] = p * width;
    }
    const hidden = this.#hidden;
    // Eight sums side by side, kept out of memory; rounded as the array would, since the ranker knows them so.
    for (let k = 0; k < width; k += 8) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      let i = 0;
      for (let n = 0; n < count; n++) {
        const row = rows[n];
        const scale = scales[n];
        const from = starts[n] + k;
        const w = weights[n] + k;
        a = Math.fround(a + scale * row[from] * position[w]);
        b = Math.fround(b + scale * row[from + 1] * position[w + 1]);
        c = Math.fround(c + scale * row[from + 2] * position[w + 2]);
        d = Math.fround(d + scale * row[from + 3] * position[w + 3]);
        e = Math.fround(e + scale * row[from + 4] * position[w + 4]);
        f = Math.fround(f + scale * row[from + 5] * position[w + 5]);
        g = Math.fround(g + scale * row[from + 6] * position[w + 6]);
        i = Math.fround(i + scale * row[from + 7] * position[w + 7]);
      }
      hidden[k] = a < 0 ? a * LEAK : a;
      hidden[k + 1] = b < 0 ? b * LEAK : b;
      hidden[k + 2] = c < 0 ? c * LEAK : c;
      hidden[k + 3] = d < 0 ? d * LEAK : d;
      hidden[k + 4] = e < 0 ? e * LEAK : e;
      hidden[k + 5] = f < 0 ? f * LEAK : f;
      hidden[k + 6] = g < 0 ? g * LEAK : g;
      hidden[k + 7] = i < 0 ? i * LEAK : i;
    }
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
