import { FIRST_WORD } from '../language/ids.ts';
import { bigramHash, type NgramModel } from '../language/ngrams.ts';

/** Ids below this are common: the more frequent half of the syllables. */
const COMMON_IDS = 4000;

/** Most questions to remember. */
const MOST_REMEMBERED = 5000;

/** Finds what may have stood where a word was copied over another: what was meant owes it no likeness. */
export class CommonWords {
  readonly #ngrams: NgramModel;
  readonly #ids: Uint16Array;
  readonly #hashes: Int32Array;
  readonly #slots: Int32Array;
  /** What was found: text that repeats itself asks the same again and again. */
  readonly #found: Map<number, readonly number[]> = new Map();

  /** @param syllable by id, 1 where it is one */
  constructor(ngrams: NgramModel, syllable: Uint8Array) {
    this.#ngrams = ngrams;
    this.#ids = Uint16Array.from(syllable.keys()).filter(
      (id) => id >= FIRST_WORD && id < COMMON_IDS && syllable[id] === 1,
    );
    this.#hashes = new Int32Array(this.#ids.length);
    this.#slots = new Int32Array(this.#ids.length);
  }

  /** Words, but for these three, that stand well between `left` and `right`, by bigrams on both sides. */
  between(left: number, right: number, original: number): readonly number[] {
    const key = (left * 65536 + right) * 65536 + original;
    let ids = this.#found.get(key);
    if (ids === undefined) {
      ids = this.#find(left, right, original);
      if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
      this.#found.set(key, ids);
    }
    return ids;
  }

  /** Words that never stand after the first are left out before the second is asked about; all are looked up together. */
  #find(left: number, right: number, original: number): number[] {
    const ngrams = this.#ngrams;
    const hashes = this.#hashes;
    const slots = this.#slots;
    const common = this.#ids;
    for (let k = 0; k < common.length; k++) hashes[k] = bigramHash(left, common[k]);
    ngrams.bigramSlots(hashes, common.length, slots);
    const after: number[] = [];
    const logs: number[] = [];
    for (let k = 0; k < common.length; k++) {
      const id = common[k];
      if (slots[k] < 0 || id === original || id === left || id === right) continue;
      hashes[after.length] = bigramHash(id, right);
      after.push(id);
      logs.push(ngrams.bigramAt(slots[k], left, id));
    }
    ngrams.bigramSlots(hashes, after.length, slots);
    const ids: number[] = [];
    let bar = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < after.length; k++) {
      if (slots[k] < 0) continue;
      const rough = logs[k] + ngrams.bigramAt(slots[k], after[k], right);
      if (rough < bar - 3) continue;
      if (rough > bar) bar = rough;
      ids.push(after[k]);
    }
    return ids;
  }
}
