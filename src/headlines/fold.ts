import { COMMON_WORDS } from './common-words.ts';
import { headlineBody } from './source-marks.ts';

/**
 * What a headline says once case, diacritics, tone style, punctuation and source marks are taken off.
 * Words are held as sorted numbers, so that two headlines are compared by one merge.
 *
 * One word is packed so that rare words sort first and make the index keys:
 *
 * | bits | listed word | other word |
 * |---|---|---|
 * | 30 | 1 | 0 |
 * | 18 to 29 | rank, the commoner the higher | hash of the letters |
 * | 0 to 17 | hash of the letters and the occurrence | hash of the letters and the occurrence |
 *
 * A word seen for the second time is another number.
 */
export interface FoldedHeadline {
  /** Sorted packed words, numbers left out. */
  readonly words: Int32Array;
  /** Base letters of each of `words`, same order. */
  readonly letters: readonly string[];
  /** 1 where the word is written as part of a name, same order. */
  readonly names: Uint8Array;
  /** Hash of all numbers in their order ("9 of 10" is not "10 of 9"); 0 without any. */
  readonly numbers: number;
  /** Hash of the words in the order in which they are written, with the numbers. */
  readonly hash: number;
  /** A second, independent hash of the same. */
  readonly check: number;
}

const SIZE = 0x2000;
const SEPARATOR = 0;
/** Combining marks and zero-width characters: as if not there. */
const GONE = 1;
const COMMON = 1 << 30;
const HASH_BITS = COMMON - 1;

/** By unit below 0x2000: lower-case base letter or digit, {@link SEPARATOR} or {@link GONE}. Bit 15 marks a capital. */
const CLASSES: Uint16Array = buildClasses();

function buildClasses(): Uint16Array {
  const classes = new Uint16Array(SIZE);
  for (let unit = 0; unit < SIZE; unit++) {
    const character = String.fromCharCode(unit);
    if (/\p{M}/u.test(character) || unit === 0xad) classes[unit] = GONE;
    else if (/[\p{L}\p{Nd}]/u.test(character)) {
      const lower = character.toLowerCase();
      const base = unit === 0x110 || unit === 0x111 || unit === 0xd0 ? 'd' : lower.normalize('NFD');
      classes[unit] = (base.charCodeAt(0) & 0x7fff) | (lower !== character ? 0x8000 : 0);
    }
  }
  return classes;
}

function classOf(unit: number): number {
  if (unit < SIZE) return CLASSES[unit];
  if (unit <= 0x200f && unit >= 0x200b) return GONE;
  // Punctuation, symbols, private use; surrogates too, so that a lone one changes nothing.
  if (unit < 0x2c00 || (unit >= 0x3000 && unit < 0x3040) || unit >= 0xd800) return SEPARATOR;
  return unit & 0x7fff;
}

