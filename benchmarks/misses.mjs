#!/usr/bin/env node
// Why a gold edit was missed, and what was falsely alarmed, set by set:
//   npm run build && node benchmarks/misses.mjs --set vsec --profile typed [--dictionary FILE] [--gold ../shared/gold] [--show 40]
// A miss is one of: the word was not looked at, what is right was not among the proposals, or it was there and scored
// too low (the log-odds stand beside it). First reading only. Says so and stops where the gold sets are not there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { errorsOf, readPairs } from '../dist/build/pairs.js';
import { Analysis } from '../dist/correct/analysis.js';
import { FEATURES } from '../dist/correct/features.js';
import { biasOf, PROFILES } from '../dist/correct/profiles.js';
import { Ranker } from '../dist/correct/ranker.js';
import { openDictionary } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'vsec' },
    profile: { type: 'string', default: 'typed' },
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
    gold: { type: 'string', default: '../shared/gold' },
    show: { type: 'string', default: '40' },
  },
});
const file = join(values.gold, `${values.set}.dev.jsonl`);
if (!existsSync(file)) console.log(`skipped: no ${file}`);
else report(readPairs(file));

function report(pairs) {
  const dictionary = openDictionary(new Uint8Array(readFileSync(values.dictionary)));
  const settings = PROFILES[values.profile];
  const analysis = new Analysis(dictionary, settings.sensitivity);
  const ranker = new Ranker(dictionary.rankers.get(settings.ranker), FEATURES);
  const write = (proposal) => proposal.ids.map((id) => dictionary.vocabulary.text[id]).join(' ');
  const fold = (words) => words.toLowerCase().normalize('NFC');
  const bar = settings.threshold.suggest;
  const found = {
    hit: [],
    'not looked at': [],
    'not proposed': [],
    'scored too low': [],
    'another word': [],
    false: [],
  };
  for (const { source, target, edits } of pairs) {
    const text = source.normalize('NFC');
    const errors = errorsOf({ source: text, target, edits });
    const taken = new Set();
    const { tokens } = analysis;
    const places = analysis.analyse(text);
    for (const place of places) {
      const start = tokens.start[place.token];
      const end = tokens.end[place.token];
      const scores = new Float64Array(place.proposals.length);
      ranker.score(place.rows, scores);
      const scored = place.proposals
        .map((proposal, k) => ({ words: write(proposal), odds: scores[k] + biasOf(proposal, settings) }))
        .sort((a, b) => b.odds - a.odds);
      const sum = scored.reduce((total, { odds }) => total + Math.exp(Math.min(30, odds)), 1);
      const probability = Math.exp(Math.min(30, scored[0].odds)) / sum;
      const best = `${scored[0].words || '(nothing)'} ${scored[0].odds.toFixed(1)}`;
      const around =
        `${text.slice(Math.max(0, start - 45), start)}[${text.slice(start, end)}]${text.slice(end, end + 45)}`.replaceAll(
          '\n',
          ' ',
        );
      const error = errors.find((one) => one.start < end && start < one.end);
      if (error === undefined) {
        if (probability >= bar) found.false.push(`${around} → ${best}`);
        continue;
      }
      if (taken.has(error)) continue;
      taken.add(error);
      const right = scored.find(({ words }) => fold(words) === fold(error.right));
      const line = `${around} → ${error.right || '(nothing)'}`;
      if (probability >= bar) found[right === scored[0] ? 'hit' : 'another word'].push(`${line}; got ${best}`);
      else if (right === undefined) found['not proposed'].push(`${line}; best ${best}`);
      else found['scored too low'].push(`${line} ${right.odds.toFixed(1)}; best ${best}`);
    }
    for (const error of errors) {
      if (taken.has(error)) continue;
      const around = `${text.slice(Math.max(0, error.start - 45), error.start)}[${text.slice(error.start, error.end)}]${text.slice(error.end, error.end + 45)}`;
      found['not looked at'].push(`${around.replaceAll('\n', ' ')} → ${error.right || '(nothing)'}`);
    }
  }
  for (const [kind, list] of Object.entries(found)) {
    console.log(`\n## ${kind}: ${list.length}`);
    if (kind !== 'hit') for (const line of list.slice(0, Number(values.show))) console.log(`  ${line}`);
  }
}
