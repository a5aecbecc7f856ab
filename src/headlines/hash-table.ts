/**
 * Numbers by well-mixed 32-bit hashes, fixed once made: open addressing in one array, a quarter full at most, so that nearly
 * all that it does not have is told by one read. With a `Map`, the blocks of a page took an eighth longer to read.
 */
export class HashTable {
  /** Hash at 2 i, its number at 2 i + 1; 0 there where the place is free. */
  readonly #pairs: Int32Array;
  readonly #mask: number;

  /** @param entries numbers above 0 */
  constructor(entries: readonly (readonly [hash: number, number: number])[]) {
    this.#mask = (4 << (32 - Math.clz32(entries.length))) - 1;
    this.#pairs = new Int32Array(2 * (this.#mask + 1));
    for (const [hash, number] of entries) {
      const at = this.#placeOf(hash);
      this.#pairs[at] = hash;
      this.#pairs[at + 1] = number;
    }
  }

  /** The number of a hash, 0 where it has none. */
  get(hash: number): number {
    return this.#pairs[this.#placeOf(hash) + 1];
  }

  #placeOf(hash: number): number {
    const pairs = this.#pairs;
    let at = hash & this.#mask;
    while (pairs[2 * at + 1] !== 0 && pairs[2 * at] !== hash) at = (at + 1) & this.#mask;
    return 2 * at;
  }
}
