import { readFileSync } from 'node:fs';
import type { JudgedText, Judgement } from './judgements.ts';

/** A mistake in a page: what stands there, and what should. */
const MARK = /\[([^[\]→]+)→([^[\]→]*)\]/g;

/**
 * Reads pages in which all mistakes are marked, `[wrong→right]`, and all else is right. A line of `===` parts them; lines
 * at the head of the file that start with `#` are comments, others are headings.
 * @throws RangeError where a bracket is no mark
 */
export function readMarkedPages(file: string): JudgedText[] {
  const text = readFileSync(file, 'utf8')
    .normalize('NFC')
    .replace(/^(?:#.*\n)+/, '');
  if (text.trim() === '') return [];
  return text
    .trimEnd()
    .split('\n===\n')
    .map((page, index) => {
      const marked = parsePage(page);
      const odd = /[[\]→]/.exec(marked.text);
      if (odd !== null) throw new RangeError(`hieudinh: ${file}: page ${index + 1}: "${odd[0]}" outside of a mark`);
      return marked;
    });
}

function parsePage(page: string): JudgedText {
  const judgements: Judgement[] = [];
  let text = '';
  const add = (part: string, right: string): void => {
    if (part === '') return;
    judgements.push({ start: text.length, end: text.length + part.length, right });
    text += part;
  };
  let last = 0;
  for (const { 0: mark, 1: wrong, 2: right, index } of page.matchAll(MARK)) {
    const between = page.slice(last, index);
    add(between, between);
    add(wrong, right);
    last = index + mark.length;
  }
  const rest = page.slice(last);
  add(rest, rest);
  return { text: `${text}\n`, judgements };
}
