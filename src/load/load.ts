import { createCorrector } from '../correct/corrector.ts';
import { isTermKind, requireTerms } from '../correct/terms.ts';
import type { Corrector, CorrectorOptions, UserTerm } from '../correct/types.ts';
import { loadDictionary } from './dictionary-file.ts';
import { readTermLines } from './term-lines.ts';

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

/**
 * Terms of a file: a line each, the text, then a tab and the kind; empty lines and lines that start with # are skipped.
 * @throws {Error} if it cannot be read
 * @throws {RangeError} if it has a kind that there is not
 */
export function readTerms(path: string): UserTerm[] {
  return readTermLines(path).map(({ cells: [text, kind = 'term'], number }) => {
    if (!isTermKind(kind)) {
      throw new RangeError(`hieudinh: ${path}, line ${number}: kind "${kind}", expected term, name or place`);
    }
    return { text, kind };
  });
}
