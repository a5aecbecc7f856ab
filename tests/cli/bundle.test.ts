import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// What is installed as `hieudinh`: the command with its modules joined. `npm run build` makes it.
const { bin, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  bin: { hieudinh: string };
  version: string;
};

function run(main: string, args: string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

describe('the installed command', () => {
  it('is a program that tells its version', () => {
    expect(readFileSync(bin.hieudinh, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(run(bin.hieudinh, ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    [['--help'], ''],
    [['--version', '--json'], ''],
    [['check', '--format', 'json', 'tests/fixtures/sample-article.txt'], ''],
    [['check', '--jobs', '2', 'tests/fixtures/sample-article.txt', 'README.md'], ''],
    [['fix', '--diff', 'tests/fixtures/sample-article.txt'], ''],
    [['filter', '--raw', '--jobs', '2'], 'Thực hiện các văn bàn chỉ đạo của tỉnh\n'],
    [['normalize'], 'Viê\u0323t Nam'],
    [['dedupe', 'tests/fixtures/sample-article.txt'], ''],
    [['check', '--format', 'none'], 'a'],
  ])('does what its modules do: %j', (args, input) => {
    const bundled = run(bin.hieudinh, args, input);
    expect(bundled).toEqual(run('dist/cli/main.js', args, input));
    expect(bundled.out + bundled.err).not.toBe('');
  });
});
