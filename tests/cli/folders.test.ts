import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expandPaths } from '../../src/cli/expand-paths.ts';

// The built command: `npm test` builds first. Shown with rules that need no dictionary.
const MAIN = resolve('dist/cli/main.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}
const check = (...args: string[]) => run('check', '--rules', 'placeholder', '--format', 'compact', ...args);
const filesOf = (out: string): string[] =>
  out
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(':')[0]);

describe('expandPaths', () => {
  const expand = async (...args: string[]): Promise<string[]> =>
    (await expandPaths(args.map((arg) => join(folder, arg)))).map((path) => path.slice(folder.length + 1));

  it('takes text, Markdown and HTML of folders, in order, each once', async () => {
    write({
      'b/2.txt': '',
      'b/1.md': '',
      'b/c/x.HTML': '',
      'b/y.js': '',
      'b/node_modules/z.txt': '',
      'b/.git/q.txt': '',
    });
    expect(await expand('b/y.js', 'b', 'b/2.txt')).toEqual(['b/y.js', 'b/1.md', 'b/2.txt', 'b/c/x.HTML']);
  });

  it('takes what a glob matches', async () => {
    write({ 'a/1.txt': '', 'a/b/2.txt': '', 'a/3.log': '', 'a/node_modules/4.txt': '' });
    expect(await expand('a/**/*.txt')).toEqual(['a/1.txt', 'a/b/2.txt']);
    expect(await expand('a/*.{log,md}')).toEqual(['a/3.log']);
  });

  it('leaves out what git ignores, in folders and globs, but takes a file that is named', async () => {
    write({
      '.git/info/exclude': 'private.txt\n',
      '.gitignore': '/build/\n*.tmp.txt\n/A/\n',
      'a/.gitignore': '!kept.tmp.txt\ndraft*\n',
      'build/x.txt': '',
      'a/build/x.txt': '',
      'a/1.tmp.txt': '',
      'a/kept.tmp.txt': '',
      'a/draft-1.txt': '',
      'a/private.txt': '',
    });
    const taken = ['a/build/x.txt', 'a/kept.tmp.txt'];
    expect(await expand('.')).toEqual(taken);
    expect(await expand('**/*.txt')).toEqual(taken);
    expect(await expand('build/x.txt', 'a/draft-1.txt')).toEqual(['build/x.txt', 'a/draft-1.txt']);
    expect(await expandPaths([folder], { gitIgnore: false })).toHaveLength(6);
    // Git itself agrees.
    execFileSync('git', ['init', '-q', folder]);
    writeFileSync(join(folder, '.git/info/exclude'), 'private.txt\n');
    const git = execFileSync('git', ['ls-files', '-o', '--exclude-standard'], { cwd: folder, encoding: 'utf8' });
    expect(
      git
        .split('\n')
        .filter((path) => path.endsWith('.txt'))
        .sort(),
    ).toEqual(taken);
  });

  it('follows no links of folders', async () => {
    write({ 'a/1.txt': '' });
    symlinkSync(folder, join(folder, 'a/round'));
    expect(await expand('a')).toEqual(['a/1.txt']);
  });

  it.each([
    ['none.txt', 'no such file'],
    ['*.none', 'matches no file'],
    ['empty', 'no text, Markdown or HTML file in this folder'],
  ])('refuses %s: %s', async (path, message) => {
    mkdirSync(join(folder, 'empty'));
    await expect(expand(path)).rejects.toThrow(message);
  });
});

