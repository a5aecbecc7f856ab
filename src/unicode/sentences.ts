import { letterOf } from './letters.ts';

/** One sentence of a text. */
export interface Sentence {
  readonly text: string;
  /** UTF-16 offsets in the caller's text, without the space around the sentence. */
  readonly start: number;
  readonly end: number;
}

/** Abbreviations that are followed by a name, in small letters, without the full stop. */
const TITLES: ReadonlySet<string> = new Set(
  'tp tx tt ts ths gs pgs bs ds ks kts ths cn ncs đ/c q p h x tr st mr mrs ms dr prof no vd tg'.split(' '),
);

/**
 * Splits a text into sentences: at a line end, and behind `. ! ? …` with the quotation marks and brackets that close
 * there, where a space and then no small letter follows. Not behind initials (`Nguyễn V. An`), titles (`TP. Huế`,
 * `GS. TS.`) and the number of a list item (`1. Mục tiêu`).
 * @example
 * splitSentences('Ông đến TP. Huế. Trời mưa.').map((one) => one.text); // ['Ông đến TP. Huế.', 'Trời mưa.']
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) sentences.push({ text: text.slice(from, to), start: from, end: to });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) {
      close(i);
      continue;
    }
    if (!isStop(unit)) continue;
    const stop = i;
    while (i + 1 < text.length && (isStop(text.charCodeAt(i + 1)) || isCloser(text.charCodeAt(i + 1)))) i++;
    if (i + 1 >= text.length) break;
    if (!isSpace(text.charCodeAt(i + 1))) continue;
    let next = i + 1;
    while (next < text.length && isSpace(text.charCodeAt(next)) && text.charCodeAt(next) !== 0x0a) next++;
    const following = letterOf(text.charCodeAt(next));
    if (following > 0 && (following & 0x200) === 0) continue;
    if (unit === 0x2e && i === stop && isAbbreviation(text, start, stop)) continue;
    close(i + 1);
  }
  close(text.length);
  return sentences;
}

function isAbbreviation(text: string, from: number, stop: number): boolean {
  let begin = stop;
  while (begin > from && !isSpace(text.charCodeAt(begin - 1)) && text[begin - 1] !== '.' && text[begin - 1] !== '(')
    begin--;
  const word = text.slice(begin, stop);
  if (word.length === 1 && letterOf(word.charCodeAt(0)) & 0x200) return true;
  if (TITLES.has(word.toLowerCase()) && word !== word.toLowerCase()) return true;
  // "1." and "a." at the start of a sentence are the number of an item.
  return text.slice(from, begin).trim() === '' && /^(\d{1,3}|[a-zđ]|[IVX]+)$/.test(word);
}

function isStop(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026;
}

function isCloser(unit: number): boolean {
  return (
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x29 ||
    unit === 0x5d ||
    unit === 0x201d ||
    unit === 0x2019 ||
    unit === 0xbb
  );
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0xa0;
}
