import type { Block } from './blocks.ts';
import { thresholdOf } from './compare.ts';
import { type FoldedHeadline, readBlock, type WrittenWords } from './fold.ts';
import { LEAST_CONTAINED, NearBlocks } from './near-blocks.ts';
import { sentenceStarts, stretchesIn, stretchOf } from './repeated-parts.ts';
import { LONGEST_POSTING } from './run-postings.ts';
import { runAt, WordRuns } from './word-runs.ts';

/** Settings of {@link dedupe}. */
export interface DedupeOptions {
  /** Share of the words, 0.5 to 1, that a near repeat must have. Default 0.8: inside one page, likeness is common. */
  readonly threshold?: number;
}

/** What a repeated block is. */
export type BlockKind = 'headline' | 'lead' | 'byline' | 'caption' | 'paragraph';

/** A block that says again what an earlier one says. */
export interface Repeat {
  /** Which block it is, by its place in the input. */
  readonly index: number;
  /** The first block that says it, which is kept. */
  readonly of: number;
  /** The caller's own kind where given, else by shape. */
  readonly kind: BlockKind | (string & {});
  /** 0 to 1. */
  readonly similarity: number;
  readonly reason: 'equal' | 'near' | 'contained';
}

/** A part of a block that says again what stands earlier in the same block or in another; offsets in `block.text`. */
export interface RepeatedPart {
  /** Which block it is in. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** The block that says it first: the same, or an earlier one, which this one contains whole. */
  readonly of: number;
  readonly ofStart: number;
  readonly ofEnd: number;
}

/** What {@link dedupe} finds. Each can be taken out by one edit: see `removalOf` and `partRemovalOf`. */
export interface DedupeResult {
  /** Whole blocks, in their order. */
  readonly repeats: readonly Repeat[];
  /** Parts of blocks that are no repeats as a whole, in their order; they do not overlap. */
  readonly parts: readonly RepeatedPart[];
}

interface Written {
  readonly words: WrittenWords;
  readonly runs: WordRuns;
}

/** Words by which a whole block is found inside a later one. */
const OPENING_RUN = 4;

/**
 * Repeated headlines, leads, bylines, captions and paragraphs of one document, and what one paragraph says twice. The
 * first is kept; each repeat points to it. Blocks that differ in a number or a name are no repeats, nor are placeholders
 * such as `{body}`, nor menu words. The blocks may come from anywhere: see `splitBlocks` for plain text.
 * @throws {TypeError} if a block has no text
 * @example
 * dedupe(splitBlocks('Tổng kết 10 năm phát triển đảng\n\nTổng kết 10 năm phát triển Đảng')).repeats;
 * // [{ index: 1, of: 0, kind: 'headline', similarity: 1, reason: 'equal' }]
 */
export function dedupe(blocks: readonly Block[], options: DedupeOptions = {}): DedupeResult {
  if (!Array.isArray(blocks)) throw new TypeError('hieudinh: dedupe needs an array of blocks');
  const threshold = thresholdOf(options.threshold ?? 0.8);
  const equal = new Map<string, number>();
  const earlier = new NearBlocks(threshold);
  const written: (Written | undefined)[] = [];
  const openings = new Map<number, number[]>();
  const repeats: Repeat[] = [];
  const parts: RepeatedPart[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (typeof block?.text !== 'string') throw new TypeError(`hieudinh: block ${index} has no text, expected a string`);
    written[index] = undefined;
    if (isPlaceholder(block.text)) continue;
    const { read, words } = readBlock(block.text);
    const shape = shapeOf(block.text, read);
    if (block.kind === undefined && shape === undefined) continue;
    const key = `${read.hash},${read.check}`;
    const first = equal.get(key);
    if (first !== undefined) {
      repeats.push({
        index,
        of: first,
        kind: block.kind ?? kindOf(shape, index, block),
        similarity: 1,
        reason: 'equal',
      });
      continue;
    }
    equal.set(key, index);
    const runs = new WordRuns(words.hashes);
    written[index] = { words, runs };
    const near = shape === 'byline' ? undefined : earlier.nearest(read, runs);
    if (near !== undefined) {
      repeats.push({ index, ...near, kind: block.kind ?? kindOf(shape, index, block) });
      continue;
    }
    earlier.add(index, read, runs);
    parts.push(...partsOf(index, blocks, written, openings));
  }
  return { repeats, parts };
}

