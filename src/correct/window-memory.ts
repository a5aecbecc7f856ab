import { trigramHash } from '../language/ngrams.ts';

/** Windows that are remembered: 208 kB. */
const SIZE = 1 << 14;

/** What {@link WindowMemory.get} gives for a window that it does not know. */
export const NOT_KNOWN = 0;

/**
 * Remembers a small number for a word between two others on each side, and forgets: each window takes the place of
 * another with the same low bits of its hash. An editor's page is read again with every change, and texts repeat
 * themselves.
 */
export class WindowMemory {
  /** The three words in the middle, 16 bits each; 0 where there is none. */
  readonly #middles: Float64Array = new Float64Array(SIZE);
  /** The first and the last word, 16 bits each. */
  readonly #ends: Uint32Array = new Uint32Array(SIZE);
  readonly #values: Uint8Array = new Uint8Array(SIZE);

  /** What was put in for the window around `at`, or {@link NOT_KNOWN}. Two places on each side must exist. */
  get(ids: ArrayLike<number>, at: number): number {
    const slot = slotOf(ids, at);
    const known = this.#middles[slot] === middleOf(ids, at) && this.#ends[slot] === endsOf(ids, at);
    return known ? this.#values[slot] : NOT_KNOWN;
  }

  /** @param value 1 to 255 */
  set(ids: ArrayLike<number>, at: number, value: number): void {
    const slot = slotOf(ids, at);
    this.#middles[slot] = middleOf(ids, at);
    this.#ends[slot] = endsOf(ids, at);
    this.#values[slot] = value;
  }
}

const slotOf = (ids: ArrayLike<number>, at: number): number =>
  trigramHash(
    ids[at - 1] ^ Math.imul(ids[at - 2], 0x9e3779b1),
    ids[at],
    ids[at + 1] ^ Math.imul(ids[at + 2], 0x85ebca6b),
  ) &
  (SIZE - 1);

const middleOf = (ids: ArrayLike<number>, at: number): number =>
  (ids[at - 1] * 0x10000 + ids[at]) * 0x10000 + ids[at + 1];

const endsOf = (ids: ArrayLike<number>, at: number): number => ((ids[at - 2] << 16) | ids[at + 2]) >>> 0;
