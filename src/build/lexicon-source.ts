import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Misspelling } from './misspellings.ts';

/** What a file of `dictionaries/source` is to the lexicon. */
const KINDS: Readonly<Record<string, string>> = {
  words: 'word',
  places: 'place',
  names: 'name',
  offices: 'term',
  documents: 'term',
  phrases: 'term',
};

/** The reviewed lists, read for a build. */
export interface LexiconSource {
  /** Lines of `kind<TAB>text` for the dictionary: entries of more than one syllable. */
  readonly lines: readonly string[];
  /** Every entry: what is spelled right because a person says so. */
  readonly texts: readonly string[];
  /** Syllables that no word of the other lists holds: with theirs, all of the language. */
  readonly syllables: readonly string[];
  /** Foreign words that are known though the corpus has them seldom. */
  readonly loans: readonly string[];
  /** Lines of `spelling<TAB>common spelling` of one syllable, neither of which is a mistake. */
  readonly variants: readonly string[];
}

/** Reads `dictionaries/source/*.tsv`; lines that start with `#` are comments, the first column is the text. */
export function readLexicon(folder: string): LexiconSource {
  const lines = new Set<string>();
  const texts: string[] = [];
  for (const [name, kind] of Object.entries(KINDS)) {
    for (const line of rowsOf(join(folder, `${name}.tsv`))) {
      const text = line.split('\t')[0];
      texts.push(text.toLowerCase());
      if (text.includes(' ')) lines.add(`${kind}\t${text}`);
    }
  }
  const variants = rowsOf(join(folder, 'variants.tsv'));
  for (const line of variants) texts.push(line.split('\t')[0]);
  const syllables = rowsOf(join(folder, 'syllables.tsv')).map((line) => line.split('\t')[0]);
  return { lines: [...lines].sort(), texts, syllables, variants, loans: rowsOf(join(folder, 'loans.tsv')) };
}

/** The words among {@link LexiconSource.lines}. */
export function wordsAmong(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith('word\t')).map((line) => line.slice(5));
}

/** Sentences that are right and look wrong, written for this project: a ranker learns from them what to leave alone. */
export function readSentences(folder: string): string[] {
  return rowsOf(join(folder, 'sentences.tsv'));
}

/** Reads `misprints.tsv`: slips that the corpus has again and again. */
export function readMisprints(folder: string): Misspelling[] {
  return readMisspelt(join(folder, 'misprints.tsv'));
}

/** Reads `misspellings.tsv` and {@link readMisprints}: what a model of the corpus takes for a word, and is none. */
export function readMisspellings(folder: string): Misspelling[] {
  return [...readMisspelt(join(folder, 'misspellings.tsv')), ...readMisprints(folder)];
}

function readMisspelt(file: string): Misspelling[] {
  return rowsOf(file).map((line) => {
    const [wrong, right] = line.split('\t');
    return { wrong, right };
  });
}

/** A channel table: `typed`, `ocr` or `stripped`. */
export function readChannel(folder: string, name: string): string {
  return readFileSync(join(folder, `channel.${name}.tsv`), 'utf8');
}

/** A sentence with one mistake in it. */
export interface Slip {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  /** What was meant; empty for a word too many. */
  readonly right: string;
}

/**
 * Sentences with one slip that makes another word, written for this project: what the right ones are weighed against.
 * @throws RangeError for a row whose wrong word is not in its sentence
 */
export function readSlips(folder: string): Slip[] {
  return rowsOf(join(folder, 'slips.tsv')).map((row) => {
    const [sentence, wrong, right = ''] = row.split('\t');
    const start = wordAt(sentence, wrong, right === '');
    if (start < 0) throw new RangeError(`hieudinh: slips.tsv: no "${wrong}" in "${sentence}"`);
    return { sentence, start, end: start + wrong.length, right };
  });
}

/** Where a word stands in a sentence, the second time where it was doubled; -1 if it does not. */
function wordAt(sentence: string, word: string, doubled: boolean): number {
  const places = [...sentence.matchAll(/[\p{L}\p{M}]+/gu)].filter(
    ([found]) => found.toLowerCase() === word.toLowerCase(),
  );
  const place = places[doubled ? 1 : 0];
  return place?.index ?? -1;
}

function rowsOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').normalize('NFC').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
