import type { ContextModel } from '../language/context.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { pairKey } from '../language/word-pairs.ts';
import type { Confusables } from './confusables.ts';
import { type BigramCounts, countPairs } from './count.ts';

/** A pair of syllables that looks like a misprint of another wherever it stands. Ids. */
export interface Misprint {
  readonly wrong: readonly [first: number, second: number];
  readonly right: readonly [first: number, second: number];
  /** How often they stand in the corpus. */
  readonly count: number;
  readonly rightCount: number;
  /** By how much wide context prefers the right one, in nats, on the average of the places that were read. */
  readonly margin: number;
  /** Where the wrong one stands, some of them. */
  readonly places: readonly number[];
}

/** Seldomer pairs say too little of themselves. */
const LEAST_COUNT = 3;

/** Most channel cost of a slip. */
const MOST_COST = 7.5;

/** How many times as often the right pair has to stand there. What is nearer to that needs a person (`misspellings.tsv`). */
const TIMES_AS_OFTEN = 25;

/** Share of a pair's uses in which neither syllable belongs to another word; where it is less, they meet by chance. */
const FREE_SHARE = 0.4;

/** Places of a pair that are read. */
const MOST_PLACES = 16;

/** Share of them that wide context has to decide for the right one, by a nat and a half. */
const SHARE = 0.75;
const DECIDED = 1.5;

/** What is asked of a right pair that stands in the lexicon, and of another: two words that often meet prove less. */
const LISTED = { rightCount: 40, margin: 4 };
const OTHER = { rightCount: 400, margin: 7 };

/**
 * Finds misprints by their kind, not one by one. "tương lại" stands so often that the n-grams take it for a word, and
 * whoever reads a single place by them overlooks it; but wide context speaks for "tương lai" at nearly every place, which
 * it seldom does of a pair that is right. Half a minute and 1 GB for 140 million words. Somebody has to read what it finds:
 * 44 in 100 were names, chance, rare words, or slips of a third word.
 * @param claimed pairs that are words; a misprint shares no syllable with one
 * @param listed pairs of the lexicon, which are no misprints
 * @param bits of the table of pairs: 2^24 slots hold 15 million
 */
export function findMisprints(
  ids: Uint16Array,
  vocabulary: Vocabulary,
  confusables: Confusables,
  claimed: ReadonlySet<number>,
  listed: ReadonlySet<number>,
  context: Pick<ContextModel, 'reach' | 'look' | 'score'>,
  bits = 24,
): Misprint[] {
  const suspects = listSuspects(countPairs(ids, bits), vocabulary.syllable, confusables, listed);
  for (let at = 1; at + 2 < ids.length; at++) {
    const suspect = suspects.get(pairKey(ids[at], ids[at + 1]));
    if (suspect === undefined) continue;
    if (claimed.has(pairKey(ids[at - 1], ids[at])) || claimed.has(pairKey(ids[at + 1], ids[at + 2]))) continue;
    // Spread over the corpus, whose newspapers differ.
    const step = Math.max(1, Math.floor(suspect.count / MOST_PLACES));
    if (++suspect.free % step === 0 && suspect.places.length < MOST_PLACES) suspect.places.push(at);
  }
  const found: Misprint[] = [];
  for (const { wrong, right, count, rightCount, places, free } of suspects.values()) {
    if (places.length < 2 || free < FREE_SHARE * count) continue;
    const side = wrong[0] === right[0] ? 1 : 0;
    const margins = places.map((at) => {
      const from = Math.max(0, at + side - context.reach);
      const window = ids.subarray(from, at + side + context.reach + 1);
      context.look(window, window.length, at + side - from);
      return context.score(right[side]) - context.score(wrong[side]);
    });
    const margin = margins.reduce((sum, one) => sum + one, 0) / margins.length;
    const decided = margins.filter((one) => one > DECIDED).length;
    const bar = listed.has(pairKey(...right)) ? LISTED : OTHER;
    if (rightCount >= bar.rightCount && margin >= bar.margin && decided >= SHARE * margins.length)
      found.push({ wrong, right, count, rightCount, margin, places });
  }
  return found.sort((a, b) => b.count - a.count || a.wrong[0] - b.wrong[0] || a.wrong[1] - b.wrong[1]);
}

interface Suspect {
  readonly wrong: readonly [number, number];
  readonly right: readonly [number, number];
  readonly count: number;
  readonly rightCount: number;
  /** How often neither syllable belongs to another word. */
  free: number;
  readonly places: number[];
}

/** Pairs that are far seldomer than one that differs from them by a slip in one syllable: the likeliest such, by count and cost. */
function listSuspects(
  counts: BigramCounts,
  syllable: Uint8Array,
  confusables: Confusables,
  listed: ReadonlySet<number>,
): Map<number, Suspect> {
  const suspects = new Map<number, Suspect>();
  const countOf = (first: number, second: number): number => {
    const slot = counts.find(first, second);
    return slot < 0 ? 0 : counts.count[slot];
  };
  for (let slot = 0; slot < counts.key.length; slot++) {
    const count = counts.count[slot];
    const wrong: readonly [number, number] = [counts.key[slot] >>> 16, counts.key[slot] & 0xffff];
    const key = pairKey(...wrong);
    if (count < LEAST_COUNT || listed.has(key) || syllable[wrong[0]] + syllable[wrong[1]] < 2) continue;
    let best = Number.NEGATIVE_INFINITY;
    for (const side of [0, 1] as const) {
      for (let k = confusables.start[wrong[side]]; k < confusables.start[wrong[side] + 1]; k++) {
        if (confusables.costs[k] > MOST_COST) continue;
        const meant = confusables.ids[k];
        const right: readonly [number, number] = side === 0 ? [meant, wrong[1]] : [wrong[0], meant];
        const rightCount = countOf(...right);
        if (rightCount < Math.max(LISTED.rightCount, TIMES_AS_OFTEN * count)) continue;
        const worth = Math.log(rightCount) - confusables.costs[k];
        if (worth <= best) continue;
        best = worth;
        suspects.set(key, { wrong, right, count, rightCount, free: 0, places: [] });
      }
    }
  }
  return suspects;
}
