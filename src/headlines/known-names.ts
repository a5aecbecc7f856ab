import { baseLetters, isOpenY } from './letters.ts';
import { readAsLetters } from './misread-digits.ts';
import { spellingOfName } from './name-spelling.ts';
import type { Tokens } from './tokens.ts';

/** Of words without marks, many of which are foreign names, that seldom come again and are soon found. */
const UNMARKED_PLACES = 1 << 12;
/** Of the others, after those. */
const MARKED_PLACES = 1 << 13;
const PLACES = UNMARKED_PLACES + MARKED_PLACES;

/**
 * What was last found of words of names, one a place by their hashes and marks: names come again and again, and to build
 * their letters and judge their marks costs many times as much. What is kept follows from the hashes and the marks alone,
 * so that no answer depends on what was asked before.
 */
const hashesKnown = new Int32Array(PLACES);
const secondsKnown = new Int32Array(PLACES);
const marksKnown = new Uint16Array(PLACES);
const spellings = new Uint16Array(PLACES);
const letters: string[] = Array(PLACES).fill('');

/** The place of a word, good until the next is asked for. */
export function knownName(text: string, { hashes, seconds, marks, starts, ends }: Tokens, token: number): number {
  const hash = hashes[token];
  const second = seconds[token];
  const mark = marks[token];
  const mixed = hash ^ Math.imul(mark, 0x9e3779b1);
  const place = mark === 0 ? hash & (UNMARKED_PLACES - 1) : UNMARKED_PLACES + (mixed & (MARKED_PLACES - 1));
  const isKnown = hashesKnown[place] === hash && secondsKnown[place] === second && marksKnown[place] === mark;
  if (!isKnown || letters[place] === '') {
    let found = readAsLetters(baseLetters(text, starts[token], ends[token]));
    const last = found.length - 1;
    if (isOpenY(found.charCodeAt(0), found.charCodeAt(last), last + 1)) found = `${found.slice(0, last)}i`;
    letters[place] = found;
    spellings[place] = spellingOfName(found, mark);
    hashesKnown[place] = hash;
    secondsKnown[place] = second;
    marksKnown[place] = mark;
  }
  return place;
}

/** The base letters of the word of a place, one for what is one word: "ly" is "li". */
export function lettersAt(place: number): string {
  return letters[place];
}

/** How the word of a place is spelled where a text has its tones. */
export function spellingAt(place: number): number {
  return spellings[place];
}
