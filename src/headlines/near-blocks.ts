import { areTwoClauses } from './clauses.ts';
import { compareFolded, leastSimilarity } from './compare.ts';
import { isContained, LEAST_CONTAINED } from './contained.ts';
import type { HeadlineReader } from './fold.ts';
import type { KeptBlock } from './kept-block.ts';
import { mix } from './letters.ts';
import { isListed } from './packed-words.ts';
import { RunPostings } from './run-postings.ts';

/** The earlier block that {@link NearBlocks.nearest} finds. */
export interface NearBlock {
  readonly of: number;
  readonly similarity: number;
  readonly reason: 'near' | 'contained';
}

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
  private readonly inLaw: boolean;
  private readonly postings: RunPostings;
  private readonly blocks: KeptBlock[] = [];
  private summaries = new Int32Array(1 << 8);
  private calls = 0;
  /** The block that was read last, which is nearly always asked about and then added. */
  private last: KeptBlock | undefined;
  /** Its runs, the first `runCount`, and its summary. */
  private runs = new Int32Array(1 << 8);
  private runCount = 0;
  private readonly summary = new Int32Array(STRIDE);

  /**
   * @param words how many the blocks may have, taken together; more are no harm
   * @param inLaw whether they are those of a law, whose clauses are alike on purpose
   */
  constructor(threshold: number, words: number = 0, inLaw: boolean = false) {
    this.threshold = threshold;
    this.inLaw = inLaw;
    this.postings = new RunPostings(words);
  }

  /** The first block added that says the same or contains this one word for word. The reader has read it last. */
  nearest(block: KeptBlock, reader: HeadlineReader): NearBlock | undefined {
    this.summarise(block, reader);
    const { postings, runs, runCount, summaries } = this;
    const call = ++this.calls;
    let best: NearBlock | undefined;
    let first = this.blocks.length;
    for (let run = 0; run < runCount; run++) {
      postings.find(runs[run]);
      const { slots, end } = postings;
      for (let at = postings.start; at < end; at++) {
        const slot = slots[at];
        if (slot >= first || summaries[slot * STRIDE + TRIED] === call) continue;
        summaries[slot * STRIDE + TRIED] = call;
        if (!this.mayRepeat(slot)) continue;
        const before = this.blocks[slot];
        const { same, similarity } = compareFolded(before.folded, block.folded, this.threshold);
        const isNear = same && !areTwoClauses(block, before, this.inLaw);
        if (!isNear && !isContained(block, before)) continue;
        best = { of: before.index, similarity, reason: isNear ? 'near' : 'contained' };
        first = slot;
      }
    }
    return best;
  }

  /** Remembers a block, whose index is above those of all before. The reader has read it last. */
  add(block: KeptBlock, reader: HeadlineReader): void {
    this.summarise(block, reader);
    const slot = this.blocks.push(block) - 1;
    if ((slot + 1) * STRIDE > this.summaries.length) {
      const larger = new Int32Array(2 * this.summaries.length);
      larger.set(this.summaries);
      this.summaries = larger;
    }
    this.summaries.set(this.summary, slot * STRIDE);
    for (let run = 0; run < this.runCount; run++) this.postings.add(this.runs[run], slot);
  }

  private summarise(block: KeptBlock, reader: HeadlineReader): void {
    if (this.last === block) return;
    this.last = block;
    const { summary } = this;
    const { size } = reader;
    summary.fill(0);
    summary[SIZE] = size;
    summary[NUMBERS] = reader.numbers | 0;
    if (size > this.runs.length) this.runs = new Int32Array(2 * size);
    this.runCount = 0;
    // Runs of neighbouring words in sorted order, rare ones first: near blocks share many.
    let last = 0;
    let beforeLast = 0;
    for (let i = 0; i < size; i++) {
      const word = reader.wordAt(i);
      summary[(isListed(word) ? LISTED : OTHERS) + ((word >> 5) & 1)] |= 1 << (word & 31);
      if (i >= RUN - 1) this.runs[this.runCount++] = mix(mix(mix(beforeLast) ^ last) ^ word);
      beforeLast = last;
      last = word;
    }
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

function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
