#!/usr/bin/env node
// Scores the corrector on the gold sets beside the project, through the command line, as users run it:
//   node benchmarks/accuracy.mjs [--gold ../shared/gold] [--set NAME] [--show N]
// Prints a Markdown table. Needs `npm run build`; skips where the gold sets are not there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const RUNS = [
  ['vsec', 'typed', 'suggest'],
  ['viwiki-docs', 'edited', 'suggest'],
  ['viwiki-docs', 'edited', 'auto'],
  ['tesseract', 'ocr', 'suggest'],
  ['gov-ocr', 'ocr', 'suggest'],
  ['synthscan-ocr', 'ocr', 'suggest'],
  ['synthscan-ocr', 'ocr', 'auto'],
  ['history-ocr', 'ocr', 'suggest'],
  ['nomvn-real', 'ocr', 'suggest'],
  ['nomvn-synth', 'ocr', 'suggest'],
  ['clean', 'edited', 'suggest'],
  ['clean', 'edited', 'auto'],
];

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: '../shared/gold' },
    set: { type: 'string' },
    show: { type: 'string', default: '0' },
    dictionary: { type: 'string' },
  },
});
const gold = resolve(values.gold);
if (!existsSync(join(gold, 'score.mjs'))) {
  console.log(`skipped: no gold sets in ${values.gold}`);
} else {
  const { score } = await import(pathToFileURL(join(gold, 'score.mjs')).href);
  const rowsOf = (text) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const folder = mkdtempSync(join(tmpdir(), 'hieudinh-score-'));
  console.log('| set | profile, level | detP | detR | corP | corR | corF | exact | false/1000 | WER before → after |');
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const [set, profile, level] of RUNS) {
    if (values.set !== undefined && values.set !== set) continue;
    const file = join(gold, `${set}.dev.jsonl`);
    const args = [
      'dist/cli/main.js',
      'filter',
      '--profile',
      profile,
      '--level',
      level,
      '--from',
      'source',
      '--to',
      'text',
    ];
    if (values.dictionary !== undefined) args.push('--dictionary', values.dictionary);
    const run = spawnSync(process.execPath, args, { input: readFileSync(file), maxBuffer: 1 << 30 });
    if (run.status !== 0) throw new Error(run.stderr.toString());
    const pred = rowsOf(run.stdout.toString());
    writeFileSync(join(folder, `${set}.${level}.jsonl`), run.stdout);
    const all = rowsOf(readFileSync(file, 'utf8'));
    const line = (name, r) =>
      console.log(
        `| ${name} | ${profile}, ${level} | ${r.detP} | ${r.detR} | ${r.corP} | ${r.corR} | ${r.corF} | ${r.exact} | ${r.falsePer1000} | ${r.werBefore ?? ''} → ${r.werAfter ?? ''} |`,
      );
    const result = score(all, pred, Number(values.show));
    line(set, result);
    if (result.samples)
      for (const [kind, lines] of Object.entries(result.samples)) console.log(`\n${kind}\n  ${lines.join('\n  ')}\n`);
    if (set === 'nomvn-real') {
      for (const slice of [...new Set(all.map((row) => row.slice))].sort()) {
        const part = all.filter((row) => row.slice === slice);
        line(`${set}, ${slice}`, score(part, pred));
      }
    }
  }
  rmSync(folder, { recursive: true });
}
