import {
  CAPITAL,
  classOf,
  combiningMarksOf,
  GONE,
  HASH_START,
  hashStep,
  isDigit,
  isOpenY,
  LETTER,
  MARKS,
  MARKS_SHIFT,
  mix,
  SEPARATOR,
  secondStep,
} from './letters.ts';
import { isMisreadDigit, letterOfDigit } from './misread-digits.ts';
import { isAbbreviation, isSpace } from './sentence-stops.ts';

/** Flags of a token: it is a number, written in digits or, where it stands for one, in words. */
export const DIGITS = 1;
export const NUMBER_WORD = 2;
export const CAPITAL_FIRST = 4;
export const CAPITAL_INSIDE = 8;
/** After a colon or the end of a sentence, where a capital is no sign of a name. */
export const AFTER_STOP = 16;
export const NAME = 32;
/** The first of a sentence; set one past the last token too. */
export const SENTENCE_START = 64;

/** Tokens kept between texts; a longer text's are given back. */
const MOST_KEPT = 1 << 14;

/**
 * The words and numbers of one text after another, a struct of arrays that the next one writes over: reading a million
 * headlines allocates nothing. Offsets are UTF-16 `[start, end)`.
 */
export class Tokens {
  /** Hash of the base letters, or of the digits, of each. */
  hashes: Int32Array = new Int32Array(256);
  /** A second, independent hash of the same. */
  seconds: Int32Array = new Int32Array(256);
  /** Of each, and of the place after the last. */
  flags: Uint8Array = new Uint8Array(257);
  /** The marks of each, as `letters.ts` has them; 0 of a number. */
  marks: Uint16Array = new Uint16Array(256);
  starts: Int32Array = new Int32Array(256);
  ends: Int32Array = new Int32Array(256);
  size = 0;

  /** Reads a stretch of a text. Never throws; linear. */
  read(text: string, from: number, to: number): void {
    if (this.hashes.length > MOST_KEPT) this.#resize(MOST_KEPT);
    this.size = 0;
    let startFlags = AFTER_STOP | SENTENCE_START;
    // Behind a mark that ends a sentence if white space follows.
    let isStopped = false;
    let position = from;
    while (position < to) {
      const unit = text.charCodeAt(position);
      if (classOf(unit) <= GONE) {
        if (unit === COLON) startFlags |= AFTER_STOP;
        else if (unit === STOP || unit === QUESTION || unit === EXCLAMATION) {
          startFlags |= AFTER_STOP;
          isStopped ||= unit !== STOP || !this.#isAbbreviated(text, position);
        } else if (unit === LINE_END) startFlags = AFTER_STOP | SENTENCE_START;
        else if (unit === ELLIPSIS || (unit === CLOSING && this.size <= MOST_IN_MARK)) startFlags |= SENTENCE_START;
        else if (isStopped && isSpace(unit)) startFlags |= SENTENCE_START;
        position++;
        continue;
      }
      const token = this.size;
      if (token === this.hashes.length) this.#resize(token * 2);
      this.starts[token] = position;
      // The space was left out ("qua.Cầu"); in "TP.HCM", "26.2.TT.19" and "abc.vn" there is none to leave out.
      if (isStopped && this.#isPlainWord(token - 1) && (classOf(unit) & CAPITAL) !== 0) startFlags |= SENTENCE_START;
      isStopped = false;
      // Each takes at least this unit, since each asks of it what was asked here.
      position = isDigit(unit) ? this.#readNumber(text, position, to) : this.#readWord(text, position, to);
      this.ends[token] = position;
      this.flags[token] |= startFlags;
      startFlags = 0;
      this.size = token + 1;
    }
    this.flags[this.size] = SENTENCE_START;
  }

  /** Whether a stop belongs to the word before. That of a first letter ends the mark of an item: "A. Khí hậu". */
  #isAbbreviated(text: string, stop: number): boolean {
    const token = this.size - 1;
    if (token < 0 || this.ends[token] !== stop || (token === 0 && stop - this.starts[0] === 1)) return false;
    return isAbbreviation(text, this.starts[token], stop);
  }

