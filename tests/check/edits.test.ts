import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/check/index.ts';
import type { Edit } from '../../src/finding.ts';

const edit = (start: number, original: string, replacement: string): Edit => ({
  start,
  end: start + original.length,
  original,
  replacement,
});

describe('applyEdits', () => {
  it('applies in any order', () => {
    expect(applyEdits('một hai ba', [edit(8, 'ba', 'BA'), edit(0, 'một', 'MỘT')]).text).toBe('MỘT hai BA');
  });
  it('skips the later of two that overlap', () => {
    const result = applyEdits('abcdef', [edit(1, 'bcd', 'X'), edit(3, 'de', 'Y')]);
    expect(result.text).toBe('aXef');
    expect(result.skipped).toEqual([{ edit: edit(3, 'de', 'Y'), reason: 'overlap' }]);
  });
  it('does both of two deletions that overlap', () => {
    const result = applyEdits('abcdef', [edit(1, 'bcd', ''), edit(3, 'de', '')]);
    expect(result.text).toBe('af');
    expect(result.applied).toEqual([edit(1, 'bcd', ''), edit(4, 'e', '')]);
  });
  it('refuses stale edits', () => {
    const result = applyEdits('abc', [
      edit(0, 'x', 'y'),
      edit(2, 'cd', 'y'),
      { start: -1, end: 0, original: '', replacement: 'z' },
    ]);
    expect(result.text).toBe('abc');
    expect(result.skipped.map(({ reason }) => reason)).toEqual(['stale', 'stale', 'stale']);
  });
  it('refuses what is no text, and what are no edits', () => {
    expect(() => applyEdits(undefined as never, [])).toThrow('hieudinh: applyEdits needs a string, got undefined');
    expect(() => applyEdits('a', undefined as never)).toThrow(
      'hieudinh: applyEdits needs an array of edits, got undef',
    );
  });
  it('applies two insertions at one place in their order', () => {
    expect(applyEdits('ab', [edit(1, '', '1'), edit(1, '', '2')]).text).toBe('a12b');
  });
  it('does as one that writes from right to left', () => {
    const places = fc.array(fc.tuple(fc.nat(29), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ minLength: 30, maxLength: 30, unit: 'grapheme-ascii' }), places, (text, drawn) => {
        const edits = drawn.map(([start, length, replacement]) =>
          edit(start, text.slice(start, start + length), replacement),
        );
        const { text: fast, applied } = applyEdits(text, edits);
        let slow = text;
        for (const one of [...applied].reverse())
          slow = slow.slice(0, one.start) + one.replacement + slow.slice(one.end);
        expect(fast).toBe(slow);
      }),
    );
  });
});
