#!/usr/bin/env node
// The hot loop beside its peers, in one run, results asserted before anything is timed:
//   npm run build && node benchmarks/matching.mjs [--gold ../shared/gold] [--corpus ../shared/corpus] [--record]
// Without the gold sets the sample article stands in for news and for scans; without the corpus no other news is read.
// Compare lines of one run with each other, never with another machine's. `--record` keeps the run: see record/README.md.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import dictionaryVi from 'dictionary-vi';
import { closest, distance } from 'fastest-levenshtein';
import { BKTree, SymSpell } from 'mnemonist';
import nspell from 'nspell';
import { SpellcheckerWasm } from 'spellchecker-wasm';
import { CandidateSource } from '../dist/correct/candidates.js';
import { Channel } from '../dist/correct/channel.js';
import { check, createCorrector, normalize } from '../dist/index.js';
import { loadDictionary } from '../dist/node.js';
import { hashWord } from '../dist/text/letters.js';
import { recordRun } from './record/record-run.mjs';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: '../shared/gold' },
    corpus: { type: 'string', default: '../shared/corpus' },
    record: { type: 'boolean', default: false },
  },
});
const gold = (name) => {
  const file = join(values.gold, `${name}.dev.jsonl`);
  if (!existsSync(file))
    return readFileSync(new URL('../tests/fixtures/sample-article.txt', import.meta.url), 'utf8').repeat(20);
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((row) => JSON.parse(row).source).join('\n');
};
const news = gold('clean');
const scans = gold('tesseract');
/** Pages of news, each of them once: 18 M characters of a feed, where the corpus and `xz` are at hand. */
const other = pagesOfFeed(join(values.corpus, 'news.rss_tintuchangngay_2025_2026.txt.xz'));
const wordsOf = (text) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const dictionary = loadDictionary();
const edited = createCorrector(dictionary, { profile: 'edited' });
const ocr = createCorrector(dictionary, { profile: 'ocr' });
const { vocabulary } = dictionary;
const syllables = vocabulary.text.filter((_, id) => vocabulary.syllable[id] === 1);
const speller = nspell(Buffer.from(dictionaryVi.aff), Buffer.from(dictionaryVi.dic));
const symSpell = SymSpell.from(syllables, { maxDistance: 1 });
const tree = BKTree.from(syllables, distance);
const searchWasm = await symSpellInWasm(syllables);
// Distinct words that no list has, as engines leave them: candidates for a new word each time.
const damaged = [...new Set(wordsOf(scans))].filter((word) => vocabulary.idOf(word) === 0).slice(0, 400);

// What each finds for "cùa" and in a sentence of valid syllables: only context finds the second.
assert.ok(symSpell.search('cùa').some(({ term }) => term === 'của'));
assert.ok(tree.search(1, 'cùa').some(({ item }) => item === 'của'));
assert.equal(distance(closest('nhữnq', syllables), 'nhữnq'), 1);
// The wasm does not find "y" for "yẻ", so letters that stand alone are not asked for.
const isLong = (word) => word.length > 1;
for (const word of damaged.filter(isLong))
  assert.deepEqual(
    searchWasm(word)
      .map(({ term }) => term)
      .filter(isLong)
      .sort(),
    syllables.filter((syllable) => isLong(syllable) && distance(syllable, word) === 1).sort(),
  );
assert.ok(!speller.correct('nhữnq'));
assert.ok(speller.correct('bàn') && speller.correct('văn'));
assert.equal(edited.correct('ban hành các văn bàn của Tỉnh ủy').text, 'ban hành các văn bản của Tỉnh ủy');

function pagesOfFeed(file) {
  if (!existsSync(file)) return [];
  const { stdout } = spawnSync('xz', ['-dc', file], { maxBuffer: 2 ** 30 });
  const lines = (stdout ?? '').toString().slice(0, 18e6).split('\n');
  return Array.from({ length: Math.floor(lines.length / 30) }, (_, page) =>
    lines.slice(30 * page, 30 * page + 30).join('\n'),
  );
}

/** Median of five rounds, each at least a fifth of a second, in nanoseconds a call. */
function time(run) {
  run();
  const rounds = [];
  for (let round = 0; round < 5; round++) {
    let calls = 0;
    const from = performance.now();
    do {
      run();
      calls++;
    } while (performance.now() - from < 200);
    rounds.push(((performance.now() - from) / calls) * 1e6);
  }
  return rounds.sort((a, b) => a - b)[2];
}

