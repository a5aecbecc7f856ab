import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument, fixDocument, readMarkdown } from '../../src/documents/index.ts';
import { knows, reckless } from './samples.ts';

const corrector = knows([
  ['văn bàn chi đạo', 'văn bản chỉ đạo'],
  ['kêt', 'kết'],
  ['a b', '"a": #b'],
]);
const fixed = (source: string): string => fixDocument(source, { format: 'markdown', corrector }).text;

describe('front matter of Markdown', () => {
  it.each([
    ['title: Tít', 'Tít\n'],
    ['title : Tít  ', 'Tít\n'],
    ['title: "Tít"\r', 'Tít\n'],
    ["description: 'Sa-pô' # ghi", 'Sa-pô\n'],
    ['summary: a: b', ''],
    ['excerpt: Tóm tắt # ghi', 'Tóm tắt\n'],
    ['excerpt: Tóm tắt  # ghi: một', 'Tóm tắt\n'],
    ['excerpt: 5#3', '5#3\n'],
    ['subtitle: a\nheadline: b\nslug: c', 'a\nb\n'],
    ['title: "có \\"thoát\\""', ''],
    ["title: 'có ''thoát'''", ''],
    ['title: một\n  hai', ''],
    ['title: một\n\n  hai', ''],
    ['title: >\n  một', ''],
    ['title: |-\n  một', ''],
    ['title: [một]', ''],
    ['title: {{ một }}', ''],
    ['title: *một', ''],
    ['title: "một\n  hai"', ''],
    ['title:', ''],
    ['title:một', ''],
    ['a:\n  title: một', ''],
    ['# title: một', ''],
  ])('%j', (yaml, text) => {
    expect(readMarkdown(`---\n${yaml}\n---\n\nđọc`).text).toBe(`${text}đọc\n`);
    expect(readMarkdown(`\ufeff---\n${yaml}\n---\n`).text).toBe(text);
  });

  it('is none in TOML, below the top and without an end', () => {
    expect(readMarkdown('+++\ntitle: một\n+++\n').text).toBe('');
    expect(readMarkdown('x\n\n---\ntitle: một\n---\n').text).toBe('x\ntitle: một\n');
    expect(readMarkdown('---\ntitle: một\n').text).toBe('title: một\n');
  });

  it('is read in its length', () => {
    expect(readMarkdown(`---\ntitle: a${' '.repeat(300_000)}b\n---\n`).text).toBe('a b\n');
  }, 5_000);

  it('is corrected at its place', () => {
    expect(fixed('---\ntitle: "Các văn bàn chi đạo của Tỉnh ủy"\nslug: kêt\n---\n\nkêt\n')).toBe(
      '---\ntitle: "Các văn bản chỉ đạo của Tỉnh ủy"\nslug: kêt\n---\n\nkết\n',
    );
  });

  it('gets no sign that means something in YAML', () => {
    const source = '---\ntitle: x a b\n---\n';
    expect(fixed(source)).toBe(source);
    expect(checkDocument(source, { format: 'markdown', corrector })[0].suggestions).toEqual([]);
  });

  it.each([
    ['Nò', 'No'],
    ['2O24', '2024'],
    ['2O24-05-01', '2024-05-01'],
    ['1е5', '1e5'],
    ['nulI', 'null'],
  ])('stays a string without quotes: no edit makes %s of %s', (written, meant) => {
    const typed = knows([[written, meant]]);
    const edited = (value: string): string =>
      fixDocument(`---\ntitle: ${value}\n---\n`, { format: 'markdown', corrector: typed, rules: ['spelling'] }).text;
    expect(edited(written)).toBe(`---\ntitle: ${written}\n---\n`);
    expect(edited(`${written} # ghi`)).toBe(`---\ntitle: ${written} # ghi\n---\n`);
    for (const [before, after] of ['""', "''", ['Tít ', ''], ['', ' tít']])
      expect(edited(before + written + after)).toBe(`---\ntitle: ${before}${meant}${after}\n---\n`);
  });

  it('may say what the article says', () => {
    const title = 'Tổng kết 10 năm phát triển đảng viên ở bản';
    const source = `---\ntitle: ${title}\ndescription: ${title}\n---\n\n# ${title}\n`;
    expect(checkDocument(source, { format: 'markdown', rules: ['repeated-block'] })).toEqual([]);
  });

  it('stays what it is, with other words, whatever is corrected', () => {
    const value = fc.array(fc.constantFrom('Đảng', ' ', 'bộ', ',', ':', '#', '-', '"', "'", '&', '[', '.', 'ộ', '5'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(value, fc.constantFrom('', '"', "'"), (parts, quote) => {
        const source = `---\ntitle: ${quote}${parts.join('')}${quote}\nnext: x\n---\n`;
        const before = readMarkdown(source).text;
        const text = fixDocument(source, { format: 'markdown', corrector: reckless }).text;
        if (before === '') expect(text).toBe(source);
        else expect(readMarkdown(text).text).not.toBe('');
        const signs = (all: string): string => all.replace(/[\p{L}\p{M}\p{N} ]/gu, '');
        expect(signs(text)).toBe(signs(source));
      }),
    );
  });
});
