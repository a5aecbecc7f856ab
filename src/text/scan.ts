import { isVietnameseSyllable } from '../unicode/index.ts';
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

/** Kinds of token, as {@link TokenBuffer.kind} holds them. */
export const KIND_WORD = 1;
export const KIND_NUMBER = 2;
export const KIND_DATE = 3;
/** `50-KL/TU`, `92/TTr-UBND`, `10/2016/QĐ-UBND`. */
export const KIND_DOCUMENT_NUMBER = 4;
export const KIND_URL = 5;
export const KIND_EMAIL = 6;
/** Letters and digits in one: `U23`, `km2`, `15h30`, `A4`. */
export const KIND_CODE = 7;
/** Word with letters of another script. */
export const KIND_FOREIGN = 8;
export const KIND_COMMA = 9;
/** Ends a sentence or clause; also a line end. */
export const KIND_STOP = 10;
export const KIND_QUOTE = 11;
export const KIND_HYPHEN = 12;
export const KIND_SYMBOL = 13;
export const KIND_NEWLINE = 14;

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
/** The word follows an apostrophe or another letter-like sign directly, or is followed by one. */
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
  let { kind, flags, shape, start, end, hash } = tokens;
  let count = 0;
  let i = from;
  let spaced = 1;
  while (i < to) {
    const unit = text.charCodeAt(i);
    const info = unit < TABLE_SIZE ? LETTERS[unit] : unitInfo(unit);
    let category = info >> 10;
    if (category === CLASS_SPACE) {
      spaced = 1;
      i++;
      continue;
    }
    if (count === kind.length) {
      tokens.reserve(count + 1);
      ({ kind, flags, shape, start, end, hash } = tokens);
    }
    const begin = i;
    start[count] = begin;
    let flag = spaced;
    spaced = 0;
    if (category === CLASS_LETTER || category === CLASS_FOREIGN) {
      let h = HASH_SEED;
      let before = HASH_SEED;
      let tone = 0;
      let vowels = 0;
      let code = 0;
      let uppers = 0;
      let letters = 0;
      let foreign = 0;
      let current = info;
      for (;;) {
        if (category === CLASS_FOREIGN) foreign = 1;
        const t = (current >> 6) & 7;
        if (t !== 0) {
          if (tone !== 0) flag |= FLAG_TWO_TONES;
          tone = t;
        }
        const c = current & 0x3f;
        if (c !== 0) {
          code = c;
          vowels += IS_VOWEL[c];
          before = h;
          h = Math.imul(h ^ c, HASH_PRIME);
          letters++;
          uppers += (current >> 9) & 1;
        }
        if (++i >= to) break;
        const next = text.charCodeAt(i);
        current = next < TABLE_SIZE ? LETTERS[next] : unitInfo(next);
        category = current >> 10;
        if (category !== CLASS_LETTER && category !== CLASS_FOREIGN && category !== CLASS_MARK) break;
      }
      const next = i < to ? text.charCodeAt(i) : 32;
      if (next > 32 && category !== CLASS_SPACE && joinsCode(next, category)) {
        const stop = codeEnd(text, begin, i, to);
        if (stop > i) {
          i = stop;
          const misread = isMisreadWord(text, begin, i);
          kind[count] = misread ? KIND_WORD : codeKind(text, begin, i);
          flags[count] = flag;
          shape[count] = misread ? SHAPE_LOWER : SHAPE_MIXED;
          hash[count] = misread ? hashMisread(text, begin, i) : 0;
          end[count++] = i;
          continue;
        }
      }
      kind[count] = foreign ? KIND_FOREIGN : KIND_WORD;
      const first = text.charCodeAt(begin);
      const firstUpper = ((first < TABLE_SIZE ? LETTERS[first] : 0) >> 9) & 1;
      shape[count] =
        uppers === 0
          ? SHAPE_LOWER
          : uppers === letters
            ? letters > 1
              ? SHAPE_UPPER
              : SHAPE_TITLE
            : firstUpper === 1 && uppers === 1
              ? SHAPE_TITLE
              : SHAPE_MIXED;
      if (category === CLASS_HYPHEN) flag |= FLAG_HYPHENATED;
      else if (next === 0x27 || next === 0x2019) flag |= FLAG_TOUCHED;
      if ((flag & FLAG_SPACE_BEFORE) === 0 && count > 0) {
        const previous = kind[count - 1];
        if (previous === KIND_HYPHEN) flag |= FLAG_HYPHENATED;
        else if (previous === KIND_QUOTE && begin >= 2 && touchesLetter(text, begin)) flag |= FLAG_TOUCHED;
      }
      flags[count] = flag;
      hash[count] = finishHash(h, before, code, vowels, flag & FLAG_TWO_TONES ? tone + SECOND_TONE : tone);
      end[count++] = i;
      continue;
    }
    shape[count] = SHAPE_LOWER;
    hash[count] = 0;
    flags[count] = flag;
    if (category === CLASS_DIGIT) {
      i = codeEnd(text, begin, i, to);
      if (isMisreadWord(text, begin, i)) {
        kind[count] = KIND_WORD;
        hash[count] = hashMisread(text, begin, i);
      } else kind[count] = codeKind(text, begin, i);
    } else if (category === CLASS_NEWLINE) {
      i++;
      kind[count] = KIND_NEWLINE;
      spaced = 1;
    } else if (category === CLASS_COMMA) {
      i++;
      kind[count] = KIND_COMMA;
    } else if (category === CLASS_HYPHEN) {
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
  return count;
}

/**
 * Is this run of letters and digits a word in which l, i or o was read as 1 or 0 (`1ập`, `th0ại`)? Only where a letter
 * with a Vietnamese mark, in lower case, says so, and not where a number may have been written without a space before
 * or after a word (`tháng1`, `1số`).
 */
function isMisreadWord(text: string, begin: number, end: number): boolean {
  if (end - begin < 3 || end - begin > 8) return false;
  let digit = -1;
  let marked = false;
  for (let i = begin; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x30 || unit === 0x31) {
      if (digit >= 0) return false;
      digit = i;
      continue;
    }
    const info = unitInfo(unit);
    if (info >> 10 !== CLASS_LETTER || (info >> 9) & 1) return false;
    if (unit >= 0x80) marked = true;
  }
  if (digit < 0 || !marked) return false;
  if (digit > begin && digit < end - 1) return true;
  if (digit === begin && text.charCodeAt(digit) === 0x31 && IS_VOWEL[unitInfo(text.charCodeAt(begin + 1)) & 0x3f] === 1)
    return true;
  return !isVietnameseSyllable(digit === begin ? text.slice(begin + 1, end) : text.slice(begin, end - 1));
}

