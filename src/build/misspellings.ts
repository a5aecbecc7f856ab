import type { Vocabulary } from '../language/vocabulary.ts';

/** A misspelling of a word of two or three syllables, and the word: as many syllables. */
export interface Misspelling {
  readonly wrong: string;
  readonly right: string;
}

/**
 * Puts established misspellings right in a corpus before it is counted ("chuẩn đoán" for "chẩn đoán"). Slips that one
 * person made are too rare to teach anything; these were printed so often that every model takes them for words.
 * @param ids the corpus, changed in place; misspellings with a syllable that the vocabulary lacks are passed over
 * @returns how many were mended
 */
export function mendMisspellings(
  ids: Uint16Array,
  vocabulary: Vocabulary,
  misspellings: readonly Misspelling[],
): number {
  const idsOf = (text: string): number[] => text.split(' ').map((word) => vocabulary.idOf(word));
  const byFirst = new Map<number, { wrong: number[]; right: number[] }[]>();
  for (const { wrong, right } of misspellings) {
    const entry = { wrong: idsOf(wrong), right: idsOf(right) };
    if (entry.wrong.includes(0) || entry.right.includes(0)) continue;
    byFirst.set(entry.wrong[0], [...(byFirst.get(entry.wrong[0]) ?? []), entry]);
  }
  let mended = 0;
  for (let at = 0; at < ids.length; at++) {
    const entry = byFirst.get(ids[at])?.find(({ wrong }) => wrong.every((id, k) => ids[at + k] === id));
    if (entry === undefined) continue;
    ids.set(entry.right, at);
    mended++;
  }
  return mended;
}
