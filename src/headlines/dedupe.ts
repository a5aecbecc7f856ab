import { headingStart } from './article-headings.ts';
import type { Block } from './blocks.ts';
import { isLaw } from './clauses.ts';
import { thresholdOf } from './compare.ts';
import { LEAST_CONTAINED } from './contained.ts';
import { withoutHeadings } from './contents.ts';
import { foldHeadline, HeadlineReader } from './fold.ts';
import { isListItem } from './items.ts';
import { KeptBlock } from './kept-block.ts';
import { spellNamesOtherwise } from './name-spelling.ts';
import { NearBlocks } from './near-blocks.ts';
import { isSentenceStart, stretchesIn, stretchOf } from './repeated-parts.ts';
import { LONGEST_POSTING } from './run-postings.ts';
import { headlineBody } from './source-marks.ts';
import { Tokens } from './tokens.ts';
import { verseLines } from './verse.ts';
import { runAt } from './word-runs.ts';

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

/** Words by which a whole block is found inside a later one. */
const OPENING_RUN = 4;

/**
 * Repeated headlines, leads, bylines, captions and paragraphs of one document, and what one paragraph says twice. The
 * first is kept; each repeat points to it. Blocks that differ in a number or a name are no repeats, nor are clauses of a
 * law or a list that differ in a word, nor what stands in the middle of an earlier sentence, nor placeholders such as
 * `{body}`, nor menu words, nor verse, nor headings that a list of contents names; items of lists (`2.`, `a)`) are ones
 * only right behind what they repeat. The blocks may come from anywhere: see `splitBlocks` for plain text.
 * @throws {TypeError} if a block has no text
 * @example
 * dedupe(splitBlocks('Tổng kết 10 năm phát triển đảng\n\nTổng kết 10 năm phát triển Đảng')).repeats;
 * // [{ index: 1, of: 0, kind: 'headline', similarity: 1, reason: 'equal' }]
 */
export function dedupe(blocks: readonly Block[], options: DedupeOptions = {}): DedupeResult {
  if (!Array.isArray(blocks)) throw new TypeError('hieudinh: dedupe needs an array of blocks');
  const threshold = thresholdOf(options.threshold ?? 0.8);
  const equal = new Map<number, KeptBlock[]>();
  const earlier = new NearBlocks(threshold, wordsOf(blocks), isLaw(blocks));
  const openings: Openings = new Map();
  const verse = verseLines(blocks);
  const repeats: Repeat[] = [];
  const parts: RepeatedPart[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (typeof block?.text !== 'string') throw new TypeError(`hieudinh: block ${index} has no text, expected a string`);
    if (isPlaceholder(block.text)) continue;
    // It repeats nothing, but what is no verse may repeat it.
    const isVerse = block.kind === undefined && verse[index] === 1;
    const written = readBlock(block.text);
    const shape = shapeOf(block.text, reader);
    if (block.kind === undefined && shape === undefined) continue;
    const key = reader.hash + (reader.check >>> 11) * 0x1_0000_0000;
    const kept = new KeptBlock(index, block.text);
    const alike = equal.get(key);
    const isItem = block.kind === undefined && isListItem(block.text);
    const first = alike?.find(
      (before) => (!isItem || before.index === index - 1) && !spellNamesOtherwise(before.folded, kept.folded),
    );
    if (first !== undefined) {
      if (isVerse) continue;
      repeats.push({
        index,
        of: first.index,
        kind: block.kind ?? kindOf(shape, index, block),
        similarity: 1,
        reason: 'equal',
      });
      continue;
    }
    if (alike === undefined) equal.set(key, [kept]);
    else if (alike.length < LONGEST_POSTING) alike.push(kept);
    // Only the one right before the next matters.
    else if (isItem) alike[alike.length - 1] = kept;
    if (isVerse) {
      if (!isItem) earlier.add(kept, reader);
      continue;
    }
    if (isItem) {
      for (const part of ownStretches(index, block.text, written)) parts.push(part);
      continue;
    }
    const near = shape === 'byline' ? undefined : earlier.nearest(kept, reader);
    if (near !== undefined) {
      repeats.push({ index, ...near, kind: block.kind ?? kindOf(shape, index, block) });
      continue;
    }
    earlier.add(kept, reader);
    for (const part of partsOf(kept, blocks, written, openings)) parts.push(part);
  }
  return { repeats: withoutHeadings(repeats, blocks), parts };
}

