import type { ContextTables } from '../language/context.ts';
import type { ContextParameters } from './context-train.ts';

/** Rows as 8-bit integers with one scale a row, symmetric about 0. */
export function quantiseContext(parameters: ContextParameters): ContextTables {
  const { width, reach, words } = parameters;
  const input = quantiseRows(parameters.input, words, width);
  const output = quantiseRows(parameters.output, words, width);
  return {
    width,
    reach,
    input: input.values,
    inputScale: input.scale,
    output: output.values,
    outputScale: output.scale,
    bias: parameters.bias,
    position: parameters.position,
  };
}

function quantiseRows(rows: Float32Array, count: number, width: number): { values: Int8Array; scale: Float32Array } {
  const values = new Int8Array(count * width);
  const scale = new Float32Array(count);
  for (let r = 0; r < count; r++) {
    let largest = 0;
    for (let k = 0; k < width; k++) largest = Math.max(largest, Math.abs(rows[r * width + k]));
    scale[r] = largest / 127;
    if (largest > 0)
      for (let k = 0; k < width; k++) values[r * width + k] = Math.round((rows[r * width + k] / largest) * 127);
  }
  return { values, scale };
}
