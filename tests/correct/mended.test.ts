import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MendedText } from '../../src/correct/mended.ts';
import type { Finding } from '../../src/finding.ts';

const findingIn = (text: string, start: number, end: number, replacement: string): Finding => ({
  rule: 'spelling',
  severity: 'error',
  start,
  end,
  original: text.slice(start, end),
  message: '',
  suggestions: [{ text: replacement, confidence: 1 }],
  auto: false,
  key: '',
});

const placesOf = (findings: readonly Finding[]): unknown[] =>
  findings.map(({ start, end, suggestions }) => [start, end, suggestions[0].text]);

describe('MendedText', () => {
  const text = 'của cùa các các văn bàn chi';
  const mended = new MendedText(text, [
    findingIn(text, 4, 7, 'của'),
    findingIn(text, 8, 12, ''),
    findingIn(text, 16, 23, 'văn bán'),
  ]);

  it('puts suggestions in and knows what stood there', () => {
    expect(mended.text).toBe('của của các văn bán chi');
    expect(mended.words).toEqual(['cùa', 'các', 'văn bàn']);
    expect(mended.originalOf(4, 7)).toBe('cùa');
    expect(mended.originalOf(4, 8)).toBeUndefined();
    expect(mended.originalOf(8, 8)).toBeUndefined();
  });

  it('lets the second reading find more, mend again and take back, and leaves out what half covers a mended place', () => {
    const again = (start: number, end: number, replacement: string): Finding => ({
      ...findingIn(mended.text, start, end, replacement),
      original: mended.originalOf(start, end) ?? mended.text.slice(start, end),
    });
    const found = mended.withSecondReading([again(4, 7, 'cùa'), again(12, 19, 'văn bản'), again(20, 23, 'chỉ')]);
    expect(placesOf(found)).toEqual([
      [8, 12, ''],
      [16, 23, 'văn bản'],
      [24, 27, 'chỉ'],
    ]);
    expect(placesOf(mended.withSecondReading([again(16, 19, 'bản')]))).toEqual(placesOf(mended.withSecondReading([])));
  });

  it('places what the second reading finds, and looks near all that was put in', () => {
    const cuts = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.string({ maxLength: 6 })), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ minLength: 90, maxLength: 120 }), cuts, fc.nat(119), (read, list, at) => {
        let last = 0;
        const findings = list.map(([gap, size, replacement]) => {
          const start = last + gap;
          last = start + size;
          return findingIn(read, start, last, replacement);
        });
        const made = new MendedText(read, findings);
        const { text: out, near } = made;
        fc.pre(at < out.length);
        const original = made.originalOf(at, at + 1) ?? out[at];
        const all = made.withSecondReading([{ ...findingIn(out, at, at + 1, '\u0000'), original }]);
        for (const one of all) expect(read.slice(one.start, one.end)).toBe(one.original);
        for (let n = 1; n < all.length; n++) expect(all[n].start).toBeGreaterThanOrEqual(all[n - 1].end);
        for (let n = 1; n < near.length; n++) expect(near[n][0]).toBeGreaterThan(near[n - 1][1]);
      }),
    );
  });
});