/** A hash that no word of letters has by design, for a word with a digit in it. */
function hashMisread(text: string, begin: number, end: number): number {
  let h = HASH_SEED;
  for (let i = begin; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), HASH_PRIME);
  return finishHash(h, h, 0, 0, 7);
}

const isSpace = (unit: number): boolean => unitInfo(unit) >> 10 === CLASS_SPACE;

/** An apostrophe at `at - 1` with a letter before it: `H'Mông`, `d'Ivoire`. */
function touchesLetter(text: string, at: number): boolean {
  const mark = text.charCodeAt(at - 1);
  return (mark === 0x27 || mark === 0x2019) && unitInfo(text.charCodeAt(at - 2)) >> 10 === CLASS_LETTER;
}

/** Can a word be the head of a longer code, URL or address, given what follows it directly? */
function joinsCode(unit: number, category: number): boolean {
  return (
    category === CLASS_DIGIT ||
    unit === 0x40 ||
    unit === 0x3a ||
    unit === 0x2e ||
    unit === 0x5f ||
    unit === 0x2f ||
    unit === 0x2d
  );
}

const TOP_LEVEL = new Set([
  'vn',
  'com',
  'net',
  'org',
  'edu',
  'gov',
  'info',
  'io',
  'biz',
  'co',
  'me',
  'tv',
  'html',
  'htm',
  'pdf',
  'jpg',
  'png',
  'docx',
  'doc',
  'xlsx',
  'js',
  'ts',
  'py',
]);

/**
 * Where the number, code, URL or address that starts at `begin` ends. `at` is the end of its first run (of letters or
 * digits). Returns `at` if the first run stands alone.
 */
