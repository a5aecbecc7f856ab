#!/usr/bin/env node
// How often a word that was damaged in one way comes out whole: one word in each of the clean sentences.
//   npm run build && node benchmarks/damage.mjs [--profile edited|typed|ocr] [--kinds "onset cut off,VNI"] [--sentences 300]
//     [--dictionary FILE] [--gold ../shared/gold] [--show 5]
// Right is what the corrector makes of the undamaged sentence. Says so and stops where the gold sets are not there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCorrector, openDictionary, parseSyllable, removeDiacritics, toTelex, toVni } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'edited' },
    kinds: { type: 'string' },
    sentences: { type: 'string', default: '300' },
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
    gold: { type: 'string', default: '../shared/gold' },
    show: { type: 'string', default: '0' },
  },
});

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

const cut = (word, at) => `${word.slice(0, at)} ${word.slice(at)}`;
const replaced = (from, to) => (word) => word.replace(from, to);
const inside = (word, i) => 1 + (i % (word.length - 1));
const decomposed = (change) => (word) => change(word.normalize('NFD')).normalize('NFC');

/** By kind, what becomes of a word; the same word where it has nothing to damage. `i` varies the place. */
const KINDS = {
  'onset cut off': (word) => {
    const onset = parseSyllable(word)?.onset ?? '';
    return onset === '' ? word : cut(word, onset.length);
  },
  'space inside': (word, i) => cut(word, inside(word, i)),
  'last letter cut off': (word) => cut(word, word.length - 1),
  'last letter lost': (word) => (word.length > 3 ? word.slice(0, -1) : word),
  'letter doubled': (word, i) => word.slice(0, inside(word, i)) + word.slice(inside(word, i) - 1),
  'letters swapped': (word, i) => {
    const at = inside(word, i);
    return word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1);
  },
  Telex: (word) => toTelex(word),
  VNI: (word) => toVni(word),
  'no marks': (word) => removeDiacritics(word),
  'no tone': decomposed(replaced(TONE, '')),
  'hook for tilde': decomposed(replaced('\u0303', '\u0309')),
  'tilde for hook': decomposed(replaced('\u0309', '\u0303')),
  'capital inside': (word) => word[0] + word[1].toUpperCase() + word.slice(2),
  'word twice': (word) => `${word} ${word}`,
  'rn for m': replaced('m', 'rn'),
  'ii for n': replaced('n', 'ii'),
  'l for i': replaced('i', 'l'),
  'I for l': replaced(/^l/, 'I'),
  '1 for i': replaced('i', '1'),
  '0 for o': replaced('o', '0'),
};

const file = join(values.gold, 'clean.dev.jsonl');
const kinds = values.kinds?.split(',') ?? Object.keys(KINDS);
const odd = kinds.find((kind) => KINDS[kind] === undefined);
if (odd !== undefined) {
  console.error(`damage.mjs: no kind "${odd}", expected some of ${Object.keys(KINDS).join(', ')}`);
  process.exitCode = 2;
} else if (!existsSync(file)) console.log(`skipped: no ${file}`);
else report();

function report() {
  const dictionary = openDictionary(new Uint8Array(readFileSync(values.dictionary)));
  const corrector = createCorrector(dictionary, { profile: values.profile });
  const correct = (text) => corrector.correct(text).text;
  const sentences = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row).source.normalize('NFC'))
    .filter(({ length }) => length > 40 && length < 250)
    .slice(0, Number(values.sentences));
  const right = sentences.map(correct);
  console.log(`| ${values.profile} | words | whole again, % | changed otherwise |\n|---|---|---|---|`);
  for (const kind of kinds) {
    let words = 0;
    let whole = 0;
    let other = 0;
    const shown = [];
    sentences.forEach((sentence, i) => {
      const all = [...sentence.matchAll(/\p{L}{3,}/gu)].filter(
        ([word]) => word.slice(1) === word.slice(1).toLowerCase(),
      );
      if (all.length < 4) return;
      const { 0: word, index } = all[(i * 7) % all.length];
      const wrong = KINDS[kind](word, i);
      if (wrong === word) return;
      const damaged = sentence.slice(0, index) + wrong + sentence.slice(index + word.length);
      const text = correct(damaged);
      words++;
      if (text === right[i]) whole++;
      else {
        if (text !== damaged) other++;
        if (shown.length < Number(values.show))
          shown.push(
            `  ${damaged.slice(Math.max(0, index - 20), index + 25)} → ${text.slice(Math.max(0, index - 20), index + 25)}`,
          );
      }
    });
    console.log(`| ${kind} | ${words} | ${words > 0 ? ((100 * whole) / words).toFixed(1) : '-'} | ${other} |`);
    for (const line of shown) console.log(line);
  }
}
