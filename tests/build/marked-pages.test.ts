import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mistakesOf } from '../../src/build/judgements.ts';
import { readMarkedPages } from '../../src/build/marked-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'hieudinh-pages-'));
const file = join(folder, 'pages.txt');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readMarkedPages', () => {
  it('gives texts with their mistakes, and says of all else that it is right', () => {
    writeFileSync(file, '# A comment\nCác [văn bàn→văn bản]\ncủa [của→]Đảng.\n===\nTất cả đều đúng.\n');
    const [first, second] = readMarkedPages(file);
    expect(first.text).toBe('Các văn bàn\ncủa củaĐảng.\n');
    expect(mistakesOf(first)).toEqual([
      { start: 4, end: 11, right: 'văn bản' },
      { start: 16, end: 19, right: '' },
    ]);
    expect(first.judgements.map(({ start, end }) => first.text.slice(start, end)).join('')).toBe(first.text.trimEnd());
    expect(second).toEqual({
      text: 'Tất cả đều đúng.\n',
      judgements: [{ start: 0, end: 16, right: 'Tất cả đều đúng.' }],
    });
  });

  it('has no pages in a file of comments', () => {
    writeFileSync(file, '# none\n');
    expect(readMarkedPages(file)).toEqual([]);
  });

  it('names a bracket that is no mark', () => {
    writeFileSync(file, 'Trang đầu.\n===\nĐiều [1] của luật.\n');
    expect(() => readMarkedPages(file)).toThrow(/page 2: "\[" outside of a mark/);
  });

  it.each([
    ['pages.txt', 100, 800],
    ['scans.txt', 20, 400],
  ])('reads dictionaries/source/%s, composed and marked right', (name, pages, mistakes) => {
    const all = readMarkedPages(join('dictionaries', 'source', name));
    expect(all.length).toBeGreaterThan(pages);
    expect(all.flatMap(mistakesOf).length).toBeGreaterThan(mistakes);
    for (const page of all) {
      expect(page.text.normalize('NFC')).toBe(page.text);
      for (const { start, end, right } of mistakesOf(page)) expect(page.text.slice(start, end)).not.toBe(right);
    }
  });
});
