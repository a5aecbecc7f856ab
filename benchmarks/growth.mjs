#!/usr/bin/env node
// How the time of `check` (profile edited) grows with the length of the text, from 10 kB to 100 MB, and what it takes on one
// line of 10 MB without a space:
//   npm run build && node benchmarks/growth.mjs [FILE] [--largest MB] [--record]      default: the sample article, 100 MB
// No line comes twice: what repeats would be remembered by the corrector and reported by the rules. A file that is too
// short lends its sentences, three a line in a random order. The slope is that of log time over log length: 1 is linear.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { check, createCorrector } from '../dist/index.js';
import { loadDictionary } from '../dist/node.js';
import { recordRun } from './record/record-run.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { largest: { type: 'string', default: '100' }, record: { type: 'boolean', default: false } },
});
const MAIN = fileURLToPath(new URL('../dist/bundle/main.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../tests/fixtures/sample-article.txt', import.meta.url));
const sizes = [1e4, 1e5, 1e6, 1e7, 1e8].filter((size) => size <= Number(values.largest) * 1e6);
const folder = mkdtempSync(join(tmpdir(), 'hieudinh-growth-'));
const rows = [];

const news = linesOf(positionals[0] ?? SAMPLE, Math.max(sizes.at(-1), 1.4e7));
const dictionary = loadDictionary();
// Compiled before anything is timed.
check(textOf(1e6), { corrector: createCorrector(dictionary, { profile: 'edited' }) });
const startUp = (await command('một', 5)).seconds;
rows.push({ name: 'the command on one word, taken off below', unit: 's', value: startUp });

/** What is timed. The rules are run on the corrector's findings too, and the command writes its report and ends. */
const WAYS = ['corrector.check', 'check, all rules', 'hieudinh check'];
console.log(`The command on one word takes ${startUp.toFixed(3)} s, which are taken off.\n`);
console.log(
  `| news | M characters | ${WAYS.map((way) => `${way}, s | M characters/s`).join(' | ')} | peak MB | findings |`,
);
console.log(`|---|---|${'---|---|'.repeat(WAYS.length)}---|---|`);
const lengths = [];
const times = [];
for (const size of sizes) {
  const text = textOf(size);
  lengths.push(text.length);
  times.push(await measure(nameOf(size), text));
}
await measure('10 MB, one line without a space', spaceless(1e7));

console.log(`\n| slope | ${WAYS.join(' | ')} |`);
console.log(`|---|${'---|'.repeat(WAYS.length)}`);
for (let i = 1; i < sizes.length; i++) printSlopes(`${nameOf(sizes[i - 1])} to ${nameOf(sizes[i])}`, i - 1, i + 1);
printSlopes('all', 0, sizes.length);
rmSync(folder, { recursive: true });
if (values.record) recordRun('growth', rows, { dictionary: dictionary.description });

/** One row of the table; seconds by way. */
async function measure(name, text) {
  let found;
  let all;
  // What a corrector has read it remembers, so each way begins with a new one, as the command does.
  let corrector = createCorrector(dictionary, { profile: 'edited' });
  const own = time(() => {
    const findings = corrector.check(text);
    found ??= findings;
  });
  corrector = createCorrector(dictionary, { profile: 'edited' });
  const ruled = time(() => {
    const findings = check(text, { corrector });
    all ??= findings;
  });
  const ended = await command(text, text.length < 1e6 ? 5 : 1);
  // Findings of one rule are those of the corrector, and the command finds what the library does.
  assert.ok(all.length >= found.length && found.every(({ end }) => end <= text.length));
  assert.equal(ended.findings, all.length);
  const seconds = [own, ruled, Math.max(ended.seconds - startUp, 1e-4)];
  const cells = seconds.map((one) => `${one.toPrecision(3)} | ${(text.length / one / 1e6).toPrecision(3)}`);
  console.log(
    `| ${name} | ${(text.length / 1e6).toPrecision(3)} | ${cells.join(' | ')} | ${ended.peak} | ${all.length} |`,
  );
  WAYS.forEach((way, i) => {
    rows.push({ name: `${name}: ${way}`, unit: 's', value: seconds[i] });
  });
  rows.push({ name: `${name}: peak of the command`, unit: 'MB', value: ended.peak });
  return seconds;
}

