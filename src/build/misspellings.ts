import type { Vocabulary } from '../language/vocabulary.ts';
import { pairKey } from '../language/word-pairs.ts';
import { hashWord } from '../text/letters.ts';
import type { Judgement } from './judgements.ts';
import { likeCase } from './noise.ts';

/** A misspelling of a word of two or three syllables, and the word: as many syllables. */
export interface Misspelling {
  readonly wrong: string;
  readonly right: string;
}

/** Gives a syllable its number, 1 to 65,535; 0 to one that has none. */
type Numbering = (syllable: string) => number;

interface Entry {
  readonly wrong: readonly number[];
  readonly right: readonly number[];
  readonly misspelling: Misspelling;
}

/**
 * Finds established misspellings ("chuẩn đoán" for "chẩn đoán") in sequences of syllables. Where the first or the last
 * syllable makes a word with its other neighbour, the syllables stand together by chance and are none: "cảm xúc tích
 * cực", "dàn giáo viên".
 */
class Finder {
  readonly #byFirst: Map<number, Entry[]> = new Map();
  readonly #claimed: ReadonlySet<number>;

  /**
   * @param misspellings those with a syllable that has no number are passed over
   * @param words of two syllables, which claim theirs; others are passed over
   */
  constructor(misspellings: readonly Misspelling[], words: readonly string[], numberOf: Numbering) {
    const twoSyllables = words.filter((word) => word.split(' ').length === 2);
    this.#claimed = pairsOf(twoSyllables, numberOf);
    for (const misspelling of misspellings) {
      const wrong = misspelling.wrong.split(' ').map(numberOf);
      const right = misspelling.right.split(' ').map(numberOf);
      if (wrong.includes(0) || right.includes(0)) continue;
      const entries = this.#byFirst.get(wrong[0]) ?? [];
      entries.push({ wrong, right, misspelling });
      this.#byFirst.set(wrong[0], entries);
    }
  }

  /** The misspelling that starts at a place, if one does. */
  startsAt(syllables: ArrayLike<number>, at: number): Entry | undefined {
    const entry = this.#byFirst
      .get(syllables[at])
      ?.find(({ wrong }) => wrong.every((id, k) => syllables[at + k] === id));
    if (entry === undefined) return undefined;
    const last = at + entry.wrong.length - 1;
    const isClaimed =
      this.#claimed.has(pairKey(syllables[at - 1], syllables[at])) ||
      this.#claimed.has(pairKey(syllables[last], syllables[last + 1]));
    return isClaimed ? undefined : entry;
  }
}

/**
 * Puts established misspellings right in a corpus before it is counted. Slips that one person made are too rare to teach
 * anything; these were printed so often that every model takes them for words.
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
  const finder = new Finder(misspellings, words, (syllable) => vocabulary.idOf(syllable));
  let mended = 0;
  for (let at = 0; at < ids.length; at++) {
    const entry = finder.startsAt(ids, at);
    if (entry === undefined) continue;
    ids.set(entry.right, at);
    mended++;
  }
  return mended;
}

/** {@link mendMisspellings} for lines of text, whose words have no ids: says what is misspelt where. */
export class MisspelledLines {
  readonly #numbers: Map<number, number> = new Map();
  readonly #finder: Finder;

  constructor(misspellings: readonly Misspelling[], words: readonly string[]) {
    this.#finder = new Finder(misspellings, words, (syllable) => {
      const hash = hashWord(syllable);
      const known = this.#numbers.get(hash) ?? this.#numbers.size + 1;
      this.#numbers.set(hash, known);
      return known;
    });
  }

  /** The syllables of a line that are to be others, in its order and its letter case. Words are divided by one space. */
  of(line: string): Judgement[] {
    const numbers: number[] = [];
    const words: (RegExpExecArray | undefined)[] = [];
    let end = 0;
    for (const word of line.matchAll(/[\p{L}\p{M}]+/gu)) {
      // What else stands between two words parts them, as it does in the corpus.
      if (line.slice(end, word.index) !== ' ') {
        numbers.push(0);
        words.push(undefined);
      }
      numbers.push(this.#numbers.get(hashWord(word[0])) ?? 0);
      words.push(word);
      end = word.index + word[0].length;
    }
    const found: Judgement[] = [];
    for (let at = 0; at < numbers.length; at++) {
      const entry = this.#finder.startsAt(numbers, at);
      if (entry === undefined) continue;
      const { misspelling, wrong, right } = entry;
      const rights = misspelling.right.split(' ');
      for (let k = 0; k < right.length; k++) {
        const word = words[at + k];
        if (wrong[k] === right[k] || word === undefined) continue;
        // As in the corpus, what comes after is read beside the syllable that was meant; a second verdict on it stands.
        numbers[at + k] = right[k];
        if (found.at(-1)?.start === word.index) found.pop();
        found.push({ start: word.index, end: word.index + word[0].length, right: likeCase(rights[k], word[0]) });
      }
    }
    return found;
  }
}

/** Keys of all pairs of syllables that stand side by side in some texts; those with one that has no number are left out. */
export function pairsOf(texts: readonly string[], numberOf: Numbering): Set<number> {
  const keys = new Set<number>();
  for (const text of texts) {
    const numbers = text.split(' ').map(numberOf);
    for (let k = 1; k < numbers.length; k++)
      if (numbers[k - 1] !== 0 && numbers[k] !== 0) keys.add(pairKey(numbers[k - 1], numbers[k]));
  }
  return keys;
}
