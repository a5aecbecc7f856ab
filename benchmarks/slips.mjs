#!/usr/bin/env node
// How many slips of one word for another are found in sentences that nothing was trained on (slips.tsv), and how much
// else is touched in them:
//   npm run build && node benchmarks/slips.mjs [--dictionary dictionaries/standard.bin] [--show 0]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSlips } from '../dist/build/lexicon-source.js';
import { openDictionary } from '../dist/index.js';
import { printSlipTable } from './slip-table.mjs';

const { values } = parseArgs({
  options: {
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
    show: { type: 'string', default: '0' },
  },
});
const dictionary = openDictionary(new Uint8Array(readFileSync(values.dictionary)));
printSlipTable(dictionary, readSlips(fileURLToPath(new URL('.', import.meta.url))), Number(values.show));
