import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
  return { lines: [...lines].sort(), texts, variants, loans: rowsOf(join(folder, 'loans.tsv')) };
}

function rowsOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').normalize('NFC').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
