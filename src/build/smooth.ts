import type { NgramCounts } from './count.ts';

/** A pruned back-off model, as parallel arrays; probabilities are natural logarithms. */
export interface PrunedModel {
  readonly logUnigram: Float32Array;
  /** Logarithm of the weight by which a word's unseen followers fall back to unigrams. */
  readonly logBackoff: Float32Array;
  readonly bigram: {
    readonly first: Uint16Array;
    readonly second: Uint16Array;
    readonly logProbability: Float32Array;
    readonly logBackoff: Float32Array;
  };
  readonly trigram: {
    readonly first: Uint16Array;
    readonly second: Uint16Array;
    readonly third: Uint16Array;
    readonly logProbability: Float32Array;
  };
}

/** Discounts of counts 1, 2 and 3 or more (Chen and Goodman 1998, equation 26). */
function discounts(n: readonly number[]): [number, number, number] {
  const y = n[1] / (n[1] + 2 * n[2]);
  return [1 - 2 * y * (n[2] / n[1]), 2 - 3 * y * (n[3] / n[2]), 3 - 4 * y * (n[4] / n[3])].map((d, i) =>
    Number.isFinite(d) && d > 0 && d < i + 1 ? d : 0.5 + 0.4 * i,
  ) as [number, number, number];
}

/**
 * Interpolated absolute discounting with three discounts an order, lower orders from plain counts (Kneser-Ney's
 * continuation counts suffer most from pruning: Chelba et al. 2010), then pruned to a budget by how much each n-gram
 * adds to the log-likelihood of the corpus (the weighted difference of Seymore and Rosenfeld 1996), and back-off
 * weights computed anew so that each context sums to one.
 */
