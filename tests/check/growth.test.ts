import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/index.ts';

/**
 * Lines without an end, as damaged files have them. A rule whose time grows with the square of a line's length takes
 * minutes here, and the test runs into its limit; one that grows with the length takes milliseconds.
 */
describe('check of a line of 400,000 units', () => {
  const pieces = [
    'a',
    'A',
    'Aa',
    'Ủ',
    '1',
    '1.',
    '1,',
    '１',
    '\u0301',
    '-',
    'a-',
    'a.',
    'a@',
    '“',
    '(',
    '{',
    '1/',
    '. ',
    '  ',
    '\ud800',
    'tòan',
    'tòan ',
    'tòan漢',
    'Á',
    'hứơng',
  ];
  it.each(pieces)(
    'comes to its end for a run of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(400_000 / piece.length));
      for (const finding of check(text)) expect(finding.end).toBeLessThanOrEqual(text.length);
    },
    60_000,
  );
});

/** What one piece leaves open, another closes: neither alone says how long it takes to find the partner of a mark. */
describe('check of a line of 400,000 units of two pieces', () => {
  const mixtures: readonly (readonly [first: string, second: string])[] = [
    ['(', '“(”'],
    ['“', '(”'],
    ['[“', '”]'],
    ['“ ', '(”)'],
    ['như sau: “', '.”'],
    ['“a)', '1’1”'],
    ['{', 'a}'],
  ];
  it.each(mixtures)(
    'comes to its end for a run of %j and one of %j',
    (first, second) => {
      const count = Math.ceil(400_000 / (first.length + second.length));
      const text = first.repeat(count) + second.repeat(count);
      for (const finding of check(text)) expect(finding.end).toBeLessThanOrEqual(text.length);
    },
    60_000,
  );
});

/** Longer and for one rule alone: what grew with the square of the variables took too little of 400,000 units to tell. */
describe('check of a line of many variables', () => {
  it('comes to its end, with a finding for each', () => {
    const variables = 400_000;
    const text = 'a{ab}'.repeat(variables);
    const findings = check(text, { rules: ['placeholder'] });
    expect(findings.length).toBe(variables);
    expect(findings.at(-1)).toMatchObject({ start: text.length - 4, end: text.length, original: '{ab}' });
  }, 60_000);

  it('takes a line of nothing else for one', () => {
    const text = '{ab} - {cd}. '.repeat(50_000).trim();
    expect(check(text, { rules: ['placeholder'] })).toMatchObject([{ start: 0, end: text.length - 1 }]);
  }, 60_000);
});
