/*
 * Words that the reading of a headline knows, all without diacritics and by hash: number words, words before a place
 * name, countries of one syllable.
 */
import { hashOf } from './letters.ts';

function hashesOf(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(hashOf));
}

/** {@link digitsOfWord} of what is no number word there. No hash of a number 1 to 10 equals it. */
export const NOT_A_WORD = 0;

/** "thứ năm", "vòng hai", "lượt tám": any number may follow. */
const ORDINAL: ReadonlySet<number> = hashesOf('thu vong luot');
const NUMBER_WORDS = new Map<number, number>();
for (const [word, digits] of [
  ['mot', '1'],
  ['hai', '2'],
  ['ba', '3'],
  ['bon', '4'],
  ['tu', '4'],
  ['nam', '5'],
  ['sau', '6'],
  ['bay', '7'],
  ['tam', '8'],
  ['chin', '9'],
  ['muoi', '10'],
]) {
  NUMBER_WORDS.set(hashOf(word), hashOf(digits));
}
/** "một triệu": only numbers that are no other common word without diacritics. */
const COUNTED: ReadonlySet<number> = hashesOf('mot hai ba bon');
const UNITS: ReadonlySet<number> = hashesOf('nghin ngan trieu ti');
/** After "thu nam": "đối thủ năm nay", "thu năm ngoái"; and "vòng sau" is the next one. */
const YEAR_AFTER: ReadonlySet<number> = hashesOf('nay ngoai truoc qua toi hoc');
const FIVE = hashOf('nam');
const SIX = hashOf('sau');
const ORDER = hashOf('thu');

/**
 * The hash of the digits that the word at `token` stands for, in a place where it is a number: "thứ năm" is "thứ 5",
 * "một triệu" is "1 triệu". {@link NOT_A_WORD} for all else: alone, "ba", "năm" and "sáu" are too often other words.
 */
export function digitsOfWord(hashes: Int32Array, token: number, tokens: number): number {
  const word = hashes[token];
  const digits = NUMBER_WORDS.get(word);
  if (digits === undefined) return NOT_A_WORD;
  const next = token + 1 < tokens ? hashes[token + 1] : 0;
  if (token > 0 && ORDINAL.has(hashes[token - 1])) {
    if (word === FIVE && YEAR_AFTER.has(next)) return NOT_A_WORD;
    if (word === SIX && hashes[token - 1] !== ORDER) return NOT_A_WORD;
    return digits;
  }
  return COUNTED.has(word) && UNITS.has(next) ? digits : NOT_A_WORD;
}

const PLACES: ReadonlySet<number> = hashesOf('huyen xa tinh phuong quan tp thon');

/** Whether a word stands before the name of an administrative place: it finds names where capitals say nothing. */
export function isPlaceWord(hash: number): boolean {
  return PLACES.has(hash);
}

/** Written with a capital they are countries, even at the start of a sentence. */
export const ONE_WORD_COUNTRIES: ReadonlySet<number> = hashesOf('nga mi phap nhat duc lao uc');