describe('check of folders', () => {
  it('goes on after bad files, and counts them at the end', () => {
    write({ '1.txt': 'Chào {name}', '2.txt': Uint8Array.of(0xff), '3.txt': '', '4.txt': '{body}', 'x.dat': '{no}' });
    const { code, out, err } = check('.');
    expect(code).toBe(2);
    expect(filesOf(out)).toEqual(['1.txt', '4.txt']);
    expect(err).toBe('hieudinh: 2.txt: is not UTF-8 (byte 0)\nhieudinh: 1 of 4 files could not be checked\n');
  });

  it('reports the same with any number of workers', () => {
    write(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, `Số ${i} {name}\n`.repeat(i)])));
    writeFileSync(join(folder, '7.txt'), Uint8Array.of(0x61, 0xc3));
    const one = check('--jobs', '1', '.');
    expect(check('--jobs', '2', '.')).toEqual(one);
    expect(filesOf(one.out)).toHaveLength((39 * 40) / 2 - 7);
    expect(one.err).toContain('7.txt: is not UTF-8');
  });

  it('answers from its cache what has not changed, wherever the file is now', () => {
    write({ 'a.txt': 'Chào {name}', 'b.txt': 'Chào bạn' });
    const first = check('--cache', '.');
    expect(first.code).toBe(1);
    const path = join(folder, '.hieudinhcache');
    const cache = JSON.parse(readFileSync(path, 'utf8'));
    expect(Object.keys(cache.results)).toHaveLength(2);
    // What the cache says is what is told: a forged entry shows that no rule ran.
    for (const result of Object.values(cache.results) as { findings: { message: string }[] }[]) {
      for (const finding of result.findings) finding.message = 'from the cache';
    }
    writeFileSync(path, JSON.stringify(cache));
    mkdirSync(join(folder, 'moved'));
    write({ 'moved/c.txt': 'Chào {name}' });
    expect(check('--cache', '.').out).toBe(
      'a.txt:1:6: warning: from the cache [placeholder]\nmoved/c.txt:1:6: warning: from the cache [placeholder]\n',
    );
    // One letter, or another setting, is another key.
    write({ 'a.txt': 'Chào  {name}' });
    expect(check('--cache', 'a.txt').out).not.toContain('from the cache');
    expect(run('check', '--cache', '--rules', 'placeholder,casing', '--format', 'compact', 'moved').out).not.toContain(
      'from the cache',
    );
    // And what was not looked at this time is still known.
    expect(check('--cache', 'moved').out).toContain('from the cache');
  });

  it('starts anew from a damaged cache, and one of another version', () => {
    write({ 'a.txt': 'Chào {name}', '.hieudinhcache': '{"format":1' });
    expect(check('--cache', 'a.txt').code).toBe(1);
    const cache = JSON.parse(readFileSync(join(folder, '.hieudinhcache'), 'utf8'));
    cache.engine = 'older';
    for (const result of Object.values(cache.results) as { findings: unknown[] }[]) result.findings = [];
    writeFileSync(join(folder, '.hieudinhcache'), JSON.stringify(cache));
    expect(check('--cache', 'a.txt').code).toBe(1);
  });

  it('keeps its cache where it is told to', () => {
    write({ 'a.txt': 'Chào bạn' });
    expect(check('--cache-file', 'my.json', 'a.txt').code).toBe(0);
    expect(statSync(join(folder, 'my.json')).size).toBeGreaterThan(0);
  });

  // A folder that may not be written is one to everybody but root: these fail for root too.
  it.each(['missing/cache.json', 'folder'])('tells what it found where its cache cannot be saved: %s', (path) => {
    write({ 'a.txt': 'Chào {name}', 'folder/b.txt': '' });
    const { code, out, err } = check('--cache-file', path, 'a.txt');
    expect({ code, found: filesOf(out) }).toEqual({ code: 1, found: ['a.txt'] });
    expect(err).toMatch(/^hieudinh: the cache is not saved: .*: cannot be written: .*\n$/);
  });
});

describe('fix', () => {
  const FILES = {
    'a.txt': 'một\nhai\nthực hiện Kết Luận số 5\nbốn\nnăm',
    'thư mục/tên tệp.txt': '\ufeffthực hiện Kết Luận số 5\r\nhai\r\n',
    'thư mục/"quoted".md': 'một\n\nthực hiện Kết Luận số 5\n',
    'same.txt': 'không có gì\n',
  };
  const fixed = (text: string): string => text.replace('Kết Luận', 'Kết luận');

  it('shows a patch that git apply takes, for names of all kinds', () => {
    write(FILES);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const { code, out } = run('fix', '--diff', '--rules', 'casing', '.');
    expect(code).toBe(0);
    expect(out.match(/^--- /gm)).toHaveLength(3);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(FILES['a.txt']);
    execFileSync('git', ['apply', '--check', '-'], { cwd: folder, input: out });
    execFileSync('git', ['apply', '-'], { cwd: folder, input: out });
    for (const [path, text] of Object.entries(FILES)) {
      expect(readFileSync(join(folder, path), 'utf8')).toBe(fixed(text));
    }
  });

  it('names files in the patch from the top of the repository', () => {
    write(FILES);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const { stdout } = spawnSync(process.execPath, [MAIN, 'fix', '--diff', '--rules', 'casing', 'tên tệp.txt'], {
      cwd: join(folder, 'thư mục'),
      encoding: 'utf8',
    });
    execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
    expect(readFileSync(join(folder, 'thư mục/tên tệp.txt'), 'utf8')).toBe(fixed(FILES['thư mục/tên tệp.txt']));
  });

  it('fixes all files of a folder in place, goes on after a bad one', () => {
    write({ ...FILES, 'bad.txt': Uint8Array.of(0xff) });
    const { code, out, err } = run('fix', '--write', '--rules', 'casing', '--jobs', '2', '.');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('hieudinh: bad.txt: is not UTF-8 (byte 0)\n');
    expect(err).toContain('hieudinh: 1 of 5 files could not be fixed\n');
    for (const [path, text] of Object.entries(FILES)) {
      expect(readFileSync(join(folder, path), 'utf8')).toBe(fixed(text));
    }
  });

  it.each([
    [['--write', '--diff', 'a.txt'], '--write and --diff'],
    [['--diff'], '--diff needs a file'],
  ])('refuses %j', (args, message) => {
    const { code, err } = run('fix', ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
