import { COMMON_WORDS } from './common-words.ts';
import { HashCounts } from './hash-counts.ts';
import { HashTable } from './hash-table.ts';
import { MOST_WORDS } from './keys.ts';
import {
  baseLetters,
  CAPITAL,
  classOf,
  GONE,
  HASH_START,
  hashOf,
  hashStep,
  mix,
  SEPARATOR,
  secondHashOf,
  secondStep,
} from './letters.ts';
import { headlineBody } from './source-marks.ts';
import { isPlaceWord, NOT_A_NUMBER, numberOfWord, ONE_WORD_COUNTRIES } from './spoken-words.ts';

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
  /** Where each of `words` stands, counted in words and numbers; same order; no higher than 65,535. */
  readonly places: Uint16Array;
  /** Base letters of each of `words` that is written as part of a name, else `''`; same order. */
  readonly names: readonly string[];
  /**
   * Hash of all numbers in their order ("9 of 10" is not "10 of 9"), 52 bits, since a million headlines may differ in
   * their numbers alone; 0 without any.
   */
  readonly numbers: number;
  /** Hash of the words in the order in which they are written, with the numbers. */
  readonly hash: number;
  /** A second, independent hash of the same. */
  readonly check: number;
  /**
   * Hash of which words are names; 0 in a block too long to be compared by them. Equal headlines of which one is in
   * capitals differ in this alone, and may differ in what else they are near to.
   */
  readonly variant: number;
}

const COMMON = 1 << 30;
const HASH_BITS = COMMON - 1;
const RANK_SHIFT = 18;
const OCCURRENCE_BITS = (1 << RANK_SHIFT) - 1;
/** Added to the rank of a word that Vietnamese does not spell like that: a capital makes it a name anywhere. */
const FOREIGN = 1 << 15;
/** By hash of the base letters: rank, the commoner the higher, {@link FOREIGN} besides. */
const ranks = new HashTable(
  COMMON_WORDS.split(' ').map((word, index, all): [number, number] => [
    hashOf(word),
    (all.length - index) | (isForeign(word) ? FOREIGN : 0),
  ]),
);

