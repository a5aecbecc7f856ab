import { CONTESTED_FIRST, CONTESTED_SECOND, NgramModel, type NgramTables } from '../language/ngrams.ts';
import type { Confusables } from './confusables.ts';
import type { PrunedModel } from './smooth.ts';

/** Share of the channel cost, and the constant, of the threshold at which `Analysis` finds a word suspicious. */
const CHANNEL_WEIGHT = 0.6;
const THRESHOLD = -1;

/**
 * Marks the bigrams in which a word is contested: a confusable of it is so much more frequent beside the same
 * neighbour that the word may be a slip. A word is suspicious when the gains of both its sides together pass a
 * threshold; then one side alone passes half of it, so a word with no contested side need not be looked at.
 */
export function markContested(
  tables: NgramTables,
  model: PrunedModel,
  sets: readonly Confusables[],
  progress: (message: string) => void,
): void {
  const ngrams = new NgramModel(tables);
  const { first, second } = model.bigram;
  let firsts = 0;
  let seconds = 0;
  for (let i = 0; i < first.length; i++) {
    const a = first[i];
    const b = second[i];
    const slot = ngrams.bigramSlot(a, b);
    const joint = ngrams.unigram(a) + ngrams.bigram(a, b);
    let bits = 0;
    for (const { ids, costs, start } of sets) {
      for (let k = start[a]; k < start[a + 1] && (bits & CONTESTED_FIRST) === 0; k++)
        if (ngrams.unigram(ids[k]) + ngrams.bigram(ids[k], b) - joint > (CHANNEL_WEIGHT * costs[k] + THRESHOLD) / 2)
          bits |= CONTESTED_FIRST;
      for (let k = start[b]; k < start[b + 1] && (bits & CONTESTED_SECOND) === 0; k++)
        if (ngrams.bigram(a, ids[k]) - ngrams.bigram(a, b) > (CHANNEL_WEIGHT * costs[k] + THRESHOLD) / 2)
          bits |= CONTESTED_SECOND;
    }
    tables.bigramExtra[slot] |= bits;
    if (bits & CONTESTED_FIRST) firsts++;
    if (bits & CONTESTED_SECOND) seconds++;
  }
  progress(
    `contested: ${((100 * firsts) / first.length).toFixed(1)} % of first words, ${((100 * seconds) / first.length).toFixed(1)} % of second words`,
  );
}