/** Seconds a call: the median of three rounds of a fifth of a second; a call of two seconds and more is made once. */
function time(run) {
  const rounds = [];
  for (let round = 0; round < 3; round++) {
    let calls = 0;
    const from = performance.now();
    do {
      run();
      calls++;
    } while (performance.now() - from < 200);
    rounds.push((performance.now() - from) / calls / 1000);
    if (rounds[0] > 2) break;
  }
  return middleOf(rounds);
}

/** Runs the command on a file with this text: median seconds, the findings it wrote, and its peak memory (on Linux). */
async function command(text, rounds) {
  const file = join(folder, 'news.txt');
  writeFileSync(file, text);
  const runs = [];
  for (let round = 0; round < rounds; round++) runs.push(await runCommand(file));
  return { ...runs[0], seconds: middleOf(runs.map(({ seconds }) => seconds)) };
}

function runCommand(file) {
  const started = performance.now();
  const flags = ['--no-config', '--profile', 'edited', '--format', 'ndjson', '--fail-on', 'never'];
  const child = spawn(process.execPath, [MAIN, 'check', ...flags, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let findings = 0;
  let peak = 0;
  child.stdout.on('data', (chunk) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) findings++;
  });
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 50);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, findings, peak });
      else reject(new Error(`hieudinh check ended with ${code}`));
    });
  });
}

/** Megabytes; 0 where the system does not say. */
function peakOf(pid) {
  try {
    return Math.round(Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** Different lines of a file, in UTF-8 with their ends: as many as `size` bytes take. */
function linesOf(file, size) {
  const own = [...new Set(readFileSync(file, 'utf8').split(/\r?\n/))].filter((line) => line.trim() !== '');
  const lines = [];
  let bytes = 0;
  for (const line of own) {
    if (bytes >= size) return lines;
    lines.push(line);
    bytes += Buffer.byteLength(line) + 1;
  }
  const sentences = own.flatMap((line) => line.match(/[^.;!?]+[.;!?]*/g) ?? []).map((sentence) => sentence.trim());
  const seen = new Set(lines);
  // Numerical Recipes' generator: the same lines every time.
  let state = 1;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  while (bytes < size) {
    const line = [0, 1, 2].map(() => sentences[random(sentences.length)]).join(' ');
    if (seen.has(line)) continue;
    seen.add(line);
    lines.push(line);
    bytes += Buffer.byteLength(line) + 1;
  }
  return lines;
}

/** The first lines of the news, and a part of one, that take so many bytes. */
function textOf(size) {
  const parts = [];
  let bytes = 0;
  for (const line of news) {
    if (bytes >= size) break;
    parts.push(line);
    bytes += Buffer.byteLength(line) + 1;
  }
  return parts.join('\n');
}

/** The news with no space and no line end in it, of so many bytes. */
function spaceless(size) {
  const text = textOf(size * 1.4).replace(/\s+/g, '');
  return Buffer.from(text).subarray(0, size).toString('utf8');
}

function printSlopes(name, from, to) {
  const x = lengths.slice(from, to).map(Math.log);
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const slopes = WAYS.map((_, way) => {
    const y = times.slice(from, to).map((seconds) => Math.log(seconds[way]));
    const [x0, y0] = [mean(x), mean(y)];
    return (
      x.reduce((sum, one, i) => sum + (one - x0) * (y[i] - y0), 0) / x.reduce((sum, one) => sum + (one - x0) ** 2, 0)
    );
  });
  console.log(`| ${name} | ${slopes.map((slope) => slope.toFixed(2)).join(' | ')} |`);
  WAYS.forEach((way, i) => {
    rows.push({ name: `slope, ${name}: ${way}`, unit: 'log time / log length', value: slopes[i] });
  });
}

function nameOf(size) {
  return size < 1e6 ? `${size / 1e3} kB` : `${size / 1e6} MB`;
}

function middleOf(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}
