import { SHAPE_MIXED, SHAPE_TITLE, SHAPE_UPPER } from '../text/scan.ts';

/** Writes a lower-case word in the letter case of the word that it replaces. */
export function likeShape(word: string, shape: number, original: string): string {
  if (shape === SHAPE_UPPER) return word.toUpperCase();
  const titled = shape === SHAPE_TITLE || (shape === SHAPE_MIXED && original[0] !== original[0].toLowerCase());
  return titled ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}

/** An open rime of y alone, after an onset, its tone apart. */
const OPEN_Y = /^(qu|[^aeiouy]+)y([\u0300-\u0323]?)$/;

/** Writes y as i where the word that it replaces has i there: who wrote *tí* meant *tỉ*, and the vocabulary says *tỷ*. */
export function likeOpenVowel(word: string, original: string): string {
  if (!/i[\u0300-\u0323]?$/i.test(original.normalize('NFD'))) return word;
  return word.normalize('NFD').replace(OPEN_Y, '$1i$2').normalize('NFC');
}
