import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, RULE_IDS } from '../../src/check/index.ts';
import { loadCorrector } from '../../src/node.ts';

const NEEDS_DICTIONARY = ['spelling', 'doubled-word', 'older-spelling', 'name-spelling'];
const sections = readFileSync('docs/rules.vi.md', 'utf8').split(/^## /m).slice(1);
const examples = sections.flatMap((section) => {
  const rule = section.match(/^`([\w-]+)`/)![1];
  return [...section.matchAll(/^- (Sai|Đúng): `(.+)`$/gm)].map(([, kind, text]) => ({
    rule,
    isWrong: kind === 'Sai',
    text: text.replaceAll('⏎', '\n'),
  }));
});

describe('the page on rules', () => {
  it('has a section for every rule, in their order, each with examples wrong and right', () => {
    expect(sections.map((section) => section.match(/^`([\w-]+)`/)![1])).toEqual(RULE_IDS);
    for (const rule of RULE_IDS.filter((id) => id !== 'rejected-term')) {
      const kinds = new Set(examples.filter((example) => example.rule === rule).map(({ isWrong }) => isWrong));
      expect([rule, kinds.size]).toEqual([rule, 2]);
    }
  });
  it.each(['README.md', 'README.vi.md'])('is the longer form of the table in %s, which names every rule', (readme) => {
    const rows = readFileSync(readme, 'utf8').match(/^\| `.*$/gm)!;
    const named = rows.flatMap((row) => row.split('|')[1].match(/[\w-]+/g)!);
    expect(RULE_IDS.filter((rule) => !named.includes(rule))).toEqual([]);
  });
  const plain = examples.filter(({ rule }) => !NEEDS_DICTIONARY.includes(rule));
  it.each(plain)('$rule: $text', ({ rule, isWrong, text }) => {
    expect(check(text, { rules: [rule] }).length > 0).toBe(isWrong);
  });
  it.each(examples.filter(({ rule }) => NEEDS_DICTIONARY.includes(rule)))('$rule: $text', ({ rule, isWrong, text }) => {
    expect(check(text, { rules: [rule], corrector: loadCorrector() }).length > 0).toBe(isWrong);
  });
});
