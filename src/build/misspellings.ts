import type { Vocabulary } from '../language/vocabulary.ts';
import { pairKey } from '../language/word-pairs.ts';

/** A misspelling of a word of two or three syllables, and the word: as many syllables. */
export interface Misspelling {
  readonly wrong: string;
  readonly right: string;
}

/**
 * Puts established misspellings right in a corpus before it is counted ("chuẩn đoán" for "chẩn đoán"). Slips that one
 * person made are too rare to teach anything; these were printed so often that every model takes them for words. Where the
 * first or the last syllable makes a word with its other neighbour, the syllables stand together by chance and stay:
 * "cảm xúc tích cực", "dàn giáo viên".
 * @param ids the corpus, changed in place; misspellings with a syllable that the vocabulary lacks are passed over
 * @param words of two syllables, which claim theirs; others are passed over
 * @returns how many were mended
 */
export function mendMisspellings(
  ids: Uint16Array,
  vocabulary: Vocabulary,
  misspellings: readonly Misspelling[],
  words: readonly string[],
): number {
  const idsOf = (text: string): number[] => text.split(' ').map((word) => vocabulary.idOf(word));
  const claimed = new Set<number>();
  for (const word of words) {
    const syllables = idsOf(word);
    if (syllables.length === 2 && !syllables.includes(0)) claimed.add(pairKey(syllables[0], syllables[1]));
  }
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
    const last = at + entry.wrong.length - 1;
    if (claimed.has(pairKey(ids[at - 1], ids[at])) || claimed.has(pairKey(ids[last], ids[last + 1]))) continue;
    ids.set(entry.right, at);
    mended++;
  }
  return mended;
}
