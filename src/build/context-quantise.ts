import { type ContextTables, NO_ROW, outputRows } from '../language/context.ts';
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
  };
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
