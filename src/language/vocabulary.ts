import { ALPHABET, hashWord, unitInfo } from '../text/letters.ts';
import { FIRST_WORD } from './ids.ts';

/** Letter codes without vowel marks: ă, â become a, đ becomes d; the rest stay. */
export const BASE_OF: Uint8Array = Uint8Array.from({ length: 64 }, (_, code) => {
  const letter = ALPHABET[code - 1];
  if (letter === undefined) return code;
  const base = 'ăâ'.includes(letter)
    ? 'a'
    : letter === 'đ'
      ? 'd'
      : letter === 'ê'
        ? 'e'
        : 'ôơ'.includes(letter)
          ? 'o'
          : letter === 'ư'
            ? 'u'
            : letter;
  return ALPHABET.indexOf(base) + 1;
});

/** No tone, and five marks. */
export const TONES = 6;

/** Words longer than this have no letters table: they are never a candidate and get none. */
export const MAXIMUM_LETTERS = 12;

/** A word taken apart: its letter codes, its tone. */
export interface Spelling {
  /** Letter codes; only the first `length` are used. */
  readonly codes: Uint8Array;
  length: number;
  tone: number;
  /** Two different tone marks were seen. */
  twoTones: boolean;
}

export const emptySpelling = (): Spelling => ({
  codes: new Uint8Array(MAXIMUM_LETTERS + 1),
  length: 0,
  tone: 0,
  twoTones: false,
});

/** Letters that 0 and 1 are read for inside a word. */
const MISREAD: readonly number[] = [...'ol'].map((letter) => ALPHABET.indexOf(letter) + 1);

/** Fills `into` with the letters and tone of a word; false where it has more than {@link MAXIMUM_LETTERS} letters. */
export function spell(word: string, into: Spelling): boolean {
  into.length = 0;
  into.tone = 0;
  into.twoTones = false;
  for (let i = 0; i < word.length; i++) {
    const info = unitInfo(word.charCodeAt(i));
    const tone = (info >> 6) & 7;
    if (tone !== 0) {
      if (into.tone !== 0) into.twoTones = true;
      into.tone = tone;
    }
    const code = info & 63 || MISREAD[word.charCodeAt(i) - 0x30];
    if (code === undefined) continue;
    if (into.length === MAXIMUM_LETTERS) return false;
    into.codes[into.length++] = code;
  }
  return into.length > 0;
}

/** Key of a skeleton, the base letters of a word: a polynomial hash, so that edits of it can be tried without strings. */
export function skeletonKey(codes: ArrayLike<number>, length: number): number {
  let h = 17;
  for (let i = 0; i < length; i++) h = Math.imul(h, 0x01000193) ^ BASE_OF[codes[i]];
  return h | 0;
}

/**
 * The words that the language model knows. An id is a small integer, {@link FIRST_WORD} and up, by descending
 * frequency; spelling differences that are style (tone placement, i or y) share one id.
 */
export class Vocabulary {
  /** By id: the usual spelling, lower case. Ids below `FIRST_WORD` have the empty string. */
  readonly text: readonly string[];
  /** By id: share of uses inside a sentence that are capitalised, 0 to 255. */
  readonly capital: Uint8Array;
  /** By id: 1 where the word is a well-formed Vietnamese syllable, else 0. */
  readonly syllable: Uint8Array;
  readonly size: number;
  /** Letters of word `id` are `letters[letterStart[id] .. letterStart[id + 1])`. */
  readonly letters: Uint8Array;
  readonly letterStart: Uint32Array;
  readonly tone: Uint8Array;
  readonly #hashes: Int32Array;
  readonly #ids: Uint16Array;
  readonly #skeletons: Int32Array;
  /** By place of {@link #skeletons}: the toneless spelling that was added last. */
  readonly #skeletonHead: Uint16Array;
  /** By toneless spelling: the one before with the same skeleton. */
  readonly #skeletonNext: Uint16Array;
  /** Six for each toneless spelling: its syllables by tone, 0 where there is none. */
  readonly #syllables: Uint16Array;
  /** By toneless spelling: the first of its syllables. */
  readonly #firstSyllable: Uint16Array;
  #tonelessCount = 0;
  readonly #mask: number;

