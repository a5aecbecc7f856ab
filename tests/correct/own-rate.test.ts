import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownRateShift } from '../../src/correct/own-rate.ts';

describe('ownRateShift', () => {
  const sure = fc.nat(200);
  const words = fc.nat(20_000);
  const rate = fc.double({ min: 0.1, max: 20, noNaN: true });

  it('is nothing for a text that has what its profile expects, and for one of no words', () => {
    for (const [count, length, expected] of [
      [0, 0, 3],
      [4, 1000, 4],
      [24, 3000, 8],
    ])
      expect(ownRateShift(count, length, expected)).toBeCloseTo(0, 10);
  });

  it('rises with the errors, falls with the words that hold no more of them, and stays within bounds', () => {
    fc.assert(
      fc.property(sure, words, rate, (count, length, expected) => {
        const shift = ownRateShift(count, length, expected);
        expect(ownRateShift(count + 1, length, expected)).toBeGreaterThanOrEqual(shift);
        expect(ownRateShift(0, length + 1, expected)).toBeLessThanOrEqual(ownRateShift(0, length, expected));
        expect(shift).toBeGreaterThanOrEqual(-0.7);
        expect(shift).toBeLessThanOrEqual(1.5);
      }),
    );
  });

  it('says little of a sentence, and much of a page', () => {
    expect(ownRateShift(1, 12, 1)).toBeLessThan(0.1);
    expect(ownRateShift(12, 800, 1)).toBeGreaterThan(0.8);
    expect(ownRateShift(0, 5000, 1)).toBeLessThan(-0.6);
  });
});
