import { FIRST_WORD, ID_NAME, ID_UNKNOWN } from '../language/ids.ts';
import {
  bigramHash,
  CONTESTED_FIRST_SHIFT,
  CONTESTED_SECOND_SHIFT,
  CONTESTED_SUM,
  type NgramModel,
} from '../language/ngrams.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { TokenBuffer } from '../text/scan.ts';
import type { Places } from './analysis.ts';
import { MARGIN, type Passage } from './passage.ts';

/** Pairs that are looked up at a time. */
const BATCH = 256;

/** Slot of a pair that was not looked up. */
const NOT_READ = -2;

/**
 * The hot loop: marks the places of a passage that are worth a closer look, at one probe a word. Sound is a known word
 * whose bigrams on both sides are stored with no confusable far more frequent in its place (the dictionary's contested
 * levels), and which does not stand again close by. What the user guards is left alone.
 */
export class Gate {
  /** By place: 1 where a closer look is due. */
  look: Uint8Array = new Uint8Array(256);
  readonly #ngrams: NgramModel;
  readonly #vocabulary: Vocabulary;
  readonly #passage: Passage;
  /** By place: the slot of its pair with the next. */
  #slots: Int32Array = new Int32Array(256);
  readonly #hashes: Int32Array = new Int32Array(BATCH);
  readonly #batch: Int32Array = new Int32Array(BATCH);
  readonly #extras: Uint8Array = new Uint8Array(BATCH);
  /** By id: 1 where the word is to be looked at wherever it stands. */
  readonly #wanted: Uint8Array;

  constructor(ngrams: NgramModel, vocabulary: Vocabulary, passage: Passage) {
    this.#ngrams = ngrams;
    this.#vocabulary = vocabulary;
    this.#passage = passage;
    this.#wanted = new Uint8Array(vocabulary.size);
  }

  /**
   * Marks the places of the passage.
   * @param guarded by token, 1 where it must not be touched
   * @param where to look; the whole text where undefined
   */
  mark(tokens: TokenBuffer, guarded: Uint8Array | undefined, where: Places | undefined): void {
    const { ids, length } = this.#passage;
    if (this.look.length < length) {
      this.look = new Uint8Array(ids.length);
      this.#slots = new Int32Array(ids.length);
    }
    if (where === undefined) this.#markRun(MARGIN, length - MARGIN, guarded);
    else this.#markNear(tokens, guarded, where);
  }

  /** Slot of the pair of a place and the next, from two places before one that was looked at to one after it. */
  slot(at: number): number {
    const slot = this.#slots[at];
    if (slot !== NOT_READ) return slot;
    const { ids } = this.#passage;
    this.#slots[at] = this.#ngrams.bigramSlot(ids[at], ids[at + 1]);
    return this.#slots[at];
  }

  /** log P(the next word | the word at a place), of the same places. */
  bigram(at: number): number {
    const { ids } = this.#passage;
    return this.#ngrams.bigramAt(this.slot(at), ids[at], ids[at + 1]);
  }

  #markNear(tokens: TokenBuffer, guarded: Uint8Array | undefined, { near, words }: Places): void {
    const { ids, token, length } = this.#passage;
    const { start } = tokens;
    const { look } = this;
    const wanted = this.#wanted;
    const end = length - MARGIN;
    const wantedIds = words.map((word) => this.#vocabulary.idOf(word));
    for (const id of wantedIds) wanted[id] = 1;
    // Unknown words have one id together.
    wanted[ID_UNKNOWN] = 0;
    let stretch = 0;
    let from = MARGIN;
    for (let at = MARGIN; at < end; at++) {
      while (stretch < near.length && near[stretch][1] <= start[token[at]]) stretch++;
      if ((stretch < near.length && start[token[at]] >= near[stretch][0]) || wanted[ids[at]] === 1) continue;
      this.#markRun(from, at, guarded);
      look[at] = 0;
      from = at + 1;
    }
    this.#markRun(from, end, guarded);
    for (const id of wantedIds) wanted[id] = 0;
  }

  /** Marks the places `[from, to)`. Their pairs are looked up together, so that waiting for memory overlaps. */
  #markRun(from: number, to: number, guarded: Uint8Array | undefined): void {
    const { ids, token } = this.#passage;
    const ngrams = this.#ngrams;
    const { look } = this;
    const slots = this.#slots;
    const hashes = this.#hashes;
    const batch = this.#batch;
    const extras = this.#extras;
    let before = CONTESTED_SUM;
    slots[from - 2] = NOT_READ;
    slots[from - 1] = NOT_READ;
    slots[to] = NOT_READ;
    for (let head = from; head < to; head += BATCH) {
      const count = Math.min(BATCH, to - head);
      for (let k = 0; k < count; k++) hashes[k] = bigramHash(ids[head + k], ids[head + k + 1]);
      ngrams.bigramSlots(hashes, count, batch);
      ngrams.extras(batch, count, extras);
      for (let k = 0; k < count; k++) {
        const at = head + k;
        const id = ids[at];
        slots[at] = batch[k];
        const extra = extras[k];
        const word = id >= FIRST_WORD || id === ID_UNKNOWN || id === ID_NAME;
        const odd =
          word &&
          (before + ((extra >> CONTESTED_FIRST_SHIFT) & 3) >= CONTESTED_SUM ||
            id < FIRST_WORD ||
            ids[at - 1] === id ||
            ids[at - 2] === id ||
            ids[at + 2] === id ||
            (at > 4 && ids[at - 3] === id) ||
            ids[at + 3] === id);
        look[at] = odd && guarded?.[token[at]] !== 1 ? 1 : 0;
        before = extra >> CONTESTED_SECOND_SHIFT;
      }
    }
  }
}
