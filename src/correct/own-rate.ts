/** Share of the logarithm that counts: more was better in print and in pages, and cost Wikipedia's held-out halves. */
const WEIGHT = 0.5;

/** Of a text of so many words half of that share counts: one error in a sentence says little. */
const FEW_WORDS = 100;

const LEAST_SHIFT = -0.7;
const MOST_SHIFT = 1.5;

/**
 * What is added to each score for the errors that a text is found to have, as log-odds. Pages with many are drafts, whatever
 * their profile says, and pages with none were read well.
 * @param sureErrors places of the text where the ranker is sure of a change
 * @param sureRate how many it is sure of in 1,000 words of a text with as many errors as the profile expects
 */
export function ownRateShift(sureErrors: number, words: number, sureRate: number): number {
  // One of each is a guess before anything is read.
  const times = (sureErrors + 1) / ((sureRate * words) / 1000 + 1);
  const shift = WEIGHT * (words / (words + FEW_WORDS)) * Math.log(times);
  return Math.max(LEAST_SHIFT, Math.min(MOST_SHIFT, shift));
}
