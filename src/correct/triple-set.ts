import { trigramHash } from '../language/ngrams.ts';

/** Triples that are remembered: 256 kB. */
const SIZE = 1 << 15;

/**
 * A set of triples of words that forgets: each takes the place of another with the same low bits of its hash. What was
 * found out about a word between two others is asked again soon, in the same text more than in others.
 */
export class TripleSet {
  /** Whole triples, 16 bits a word; 0 where there is none. */
  readonly #keys: Float64Array = new Float64Array(SIZE);

  has(first: number, second: number, third: number): boolean {
    return this.#keys[trigramHash(first, second, third) & (SIZE - 1)] === keyOf(first, second, third);
  }

  add(first: number, second: number, third: number): void {
    this.#keys[trigramHash(first, second, third) & (SIZE - 1)] = keyOf(first, second, third);
  }
}

const keyOf = (first: number, second: number, third: number): number => (first * 0x10000 + second) * 0x10000 + third;
