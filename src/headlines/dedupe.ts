import type { Block } from './blocks.ts';
import { compareFolded, countShared, thresholdOf } from './compare.ts';
import { type FoldedHeadline, foldHeadline } from './fold.ts';
import { mix } from './letters.ts';

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

/** What {@link dedupe} finds. */
export interface DedupeResult {
  readonly repeats: readonly Repeat[];
}

/** Shorter blocks are contained by accident. */
const LEAST_CONTAINED = 12;
/** Words of a run that two blocks share before they are compared. */
const RUN = 3;
/** A run that more blocks have than this tells nothing; keeps the work linear. */
const LONGEST_POSTING = 32;

/**
 * Repeated headlines, leads, bylines, captions and paragraphs of one document. The first is kept; each repeat points to
 * it. Blocks that differ in a number or a name are no repeats, nor are placeholders such as `{body}`, nor menu words.
 * @throws {TypeError} if a block has no text
 * @example
 * dedupe(splitBlocks('Tổng kết 10 năm phát triển đảng\n\nTổng kết 10 năm phát triển Đảng')).repeats;
 * // [{ index: 1, of: 0, kind: 'headline', similarity: 1, reason: 'equal' }]
 */
export function dedupe(blocks: readonly Block[], options: DedupeOptions = {}): DedupeResult {
  if (!Array.isArray(blocks)) throw new TypeError('hieudinh: dedupe needs an array of blocks');
  const threshold = thresholdOf(options.threshold ?? 0.8);
  const folded: (FoldedHeadline | undefined)[] = [];
  const equal = new Map<string, number>();
  const postings = new Map<number, number[]>();
  const repeats: Repeat[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (typeof block?.text !== 'string') throw new TypeError(`hieudinh: block ${index} has no text, expected a string`);
    folded[index] = undefined;
    if (isPlaceholder(block.text)) continue;
    const read = foldHeadline(block.text);
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
    const runs = runsOf(read);
    const near = shape === 'byline' ? undefined : nearest(read, runs, postings, folded, threshold);
    if (near !== undefined) {
      repeats.push({ index, ...near, kind: block.kind ?? kindOf(shape, index, block) });
      continue;
    }
    folded[index] = read;
    for (const run of runs) {
      const posting = postings.get(run);
      if (posting === undefined) postings.set(run, [index]);
      else if (posting.length < LONGEST_POSTING) posting.push(index);
    }
  }
  return { repeats };
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

/** Hashes of neighbouring rare words, in sorted order: near blocks share many. */
function runsOf(read: FoldedHeadline): number[] {
  const runs: number[] = [];
  const { words } = read;
  for (let i = 0; i + RUN <= words.length; i++) {
    let run = 0;
    for (let j = i; j < i + RUN; j++) run = mix(run ^ words[j]);
    runs.push(run);
  }
  return runs;
}

function nearest(
  read: FoldedHeadline,
  runs: readonly number[],
  postings: ReadonlyMap<number, readonly number[]>,
  folded: readonly (FoldedHeadline | undefined)[],
  threshold: number,
): { of: number; similarity: number; reason: 'near' | 'contained' } | undefined {
  const tried = new Set<number>();
  let best: { of: number; similarity: number; reason: 'near' | 'contained' } | undefined;
  for (const run of runs) {
    for (const other of postings.get(run) ?? []) {
      if (tried.has(other) || (best !== undefined && other > best.of)) continue;
      tried.add(other);
      const before = folded[other];
      if (before === undefined) continue;
      const { same, similarity } = compareFolded(before, read, threshold);
      if (same) best = { of: other, similarity, reason: 'near' };
      else if (isContained(read, before)) best = { of: other, similarity, reason: 'contained' };
    }
  }
  return best;
}

/** All words of a long block stand in an earlier, longer one. Numbers must be the same. */
function isContained(read: FoldedHeadline, before: FoldedHeadline): boolean {
  const { words } = read;
  return (
    words.length >= LEAST_CONTAINED &&
    words.length < before.words.length &&
    read.numbers === before.numbers &&
    countShared(words, before.words) === words.length
  );
}
