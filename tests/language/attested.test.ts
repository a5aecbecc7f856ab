import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AttestedWords, attestedBits } from '../../src/language/attested.ts';

describe('AttestedWords', () => {
  it('has every word that was put in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -0x80000000, max: 0x7fffffff })), (hashes) => {
        const words = new AttestedWords(attestedBits(hashes));
        for (const hash of hashes) expect(words.has(hash)).toBe(true);
      }),
    );
  });

  it('takes few others for one of them', () => {
    const random = (n: number): number => Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) ^ Math.imul(n + 7, 0x9e3779b1);
    const words = new AttestedWords(attestedBits(Array.from({ length: 5000 }, (_, n) => random(n))));
    let taken = 0;
    for (let n = 5000; n < 25_000; n++) if (words.has(random(n))) taken++;
    expect(taken / 20_000).toBeLessThan(0.02);
  });

  it('is empty where the section is', () => {
    expect(new AttestedWords(new Uint8Array()).has(5)).toBe(false);
  });
});
