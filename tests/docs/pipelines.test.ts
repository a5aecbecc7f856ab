import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
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
  const program = `#!/bin/sh\ncommand=$1\nshift\ncase $command in check | fix) set -- --rules placeholder,casing,rejected-term "$@" ;; esac\nexec "${process.execPath}" "${MAIN}" "$command" "$@"\n`;
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
  let cwd: string;
  const git = (...args: string[]) => spawnSync('git', args, { cwd, env, encoding: 'utf8' });
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  };
  const config = (value: object): void => write('hieudinh.config.json', JSON.stringify(value));
  /** Stages files and commits them; what the hook says, and nothing where it lets them pass. */
  const commit = (...names: string[]): string => {
    expect(git('add', '-f', ...names)).toMatchObject({ status: 0 });
    const { status, stdout, stderr } = git('commit', '-qm', 'text');
    return status === 0 ? '' : stdout + stderr;
  };
  beforeEach(() => {
    cwd = repository();
    const hook = join(cwd, '.git/hooks/pre-commit');
    copyFileSync('docs/pipelines/pre-commit.sh', hook);
    chmodSync(hook, 0o755);
    // The rules of these tests find no errors, only warnings.
    writeFileSync(hook, readFileSync(hook, 'utf8').replace('--fail-on error', '--fail-on warning'));
  });

  it('refuses a commit by what is staged, whatever the working tree holds', () => {
    // Nothing that it reads is staged.
    write('a.js', '{name}\n');
    expect(commit('a.js')).toBe('');

    write('tên bài.md', 'Kính gửi {name}\n');
    git('add', 'tên bài.md');
    write('tên bài.md', 'Kính gửi bạn đọc\n');
    const refused = git('commit', '-qm', 'text');
    expect(refused.status).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('tên bài.md:1:10: ');

    expect(commit('tên bài.md')).toBe('');
    expect(git('log', '--oneline').stdout.trim().split('\n')).toHaveLength(2);
  });

  it('knows the baseline that the house has, and finds what is new', () => {
    config({ baseline: 'hieudinh-baseline.json' });
    write('bai/a.md', 'Kính gửi {name}\n');
    write('hieudinh-baseline.json', '{"version":1,"files":{}}');
    expect(commit('.')).toContain('a.md:1:10: ');
    // As the working tree has it: written without a configuration, which names what is to be written.
    const args = ['check', '--no-config', '--write-baseline', 'hieudinh-baseline.json', 'bai'];
    const program = spawnSync('hieudinh', args, { cwd, env, encoding: 'utf8' });
    expect(program).toMatchObject({ stderr: '', status: 0 });
    expect(commit('.')).toBe('');
    write('bai/a.md', 'Kính gửi {name}\n\nKính gửi {other}\n');
    const refused = commit('bai/a.md');
    expect(refused).toContain('a.md:3:10: ');
    expect(refused).not.toContain('a.md:1:10: ');
  });

  it('reads lists of any name, what is extended among them, and checks none', () => {
    config({ extends: 'nha/chung.json', accept: ['tu.txt'] });
    write('nha/chung.json', JSON.stringify({ reject: ['cam.md', '../khong-git.txt'] }));
    write('tu.txt', 'Kính gửi {name}\n');
    write('nha/cam.md', 'xe hơi\t{name}\n');
    write('khong-git.txt', 'máy bay\n');
    write('a.md', 'Đi xe hơi, đi máy bay, đi tàu hỏa.\n');
    const first = commit('hieudinh.config.json', 'nha', 'tu.txt', 'a.md');
    expect(first.trim().split('\n')).toEqual([
      expect.stringMatching(/^a\.md:1:4: .*xe hơi/),
      expect.stringMatching(/^a\.md:1:15: .*máy bay/),
    ]);
    write('nha/cam.md', 'tàu hỏa\n');
    // The list as it is staged, not as it stands.
    expect(commit('a.md')).toContain('a.md:1:4: ');
    write('khong-git.txt', 'thuyền\n');
    expect(commit('nha/cam.md').trim()).toMatch(/^a\.md:1:27: .*$/);
    write('a.md', 'Đi bộ.\n');
    expect(commit('a.md')).toBe('');
  });

  it('leaves out what the house excludes, be it all', () => {
    config({ exclude: ['nhap/'] });
    write('nhap/a.md', 'Kính gửi {name}\n');
    expect(commit('.')).toBe('');
    write('b.md', 'Kính gửi {name}\n');
    write('nhap/a.md', 'Kính gửi {name} x\n');
    const refused = commit('.');
    expect(refused).toContain('b.md:1:10: ');
    expect(refused).not.toContain('nhap');
  });

  it('passes over links, whose target may not be staged', () => {
    write('sau/goc.md', 'Kính gửi {name}\n');
    symlinkSync('sau/goc.md', join(cwd, 'lien-ket.md'));
    symlinkSync('khong-co.md', join(cwd, 'hong.md'));
    expect(commit('lien-ket.md', 'hong.md')).toBe('');
  });

  it('tells of a configuration that is wrong', () => {
    write('hieudinh.config.json', '{');
    write('a.md', 'Kính gửi bạn đọc\n');
    expect(commit('.')).toContain('hieudinh.config.json');
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
    const summary = readFileSync(join(folder, 'summary'), 'utf8');
    expect(summary).toContain('+Kính gửi {name}, thực hiện Kết luận số 5');
    // A page of Markdown, in which the lines of the patch are no list and no headings.
    expect(summary).toMatch(/^(~{10})diff\n.*\n\1\n$/s);
  });
});

describe.each(['docs/pipelines/README.md', 'docs/pipelines/README.vi.md'])('the code in %s', (page) => {
  it('imports what it uses', async () => {
    const blocks = [...readFileSync(page, 'utf8').matchAll(/^```js\n(.*?)^```/gms)].map(([, block]) => block);
    const [retext] = blocks.filter((block) => block.includes('retextHieudinh'));
    expect(retext).toContain("import retextHieudinh from 'hieudinh/retext';");
    expect(typeof (await import('../../src/retext/index.ts')).default).toBe('function');
    for (const block of blocks) expect(block).toMatch(/^import /);
  });
});
