import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashCounts } from '../../src/headlines/hash-counts.ts';

describe('HashCounts', () => {
  it('counts as a new map for each text does', () => {
    const hash = fc.oneof(
      fc.integer(),
      fc.integer({ min: -2, max: 5 }),
      fc.integer({ max: 9 }).map((one) => one << 12),
    );
    const text = fc.array(hash, { maxLength: 400, size: 'max' });
    const counts = new HashCounts();
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.boolean(), (some, isLongBefore) => {
        // A long text makes the table grow, and the next gives it back.
        if (isLongBefore) {
          counts.begin(40_000);
          for (let one = 0; one < 40_000; one++) if (counts.count(one) !== 0) throw new Error(`${one} was counted`);
        }
        for (const hashes of some) {
          const slow = new Map<number, number>();
          counts.begin(hashes.length);
          for (const one of hashes) {
            expect(counts.count(one)).toBe(slow.get(one) ?? 0);
            slow.set(one, (slow.get(one) ?? 0) + 1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
