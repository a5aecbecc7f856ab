#!/usr/bin/env node
// What the corrector does on gold rows that its ranker has not seen: trains the ranker anew on planted errors and one half
// of the rows, scores the other half, then the other way round.
//   npm run build && node benchmarks/held-out.mjs --work WORK [--ranker typed|ocr] [--dictionary FILE] [--half 0,1]
//     [--without trigrams|context|pairs|lexicon|channel|features]
//     [--source dictionaries/source] [--passes N] [--epochs N] [--decay N] [--weight N] [--biases=-1,0,1] [--gold ../shared/gold] [--ocr FILE]
// WORK is a folder that the `collect` step of the builder has filled (dictionaries/README.md); a bias is added to the
// profile's own. Five minutes a half. Says so and stops where the gold sets are not there.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { errorsOf, readPairs } from '../dist/build/pairs.js';
import { RankerExamples } from '../dist/build/ranker-examples.js';
import { trainRanker } from '../dist/build/ranker-train.js';
import { addTrainingTexts, readTrainingTexts } from '../dist/build/training-texts.js';
import { FEATURES } from '../dist/correct/features.js';
import { PROFILES } from '../dist/correct/profiles.js';
import { Ranker } from '../dist/correct/ranker.js';
import { createCorrector, openDictionary } from '../dist/index.js';
import { leaveOut, PART_NAMES, plainRows } from './leave-out.mjs';

const { values } = parseArgs({
  options: {
    work: { type: 'string' },
    ranker: { type: 'string', default: 'typed' },
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
    gold: { type: 'string', default: '../shared/gold' },
    ocr: { type: 'string', default: '../shared/ocr/train.jsonl' },
    passes: { type: 'string' },
    epochs: { type: 'string' },
    decay: { type: 'string' },
    weight: { type: 'string' },
    without: { type: 'string' },
    biases: { type: 'string', default: '0' },
    source: { type: 'string', default: 'dictionaries/source' },
    half: { type: 'string', default: '0,1' },
    show: { type: 'string', default: '0' },
  },
});

/**
 * As the builder trains them (dictionaries/README.md), but that the pairs of --ocr count as planted ones: sets whose rows
 * are halved, sets that train nothing, and how it is taught.
 */
const RANKERS = {
  typed: {
    halved: ['vsec', 'viwiki-docs'],
    unseen: ['clean'],
    profiles: { vsec: 'typed', 'viwiki-docs': 'edited', clean: 'edited' },
    taught: { weight: 160, passes: 1, epochs: 5, decay: 0.1 },
  },
  ocr: {
    halved: ['tesseract', 'gov-ocr', 'synthscan-ocr'],
    unseen: [],
    profiles: { tesseract: 'ocr', 'gov-ocr': 'ocr', 'synthscan-ocr': 'ocr' },
    taught: { weight: 16, passes: 2, epochs: 6, decay: 1e-4 },
  },
};

const gold = resolve(values.gold);
if (!existsSync(join(gold, 'score.mjs'))) {
  console.log(`skipped: no gold sets in ${values.gold}`);
} else if (values.work === undefined || RANKERS[values.ranker] === undefined) {
  console.error(
    'held-out.mjs needs --work FOLDER, filled by the step `collect` of the builder, and --ranker typed or ocr',
  );
  process.exitCode = 2;
} else if (values.without !== undefined && !PART_NAMES.includes(values.without)) {
  console.error(`held-out.mjs: no part "${values.without}", expected one of ${PART_NAMES.join(', ')}`);
  process.exitCode = 2;
} else {
  await run(RANKERS[values.ranker]);
}

