import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, check } from '../../src/check/index.ts';
import { loadCorrector } from '../../src/node.ts';
import { normalize } from '../../src/unicode/index.ts';

const edited = loadCorrector({ profile: 'edited' });

describe('look-alike letters', () => {
  it('are found in the word that they stand in, and put right at every level', () => {
    const text = 'Nǎm 1935, Ðảng lãnh đạo bà c\u043en nông dân.';
    const found = edited.check(text);
    expect(found.map(({ rule, original, suggestions }) => [rule, original, suggestions[0].text])).toEqual([
      ['look-alike', 'Nǎm', 'Năm'],
      ['look-alike', 'Ðảng', 'Đảng'],
      ['look-alike', 'c\u043en', 'con'],
    ]);
    for (const finding of found) {
      expect(finding).toMatchObject({ severity: 'error', auto: true });
      expect(text.slice(finding.start, finding.end)).toBe(finding.original);
    }
    expect(found[0].message).toBe('“ǎ” (U+01CE) in “Nǎm” only looks Vietnamese: “Năm”.');
    expect(found[0].messageVi).toBe('“ǎ” (U+01CE) trong “Nǎm” chỉ trông giống chữ Việt: “Năm”.');
    for (const level of ['auto', 'suggest'] as const)
      expect(edited.correct(text, { level }).text).toBe('Năm 1935, Đảng lãnh đạo bà con nông dân.');
  });

  it('go with the word where that is another', () => {
    const found = edited.check('Thực hiện các vǎn bàn chỉ đạo, vǎn bản chỉ đao.');
    expect(found.map(({ original }) => original)).toEqual(['vǎn', 'bàn', 'vǎn', 'đao']);
    expect(edited.correct('Theo Quyết đinh nǎm 2020 cùa nguời dân.').text).toBe(
      'Theo Quyết định năm 2020 của người dân.',
    );
  });

  it('are found behind Chinese characters in brackets', () => {
    for (const text of ['Nhà Hạ (夏朝), nǎm 2070 TCN.', 'Vương (王), nǎm 1990.'])
      expect(edited.check(text).map(({ rule, original }) => [rule, original])).toEqual([['look-alike', 'nǎm']]);
    expect(edited.check('Chữ 汉字 hàn zì, 矿产 kuàng chǎn.')).toEqual([]);
  });

  it('stay where the user has a term with one, and in words of other languages', () => {
    expect(edited.check('Bà Lý Nǎm đến dự hội nghị.', { terms: ['Lý Nǎm'] })).toEqual([]);
    expect(edited.check('Thủ đô Москва; hằng số α.')).toEqual([]);
    expect(edited.check('Tiê\u0301ng Viê\u0323t')).toEqual([]);
  });

  it('are found by check as by the corrector, in any document', () => {
    const words = fc.array(fc.constantFrom('nǎm', 'Ðảng', 'c\u043en', 'văn', 'bản', 'ho´a', 'Москва', 'a\u0306n', ','));
    fc.assert(
      fc.property(words, (some) => {
        const text = some.join(' ');
        const rules = check(text, { rules: ['look-alike'] });
        const alone = edited.check(text).filter(({ rule }) => rule === 'look-alike');
        const places = new Set(alone.map(({ start }) => start));
        // Where the corrector replaces the word it says nothing else of it.
        for (const { start } of alone) expect(rules.some((other) => other.start === start)).toBe(true);
        for (const one of rules.filter(({ start }) => places.has(start)))
          expect(alone.find(({ start }) => start === one.start)).toMatchObject({ end: one.end, key: one.key });
        const edits = rules.map(({ start, end, original, suggestions }) => {
          return { start, end, original, replacement: suggestions[0].text };
        });
        expect(normalize(applyEdits(text, edits).text)).toBe(normalize(text));
        expect(check(applyEdits(text, edits).text, { rules: ['look-alike'] })).toEqual([]);
      }),
    );
  });
});
