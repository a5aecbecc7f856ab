import type { Edit } from '../finding.ts';

/**
 * The edit that takes `[start, end)`, prose without a mark in it, out of a paragraph of Markdown in which something else
 * has to stay: a picture, a link. Undefined where what is left might be read otherwise than before.
 * @param paragraph where the paragraph begins
 */
export function partRemoval(source: string, start: number, end: number, paragraph: number): Edit | undefined {
  // Stars with nothing between them are letters, and so is a backslash that no line follows.
  if (MARKS.test(source.charAt(start - 1)) || MARKS.test(source.charAt(end))) return undefined;
  const lineStart = blanksBefore(source, start);
  const lineEnd = blanksAfter(source, end);
  const beginsLine = lineStart === 0 || isLineEnd(source, lineStart - 1);
  const endsLine = lineEnd === source.length || isLineEnd(source, lineEnd);
  let from = start;
  let to = end;
  if (!endsLine) {
    // What comes to begin a line may begin code there, or HTML.
    if (!STAYS_INLINE.test(source.slice(lineEnd, lineEnd + 4))) return undefined;
    if (beginsLine || lineStart < start || lineStart <= paragraph) to = lineEnd;
  } else if (lineStart <= paragraph) {
    // The next line comes to be the first one: more may begin there, and no mark of a list or quotation stands before it.
    to = lineEnd + lengthOfLineEnd(source, lineEnd);
    if (!beginsLine || !PICTURE_LINE.test(source.slice(to, to + 5))) return undefined;
  } else if (beginsLine) {
    // An empty line would end the paragraph.
    from = lineStart - (source.startsWith('\r\n', lineStart - 2) ? 2 : 1);
    to = lineEnd;
    if (source[from - 1] === '\\') return undefined;
  } else from = lineStart;
  if (leavesTagAlone(source, from, to, paragraph)) return undefined;
  return { start: from, end: to, original: source.slice(from, to), replacement: '' };
}

const MARKS = /[*_~\\`]/;
const STAYS_INLINE = /^(?:!\[|\[|<img)/;
const PICTURE_LINE = /^ {0,3}!\[/;

/** Would a tag be all that is left of a line, and others of the paragraph be read as HTML with it, or end before it? */
function leavesTagAlone(source: string, from: number, to: number, paragraph: number): boolean {
  let lineStart = from;
  while (lineStart > 0 && !isLineEnd(source, lineStart - 1)) lineStart--;
  let lineEnd = to;
  while (lineEnd < source.length && !isLineEnd(source, lineEnd)) lineEnd++;
  const left = (source.slice(lineStart, from) + source.slice(to, lineEnd)).trim();
  if (!left.endsWith('>') || !left.includes('<')) return false;
  if (lineStart > paragraph) return true;
  const next = blanksAfter(source, lineEnd + lengthOfLineEnd(source, lineEnd));
  return next < source.length && !isLineEnd(source, next);
}

function blanksBefore(source: string, at: number): number {
  while (at > 0 && isBlank(source, at - 1)) at--;
  return at;
}

function blanksAfter(source: string, at: number): number {
  while (at < source.length && isBlank(source, at)) at++;
  return at;
}

function lengthOfLineEnd(source: string, at: number): number {
  return source.startsWith('\r\n', at) ? 2 : at < source.length ? 1 : 0;
}

function isBlank(source: string, at: number): boolean {
  return source[at] === ' ' || source[at] === '\t';
}

function isLineEnd(source: string, at: number): boolean {
  return source[at] === '\n' || source[at] === '\r';
}
