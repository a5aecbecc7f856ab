#!/usr/bin/env node
// What `check` reports in text that newspapers, gazettes and encyclopedias printed, and how much of it is right: 2.9 million
// words, of which a large language model as proof-reader judged the doubtful places (printed.tsv; no ranker has seen them).
//   node dist/build/main.js collect --work WORK --corpus ../shared/corpus --hold-out 20
//   node benchmarks/printed.mjs --work WORK [--dictionary FILE] [--profile edited] [--biases=0,0.5] [--show 0]
// What was never doubtful was not judged, so a share of the mistakes is missing from the recall, and a finding that nobody
// judged counts as neither right nor false.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Judgements } from '../dist/build/judgements.js';
import { readHeldOut } from '../dist/build/training-texts.js';
import { PROFILES } from '../dist/correct/profiles.js';
import { createCorrector, openDictionary } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: '' },
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
    profile: { type: 'string', default: 'edited' },
    biases: { type: 'string' },
    show: { type: 'string', default: '0' },
  },
});
const heldOut = join(values.work, 'heldout.tsv');
if (!existsSync(heldOut)) console.log(`skipped: no ${heldOut}; the step collect of the builder makes it`);
else run();

/** Documents of up to 25 lines of those stretches that `printed.tsv` judges: every second one that is held out. */
function documents() {
  const result = [];
  let last = '';
  for (const { block, line } of readHeldOut(heldOut)) {
    if (Number(/\d+$/.exec(block)?.[0]) % 40 !== 19 || line.length < 30 || line.length > 1500) continue;
    if (block !== last || result.at(-1).length >= 25) result.push([]);
    last = block;
    result.at(-1).push(line);
  }
  return result;
}

function run() {
  const dictionary = openDictionary(new Uint8Array(readFileSync(values.dictionary)));
  const judged = Judgements.read(new URL('printed.tsv', import.meta.url));
  const texts = documents().map((lines) => judged.ofDocument(lines));
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/).length - 1, 0);
  const isMistake = ({ start, end, right }, text) => right !== undefined && right !== text.slice(start, end);
  const mistakes = texts.reduce(
    (sum, { text, judgements }) => sum + judgements.filter((one) => isMistake(one, text)).length,
    0,
  );
  console.log(`${words} words, ${mistakes} mistakes among the places that were judged\n`);
  console.log(
    '| bias | level | reported | right word | another word | false | undecided | not judged | precision, place | recall |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  const own = PROFILES[values.profile].bias;
  for (const bias of (values.biases ?? String(own)).split(',').map(Number)) {
    // A profile is a constant of the library; here, and only here, its bias is moved.
    PROFILES[values.profile].bias = bias;
    const corrector = createCorrector(dictionary, { profile: values.profile });
    const counts = { suggest: {}, auto: {} };
    const shown = [];
    for (const { text, judgements } of texts) {
      for (const finding of corrector.check(text)) {
        if (finding.rule === 'older-spelling') continue;
        const verdict = verdictOn(finding, text, judgements);
        for (const level of finding.auto ? ['suggest', 'auto'] : ['suggest'])
          counts[level][verdict] = (counts[level][verdict] ?? 0) + 1;
        if (verdict === 'false') shown.push(text.slice(finding.start - 40, finding.end + 30).replaceAll('\n', ' '));
      }
    }
    PROFILES[values.profile].bias = own;
    for (const level of ['suggest', 'auto']) {
      const { right = 0, another = 0, false: wrong = 0, undecided = 0, unjudged = 0 } = counts[level];
      const precision = (100 * (right + another)) / (right + another + wrong);
      console.log(
        `| ${bias} | ${level} | ${right + another + wrong + undecided + unjudged} | ${right} | ${another} | ${wrong} | ${undecided} | ${unjudged} | ${precision.toFixed(1)} | ${((100 * right) / mistakes).toFixed(1)} |`,
      );
    }
    for (const line of shown.slice(0, Number(values.show))) console.log(`  ${line}`);
  }
}

function verdictOn({ start, end, suggestions }, text, judgements) {
  const judgement = judgements.find((one) => one.start < end && start < one.end);
  if (judgement === undefined) return 'unjudged';
  if (judgement.right === undefined) return 'undecided';
  if (judgement.right === text.slice(judgement.start, judgement.end)) return 'false';
  return judgement.right.toLowerCase() === suggestions[0].text.trim().toLowerCase() ? 'right' : 'another';
}
