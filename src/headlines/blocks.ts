import type { Edit } from '../finding.ts';

/** A piece of a document: a line, a paragraph, a cell, an element. */
export interface Block {
  /** What it says, markup and entities resolved. */
  readonly text: string;
  /** UTF-16 offsets `[start, end)` of `text` in the whole source. */
  readonly start?: number;
  readonly end?: number;
  /**
   * UTF-16 offsets `[start, end)` in the whole source of what has to go with the text when the block is taken out, for
   * instance an element with its tags. Default: the text, and its line where it stands alone in it.
   */
  readonly outerStart?: number;
  readonly outerEnd?: number;
  /** Where the unit at `at` of `text` stands in the source. Default: `start + at`, if `text` is as long as its range. */
  readonly sourceOffset?: (at: number) => number;
  /** What the caller knows it to be, for instance `'headline'`; goes into the answer. */
  readonly kind?: string;
}

/** A {@link Block} of a text, with its offsets. */
export interface TextBlock extends Block {
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * The lines of a text that hold anything, white space at both ends left out.
 * @example
 * splitBlocks('a\n\n b')[1]; // { text: 'b', start: 4, end: 5, line: 3 }
 */
export function splitBlocks(text: string): TextBlock[] {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: splitBlocks needs a string, got ${typeof text}`);
  const blocks: TextBlock[] = [];
  let line = 1;
  for (let from = 0; from <= text.length; line++) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const whole = text.slice(from, to);
    const trimmed = whole.trim();
    if (trimmed !== '') {
      const start = from + whole.length - whole.trimStart().length;
      blocks.push({ text: trimmed, start, end: start + trimmed.length, line });
    }
    from = to + 1;
  }
  return blocks;
}

/**
 * The one edit that takes a block out of its source and leaves all else as it was: its outer range where given; a line
 * that holds nothing else with the empty ones after it, or, at the end, with those before it; else the block alone.
 * @throws {RangeError} if the block has no offsets
 * @example
 * const [, second] = splitBlocks('a\nb\n\nc');
 * removalOf('a\nb\n\nc', second); // { start: 2, end: 5, original: 'b\n\n', replacement: '' }
 */
export function removalOf(source: string, block: Block): Edit {
  const { start, end, outerStart, outerEnd } = block;
  if (outerStart !== undefined && outerEnd !== undefined) return cut(source, outerStart, outerEnd);
  if (start === undefined || end === undefined) {
    throw new RangeError('hieudinh: block has no offsets, expected start and end');
  }
  let from = start;
  while (from > 0 && isBlank(source.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < source.length && isBlank(source.charCodeAt(to))) to++;
  const alone = (from === 0 || isLineEnd(source, from - 1)) && (to === source.length || isLineEnd(source, to));
  if (!alone) return cut(source, start, end);
  const after = skipEmptyLines(source, to);
  if (after < source.length) return cut(source, from, after);
  // The source keeps the line end that it had, and gets none that it had not.
  while (from > 0 && (isLineEnd(source, from - 1) || isBlank(source.charCodeAt(from - 1)))) from--;
  return cut(source, from, from === 0 ? source.length : end);
}

/**
 * The one edit that takes a part of a block out, with the white space before it.
 * @param start offset in `block.text`
 * @param end offset in `block.text`
 * @throws {RangeError} if the block has no offsets that reach into its text
 */
export function partRemovalOf(source: string, block: Block, start: number, end: number): Edit {
  let from = start;
  while (from > 0 && /\s/u.test(block.text[from - 1])) from--;
  // Nothing stands before: then what stands after is not left with white space at its front.
  let to = end;
  if (from === 0) while (to < block.text.length && /\s/u.test(block.text[to])) to++;
  return cut(source, sourceOffset(block, from), sourceOffset(block, to));
}

/** Where a unit of a block's text stands in the source. */
export function sourceOffset(block: Block, at: number): number {
  if (block.sourceOffset !== undefined) return block.sourceOffset(at);
  const { start, end } = block;
  if (start === undefined || end === undefined || end - start !== block.text.length) {
    throw new RangeError('hieudinh: block does not say where its text stands, expected sourceOffset, or start and end');
  }
  return start + at;
}

function cut(source: string, start: number, end: number): Edit {
  return { start, end, original: source.slice(start, end), replacement: '' };
}

/** White space that ends no line, as `trim` sees it. */
function isBlank(unit: number): boolean {
  return unit !== 10 && unit !== 13 && /\s/u.test(String.fromCharCode(unit));
}

function isLineEnd(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  return unit === 10 || unit === 13;
}

/** From the end of a line to the front of the next one that holds anything. */
function skipEmptyLines(source: string, at: number): number {
  let lineStart = at;
  for (let position = at; position < source.length; position++) {
    const unit = source.charCodeAt(position);
    if (unit === 10) lineStart = position + 1;
    else if (unit === 13) lineStart = source.charCodeAt(position + 1) === 10 ? position + 2 : position + 1;
    else if (!isBlank(unit)) return lineStart;
  }
  return source.length;
}
