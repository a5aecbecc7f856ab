import type { Edit } from '../finding.ts';
import { standsIn } from './stretches.ts';

/** Rules that are not to speak about a stretch of a document, by a comment in it. */
export interface InlineIgnore {
  /** Ids; undefined for all rules. */
  readonly rules: readonly string[] | undefined;
  /** What it covers, in {@link SourceText.text}. */
  readonly start: number;
  readonly end: number;
  /** Where the comment stands, in {@link SourceText.source}. */
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/**
 * A document as rules read it, with the way back to the file: `text` holds only what a reader reads, markup gone and
 * entities decoded, a line for each block.
 */
export interface SourceText {
  /** The file as it is. */
  readonly source: string;
  readonly text: string;
  readonly ignores: readonly InlineIgnore[];
  /**
   * Stretches of `text` beside the article, which may say what it says: a page's title, menus, lists of other articles.
   * In their order; none overlap.
   */
  readonly asides?: readonly (readonly [start: number, end: number])[];
  /**
   * Stretches of `text` that are data, as the cells of a table: they say the same again with right, and are no repeats.
   * In their order; none overlap.
   */
  readonly fields?: readonly (readonly [start: number, end: number])[];
  /** The part of the source that `[start, end)` of `text` was read from, from its first letter to its last. */
  toSource(start: number, end: number): [start: number, end: number];
  /**
   * The edit of the source that makes `[start, end)` of `text` read `replacement`, and changes nothing else: markup
   * between the letters stays. Undefined where that cannot be done.
   */
  editInSource(start: number, end: number, replacement: string): Edit | undefined;
  /** The edit that takes out a block with what has no sense without it: its line, or its element. */
  removalInSource(start: number, end: number): Edit | undefined;
}

/** Whether what stands at an offset is of the article: neither beside it nor data, which both say the same again. */
export function isOfArticle({ asides = [], fields = [] }: Pick<SourceText, 'asides' | 'fields'>, at: number): boolean {
  return !standsIn(asides, at) && !standsIn(fields, at);
}

/** A text without markup. */
export class PlainText implements SourceText {
  readonly source: string;
  readonly text: string;
  readonly ignores: readonly InlineIgnore[] = [];

  constructor(text: string) {
    this.source = text;
    this.text = text;
  }

  toSource(start: number, end: number): [start: number, end: number] {
    return [start, end];
  }

  editInSource(start: number, end: number, replacement: string): Edit | undefined {
    return { start, end, original: this.text.slice(start, end), replacement };
  }

  /** A whole line with the empty ones after it, or, at the end of the text, with those before it. */
  removalInSource(start: number, end: number): Edit {
    return lineRemoval(this.text, start, end);
  }
}

/** The edit that takes out the lines of `[start, end)`, with the empty ones after them, or, at the end, before them. */
export function lineRemoval(text: string, start: number, end: number): Edit {
  let from = text.lastIndexOf('\n', start - 1) + 1;
  let to = text.indexOf('\n', end);
  to = to < 0 ? text.length : to + 1;
  for (let next = to; next < text.length; ) {
    const lineEnd = text.indexOf('\n', next);
    const stop = lineEnd < 0 ? text.length : lineEnd + 1;
    if (text.slice(next, stop).trim() !== '') break;
    next = stop;
    to = stop;
  }
  if (to === text.length) {
    // The text keeps the line end that it had, and gets none that it had not.
    while (from > 0 && /\s/u.test(text[from - 1])) from--;
    to = from === 0 ? text.length : Math.max(end, trimmedEnd(text, end));
  }
  return { start: from, end: to, original: text.slice(from, to), replacement: '' };
}

/** End of the blanks after an offset, line ends not among them. */
function trimmedEnd(text: string, at: number): number {
  while (at < text.length && /[^\S\r\n]/u.test(text[at])) at++;
  return at;
}
