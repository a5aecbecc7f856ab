import { composeVni } from './digit-words.ts';

/** Share of words with such a letter below which a text is called stripped. */
const MOST_MARKED = 0.3;

/** Words that must be seen before a text is called stripped. */
const LEAST_WORDS = 4;

/** Units of a text that are looked at. */
const SEEN = 20_000;

/** Facts of a character, as bits. */
const LETTER = 1;
const SMALL = 2;
const VIETNAMESE = 4;
/** Set in all that was looked up: 0 in the table is a unit not met before. */
const KNOWN = 8;

/** By unit, filled as units are met. */
const CLASSES = new Uint8Array(0x10000);

/**
 * Was the text read or typed without the Vietnamese letters (ă â ê ô ơ ư đ and the dot below)? About six words in ten
 * of ordinary text have one; below three in ten, marks are missing and not merely wrong. Only words with two small
 * letters beside each other count, and only the front of a long text.
 * @param least how many such words there must be
 */
export function looksStripped(text: string, least: number = LEAST_WORDS): boolean {
  const end = Math.min(text.length, SEEN);
  let words = 0;
  let markedWords = 0;
  // Bits of the character before; of all characters of the word; are two small letters beside each other in it?
  let before = 0;
  let seen = 0;
  let isCounted = false;
  for (let at = 0; at <= end; at++) {
    const kind = at === end ? 0 : classAt(text, at, end);
    if (kind & LETTER) {
      if (kind & before & SMALL) isCounted = true;
      seen |= kind;
      // An astral letter is two units.
      if (at + 1 < end && isLead(text.charCodeAt(at))) at++;
    } else {
      if (isCounted) {
        words++;
        if (seen & VIETNAMESE) markedWords++;
      }
      isCounted = false;
      seen = 0;
    }
    before = kind;
  }
  return words >= least && markedWords / words < MOST_MARKED;
}

/** Was the text typed without any marks? One letter with a mark shows that its keyboard had them; so do keys for them. */
export function looksUnmarked(text: string, least: number = LEAST_WORDS): boolean {
  const front = text.length > SEEN ? text.slice(0, SEEN) : text;
  return !/[\u00c0-\u1ef9]/.test(front) && looksStripped(front, least) && !hasVniKeys(front);
}

/** Fewer words without marks may be a name, a title or a short quotation in any text. */
const LEAST_IN_LINE = 8;

/** The lines of a text that were typed without any marks, as an answer below a letter: `[start, end)` of each. */
export function unmarkedLines(text: string): [start: number, end: number][] {
  const lines: [number, number][] = [];
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (looksUnmarked(text.slice(start, end), LEAST_IN_LINE)) lines.push([start, end]);
    start = end + 1;
  }
  return lines;
}

/** Are its marks there as keys of VNI, which an input method left raw (`Vie65t`)? */
function hasVniKeys(text: string): boolean {
  const words = text.match(/[\p{L}\d]+/gu) ?? [];
  const keyed = words.filter((word) => composeVni(word) !== undefined);
  return keyed.length / words.length >= MOST_MARKED;
}

function classAt(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  if (isLead(unit) && at + 1 < end) return learn(String.fromCodePoint(text.codePointAt(at)!));
  if (CLASSES[unit] === 0) CLASSES[unit] = learn(String.fromCharCode(unit));
  return CLASSES[unit];
}

function learn(character: string): number {
  if (!/\p{L}/u.test(character)) return KNOWN;
  const small = /\p{Ll}/u.test(character) ? SMALL : 0;
  return KNOWN | LETTER | small | (/[ăâêôơưđ\u1ea0-\u1ef9]/iu.test(character) ? VIETNAMESE : 0);
}

const isLead = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
