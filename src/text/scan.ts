import { codeEnd, codeKind, hashMisread, isMisreadWord, joinsCode, opensVariable, variableEnd } from './codes.ts';
import {
  KIND_CODE,
  KIND_COMMA,
  KIND_FOREIGN,
  KIND_HYPHEN,
  KIND_NEWLINE,
  KIND_QUOTE,
  KIND_STOP,
  KIND_SYMBOL,
  KIND_WORD,
} from './kinds.ts';
import {
  CLASS_COMMA,
  CLASS_DIGIT,
  CLASS_FOREIGN,
  CLASS_HYPHEN,
  CLASS_LETTER,
  CLASS_MARK,
  CLASS_NEWLINE,
  CLASS_QUOTE,
  CLASS_SPACE,
  CLASS_STOP,
  finishHash,
  HASH_PRIME,
  HASH_SEED,
  IS_VOWEL,
  LETTERS,
  SECOND_TONE,
  TABLE_SIZE,
  unitInfo,
} from './letters.ts';

export * from './kinds.ts';

/** Letter case of a word: all lower, first letter upper, all upper (two letters or more), any other mix. */
export const SHAPE_LOWER = 0;
export const SHAPE_TITLE = 1;
export const SHAPE_UPPER = 2;
export const SHAPE_MIXED = 3;

/** Bit in {@link TokenBuffer.flags}: a space stood before this token. */
export const FLAG_SPACE_BEFORE = 1;
/** The word has two different tone marks, or one letter too many of them (`đẩỵ`). */
export const FLAG_TWO_TONES = 2;
/** A hyphen touches the word on a side. */
export const FLAG_HYPHENATED = 4;
/** An apostrophe joins the word to letters on a side ("d'Estaing"); a quotation mark does not ('văn bản'). */
export const FLAG_TOUCHED = 8;

/**
 * The tokens of one text as a struct of arrays, filled by {@link scan} and meant to be reused: no object a token.
 * Entry `i` of each array belongs to token `i`; `start` and `end` are UTF-16 offsets `[start, end)`.
 */
export class TokenBuffer {
  length = 0;
  kind: Uint8Array = new Uint8Array(256);
  flags: Uint8Array = new Uint8Array(256);
  shape: Uint8Array = new Uint8Array(256);
  start: Int32Array = new Int32Array(256);
  end: Int32Array = new Int32Array(256);
  /** Hash of a word as `hashWord` gives it; 0 for any other kind. */
  hash: Int32Array = new Int32Array(256);

  /** Makes room for at least `size` tokens, keeping what is there. */
  reserve(size: number): void {
    if (size <= this.kind.length) return;
    let room = this.kind.length;
    while (room < size) room *= 2;
    this.kind = grown(this.kind, new Uint8Array(room));
    this.flags = grown(this.flags, new Uint8Array(room));
    this.shape = grown(this.shape, new Uint8Array(room));
    this.start = grown(this.start, new Int32Array(room));
    this.end = grown(this.end, new Int32Array(room));
    this.hash = grown(this.hash, new Int32Array(room));
  }
}

/** Is one space all that stands between a token and the next? */
export const isSpaceBehind = (text: string, { start, end, length }: TokenBuffer, token: number): boolean =>
  token + 1 < length && start[token + 1] === end[token] + 1 && text.charCodeAt(end[token]) === 0x20;

/** Classes that a word goes on with, as bits. */
const WORD_CLASSES = (1 << CLASS_LETTER) | (1 << CLASS_FOREIGN) | (1 << CLASS_MARK);

function grown<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/**
 * Reads `text[from, to)` once and fills `tokens` with every token in it; linear in its length, no substring is made
 * for a word. The text must be composed (NFC) for words to hash as the dictionary has them.
 * @returns the number of tokens
 */
export function scan(text: string, tokens: TokenBuffer, from = 0, to: number = text.length): number {
  tokens.length = 0;
  for (let at = from; at < to; ) {
    tokens.reserve(tokens.length + 1);
    at = fill(text, tokens, at, to, at === from || endsSpaced(text, at));
  }
  return tokens.length;
}

/** Does a space stand before `at`, or a line end? */
function endsSpaced(text: string, at: number): boolean {
  const category = unitInfo(text.charCodeAt(at - 1)) >> 10;
  return category === CLASS_SPACE || category === CLASS_NEWLINE;
}

// What the loop below reads again and again. The compiler writes constants of this module into the code; what is imported
// or exported it reads anew each time, which was a fifth of the scan.
const LETTER = CLASS_LETTER;
const FOREIGN = CLASS_FOREIGN;
const SPACE = CLASS_SPACE;
const HYPHEN = CLASS_HYPHEN;
const SEED = HASH_SEED;
const PRIME = HASH_PRIME;
const TABLED = TABLE_SIZE;
const INFO = LETTERS;
const VOWELS = IS_VOWEL;
const LOWER = SHAPE_LOWER;
const SPACED = FLAG_SPACE_BEFORE;
const WORD = KIND_WORD;
const FOREIGN_WORD = KIND_FOREIGN;

