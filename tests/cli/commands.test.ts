import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

// The built command: `npm test` builds first.
const MAIN = 'dist/cli/main.js';
const PAGE = 'tests/fixtures/sample-article.txt';
const folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { input, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

describe('hieudinh', () => {
  it.each([
    [[], 'hieudinh check'],
    [['chek'], 'no command "chek"'],
    [['check', '--colour'], "Unknown option '--colour'"],
    [['check', '--rules', 'speling', PAGE], '--rules speling: expected spelling'],
    [['check', '--level', 'all', PAGE], '--level all: expected auto, suggest'],
    [['check', '--format', 'xml', PAGE], '--format xml: expected pretty'],
    [['check', 'missing.txt'], 'missing.txt: no such file'],
    [['check', 'src/cli'], 'src/cli: no text, Markdown or HTML file'],
    [['filter', '--rules', 'spacing'], "Unknown option '--rules'"],
    [['normalize', '--profile', 'edited', PAGE], '--profile edited: expected nfc, default, ocr'],
    [['check', '--dictionary', 'missing.bin', PAGE], 'dictionary missing.bin cannot be read: there is no such file'],
    [['check', '--dictionary', PAGE, PAGE], `dictionary ${PAGE}: `],
    [['check', '--terms', 'missing.tsv', PAGE], 'terms missing.tsv cannot be read: there is no such file\n'],
    [['check', '--cache', '--terms', 'tests', PAGE], 'terms tests cannot be read: it is a directory\n'],
    [['filter', '--terms', 'missing.tsv'], 'terms missing.tsv cannot be read: there is no such file\n'],
    [['filter', '--jobs', '2', '--terms', 'missing.tsv'], 'terms missing.tsv cannot be read: there is no such file\n'],
    [['dedupe', '--lines', 'tests'], 'tests: is a directory, expected a file\n'],
    [['fix', '--write'], '--write needs a file'],
    [['filter', 'a.jsonl'], 'takes no files'],
  ])('%j could not run: %s', (args, message) => {
    const { code, out, err } = run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
  });

  it('tells findings by its exit code, at the least severity asked for', () => {
    const rules = ['check', '--rules', 'placeholder'];
    expect(run(rules, 'Chào {name}').code).toBe(1);
    expect(run([...rules, '--fail-on', 'error'], 'Chào {name}').code).toBe(0);
    expect(run([...rules, '--fail-on', 'never'], 'Chào {name}').code).toBe(0);
    expect(run(rules, 'Chào bạn').code).toBe(0);
  });

  it('reports only what is severe enough', () => {
    const text = 'Gửi {name} ngày 31-4 , nhé.';
    const args = ['check', '--rules', 'placeholder,spacing,date', '--format', 'compact'];
    const rulesIn = (...more: string[]): string[] =>
      [...run([...args, ...more], text).out.matchAll(/\[(.+)\]$/gm)].map(([, rule]) => rule);
    expect(rulesIn()).toEqual(['placeholder', 'date', 'spacing']);
    expect(rulesIn('--min-severity', 'warning')).toEqual(['placeholder', 'date']);
    expect(rulesIn('--min-severity', 'error')).toEqual([]);
    expect(run([...args, '--min-severity', 'error'], text).code).toBe(0);
    expect(run([...args, '--min-severity', 'none'], text).err).toContain('expected error, warning, info');
  });

  it('tells of the files that it fixed, and no others', () => {
    const [changed, same] = ['changed.txt', 'same.txt'].map((name) => join(folder, name));
    writeFileSync(changed, 'thực hiện Kết Luận số 5');
    writeFileSync(same, 'thực hiện Kết luận số 5');
    expect(run(['fix', '--write', '--rules', 'casing', changed, same]).err).toBe(`${changed}: 1 fixed\n`);
  });

  it.each([['check'], ['fix'], ['normalize'], ['normalize', '--decode', 'auto'], ['dedupe']])(
    'makes nothing of nothing: %s %s %s',
    (...args) => {
      const path = join(folder, 'empty.txt');
      writeFileSync(path, '');
      for (const { code, err } of [run(args, ''), run([...args, path])])
        expect({ code, err }).toEqual({ code: 0, err: '' });
      if (args[0] !== 'check') expect(run(args, '').out).toBe('');
    },
  );

  it('counts no byte order mark as a column', () => {
    const args = ['check', '--rules', 'placeholder', '--format', 'compact'];
    expect(run(args, '\ufeff{name} đến').out).toContain('1:1: ');
    expect(run(args, '\ufeffChào {name}\n{name} đến').out).toMatch(/1:6: .*2:1: /s);
  });

  it('normalizes with the fixers of a profile', () => {
    const text = 'Hô\u0323i nghị , đại hội. Nghi-\nệp vụ';
    expect(run(['normalize', '--profile', 'ocr'], text).out).toBe('Hội nghị, đại hội. Nghiệp vụ');
    expect(run(['normalize'], text).out).toBe('Hội nghị , đại hội. Nghi-\nệp vụ');
  });

  it('lists the repeats of an article, and none of what stands beside it', () => {
    const path = join(folder, 'page.html');
    const title = 'Khai mạc hội nghị toàn tỉnh về chuyển đổi số';
    const page = (again: string): string =>
      `<title>${title}</title>\n<nav><a href="#">${title}</a></nav>\n<h1>${title}</h1>\n<p>Thân bài.</p>\n${again}\n`;
    writeFileSync(path, page(''));
    expect(run(['dedupe', path])).toMatchObject({ code: 0, out: '' });
    expect(run(['check', '--rules', 'repeated-block', path])).toMatchObject({ code: 0 });
    writeFileSync(path, page(`<p>${title}</p>`));
    expect(
      run(['dedupe', path])
        .out.trimEnd()
        .split('\n')
        .map((row) => JSON.parse(row)),
    ).toMatchObject([{ line: 5, of: 3, text: title }]);
  });

  it('fixes in place, and keeps a byte order mark and line ends', () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, '\ufeffnay\r\nthực hiện Kết Luận số 5\r\n');
    expect(run(['fix', '--write', '--rules', 'casing', path]).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('\ufeffnay\r\nthực hiện Kết luận số 5\r\n');
  });
});