export function smoothAndPrune(
  counts: NgramCounts,
  bigramBudget: number,
  trigramBudget: number,
  progress: (message: string) => void,
): PrunedModel {
  const { unigram, bigram, trigram } = counts;
  const words = unigram.length;
  const slots = bigram.mask + 1;
  let total = 0;
  for (const n of unigram) total += n;
  const logUnigram = Float32Array.from(unigram, (n) => Math.log((n + 0.5) / (total + 0.5 * words)));

  const followOne = new Float64Array(words);
  const followTwo = new Float64Array(words);
  const followMore = new Float64Array(words);
  const outgoing = new Float64Array(words);
  const bigramCountOfCounts = [0, 0, 0, 0, 0];
  for (let at = 0; at < slots; at++) {
    const n = bigram.count[at];
    if (n === 0) continue;
    const first = bigram.key[at] >>> 16;
    outgoing[first] += n;
    if (n === 1) followOne[first]++;
    else if (n === 2) followTwo[first]++;
    else followMore[first]++;
    if (n < 5) bigramCountOfCounts[n]++;
  }
  const d2 = discounts(bigramCountOfCounts);
  const d3 = discounts(counts.trigramCountOfCounts);
  progress(`discounts: bigram ${d2.map((d) => d.toFixed(3))}, trigram ${d3.map((d) => d.toFixed(3))}`);

  const p2 = new Float32Array(slots);
  const gain2 = new Float32Array(slots);
  for (let at = 0; at < slots; at++) {
    const n = bigram.count[at];
    if (n === 0) continue;
    const first = bigram.key[at] >>> 16;
    const gamma = (d2[0] * followOne[first] + d2[1] * followTwo[first] + d2[2] * followMore[first]) / outgoing[first];
    const lower = gamma * Math.exp(logUnigram[bigram.key[at] & 0xffff]);
    const p = Math.max(n - d2[n < 3 ? n - 1 : 2], 0) / outgoing[first] + lower;
    p2[at] = p;
    gain2[at] = n * Math.log(p / lower);
  }
  const logP2 = (first: number, second: number): number => {
    const at = bigram.find(first, second);
    if (at >= 0) return Math.log(p2[at]);
    const gamma =
      (d2[0] * followOne[first] + d2[1] * followTwo[first] + d2[2] * followMore[first]) / Math.max(1, outgoing[first]);
    return Math.log(gamma || 1e-7) + logUnigram[second];
  };

  const size = trigram.history.length;
  const p3 = new Float32Array(size);
  const gain3 = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const history = trigram.history[i];
    const n = trigram.count[i];
    const inHistory = bigram.count[history];
    const gamma =
      (d3[0] * counts.followers[0][history] +
        d3[1] * counts.followers[1][history] +
        d3[2] * counts.followers[2][history]) /
      inHistory;
    const lower = gamma * Math.exp(logP2(bigram.key[history] & 0xffff, trigram.word[i]));
    const p = (n - d3[n < 3 ? n - 1 : 2]) / inHistory + lower;
    p3[i] = p;
    gain3[i] = n * Math.log(p / lower);
  }
  const threshold3 = thresholdFor(gain3, trigramBudget);
  // Both pairs of a kept trigram are kept, by which a reader tells it from one that has its fingerprint by chance.
  const suffixOf = (i: number): number => bigram.find(bigram.key[trigram.history[i]] & 0xffff, trigram.word[i]);
  const kept3 = indicesAbove(gain3, threshold3).filter((i) => suffixOf(i) >= 0);
  let pairs = 0;
  for (const i of kept3)
    for (const at of [trigram.history[i], suffixOf(i)]) {
      if (gain2[at] === Number.POSITIVE_INFINITY) continue;
      gain2[at] = Number.POSITIVE_INFINITY;
      pairs++;
    }
  const threshold2 = thresholdFor(gain2, bigramBudget);
  const kept2 = indicesAbove(gain2, threshold2);
  progress(
    `kept ${kept2.length} bigrams (gain over ${threshold2.toFixed(2)}; ${pairs} for trigrams) and ${kept3.length} trigrams (gain over ${threshold3.toFixed(2)})`,
  );

  // Back-off weights: what the kept n-grams leave, over what their words had in the lower order.
  const sumHigh = new Float64Array(words);
  const sumLow = new Float64Array(words);
  const keptSlot = new Uint8Array(slots);
  for (const at of kept2) {
    keptSlot[at] = 1;
    const first = bigram.key[at] >>> 16;
    sumHigh[first] += p2[at];
    sumLow[first] += Math.exp(logUnigram[bigram.key[at] & 0xffff]);
  }
  const logBackoff = Float32Array.from({ length: words }, (_, w) =>
    Math.log(Math.max(1e-4, 1 - sumHigh[w]) / Math.max(1e-4, 1 - sumLow[w])),
  );
  const prunedLogP2 = (first: number, second: number): number => {
    const at = bigram.find(first, second);
    return at >= 0 && keptSlot[at] === 1 ? Math.log(p2[at]) : logBackoff[first] + logUnigram[second];
  };
  const high = new Float32Array(slots);
  const low = new Float32Array(slots);
  for (const i of kept3) {
    const history = trigram.history[i];
    high[history] += p3[i];
    low[history] += Math.exp(prunedLogP2(bigram.key[history] & 0xffff, trigram.word[i]));
  }
  const backoffOf = (slot: number): number =>
    high[slot] === 0 ? 0 : Math.log(Math.max(1e-4, 1 - high[slot]) / Math.max(1e-4, 1 - low[slot]));
  return {
    logUnigram,
    logBackoff,
    bigram: {
      first: Uint16Array.from(kept2, (at) => bigram.key[at] >>> 16),
      second: Uint16Array.from(kept2, (at) => bigram.key[at] & 0xffff),
      logProbability: Float32Array.from(kept2, (at) => Math.log(p2[at])),
      logBackoff: Float32Array.from(kept2, backoffOf),
    },
    trigram: {
      first: Uint16Array.from(kept3, (i) => bigram.key[trigram.history[i]] >>> 16),
      second: Uint16Array.from(kept3, (i) => bigram.key[trigram.history[i]] & 0xffff),
      third: Uint16Array.from(kept3, (i) => trigram.word[i]),
      logProbability: Float32Array.from(kept3, (i) => Math.log(p3[i])),
    },
  };
}

function thresholdFor(gains: Float32Array, budget: number): number {
  const positive = gains.filter((gain) => gain > 0).sort();
  return positive.length <= budget ? 0 : positive[positive.length - budget];
}

function indicesAbove(gains: Float32Array, threshold: number): Uint32Array {
  let size = 0;
  for (let i = 0; i < gains.length; i++) if (gains[i] > threshold) size++;
  const kept = new Uint32Array(size);
  let to = 0;
  for (let i = 0; i < gains.length; i++) if (gains[i] > threshold) kept[to++] = i;
  return kept;
}
