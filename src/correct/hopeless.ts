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

/** What wide context says counts so much where n-grams count 1, as both together tell words apart best. */
const CONTEXT_WEIGHT = 0.6;

/**
 * Least that both together say for another word in the place of a known one. Of 890 to which the ranker for edited text gave
 * a chance of a quarter and more, in a million words of print, none had less, and of all that were proposed seven in ten had;
 * of 1,500 by the one for drafts two had, and three of 740 in scans. More is asked of a word copied over another.
 */
const LEAST_EVIDENCE = -1;
const LEAST_EVIDENCE_OF_COPY = 0;

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
  readonly #isStripped: boolean;

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
    this.#isStripped = channel === 'stripped';
    this.#bar = this.#isStripped ? Number.NEGATIVE_INFINITY : threshold - BELOW_THRESHOLD;
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

  /**
   * Is another word out of the question, once context was asked?
   * @param worth what the draft gains by the n-grams after its cost
   * @param best what the best one is worth
   * @param contextGain what it gains by wide context over the word that stands there
   * @param original the word that stands there; what an unknown one may be, only the channel tells
   */
  is({ kind, copied }: Draft, worth: number, best: number, contextGain: number, original: number): boolean {
    if (this.#isStripped || kind !== SUBSTITUTE) return false;
    if (!copied && worth < best - FAR_BEHIND) return true;
    const least = copied ? LEAST_EVIDENCE_OF_COPY : LEAST_EVIDENCE;
    return this.#vocabulary.syllable[original] !== 0 && worth + CONTEXT_WEIGHT * contextGain < least;
  }
}
