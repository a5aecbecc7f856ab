import { isVietnameseSyllable } from '../unicode/index.ts';
import { KIND_CODE, KIND_DATE, KIND_DOCUMENT_NUMBER, KIND_EMAIL, KIND_NUMBER, KIND_URL } from './kinds.ts';
import {
  CLASS_DIGIT,
  CLASS_LETTER,
  CLASS_MARK,
  CLASS_NEWLINE,
  CLASS_QUOTE,
  CLASS_SPACE,
  finishHash,
  HASH_PRIME,
  HASH_SEED,
  IS_VOWEL,
  unitInfo,
} from './letters.ts';

/**
 * Is this run of letters and digits a word in which l, i or o was read as 1 or 0 (`1ập`, `th0ại`)? Only where a letter
 * with a Vietnamese mark, in lower case, says so, and not where a number may have been written without a space before
 * or after a word (`tháng1`, `1số`).
 */
export function isMisreadWord(text: string, begin: number, end: number): boolean {
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
export function hashMisread(text: string, begin: number, end: number): number {
  let h = HASH_SEED;
  for (let i = begin; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), HASH_PRIME);
  return finishHash(h, h, 0, 0, 7);
}

/** Can a word be the head of a longer code, URL or address, given what follows it directly? */
export function joinsCode(unit: number, category: number): boolean {
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
export function codeEnd(text: string, begin: number, at: number, to: number): number {
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

/**
 * A variable of a template, in ASCII, whose name is no word: `{ten}`, `{ho ten}`, `{{ ngay | date }}`, `[[ten]]`,
 * `<%= ten %>`, `%ten%`.
 */
const VARIABLE =
  /\{\{[\x20-\x7a|]{1,80}\}\}|\{ ?[A-Za-z][\w .:|-]{0,39}\}|\[\[[A-Za-z][\w .-]{0,39}\]\]|<%[\x20-\x24\x26-\x7e]{1,80}%>|%[A-Za-z]\w{1,39}%/y;

/** Where the variable that begins at `at` ends; `at` where there is none. */
export function variableEnd(text: string, at: number, to: number): number {
  VARIABLE.lastIndex = at;
  return VARIABLE.test(text) && VARIABLE.lastIndex <= to ? VARIABLE.lastIndex : at;
}

/** `{`, `[`, `<` or `%`. */
export const opensVariable = (unit: number): boolean =>
  unit === 0x7b || unit === 0x5b || unit === 0x3c || unit === 0x25;

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
export function codeKind(text: string, begin: number, stop: number): number {
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
