import { SHAPE_MIXED, SHAPE_TITLE, SHAPE_UPPER } from '../text/scan.ts';

/** Writes a lower-case word in the letter case of the word that it replaces. */
export function likeShape(word: string, shape: number, original: string): string {
  if (shape === SHAPE_UPPER) return word.toUpperCase();
  const titled = shape === SHAPE_TITLE || (shape === SHAPE_MIXED && original[0] !== original[0].toLowerCase());
  return titled ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}
