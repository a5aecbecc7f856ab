#!/usr/bin/env node
// A minute's look at speed, with the results asserted before anything is timed: npm run build && node benchmarks/smoke.mjs
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { normalize } from '../dist/index.js';
import { loadCorrector } from '../dist/node.js';

const article = readFileSync(new URL('../tests/fixtures/sample-article.txt', import.meta.url), 'utf8');
const clean = readFileSync(new URL('../tests/correct/kept.txt', import.meta.url), 'utf8').replace(/^#.*\n/gm, '');

const started = performance.now();
const corrector = loadCorrector();
corrector.check('một');
const loaded = performance.now() - started;

corrector.check(article);
const peak = process.resourceUsage().maxRSS / 1000;

assert.equal(
  corrector.correct('Thường trực Tình ủy ban hành các văn bàn.').text,
  'Thường trực Tỉnh ủy ban hành các văn bản.',
);
assert.equal(normalize(article.normalize('NFD')), normalize(article));
assert.equal(normalize(clean), clean);

/** Characters a second of the best of five rounds: the noise of a machine only ever slows. */
function speed(text, run) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const from = performance.now();
    run(text);
    best = Math.min(best, performance.now() - from);
  }
  return { ms: best, million: text.length / best / 1000 };
}

const large = clean.repeat(Math.ceil(1e6 / clean.length));
const rows = [
  ['dictionary opened and first word checked', { ms: loaded }],
  ['check, the sample article', speed(article, (text) => corrector.check(text))],
  ['check, 1 MB of sentences that are right', speed(large, (text) => corrector.check(text))],
  ['normalize, the same', speed(large, (text) => normalize(text))],
  ["the platform's normalize('NFC'), the same", speed(large, (text) => text.normalize('NFC'))],
];
console.log(`${'peak memory, one article checked'.padEnd(44)} ${peak.toFixed(0).padStart(8)} MB`);
for (const [name, { ms, million }] of rows)
  console.log(
    `${name.padEnd(44)} ${ms.toFixed(1).padStart(8)} ms ${million === undefined ? '' : `${million.toFixed(1).padStart(8)} M characters/s`}`,
  );
