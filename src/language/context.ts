import { NO_PAIR, WordPairs } from './word-pairs.ts';

/**
 * Scores words by the words on each side: the log-bilinear model that `build/context-train.ts` trains, in small
 * integers with one scale a row. Scores compare candidates for one place and mean nothing between places.
 */
export interface ContextTables {
  /** A multiple of eight; of 24 where there are pairs. */
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
  /** Pairs of words with rows of their own, ascending; where a key stands is its row. May be empty. */
  readonly pairs: Uint32Array;
  /** `2 * reach` rows of `width`: weights of the pairs that begin there. */
  readonly pairPosition: Float32Array;
  /** A row a pair of {@link packedWidth} bytes, each of three numbers, and its scale: as a neighbour. */
  readonly pairInput: Uint8Array;
  readonly pairInputScale: Float32Array;
  /** The same for either word of a pair whose other word stands beside the place. */
  readonly pairOutput: Uint8Array;
  readonly pairOutputScale: Float32Array;
}

/** What of the tables belongs to pairs of words. */
export type PairTables = Pick<
  ContextTables,
  'pairs' | 'pairPosition' | 'pairInput' | 'pairInputScale' | 'pairOutput' | 'pairOutputScale'
>;

export const NO_PAIRS: PairTables = {
  pairs: new Uint32Array(),
  pairPosition: new Float32Array(),
  pairInput: new Uint8Array(),
  pairInputScale: new Float32Array(),
  pairOutput: new Uint8Array(),
  pairOutputScale: new Float32Array(),
};

/** Rows of pairs have the numbers -2 to 2: as good as 15 levels a side to within 0.0004 nats, and a third of a byte each. */
export const PAIR_LEVELS = 2;

/** Bytes of a row of `width` such numbers. */
export const packedWidth = (width: number): number => Math.ceil(width / 3);

/** By byte, the three numbers in it: digits to base 5, lowest first, each plus two. */
const DIGITS: Int8Array = Int8Array.from({ length: 3 * 125 }, (_, i) => {
  const byte = Math.floor(i / 3);
  return (i % 3 === 0 ? byte % 5 : i % 3 === 1 ? Math.floor(byte / 5) % 5 : Math.floor(byte / 25)) - PAIR_LEVELS;
});

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
  readonly #pairs: WordPairs;
  /** Words before and after the place last looked at. */
  #before = 0;
  #after = 0;

  constructor(tables: ContextTables) {
    this.reach = tables.reach;
    this.#tables = tables;
    // Rows of pairs are read by threes: up to two numbers beyond the width, which are 0.
    this.#hidden = new Float32Array(3 * packedWidth(tables.width));
    this.#pairs = new WordPairs(tables.pairs);
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
      hidden[k] = a;
      hidden[k + 1] = b;
      hidden[k + 2] = c;
      hidden[k + 3] = d;
      hidden[k + 4] = e;
      hidden[k + 5] = f;
      hidden[k + 6] = g;
      hidden[k + 7] = i;
    }
    this.#addPairs(ids, length, at);
    for (let k = 0; k < width; k++) if (hidden[k] < 0) hidden[k] *= LEAK;
    this.#before = at > 0 ? ids[at - 1] : 0;
    this.#after = at + 1 < length ? ids[at + 1] : 0;
  }

  /** Adds the rows of the pairs among the neighbours. No pair holds the word at the place itself. */
  #addPairs(ids: ArrayLike<number>, length: number, at: number): void {
    const { width, reach, pairInput, pairInputScale, pairPosition } = this.#tables;
    const bytes = packedWidth(width);
    const hidden = this.#hidden;
    const to = Math.min(length - 1, at + reach);
    for (let first = Math.max(0, at - reach); first < to; first++) {
      if (first === at - 1 || first === at) continue;
      const pair = this.#pairs.row(ids[first], ids[first + 1]);
      if (pair === NO_PAIR) continue;
      const scale = pairInputScale[pair];
      const from = pair * bytes;
      let w = (first < at ? first - at + reach : first - at + reach - 1) * width;
      for (let j = 0, k = 0; j < bytes; j++, k += 3, w += 3) {
        const d = 3 * pairInput[from + j];
        hidden[k] += scale * DIGITS[d] * pairPosition[w];
        hidden[k + 1] += scale * DIGITS[d + 1] * pairPosition[w + 1];
        hidden[k + 2] += scale * DIGITS[d + 2] * pairPosition[w + 2];
      }
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
    sum = sum * outputScale[row] + bias[row];
    const before = this.#pairs.row(this.#before, id);
    if (before !== NO_PAIR) sum += this.#pairScore(before);
    const after = this.#pairs.row(id, this.#after);
    return after === NO_PAIR ? sum : sum + this.#pairScore(after);
  }

  /** What the pair that a word makes with its neighbour adds to the word's score. */
  #pairScore(pair: number): number {
    const { width, pairOutput, pairOutputScale } = this.#tables;
    const bytes = packedWidth(width);
    const hidden = this.#hidden;
    let sum = 0;
    for (let j = pair * bytes, k = 0, end = j + bytes; j < end; j++, k += 3) {
      const d = 3 * pairOutput[j];
      sum += DIGITS[d] * hidden[k] + DIGITS[d + 1] * hidden[k + 1] + DIGITS[d + 2] * hidden[k + 2];
    }
    return sum * pairOutputScale[pair];
  }
}

/** Numbers the words that have an output row, in the order of their ids. */
export function outputRows(syllable: Uint8Array): Uint16Array {
  let rows = 0;
  return Uint16Array.from(syllable, (kind) => (kind === 1 ? rows++ : NO_ROW));
}
