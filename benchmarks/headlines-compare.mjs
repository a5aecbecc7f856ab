/*
 * The ways of headlines-scale.mjs side by side in one run, a process each, as the rows of a Markdown table.
 *   npm run build && node benchmarks/headlines-synthesise.mjs 1000000 > h1m.txt
 *   node benchmarks/headlines-compare.mjs h1m.txt [LINES] [FEW]
 * All pairs are compared only of the first FEW lines (default 20,000), the rest of LINES (default all).
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [file, most = '1000000', few = '20000'] = process.argv.slice(2);
const script = fileURLToPath(new URL('headlines-scale.mjs', import.meta.url));

console.log('| way | lines | seconds | processor seconds | peak MB | groups | pairs |\n|---|---|---|---|---|---|---|');
for (const [way, lines] of [
  ['group', most],
  ['minhash', most],
  ['group', few],
  ['minhash', few],
  ['recall', few],
  ['brute', few],
]) {
  const { stdout, status } = spawnSync(process.execPath, ['--max-old-space-size=8192', script, file, way, lines]);
  if (status !== 0) {
    console.log(`| ${way} | ${lines} | failed | | | | |`);
    continue;
  }
  const { seconds, cpuSeconds, peakMegabytes, written, groups = written ?? '', pairs = '', found } = JSON.parse(stdout);
  const all = found === undefined ? pairs : `${found} of ${pairs}`;
  console.log(`| ${way} | ${lines} | ${seconds} | ${cpuSeconds} | ${peakMegabytes} | ${groups} | ${all} |`);
}
