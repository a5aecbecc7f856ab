import { FIRST_WORD, ID_BOUNDARY } from '../language/ids.ts';
import { type NgramModel, trigramHash } from '../language/ngrams.ts';
import type { Gate } from './gate.ts';
import { MARGIN, type Passage } from './passage.ts';

/** How many words back a word may stand that was copied by mistake ("đạt được nhiều đạt kết quả"). */
export const COPY_DISTANCE = 3;

/** A word whose window scores below this, or gains more than that by leaving, fits badly (natural logarithms). */
export const POOR_FIT = -20;
export const POOR_FIT_DELETED = 9;

/** Finds words that may have been written over others because the same word stands close by. */
export class Twins {
  readonly #ngrams: NgramModel;
  readonly #gate: Gate;
  readonly #passage: Passage;
  readonly #hashes: Int32Array = new Int32Array(5);
  readonly #levels: Int32Array = new Int32Array(5);

  /** @param gate has marked the passage */
  constructor(ngrams: NgramModel, gate: Gate, passage: Passage) {
    this.#ngrams = ngrams;
    this.#gate = gate;
    this.#passage = passage;
  }

  /** Does the word at a place that was looked at stand close by too, and fits badly where it is? */
  mayBeCopied(at: number): boolean {
    const { ids } = this.#passage;
    if (ids[at] < FIRST_WORD || !this.#hasTwin(at)) return false;
    const gate = this.#gate;
    return gate.slot(at - 1) < 0 || gate.slot(at) < 0 || this.#fitsBadly(at);
  }

  #hasTwin(at: number): boolean {
    const { ids, length } = this.#passage;
    for (let step = 1; step <= COPY_DISTANCE; step++)
      if ((at - step >= MARGIN && ids[at - step] === ids[at]) || (at + step < length && ids[at + step] === ids[at]))
        return true;
    return false;
  }

  /** {@link windowScore} of the word, and of no word in its place; the gate knows most of the pairs in them. */
  #fitsBadly(at: number): boolean {
    const { ids } = this.#passage;
    const ngrams = this.#ngrams;
    const gate = this.#gate;
    const hashes = this.#hashes;
    const levels = this.#levels;
    const left = ids[at - 1];
    const right = ids[at + 1];
    const after = ids[at + 2];
    hashes[0] = trigramHash(ids[at - 2], left, ids[at]);
    hashes[1] = trigramHash(left, ids[at], right);
    hashes[2] = trigramHash(ids[at], right, after);
    hashes[3] = trigramHash(ids[at - 2], left, right);
    hashes[4] = trigramHash(left, right, after);
    ngrams.trigramLevels(hashes, 5, levels);
    const ends = right === ID_BOUNDARY;
    let here = ngrams.trigramAt(levels[0], gate.slot(at - 2), gate.slot(at - 1), gate.bigram(at - 1));
    here += ngrams.trigramAt(levels[1], gate.slot(at - 1), gate.slot(at), gate.bigram(at));
    if (!ends) here += ngrams.trigramAt(levels[2], gate.slot(at), gate.slot(at + 1), gate.bigram(at + 1));
    if (here < POOR_FIT) return true;
    const joined = ngrams.bigramSlot(left, right);
    let without = ngrams.trigramAt(levels[3], gate.slot(at - 2), joined, ngrams.bigramAt(joined, left, right));
    if (!ends) without += ngrams.trigramAt(levels[4], joined, gate.slot(at + 1), gate.bigram(at + 1));
    return without - here > POOR_FIT_DELETED;
  }
}