function codeEnd(text: string, begin: number, at: number, to: number): number {
  // The chunk up to the next space, brackets or quotes. A chunk longer than any code is prose without spaces.
  let stop = at;
  const limit = Math.min(to, begin + 2048);
  let mark = 0;
  while (stop < limit) {
    const unit = text.charCodeAt(stop);
    const category = unitInfo(unit) >> 10;
    if (category === CLASS_SPACE || category === CLASS_NEWLINE || category === CLASS_QUOTE) break;
    if (
      unit === 0x28 ||
      unit === 0x29 ||
      unit === 0x5b ||
      unit === 0x5d ||
      unit === 0x7b ||
      unit === 0x7d ||
      unit === 0x3c ||
      unit === 0x3e
    )
      break;
    if (unit === 0x40) mark |= 1;
    if (unit === 0x3a && text.charCodeAt(stop + 1) === 0x2f && text.charCodeAt(stop + 2) === 0x2f) mark |= 2;
    stop++;
  }
  if (mark !== 0) return trimEnd(text, begin, stop);
  // Letters joined by dots: a host or file name if the last part is one of a few well-known ones.
  let i = at;
  const startsWithLetter = unitInfo(text.charCodeAt(begin)) >> 10 === CLASS_LETTER;
  if (startsWithLetter) {
    const trimmed = trimEnd(text, begin, stop);
    if (isHost(text, begin, trimmed)) return trimmed;
    const follower = unitInfo(text.charCodeAt(i)) >> 10;
    if (follower !== CLASS_DIGIT && text.charCodeAt(i) !== 0x5f) return at;
  }
  // Runs of letters and digits, joined by one of `. , / - : _` as long as the whole has a digit in it.
  let last = at;
  while (i < stop) {
    const category = unitInfo(text.charCodeAt(i)) >> 10;
    if (category === CLASS_DIGIT || category === CLASS_LETTER || category === CLASS_MARK) last = ++i;
    else {
      const unit = text.charCodeAt(i);
      const joins = unit === 0x2e || unit === 0x2c || unit === 0x2f || unit === 0x2d || unit === 0x3a || unit === 0x5f;
      if (!joins || i + 1 >= stop) break;
      const next = unitInfo(text.charCodeAt(i + 1)) >> 10;
      if (next === CLASS_DIGIT) i++;
      else if (next === CLASS_LETTER && (unit === 0x2f || unit === 0x2d || unit === 0x5f)) i++;
      else break;
    }
  }
  return last;
}

function trimEnd(text: string, begin: number, stop: number): number {
  while (stop > begin && '.,;:!?'.includes(text[stop - 1])) stop--;
  return stop;
}

function isHost(text: string, begin: number, stop: number): boolean {
  let head = stop;
  for (let i = begin; i < stop; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x2f) {
      head = i;
      break;
    }
    if (unit >= 0x80 || (unit !== 0x2e && unit !== 0x2d && unit !== 0x5f && !isAsciiAlphanumeric(unit))) return false;
  }
  const dot = text.lastIndexOf('.', head - 1);
  if (dot <= begin || head - dot > 6) return false;
  return TOP_LEVEL.has(text.slice(dot + 1, head).toLowerCase());
}

const isAsciiAlphanumeric = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

/** What kind of thing a run with digits, or a URL or an address, is. */
function codeKind(text: string, begin: number, stop: number): number {
  let digits = 0;
  let letters = 0;
  let separators = 0;
  let sameSeparator = 0;
  for (let i = begin; i < stop; i++) {
    const unit = text.charCodeAt(i);
    const category = unitInfo(unit) >> 10;
    if (category === CLASS_DIGIT) digits++;
    else if (category === CLASS_LETTER) letters++;
    else if (unit === 0x40) return KIND_EMAIL;
    else if (unit === 0x3a && text.charCodeAt(i + 1) === 0x2f) return KIND_URL;
    else {
      separators++;
      if (sameSeparator === 0) sameSeparator = unit;
      else if (sameSeparator !== unit) sameSeparator = -1;
    }
  }
  if (letters === 0) {
    const dated =
      (separators === 1 || separators === 2) &&
      (sameSeparator === 0x2d || sameSeparator === 0x2f || (sameSeparator === 0x2e && separators === 2));
    return dated && digits <= 8 && isDate(text, begin, stop, sameSeparator) ? KIND_DATE : KIND_NUMBER;
  }
  if (digits === 0) return KIND_URL;
  return separators > 0 && isDocumentNumber(text, begin, stop) ? KIND_DOCUMENT_NUMBER : KIND_CODE;
}

function isDate(text: string, begin: number, stop: number, separator: number): boolean {
  const parts = text.slice(begin, stop).split(String.fromCharCode(separator));
  const [day, month] = parts;
  const year = parts[2];
  if (day.length > 2 || month.length > 4) return false;
  if (year === undefined)
    return (
      (+day >= 1 && +day <= 31 && +month >= 1 && +month <= 12 && month.length <= 2) ||
      (+day >= 1 && +day <= 12 && month.length === 4)
    );
  return +day >= 1 && +day <= 31 && +month >= 1 && +month <= 12 && (year.length === 2 || year.length === 4);
}

/** Starts with a digit, and a `/` or `-` leads to a capital letter. */
function isDocumentNumber(text: string, begin: number, stop: number): boolean {
  if (unitInfo(text.charCodeAt(begin)) >> 10 !== CLASS_DIGIT) return false;
  for (let i = begin + 1; i + 1 < stop; i++) {
    const unit = text.charCodeAt(i);
    if ((unit === 0x2d || unit === 0x2f) && (unitInfo(text.charCodeAt(i + 1)) & 0x200) !== 0) return true;
  }
  return false;
}