describe('hieudinh with the standard dictionary', () => {
  it('filters in order, passes other fields through, and keeps the slot of a bad line', () => {
    const { code, out, err } = run(
      ['filter', '--from', 'a', '--to', 'b'],
      '{"id":1,"a":"các văn bàn chỉ đạo"}\nno\n{"id":3}\n{"id":4,"a":""}',
    );
    expect(code).toBe(0);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows[0]).toEqual({ id: 1, a: 'các văn bàn chỉ đạo', b: 'các văn bản chỉ đạo' });
    expect(rows[1]).toMatchObject({ line: 2 });
    expect(rows[2]).toEqual({ id: 3, line: 3, error: 'field "a" is missing' });
    expect(rows[3]).toEqual({ id: 4, a: '', b: '' });
    expect(err).toContain('line 2');
    expect(run(['filter', '--strict'], 'no\n{"text":"a"}').code).toBe(2);
  });

  it.for([
    [PAGE, 'tests/fixtures/sample-article.expected.json', 'edited'],
    ['../shared/article/article.txt', '../shared/article/expected.json', 'edited'],
    ['../shared/article/article.txt', '../shared/article/expected.json', 'typed'],
    ['../shared/article/article.txt', '../shared/article/expected.json', 'ocr'],
  ])('finds the errors of %s, each with its replacement first, and nothing else (%s, %s)', (row, { skip }) => {
    const [path, answer, profile] = row;
    skip(!existsSync(path), `${path} is not here`);
    const expected = JSON.parse(readFileSync(answer, 'utf8')).edits as {
      start: number;
      end: number;
      replacement: string;
    }[];
    const { out } = run(['check', '--format', 'json', '--profile', profile, '--rules', 'spelling,doubled-word', path]);
    const found = (JSON.parse(out) as { start: number; end: number; suggestions: { text: string }[] }[]).map(
      (finding) => ({
        start: finding.start,
        end: finding.end,
        replacement: finding.suggestions[0].text,
      }),
    );
    expect(found).toEqual(expected.map(({ start, end, replacement }) => ({ start, end, replacement })));
  });
});
