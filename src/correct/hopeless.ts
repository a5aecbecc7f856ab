import { ID_UNKNOWN } from '../language/ids.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { FLAG_TWO_TONES, type TokenBuffer } from '../text/scan.ts';
import type { Sensitivity } from './analysis.ts';
import { DELETE, type Draft, JOIN, SPLIT, SUBSTITUTE } from './features.ts';
import type { Passage } from './passage.ts';

/** How far below the threshold of suspicion another word may stay without being hopeless. */
const BELOW_THRESHOLD = 0.5;

/** Another word that gains so much less than the best one, after the costs of both, is never what was meant. */
const FAR_BEHIND = 10;

/**
 * Tells which drafts need not be described, so that neither context nor ranker is asked about them, who take most of the
 * time of a place. Where all marks were lost the n-grams know nothing until the words around are mended, so nothing is
 * hopeless there.
 */
export class Hopeless {
  readonly #vocabulary: Vocabulary;
  readonly #tokens: TokenBuffer;
  readonly #passage: Passage;
  readonly #channelWeight: number;
  /** Another word that gains no more than this after its cost is hopeless. */
  readonly #bar: number;
  /** How far behind the best one it may stay. */
  readonly #distance: number;

  constructor(
    vocabulary: Vocabulary,
    { channel, channelWeight, threshold }: Sensitivity,
    tokens: TokenBuffer,
    passage: Passage,
  ) {
    this.#vocabulary = vocabulary;
    this.#tokens = tokens;
    this.#passage = passage;
    this.#channelWeight = channelWeight;
    const isStripped = channel === 'stripped';
    this.#bar = isStripped ? Number.NEGATIVE_INFINITY : threshold - BELOW_THRESHOLD;
    this.#distance = isStripped ? Number.POSITIVE_INFINITY : FAR_BEHIND;
  }

  /**
   * Is it clear that none of the drafts for a place will be believed? It may have been looked at for the sake of a name
   * nearby, or of a twin; where no other word is worth its cost, rankers call it one in many thousands. Unknown words are
   * asked about all the same, and so is what stands beside them or beside words that were decoded as others.
   * @param path the passage with decoded words written over it
   */
  are(drafts: readonly Draft[], path: Uint16Array, at: number): boolean {
    if (drafts.length === 0) return true;
    const { ids, token } = this.#passage;
    if (this.#vocabulary.syllable[ids[at]] === 0 || this.#tokens.flags[token[at]] & FLAG_TWO_TONES) return false;
    for (let other = at - 2; other <= at + 2; other++)
      if (other !== at && (path[other] !== ids[other] || ids[other] === ID_UNKNOWN)) return false;
    return drafts.every((draft) => this.#isWorthless(draft));
  }

  #isWorthless({ kind, copied, gain, cost }: Draft): boolean {
    if (kind === JOIN || kind === SPLIT) return false;
    if (kind === DELETE) return gain <= 0;
    return gain - this.#channelWeight * cost <= (copied ? 0 : this.#bar);
  }

  /** Is a draft that is worth so much after its cost out of the question beside the best one? */
  isFarBehind({ kind, copied }: Draft, worth: number, best: number): boolean {
    return kind === SUBSTITUTE && !copied && worth < best - this.#distance;
  }
}
