import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const MAIN = resolve('dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'hieudinh-house-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: string[]): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
};

// The rule `spelling` is off in all of these: no dictionary is needed to tell them apart.
describe('hieudinh check with a configuration', () => {
  const rules = ['check', '--rules', 'placeholder,casing', '--format', 'compact'];
  mkdirSync(join(folder, 'old'));
  writeFileSync(join(folder, 'a.html'), '<p>Chào <b>{na</b>me}</p>\n<!-- hieudinh-disable-next -->\n<p>{time}</p>\n');
  writeFileSync(join(folder, 'old/b.md'), 'Kính gửi **{name}** nhé\n');
  it('reads folders, by format; leaves out what is excluded, and speaks its language', () => {
    expect(run(...rules, '.').out).toBe(
      'a.html:1:12: warning: “{name}” is a template variable that was never filled in. [placeholder]\n' +
        'old/b.md:1:12: warning: “{name}” is a template variable that was never filled in. [placeholder]\n',
    );
    writeFileSync(join(folder, 'hieudinh.config.json'), '{"exclude":["old"],"lang":"vi","failOn":"error"}');
    const { out, code } = run(...rules, '.');
    expect(out).toBe('a.html:1:12: warning: “{name}” là biến của mẫu chưa được điền. [placeholder]\n');
    expect(code).toBe(0);
    expect(run(...rules, '--no-config', '.').code).toBe(1);
    writeFileSync(join(folder, 'hieudinh.config.json'), '{"exclude":["*.html","old/*","!old/b.*"]}');
    expect(run(...rules, '.').out).toContain('old/b.md');
    expect(run(...rules, '**/*.{html,md}').out).not.toContain('a.html');
    expect(run(...rules, 'a.html').out).toContain('a.html:1:12');
  });
  it('ignores by key, and tells what nothing needs any more', () => {
    const [{ key }] = JSON.parse(run(...rules.slice(0, 3), '--format', 'json', 'a.html').out);
    writeFileSync(join(folder, 'hieudinh.config.json'), JSON.stringify({ ignore: [key, '00000000000000'] }));
    const { out, err } = run(...rules, '--unused-ignores', 'a.html');
    expect(out).toBe('');
    expect(err).toBe('hieudinh: nothing is left to ignore for 00000000000000\n');
    rmSync(join(folder, 'hieudinh.config.json'));
  });
  it('adopts a baseline', () => {
    expect(run(...rules, '--write-baseline', 'base.json', '.').code).toBe(0);
    expect(run(...rules, '--baseline', 'base.json', '.')).toMatchObject({ code: 0, out: '' });
    writeFileSync(join(folder, 'old/b.md'), 'Kính gửi {other} nhé\n');
    const { out, err } = run(...rules, '--baseline', 'base.json', '--unused-ignores', '.');
    expect(out).toContain('old/b.md:1:10');
    expect(err).toBe('hieudinh: base.json: 1 finding is no longer there; write it anew\n');
    // Of a file that was not looked at nobody knows.
    expect(run(...rules, '--baseline', 'base.json', '--unused-ignores', 'a.html').err).toBe('');
    writeFileSync(join(folder, 'a.html'), '<p>Chào</p>\n');
    expect(run(...rules, '--baseline', 'base.json', '--unused-ignores', '.').err).toBe(
      'hieudinh: base.json: 2 findings are no longer there; write it anew\n',
    );
    writeFileSync(join(folder, 'a.html'), '<p>Chào <b>{na</b>me}</p>\n');
  });
  it('writes a baseline anew: all that is there now, and what it had of files that cannot be read', () => {
    const write = (...args: string[]) => {
      const { code, err } = run(...rules, '--write-baseline', 'base.json', ...args);
      return { code, err, files: JSON.parse(readFileSync(join(folder, 'base.json'), 'utf8')).files };
    };
    const { files } = write('.');
    expect(Object.keys(files)).toEqual(['a.html', 'old/b.md']);
    // What is reported and what is there are two things.
    expect(write('--min-severity', 'error', '.').files).toEqual(files);
    writeFileSync(join(folder, 'hieudinh.config.json'), '{"baseline":"base.json"}');
    expect(write('.').files).toEqual(files);
    rmSync(join(folder, 'hieudinh.config.json'));
    const before = readFileSync(join(folder, 'a.html'));
    writeFileSync(join(folder, 'a.html'), Uint8Array.of(0x61, 0xe0, 0x20));
    const again = write('.');
    expect({ code: again.code, files: again.files }).toEqual({ code: 2, files });
    expect(again.err).toContain('a.html: is not UTF-8');
    rmSync(join(folder, 'a.html'));
    expect(Object.keys(write('.').files)).toEqual(['old/b.md']);
    writeFileSync(join(folder, 'a.html'), before);
    rmSync(join(folder, 'base.json'));
  });
  it('says what is wrong with it', () => {
    writeFileSync(join(folder, 'bad.json'), '{"rules":{"speling":"off"}}');
    expect(run(...rules, '--config', 'bad.json', 'a.html')).toMatchObject({
      code: 2,
      err: 'hieudinh: bad.json: rules: no rule "speling"\n',
    });
  });
  it.each(['accept', 'reject'])('says that a file of %s is not there, in one line', (field) => {
    writeFileSync(join(folder, 'bad.json'), JSON.stringify({ [field]: ['nope.txt'] }));
    const { code, out, err } = run(...rules, '--config', 'bad.json', 'a.html');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `hieudinh: terms ${join(realpathSync(folder), 'nope.txt')} cannot be read: there is no such file\n`,
    );
  });
});
