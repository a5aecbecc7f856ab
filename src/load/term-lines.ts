import { readFileSync } from 'node:fs';
import { reasonOf } from './read-error.ts';

/** A line of a file of terms that says something. */
export interface TermLine {
  /** What stands between its tabs, without the spaces around. */
  readonly cells: readonly string[];
  /** Counted from 1. */
  readonly number: number;
}

/**
 * The lines of a file of terms, UTF-8; empty ones, and those that start with #, are skipped.
 * @throws {Error} if it cannot be read
 */
export function readTermLines(path: string): TermLine[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`hieudinh: terms ${path} cannot be read: ${reasonOf(error)}`);
  }
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
    .map(({ line, number }) => ({ cells: line.split('\t').map((cell) => cell.trim()), number }));
}
