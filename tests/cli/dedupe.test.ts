import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

// The built command: `npm test` builds first.
const MAIN = 'dist/cli/main.js';

function run(args: string[], input: string): { out: { id: string; title: string }[]; err: string } {
  const { stdout, stderr } = spawnSync(process.execPath, [MAIN, 'dedupe', ...args], { input, encoding: 'utf8' });
  const rows = stdout.split('\n').filter((row) => row !== '');
  return { out: rows.map((row) => JSON.parse(row)), err: stderr };
}

describe('hieudinh dedupe key', () => {
  const title = 'Khánh thành cầu Cẩm Vân qua sông Mã';

  it('names lines without an id by their number, and says so', () => {
    const rows = [{ x: 'a', title }, { title }, { x: 7, title }].map((row) => `${JSON.stringify(row)}\n`).join('');
    const { out, err } = run(['key', '--field', 'title', '--id', 'x'], rows);
    expect([...new Set(out.map(({ id }) => id))]).toEqual(['a', '2', '7']);
    expect(err).toBe('hieudinh: lines without an id, named by their number: 2\n');
  });

  it('leaves out lines without a title, and says so', () => {
    const rows = `${JSON.stringify({ x: 'a', title })}\n{"x":"b"}\nno object\n`;
    const { out, err } = run(['key', '--field', 'title', '--id', 'x'], rows);
    expect([...new Set(out.map(({ id }) => id))]).toEqual(['a']);
    expect(err).toBe('hieudinh: lines left out, no object or no such field: 2, 3\n');
  });
});