const rows = [];
const perCharacter = (name, text, run) => {
  const nanoseconds = time(() => run(text));
  rows.push({ name, unit: 'M characters/s', value: (text.length / nanoseconds) * 1000 });
};
const perWord = (name, words, run) => {
  const nanoseconds = time(() => {
    for (const word of words) run(word);
  });
  rows.push({ name, unit: 'µs/word', value: nanoseconds / words.length / 1000 });
};

perCharacter("news: String.prototype.normalize('NFC'), the floor", news, (text) => text.normalize('NFC'));
perCharacter('news: normalize', news, (text) => normalize(text));
perCharacter('news: nspell, is each word right', news, (text) => {
  for (const word of wordsOf(text)) speller.correct(word);
});
perCharacter('news: check, profile edited, what was read before', news, (text) => edited.check(text));
// A corrector remembers what it found out about words and their neighbours: the first page takes longest.
perCharacter('news: check, profile edited, by a corrector that has read nothing', news, (text) =>
  createCorrector(dictionary, { profile: 'edited' }).check(text),
);
perCharacter('news: check with all rules, profile edited', news, (text) => check(text, { corrector: edited }));
// The corrector answers from memory: what is left are the rules and the document around them.
const findings = edited.check(news);
const answered = { ...edited, check: () => findings };
perCharacter('news: the rules alone', news, (text) => check(text, { corrector: answered }));
perCharacter('scans: check, profile ocr', scans, (text) => ocr.check(text));
if (other.length > 0) {
  const reader = createCorrector(dictionary, { profile: 'edited' });
  const half = other.length / 2;
  for (const page of other.slice(0, half)) reader.check(page);
  const from = performance.now();
  for (const page of other.slice(half)) reader.check(page);
  const value = other.slice(half).join('').length / (performance.now() - from) / 1000;
  rows.push({
    name: 'other news, read once, after as much of it: check, profile edited',
    unit: 'M characters/s',
    value,
  });
}
const book = news.repeat(Math.ceil(20e6 / news.length)).slice(0, 20e6);
const started = performance.now();
const found = edited.check(book).length;
const seconds = (performance.now() - started) / 1000;
rows.push(
  { name: '20 M characters of news in one string: check', unit: 'M characters/s', value: book.length / seconds / 1e6 },
  { name: '20 M characters of news in one string: found', unit: 'findings', value: found },
);

const channel = new Channel(dictionary.channels.get('ocr'));
let source = new CandidateSource(vocabulary, channel, { most: 48, limit: 13 });
const hashes = new Map(damaged.map((word) => [word, hashWord(word)]));
perWord(
  'candidates of a damaged word: hieudinh, all at one edit of the letters and any marks, weighed',
  damaged,
  (word) => {
    // A new source each round: what it remembers would make the second round free.
    if (word === damaged[0]) source = new CandidateSource(vocabulary, channel, { most: 48, limit: 13 });
    source.candidates(hashes.get(word), word, 0, word.length);
  },
);
perWord('candidates of a damaged word: SymSpell, distance 1', damaged, (word) => symSpell.search(word));
perWord('candidates of a damaged word: SymSpell in wasm, distance 1', damaged, searchWasm);
perWord('candidates of a damaged word: BK-tree, distance 1', damaged.slice(0, 100), (word) => tree.search(1, word));
perWord('closest syllable: fastest-levenshtein over the whole list', damaged.slice(0, 100), (word) =>
  closest(word, syllables),
);
perWord('suggestions: nspell', damaged.slice(0, 5), (word) => speller.suggest(word));

console.log('| what | | |');
console.log('|---|---|---|');
for (const { name, unit, value } of rows) console.log(`| ${name} | ${value.toPrecision(3)} | ${unit} |`);
if (values.record) recordRun('matching', rows, { dictionary: dictionary.description });

/** spellchecker-wasm over a list of words: all at one edit, as the two peers in JavaScript give them. */
async function symSpellInWasm(words) {
  const folder = mkdtempSync(join(tmpdir(), 'hieudinh-benchmark-'));
  const list = join(folder, 'words.txt');
  // It drops words whose count has one digit.
  writeFileSync(list, words.map((word) => `${word} 1000\n`).join(''));
  let found = [];
  const checker = new SpellcheckerWasm((items) => {
    found = items;
  });
  const wasm = fileURLToPath(import.meta.resolve('spellchecker-wasm/lib/spellchecker-wasm.wasm'));
  await checker.prepareSpellchecker(wasm, list, null, { dictionaryEditDistance: 1, countThreshold: 1 });
  rmSync(folder, { recursive: true });
  return (word) => {
    found = [];
    checker.checkSpelling(word, { verbosity: 2, maxEditDistance: 1, includeUnknown: false, includeSelf: false });
    return found;
  };
}
