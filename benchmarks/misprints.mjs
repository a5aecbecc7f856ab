#!/usr/bin/env node
// How many of the misprints that the corpus has again and again (dictionaries/source/misprints.tsv) are found, each put
// into a line that was held out from it:
//   npm run build && node benchmarks/misprints.mjs --work WORK [--dictionary dictionaries/standard.bin] [--show 0]
// WORK is a folder that the step `collect` of the builder has filled (dictionaries/README.md).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readHeldOut } from '../dist/build/training-texts.js';
import { createCorrector, openDictionary } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: '' },
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
    show: { type: 'string', default: '0' },
  },
});
const heldOut = join(values.work, 'heldout.tsv');
if (!existsSync(heldOut)) console.log(`skipped: no ${heldOut}; the step collect of the builder makes it`);
else run();

function run() {
  const sentences = planted();
  const dictionary = openDictionary(new Uint8Array(readFileSync(values.dictionary)));
  console.log(`${sentences.length} lines with one misprint each\n`);
  console.log('| profile, level | found | right word |');
  console.log('|---|---|---|');
  for (const [profile, level] of [
    ['edited', 'suggest'],
    ['edited', 'auto'],
    ['typed', 'suggest'],
  ]) {
    const corrector = createCorrector(dictionary, { profile, level });
    let found = 0;
    let right = 0;
    const missed = [];
    for (const { text, start, end, meant } of sentences) {
      const findings = corrector.check(text).filter((finding) => level === 'suggest' || finding.auto);
      const hit = findings.find((finding) => finding.start < end && start < finding.end);
      if (hit === undefined) missed.push(`${text} (→ ${meant})`);
      else {
        found++;
        if (hit.suggestions[0]?.text.toLowerCase() === meant) right++;
      }
    }
    const percent = (n) => ((100 * n) / sentences.length).toFixed(1);
    console.log(`| ${profile}, ${level} | ${percent(found)} | ${percent(right)} |`);
    for (const line of missed.slice(0, Number(values.show))) console.log(`  ${line}`);
  }
}

/** Of each misprint the first held-out line of a moderate length that has what was meant, in lower case, with it. */
function planted() {
  const file = fileURLToPath(new URL('../dictionaries/source/misprints.tsv', import.meta.url));
  const byRight = new Map();
  for (const row of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [wrong, right] = row.split('\t');
    byRight.set(right, [...(byRight.get(right) ?? []), wrong]);
  }
  const sentences = [];
  for (const { line } of readHeldOut(heldOut)) {
    if (line.length < 60 || line.length > 400) continue;
    const words = [...line.matchAll(/[\p{L}\p{M}]+/gu)];
    for (let k = 1; k < words.length; k++) {
      const from = words[k - 1].index;
      const to = words[k].index + words[k][0].length;
      const right = line.slice(from, to);
      const wrong = byRight.get(right)?.pop();
      if (wrong === undefined) continue;
      const [first, second] = wrong.split(' ');
      const isFirst = first !== words[k - 1][0];
      const start = isFirst ? from : words[k].index;
      const typo = isFirst ? first : second;
      const meant = (isFirst ? words[k - 1] : words[k])[0];
      const text = line.slice(0, start) + typo + line.slice(start + meant.length);
      sentences.push({ text, start, end: start + typo.length, meant });
      break;
    }
  }
  return sentences;
}
