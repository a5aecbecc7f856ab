// Keeps the figures of a run as data: see README.md.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
/** Of the minute before the benchmark: taken here, since the benchmark itself makes one. */
const load = loadavg()[0];

/**
 * Writes `BENCHMARK-DATE-COMMIT.json` beside this file. `rows` are `{ name, unit, value }`; `more` is what else tells how
 * the figures came about.
 */
export function recordRun(benchmark, rows, more = {}) {
  const now = new Date();
  const commit = git('rev-parse', '--short=10', 'HEAD');
  const record = {
    benchmark,
    date: now.toISOString(),
    commit,
    changed: git('status', '--porcelain', '--', 'src', 'dictionaries', 'benchmarks/*.mjs') !== '',
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    load: Number(load.toFixed(2)),
    ...more,
    rows: rows.map(({ name, unit, value }) => ({ name, unit, value: Number(value.toPrecision(4)) })),
  };
  const stamp = record.date.replace(/[-:]/g, '').slice(0, 13);
  const file = new URL(`${benchmark}-${stamp}-${commit}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  console.error(`recorded in ${fileURLToPath(file)}`);
}