/** The shape of a Vietnamese syllable without diacritics. */
function isForeign(letters: string): boolean {
  return !/^(?:[bcdghklmnprstvx]|ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?$/.test(letters);
}

/** The packed number of a word at its first occurrence, given by its base letters. */
export function packedWord(letters: string): number {
  return pack(hashOf(letters), 0);
}

function pack(hash: number, occurrence: number): number {
  const code = occurrence === 0 ? hash : mix(hash + occurrence);
  const rank = ranks.get(hash);
  return rank === 0 ? code & HASH_BITS : COMMON | ((rank & ~FOREIGN) << RANK_SHIFT) | (code & OCCURRENCE_BITS);
}

/** Whether a packed word is one of the common words that are listed. */
export function isListed(word: number): boolean {
  return (word & COMMON) !== 0;
}

const DIGITS = 1;
const CAPITAL_FIRST = 2;
const CAPITAL_INSIDE = 4;
const SENTENCE_START = 8;
const NAME = 16;

/*
 * One token of the headline being read, a struct of arrays that is reused: reading a million headlines allocates only
 * what it answers with. Nothing here outlives a call.
 */
let hashes = new Int32Array(256);
/** Second hash of each, of which `check` is made. */
let seconds = new Int32Array(256);
let flags = new Uint8Array(256);
let starts = new Int32Array(256);
let ends = new Int32Array(256);
let sorting = new Float64Array(256);
let tokens = 0;
const occurrences: HashCounts = new HashCounts();
/** Tokens kept between calls; a longer text's are given back. */
const MOST_KEPT = 1 << 14;

/** Reads a headline, or any block of text, into what `compareFolded` compares. Never throws; linear but for a sort. */
export function foldHeadline(text: string): FoldedHeadline {
  const [from, to] = headlineBody(text);
  tokenise(text, from, to);
  return folded(text);
}

/** {@link foldHeadline} and {@link writtenWords}, with one reading for both unless there is a source mark. */
export function readBlock(text: string): { read: FoldedHeadline; words: WrittenWords } {
  const words = writtenWords(text);
  const [from, to] = headlineBody(text);
  // A long text's tokens were given back already.
  if (from !== 0 || to !== text.length || tokens > hashes.length) tokenise(text, from, to);
  return { read: folded(text), words };
}

/** Of the tokens that were read last. */
function folded(text: string): FoldedHeadline {
  let numbers = 0;
  let moreNumbers = 0;
  let hash = 17;
  let check = 23;
  let capitals = 0;
  let size = 0;
  for (let token = 0; token < tokens; token++) {
    if ((flags[token] & DIGITS) === 0) {
      const number = numberOfWord(hashes, token, tokens);
      if (number !== NOT_A_NUMBER) {
        hashes[token] = hashOf(String(number));
        seconds[token] = secondHashOf(String(number));
        flags[token] = DIGITS;
      }
    }
    const code = hashes[token];
    if ((flags[token] & DIGITS) !== 0) {
      numbers = mix((numbers === 0 ? 0x9e3779b9 : numbers) ^ code) || 1;
      moreNumbers = (Math.imul(moreNumbers, 31) + seconds[token]) | 0;
    } else size++;
    if ((flags[token] & CAPITAL_FIRST) !== 0) capitals++;
    hash = mix(hash ^ code);
    check = (Math.imul(check, 31) + seconds[token]) | 0;
  }
  markNames(text, capitals === 0 || capitals * 5 >= size * 4);
  const read = sorted(text, size, (numbers >>> 0) + (moreNumbers >>> 12) * 0x1_0000_0000, hash, check);
  if (hashes.length > MOST_KEPT) grow(MOST_KEPT);
  return read;
}

/** Whether a headline has neither words nor numbers: it repeats nothing, not even its like. */
export function saysNothing({ words, numbers }: FoldedHeadline): boolean {
  return words.length === 0 && numbers === 0;
}

/** The words and numbers of a text as they are written, each as a hash of its base letters, with its offsets. */
export interface WrittenWords {
  readonly hashes: Int32Array;
  /** UTF-16 offsets `[start, end)`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Reads a text for comparing stretches of it; source marks are read like all else. */
export function writtenWords(text: string): WrittenWords {
  tokenise(text, 0, text.length);
  const written = {
    hashes: hashes.slice(0, tokens),
    starts: starts.slice(0, tokens),
    ends: ends.slice(0, tokens),
  };
  if (hashes.length > MOST_KEPT) grow(MOST_KEPT);
  return written;
}

function tokenise(text: string, from: number, to: number): void {
  tokens = 0;
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
    if (tokens === hashes.length) grow(tokens * 2);
    starts[tokens] = position;
    // Each takes at least this unit, since each asks of it what was asked here.
    position = isDigit(unit) ? readNumber(text, position, to) : readWord(text, position, to);
    ends[tokens] = position;
    if (sentenceStart) flags[tokens] |= SENTENCE_START;
    sentenceStart = false;
    tokens++;
  }
}

function readWord(text: string, start: number, to: number): number {
  let hash = HASH_START;
  let second = 0;
  // The hashes without the last letter, and what the letters were, for the open y below.
  let before = hash;
  let secondBefore = second;
  let first = 0;
  let last = 0;
  let length = 0;
  let flag = 0;
  let position = start;
  for (; position < to; position++) {
    const unit = text.charCodeAt(position);
    const kind = classOf(unit);
    if (kind === GONE) continue;
    if (kind === SEPARATOR || isDigit(unit)) break;
    if ((kind & CAPITAL) !== 0) flag |= position === start ? CAPITAL_FIRST : CAPITAL_INSIDE;
    const letter = kind & ~CAPITAL;
    if (length === 0) first = letter;
    last = letter;
    before = hash;
    secondBefore = second;
    hash = hashStep(hash, letter);
    second = secondStep(second, letter);
    length++;
  }
  // "lý" and "lí", "quý" and "quí" are one word, spelled in two styles.
  const openY = last === 0x79 && ((length === 2 && isOpenOnset(first)) || (length === 3 && first === 0x71));
  if (openY) {
    hash = hashStep(before, 0x69);
    second = secondStep(secondBefore, 0x69);
  }
  seconds[tokens] = mix(second);
  hashes[tokens] = mix(hash);
  flags[tokens] = flag;
  return position;
}

/** h k l m s t: before a final y or i that are written for each other. */
function isOpenOnset(letter: number): boolean {
  return letter === 0x68 || (letter >= 0x6b && letter <= 0x6d) || letter === 0x73 || letter === 0x74;
}

/** Leaves out leading zeros; "4.000" is 4000, "6.10" stays two numbers. */
function readNumber(text: string, start: number, to: number): number {
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
      text.charCodeAt(position) === 46 &&
      isDigit(text.charCodeAt(position + 1)) &&
      isDigit(text.charCodeAt(position + 2)) &&
      isDigit(text.charCodeAt(position + 3)) &&
      !isDigit(text.charCodeAt(position + 4));
    if (!goesOn) break;
    position++;
  }
  hashes[tokens] = mix(leading ? hashStep(hash, 48) : hash);
  seconds[tokens] = mix(leading ? secondStep(second, 48) : second);
  flags[tokens] = DIGITS;
  return position;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Where all is capitals, or nothing is, only foreign spelling and the words before a place name tell. */
function markNames(text: string, capitalsTellNothing: boolean): void {
  for (let token = 0; token < tokens; token++) {
    const flag = flags[token];
    if ((flag & DIGITS) !== 0) continue;
    if (capitalsTellNothing && isPlaceWord(hashes[token])) {
      for (let next = token + 1; next < token + 3 && next < tokens; next++) flags[next] |= NAME;
    }
    if ((flag & CAPITAL_FIRST) === 0) continue;
    if (!capitalsTellNothing && ((flag & SENTENCE_START) === 0 || (flag & CAPITAL_INSIDE) !== 0)) flags[token] |= NAME;
    // "Ba" may begin a sentence; "Nga" and "Liverpool" are names even there.
    else if (isForeignToken(text, token)) flags[token] |= NAME;
    else if (!capitalsTellNothing && ONE_WORD_COUNTRIES.has(hashes[token])) flags[token] |= NAME;
  }
}

function variantOf(size: number): number {
  let variant = 0;
  if (size > MOST_WORDS) return variant;
  for (let token = 0; token < tokens; token++) if ((flags[token] & NAME) !== 0) variant = mix(variant ^ (token + 1));
  return variant;
}

function isForeignToken(text: string, token: number): boolean {
  const rank = ranks.get(hashes[token]);
  if (rank !== 0) return (rank & FOREIGN) !== 0;
  return isForeign(baseLetters(text, starts[token], ends[token]));
}

/** Numbers that are sorted by insertion: for so few a native sort costs more than it saves. */
const INSERTED = 64;
const PLACE_BITS = 1 << 22;

function sorted(text: string, size: number, numbers: number, hash: number, check: number): FoldedHeadline {
  occurrences.begin(tokens);
  let found = 0;
  for (let token = 0; token < tokens; token++) {
    if ((flags[token] & DIGITS) !== 0) continue;
    const word = hashes[token];
    // 31 bits of the word and 22 of the token: exact in a double.
    sorting[found++] = pack(word, occurrences.count(word)) * PLACE_BITS + (token & (PLACE_BITS - 1));
  }
  sortFirst(sorting, found);
  const words = new Int32Array(size);
  const places = new Uint16Array(size);
  const names: string[] = [];
  for (let i = 0; i < size; i++) {
    const packed = Math.floor(sorting[i] / PLACE_BITS);
    const token = sorting[i] - packed * PLACE_BITS;
    words[i] = packed;
    places[i] = Math.min(token, 0xffff);
    names.push((flags[token] & NAME) === 0 ? '' : baseLetters(text, starts[token], ends[token]));
  }
  return { words, places, names, numbers, hash, check, variant: variantOf(size) };
}

/** Sorts the first `size`; by insertion while short, as headlines are. */
export function sortFirst(numbers: Float64Array, size: number): void {
  if (size > INSERTED) {
    numbers.subarray(0, size).sort();
    return;
  }
  for (let i = 1; i < size; i++) {
    const value = numbers[i];
    let at = i;
    for (; at > 0 && numbers[at - 1] > value; at--) numbers[at] = numbers[at - 1];
    numbers[at] = value;
  }
}

function grow(size: number): void {
  const copy = <Numbers extends Int32Array | Uint8Array>(old: Numbers, larger: Numbers): Numbers => {
    larger.set(old.subarray(0, size) as never);
    return larger;
  };
  hashes = copy(hashes, new Int32Array(size));
  seconds = copy(seconds, new Int32Array(size));
  flags = copy(flags, new Uint8Array(size));
  starts = copy(starts, new Int32Array(size));
  ends = copy(ends, new Int32Array(size));
  sorting = new Float64Array(size);
}
