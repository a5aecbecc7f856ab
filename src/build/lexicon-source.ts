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
}

/** Reads `dictionaries/source/*.tsv`; lines that start with `#` are comments, the first column is the text. */
export function readLexicon(folder: string): LexiconSource {
  const lines = new Set<string>();
  const texts: string[] = [];
  for (const [name, kind] of Object.entries(KINDS)) {
    for (const line of readFileSync(join(folder, `${name}.tsv`), 'utf8').split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const text = line.split('\t')[0].normalize('NFC');
      texts.push(text.toLowerCase());
      if (text.includes(' ')) lines.add(`${kind}\t${text}`);
    }
  }
  return { lines: [...lines].sort(), texts };
}
