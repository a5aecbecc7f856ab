import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCorrector } from './correct/corrector.ts';
import type { Corrector, CorrectorOptions, UserTerm } from './correct/types.ts';
import { type Dictionary, openDictionary } from './language/dictionary.ts';

/** Settings of {@link loadCorrector}. */
export interface LoadOptions extends CorrectorOptions {
  /** Path of a dictionary. Default: the standard one of the package. */
  readonly dictionary?: string;
  /** Files of the user's own terms, UTF-8, a line each: the text, then, if wanted, a tab and its kind: term, name or place. */
  readonly termFiles?: readonly string[];
}

/**
 * Reads a dictionary from disk; the standard one of the package unless a path is given.
 * @throws {Error} if there is no such file
 * @throws {RangeError} if it is damaged, or of another version
 */
export function loadDictionary(path: string = STANDARD): Dictionary {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : String(code);
    throw new Error(`hieudinh: dictionary ${path} cannot be read: ${reason}`);
  }
  try {
    return openDictionary(bytes);
  } catch (error) {
    throw new RangeError(`hieudinh: dictionary ${path}: ${(error as Error).message.replace(/^hieudinh: /, '')}`);
  }
}

/**
 * A corrector over a dictionary from disk.
 * @throws as {@link loadDictionary} does, and where a file of terms cannot be read or has a kind that there is not
 * @example
 * loadCorrector({ profile: 'ocr' }).correct('các văn bàn chi đạo').text; // 'các văn bản chỉ đạo'
 */
export function loadCorrector(options: LoadOptions = {}): Corrector {
  const { dictionary, termFiles = [], terms = [], ...rest } = options;
  const all = [...terms, ...termFiles.flatMap(readTerms)];
  return createCorrector(loadDictionary(dictionary), { ...rest, terms: all });
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

const STANDARD = fileURLToPath(new URL('../dictionaries/standard.bin', import.meta.url));
