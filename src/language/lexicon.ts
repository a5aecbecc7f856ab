import { mixHash } from '../text/letters.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A pair of neighbouring syllables inside a word or a term of the lexicon. */
export const PAIR_WORD = 1;
/** The pair stands in a term of the domain: an office, a document type, a set phrase. */
export const PAIR_TERM = 2;
/** The pair stands in the name of a place. */
export const PAIR_PLACE = 4;

/**
 * Words and terms of more than one syllable, as pairs of neighbouring syllables: cheap evidence that two syllables
 * belong together, whatever the corpus counted. Built from lines of `kind<TAB>text`.
 */
export class Lexicon {
  readonly #keys: Int32Array;
  readonly #kinds: Uint8Array;
  readonly #mask: number;
  /** Terms with a casing of their own, as printed. */
  readonly terms: readonly string[];

  constructor(source: string, vocabulary: Vocabulary) {
    const lines = source.length > 0 ? source.split('\n') : [];
    let room = 1024;
    while (room < lines.length * 6) room *= 2;
    this.#mask = room - 1;
    this.#keys = new Int32Array(room);
    this.#kinds = new Uint8Array(room);
    const terms: string[] = [];
    for (const line of lines) {
      const tab = line.indexOf('\t');
      const kind = line.slice(0, tab);
      const text = line.slice(tab + 1);
      const bit = kind === 'word' ? PAIR_WORD : kind === 'place' || kind === 'name' ? PAIR_PLACE : PAIR_TERM;
      if (bit === PAIR_TERM) terms.push(text);
      this.add(text, bit, vocabulary);
    }
    this.terms = terms;
  }

  /** Adds the pairs of a text's syllables. */
  add(text: string, bit: number, vocabulary: Vocabulary): void {
    let previous = 0;
    let from = 0;
    while (from < text.length) {
      let to = text.indexOf(' ', from);
      if (to < 0) to = text.length;
      const id = vocabulary.idOf(text.slice(from, to));
      if (id !== 0 && previous !== 0) this.#put(previous, id, bit);
      previous = id;
      from = to + 1;
    }
  }

  /** `PAIR_` bits of two neighbouring words, 0 where the lexicon does not have them. */
  pair(first: number, second: number): number {
    const key = pairKey(first, second);
    let at = key & this.#mask;
    for (;;) {
      const found = this.#keys[at];
      if (found === key) return this.#kinds[at];
      if (found === 0) return 0;
      at = (at + 1) & this.#mask;
    }
  }

  #put(first: number, second: number, bit: number): void {
    const key = pairKey(first, second);
    let at = key & this.#mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
    this.#keys[at] = key;
    this.#kinds[at] |= bit;
  }
}

const pairKey = (first: number, second: number): number =>
  mixHash(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15)) || 1;