/** 32-bit finaliser (Murmur3): every input bit reaches every output bit. */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hashOf(letters: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < letters.length; i++) h = Math.imul(h ^ letters.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** Words that are searched one by one for an earlier occurrence. */
const SEARCHED = 32;
const RANK_SHIFT = 18;
const OCCURRENCE_BITS = (1 << RANK_SHIFT) - 1;
/** By base letters: rank, the commoner the higher. */
const ranks = new Map(COMMON_WORDS.split(' ').map((word, index, all): [string, number] => [word, all.length - index]));
/** Words before a name of an administrative place: they find names where capitals say nothing. */
const PLACES = new Set('huyen xa tinh phuong quan tp thon'.split(' '));
const ENDS_IN_OPEN_Y = /^(?:[hklmst]|qu)y$/;

interface Word {
  readonly packed: number;
  readonly letters: string;
  name: number;
}

/** Reads a headline, or any block of text, into what {@link compareFolded} compares. Never throws; linear. */
export function foldHeadline(text: string): FoldedHeadline {
  const [from, to] = headlineBody(text);
  const found: Word[] = [];
  const numbers: string[] = [];
  const seen = new Map<string, number>();
  let hash = 17;
  let check = 23;
  let capitals = 0;
  let sentenceStart = true;
  let position = from;
  while (position < to) {
    const unit = text.charCodeAt(position);
    const kind = classOf(unit);
    if (kind <= GONE) {
      // A colon or a stop begins a sentence, whose first capital is no sign of a name.
      if (unit === 58 || unit === 46 || unit === 63 || unit === 33 || unit === 10) sentenceStart = true;
      position++;
      continue;
    }
    let letters = '';
    const digit = kind >= 48 && kind <= 57;
    if (digit) {
      position = readNumber(text, position, to);
      letters = number;
      numbers.push(letters);
    } else {
      const capital = (kind & 0x8000) !== 0;
      const first = position;
      let inner = false;
      for (; position < to; position++) {
        const next = classOf(text.charCodeAt(position));
        if (next === GONE) continue;
        if (next === SEPARATOR || (next >= 48 && next <= 57)) break;
        if ((next & 0x8000) !== 0 && position > first) inner = true;
        letters += String.fromCharCode(next & 0x7fff);
      }
      if (letters.length <= 3 && ENDS_IN_OPEN_Y.test(letters)) letters = `${letters.slice(0, -1)}i`;
      if (capital) capitals++;
      const again = occurrence(letters, found, seen);
      const plain = hashOf(letters);
      const code = again === 0 ? plain : mix(plain + again);
      const rank = ranks.get(letters);
      const packed = rank === undefined ? code & HASH_BITS : COMMON | (rank << RANK_SHIFT) | (code & OCCURRENCE_BITS);
      // "Ba" may begin a sentence, "PSG" and "VinFast" are names even there.
      found.push({ packed, letters, name: capital && (!sentenceStart || inner) ? 1 : 0 });
    }
    sentenceStart = false;
    const code = hashOf(letters);
    hash = mix(hash ^ code);
    check = (Math.imul(check, 31) + mix(code ^ 0x5bd1e995)) | 0;
  }
  // All in capitals, or none at all: only the words before a place name tell.
  if (capitals === 0 || capitals * 5 >= found.length * 4) markPlaces(found);
  return sorted(found, numbers, hash, check);
}

/** How often the word came before. A short headline is searched: that is cheaper than a map for each. */
function occurrence(letters: string, found: readonly Word[], seen: Map<string, number>): number {
  let again = 0;
  if (found.length < SEARCHED) {
    for (let i = 0; i < found.length; i++) if (found[i].letters === letters) again++;
    return again;
  }
  if (found.length === SEARCHED) for (const word of found) seen.set(word.letters, (seen.get(word.letters) ?? 0) + 1);
  again = seen.get(letters) ?? 0;
  seen.set(letters, again + 1);
  return again;
}

let number = '';

/** Reads digits into `number` without leading zeros; "4.000" is 4000, "6.10" stays two numbers. */
function readNumber(text: string, start: number, to: number): number {
  let position = start;
  while (position < to && isDigit(text, position)) position++;
  number = text.slice(start, position);
  while (
    number.length <= 12 &&
    text.charCodeAt(position) === 46 &&
    position + 3 < to &&
    isDigit(text, position + 1) &&
    isDigit(text, position + 2) &&
    isDigit(text, position + 3) &&
    !isDigit(text, position + 4)
  ) {
    number += text.slice(position + 1, position + 4);
    position += 4;
  }
  number = number.replace(/^0+(?=.)/, '');
  return position;
}

function isDigit(text: string, position: number): boolean {
  const unit = text.charCodeAt(position);
  return unit >= 48 && unit <= 57;
}

function markPlaces(found: Word[]): void {
  for (const word of found) word.name = 0;
  for (let i = 0; i + 1 < found.length; i++) {
    if (!PLACES.has(found[i].letters)) continue;
    found[i + 1].name = 1;
    if (i + 2 < found.length) found[i + 2].name = 1;
  }
}

function sorted(found: Word[], numbers: string[], hash: number, check: number): FoldedHeadline {
  found.sort((a, b) => a.packed - b.packed);
  let numberHash = 0;
  if (numbers.length > 0) {
    numberHash = 0x9e3779b9;
    for (const digits of numbers) numberHash = mix(numberHash ^ hashOf(digits));
    if (numberHash === 0) numberHash = 1;
  }
  const words = new Int32Array(found.length);
  const names = new Uint8Array(found.length);
  const letters: string[] = [];
  for (let i = 0; i < found.length; i++) {
    words[i] = found[i].packed;
    names[i] = found[i].name;
    letters.push(found[i].letters);
  }
  return {
    words,
    letters,
    names,
    numbers: numberHash,
    hash,
    check,
  };
}
