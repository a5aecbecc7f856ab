import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InlineIgnores } from '../../src/check/inline-ignores.ts';
import type { InlineIgnore } from '../../src/check/source-text.ts';

/** Tests every finding against every comment. */
function slowly(ignores: readonly InlineIgnore[], findings: readonly [rule: string, start: number, end: number][]) {
  const used = new Set<InlineIgnore>();
  const covered = findings.map(([rule, start, end]) => {
    const own = ignores.filter((one) => start < one.end && end > one.start && (one.rules?.includes(rule) ?? true));
    for (const one of own) used.add(one);
    return own.length > 0;
  });
  return { covered, unused: ignores.filter((one) => !used.has(one)).map(({ sourceStart }) => sourceStart) };
}

const RULES = ['spelling', 'casing', 'date'];
const stretch = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));
const ignores = fc.array(fc.tuple(stretch, fc.option(fc.subarray(RULES, { minLength: 1 }), { nil: undefined })), {
  maxLength: 12,
});
const findings = fc.array(fc.tuple(fc.constantFrom(...RULES), stretch), { maxLength: 12 });

describe('comments that silence rules', () => {
  it('silence, and are of use, as where each is looked at for each finding', () => {
    fc.assert(
      fc.property(ignores, findings, (drawn, found) => {
        const all = drawn.map(([own, rules], at) => ({ ...own, rules, sourceStart: at, sourceEnd: at }));
        const asked = found.map(([rule, { start, end }]): [string, number, number] => [rule, start, end]);
        const inline = new InlineIgnores(all);
        const wanted = slowly(all, asked);
        expect(asked.map((one) => inline.covers(...one))).toEqual(wanted.covered);
        expect(inline.unused('', new Set(RULES), new Set(RULES)).map(({ start }) => start)).toEqual(wanted.unused);
      }),
      { numRuns: 1000 },
    );
  });

  it('are not each looked at for each finding', () => {
    const count = 200_000;
    const all = Array.from({ length: count }, (_, at) => ({
      rules: ['spelling'],
      start: at,
      end: count * 2 - at,
      sourceStart: at,
      sourceEnd: at,
    }));
    const inline = new InlineIgnores(all);
    let covered = 0;
    for (let at = 0; at < count; at++) if (inline.covers('spelling', at, at + 1)) covered++;
    expect(covered).toBe(count);
    expect(inline.covers('casing', 0, 1)).toBe(false);
    expect(inline.unused('', new Set(RULES), new Set(RULES))).toEqual([]);
  }, 20_000);
});
