#!/usr/bin/env node
import { createWriteStream, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEATURES } from '../correct/features.ts';
import { PROFILES } from '../correct/profiles.ts';
import { attestedBits } from '../language/attested.ts';
import { readContainer, writeContainer } from '../language/container.ts';
import { openDictionary } from '../language/dictionary.ts';
import { FIRST_WORD } from '../language/ids.ts';
import { Vocabulary } from '../language/vocabulary.ts';
import { hashWord } from '../text/letters.ts';
import { isVietnameseSyllable } from '../unicode/index.ts';
import { type ChannelEntry, learnChannel, mineRules } from './channel-learn.ts';
import { collect, type VocabularyWord } from './collect.ts';
import { dominance, listConfusables } from './confusables.ts';
import { markContested } from './contested.ts';
import { chooseContextPairs } from './context-pairs.ts';
import { quantiseContext } from './context-quantise.ts';
import { REACH, trainContext } from './context-train.ts';
import { listCorpus } from './corpus.ts';
import { countNgrams } from './count.ts';
import { mistakesOf } from './judgements.ts';
import { readChannel, readLexicon, readMisspellings, wordsAmong } from './lexicon-source.ts';
import { lexiconTables } from './lexicon-tables.ts';
import { findMisprints } from './misprints.ts';
import { mendMisspellings, pairsOf } from './misspellings.ts';
import { type DictionaryParts, packDictionary } from './pack.ts';
import { errorsOf, readPairs, wordPairs } from './pairs.ts';
import { quantise } from './quantise.ts';
import { RankerExamples } from './ranker-examples.ts';
import { trainRanker } from './ranker-train.ts';
import { SHAPE_RULES, SOUND_RULES, TYPED_RULES } from './rules.ts';
import { shrink } from './shrink.ts';
import { smoothAndPrune } from './smooth.ts';
import { addTrainingTexts, readTrainingTexts } from './training-texts.ts';
import { attestedSyllables, attestedWords, distrusted } from './trust.ts';
import { Workspace } from './workspace.ts';

const usage = `Builds a dictionary. Each step reads what the ones before it left in the work folder:

  channel  learns what turns into what, from pairs of texts:   --typed FILES --ocr FILES --stripped FILES
  collect  reads a corpus, one paragraph a line:               --corpus FOLDER --hold-out N (one stretch in N)
  ngrams   counts, smooths, prunes to a budget:                --bigrams N --trigrams N
  context  trains the wide-context model:                      --width N --near N --pairs N --epochs N
  ranker   trains the rankers on planted and real mistakes:    --typed FILES --ocr FILES --stripped FILES --passes N --epochs N --decay N --families LIST
  shrink   takes another work folder, leaves the rarer foreign words out:  --from FOLDER --words N
  pack     writes the dictionary:                              --out FILE --name NAME
  misprints  lists pairs of syllables that may be misprints, for people to read:  --dictionary FILE (of the same words)
  all      collect, ngrams, context, ranker, pack

  node dist/build/main.js STEP --work FOLDER --source dictionaries/source …
FILES are NDJSON rows {source, target, edits?}, comma-separated; what a ranker learns from FILE:N weighs N times as much
as a planted error. Progress goes to stderr.
`;

const RANKERS = ['typed', 'ocr', 'stripped'] as const;

const started = Date.now();
function progress(message: string): void {
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  process.stderr.write(`[${((Date.now() - started) / 1000).toFixed(0)} s, ${memory} MB] ${message}\n`);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string' },
    source: { type: 'string', default: 'dictionaries/source' },
    corpus: { type: 'string' },
    from: { type: 'string' },
    words: { type: 'string', default: '1500' },
    'hold-out': { type: 'string', default: '40' },
    bigrams: { type: 'string', default: '880000' },
    trigrams: { type: 'string', default: '1550000' },
    width: { type: 'string', default: '96' },
    near: { type: 'string', default: '1000' },
    pairs: { type: 'string', default: '24000' },
    epochs: { type: 'string' },
    passes: { type: 'string', default: '1' },
    decay: { type: 'string', default: '0.1' },
    families: { type: 'string', default: RANKERS.join(',') },
    typed: { type: 'string', default: '' },
    ocr: { type: 'string', default: '' },
    stripped: { type: 'string', default: '' },
    out: { type: 'string', default: 'dictionaries/standard.bin' },
    name: { type: 'string', default: 'standard' },
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
  },
});

