import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Judgements, lineKey, mistakesOf } from '../../src/build/judgements.ts';
import { MisspelledLines } from '../../src/build/misspellings.ts';

const LINE = 'Các văn bàn chi đạo của của tỉnh được gửi gửi đến xã.';
const KEY = lineKey(LINE);
const table = (...rows: readonly string[]): string =>
  `# a comment\n${rows.map((row) => `${KEY}\t${row}`).join('\n')}\n`;

describe('judgements', () => {
  it('name a line by its hash, and correct it', () => {
    const judgements = new Judgements(table('8\t11\tbản', '12\t15\tchỉ', '20\t23\t-', '38\t41\t?', '42\t45\t='));
    expect(judgements.corrected(LINE)).toBe('Các văn bản chỉ đạo của tỉnh được gửi gửi đến xã.');
    expect(judgements.corrected(`${LINE} `)).toBe(`${LINE} `);
    const document = judgements.ofDocument(['Một dòng khác.', LINE]);
    expect(mistakesOf(document).map(({ start, end, right }) => [document.text.slice(start, end), right])).toEqual([
      ['bàn', 'bản'],
      ['chi', 'chỉ'],
      ['của', ''],
    ]);
    expect(document.judgements).toHaveLength(5);
    expect(document.judgements.filter(({ right }) => right === undefined)).toHaveLength(1);
  });

  it('hold what is misspelt in any line, but where somebody judged otherwise', () => {
    const misspelled = new MisspelledLines(
      [
        { wrong: 'văn bàn', right: 'văn bản' },
        { wrong: 'gửi đến', right: 'gởi đến' },
      ],
      [],
    );
    const judgements = new Judgements(table('20\t23\t-', '42\t45\t='), misspelled);
    expect(judgements.corrected(LINE)).toBe('Các văn bản chi đạo của tỉnh được gửi gửi đến xã.');
    expect(judgements.corrected('Một văn bàn.')).toBe('Một văn bản.');
  });

  it.each(['8\t11', '8\tx\tbản', '8\t11\t', '8\t11\tbản\tthừa'])('refuse a row that is not one: %j', (row) => {
    expect(() => new Judgements(table('1\t2\t=', row))).toThrow('judgements, line 3');
  });

  it('leave lines alone that nobody judged', () => {
    const judgements = new Judgements(table('8\t11\tbản'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        fc.pre(line !== LINE);
        expect(judgements.corrected(line)).toBe(line);
        expect(judgements.of(line)).toEqual([]);
      }),
    );
  });

  it('of the project are in order, and do not overlap', () => {
    const rows = readFileSync(new URL('../../dictionaries/source/judgements.tsv', import.meta.url), 'utf8')
      .split('\n')
      .filter((row) => row !== '' && !row.startsWith('#'))
      .map((row) => row.split('\t'));
    expect(rows.length).toBeGreaterThan(5000);
    rows.forEach(([line, start, end, verdict], i) => {
      expect(line).toMatch(/^[0-9a-f]{12}$/);
      expect(Number(start)).toBeLessThan(Number(end));
      expect(verdict.normalize('NFC')).toBe(verdict);
      const [before, , last] = rows[i - 1] ?? ['', '', '0'];
      expect(before < line || (before === line && Number(last) <= Number(start))).toBe(true);
    });
  });
});