  /** Whether there is such a token, and it is a word of more than one letter, all small but for the first. */
  #isPlainWord(token: number): boolean {
    if (token < 0 || (this.flags[token] & (DIGITS | CAPITAL_INSIDE)) !== 0) return false;
    return this.ends[token] - this.starts[token] > 1;
  }

  #readWord(text: string, start: number, to: number): number {
    let hash = HASH_START;
    let second = 0;
    // The hashes without the last letter, and what the letters were, for the open y below.
    let before = hash;
    let secondBefore = second;
    let first = 0;
    let last = 0;
    let length = 0;
    let marks = 0;
    let flag = 0;
    let position = start;
    for (; position < to; position++) {
      const unit = text.charCodeAt(position);
      let kind = classOf(unit);
      if (kind === GONE) {
        marks += combiningMarksOf(unit);
        continue;
      }
      if (kind === SEPARATOR) break;
      if (isDigit(unit)) {
        if (!isMisreadDigit(text, start, position, to)) break;
        kind = letterOfDigit(unit);
      }
      if ((kind & CAPITAL) !== 0) flag |= position === start ? CAPITAL_FIRST : CAPITAL_INSIDE;
      marks += kind >>> MARKS_SHIFT;
      const letter = kind & LETTER;
      if (length === 0) first = letter;
      last = letter;
      before = hash;
      secondBefore = second;
      hash = hashStep(hash, letter);
      second = secondStep(second, letter);
      length++;
    }
    // "lý" and "lí", "quý" and "quí" are one word, spelled in two styles.
    if (isOpenY(first, last, length)) {
      hash = hashStep(before, 0x69);
      second = secondStep(secondBefore, 0x69);
    }
    this.#put(hash, second, flag, marks & MARKS);
    return position;
  }

  /** Leaves out leading zeros; "4.000" is 4000, "6.10" stays two numbers. */
  #readNumber(text: string, start: number, to: number): number {
    let hash = HASH_START;
    let second = 0;
    let digits = 0;
    let position = start;
    let leading = true;
    for (;;) {
      for (; position < to && isDigit(text.charCodeAt(position)); position++) {
        const unit = text.charCodeAt(position);
        digits++;
        if (leading && unit === 48) continue;
        leading = false;
        hash = hashStep(hash, unit);
        second = secondStep(second, unit);
      }
      const goesOn =
        digits <= 12 &&
        position + 3 < to &&
        text.charCodeAt(position) === STOP &&
        isDigit(text.charCodeAt(position + 1)) &&
        isDigit(text.charCodeAt(position + 2)) &&
        isDigit(text.charCodeAt(position + 3)) &&
        !isDigit(text.charCodeAt(position + 4));
      if (!goesOn) break;
      position++;
    }
    this.#put(leading ? hashStep(hash, 48) : hash, leading ? secondStep(second, 48) : second, DIGITS, 0);
    return position;
  }

  #put(hash: number, second: number, flag: number, marks: number): void {
    this.hashes[this.size] = mix(hash);
    this.seconds[this.size] = mix(second);
    this.flags[this.size] = flag;
    this.marks[this.size] = marks;
  }

  #resize(size: number): void {
    const copy = <Numbers extends Int32Array | Uint16Array | Uint8Array>(old: Numbers, other: Numbers): Numbers => {
      other.set(old.subarray(0, size) as never);
      return other;
    };
    this.hashes = copy(this.hashes, new Int32Array(size));
    this.seconds = copy(this.seconds, new Int32Array(size));
    this.flags = copy(this.flags, new Uint8Array(size + 1));
    this.marks = copy(this.marks, new Uint16Array(size));
    this.starts = copy(this.starts, new Int32Array(size));
    this.ends = copy(this.ends, new Int32Array(size));
  }
}

/** Words before a bracket that closes the mark of an item ("a)"), or where the news is from ("(Baothanhhoa.vn) - "). */
const MOST_IN_MARK = 3;

const LINE_END = 10;
const EXCLAMATION = 33;
const CLOSING = 41;
const STOP = 46;
const COLON = 58;
const QUESTION = 63;
const ELLIPSIS = 0x2026;