  constructor(words: readonly string[], capital: Uint8Array, syllable: Uint8Array) {
    const size = words.length + FIRST_WORD;
    this.size = size;
    this.text = [...new Array<string>(FIRST_WORD).fill(''), ...words];
    this.capital = capital;
    this.syllable = syllable;
    let room = 1;
    while (room < size * 4) room *= 2;
    this.#mask = room - 1;
    this.#hashes = new Int32Array(room);
    this.#ids = new Uint16Array(room);
    this.#skeletons = new Int32Array(room);
    this.#skeletonHead = new Uint16Array(room);
    this.#skeletonNext = new Uint16Array(size);
    this.#syllables = new Uint16Array(TONES * size);
    this.#firstSyllable = new Uint16Array(size);
    this.letterStart = new Uint32Array(size + 1);
    this.tone = new Uint8Array(size);
    const letters = new Uint8Array(size * MAXIMUM_LETTERS);
    const spelling = emptySpelling();
    let used = 0;
    for (let id = 0; id < size; id++) {
      this.letterStart[id] = used;
      if (id < FIRST_WORD) continue;
      const word = this.text[id];
      const hash = hashWord(word);
      let at = hash & this.#mask;
      while (this.#hashes[at] !== 0) at = (at + 1) & this.#mask;
      this.#hashes[at] = hash;
      this.#ids[at] = id;
      if (!spell(word, spelling)) continue;
      letters.set(spelling.codes.subarray(0, spelling.length), used);
      used += spelling.length;
      this.tone[id] = spelling.tone;
      if (syllable[id] !== 1) continue;
      this.#addSyllable(id, spelling, letters);
    }
    this.letterStart[size] = used;
    this.letters = letters.slice(0, used);
  }

  /** Puts a syllable, whose letters are the last of `letters`, beside those that differ in tone alone. */
  #addSyllable(id: number, { codes, length, tone }: Spelling, letters: Uint8Array): void {
    const key = skeletonKey(codes, length);
    let home = key & this.#mask;
    while (this.#skeletonHead[home] !== 0 && this.#skeletons[home] !== key) home = (home + 1) & this.#mask;
    const start = this.letterStart[id];
    for (let toneless = this.#skeletonHead[home]; toneless !== 0; toneless = this.#skeletonNext[toneless]) {
      const like = this.letterStart[this.#firstSyllable[toneless]];
      let same = 0;
      while (same < length && letters[start + same] === letters[like + same]) same++;
      if (same < length) continue;
      this.#syllables[TONES * toneless + tone] = id;
      return;
    }
    const added = ++this.#tonelessCount;
    this.#skeletons[home] = key;
    this.#skeletonNext[added] = this.#skeletonHead[home];
    this.#skeletonHead[home] = added;
    this.#firstSyllable[added] = id;
    this.#syllables[TONES * added + tone] = id;
  }

  /** Id of a word by its hash, or 0. */
  idOfHash(hash: number): number {
    const hashes = this.#hashes;
    let at = hash & this.#mask;
    for (;;) {
      const found = hashes[at];
      if (found === hash) return this.#ids[at];
      if (found === 0) return 0;
      at = (at + 1) & this.#mask;
    }
  }

  /** Id of a word in any case and style, or 0. */
  idOf(word: string): number {
    return this.idOfHash(hashWord(word));
  }

  /**
   * First toneless spelling (letters with their marks, but without a tone) of this skeleton key, or 0; the others follow
   * by {@link nextOfSkeleton}.
   */
  firstOfSkeleton(key: number): number {
    let at = key & this.#mask;
    for (;;) {
      const head = this.#skeletonHead[at];
      if (head === 0) return 0;
      if (this.#skeletons[at] === key) return head;
      at = (at + 1) & this.#mask;
    }
  }

  /** Is a word, in any case and style, a syllable that the vocabulary has? */
  isSyllable(word: string): boolean {
    return this.syllable[this.idOf(word)] === 1;
  }

  /** Has a syllable, but for its marks, the letters of this word? */
  hasSkeleton(word: string): boolean {
    const spelling = emptySpelling();
    return spell(word, spelling) && this.firstOfSkeleton(skeletonKey(spelling.codes, spelling.length)) !== 0;
  }

  nextOfSkeleton(toneless: number): number {
    return this.#skeletonNext[toneless];
  }

  /** Id of the syllable that a toneless spelling is with a tone, or 0. */
  syllableOf(toneless: number, tone: number): number {
    return this.#syllables[TONES * toneless + tone];
  }

  /** The most frequent of its syllables; the letters of all are the same. */
  wordOfToneless(toneless: number): number {
    return this.#firstSyllable[toneless];
  }
}