function addTo(postings: Map<number, number[]>, run: number, index: number): void {
  const posting = postings.get(run);
  if (posting === undefined) postings.set(run, [index]);
  else if (posting.length < LONGEST_POSTING) posting.push(index);
}

/** What a block says twice, and the earlier blocks of whole sentences that it contains; then it is itself remembered. */
function partsOf(
  index: number,
  blocks: readonly Block[],
  written: readonly (Written | undefined)[],
  openings: Map<number, number[]>,
): RepeatedPart[] {
  const { text } = blocks[index];
  const { words, runs } = written[index]!;
  const { hashes, starts } = words;
  const boundaries = sentenceStarts(text, words);
  const parts: RepeatedPart[] = stretchesIn(text, words, boundaries).map((one) => ({ index, of: index, ...one }));
  if (hashes.length < LEAST_CONTAINED) return parts;
  let covered = 0;
  for (let at = 0; at + LEAST_CONTAINED <= hashes.length; at++) {
    if (boundaries[at] === 0 || starts[at] < covered) continue;
    for (const other of openings.get(runAt(hashes, at, OPENING_RUN)) ?? []) {
      const whole = written[other]!.runs;
      const to = at + whole.hashes.length;
      if (boundaries[to] !== 1 || !runs.standsAt(whole, at)) continue;
      const [start, end] = stretchOf(text, words, boundaries, at, to);
      if (parts.some((part) => part.start < end && start < part.end)) continue;
      parts.push({ index, start, end, of: other, ofStart: 0, ofEnd: blocks[other].text.length });
      covered = end;
      break;
    }
  }
  addTo(openings, runAt(hashes, 0, OPENING_RUN), index);
  return parts.sort((a, b) => a.start - b.start);
}

type Shape = 'byline' | 'caption' | 'headline' | 'paragraph';

/** Undefined for what repeats on every page without being wrong: menu words, counters, single words. */
function shapeOf(text: string, read: FoldedHeadline): Shape | undefined {
  const words = read.words.length;
  // In a line of capitals every word has one: only a short one is a name.
  const mostWords = /\p{Ll}/u.test(text) ? 5 : 4;
  if (words >= 2 && words <= mostWords && read.numbers === 0 && isPersonName(text)) return 'byline';
  if (words < 4) return undefined;
  if (/[.…]$/u.test(text.trimEnd())) return words <= 16 ? 'caption' : 'paragraph';
  return words >= 5 ? (words <= 40 ? 'headline' : 'paragraph') : undefined;
}

/** Two to five words, each with a capital, nothing between them but spaces, dots and hyphens. */
function isPersonName(text: string): boolean {
  if (text.length > 48) return false;
  const words = text
    .replace(/^\s*(?:bài|ảnh|tin|theo|thực hiện)(?:\s*(?:,|và|-)\s*(?:bài|ảnh|tin))*\s*:\s*/iu, '')
    .trim();
  return /^\p{Lu}\p{M}*[\p{L}\p{M}]*(?:[\s.-]+\p{Lu}\p{M}*[\p{L}\p{M}]*){1,4}$/u.test(words);
}

/** A long block near the top opens the article. */
function kindOf(shape: Shape | undefined, index: number, block: Block): BlockKind {
  if (shape === 'paragraph' && index < 6 && block.text.length < 600) return 'lead';
  return shape ?? 'paragraph';
}

/** `{body}`, `{name} - {time}`: nothing left but punctuation once the braces are gone. */
function isPlaceholder(text: string): boolean {
  return text.includes('{') && !/[\p{L}\d]/u.test(text.replace(/\{[^{}]*\}/gu, ''));
}
