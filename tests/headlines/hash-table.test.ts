import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashTable } from '../../src/headlines/hash-table.ts';

it('answers as a Map does, and 0 for what it does not have, however alike the hashes are', () => {
  // Few low bits, so that many want the same place.
  const hash = fc.oneof(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.integer({ min: -8, max: 8 }).map((n) => n << 20),
  );
  fc.assert(
    fc.property(fc.uniqueArray(hash, { maxLength: 60 }), fc.array(hash), (hashes, others) => {
      const entries = hashes.map((key, i): [number, number] => [key, i + 1]);
      const table = new HashTable(entries);
      const map = new Map(entries);
      for (const key of [...hashes, ...others]) expect(table.get(key)).toBe(map.get(key) ?? 0);
    }),
  );
});
