import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JudgedText, Judgements, mistakesOf } from './judgements.ts';
import {
  readChannel,
  readLexicon,
  readMisspellings,
  readSentences,
  readSlips,
  type Slip,
  wordsAmong,
} from './lexicon-source.ts';
import { readMarkedPages } from './marked-pages.ts';
import { MisspelledLines } from './misspellings.ts';
import { Noise } from './noise.ts';
import { randomSource } from './random.ts';
import type { RankerExamples } from './ranker-examples.ts';

/** Families of profiles that share a ranker. */
export type RankerFamily = 'typed' | 'ocr' | 'stripped';

/** A line that `collect` held out, and the stretch of the corpus that it comes from. */
export interface HeldOutLine {
  readonly block: string;
  readonly line: string;
}

/** Text that nobody marked as a whole: rankers learn from it beside the marked pairs. */
export interface TrainingTexts {
  readonly heldOut: readonly HeldOutLine[];
  /** On places of the held-out lines. */
  readonly judgements: Judgements;
  /** Right, and easily taken for wrong. */
  readonly sentences: readonly string[];
  /** Whole pages, of kinds that the corpus hardly has: right, or with mistakes as people type them, all of them marked. */
  readonly pages: readonly JudgedText[];
  /** The same as engines read them. */
  readonly scans: readonly JudgedText[];
  /** Wrong in one place, and easily taken for right. */
  readonly slips: readonly Slip[];
  /** Channel table of a family, to plant mistakes by. */
  readonly channel: (family: RankerFamily) => string;
}

/**
 * Reads the lines that were held out, and what is said of them in `dictionaries/source`.
 * @param heldOut `heldout.tsv`, as the step `collect` leaves it in its work folder
 */
export function readTrainingTexts(heldOut: string, source: string): TrainingTexts {
  const misspelled = new MisspelledLines(readMisspellings(source), wordsAmong(readLexicon(source).lines));
  return {
    heldOut: readHeldOut(heldOut),
    judgements: Judgements.read(join(source, 'judgements.tsv'), misspelled),
    sentences: readSentences(source),
    pages: readMarkedPages(join(source, 'pages.txt')),
    scans: readMarkedPages(join(source, 'scans.txt')),
    slips: readSlips(source),
    channel: (family) => readChannel(source, family),
  };
}

/** The lines of `heldout.tsv`. */
export function readHeldOut(file: string): HeldOutLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => ({
      block: row.slice(0, row.indexOf('\t')),
      line: row.slice(row.indexOf('\t') + 1).normalize('NFC'),
    }));
}

/** How much more than a planted one a place counts that was judged, or is in a sentence written for this. */
const JUDGED_WEIGHT: Readonly<Record<'typed' | 'ocr', number>> = { typed: 80, ocr: 8 };

/**
 * The same for a place in a written page, right as a whole or with marked mistakes: the latter have ten times as many as
 * what people hand in, so that by the same weight a ranker would expect too many in stories and textbooks.
 */
const PAGE_WEIGHT: Readonly<Record<'typed' | 'ocr', Readonly<Record<'right' | 'marked', number>>>> = {
  typed: { right: 160, marked: 40 },
  ocr: { right: 8, marked: 8 },
};

/**
 * Adds the held-out lines, with planted mistakes `passes` times, and once as they were printed, with what was judged in
 * them; the sentences to be left alone, and those with a slip; and whole pages.
 */
export function addTrainingTexts(
  examples: RankerExamples,
  family: RankerFamily,
  { heldOut, judgements, sentences, pages, scans, slips, channel }: TrainingTexts,
  passes: number,
): void {
  for (let pass = 0; pass < passes; pass++) {
    const share = (parts: number): string[][] =>
      documentsOf(heldOut, 100 + pass)
        .filter((_, i) => i % parts === pass % parts)
        .map((lines) => lines.map((line) => judgements.corrected(line)));
    const seed = 500 + pass;
    if (family === 'typed') examples.addSynthetic(share(1), new Noise(channel(family)), family, seed);
    // Real pairs carry the OCR ranker; planted ones are there for what no engine in the pairs does.
    else if (family === 'ocr') examples.addSynthetic(share(3), new Noise(channel(family)), family, seed);
    else examples.addStripped(share(40), seed);
  }
  if (family === 'stripped') return;
  const documents = documentsOf(heldOut, 99).map((lines) => judgements.ofDocument(lines));
  // What people mistype is not what engines misread: of typed pages a ranker for scans learns what is right.
  const whole = family === 'typed' ? pages : [...pages.map(withoutMistakes), ...scans];
  for (const page of whole)
    examples.addJudged(page, PAGE_WEIGHT[family][mistakesOf(page).length === 0 ? 'right' : 'marked']);
  const written = [...sentences.map(asRight), ...slips.map(asSlip)];
  // Half of them by themselves, half in documents: what always stood alone would teach that what stands alone is right,
  // which cost short scans half of what is found in them.
  const alone = written.filter((_, i) => i % 2 === 0);
  const inside = written.filter((_, i) => i % 2 === 1);
  for (const text of [...alone, ...scatter(inside, documents)]) examples.addJudged(text, JUDGED_WEIGHT[family]);
}

const withoutMistakes = ({ judgements }: JudgedText): JudgedText =>
  asRight(judgements.map(({ right }) => right ?? '').join(''));

const asRight = (sentence: string): JudgedText => ({
  text: `${sentence}\n`,
  judgements: [{ start: 0, end: sentence.length, right: sentence }],
});

const asSlip = ({ sentence, start, end, right }: Slip): JudgedText => ({
  text: `${sentence}\n`,
  judgements: [
    { start: 0, end: start, right: sentence.slice(0, start) },
    { start, end, right },
    { start: end, end: sentence.length, right: sentence.slice(end) },
  ],
});

/** Puts sentences at the ends of documents, evenly over them. */
function scatter(sentences: readonly JudgedText[], documents: readonly JudgedText[]): JudgedText[] {
  const result = [...documents];
  sentences.forEach((sentence, i) => {
    const at = Math.floor((i * documents.length) / sentences.length);
    const { text, judgements } = result[at];
    const moved = sentence.judgements.map(({ start, end, right }) => ({
      start: start + text.length,
      end: end + text.length,
      right,
    }));
    result[at] = { text: text + sentence.text, judgements: [...judgements, ...moved] };
  });
  return result;
}

/** Cuts the held-out lines into documents of 1 to 25 lines from one block of the corpus each. */
function documentsOf(heldOut: readonly HeldOutLine[], seed: number): string[][] {
  const random = randomSource(seed);
  const documents: string[][] = [];
  let current: string[] = [];
  let block = '';
  let size = 0;
  for (const row of heldOut) {
    if (row.line.length < 30 || row.line.length > 1500) continue;
    if (row.block !== block || current.length >= size) {
      if (current.length > 0) documents.push(current);
      current = [];
      block = row.block;
      size = random() < 0.3 ? 1 : 1 + Math.floor(random() * 25);
    }
    current.push(row.line);
  }
  if (current.length > 0) documents.push(current);
  return documents;
}