/** Adds tokens as long as there is room, so that the arrays stay the same in the loop. Returns where it stopped. */
function fill(text: string, tokens: TokenBuffer, from: number, to: number, afterSpace: boolean): number {
  const { kind, flags, shape, start, end, hash } = tokens;
  const room = kind.length;
  let count = tokens.length;
  let i = from;
  let spaced = afterSpace ? 1 : 0;
  while (i < to && count < room) {
    const unit = text.charCodeAt(i);
    const info = unit < TABLED ? INFO[unit] : unitInfo(unit);
    let category = info >> 10;
    if (category === SPACE) {
      spaced = 1;
      i++;
      continue;
    }
    const begin = i;
    start[count] = begin;
    let flag = spaced;
    spaced = 0;
    if (category === LETTER || category === FOREIGN) {
      let h = SEED;
      let before = SEED;
      let tone = 0;
      let toned = 0;
      let vowels = 0;
      let code = 0;
      let uppers = 0;
      let letters = 0;
      let foreign = 0;
      let current = info;
      // Sums and not branches: which letter of a word has a tone is hard to foresee.
      for (;;) {
        if (category === FOREIGN) foreign = 1;
        const t = (current >> 6) & 7;
        tone += t;
        toned += (t + 7) >> 3;
        const c = current & 0x3f;
        if (c !== 0) {
          code = c;
          vowels += VOWELS[c];
          before = h;
          h = Math.imul(h ^ c, PRIME);
          letters++;
          uppers += (current >> 9) & 1;
        }
        if (++i >= to) break;
        const next = text.charCodeAt(i);
        current = next < TABLED ? INFO[next] : unitInfo(next);
        category = current >> 10;
        if (((WORD_CLASSES >> category) & 1) === 0) break;
      }
      const stop = i;
      // Most words are followed by a space, which ends whatever a word may be the head of.
      if (category === SPACE) {
        spaced = 1;
        i++;
      } else if (i < to) {
        const next = text.charCodeAt(i);
        if (next > 32 && joinsCode(next, category)) {
          const codeStop = codeEnd(text, begin, i, to);
          if (codeStop > i) {
            i = codeStop;
            const misread = isMisreadWord(text, begin, i);
            kind[count] = misread ? WORD : codeKind(text, begin, i);
            flags[count] = toned > 1 ? flag | FLAG_TWO_TONES : flag;
            shape[count] = misread ? LOWER : SHAPE_MIXED;
            hash[count] = misread ? hashMisread(text, begin, i) : 0;
            end[count++] = i;
            continue;
          }
        }
        if (category === HYPHEN) flag |= FLAG_HYPHENATED;
        else if (isApostrophe(next) && i + 1 < to && unitInfo(text.charCodeAt(i + 1)) >> 10 === CLASS_LETTER)
          flag |= FLAG_TOUCHED;
      }
      if ((flag & SPACED) === 0 && count > 0) {
        const previous = kind[count - 1];
        if (previous === KIND_HYPHEN) flag |= FLAG_HYPHENATED;
        else if (previous === KIND_QUOTE && begin >= 2 && touchesLetter(text, begin)) flag |= FLAG_TOUCHED;
      }
      if (toned > 1) {
        flag |= FLAG_TWO_TONES;
        tone = lastTone(text, stop) + SECOND_TONE;
      }
      kind[count] = foreign ? FOREIGN_WORD : WORD;
      shape[count] = uppers === 0 ? LOWER : shapeOf(uppers, letters, (unitInfo(text.charCodeAt(begin)) >> 9) & 1);
      flags[count] = flag;
      hash[count] = finishHash(h, before, code, vowels, tone);
      end[count++] = stop;
      continue;
    }
    shape[count] = LOWER;
    hash[count] = 0;
    flags[count] = flag;
    const variableStop = opensVariable(unit) ? variableEnd(text, i, to) : i;
    if (variableStop > i) {
      i = variableStop;
      kind[count] = KIND_CODE;
    } else if (category === CLASS_DIGIT) {
      i = codeEnd(text, begin, i, to);
      if (isMisreadWord(text, begin, i)) {
        kind[count] = WORD;
        hash[count] = hashMisread(text, begin, i);
      } else kind[count] = codeKind(text, begin, i);
    } else if (category === CLASS_NEWLINE) {
      i += unit === 0x0d && i + 1 < to && text.charCodeAt(i + 1) === 0x0a ? 2 : 1;
      kind[count] = KIND_NEWLINE;
      spaced = 1;
    } else if (category === CLASS_COMMA) {
      i++;
      kind[count] = KIND_COMMA;
    } else if (category === HYPHEN) {
      i++;
      // A dash between spaces is a pause ("kinh tế - xã hội"); one at the head of a line is a bullet.
      const spacedOut = flag === 1 && (i >= to || isSpace(text.charCodeAt(i)));
      kind[count] = spacedOut ? KIND_COMMA : KIND_HYPHEN;
    } else if (category === CLASS_STOP) {
      i++;
      kind[count] = KIND_STOP;
    } else if (category === CLASS_QUOTE) {
      i++;
      kind[count] = KIND_QUOTE;
    } else {
      i++;
      kind[count] = KIND_SYMBOL;
    }
    end[count++] = i;
  }
  tokens.length = count;
  return i;
}

/** Letter case of a word with capitals in it. */
function shapeOf(uppers: number, letters: number, firstUpper: number): number {
  if (uppers === letters) return letters > 1 ? SHAPE_UPPER : SHAPE_TITLE;
  return firstUpper === 1 && uppers === 1 ? SHAPE_TITLE : SHAPE_MIXED;
}

/** The tone mark that stands last before `end`; there is one. */
function lastTone(text: string, end: number): number {
  let at = end - 1;
  while (((unitInfo(text.charCodeAt(at)) >> 6) & 7) === 0) at--;
  return (unitInfo(text.charCodeAt(at)) >> 6) & 7;
}

const isSpace = (unit: number): boolean => unitInfo(unit) >> 10 === CLASS_SPACE;

/** An apostrophe at `at - 1` with a letter before it: `H'Mông`, `d'Ivoire`. */
function touchesLetter(text: string, at: number): boolean {
  return isApostrophe(text.charCodeAt(at - 1)) && unitInfo(text.charCodeAt(at - 2)) >> 10 === CLASS_LETTER;
}

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;
