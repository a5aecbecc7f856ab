import { mixHash } from '../text/letters.ts';

/** Probes a word. With ten bits a word, 7 give the fewest false answers: 8 in 1,000. */
const PROBES = 7;

/** Bits a word. */
export const ATTESTED_BITS = 10;

/**
 * A set of words by their hashes, as a Bloom filter (Bloom 1970): words that the corpus has a few times and no list
 * has, most of them foreign. That one stands in a text is no sign of an error; the filter errs on the quiet side.
 */
export class AttestedWords {
  readonly #bits: Uint8Array;

  /** @param bits the filter, as {@link attestedBits} makes it; empty for no words */
  constructor(bits: Uint8Array) {
    this.#bits = bits;
  }

  /** @param hash of the word, as `hashWord` gives it */
  has(hash: number): boolean {
    const bits = this.#bits;
    const size = bits.length * 8;
    if (size === 0) return false;
    for (let probe = 0; probe < PROBES; probe++) {
      const at = bitOf(hash, probe, size);
      if ((bits[at >> 3] & (1 << (at & 7))) === 0) return false;
    }
    return true;
  }
}

/** Makes the filter of a set of hashes. */
export function attestedBits(hashes: readonly number[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil((hashes.length * ATTESTED_BITS) / 8));
  const size = bits.length * 8;
  for (const hash of hashes) {
    for (let probe = 0; probe < PROBES; probe++) {
      const at = bitOf(hash, probe, size);
      bits[at >> 3] |= 1 << (at & 7);
    }
  }
  return bits;
}

/** Where a probe looks: the hash and a second one as a step (Kirsch and Mitzenmacher 2006). */
function bitOf(hash: number, probe: number, size: number): number {
  const step = mixHash(hash ^ 0x5bd1e995) | 1;
  return ((hash + Math.imul(probe, step)) >>> 0) % size;
}
