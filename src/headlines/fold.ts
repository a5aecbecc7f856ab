import { HashCounts } from './hash-counts.ts';
import { MOST_WORDS } from './keys.ts';
import { knownName, lettersAt, spellingAt } from './known-names.ts';
import { hashOf, hashStep, mix, secondHashOf, TONE } from './letters.ts';
import { NAME_WORD, TOLD, WORDS_A_TONE } from './name-spelling.ts';
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
  /** Base letters of each of `words` that is written as part of a name, `''` of all others; same order. */
  readonly names: readonly string[];
  /** How each of `words` is spelled beyond its base letters; same order. See `name-spelling.ts`. */
  readonly spellings: Uint16Array;
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
   * Hash of which words are names and of all spellings; 0 in a block too long to be compared by them. Equal headlines of
   * which one is in capitals, or spells a word otherwise, differ in this alone, and may differ in what else they are
   * near to.
   */
  readonly variant: number;
}

const PLACE_BITS = 1 << 22;
/** Units of the longest word that is looked at as a name: what is remembered of names stays small. */
const LONGEST_NAME_WORD = 32;
/** Words of the longest name of a person. */
const LONGEST_NAME = 5;

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
  #capitals = 0;
  #tones = 0;
  #hasCapitalInside = false;
  /** 31 bits of the packed word and 22 of its token, exact in a double: sorted by the word. */
  #sorting = new Float64Array(256);
  /** By token, as in {@link FoldedHeadline}. */
  #spellings = new Uint16Array(256);
  /** By token: base letters where it is part of a name; of others, what is left from texts before. */
  #letters: string[] = Array(256).fill('');
  readonly #occurrences: HashCounts = new HashCounts();

  /** Reads `[from, to)` of a text. Never throws; linear but for a sort. */
  read(text: string, from: number, to: number): void {
    this.tokens.read(text, from, to);
    this.#readNumbers();
    this.#sort();
  }

  /** The i-th of the packed words in sorted order. */
  wordAt(i: number): number {
    return Math.floor(this.#sorting[i] / PLACE_BITS);
  }

  /** @param text that was read last; it is not kept */
  folded(text: string): FoldedHeadline {
    const { tokens, size, numbers, hash, check } = this;
    markNames(text, tokens, this.#capitalsTellNothing());
    const variant = this.#spell(text);
    const spelled = this.#spellings;
    const letters = this.#letters;
    const words = roomFor(size);
    const places = new Uint16Array(size);
    const spellings = new Uint16Array(size);
    const names: string[] = Array(size);
    for (let i = 0; i < size; i++) {
      const word = this.wordAt(i);
      const token = this.#sorting[i] - word * PLACE_BITS;
      words[i] = word;
      places[i] = Math.min(token, 0xffff);
      spellings[i] = spelled[token];
      names[i] = (spelled[token] & NAME_WORD) === 0 ? '' : letters[token];
    }
    return { words, places, names, spellings, numbers, hash, check, variant };
  }

  /** In a few words that all begin with a capital, and go on small, they do: it is the name of a person. */
  #capitalsTellNothing(): boolean {
    const { size } = this;
    const capitals = this.#capitals;
    if (capitals === size && size <= LONGEST_NAME && !this.#hasCapitalInside) return false;
    return capitals === 0 || capitals * 5 >= size * 4;
  }

  /**
   * How the words are spelled, by token; only which are names where no name of the headline tells by its marks, as in a
   * text without tones. Gives the variant.
   */
  #spell(text: string): number {
    const { tokens, size } = this;
    const { flags, marks, starts, ends, size: count } = tokens;
    if (this.#spellings.length !== marks.length) {
      this.#spellings = new Uint16Array(marks.length);
      this.#letters = Array(marks.length).fill('');
    }
    const spellings = this.#spellings;
    const letters = this.#letters;
    const isLong = size > MOST_WORDS;
    const mayTell = this.#tones * WORDS_A_TONE >= size;
    let told = 0;
    for (let token = 0; token < count; token++) {
      let spelling = marks[token];
      if ((flags[token] & NAME) !== 0 && ends[token] - starts[token] <= LONGEST_NAME_WORD) {
        const place = knownName(text, tokens, token);
        letters[token] = lettersAt(place);
        spelling = mayTell ? spellingAt(place) : NAME_WORD;
        told |= spelling;
      }
      spellings[token] = spelling;
    }
    const kept = (told & TOLD) !== 0 ? -1 : NAME_WORD;
    let variant = 0;
    for (let token = 0; token < count; token++) {
      const spelling = spellings[token] & kept;
      spellings[token] = spelling;
      if (spelling !== 0) variant = hashStep(variant, (token + 1) ^ (spelling << 16));
    }
    return isLong ? 0 : mix(variant);
  }

  #readNumbers(): void {
    const { hashes, seconds, flags, marks, size: count } = this.tokens;
    let numbers = 0;
    let moreNumbers = 0;
    let hash = 17;
    let check = 23;
    let capitals = 0;
    let tones = 0;
    let inside = 0;
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
        if ((marks[token] & TONE) !== 0) tones++;
        inside |= flag & CAPITAL_INSIDE;
      }
      hash = mix(hash ^ code);
      check = (Math.imul(check, 31) + second) | 0;
    }
    this.numbers = (numbers >>> 0) + (moreNumbers >>> 12) * 0x1_0000_0000;
    this.hash = hash;
    this.check = check;
    this.size = size;
    this.#capitals = capitals;
    this.#tones = tones;
    this.#hasCapitalInside = inside !== 0;
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

/** Room for the words of some 500 headlines: an array of its own for each takes memory from outside the heap, dearly. */
const ROOM = 1 << 13;
let room = new Int32Array(0);
let taken = 0;

function roomFor(size: number): Int32Array {
  if (size > ROOM / 4) return new Int32Array(size);
  if (taken + size > room.length) {
    room = new Int32Array(ROOM);
    taken = 0;
  }
  taken += size;
  return room.subarray(taken - size, taken);
}

const reader = new HeadlineReader();

/** Reads a headline, or any block of text, into what `compareFolded` compares. Never throws; linear but for a sort. */
export function foldHeadline(text: string): FoldedHeadline {
  reader.read(text, ...headlineBody(text));
  return reader.folded(text);
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

function isForeignToken(text: string, tokens: Tokens, token: number): boolean {
  return isListedForeign(tokens.hashes[token]) ?? isForeignShape(lettersAt(knownName(text, tokens, token)));
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
