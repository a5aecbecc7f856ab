import { FIRST_WORD, ID_BOUNDARY } from '../language/ids.ts';

/** Open-addressing counts of pairs of ids; the key is `first << 16 | second`, and 0 (two unknowns) is not counted. */
export class BigramCounts {
  readonly mask: number;
  readonly key: Uint32Array;
  readonly count: Uint32Array;
  size = 0;

  constructor(bits: number) {
    this.mask = (1 << bits) - 1;
    this.key = new Uint32Array(1 << bits);
    this.count = new Uint32Array(1 << bits);
  }

  /** Slot of a pair, or -1 - (the free slot where it would go). */
  find(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0;
    let at = slotHash(key) & this.mask;
    while (this.key[at] !== 0) {
      if (this.key[at] === key) return at;
      at = (at + 1) & this.mask;
    }
    return -1 - at;
  }

  add(first: number, second: number): number {
    let at = this.find(first, second);
    if (at < 0) {
      at = -1 - at;
      this.key[at] = ((first << 16) | second) >>> 0;
      if (++this.size > this.mask * 0.9)
        throw new RangeError('hieudinh: more bigrams than the table holds; build with more bits');
    }
    this.count[at]++;
    return at;
  }
}

function slotHash(key: number): number {
  let h = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Counts the pairs of words that stand side by side; numbers, pauses and boundaries are no words. 8 bytes a slot. */
export function countPairs(ids: Uint16Array, bits: number): BigramCounts {
  const pairs = new BigramCounts(bits);
  for (let i = 1; i < ids.length; i++)
    if (ids[i - 1] >= FIRST_WORD && ids[i] >= FIRST_WORD) pairs.add(ids[i - 1], ids[i]);
  return pairs;
}

/** Counts of n-grams up to 3 over a sequence of ids. */
export interface NgramCounts {
  readonly unigram: Float64Array;
  readonly bigram: BigramCounts;
  /** Trigrams seen twice or more: slot of the first two words in `bigram`, the third word, the count. */
  readonly trigram: { readonly history: Uint32Array; readonly word: Uint16Array; readonly count: Uint32Array };
  /** How many trigram types were seen exactly 1, 2, 3, 4 times. */
  readonly trigramCountOfCounts: readonly number[];
  /** For each bigram slot, how many words follow it once, twice, three times or more. */
  readonly followers: readonly [Uint32Array, Uint32Array, Uint32Array];
}

/**
 * Counts bigrams, then trigrams keyed by their bigram's slot. No n-gram reaches across a boundary, though one may start
 * or end with it. Memory: 12 bytes a bigram slot, 12 bytes a trigram slot, the defaults 0.2 GB and 1.6 GB, and 0.2 GB
 * for the followers; 160 M tokens take about a minute.
 */
export function countNgrams(
  ids: Uint16Array,
  words: number,
  progress: (message: string) => void,
  bigramBits = 24,
  trigramBits = 27,
): NgramCounts {
  const unigram = new Float64Array(words);
  const bigram = new BigramCounts(bigramBits);
  for (let i = 0; i < ids.length; i++) unigram[ids[i]]++;
  let previous = ID_BOUNDARY;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    if ((previous | id) !== 0) bigram.add(previous, id);
    previous = id;
  }
  progress(`bigrams: ${bigram.size}`);
  const mask = 2 ** trigramBits - 1;
  const key = new Float64Array(mask + 1);
  const count = new Uint32Array(mask + 1);
  let size = 0;
  let history = -1;
  let before = ID_BOUNDARY;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    if (history >= 0) {
      // 40 bits: exact in a double. Slot 0 with word 0 cannot be: its key would be a pair of unknowns.
      const k = history * 65536 + id + 1;
      let at = (slotHash((history ^ Math.imul(id, 0x9e3779b1)) >>> 0) + Math.imul(id, 0x85ebca6b)) & mask;
      while (key[at] !== 0 && key[at] !== k) at = (at + 1) & mask;
      if (key[at] === 0) {
        key[at] = k;
        if (++size > mask * 0.9)
          throw new RangeError('hieudinh: more trigrams than the table holds; build with more bits');
      }
      count[at]++;
    }
    history = id === ID_BOUNDARY || (before | id) === 0 ? -1 : bigram.find(before, id);
    before = id;
  }
  progress(`trigrams: ${size}`);
  const followers: [Uint32Array, Uint32Array, Uint32Array] = [
    new Uint32Array(bigram.mask + 1),
    new Uint32Array(bigram.mask + 1),
    new Uint32Array(bigram.mask + 1),
  ];
  const countOfCounts = [0, 0, 0, 0, 0];
  let kept = 0;
  for (let at = 0; at <= mask; at++) {
    const n = count[at];
    if (n === 0) continue;
    const slot = Math.floor((key[at] - 1) / 65536);
    followers[n < 3 ? n - 1 : 2][slot]++;
    if (n < 5) countOfCounts[n]++;
    if (n > 1) kept++;
  }
  const trigram = { history: new Uint32Array(kept), word: new Uint16Array(kept), count: new Uint32Array(kept) };
  let to = 0;
  for (let at = 0; at <= mask; at++) {
    const n = count[at];
    if (n < 2) continue;
    const slot = Math.floor((key[at] - 1) / 65536);
    trigram.history[to] = slot;
    trigram.word[to] = key[at] - 1 - slot * 65536;
    trigram.count[to++] = n;
  }
  progress(`trigrams seen twice or more: ${kept}`);
  return { unigram, bigram, trigram, trigramCountOfCounts: countOfCounts, followers };
}
