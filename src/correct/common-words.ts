import { FIRST_WORD } from '../language/ids.ts';
import { bigramHash, type NgramModel } from '../language/ngrams.ts';

/** Ids below this are common: the more frequent half of the syllables. */
const COMMON_IDS = 4000;

/** Most questions to remember. */
const MOST_REMEMBERED = 5000;

/** Most words to remember the followers of, some 150 each: 5 MB of a book. */
const MOST_FOLLOWED = 6000;

/** The common words that are stored after a word, ascending, with log P of each. */
interface Followers {
  readonly ids: Uint16Array;
  readonly logs: Float32Array;
}

/** Finds what may have stood where a word was copied over another: what was meant owes it no likeness. */
export class CommonWords {
  readonly #ngrams: NgramModel;
  readonly #ids: Uint16Array;
  readonly #hashes: Int32Array;
  readonly #slots: Int32Array;
  readonly #after: Uint16Array;
  readonly #logs: Float32Array;
  /** By word: looking for them takes a probe for each common word, and few words stand before most others. */
  readonly #followers: Map<number, Followers> = new Map();
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
    this.#after = new Uint16Array(this.#ids.length);
    this.#logs = new Float32Array(this.#ids.length);
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
    const { ids: after, logs } = this.#followersOf(left);
    for (let k = 0; k < after.length; k++) hashes[k] = bigramHash(after[k], right);
    ngrams.bigramSlots(hashes, after.length, slots);
    const ids: number[] = [];
    let bar = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < after.length; k++) {
      const id = after[k];
      if (slots[k] < 0 || id === original || id === left || id === right) continue;
      const rough = logs[k] + ngrams.bigramAt(slots[k], id, right);
      if (rough < bar - 3) continue;
      if (rough > bar) bar = rough;
      ids.push(id);
    }
    return ids;
  }

  #followersOf(left: number): Followers {
    let followers = this.#followers.get(left);
    if (followers === undefined) {
      followers = this.#findFollowers(left);
      if (this.#followers.size >= MOST_FOLLOWED) this.#followers.clear();
      this.#followers.set(left, followers);
    }
    return followers;
  }

  #findFollowers(left: number): Followers {
    const ngrams = this.#ngrams;
    const hashes = this.#hashes;
    const slots = this.#slots;
    const common = this.#ids;
    for (let k = 0; k < common.length; k++) hashes[k] = bigramHash(left, common[k]);
    ngrams.bigramSlots(hashes, common.length, slots);
    const after = this.#after;
    const logs = this.#logs;
    let count = 0;
    for (let k = 0; k < common.length; k++) {
      if (slots[k] < 0) continue;
      after[count] = common[k];
      logs[count++] = ngrams.bigramAt(slots[k], left, common[k]);
    }
    return { ids: after.slice(0, count), logs: logs.slice(0, count) };
  }
}
