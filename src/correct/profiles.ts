import type { Sensitivity } from './analysis.ts';
import { DELETE, type Proposal } from './features.ts';
import type { Level, Profile } from './types.ts';

/** How a profile decides. */
export interface ProfileSettings {
  readonly sensitivity: Sensitivity;
  /** Offer today's spelling for an older one ("tầu")? In a scan it stays as it was printed. */
  readonly modernise: boolean;
  /** Which of the dictionary's rankers scores. */
  readonly ranker: 'typed' | 'ocr' | 'stripped';
  /** Added to each score: how many more, or fewer, errors there are than in the text that the ranker was trained on, as log-odds. */
  readonly bias: number;
  /** The same for words that stand twice side by side, instead of {@link bias}. */
  readonly deletionBias: number;
  /**
   * The same for a word that was copied from nearby between two others: every letter may be right, so readers overlook it.
   * Set by two articles with such words, which come out whole from 2 on in edited text and from 2.6 on in drafts, with what
   * their other errors add (`own-rate.ts`); half a nat more costs one false alarm in 60 pages. Of what is deleted so in print
   * four in five stood there on purpose. What was copied over another word has {@link bias} like any other mistake.
   */
  readonly copiedBias: number;
  /**
   * How many errors in 1,000 words the ranker is sure of, in a text with as many as the bias expects; undefined where a text's
   * own errors are not to tell how many to expect of it.
   */
  readonly sureRate: number | undefined;
  /** Least probability at which a change is reported, and at which it is made without asking. */
  readonly threshold: Readonly<Record<Level, number>>;
}

const TYPED: Sensitivity = {
  channel: 'typed',
  limit: 11,
  most: 40,
  errorCost: 3,
  channelWeight: 0.6,
  threshold: 0.5,
  clustered: false,
};
/**
 * In a page that was read already most of the time goes into words that are right: fewer candidates take an eighth of
 * it, for 0.3 points less of what is found in newspapers. A higher threshold costs sure findings ("tặng quả").
 */
const EDITED: Sensitivity = { ...TYPED, most: 24 };
const OCR: Sensitivity = {
  channel: 'ocr',
  limit: 13,
  most: 48,
  errorCost: 2,
  channelWeight: 0.6,
  threshold: -1,
  clustered: true,
};
const STRIPPED: Sensitivity = {
  channel: 'stripped',
  limit: 16,
  most: 64,
  errorCost: 0.5,
  channelWeight: 0.6,
  threshold: -3,
  clustered: true,
};

export const PROFILES: Readonly<Record<Profile | 'stripped', ProfileSettings>> = {
  edited: {
    sensitivity: EDITED,
    modernise: true,
    ranker: 'typed',
    bias: 0.5,
    deletionBias: 0.7,
    copiedBias: 2.1,
    sureRate: 1,
    threshold: { auto: 0.95, suggest: 0.5 },
  },
  typed: {
    sensitivity: TYPED,
    modernise: true,
    ranker: 'typed',
    bias: 1.8,
    deletionBias: 1,
    copiedBias: 2.8,
    sureRate: 8,
    threshold: { auto: 0.95, suggest: 0.5 },
  },
  ocr: {
    sensitivity: OCR,
    modernise: false,
    ranker: 'ocr',
    bias: 0.5,
    deletionBias: 0,
    copiedBias: 1.8,
    sureRate: 3,
    threshold: { auto: 0.98, suggest: 0.5 },
  },
  stripped: {
    sensitivity: STRIPPED,
    modernise: false,
    ranker: 'stripped',
    bias: 0,
    deletionBias: 0,
    copiedBias: 0,
    sureRate: undefined,
    threshold: { auto: 0.99, suggest: 0.5 },
  },
};

/** What is added to the score of a proposal, as the profile expects mistakes of its kind. */
export const biasOf = (
  { kind, copied }: Pick<Proposal, 'kind' | 'copied'>,
  { bias, deletionBias, copiedBias }: ProfileSettings,
): number => {
  if (kind !== DELETE) return bias;
  return copied ? copiedBias : deletionBias;
};
