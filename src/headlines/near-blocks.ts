import { compareFolded, countShared, leastSimilarity } from './compare.ts';
import { type FoldedHeadline, isListed } from './fold.ts';
import { mix } from './letters.ts';
import { RunPostings } from './run-postings.ts';
import type { WordRuns } from './word-runs.ts';

/** The earlier block that {@link NearBlocks.nearest} finds. */
export interface NearBlock {
  readonly of: number;
  readonly similarity: number;
  readonly reason: 'near' | 'contained';
}

/** Shorter blocks are contained by accident. */
export const LEAST_CONTAINED = 12;
/** Words of a run that two blocks share before they are compared. */
const RUN = 3;

/**
 * The blocks of a document so far, and which of them a new one nearly repeats or is a part of.
 *
 * Two blocks are compared where they share a run of words in sorted order. In a long text most pairs that do are no
 * more than about the same matter, so that a summary of each block, half a cache line, rules out nearly all of them
 * before a word is looked at:
 *
 * | Int32 | meaning |
 * |---|---|
 * | 0 | how many words |
 * | 1 | low half of the hash of the numbers |
 * | 2, 3 | a bit for each word that is not listed as common: which of 64 is in its hash |
 * | 4, 5 | the same for the listed words, which would else fill the bits of the others |
 * | 6 | the last call that met the block, so that it is judged once a call |
 * | 7 | none: keeps a summary in one line |
 */
export class NearBlocks {
  private readonly threshold: number;
  private readonly postings = new RunPostings();
  private readonly blocks: { readonly index: number; readonly read: FoldedHeadline; readonly written: WordRuns }[] = [];
  private summaries = new Int32Array(1 << 8);
  private calls = 0;
  /** Runs and summary of the block that was read last, which is nearly always asked about and then added. */
  private last: FoldedHeadline | undefined;
  private runs = new Int32Array(0);
  private readonly summary = new Int32Array(STRIDE);

  constructor(threshold: number) {
    this.threshold = threshold;
  }

  /** The first block added that says the same or contains this one word for word. */
  nearest(read: FoldedHeadline, written: WordRuns): NearBlock | undefined {
    this.summarise(read);
    const { postings, runs, summaries } = this;
    const call = ++this.calls;
    let best: NearBlock | undefined;
    let first = this.blocks.length;
    for (let run = 0; run < runs.length; run++) {
      postings.find(runs[run]);
      const { slots, end } = postings;
      for (let at = postings.start; at < end; at++) {
        const slot = slots[at];
        if (slot >= first || summaries[slot * STRIDE + TRIED] === call) continue;
        summaries[slot * STRIDE + TRIED] = call;
        if (!this.mayRepeat(slot)) continue;
        const before = this.blocks[slot];
        const { same, similarity } = compareFolded(before.read, read, this.threshold);
        if (!same && !isContained(read, before.read, written, before.written)) continue;
        best = { of: before.index, similarity, reason: same ? 'near' : 'contained' };
        first = slot;
      }
    }
    return best;
  }

  /** Remembers a block, whose index is above those of all before. */
  add(index: number, read: FoldedHeadline, written: WordRuns): void {
    this.summarise(read);
    const slot = this.blocks.push({ index, read, written }) - 1;
    if ((slot + 1) * STRIDE > this.summaries.length) {
      const larger = new Int32Array(2 * this.summaries.length);
      larger.set(this.summaries);
      this.summaries = larger;
    }
    this.summaries.set(this.summary, slot * STRIDE);
    for (let run = 0; run < this.runs.length; run++) this.postings.add(this.runs[run], slot);
  }

  private summarise(read: FoldedHeadline): void {
    if (this.last === read) return;
    this.last = read;
    this.runs = runsOf(read.words);
    const { summary } = this;
    summary.fill(0);
    summary[SIZE] = read.words.length;
    summary[NUMBERS] = read.numbers | 0;
    for (const word of read.words) summary[(isListed(word) ? LISTED : OTHERS) + ((word >> 5) & 1)] |= 1 << (word & 31);
  }

  /** False only where the block last read is neither near to this one nor contained in it. */
  private mayRepeat(slot: number): boolean {
    const { summary, summaries } = this;
    const at = slot * STRIDE;
    const size = summary[SIZE];
    const sizeBefore = summaries[at + SIZE];
    const mayBeNear = summary[NUMBERS] === summaries[at + NUMBERS];
    const mayBeContained = size >= LEAST_CONTAINED && size < sizeBefore;
    if (!mayBeNear && !mayBeContained) return false;
    const least = leastSimilarity(size, sizeBefore, this.threshold);
    if (!mayBeContained && Math.min(size, sizeBefore) / Math.max(size, sizeBefore) < least) return false;
    // Bits that only one has stand for as many words, at least, that the other lacks.
    let missing = 0;
    let missingBefore = 0;
    for (let part = OTHERS; part < OTHERS + 4; part++) {
      const bits = summary[part];
      const bitsBefore = summaries[at + part];
      missing += countBits(bits & ~bitsBefore);
      missingBefore += countBits(bitsBefore & ~bits);
    }
    if (mayBeContained && missing === 0) return true;
    const shared = Math.min(size - missing, sizeBefore - missingBefore);
    return mayBeNear && shared / (size + sizeBefore - shared) >= least;
  }
}

const STRIDE = 8;
const SIZE = 0;
const NUMBERS = 1;
const OTHERS = 2;
const LISTED = 4;
const TRIED = 6;

/** Hashes of neighbouring words in sorted order, rare ones first: near blocks share many. */
function runsOf(words: Int32Array): Int32Array<ArrayBuffer> {
  const runs = new Int32Array(Math.max(0, words.length - RUN + 1));
  for (let i = 0; i < runs.length; i++) {
    let run = 0;
    for (let j = i; j < i + RUN; j++) run = mix(run ^ words[j]);
    runs[i] = run;
  }
  return runs;
}

function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A long block stands word for word in an earlier, longer one. */
function isContained(read: FoldedHeadline, before: FoldedHeadline, runs: WordRuns, runsBefore: WordRuns): boolean {
  const size = read.words.length;
  return (
    size >= LEAST_CONTAINED &&
    size < before.words.length &&
    countShared(read.words, before.words) === size &&
    runsBefore.contains(runs)
  );
}
