import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseContextPairs } from '../../src/build/context-pairs.ts';
import { NO_PAIR, pairKey, WordPairs } from '../../src/language/word-pairs.ts';

const id = fc.integer({ min: 5, max: 40 });

describe('pairs of words', () => {
  it('are found as a map finds them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 200 }), fc.array(fc.tuple(id, id)), (stored, asked) => {
        const keys = Uint32Array.from(new Set(stored.map(([a, b]) => pairKey(a, b)))).sort();
        const map = new Map([...keys].map((key, row) => [key, row]));
        const pairs = new WordPairs(keys);
        for (const [a, b] of [...stored, ...asked]) expect(pairs.row(a, b)).toBe(map.get(pairKey(a, b)) ?? NO_PAIR);
        // Numbers, pauses and boundaries are in none.
        expect(pairs.row(0, 0)).toBe(NO_PAIR);
        expect(pairs.row(0, 7)).toBe(NO_PAIR);
      }),
    );
  });

  it('are chosen by what their words say about each other', () => {
    // 5 and 6 stand together always, 7 and 8 half of the time, 9 anywhere; 0 ends a sentence.
    const corpus = Array.from({ length: 400 }, (_, i) => [5, 6, 9, ...(i % 2 === 0 ? [7, 8] : [8, 9, 7]), 0]).flat();
    const chosen = (most: number): number[] => [...chooseContextPairs(Uint16Array.from(corpus), 10, most, 10)];
    expect(chosen(1)).toEqual([pairKey(5, 6)]);
    const all = chosen(100);
    expect(all).toContain(pairKey(7, 8));
    expect(all).toEqual([...all].sort((a, b) => a - b));
    expect(all.every((key) => key >>> 16 >= 5 && (key & 0xffff) >= 5)).toBe(true);
    // Ninety-nine times are too few.
    expect(chooseContextPairs(Uint16Array.from(Array.from({ length: 99 }, () => [5, 6, 0]).flat()), 10, 5, 10)).toEqual(
      new Uint32Array(),
    );
  });
});
