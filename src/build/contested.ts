import { CONTESTED_FIRST_SHIFT, CONTESTED_SECOND_SHIFT, NgramModel, type NgramTables } from '../language/ngrams.ts';
import type { Confusables } from './confusables.ts';
import type { PrunedModel } from './smooth.ts';

/**
 * Share of the channel cost, and constant, of the threshold at which `Analysis` finds a word suspicious; less than any
 * profile's, since trigrams may say more than bigrams do.
 */
const CHANNEL_WEIGHT = 0.6;
const THRESHOLD = -1;

/** Upper bounds of the levels 0, 1 and 2 of {@link NgramTables}' contested levels. */
const BOUNDS = [-4, -1, 3] as const;

/**
 * Marks in each bigram how contested its words are: by how much the best confusable of one, beside the same neighbour,
 * passes half of what a change must gain. A word is suspicious when the gains of both its sides together pass that
 * threshold, so two low levels clear it with one probe a side.
 */
export function markContested(
  tables: NgramTables,
  model: PrunedModel,
  sets: readonly Confusables[],
  progress: (message: string) => void,
): void {
  const ngrams = new NgramModel(tables);
  const { first, second } = model.bigram;
  const shares = [0, 0, 0, 0];
  for (let i = 0; i < first.length; i++) {
    const a = first[i];
    const b = second[i];
    const slot = ngrams.bigramSlot(a, b);
    const here = ngrams.bigram(a, b);
    const joint = ngrams.unigram(a) + here;
    let firstMargin = Number.NEGATIVE_INFINITY;
    let secondMargin = Number.NEGATIVE_INFINITY;
    for (const { ids, costs, start } of sets) {
      for (let k = start[a]; k < start[a + 1]; k++) {
        const gain = ngrams.unigram(ids[k]) + ngrams.bigram(ids[k], b) - joint;
        firstMargin = Math.max(firstMargin, gain - (CHANNEL_WEIGHT * costs[k] + THRESHOLD) / 2);
      }
      for (let k = start[b]; k < start[b + 1]; k++) {
        const gain = ngrams.bigram(a, ids[k]) - here;
        secondMargin = Math.max(secondMargin, gain - (CHANNEL_WEIGHT * costs[k] + THRESHOLD) / 2);
      }
    }
    const levels = [levelOf(firstMargin), levelOf(secondMargin)];
    tables.bigramExtra[slot] |= (levels[0] << CONTESTED_FIRST_SHIFT) | (levels[1] << CONTESTED_SECOND_SHIFT);
    for (const level of levels) shares[level]++;
  }
  progress(
    `contested: ${shares.map((n, level) => `level ${level} ${((50 * n) / first.length).toFixed(1)} %`).join(', ')}`,
  );
}

function levelOf(margin: number): number {
  let level = 0;
  while (level < BOUNDS.length && margin > BOUNDS[level]) level++;
  return level;
}
