import {
  bigramHash,
  FINGERPRINT_SHIFT,
  fingerprint,
  homeSlot,
  type NgramTables,
  trigramHash,
} from '../language/ngrams.ts';
import type { PrunedModel } from './smooth.ts';

/** Shares of the tables' slots that are filled. Fuller probes longer; emptier is larger on disk but not when packed. */
const LOAD = 0.68;

/** Puts a model into the tables of {@link NgramTables}. Deterministic: entries go in the order of their hashes. */
export function quantise(model: PrunedModel): NgramTables {
  const bigramLevels = levelsOf(model.bigram.logProbability);
  const stored = model.bigram.logBackoff.filter((weight) => weight !== 0);
  const backoffLevels = levelsOf(stored, 15);
  const trigramLevels = levelsOf(model.trigram.logProbability);
  const levels = new Float32Array(96);
  levels.set(bigramLevels);
  // Level 0 is a weight of exactly 1: a bigram that no kept trigram starts with.
  levels.set([0, ...backoffLevels], 32);
  levels.set(trigramLevels, 64);

  const { first, second } = model.bigram;
  const bigram = new Uint16Array(Math.ceil(first.length / LOAD));
  const bigramExtra = new Uint8Array(bigram.length);
  insert(
    bigram,
    first.length,
    (i) => bigramHash(first[i], second[i]),
    (i, at) => {
      const weight = model.bigram.logBackoff[i];
      bigramExtra[at] = weight === 0 ? 0 : 1 + nearest(backoffLevels, weight);
      return nearest(bigramLevels, model.bigram.logProbability[i]);
    },
  );
  const t = model.trigram;
  const trigram = new Uint16Array(Math.ceil(t.first.length / LOAD));
  insert(
    trigram,
    t.first.length,
    (i) => trigramHash(t.first[i], t.second[i], t.third[i]),
    (i) => nearest(trigramLevels, t.logProbability[i]),
  );
  const unigram = new Float32Array(model.logUnigram.length * 2);
  unigram.set(model.logUnigram);
  unigram.set(model.logBackoff, model.logUnigram.length);
  return { bigram, bigramExtra, trigram, levels, unigram };
}

function insert(
  table: Uint16Array,
  size: number,
  hashOf: (i: number) => number,
  levelOf: (i: number, at: number) => number,
): void {
  const hashes = new Float64Array(size);
  for (let i = 0; i < size; i++) hashes[i] = (hashOf(i) >>> 0) * 2 ** 21 + (i % 2 ** 21);
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  order.sort((a, b) => hashes[a] - hashes[b] || a - b);
  for (const i of order) {
    const hash = hashOf(i);
    let at = homeSlot(hash, table.length);
    while (table[at] !== 0) at = at + 1 === table.length ? 0 : at + 1;
    table[at] = (fingerprint(hash) << FINGERPRINT_SHIFT) | levelOf(i, at);
  }
}

/** Means of equally filled bins, ascending (the quantiser of Federico and Bertoldi 2006). */
function levelsOf(values: Float32Array, count = 32): Float32Array {
  const sorted = values.slice().sort();
  const levels = new Float32Array(count);
  for (let bin = 0; bin < count; bin++) {
    const from = Math.floor((bin * sorted.length) / count);
    const to = Math.max(from + 1, Math.floor(((bin + 1) * sorted.length) / count));
    let sum = 0;
    let n = 0;
    for (let i = from; i < to && i < sorted.length; i++) {
      sum += sorted[i];
      n++;
    }
    levels[bin] = n > 0 ? sum / n : 0;
  }
  return levels;
}

function nearest(levels: Float32Array, value: number): number {
  let low = 0;
  let high = levels.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (levels[middle] + levels[middle + 1] < 2 * value) low = middle + 1;
    else high = middle;
  }
  return low;
}
