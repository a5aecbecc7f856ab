import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// What docs/pipelines shows is run here, with the built command in the place of the installed one.
const MAIN = resolve('dist/cli/main.js');

let folder: string;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  // Rules that need no dictionary, so that the examples are what is tested.
  const program = `#!/bin/sh\ncommand=$1\nshift\ncase $command in check | fix) set -- --rules placeholder,casing "$@" ;; esac\nexec "${process.execPath}" "${MAIN}" "$command" "$@"\n`;
  const npx = [
    '#!/bin/sh',
    // npx --call runs a command with the project's programs on its path; else the options of npx end at the package.
    '[ "$1 $2" = "--no-install --call" ] && exec sh -c "$3"',
    'while case $1 in hieudinh*) false ;; esac; do shift; done',
    'shift',
    'exec hieudinh "$@"',
  ].join('\n');
  for (const [name, text] of [
    ['hieudinh', program],
    ['npx', npx],
  ]) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  env = {
    ...process.env,
    PATH: `${bin}:${process.env.PATH}`,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

function repository(): string {
  const path = join(folder, 'repository');
  execFileSync('git', ['init', '-q', path]);
  return path;
}

describe('docs/pipelines/pre-commit.sh', () => {
  it('refuses a commit by what is staged, whatever the working tree holds', () => {
    const cwd = repository();
    const hook = join(cwd, '.git/hooks/pre-commit');
    copyFileSync('docs/pipelines/pre-commit.sh', hook);
    chmodSync(hook, 0o755);
    const git = (...args: string[]) => spawnSync('git', args, { cwd, env, encoding: 'utf8' });
    const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);

    // Nothing that it reads is staged.
    write('a.js', '{name}\n');
    git('add', 'a.js');
    expect(git('commit', '-qm', 'code').status).toBe(0);

    write('tên bài.md', 'Kính gửi {name}\n');
    git('add', 'tên bài.md');
    write('tên bài.md', 'Kính gửi bạn đọc\n');
    // The rules of these tests find no errors, only warnings.
    writeFileSync(hook, readFileSync(hook, 'utf8').replace('--fail-on error', '--fail-on warning'));
    const refused = git('commit', '-qm', 'text');
    expect(refused.status).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('tên bài.md:1:10: ');

    git('add', 'tên bài.md');
    expect(git('commit', '-qm', 'text').status).toBe(0);
    expect(git('log', '--oneline').stdout.trim().split('\n')).toHaveLength(2);
  });
});

describe.each([
  ['docs/pipelines/README.md', 'archive', 'clean', 'marked'],
  ['docs/pipelines/README.vi.md', 'kho', 'sach', 'danh-dau'],
])('%s', (page, archive, clean, marked) => {
  it('goes on where a run was ended, and then marks what one run marks', () => {
    const cwd = folder;
    const commands = [...readFileSync(page, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block);
    const [goOn] = commands.filter((command) => command.startsWith('tail '));
    const [mark] = commands.filter((command) => command.includes('--dedupe'));
    const sh = (command: string): void => {
      const { stderr, status } = spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' });
      expect({ command, stderr, status }).toEqual({ command, stderr: '', status: 0 });
    };
    const titles = ['năm', 'sáu', 'năm', 'bảy', 'sáu', 'tám', 'bảy', 'năm'];
    const rows = titles.map((word, id) => ({ id, text: `Khai mạc hội nghị Trung ương lần thứ ${word}` }));
    writeFileSync(
      join(cwd, `${archive}.ndjson`),
      rows.map((row) => `${JSON.stringify(row)}\n`.normalize('NFD')).join(''),
    );
    sh(`head -n 3 ${archive}.ndjson | hieudinh filter --normalize > ${clean}.ndjson`);
    sh(goOn.replace('…', '--normalize'));
    sh(mark);
    sh(`hieudinh filter --normalize --dedupe < ${archive}.ndjson > once.ndjson`);
    const written = readFileSync(join(cwd, `${marked}.ndjson`), 'utf8');
    expect(written).toBe(readFileSync(join(cwd, 'once.ndjson'), 'utf8'));
    const firsts = written
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).duplicateOf);
    expect(firsts).toEqual([undefined, undefined, 1, undefined, 2, undefined, 4, 1]);
  });
});

describe('docs/pipelines/github-workflow.yml', () => {
  it('marks lines and shows the fix', () => {
    const cwd = repository();
    writeFileSync(join(cwd, 'a.md'), 'Kính gửi {name}, thực hiện Kết Luận số 5\n');
    const steps = [...readFileSync('docs/pipelines/github-workflow.yml', 'utf8').matchAll(/^ +run: (.+)$/gm)];
    const [checked, fixed] = steps.map(([, command]) =>
      spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' }),
    );
    expect(checked.stdout).toMatch(/^::(?:warning|error) file=a\.md,line=1,/m);
    expect(fixed.status).toBe(0);
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toContain('+Kính gửi {name}, thực hiện Kết luận số 5');
  });
});
