#!/usr/bin/env node
// How many slips of one word for another are found in sentences that nothing was trained on (slips.tsv), and how much
// else is touched in them:
//   npm run build && node benchmarks/slips.mjs [--dictionary dictionaries/standard.bin] [--show 0]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSlips } from '../dist/build/lexicon-source.js';
import { createCorrector, openDictionary } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
    show: { type: 'string', default: '0' },
  },
});
const dictionary = openDictionary(new Uint8Array(readFileSync(values.dictionary)));
const rows = readSlips(fileURLToPath(new URL('.', import.meta.url)));
console.log(`${rows.length} sentences\n`);
console.log('| profile, level | found | right word | touched besides |');
console.log('|---|---|---|---|');
for (const [profile, level] of [
  ['edited', 'suggest'],
  ['edited', 'auto'],
  ['typed', 'suggest'],
]) {
  const corrector = createCorrector(dictionary, { profile, level });
  let found = 0;
  let right = 0;
  let besides = 0;
  const missed = [];
  for (const { sentence, start, end, right: meant } of rows) {
    const wrong = sentence.slice(start, end);
    const findings = corrector.check(sentence).filter((finding) => level === 'suggest' || finding.auto);
    const hit = findings.find(({ original }) => original.trim().toLowerCase() === wrong.toLowerCase());
    besides += findings.length - (hit === undefined ? 0 : 1);
    if (hit === undefined) missed.push(`${sentence} (${wrong} → ${meant || 'nothing'})`);
    else {
      found++;
      if (hit.suggestions[0].text.trim().toLowerCase() === meant.toLowerCase()) right++;
    }
  }
  const percent = (n) => ((100 * n) / rows.length).toFixed(1);
  console.log(`| ${profile}, ${level} | ${percent(found)} | ${percent(right)} | ${besides} |`);
  for (const line of missed.slice(0, Number(values.show))) console.log(`  ${line}`);
}
