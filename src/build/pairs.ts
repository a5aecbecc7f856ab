import { readFileSync } from 'node:fs';
import { hashWord } from '../text/letters.ts';
import { alignWords } from './align.ts';
import type { WordPair } from './channel-learn.ts';
import type { PlantedError } from './noise.ts';

/** A text with mistakes in it and what it should be: a row of a gold set or of OCR pairs. */
export interface TextPair {
  readonly source: string;
  readonly target: string;
  readonly edits?: readonly { readonly start: number; readonly end: number; readonly right: string }[];
}

/** Reads NDJSON rows; a bad line is named. */
export function readPairs(file: string): TextPair[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as TextPair];
      } catch {
        throw new RangeError(`hieudinh: ${file}, line ${index + 1}: not JSON`);
      }
    });
}

/** The mistakes of a row with their places, from its own edits or by aligning source with target. */
export function errorsOf(pair: TextPair): PlantedError[] {
  if (pair.edits !== undefined) return pair.edits.map(({ start, end, right }) => ({ start, end, right }));
  const source = [...pair.source.matchAll(/\S+/g)];
  const target = [...pair.target.matchAll(/\S+/g)];
  return alignWords(
    source.map((match) => match[0]),
    target.map((match) => match[0]),
  ).flatMap((difference) => {
    if (difference.sourceTo <= difference.sourceFrom) return [];
    const last = source[difference.sourceTo - 1];
    const right = target.slice(difference.targetFrom, difference.targetTo).map((match) => match[0]);
    return [{ start: source[difference.sourceFrom].index, end: last.index + last[0].length, right: right.join(' ') }];
  });
}

/** Single words that turned into single words, for learning a channel. */
export function wordPairs(pairs: readonly TextPair[]): WordPair[] {
  const result: WordPair[] = [];
  for (const pair of pairs) {
    for (const { start, end, right } of errorsOf(pair)) {
      const intended = bareWord(right);
      const observed = bareWord(pair.source.slice(start, end));
      if (/^\p{L}{1,9}$/u.test(intended) && /^\p{L}{1,9}$/u.test(observed) && hashWord(intended) !== hashWord(observed))
        result.push({ intended, observed });
    }
  }
  return result;
}

const bareWord = (word: string): string =>
  word.replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '').toLowerCase();
