import { type ContextTables, NO_ROW, outputRows, PAIR_LEVELS, packedWidth } from '../language/context.ts';
import type { ContextParameters } from './context-train.ts';

/** Largest integer of a row: more levels score no better, and pack worse. */
const LEVELS = 15;

/**
 * Rows as 8-bit integers with one scale a row, symmetric about 0; output rows only of syllables.
 * @param syllable by id, 1 for Vietnamese syllables
 */
export function quantiseContext(parameters: ContextParameters, syllable: Uint8Array): ContextTables {
  const { width, reach, words } = parameters;
  const input = quantiseRows(parameters.input, words, width);
  const outputRow = outputRows(syllable);
  const candidates = [...outputRow.keys()].filter((id) => outputRow[id] !== NO_ROW);
  const kept = new Float32Array(candidates.length * width);
  candidates.forEach((id, row) => {
    kept.set(parameters.output.subarray(id * width, (id + 1) * width), row * width);
  });
  const near = quantiseRows(parameters.near, 2 * parameters.nearWords, width);
  const output = quantiseRows(kept, candidates.length, width);
  const pairCount = parameters.pairs.length;
  const pairInput = quantisePairs(parameters.pairInput, pairCount, width);
  const pairOutput = quantisePairs(parameters.pairOutput, pairCount, width);
  return {
    width,
    reach,
    input: input.values,
    inputScale: input.scale,
    output: output.values,
    outputScale: output.scale,
    bias: Float32Array.from(candidates, (id) => parameters.bias[id]),
    outputRow,
    position: parameters.position,
    near: near.values,
    nearScale: near.scale,
    pairs: parameters.pairs,
    pairPosition: parameters.pairPosition,
    pairInput: pairInput.values,
    pairInputScale: pairInput.scale,
    pairOutput: pairOutput.values,
    pairOutputScale: pairOutput.scale,
  };
}

/** Share of its largest number at which a row of a pair is cut off: with few levels, most should not round to 0. */
const PAIR_CUT = 0.6;

/** Rows of five levels, three numbers a byte, with one scale a row. */
function quantisePairs(rows: Float32Array, count: number, width: number): { values: Uint8Array; scale: Float32Array } {
  const bytes = packedWidth(width);
  const values = new Uint8Array(count * bytes);
  const scale = new Float32Array(count);
  const digit = (x: number): number => Math.max(-PAIR_LEVELS, Math.min(PAIR_LEVELS, Math.round(x))) + PAIR_LEVELS;
  for (let r = 0; r < count; r++) {
    const row = rows.subarray(r * width, (r + 1) * width);
    const largest = PAIR_CUT * row.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    scale[r] = largest / PAIR_LEVELS;
    const unit = largest > 0 ? PAIR_LEVELS / largest : 0;
    for (let j = 0; j < bytes; j++) {
      const [a, b, c] = [0, 1, 2].map((k) => digit((row[3 * j + k] ?? 0) * unit));
      values[r * bytes + j] = a + 5 * b + 25 * c;
    }
  }
  return { values, scale };
}

function quantiseRows(rows: Float32Array, count: number, width: number): { values: Int8Array; scale: Float32Array } {
  const values = new Int8Array(count * width);
  const scale = new Float32Array(count);
  for (let r = 0; r < count; r++) {
    let largest = 0;
    for (let k = 0; k < width; k++) largest = Math.max(largest, Math.abs(rows[r * width + k]));
    scale[r] = largest / LEVELS;
    if (largest > 0)
      for (let k = 0; k < width; k++) values[r * width + k] = Math.round((rows[r * width + k] / largest) * LEVELS);
  }
  return { values, scale };
}
