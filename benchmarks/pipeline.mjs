// What `hieudinh filter` takes on a million rows: time with one and two workers, memory, whole lines when killed half-way.
//
//   npm run build && node benchmarks/pipeline.mjs [ROWS]      default 1,000,000; about 5 minutes
//
// The rows are made from the sentences beside the project (../shared/gold/clean.dev.jsonl), or else from the sample page;
// every row gets a number, so that no two are alike.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const GOLD = '../shared/gold/clean.dev.jsonl';
const MAIN = 'dist/cli/main.js';

const texts = existsSync(GOLD)
  ? readFileSync(GOLD, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).source)
  : readFileSync('tests/fixtures/sample-article.txt', 'utf8').split(/\n+/).filter(Boolean);
const sentences = texts
  .flatMap((text) => text.match(/[^.;!?]+[.;!?]*/g) ?? [])
  .filter((text) => text.trim().length > 20);

/** Runs the filter on the rows; `killAt` is the line of output at which it gets SIGTERM. */
function run(flags, killAt = Number.POSITIVE_INFINITY) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, [MAIN, 'filter', ...flags], { stdio: ['pipe', 'pipe', 'inherit'] });
    const hash = createHash('sha256');
    let bytes = 0;
    let lines = 0;
    let last = 0;
    let killed = false;
    const memory = [];
    child.stdout.on('data', (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
      last = chunk.at(-1);
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
      if (lines >= killAt && !killed) {
        killed = true;
        child.kill('SIGTERM');
      }
    });
    const watch = setInterval(() => memory.push({ lines, ...usage(child.pid) }), 250);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      const seconds = (performance.now() - started) / 1000;
      resolve({ code, signal, seconds, lines, bytes, wholeLines: last === 10, sha256: hash.digest('hex'), memory });
    });
    let row = 0;
    const feed = () => {
      while (row < ROWS && child.stdin.writable) {
        let block = '';
        for (let i = 0; i < 256 && row < ROWS; i++, row++) {
          block += `{"id":${row},"text":${JSON.stringify(`${sentences[row % sentences.length].trim()} ${row}`)}}\n`;
        }
        if (!child.stdin.write(block)) return child.stdin.once('drain', feed);
      }
      child.stdin.end();
    };
    child.stdin.on('error', () => {});
    feed();
  });
}

/** Resident memory in MB and processor time in seconds, from Linux' own tables. */
function usage(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return { rss: Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024, cpu: (Number(stat[11]) + Number(stat[12])) / 100 };
  } catch {
    return {};
  }
}

/** Highest memory in each quarter of the lines: level where memory is constant. */
function quarters({ memory, lines }) {
  return [0, 1, 2, 3].map((quarter) => {
    const inside = memory.filter((point) => point.rss && Math.floor((point.lines / (lines + 1)) * 4) === quarter);
    return `${Math.max(0, ...inside.map(({ rss }) => Math.round(rss)))} MB`;
  });
}

console.log(
  `${ROWS.toLocaleString('en')} rows, dictionary ${statSync('dictionaries/standard.bin').size} bytes, node ${process.version}`,
);
const results = {};
for (const [name, flags, killAt] of [
  ['--normalize', ['--normalize']],
  ['--jobs 1', ['--jobs', '1']],
  ['--jobs 2', ['--jobs', '2']],
  ['--jobs 2, SIGTERM half-way', ['--jobs', '2'], ROWS / 2],
]) {
  const result = await run(flags, killAt);
  results[name] = result;
  const cpu = result.memory.findLast((point) => point.cpu)?.cpu ?? 0;
  console.log(
    `${name.padEnd(28)} ${result.seconds.toFixed(1)} s, processor ${cpu.toFixed(1)} s, ` +
      `${Math.round(result.lines / result.seconds).toLocaleString('en')} lines/s, ${result.lines.toLocaleString('en')} lines, ` +
      `ended ${result.signal ?? result.code}, whole lines: ${result.wholeLines}, memory by quarter: ${quarters(result).join(', ')}`,
  );
}
const one = results['--jobs 1'];
const two = results['--jobs 2'];
console.log(
  `--jobs 2 is ${(one.seconds / two.seconds).toFixed(2)} times --jobs 1; same bytes: ${one.sha256 === two.sha256}`,
);
