#!/usr/bin/env node
// How many of the misprints that the corpus has again and again (dictionaries/source/misprints.tsv) are found, each put
// into a line that was held out from it:
//   npm run build && node benchmarks/misprints.mjs --work WORK [--dictionary dictionaries/standard.bin] [--show 0]
// WORK is a folder that the step `collect` of the builder has filled (dictionaries/README.md).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readMisprints } from '../dist/build/lexicon-source.js';
import { readHeldOut } from '../dist/build/training-texts.js';
import { openDictionary } from '../dist/index.js';
import { printSlipTable } from './slip-table.mjs';

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: '' },
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
    show: { type: 'string', default: '0' },
  },
});
const heldOut = join(values.work, 'heldout.tsv');
if (!existsSync(heldOut)) console.log(`skipped: no ${heldOut}; the step collect of the builder makes it`);
else printSlipTable(openDictionary(new Uint8Array(readFileSync(values.dictionary))), planted(), Number(values.show));

/** Of each misprint the first held-out line of a moderate length that has what was meant, in lower case, with it. */
function planted() {
  const byRight = new Map();
  for (const { wrong, right } of readMisprints(fileURLToPath(new URL('../dictionaries/source', import.meta.url))))
    byRight.set(right, [...(byRight.get(right) ?? []), wrong]);
  const slips = [];
  for (const { line } of readHeldOut(heldOut)) {
    if (line.length < 60 || line.length > 400) continue;
    const words = [...line.matchAll(/[\p{L}\p{M}]+/gu)];
    for (let k = 1; k < words.length; k++) {
      const pair = words.slice(k - 1, k + 1);
      const wrong = byRight.get(line.slice(pair[0].index, pair[1].index + pair[1][0].length))?.pop();
      if (wrong === undefined) continue;
      const typos = wrong.split(' ');
      const side = typos[0] === pair[0][0] ? 1 : 0;
      const [{ 0: right, index: start }, typo] = [pair[side], typos[side]];
      const sentence = line.slice(0, start) + typo + line.slice(start + right.length);
      slips.push({ sentence, start, end: start + typo.length, right });
      break;
    }
  }
  return slips;
}
