// How long the installed command takes from start to end: least and middle of RUNS runs.
//
//   npm run build && node benchmarks/pipeline-startup.mjs [RUNS]      default 20
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RUNS = Number(process.argv[2] ?? 20);
const MAIN = 'dist/bundle/main.js';
const folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
const small = join(folder, 'small.txt');
writeFileSync(small, 'Cùng dự có lãnh đạo huyện ủy. Các văn bàn chỉ đạo của tỉnh được triển khai.\n');

function measure(name, args) {
  const walls = [];
  for (let i = 0; i < RUNS; i++) {
    const started = performance.now();
    spawnSync(process.execPath, args, { cwd: process.cwd() });
    walls.push(performance.now() - started);
  }
  walls.sort((a, b) => a - b);
  console.log(`${name.padEnd(34)} least ${walls[0].toFixed(0)} ms, middle ${walls[RUNS >> 1].toFixed(0)} ms`);
  return walls[0];
}

const bare = measure('node -e 0', ['-e', '0']);
const version = measure('hieudinh --version', [MAIN, '--version']);
measure('hieudinh check small.txt', [MAIN, 'check', '--fail-on', 'never', small]);
measure('hieudinh check --cache small.txt', [
  MAIN,
  'check',
  '--fail-on',
  'never',
  '--cache-file',
  join(folder, 'c'),
  small,
]);
measure('hieudinh check --rules placeholder', [MAIN, 'check', '--rules', 'placeholder', small]);
console.log(`--version over bare node: ${(version - bare).toFixed(0)} ms`);
rmSync(folder, { recursive: true });
