import { pairKey } from '../language/word-pairs.ts';
import { countPairs } from './count.ts';

/** Seldomer pairs are not looked at: a row of their own would be learned from too few places. */
const LEAST_COUNT = 100;

/** Least mutual information, natural log: pairs that stand together by chance ("của các") say no more than their words. */
const LEAST_INFORMATION = 1;

/**
 * The pairs of words that say most about each other: count times pointwise mutual information. In Vietnamese most of
 * them are words of two syllables. Reads the corpus once, half a minute and 0.3 GB.
 * @returns keys in ascending order, at most `most`
 */
export function chooseContextPairs(ids: Uint16Array, words: number, most: number, bits = 25): Uint32Array {
  const unigram = new Float64Array(words);
  for (let i = 0; i < ids.length; i++) unigram[ids[i]]++;
  const pairs = countPairs(ids, bits);
  const worth: { key: number; worth: number }[] = [];
  for (let slot = 0; slot < pairs.key.length; slot++) {
    const count = pairs.count[slot];
    if (count < LEAST_COUNT) continue;
    const key = pairs.key[slot];
    const information = Math.log((count * ids.length) / (unigram[key >>> 16] * unigram[key & 0xffff]));
    if (information > LEAST_INFORMATION)
      worth.push({ key: pairKey(key >>> 16, key & 0xffff), worth: count * information });
  }
  worth.sort((a, b) => b.worth - a.worth || a.key - b.key);
  return Uint32Array.from(worth.slice(0, most), ({ key }) => key).sort();
}
