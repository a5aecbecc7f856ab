import { isCapital, letterAt, SMALL_LETTERS } from './letters.ts';

/** One sentence of a text. */
export interface Sentence {
  readonly text: string;
  /** UTF-16 offsets in the caller's text, without the space around the sentence. */
  readonly start: number;
  readonly end: number;
}

/** Abbreviations that are followed by a name, without the full stop. */
export const TITLES: RegExp = /^(t[gprstx]|ths|p?gs|[bdkm]s|kts|ncs|cn|\u0111\/c|[qphx]|st|mrs?|dr|prof|no|vd)$/i;

const STOPS = '.!?…';
/**
 * A line end; or a stop, with what is before it in its word, and the stops and closing marks behind it. No abbreviation
 * is longer than nine letters, and the bound keeps a long line without a space from being read again at each stop.
 */
const BREAK = new RegExp(`[\n\r\u2028\u2029]|[${STOPS}](?<=([^\\s.(]{0,9}).)[${STOPS}"')\\]”’»]*`, 'g');
/** A space, and no small letter behind it and others. */
const NEW_SENTENCE = new RegExp(`(?=[ \n\r\t\xA0])[ \r\t\xA0]*(?![ \r\t\xA0${SMALL_LETTERS}])`, 'y');

/**
 * Splits a text into sentences: at a line end, and behind `. ! ? …` with the quotation marks and brackets that close
 * there, where a space and then no small letter follows. Not behind initials (`Nguyễn V. An`), titles (`TP. Huế`,
 * `GS. TS.`) and the number of a list item (`1. Mục tiêu`).
 * @example
 * splitSentences('Ông đến TP. Huế. Trời mưa.').map((one) => one.text); // ['Ông đến TP. Huế.', 'Trời mưa.']
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let last = 0;
  const close = (end: number): void => {
    const found = text.slice(last, end);
    const sentence = found.trim();
    const start = end - found.trimStart().length;
    if (sentence) sentences.push({ text: sentence, start, end: start + sentence.length });
    last = end;
  };
  for (const { 0: found, 1: word, index } of text.matchAll(BREAK)) {
    NEW_SENTENCE.lastIndex = index + found.length;
    if (word === undefined) close(index);
    // Before the number of an item there is no more than white space, and not much of it.
    else if (NEW_SENTENCE.test(text) && (found !== '.' || !isAbbreviation(word, text.slice(last, index).slice(0, 99))))
      close(index + found.length);
  }
  close(text.length);
  return sentences;
}

/** Is the full stop behind this word none of a sentence, of which the front is given? */
function isAbbreviation(word: string, sentence: string): boolean {
  return (
    (word.length === 1 && isCapital(letterAt(word, 0))) ||
    (word !== word.toLowerCase() && TITLES.test(word)) ||
    // "1." and "a." at the start of a sentence are the number of an item.
    /^\s*(\d{1,3}|[a-z\u0111]|[IVX]+)$/.test(sentence)
  );
}
