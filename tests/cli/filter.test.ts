import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

// The built command: `npm test` builds first. Most of it is shown with the normaliser, which needs no dictionary.
const MAIN = 'dist/cli/main.js';
const folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DECOMPOSED = 'Viê\u0323t Nam';

function filter(args: string[], input: string | Uint8Array): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'filter', ...args], {
    input,
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout.toString(), err: stderr.toString() };
}

describe('hieudinh filter', () => {
  it('normalises a field and nothing else; bad lines keep their slots and the exit code is 0', () => {
    const { code, out, err } = filter(['--normalize'], `{"id":90071992547409931,"text":"${DECOMPOSED}"}\nno\n`);
    const [first, second] = out.split('\n');
    expect(first).toBe('{"id":90071992547409931,"text":"Việt Nam"}');
    expect(JSON.parse(second)).toMatchObject({ line: 2, raw: 'no' });
    expect(err).toMatch(/^hieudinh: line 2: /);
    expect(code).toBe(0);
  });

  it('stops at a bad line with --strict, the lines before it written', () => {
    const { code, out } = filter(['--normalize', '--strict'], '{"text":"a"}\nno\n{"text":"b"}\n');
    expect(code).toBe(2);
    expect(out).toMatch(/^\{"text":"a"\}\n\{"error":.*\n$/);
  });

  it.each([
    [['--raw', '--from', 'a'], '--raw reads lines of text'],
    [['--jobs', '0'], '--jobs 0: expected a number'],
    [['--style', 'odd'], '--style odd: expected old, new'],
    [['--profile', 'odd'], '--profile odd: expected edited'],
  ])('refuses %j', (args, message) => {
    const { code, out, err } = filter(args, 'a\n');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('mixes steps, leaves raw repeats out and tells its counts', () => {
    const title = 'Khai mạc hội nghị Trung ương lần thứ năm';
    const { out, err } = filter(
      ['--raw', '--normalize', '--dedupe', '--stats'],
      `${title}\n${title.normalize('NFD')}\n`,
    );
    expect(out).toBe(`${title}\n`);
    expect(JSON.parse(err)).toMatchObject({ lines: 2, changed: 1, duplicates: 1, bad: 0, bytesOut: out.length + 13 });
  });

  it('tells each of a few bad lines, and how many more there were', () => {
    const { err } = filter(['--normalize'], `${'no\n'.repeat(50)}{"text":"a"}\n`);
    expect(err.trimEnd().split('\n')).toHaveLength(21);
    expect(err).toContain('30 more lines could not be read');
  });

  it('passes rows without a text on, and counts them: one message, however many', () => {
    const rows = '{"id":7,"title":"Bài 1","text":null}\n{"id":8,"title":"Bài 2"}\n'.repeat(30);
    const { code, out, err } = filter(['--normalize', '--stats'], `${rows}{"text":"a"}\n`);
    expect(code).toBe(0);
    expect(out.replaceAll(/,"error":"field \\"text\\" is (?:null|missing)","line":\d+/g, '')).toBe(
      `${rows}{"text":"a"}\n`,
    );
    const [first, second, stats] = err.split('\n');
    expect(first).toBe('hieudinh: line 1: field "text" is null');
    expect(second).toBe('hieudinh: no text in "text" in 60 of 61 rows: passed on with "error"');
    expect(JSON.parse(stats)).toMatchObject({ lines: 61, bad: 0, withoutText: 60 });
  });

  it.each([
    ['{"txt":"a"}\n{"text":7}\n', 'no row has a text in "text", expected the name of a field in --from'],
    ['{"txt":"a"}\nno\n', 'no row has a text in "text", expected the name of a field in --from'],
    ['no\n', 'no line is a JSON object, expected NDJSON, or --raw for lines of text'],
    ['no\n[]\n\n', 'no line is a JSON object, expected NDJSON, or --raw for lines of text'],
    ['{"txt":"a"}\n{"text":null}\n', undefined],
    ['{"txt":"a"}\n{"text":""}\n', undefined],
    ['no\n{"text":""}\n', undefined],
    ['\n', undefined],
  ])('ends with an error where no row has the field, or no line is JSON: %j', (input, wanted) => {
    const { code, out, err } = filter(['--normalize'], input);
    expect(code).toBe(wanted === undefined ? 0 : 2);
    expect(/no (?:row|line) (?:has|is)/.test(err)).toBe(wanted !== undefined);
    expect(err).toContain(wanted ?? '');
    expect(out.split('\n')).toHaveLength(input.split('\n').length);
    expect(filter(['--normalize', '--jobs', '2'], input)).toEqual({ code, out, err });
  });

  it('says nothing of rows where lines are texts', () => {
    const input = Buffer.from('C\u00e9ng h\u00dfa\n', 'latin1');
    const { code, err } = filter(['--raw', '--normalize'], input);
    expect({ code, err }).toEqual({ code: 0, err: 'hieudinh: line 1: is not UTF-8\n' });
  });

  it('stops at a row without a text with --strict, and says no more than that', () => {
    const { code, out, err } = filter(['--normalize', '--strict'], '{"id":1}\n{"text":"a"}\n');
    expect({ code, err }).toEqual({ code: 2, err: 'hieudinh: line 1: field "text" is missing\n' });
    expect(JSON.parse(out)).toMatchObject({ id: 1, line: 1 });
  });

  it('gives nothing for nothing', () => {
    expect(filter(['--normalize', '--stats'], '')).toMatchObject({ code: 0, out: '' });
  });

  it('writes the same bytes with any number of workers', () => {
    const rows = Array.from({ length: 20_000 }, (_, id) => `{"id":${id},"text":"${DECOMPOSED} ${id}"}\n`).join('');
    const input = Buffer.concat([Buffer.from(`${rows}no\n\n`), Uint8Array.of(0xff, 0x0a), Buffer.from(rows)]);
    const one = filter(['--normalize'], input);
    const three = filter(['--normalize', '--jobs', '3'], input);
    expect(one.out.split('\n')).toHaveLength(40_004);
    expect(three.out === one.out).toBe(true);
    expect(three.err).toBe(one.err);
  });

  /** The command on endless input, with what it wrote so far; `out` where its output goes to. */
  function endless(args: string[], out: 'pipe' | number = 'pipe') {
    const child = spawn(process.execPath, [MAIN, 'filter', '--normalize', ...args], { stdio: ['pipe', out, 'pipe'] });
    const line = Buffer.from(`{"text":"${DECOMPOSED}","n":${'1'.repeat(100)}}\n`.repeat(500));
    const { stdin } = child;
    if (stdin === null) throw new Error('no pipe');
    stdin.on('error', () => {});
    const feed = (): void => {
      while (stdin.writable && stdin.write(line));
    };
    stdin.on('drain', feed);
    feed();
    return child;
  }

  it.each([[[]], [['--jobs', '2']]])('ends on a whole line and by the signal on SIGTERM, %j', async (args) => {
    const path = join(folder, 'term.jsonl');
    const child = endless(args, openSync(path, 'w'));
    while (readFileSync(path).length < 200_000) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGTERM');
    const [code, signal] = await once(child, 'exit');
    expect({ code, signal }).toEqual({ code: null, signal: 'SIGTERM' });
    const written = readFileSync(path, 'utf8');
    expect(written.endsWith('}\n')).toBe(true);
    expect(new Set(written.trimEnd().split('\n')).size).toBe(1);
  });

  it('can be gone on with where it was ended: the lines written are the lines done', async () => {
    const lines = Array.from({ length: 100_000 }, (_, id) => `{"id":${id},"text":"${DECOMPOSED}"}\n`);
    const path = join(folder, 'half.jsonl');
    const child = spawn(process.execPath, [MAIN, 'filter', '--normalize'], { stdio: ['pipe', openSync(path, 'w'), 2] });
    child.stdin?.on('error', () => {});
    child.stdin?.end(lines.join(''));
    while (readFileSync(path).length < 100_000) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGTERM');
    await once(child, 'exit');
    const half = readFileSync(path, 'utf8');
    const done = half.split('\n').length - 1;
    const rest = filter(['--normalize'], lines.slice(done).join('')).out;
    expect(half + rest === lines.join('').normalize('NFC')).toBe(true);
  });

  it('ends on SIGTERM while it waits for input', async () => {
    const child = spawn(process.execPath, [MAIN, 'filter', '--normalize'], { stdio: 'pipe' });
    child.stdin.write(`{"text":"${DECOMPOSED}"}\n{"text":"ha`);
    // A line that has come is answered at once, whatever comes later.
    const [first] = await once(child.stdout, 'data');
    expect(String(first)).toBe('{"text":"Việt Nam"}\n');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
  });

  it.each([['SIGTERM'], ['SIGKILL']] as const)('has left whole lines in a pipe at %s', async (signal) => {
    const child = endless([]);
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (chunks.length === 20) child.kill(signal);
    });
    await once(child, 'close');
    expect(Buffer.concat(chunks).toString().endsWith('}\n')).toBe(true);
  });

  it('ends quietly when its reader has gone', async () => {
    const child = endless([]);
    let err = '';
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(err).toBe('');
  });

  it.skipIf(!existsSync('/dev/full'))('tells that the disk is full, without a stack', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `yes '{"text":"a"}' | head -100000 | "$0" "$1" filter --normalize > /dev/full`, process.execPath, MAIN],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/^hieudinh: standard output: ENOSPC.*\n$/);
  });

  it('goes on when nobody reads its messages', async () => {
    const child = spawn(process.execPath, [MAIN, 'filter', '--normalize', '--stats'], { stdio: 'pipe' });
    child.stderr.destroy();
    child.stdin.end(`${'no\n'.repeat(29)}{"text":"a"}\n`);
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(out.trimEnd().split('\n')).toHaveLength(30);
  });

  it('reads no further than its reader takes', async () => {
    const child = endless([]);
    let before = -1;
    // Nobody reads: what went in stops growing at what pipes and one block hold.
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const now = child.stdin?.writableLength ?? 0;
      const taken = child.stdin?.writableNeedDrain;
      if (taken && now === before) break;
      before = now;
    }
    child.stdout?.destroy();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(before).toBeGreaterThan(0);
  });
});

