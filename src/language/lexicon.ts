import { mixHash } from '../text/letters.ts';

/** A pair of neighbouring syllables inside a word or a term of the lexicon. */
export const PAIR_WORD = 1;
/** The pair stands in a term of the domain: an office, a document type, a set phrase. */
export const PAIR_TERM = 2;
/** The pair stands in the name of a place. */
export const PAIR_PLACE = 4;

/** A hash table of pairs, as the dictionary holds it; its length is a power of two. */
export interface LexiconTables {
  /** {@link fingerprintOf} the pair in each slot; 0 where it is free. One other pair in 60,000 is taken for one that is here. */
  readonly keys: Uint16Array;
  /** `PAIR_` bits of each slot. */
  readonly kinds: Uint8Array;
  /** Terms with a casing of their own, as printed. */
  readonly terms: readonly string[];
}

/**
 * Words and terms of more than one syllable, as pairs of neighbouring syllables: cheap evidence that two syllables
 * belong together, whatever the corpus counted. Read in place: `build/lexicon-tables.ts` writes it.
 */
export class Lexicon {
  readonly #keys: Uint16Array;
  readonly #kinds: Uint8Array;
  readonly #mask: number;
  readonly terms: readonly string[];

  constructor({ keys, kinds, terms }: LexiconTables) {
    this.#keys = keys;
    this.#kinds = kinds;
    this.#mask = keys.length - 1;
    this.terms = terms;
  }

  /** `PAIR_` bits of two neighbouring words, 0 where the lexicon does not have them. */
  pair(first: number, second: number): number {
    const key = pairHash(first, second);
    const fingerprint = fingerprintOf(key);
    let at = key & this.#mask;
    for (;;) {
      const found = this.#keys[at];
      if (found === fingerprint) return this.#kinds[at];
      if (found === 0) return 0;
      at = (at + 1) & this.#mask;
    }
  }
}

/** Hash of a pair of ids: its lower bits say in which slot the search for it begins. */
export const pairHash = (first: number, second: number): number =>
  mixHash(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15));

/** The upper half of a key, never 0. */
export const fingerprintOf = (key: number): number => key >>> 16 || 1;
