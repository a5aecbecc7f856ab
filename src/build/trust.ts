import { hashWord } from '../text/letters.ts';
import type { VocabularyWord } from './collect.ts';

/** Marks that foreign words written with the Latin alphabet have rarely (in NFD). */
const MARKED = /đ|\p{M}/u;

/** A word and the likeliest thing that it is a slip of: its count times the chance of that slip, over the word's own count. */
export type Dominance = (word: VocabularyWord) => number;

/**
 * The corpus has typos of its own, and a syllable list taken from it would teach them. A syllable is not trusted when
 * no reviewed list has it and one of its confusables would, by the channel, produce it more often than it was seen.
 * Names are capitalised; they are given more room, since a rare name looks like a slip of a common one.
 * @returns by index of the word: true where it is to be left out of the vocabulary
 */
export function distrusted(
  words: readonly VocabularyWord[],
  attested: ReadonlySet<number>,
  dominance: Dominance,
  isSyllable: (word: string) => boolean,
): boolean[] {
  return words.map((word) => {
    if (attested.has(word.hash)) return false;
    const ratio = dominance(word);
    // With Vietnamese marks and no syllable, it is a typo oftener than a foreign word: "nghành", "viêt".
    if (!isSyllable(word.text) && MARKED.test(word.text.normalize('NFD'))) return ratio > 1;
    return ratio > (word.capitalShare < 0.6 ? 8 : 150);
  });
}

/** Hashes of the syllables of reviewed lists. */
export function attestedSyllables(texts: Iterable<string>): Set<number> {
  const hashes = new Set<number>();
  for (const text of texts)
    for (const syllable of text.split(/[\s_]+/)) if (syllable !== '') hashes.add(hashWord(syllable));
  return hashes;
}

/**
 * Rare words that the corpus vouches for: no syllables, without Vietnamese marks, and rather themselves than a slip of
 * a common word.
 */
export function attestedWords(
  rare: readonly VocabularyWord[],
  dominance: Dominance,
  isSyllable: (word: string) => boolean,
): VocabularyWord[] {
  return rare.filter(
    (word) => !isSyllable(word.text) && !MARKED.test(word.text.normalize('NFD')) && dominance(word) < 1,
  );
}
