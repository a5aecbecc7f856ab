#!/usr/bin/env node
// Stated confidence against observed precision, by profile, on the gold sets beside the project:
//   node benchmarks/reliability.mjs [--gold ../shared/gold] [--dictionary FILE] [--half 0|1]
// --half looks at every second row only: for a dictionary whose ranker was trained on the others. Needs `npm run build`.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createCorrector, openDictionary } from '../dist/index.js';
import { loadDictionary } from '../dist/node.js';

const SETS = [
  ['edited', ['viwiki-docs', 'clean']],
  ['typed', ['vsec']],
  ['ocr', ['tesseract', 'gov-ocr', 'nomvn-real']],
];
const BINS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0001];

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: '../shared/gold' },
    dictionary: { type: 'string' },
    half: { type: 'string' },
  },
});
const gold = resolve(values.gold);
if (!existsSync(join(gold, 'score.mjs'))) {
  console.log(`skipped: no gold sets in ${values.gold}`);
} else {
  const { align, key } = await import(pathToFileURL(join(gold, 'score.mjs')).href);
  const same = (a, b) =>
    a.split(/\s+/).map(key).filter(Boolean).join(' ') === b.split(/\s+/).map(key).filter(Boolean).join(' ');
  const dictionary =
    values.dictionary === undefined
      ? loadDictionary()
      : openDictionary(new Uint8Array(readFileSync(values.dictionary)));
  console.log('| profile | confidence | findings | right place | right word | precision from here up |');
  console.log('|---|---|---|---|---|---|');
  for (const [profile, sets] of SETS) {
    const corrector = createCorrector(dictionary, { profile, level: 'suggest' });
    const seen = [];
    for (const set of sets) {
      let rows = readFileSync(join(gold, `${set}.dev.jsonl`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      if (values.half !== undefined) rows = rows.filter((_, i) => i % 2 === Number(values.half));
      for (const row of rows) {
        const edits = (row.edits ?? align(row.source, row.target)).map((edit) => ({
          ...edit,
          rights: [edit.right, ...(edit.alts ?? [])],
        }));
        for (const finding of corrector.check(row.source)) {
          const met = edits.filter((edit) => edit.start < finding.end && finding.start < edit.end);
          const right = met.some((edit) => {
            const from = Math.min(edit.start, finding.start);
            const to = Math.max(edit.end, finding.end);
            const mine =
              row.source.slice(from, finding.start) + finding.suggestions[0].text + row.source.slice(finding.end, to);
            // An edit of several words is met in parts by several findings: any word of it will do.
            return edit.rights.some(
              (word) =>
                same(mine, row.source.slice(from, edit.start) + word + row.source.slice(edit.end, to)) ||
                ` ${word.split(/\s+/).map(key).join(' ')} `.includes(` ${key(finding.suggestions[0].text)} `),
            );
          });
          seen.push({ confidence: finding.suggestions[0].confidence, place: met.length > 0, right });
        }
      }
    }
    for (let b = 0; b + 1 < BINS.length; b++) {
      const bin = seen.filter(({ confidence }) => confidence >= BINS[b] && confidence < BINS[b + 1]);
      const above = seen.filter(({ confidence }) => confidence >= BINS[b]);
      const share = (list, name) =>
        list.length === 0 ? '' : ((100 * list.filter((item) => item[name]).length) / list.length).toFixed(1);
      console.log(
        `| ${profile} (${sets.join(', ')}) | ${BINS[b]} to ${Math.min(1, BINS[b + 1])} | ${bin.length} | ${share(bin, 'place')} | ${share(bin, 'right')} | ${share(above, 'right')} |`,
      );
    }
  }
}