async function run({ halved, unseen: others, profiles, taught: defaults }) {
  const setting = (name) => Number(values[name] ?? defaults[name]);
  const { score } = await import(pathToFileURL(join(gold, 'score.mjs')).href);
  const bytes = new Uint8Array(readFileSync(values.dictionary));
  const dictionary = openDictionary(values.without === undefined ? bytes : leaveOut(bytes, values.without));
  const taught = (groups) =>
    values.without === 'features' ? groups.map((group) => ({ ...group, rows: plainRows(group.rows) })) : groups;
  const { ranker } = values;
  const settings = PROFILES[ranker];
  const planted = new RankerExamples(dictionary, settings);
  const texts = readTrainingTexts(join(values.work, 'heldout.tsv'), values.source);
  addTrainingTexts(planted, ranker, texts, setting('passes'));
  if (ranker === 'ocr') for (const pair of readPairs(values.ocr)) planted.add(pair.source, errorsOf(pair), 1);
  console.log('| half | set, profile, level | bias | detP / detR | corP / corR | corF | exact | false | WER after |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const half of values.half.split(',').map(Number)) {
    const real = new RankerExamples(dictionary, settings);
    const unseen = new RankerExamples(dictionary, settings);
    const rows = new Map();
    for (const set of halved) {
      const pairs = readPairs(join(gold, `${set}.dev.jsonl`));
      rows.set(
        set,
        pairs.filter((_, i) => i % 2 === half),
      );
      pairs.forEach((pair, i) => {
        if (i % 2 === half) unseen.add(pair.source, errorsOf(pair), 1);
        else real.add(pair.source, errorsOf(pair), setting('weight'));
      });
    }
    for (const set of others) rows.set(set, readPairs(join(gold, `${set}.dev.jsonl`)));
    const weights = trainRanker(taught(planted.groups), taught(real.groups), {
      features: FEATURES,
      epochs: setting('epochs'),
      decay: setting('decay'),
      seed: 5,
      progress: () => {},
    });
    console.log(`| ${half} | log loss of the half, in nats a marked mistake: ${logLoss(unseen, weights).toFixed(4)} |`);
    const trained = { ...dictionary, rankers: new Map([...dictionary.rankers, [ranker, weights]]) };
    for (const bias of values.biases.split(',').map(Number)) {
      for (const [set, pairs] of rows) {
        const profile = profiles[set];
        const own = PROFILES[profile].bias;
        for (const level of ['suggest', 'auto']) {
          // A profile is a constant of the library; here, and only here, its bias is moved.
          PROFILES[profile].bias = own + bias;
          const corrector = createCorrector(trained, { profile, level });
          const predicted = pairs.map((pair) => ({ id: pair.id, text: corrector.correct(pair.source).text }));
          PROFILES[profile].bias = own;
          const r = score(pairs, predicted, level === 'suggest' ? Number(values.show) : 0);
          console.log(
            `| ${half} | ${set}, ${profile}, ${level} | ${own + bias} | ${r.detP} / ${r.detR} | ${r.corP} / ${r.corR} | ${r.corF} | ${r.exact} | ${r.falsePer1000} | ${r.werAfter} |`,
          );
          for (const [kind, list] of Object.entries(r.samples ?? {}))
            console.log(`\n${kind}\n  ${list.join('\n  ')}\n`);
        }
      }
    }
  }
}

/**
 * What a ranker's surprise at the places of marked texts is together, over the mistakes in them: steadier than F, between
 * rankers that are asked about the same places. A mistake that is not looked at costs nothing here.
 */
function logLoss({ groups, counts }, weights) {
  const ranker = new Ranker(weights, FEATURES);
  let sum = 0;
  for (const { rows, right } of groups) {
    const block = new Float32Array(rows.length * FEATURES);
    for (let k = 0; k < rows.length; k++) block.set(rows[k], k * FEATURES);
    const scores = new Float64Array(rows.length);
    ranker.score(block, scores);
    const odds = Array.from(scores, Math.exp);
    const all = odds.reduce((total, one) => total + one, 1);
    sum -= Math.log((right < 0 ? 1 : odds[right]) / all);
  }
  return sum / counts.errors;
}
