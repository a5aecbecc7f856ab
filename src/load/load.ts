import { readFileSync } from 'node:fs';
import { createCorrector } from '../correct/corrector.ts';
import { requireTerms } from '../correct/terms.ts';
import type { Corrector, CorrectorOptions, UserTerm } from '../correct/types.ts';
import { loadDictionary } from './dictionary-file.ts';

/** Settings of {@link loadCorrector}. */
export interface LoadOptions extends CorrectorOptions {
  /** `standard` (default), `compact` (a third of the size), or the path of a dictionary. */
  readonly dictionary?: string;
  /** Files of the user's own terms, UTF-8, a line each: the text, then, if wanted, a tab and its kind: term, name or place. */
  readonly termFiles?: readonly string[];
}

/**
 * A corrector over a dictionary from disk.
 * @throws as {@link loadDictionary} does, and where a file of terms cannot be read or has a kind that there is not
 * @example
 * loadCorrector({ profile: 'ocr' }).correct('các văn bàn chi đạo').text; // 'các văn bản chỉ đạo'
 */
export function loadCorrector(options: LoadOptions = {}): Corrector {
  return createCorrector(loadDictionary(options.dictionary), correctorOptionsOf(options));
}

/** What the corrector itself takes of the options: terms in files are read. */
export function correctorOptionsOf(options: LoadOptions): CorrectorOptions {
  const { profile, level, terms, termFiles = [] } = options;
  if (!Array.isArray(termFiles))
    throw new TypeError(`hieudinh: termFiles need an array of paths, got ${typeof termFiles}`);
  return { profile, level, terms: [...requireTerms(terms), ...termFiles.flatMap(readTerms)] };
}

/** Terms of a file: a line each, the text, then a tab and the kind; empty lines and lines that start with # are skipped. */
export function readTerms(path: string): UserTerm[] {
  const terms: UserTerm[] = [];
  for (const [index, line] of readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [text, kind = 'term'] = line.split('\t').map((cell) => cell.trim());
    if (kind !== 'term' && kind !== 'name' && kind !== 'place') {
      throw new RangeError(`hieudinh: ${path}, line ${index + 1}: kind "${kind}", expected term, name or place`);
    }
    terms.push({ text, kind });
  }
  return terms;
}
