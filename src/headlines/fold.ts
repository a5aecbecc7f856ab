import { HashCounts } from './hash-counts.ts';
import { MOST_WORDS } from './keys.ts';
import { baseLetters, hashOf, mix, secondHashOf } from './letters.ts';
import { isForeignShape, isListedForeign, pack } from './packed-words.ts';
import { headlineBody } from './source-marks.ts';
import { isPlaceWord, NOT_A_NUMBER, numberOfWord, ONE_WORD_COUNTRIES } from './spoken-words.ts';
import { AFTER_STOP, CAPITAL_FIRST, CAPITAL_INSIDE, DIGITS, NAME, NUMBER_WORD, Tokens } from './tokens.ts';

/**
 * What a headline says once case, diacritics, tone style, punctuation and source marks are taken off.
 * Words are held as sorted numbers, so that two headlines are compared by one merge.
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

const PLACE_BITS = 1 << 22;

/**
 * Reads one headline, or block of text, after another into the same arrays. What it says of the last is what most
 * blocks are ever asked for; {@link folded} is the whole of it, to keep.
 */
export class HeadlineReader {
  readonly tokens: Tokens = new Tokens();
  /** As in {@link FoldedHeadline}. */
  numbers = 0;
  hash = 0;
  check = 0;
  /** How many words it has, numbers left out. */
  size = 0;
  #text = '';
  #capitals = 0;
  /** 31 bits of the packed word and 22 of its token, exact in a double: sorted by the word. */
  #sorting = new Float64Array(256);
  readonly #occurrences: HashCounts = new HashCounts();

  /** Reads `[from, to)` of a text. Never throws; linear but for a sort. */
  read(text: string, from: number, to: number): void {
    this.#text = text;
    this.tokens.read(text, from, to);
    this.#readNumbers();
    this.#sort();
  }

  /** The i-th of the packed words in sorted order. */
  wordAt(i: number): number {
    return Math.floor(this.#sorting[i] / PLACE_BITS);
  }

  folded(): FoldedHeadline {
    const { tokens, size, numbers, hash, check } = this;
    const text = this.#text;
    markNames(text, tokens, this.#capitals === 0 || this.#capitals * 5 >= size * 4);
    const words = new Int32Array(size);
    const places = new Uint16Array(size);
    const names: string[] = [];
    for (let i = 0; i < size; i++) {
      words[i] = this.wordAt(i);
      const token = this.#sorting[i] - words[i] * PLACE_BITS;
      places[i] = Math.min(token, 0xffff);
      const isName = (tokens.flags[token] & NAME) !== 0;
      names.push(isName ? baseLetters(text, tokens.starts[token], tokens.ends[token]) : '');
    }
    return { words, places, names, numbers, hash, check, variant: variantOf(tokens, size) };
  }

  #readNumbers(): void {
    const { hashes, seconds, flags, size: count } = this.tokens;
    let numbers = 0;
    let moreNumbers = 0;
    let hash = 17;
    let check = 23;
    let capitals = 0;
    let size = 0;
    for (let token = 0; token < count; token++) {
      let code = hashes[token];
      let second = seconds[token];
      let flag = flags[token];
      if ((flag & DIGITS) === 0) {
        const number = numberOfWord(hashes, token, count);
        if (number !== NOT_A_NUMBER) {
          code = hashOf(String(number));
          second = secondHashOf(String(number));
          flag |= NUMBER_WORD;
          flags[token] = flag;
        }
      }
      if ((flag & (DIGITS | NUMBER_WORD)) !== 0) {
        numbers = mix((numbers === 0 ? 0x9e3779b9 : numbers) ^ code) || 1;
        moreNumbers = (Math.imul(moreNumbers, 31) + second) | 0;
      } else {
        size++;
        if ((flag & CAPITAL_FIRST) !== 0) capitals++;
      }
      hash = mix(hash ^ code);
      check = (Math.imul(check, 31) + second) | 0;
    }
    this.numbers = (numbers >>> 0) + (moreNumbers >>> 12) * 0x1_0000_0000;
    this.hash = hash;
    this.check = check;
    this.size = size;
    this.#capitals = capitals;
  }

  #sort(): void {
    const { hashes, flags, size: count } = this.tokens;
    // As long as the arrays of the tokens, which give back what a long text needed.
    if (this.#sorting.length !== hashes.length) this.#sorting = new Float64Array(hashes.length);
    const sorting = this.#sorting;
    this.#occurrences.begin(count);
    let found = 0;
    for (let token = 0; token < count; token++) {
      if ((flags[token] & (DIGITS | NUMBER_WORD)) !== 0) continue;
      const word = hashes[token];
      sorting[found++] = pack(word, this.#occurrences.count(word)) * PLACE_BITS + (token & (PLACE_BITS - 1));
    }
    sortFirst(sorting, found);
  }
}

const reader = new HeadlineReader();

/** Reads a headline, or any block of text, into what `compareFolded` compares. Never throws; linear but for a sort. */
export function foldHeadline(text: string): FoldedHeadline {
  reader.read(text, ...headlineBody(text));
  return reader.folded();
}

/** Whether a headline has neither words nor numbers: it repeats nothing, not even its like. */
export function saysNothing({ words, numbers }: FoldedHeadline): boolean {
  return words.length === 0 && numbers === 0;
}

/** Where all is capitals, or nothing is, only foreign spelling and the words before a place name tell. */
function markNames(text: string, tokens: Tokens, capitalsTellNothing: boolean): void {
  const { hashes, flags, size } = tokens;
  for (let token = 0; token < size; token++) {
    const flag = flags[token];
    if ((flag & (DIGITS | NUMBER_WORD)) !== 0) continue;
    if (capitalsTellNothing && isPlaceWord(hashes[token])) {
      for (let next = token + 1; next < token + 3 && next < size; next++) flags[next] |= NAME;
    }
    if ((flag & CAPITAL_FIRST) === 0) continue;
    if (!capitalsTellNothing && ((flag & AFTER_STOP) === 0 || (flag & CAPITAL_INSIDE) !== 0)) flags[token] |= NAME;
    // "Ba" may begin a sentence; "Nga" and "Liverpool" are names even there.
    else if (isForeignToken(text, tokens, token)) flags[token] |= NAME;
    else if (!capitalsTellNothing && ONE_WORD_COUNTRIES.has(hashes[token])) flags[token] |= NAME;
  }
}

function isForeignToken(text: string, { hashes, starts, ends }: Tokens, token: number): boolean {
  return isListedForeign(hashes[token]) ?? isForeignShape(baseLetters(text, starts[token], ends[token]));
}

function variantOf({ flags, size: count }: Tokens, size: number): number {
  let variant = 0;
  if (size > MOST_WORDS) return variant;
  for (let token = 0; token < count; token++) if ((flags[token] & NAME) !== 0) variant = mix(variant ^ (token + 1));
  return variant;
}

/** Numbers that are sorted by insertion: for so few a native sort costs more than it saves. */
const INSERTED = 64;

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