/** About how many words some blocks have. */
function wordsOf(blocks: readonly Block[]): number {
  let units = 0;
  for (const block of blocks) if (typeof block?.text === 'string') units += block.text.length;
  return units / 5;
}

const reader = new HeadlineReader();
const wholeTexts = new Tokens();

/** Has `reader` read a block without its source marks; gives its words with them, until the next reading. */
function readBlock(text: string): Tokens {
  const [from, to] = headlineBody(text);
  reader.read(text, from, to);
  if (from === 0 && to === text.length) return reader.tokens;
  wholeTexts.read(text, 0, text.length);
  return wholeTexts;
}

function ownStretches(index: number, text: string, written: Tokens): RepeatedPart[] {
  return stretchesIn(text, written).map((one) => ({ index, of: index, ...one }));
}

/** Blocks by the hash of their first {@link OPENING_RUN} words. */
type Openings = Map<number, { readonly block: KeptBlock; readonly size: number }[]>;

/** What a block says twice, and the earlier blocks of whole sentences that it contains; then it is itself remembered. */
function partsOf(block: KeptBlock, blocks: readonly Block[], written: Tokens, openings: Openings): RepeatedPart[] {
  const { index } = block;
  const { text } = blocks[index];
  const { hashes, starts, size } = written;
  const parts = ownStretches(index, text, written);
  if (size < LEAST_CONTAINED) return parts;
  let covered = 0;
  // The only article of a chapter has its heading, below which it stands.
  const heading = headingStart(text);
  for (let at = 0; at + LEAST_CONTAINED <= size; at++) {
    if (!isSentenceStart(written, at) || starts[at] < covered) continue;
    for (const whole of openings.get(runAt(hashes, at, OPENING_RUN)) ?? []) {
      const to = at + whole.size;
      if (to > size || !isSentenceStart(written, to) || !block.runs.standsAt(whole.block.runs, at)) continue;
      if (at > 0 && starts[at] === heading) continue;
      const [start, end] = stretchOf(text, written, at, to);
      if (parts.some((part) => part.start < end && start < part.end)) continue;
      if (spellNamesOtherwise(whole.block.folded, foldHeadline(text.slice(start, end)))) continue;
      const of = whole.block.index;
      parts.push({ index, start, end, of, ofStart: 0, ofEnd: blocks[of].text.length });
      covered = end;
      break;
    }
  }
  const opening = runAt(hashes, 0, OPENING_RUN);
  const posting = openings.get(opening);
  if (posting === undefined) openings.set(opening, [{ block, size }]);
  else if (posting.length < LONGEST_POSTING) posting.push({ block, size });
  return parts.sort((a, b) => a.start - b.start);
}

type Shape = 'byline' | 'caption' | 'headline' | 'paragraph';

/** Undefined for what repeats on every page without being wrong: menu words, counters, single words. */
function shapeOf(text: string, { size: words, numbers }: HeadlineReader): Shape | undefined {
  // In a line of capitals every word has one: only a short one is a name.
  const isShort = words >= 2 && (words <= 4 || (words === 5 && /\p{Ll}/u.test(text)));
  if (isShort && numbers === 0 && isPersonName(text)) return 'byline';
  if (words < 4) return undefined;
  const last = text.trimEnd().at(-1);
  if (last === '.' || last === '…') return words <= 16 ? 'caption' : 'paragraph';
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
