/*
 * Input made to be slow, at full size: time and peak memory of each, a process each.
 *   npm run build && node benchmarks/headlines-adversarial.mjs [LINES]
 * `incomplete` counts searches that were given up after 4,096 candidates, so that groups may be missing.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DuplicateIndex } from '../dist/headlines/duplicate-index.js';
import { dedupe, HeadlineGroups } from '../dist/headlines/index.js';

const WORDS = 'Hội đua thuyền truyền thống trên sông Mã sáng nay có đông người dân xem';
/** A word of its own for each number. */
const wordOf = (number) => Array.from(String(number), (digit) => 'bcdghklmnt'[digit]).join('a');

const CASES = {
  'identical lines': () => WORDS,
  'differing in one digit': (at) => `Kết quả xổ số miền Bắc ngày ${at}`,
  'differing in one word': (at) => `${WORDS} x${wordOf(at)}`,
  'differing in one word of a short template': (at) => `Giá ${wordOf(at)} hôm nay tăng`,
  'differing in half of the words': (at) =>
    `${WORDS} ${[1, 2, 3, 4, 5, 6, 7].map((i) => `${wordOf(at * i)}x`).join(' ')}`,
  'every word common, in any order': (at) =>
    WORDS.split(' ')
      .map((_, i, all) => all[(i * (at % 11) + at) % 15])
      .join(' '),
  empty: () => '',
  'lone surrogates': (at) => String.fromCharCode(0xd800 + (at % 2048)),
  'lone surrogates between words': (at) => `${WORDS}${String.fromCharCode(0xd800 + (at % 2048))} ${wordOf(at)}`,
  'one line of 10 MB': (at) => (at === 0 ? 'dài rộng '.repeat(1.16e6) : undefined),
  'one word of 10 MB': (at) => (at === 0 ? 'd'.repeat(1e7) : undefined),
  'index: identical lines, all old': () => WORDS,
  'index: a tenth, differing in one word': (at) => `${WORDS} x${wordOf(at)}`,
  'index: differing in one word, all old': (at) => `${WORDS} x${wordOf(at)}`,
  'page: one paragraph of 1 MB, twice, and half of it': () => undefined,
  'page: 20,000 equal lines': () => undefined,
  'page: 20,000 lines of one template': () => undefined,
};

const [count = '1000000', name] = process.argv.slice(2);
const lines = Number(count);

if (name === undefined) {
  console.log('| input | seconds | peak MB | answer |\n|---|---|---|---|');
  for (const one of Object.keys(CASES)) {
    const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), count, one]);
    console.log(String(stdout).trim() || `| ${one} | failed | | ${String(stderr).slice(0, 200)} |`);
  }
} else {
  const start = performance.now();
  const answer = run(name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`| ${name} | ${seconds} | ${Math.round(process.resourceUsage().maxRSS / 1024)} | ${answer} |`);
}

function run(one) {
  if (one.startsWith('page: one')) {
    const text = 'Trời mưa to suốt đêm qua. Cầu ngập nước. '.repeat(25_000);
    const { repeats, parts } = dedupe([{ text }, { text }, { text: text.slice(0, text.length / 2) }]);
    return `${repeats.length} repeats, ${parts.length} parts`;
  }
  if (one.startsWith('page:')) {
    const equal = one.endsWith('equal lines');
    const blocks = Array.from({ length: 20_000 }, (_, at) => ({ text: equal ? WORDS : `${WORDS} x${wordOf(at)}` }));
    return `${dedupe(blocks).repeats.length} repeats`;
  }
  if (one.startsWith('index:')) {
    const index = new DuplicateIndex({ window: one.endsWith('old') ? 10 : undefined });
    let found = 0;
    // Each answers with a hundred ids, the limit: a tenth of the lines shows what that costs.
    const most = one.includes('a tenth') ? lines / 10 : lines;
    for (let at = 0; at < most; at++) found += index.add(String(at), CASES[one](at), at * 20).length;
    return `${found} found, incomplete ${index.incomplete}`;
  }
  const groups = new HeadlineGroups();
  for (let at = 0; at < lines; at++) {
    const line = CASES[one](at);
    if (line === undefined) break;
    groups.add(line);
  }
  return `${groups.groups().length} groups, incomplete ${groups.incomplete}`;
}
