/*
 * Time, memory and recall of grouping, one way a run, on lines of a file.
 *   node benchmarks/headlines-scale.mjs FILE [group|add|minhash|brute|recall] [LINES]
 * Build first (npm run build). `minhash` is datasketch's scheme in JavaScript: 128 permutations, 16 bands of 8 rows
 * over words, equal ones and numbers told apart beforehand as here, candidates verified; `brute` is fastest-levenshtein
 * over all pairs at a fifth of the letters, so give it few lines. Pairs are of unequal headlines.
 */
import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { distance } from 'fastest-levenshtein';
import { runDedupeLines } from '../dist/cli/dedupe-lines.js';
import { compareFolded } from '../dist/headlines/compare.js';
import { DuplicateIndex } from '../dist/headlines/duplicate-index.js';
import { foldHeadline } from '../dist/headlines/fold.js';
import { HeadlineTable } from '../dist/headlines/headline-table.js';

const [file, way = 'group', most = '1000000000'] = process.argv.slice(2);
const limit = Number(most);

async function* chunks() {
  let left = limit;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    let end = 0;
    while (left > 0 && end < chunk.length) {
      const next = chunk.indexOf(10, end);
      if (next < 0) {
        end = chunk.length;
        break;
      }
      left--;
      end = next + 1;
    }
    yield chunk.subarray(0, end);
    if (left === 0) return;
  }
}

async function readLines() {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of chunks()) text += decoder.decode(chunk, { stream: true });
  return text.trimEnd().split('\n');
}

/** Roots of a forest of headlines, for the two that only find pairs. */
function forest(size) {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  const rootOf = (index) => {
    let root = index;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  };
  return {
    join(a, b) {
      parents[Math.max(rootOf(a), rootOf(b))] = Math.min(rootOf(a), rootOf(b));
    },
    groups() {
      const sizes = new Int32Array(size);
      for (let index = 0; index < size; index++) sizes[rootOf(index)]++;
      return sizes.filter((count) => count > 1).length;
    },
  };
}

function minhash(lines) {
  const seeds = Int32Array.from({ length: 128 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  const bands = Array.from({ length: 16 }, () => new Map());
  const folded = [];
  const row = new Int32Array(128);
  const equal = new Map();
  const { join, groups } = forest(lines.length);
  let pairs = 0;
  for (let index = 0; index < lines.length; index++) {
    const headline = foldHeadline(lines[index]);
    folded.push(headline);
    const key = `${headline.hash},${headline.check},${headline.variant}`;
    const before = equal.get(key);
    if (before !== undefined) {
      join(before, index);
      continue;
    }
    equal.set(key, index);
    row.fill(0x7fffffff);
    for (const word of headline.words) {
      for (let i = 0; i < 128; i++) {
        let h = word ^ seeds[i];
        h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
        h ^= h >>> 13;
        if (h < row[i]) row[i] = h;
      }
    }
    const tried = new Set();
    for (let band = 0; band < 16; band++) {
      let key = headline.numbers;
      for (let i = 0; i < 8; i++) key = Math.imul(key ^ row[band * 8 + i], 0x01000193);
      const posting = bands[band].get(key);
      if (posting === undefined) bands[band].set(key, [index]);
      else {
        for (const other of posting) tried.add(other);
        posting.push(index);
      }
    }
    for (const other of tried) {
      if (!compareFolded(folded[other], headline, 0.7).same) continue;
      pairs++;
      join(other, index);
    }
  }
  return { pairs, groups: groups() };
}

function brute(lines) {
  const { join, groups } = forest(lines.length);
  for (let a = 0; a < lines.length; a++) {
    for (let b = a + 1; b < lines.length; b++) {
      const longer = Math.max(lines[a].length, lines[b].length);
      if (distance(lines[a], lines[b]) <= 0.2 * longer) join(a, b);
    }
  }
  return { groups: groups() };
}

function recall(lines) {
  const distinct = [];
  const table = new HeadlineTable(0.7);
  let found = 0;
  for (const line of lines) {
    const headline = foldHeadline(line);
    if (table.find(headline) >= 0) continue;
    table.search(headline, -1, () => ++found > 0);
    table.add(headline);
    distinct.push(headline);
  }
  let all = 0;
  for (let a = 0; a < distinct.length; a++) {
    for (let b = a + 1; b < distinct.length; b++) if (compareFolded(distinct[a], distinct[b], 0.7).same) all++;
  }
  return { headlines: distinct.length, pairs: all, found };
}

function add(lines) {
  const index = new DuplicateIndex();
  const last = Math.min(10_000, lines.length);
  for (let i = 0; i < lines.length - last; i++) index.add(String(i), lines[i]);
  const start = performance.now();
  for (let i = lines.length - last; i < lines.length; i++) index.add(String(i), lines[i]);
  return { microsecondsAnAdd: +(((performance.now() - start) * 1000) / last).toFixed(1) };
}

const ways = { add, minhash, brute, recall };
const start = performance.now();
let result;
if (way === 'group') {
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  result = await runDedupeLines({
    input: chunks(),
    output,
    progress: (message) => console.error(message, Math.round(performance.now() - start), 'ms'),
  });
} else {
  result = ways[way](await readLines());
}
const seconds = ((performance.now() - start) / 1000).toFixed(1);
// What other work on the same cores makes longer by less.
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cpuSeconds = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
console.log(JSON.stringify({ way, seconds, cpuSeconds, peakMegabytes: Math.round(maxRSS / 1024), ...result }));
