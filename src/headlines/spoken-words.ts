/*
 * Words that the reading of a headline knows, all without diacritics and by hash: number words, words before a place
 * name, countries of one syllable.
 */
import { HashTable } from './hash-table.ts';
import { hashOf } from './letters.ts';

function hashesOf(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(hashOf));
}

/** {@link numberOfWord} of what is no number word there. */
export const NOT_A_NUMBER = 0;

/** "thứ năm", "vòng hai", "lượt tám": any number may follow. */
const ORDINAL: ReadonlySet<number> = hashesOf('thu vong luot');
const NUMBER_WORDS = new HashTable(
  (
    [
      ['mot', 1],
      ['hai', 2],
      ['ba', 3],
      ['bon', 4],
      ['tu', 4],
      ['nam', 5],
      ['sau', 6],
      ['bay', 7],
      ['tam', 8],
      ['chin', 9],
      ['muoi', 10],
    ] as const
  ).map(([word, number]) => [hashOf(word), number]),
);
/** "một triệu": only numbers that are no other common word without diacritics. */
const COUNTED: ReadonlySet<number> = hashesOf('mot hai ba bon');
const UNITS: ReadonlySet<number> = hashesOf('nghin ngan trieu ti');
/** After "thu nam": "đối thủ năm nay", "thu năm ngoái"; and "vòng sau" is the next one. */
const YEAR_AFTER: ReadonlySet<number> = hashesOf('nay ngoai truoc qua toi hoc');
const FIVE = hashOf('nam');
const SIX = hashOf('sau');
const ORDER = hashOf('thu');

/**
 * The number, 1 to 10, that the word at `token` stands for, in a place where it is a number: "thứ năm" is "thứ 5",
 * "một triệu" is "1 triệu". {@link NOT_A_NUMBER} for all else: alone, "ba", "năm" and "sáu" are too often other words.
 */
export function numberOfWord(hashes: Int32Array, token: number, tokens: number): number {
  const word = hashes[token];
  const number = NUMBER_WORDS.get(word);
  if (number === NOT_A_NUMBER) return NOT_A_NUMBER;
  const next = token + 1 < tokens ? hashes[token + 1] : 0;
  if (token > 0 && ORDINAL.has(hashes[token - 1])) {
    if (word === FIVE && YEAR_AFTER.has(next)) return NOT_A_NUMBER;
    if (word === SIX && hashes[token - 1] !== ORDER) return NOT_A_NUMBER;
    return number;
  }
  return COUNTED.has(word) && UNITS.has(next) ? number : NOT_A_NUMBER;
}

const PLACES: ReadonlySet<number> = hashesOf('huyen xa tinh phuong quan tp thon');

/** Whether a word stands before the name of an administrative place: it finds names where capitals say nothing. */
export function isPlaceWord(hash: number): boolean {
  return PLACES.has(hash);
}

/** Written with a capital they are countries, even at the start of a sentence. */
export const ONE_WORD_COUNTRIES: ReadonlySet<number> = hashesOf('nga mi phap nhat duc lao uc');
