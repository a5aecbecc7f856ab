import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBfloat16, toBfloat16 } from '../../src/language/bfloat16.ts';

const there = (numbers: readonly number[]): number[] => [...fromBfloat16(toBfloat16(Float32Array.from(numbers)))];

describe('numbers as halves of 32 bits', () => {
  it('keeps what needs no more', () => {
    expect(there([0, 1, -2, 0.5, 1.5, 2 ** -100])).toEqual([0, 1, -2, 0.5, 1.5, 2 ** -100]);
  });

  it('rounds to the nearer one', () => {
    // Between 1 and the next one, 1 + 2 ** -7.
    expect(there([1 + 2 ** -9, 1 + 3 * 2 ** -9])).toEqual([1, 1 + 2 ** -7]);
  });

  it('is off by 0.4 % at most', () => {
    const finite = fc.float({ noDefaultInfinity: true, noNaN: true, min: Math.fround(1e-30), max: Math.fround(1e30) });
    fc.assert(
      fc.property(finite, (number) => {
        expect(Math.abs(there([number])[0] - number)).toBeLessThanOrEqual(number / 256);
      }),
    );
  });
});