describe('hieudinh --version --json', () => {
  it.each([
    ['standard', []],
    ['compact', ['--dictionary', 'compact']],
    ['compact', ['--dictionary=dictionaries/compact.bin']],
  ])('tells the version and the hash of the %s dictionary, %j', (name, args) => {
    const { stdout } = spawnSync(process.execPath, [MAIN, '--version', '--json', ...args], { encoding: 'utf8' });
    const record = JSON.parse(stdout);
    expect(record).toMatchObject({
      name: 'hieudinh',
      version: JSON.parse(readFileSync('package.json', 'utf8')).version,
      dictionary: {
        name,
        sha256: createHash('sha256')
          .update(readFileSync(`dictionaries/${name}.bin`))
          .digest('hex'),
        hash: expect.stringMatching(/^[0-9a-f]+$/),
      },
    });
  });

  it('refuses what it does not know', () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, '--version', '--json', '--dict', 'compact']);
    expect(status).toBe(2);
    expect(String(stderr)).toContain("Unknown option '--dict'");
  });
});

describe('hieudinh filter with the standard dictionary', () => {
  it('corrects where no step is named, with one worker and with two', () => {
    const path = join(folder, 'rows.jsonl');
    const row = '{"id":1,"a":"Thực hiện các văn bàn chỉ đạo của tỉnh","n":1.0}\n';
    writeFileSync(path, row.repeat(3000));
    const wanted = row.replace(',"n":1.0', ',"n":1.0,"b":"Thực hiện các văn bản chỉ đạo của tỉnh"');
    for (const jobs of ['1', '2']) {
      const { code, out } = filter(['--from', 'a', '--to', 'b', '--jobs', jobs], readFileSync(path));
      expect(code).toBe(0);
      expect(new Set(out.trimEnd().split('\n'))).toEqual(new Set([wanted.trimEnd()]));
      expect(out.length).toBe(wanted.length * 3000);
    }
  });
});
