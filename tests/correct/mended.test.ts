import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mend } from '../../src/correct/mended.ts';
import type { Finding } from '../../src/finding.ts';

const finding = (start: number, end: number, text: string): Finding => ({
  rule: 'spelling',
  severity: 'error',
  start,
  end,
  original: '',
  message: '',
  messageVi: '',
  suggestions: [{ text, confidence: 1 }],
  auto: false,
  key: '',
});

describe('mend', () => {
  it('puts suggestions in and knows where the rest stood', () => {
    const text = 'của cùa các các văn bàn chi';
    const mended = mend(text, [
      { ...finding(4, 7, 'của'), original: 'cùa' },
      finding(8, 12, ''),
      finding(16, 23, 'văn bản'),
    ]);
    expect(mended.text).toBe('của của các văn bản chi');
    expect(mended.spans).toEqual([
      [4, 7],
      [8, 8],
      [12, 19],
    ]);
    expect(text.slice(mended.toOriginal(mended.text.indexOf('chi')))).toBe('chi');
    expect(mended.words).toContain('cùa');
    expect(mended.originalOf(4, 7)).toBe('cùa');
    expect(mended.originalOf(4, 8)).toBeUndefined();
  });

  it('maps every unit outside what was put in to itself', () => {
    const cuts = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.string({ maxLength: 6 })), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ minLength: 90, maxLength: 120 }), cuts, (text, list) => {
        let at = 0;
        const findings = list.map(([gap, size, replacement]) => {
          const start = at + gap;
          at = start + size;
          return finding(start, at, replacement);
        });
        const { text: out, spans, near, toOriginal } = mend(text, findings);
        let k = 0;
        for (let i = 0; i < out.length; i++) {
          while (k < spans.length && spans[k][1] <= i) k++;
          if (k < spans.length && spans[k][0] <= i) continue;
          expect(text[toOriginal(i)]).toBe(out[i]);
        }
        for (const [start, end] of spans)
          expect(near.some((stretch) => stretch[0] < start && stretch[1] > end)).toBe(true);
        for (let n = 1; n < near.length; n++) expect(near[n][0]).toBeGreaterThan(near[n - 1][1]);
      }),
    );
  });
});
