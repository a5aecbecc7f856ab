import { bigramHash, type NgramModel } from '../language/ngrams.ts';
import type { Candidates } from './candidates.ts';

/** Two words are tried together where the second is less likely after the first than this (natural logarithm). */
const RARE = -8;

/** Candidates of each of the two that are tried, cheapest first. */
const MOST = 16;

/**
 * Tells which two words side by side are better both changed, though each by itself is no worse than any other: in "Cơ
 * quan thông ke công bố" neither "thống" before "ke" nor "kê" after "thông" is better than what is there.
 */
export class OddPairs {
  readonly #ngrams: NgramModel;
  readonly #channelWeight: number;
  /** Of the second word's candidates: what each gains beside the word that follows, after its cost. */
  readonly #worths: Float64Array = new Float64Array(MOST);
  readonly #hashes: Int32Array = new Int32Array(2 * MOST);
  readonly #slots: Int32Array = new Int32Array(2 * MOST);

  /** @param channelWeight share of the channel cost that counts */
  constructor(ngrams: NgramModel, channelWeight: number) {
    this.#ngrams = ngrams;
    this.#channelWeight = channelWeight;
  }

  /**
   * Do two candidates gain more than they cost, by the three bigrams that hold them?
   * @param ids a passage; `at` and the place after it are known words
   * @param left candidates of the first
   * @param right candidates of the second
   */
  isOdd(ids: ArrayLike<number>, at: number, left: Candidates, right: Candidates): boolean {
    const ngrams = this.#ngrams;
    const channelWeight = this.#channelWeight;
    const between = ngrams.bigram(ids[at], ids[at + 1]);
    if (between > RARE) return false;
    const here = ngrams.bigram(ids[at - 1], ids[at]) + between + ngrams.bigram(ids[at + 1], ids[at + 2]);
    const lefts = Math.min(MOST, left.ids.length);
    const rights = Math.min(MOST, right.ids.length);
    const hashes = this.#hashes;
    const slots = this.#slots;
    for (let k = 0; k < rights; k++) hashes[k] = bigramHash(right.ids[k], ids[at + 2]);
    for (let k = 0; k < lefts; k++) hashes[rights + k] = bigramHash(ids[at - 1], left.ids[k]);
    ngrams.bigramSlots(hashes, rights + lefts, slots);
    const worths = this.#worths;
    let best = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < rights; k++) {
      worths[k] = ngrams.bigramAt(slots[k], right.ids[k], ids[at + 2]) - channelWeight * right.costs[k];
      best = Math.max(best, worths[k]);
    }
    // Most pairs are out of the question whatever the bigram between them says, and that probe is the dear one.
    const cap = ngrams.bigramCap;
    for (let k = 0; k < lefts; k++) {
      const first = ngrams.bigramAt(slots[rights + k], ids[at - 1], left.ids[k]);
      const budget = here + channelWeight * left.costs[k] - first;
      if (best + cap <= budget) continue;
      for (let other = 0; other < rights; other++) {
        if (worths[other] + cap <= budget) continue;
        if (worths[other] + ngrams.bigram(left.ids[k], right.ids[other]) > budget) return true;
      }
    }
    return false;
  }
}
