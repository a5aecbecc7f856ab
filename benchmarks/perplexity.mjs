#!/usr/bin/env node
// Perplexity of the n-grams on text that they have not seen, a word at a time, unknown words and pauses included:
//   node benchmarks/perplexity.mjs WORK/heldout.tsv [standard|compact|FILE …]
// heldout.tsv is what `node dist/build/main.js collect` sets aside: 40 lines in 1,600 of the corpus.
import { readFileSync } from 'node:fs';
import { MARGIN, Passage } from '../dist/correct/passage.js';
import { ID_BOUNDARY } from '../dist/language/ids.js';
import { loadDictionary } from '../dist/node.js';
import { scan, TokenBuffer } from '../dist/text/scan.js';

const [file, ...names] = process.argv.slice(2);
if (file === undefined) {
  console.log('skipped: no held-out text was named');
} else {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, 30_000)
    .map((row) => row.slice(row.indexOf('\t') + 1).normalize('NFC'));
  console.log('| dictionary | words | perplexity |\n|---|---|---|');
  for (const name of names.length > 0 ? names : ['standard', 'compact']) {
    const { ngrams, vocabulary } = loadDictionary(name);
    const passage = new Passage(vocabulary.size);
    const tokens = new TokenBuffer();
    let sum = 0;
    let words = 0;
    for (const line of lines) {
      scan(line, tokens);
      passage.read(tokens, vocabulary);
      const { ids, length } = passage;
      for (let at = MARGIN; at < length - MARGIN; at++) {
        // A sentence starts anew: what stood before a boundary says nothing.
        const fresh = ids[at - 1] === ID_BOUNDARY;
        sum -= fresh ? ngrams.bigram(ID_BOUNDARY, ids[at]) : ngrams.trigram(ids[at - 2], ids[at - 1], ids[at]);
        words++;
      }
    }
    console.log(`| ${name} | ${words} | ${Math.exp(sum / words).toFixed(1)} |`);
  }
}
