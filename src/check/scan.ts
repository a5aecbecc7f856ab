/**
 * Words, numbers and brackets of a text, found in one pass that all rules share: a rule looks at the few places where it
 * could find something, and not once more at every letter.
 */

/** Facts of a UTF-16 unit, as bits. Halves of astral characters are asked of {@link astralClassOf}. */
const LETTER = 1;
const MARK = 2;
const CAPITAL = 4;
const DIGIT = 8;
const BRACKET = 16;
const SURROGATE = 32;
/** Set in all that was looked up: 0 in the table is a unit not met before. */
const KNOWN = 128;

/** Filled as units are met: to ask about all 65,536 at once would cost milliseconds at the start. */
const CLASSES = new Uint8Array(0x10000);
/** The unit of the lower case, or the first one of it; {@link ANY_SURROGATE} for surrogates, whose case is not known. */
const LOWER = new Uint16Array(0x10000);
const ANY_SURROGATE = 0xd800;

function learn(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit < 0xe000;
  const character = String.fromCharCode(unit);
  const lower = character.toLowerCase().charCodeAt(0);
  // The two small sigmas: which one a word has depends on where it stands.
  LOWER[unit] = isSurrogate ? ANY_SURROGATE : lower === 0x3c2 ? 0x3c3 : lower;
  let known = KNOWN | characterClass(character);
  if (unit >= 0x30 && unit <= 0x39) known |= DIGIT;
  if (BRACKETS.includes(character)) known |= BRACKET;
  if (isSurrogate) known |= SURROGATE;
  CLASSES[unit] = known;
  return known;
}

const BRACKETS = '()[]“”';

function characterClass(character: string): number {
  if (/\p{Lu}/u.test(character)) return LETTER | CAPITAL;
  return /\p{L}/u.test(character) ? LETTER : /\p{M}/u.test(character) ? MARK : 0;
}

const classOf = (unit: number): number => CLASSES[unit] || learn(unit);

/** Of the character that begins at `at`; 0 for a surrogate without its partner. */
const astralClassOf = (text: string, at: number): number => characterClass(String.fromCodePoint(text.codePointAt(at)!));

/** Is this unit a letter? No half of an astral one is. */
export const isLetter = (unit: number): boolean => (classOf(unit) & LETTER) !== 0;

const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
/** Left over where İ becomes small: without it the small form is i, as it is by the table. */
const DOT_ABOVE = 0x307;

/** Hash of a word: equal for words whose lower case is equal. Twin of the loop in {@link scan}. */
export function caselessHash(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    classOf(unit);
    if (unit !== DOT_ABOVE) hash = Math.imul(hash ^ LOWER[unit], HASH_PRIME);
  }
  return hash;
}

/** Bits of {@link Scan.flags}. */
export const CAPITAL_FIRST = 1;
/** First word of its line. */
export const LINE_START = 2;
/** One space, and nothing else, stands between it and the word before. */
export const AFTER_SPACE = 4;
/** Has a combining mark in it. */
export const MARKED = 8;

/** What {@link scan} found. Of each array only the first `count` values are of this text. */
export interface Scan {
  /** Runs of letters and combining marks, `[\p{L}\p{M}]+`: offsets `[start, end)`, {@link caselessHash}, facts as bits. */
  readonly words: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  readonly flags: Uint8Array;
  /** Runs of ASCII digits. */
  readonly numbers: number;
  readonly numberStarts: Int32Array;
  readonly numberEnds: Int32Array;
  /** Where `( ) [ ] “ ”` stand. */
  readonly brackets: readonly number[];
}

/** One pass over a text. */
export function scan(text: string): Scan {
  // About a fifth of Vietnamese text are fronts of words.
  let starts = new Int32Array((text.length >> 2) + 16);
  let ends = new Int32Array(starts.length);
  let hashes = new Int32Array(starts.length);
  let flags = new Uint8Array(starts.length);
  let words = 0;
  let numberStarts = new Int32Array((text.length >> 6) + 16);
  let numberEnds = new Int32Array(numberStarts.length);
  let numbers = 0;
  const brackets: number[] = [];
  let isLineStart = true;
  let lastEnd = -2;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    let kind = classOf(unit);
    if (kind & SURROGATE) kind = astralClassOf(text, at);
    if (kind & (LETTER | MARK)) {
      const start = at;
      let flag = kind & CAPITAL ? CAPITAL_FIRST : 0;
      let hash = HASH_SEED;
      for (let letter = unit; ; ) {
        if (kind & MARK) flag |= MARKED;
        if (letter !== DOT_ABOVE) hash = Math.imul(hash ^ LOWER[letter], HASH_PRIME);
        at++;
        if (letter >= 0xd800 && letter < 0xdc00) {
          // Behind the first half of an astral letter stands its second.
          hash = Math.imul(hash ^ ANY_SURROGATE, HASH_PRIME);
          at++;
        }
        if (at === text.length) break;
        letter = text.charCodeAt(at);
        kind = classOf(letter);
        if (kind & SURROGATE) kind = astralClassOf(text, at);
        if ((kind & (LETTER | MARK)) === 0) break;
      }
      if (isLineStart) flag |= LINE_START;
      if (start === lastEnd + 1 && text.charCodeAt(lastEnd) === 0x20) flag |= AFTER_SPACE;
      if (words === starts.length) {
        starts = longer(starts);
        ends = longer(ends);
        hashes = longer(hashes);
        flags = longer(flags);
      }
      starts[words] = start;
      ends[words] = at;
      hashes[words] = hash;
      flags[words++] = flag;
      isLineStart = false;
      lastEnd = at;
    } else if (kind & DIGIT) {
      if (numbers === numberStarts.length) {
        numberStarts = longer(numberStarts);
        numberEnds = longer(numberEnds);
      }
      numberStarts[numbers] = at++;
      while (at < text.length && isDigit(text.charCodeAt(at))) at++;
      numberEnds[numbers++] = at;
    } else {
      if (unit === 10) isLineStart = true;
      else if (kind & BRACKET) brackets.push(at);
      at++;
    }
  }
  return { words, starts, ends, hashes, flags, numbers, numberStarts, numberEnds, brackets };
}

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

function longer<Numbers extends Int32Array | Uint8Array>(full: Numbers): Numbers {
  const made = new (full.constructor as new (size: number) => Numbers)(full.length * 2);
  made.set(full as never);
  return made;
}

/**
 * The first match of a sticky pattern that begins in `[from, to)`, tried at each place: where `to - from` is small, this
 * is what a global search finds, without its way through the rest of the text.
 */
export function matchFrom(pattern: RegExp, text: string, from: number, to: number): RegExpExecArray | null {
  for (let at = from; at < to; at++) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}
