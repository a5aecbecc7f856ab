import { FIRST_WORD, ID_BOUNDARY, ID_NAME, ID_UNKNOWN } from '../language/ids.ts';
import { ID_OF_KIND, SKIP, WORD } from '../language/sequence.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { KIND_NEWLINE, KIND_STOP, KIND_WORD } from '../text/kinds.ts';
import { mixHash } from '../text/letters.ts';
import { SHAPE_LOWER, type TokenBuffer } from '../text/scan.ts';

/** Boundaries before the first and after the last word, so that neighbours of any word can be read without a check. */
export const MARGIN = 2;

/** A text as the language model reads it: ids of words, numbers, pauses and boundaries, each with its token. */
export class Passage {
  length = 0;
  /** Words, known or not. */
  words = 0;
  /** Unknown words without a capital: most are damaged, few are foreign. */
  unknownWords = 0;
  ids: Uint16Array = new Uint16Array(256);
  /** Token of each place; -1 in the margins. */
  token: Int32Array = new Int32Array(256);
  /** How often each known word stands in the passage, up to 65,535. */
  readonly counts: Uint16Array;
  /** The same for unknown words by the low bits of their hash: two may share a count. */
  readonly unknownCounts: Uint8Array = new Uint8Array(1 << 14);
  /** Counts of pairs by a hash: a passage is short enough for few to share a slot. */
  readonly #pairs: Uint8Array = new Uint8Array(1 << 17);
  #pairsRead = false;

  constructor(words: number) {
    this.counts = new Uint16Array(words);
  }

  /** Reads tokens into the passage. Linear; allocates only to grow. */
  read(tokens: TokenBuffer, vocabulary: Vocabulary): void {
    const size = tokens.length;
    if (this.ids.length < size + 2 * MARGIN) {
      const room = Math.max(size + 2 * MARGIN, this.ids.length * 2);
      this.ids = new Uint16Array(room);
      this.token = new Int32Array(room);
    }
    const { ids, token, counts } = this;
    counts.fill(0);
    this.unknownCounts.fill(0);
    let n = 0;
    for (; n < MARGIN; n++) {
      ids[n] = ID_BOUNDARY;
      token[n] = -1;
    }
    let words = 0;
    let unknownWords = 0;
    let last = ID_BOUNDARY;
    for (let t = 0; t < size; t++) {
      let id = ID_OF_KIND[tokens.kind[t]];
      if (id === SKIP) continue;
      if (id === WORD) {
        words++;
        id = vocabulary.idOfHash(tokens.hash[t]);
        if (id === 0) {
          id = tokens.shape[t] === SHAPE_LOWER ? ID_UNKNOWN : ID_NAME;
          if (id === ID_UNKNOWN) unknownWords++;
          const slot = tokens.hash[t] & 0x3fff;
          if (this.unknownCounts[slot] < 255) this.unknownCounts[slot]++;
        } else if (counts[id] < 65535) counts[id]++;
      } else if (id === ID_BOUNDARY && (last === ID_BOUNDARY || isWrapped(tokens, t))) continue;
      ids[n] = id;
      token[n++] = t;
      last = id;
    }
    for (let k = 0; k < MARGIN; k++) {
      ids[n] = ID_BOUNDARY;
      token[n++] = -1;
    }
    this.length = n;
    this.words = words;
    this.unknownWords = unknownWords;
    this.#pairsRead = false;
  }

  /**
   * How often two words stand side by side in the passage, 0 to 3, not counting the pairs that touch place `except`:
   * what the rest of a document says about how it spells a thing. The pairs are counted when first asked for.
   */
  pairCount(first: number, second: number, except: number): number {
    if (first < FIRST_WORD || second < FIRST_WORD) return 0;
    if (!this.#pairsRead) this.#readPairs();
    const { ids } = this;
    let count = this.#pairs[pairSlot(first, second)];
    if (ids[except - 1] === first && ids[except] === second) count--;
    if (ids[except] === first && ids[except + 1] === second) count--;
    return Math.max(0, Math.min(3, count));
  }

  #readPairs(): void {
    this.#pairsRead = true;
    this.#pairs.fill(0);
    const { ids, length } = this;
    for (let i = 1; i < length; i++) {
      if (ids[i - 1] < FIRST_WORD || ids[i] < FIRST_WORD) continue;
      const slot = pairSlot(ids[i - 1], ids[i]);
      if (this.#pairs[slot] < 255) this.#pairs[slot]++;
    }
  }
}

/**
 * Shorter lines are headings, verses or items of a list, whose ends are no accident of width; a column of newsprint has some
 * 30. `normalize` joins lines from 40 on only, since it changes the text.
 */
const SHORTEST_FULL_LINE = 24;

/**
 * Is a token a line end inside of a sentence, as scans and mails have them? So where a line of at least 24 code units ends
 * in a word, a number or a comma, and the next begins with a small letter, but for an item ("a)").
 */
function isWrapped({ kind, shape, start, end, length }: TokenBuffer, at: number): boolean {
  const next = at + 1;
  if (kind[at] !== KIND_NEWLINE || at === 0 || next >= length) return false;
  if (kind[next] !== KIND_WORD || shape[next] !== SHAPE_LOWER || ID_OF_KIND[kind[at - 1]] === ID_BOUNDARY) return false;
  const isItem = end[next] - start[next] === 1 && start[next + 1] === end[next] && kind[next + 1] === KIND_STOP;
  let first = at - 1;
  while (first > 0 && kind[first - 1] !== KIND_NEWLINE && start[at] - start[first] < SHORTEST_FULL_LINE) first--;
  return !(isItem && next + 1 < length) && start[at] - start[first] >= SHORTEST_FULL_LINE;
}

/** Is this an id of a word, known or not? */
export const isWord = (id: number): boolean => id >= FIRST_WORD || id === ID_UNKNOWN || id === ID_NAME;

const pairSlot = (first: number, second: number): number => mixHash(Math.imul(first, 0x9e3779b1) ^ second) & 0x1ffff;