type Step = (work: Workspace) => void | Promise<void>;
const steps: Readonly<Record<string, Step>> = {
  channel,
  collect: collectStep,
  shrink: shrinkStep,
  ngrams,
  context,
  ranker,
  pack,
  misprints,
};

const wanted = positionals[0] === 'all' ? ['collect', 'ngrams', 'context', 'ranker', 'pack'] : positionals.slice(0, 1);
if (values.work === undefined || wanted.length === 0 || wanted.some((name) => steps[name] === undefined)) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  try {
    const work = new Workspace(values.work);
    for (const name of wanted) await steps[name](work);
  } catch (error) {
    // Left uncaught, it would drown in the source of the compiler of the kernel, which is one line.
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exitCode = 1;
  }
}

function table(name: string): string {
  return readChannel(values.source, name);
}

/** Names of files, without their weights. */
function files(list: string): string[] {
  return weighted(list).map(({ file }) => file);
}

function weighted(list: string): { file: string; weight: number }[] {
  return list
    .split(',')
    .filter((name) => name !== '')
    .map((name) => {
      const weight = /:(\d+)$/.exec(name);
      return { file: name.slice(0, weight?.index ?? name.length), weight: Number(weight?.[1] ?? 1) };
    });
}

function channel(work: Workspace): void {
  const write = (name: string, entries: readonly ChannelEntry[], from: number): void => {
    const order = (a: ChannelEntry, b: ChannelEntry): number =>
      compare(a.kind, b.kind) || compare(a.intended, b.intended) || compare(a.observed, b.observed);
    const lines = [...entries]
      .sort(order)
      .map((e) => [e.kind, e.intended, e.observed, e.cost.toFixed(2), e.count].join('\t'));
    const head = `# What errors cost (natural log), learned from ${from} word pairs with a prior. Columns: kind, intended, observed, cost, times seen. Licence: MIT.`;
    writeFileSync(join(values.source, `channel.${name}.tsv`), `${head}\n${lines.join('\n')}\n`);
    progress(`channel ${name}: ${entries.length} entries from ${from} pairs`);
  };
  // What was printed in newspapers and encyclopedias was typed; the gazettes were scanned.
  const { heldOut, judgements } = readTrainingTexts(work.path('heldout.tsv'), values.source);
  const printed = heldOut.filter(({ block }) => !block.startsWith('official.'));
  const judged = printed.map(({ line }) => judgements.ofDocument([line]));
  const typed = wordPairs([
    ...files(values.typed).flatMap(readPairs),
    ...judged.map((one) => ({ source: one.text, target: '', edits: mistakesOf(one) })),
  ]);
  if (typed.length > 0) write('typed', learnChannel(typed, { prior: 'typed', rules: TYPED_RULES }), typed.length);
  for (const name of ['ocr', 'stripped'] as const) {
    const pairs = wordPairs(files(values[name]).flatMap(readPairs));
    if (pairs.length === 0) continue;
    const learned = learnChannel(pairs, { prior: 'ocr', rules: mineRules(pairs, 'ocr', 4) });
    write(name, name === 'ocr' ? [...learned, ...SOUND_RULES, ...SHAPE_RULES] : learned, pairs.length);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function collectStep(work: Workspace): Promise<void> {
  const heldOut = createWriteStream(work.path('heldout.tsv'));
  const { texts, lines } = readLexicon(values.source);
  const attested = attestedSyllables(texts);
  const typed = table('typed');
  const { ids, words, rare } = await collect(listCorpus(values.corpus ?? ''), {
    minimumSyllableCount: 10,
    minimumWordCount: 50,
    minimumRareCount: 4,
    isSyllable: isVietnameseSyllable,
    distrust: (all) => distrusted(all, attested, dominance(vocabularyOf(all), all, typed), isVietnameseSyllable),
    holdOut: Number(values['hold-out']),
    onHeldOut: (line, file, block) =>
      heldOut.write(
        `${file
          .split('/')
          .at(-1)
          ?.replace(/\.txt.*$/, '')}#${block}\t${line}\n`,
      ),
    progress,
  });
  await new Promise<void>((resolve) => heldOut.end(resolve));
  const mended = mendMisspellings(ids, vocabularyOf(words), readMisspellings(values.source), wordsAmong(lines));
  progress(`misspellings: ${mended} put right`);
  work.writeIds(ids);
  work.writeWords(words);
  const known = attestedWords(rare, dominance(vocabularyOf(words), words, typed), isVietnameseSyllable);
  progress(`attested: ${known.length} of ${rare.length} rare words`);
  work.writeRare(known.map((word) => word.hash));
}

function misprints(work: Workspace): void {
  const words = work.readWords();
  const { vocabulary, context } = openDictionary(new Uint8Array(readFileSync(values.dictionary)));
  const isSame = vocabulary.size === words.length + FIRST_WORD;
  if (!isSame || words.some(({ text }, index) => vocabulary.text[index + FIRST_WORD] !== text))
    throw new RangeError(`hieudinh: ${values.dictionary} has other words than ${values.work}`);
  const { lines } = readLexicon(values.source);
  const numberOf = (syllable: string): number => vocabulary.idOf(syllable);
  const claimed = pairsOf(wordsAmong(lines), numberOf);
  const listed = pairsOf(
    lines.map((line) => line.slice(line.indexOf('\t') + 1).toLowerCase()),
    numberOf,
  );
  const ids = work.readIds();
  const confusables = listConfusables(vocabulary, words, table('typed'), 60);
  const found = findMisprints(ids, vocabulary, confusables, claimed, listed, context);
  const textOf = (some: ArrayLike<number>): string =>
    Array.from(some, (id) => (id < FIRST_WORD ? '_' : vocabulary.text[id])).join(' ');
  const rows = found.map(({ wrong, right, count, rightCount, margin, places }) => {
    const around = places.slice(0, 4).map((at) => textOf(ids.subarray(Math.max(0, at - 4), at + 6)));
    return [textOf(wrong), textOf(right), count, rightCount, margin.toFixed(1), around.join(' | ')].join('\t');
  });
  writeFileSync(work.path('misprints.tsv'), `${rows.join('\n')}\n`);
  progress(`${work.path('misprints.tsv')}: ${found.length} pairs to read`);
}

function syllables(words: readonly VocabularyWord[]): Uint8Array {
  return Uint8Array.from({ length: words.length + FIRST_WORD }, (_, id) =>
    id >= FIRST_WORD && isVietnameseSyllable(words[id - FIRST_WORD].text) ? 1 : 0,
  );
}

function vocabularyOf(words: readonly VocabularyWord[]): Vocabulary {
  return new Vocabulary(
    words.map((word) => word.text),
    new Uint8Array(words.length + FIRST_WORD),
    syllables(words),
  );
}

function shrinkStep(work: Workspace): void {
  if (values.from === undefined) throw new RangeError('hieudinh: shrink needs --from FOLDER');
  shrink(new Workspace(values.from), work, Number(values.words), isVietnameseSyllable);
}

function ngrams(work: Workspace): void {
  const words = work.readWords();
  const counts = countNgrams(work.readIds(), words.length + FIRST_WORD, progress);
  const model = smoothAndPrune(counts, Number(values.bigrams), Number(values.trigrams), progress);
  const tables = quantise(model);
  const vocabulary = vocabularyOf(words);
  const sets = ['typed', 'ocr'].map((name) => listConfusables(vocabulary, words, table(name), 48));
  markContested(tables, model, sets, progress);
  const part = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  writeFileSync(
    work.path('ngrams.bin'),
    writeContainer(
      new Map([
        ['BIGR', part(tables.bigram)],
        ['BIGX', part(tables.bigramExtra)],
        ['TRIG', part(tables.trigram)],
        ['LEVL', part(tables.levels)],
        ['UNIG', part(tables.unigram)],
      ]),
    ),
  );
}

async function context(work: Workspace): Promise<void> {
  const words = work.readWords();
  const size = words.length + FIRST_WORD;
  const { ids: confusables, start } = listConfusables(vocabularyOf(words), words, table('typed'), 60);
  const total = words.reduce((sum, word) => sum + word.count, 0);
  // Common words are seen often enough: the share of their uses trained on falls with the root of their frequency.
  const keep = Uint8Array.from({ length: size }, (_, id) =>
    id < FIRST_WORD ? 0 : Math.min(255, 255 * Math.sqrt((0.0008 * total) / words[id - FIRST_WORD].count)),
  );
  const options = {
    width: Number(values.width),
    reach: REACH,
    nearWords: Number(values.near),
    epochs: Number(values.epochs ?? 5),
    rate: 0.03,
    progress,
  };
  const ids = work.readIds();
  const pairs = chooseContextPairs(ids, size, Number(values.pairs));
  progress(`context: ${pairs.length} pairs of words`);
  work.writeContext(await trainContext(ids, size, confusables, start, keep, pairs, options));
}

/** The dictionary as far as it is built: rankers only if they are there. */
function assemble(work: Workspace, rankers: DictionaryParts['rankers']): Uint8Array<ArrayBuffer> {
  const words = work.readWords();
  const sections = readContainer(new Uint8Array(readFileSync(work.path('ngrams.bin'))));
  const get = (name: string): Uint8Array => sections.get(name) ?? new Uint8Array();
  const u16 = (bytes: Uint8Array): Uint16Array =>
    new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
  const f32 = (bytes: Uint8Array): Float32Array =>
    new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const costs = (name: string): string =>
    table(name)
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split('\t').slice(0, 4).join('\t'))
      .join('\n');
  const lexicon = readLexicon(values.source);
  return packDictionary({
    name: values.name,
    words,
    syllable: syllables(words),
    ngrams: {
      bigram: u16(get('BIGR')),
      bigramExtra: get('BIGX'),
      trigram: u16(get('TRIG')),
      levels: f32(get('LEVL')),
      unigram: f32(get('UNIG')),
    },
    context: quantiseContext(work.readContext(), syllables(words)),
    attested: attestedBits([...work.readRare(), ...[...lexicon.loans, ...lexicon.syllables].map(hashWord)]),
    loans: lexicon.loans,
    variants: lexicon.variants,
    lexicon: lexiconTables(lexicon.lines, vocabularyOf(words)),
    channels: { typed: costs('typed'), ocr: costs('ocr'), stripped: costs('stripped') },
    rankers,
  });
}

function ranker(work: Workspace): void {
  const dictionary = openDictionary(assemble(work, {}));
  const texts = readTrainingTexts(work.path('heldout.tsv'), values.source);
  for (const family of RANKERS) {
    if (!values.families.split(',').includes(family)) continue;
    const examples = new RankerExamples(dictionary, PROFILES[family]);
    addTrainingTexts(examples, family, texts, Number(values.passes));
    progress(`${family}: held-out lines ${JSON.stringify(examples.counts)}`);
    const planted = examples.groups.length;
    for (const { file, weight } of weighted(values[family]))
      for (const pair of readPairs(file)) examples.add(pair.source, errorsOf(pair), weight);
    progress(`${family}: with real ones ${JSON.stringify(examples.counts)}`);
    const weights = trainRanker(examples.groups.slice(0, planted), examples.groups.slice(planted), {
      features: FEATURES,
      epochs: Number(values.epochs ?? 3),
      decay: Number(values.decay),
      seed: 5,
      progress,
    });
    writeFileSync(work.path(`ranker.${family}.f32`), new Uint8Array(weights.buffer));
  }
}

function pack(work: Workspace): void {
  const read = (family: string): Float32Array => {
    const file = readFileSync(work.path(`ranker.${family}.f32`));
    return new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  };
  const bytes = assemble(work, Object.fromEntries(RANKERS.map((family) => [family, read(family)])));
  const temporary = `${values.out}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, values.out);
  progress(`${values.out}: ${bytes.length} bytes, hash ${openDictionary(bytes).description.hash}`);
}
