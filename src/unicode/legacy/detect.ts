import { LATIN_MARKS, letterAt, OWN_BLOCK, TONED_VOWELS, toneOf } from '../letters.ts';
import { isWellPlaced } from '../syllable.ts';
import { decodeAs, latinOf, requireInput } from './decode.ts';
import { decodeUtf8, repairOnce } from './mojibake.ts';
import { LEGACY_ENCODINGS, type LegacyEncoding } from './tables.ts';

/** What {@link detectLegacy} found. */
export interface LegacyDetection {
  /** `'utf-8'`: bytes are UTF-8 already, or the string is UTF-8 that was read as Windows-1252. */
  readonly encoding: LegacyEncoding | 'utf-8';
  /** 0 to 1: the share of words that become good Vietnamese, less that of the second best encoding in a tie. */
  readonly confidence: number;
}

/**
 * Which legacy encoding bytes are in, or a string was mis-read from. Undefined for plain ASCII, for real Unicode text,
 * and where no encoding makes Vietnamese of it: it never guesses on text that reads well as it is. Looks at 32 Ki units
 * or bytes from the first one on that is not ASCII.
 * @throws TypeError for input that is neither bytes nor string
 * @example
 * detectLegacy('Tr\u00adêng §¹i häc'); // { encoding: 'tcvn3', confidence: 1 }
 * detectLegacy('Trường Đại học'); // undefined
 */
export function detectLegacy(input: Uint8Array | string): LegacyDetection | undefined {
  requireInput(input, 'detectLegacy');
  // So many units or bytes are enough for a decision, and bounded for a large file. A page may begin with a long script in
  // ASCII; what was before in the word of the first letter stays with it.
  const first = typeof input === 'string' ? input.search(BEYOND_ASCII) : input.findIndex((byte) => byte > 127);
  let sample = input.slice(Math.max(0, first - 9), first + 32768);
  if (typeof sample === 'string') {
    if (REAL_UNICODE.test(sample)) return undefined;
    if (repairOnce(sample)) return { encoding: 'utf-8', confidence: 1 };
    sample = sample.replace(LONE_SYMBOLS, ' ');
  } else if (BEYOND_ASCII.test(decodeUtf8(sample, true) ?? '')) return { encoding: 'utf-8', confidence: 1 };
  const asItIs = latinOf(sample);
  const plain = reads(asItIs);
  let best: LegacyEncoding | undefined;
  let reading = plain;
  let score = 0;
  let second = 0;
  for (const encoding of LEGACY_ENCODINGS) {
    if (encoding === 'viqr' && BEYOND_ASCII.test(asItIs)) continue;
    const candidate = reads(decodeAs(sample, encoding, true));
    // Of the words with marks so many must become well-formed syllables.
    if (candidate.share < 0.7) continue;
    // "Co.," and "I'm" are English.
    if (encoding === 'viqr' && candidate.words < 3 && !/[aeo]\^|[ou]\+|a\(|[aeiouy][`~]/i.test(asItIs)) continue;
    const value = candidate.share + candidate.likeness;
    if (value > score) {
      second = score;
      best = encoding;
      reading = candidate;
      score = value;
    } else second = Math.max(second, value);
  }
  if (!best) return undefined;
  // A string that reads half well as it is may be real Unicode: French "Là où" is good Vietnamese in VNI too. Two words
  // must become better, or one where the string holds what no language writes.
  const better = reading.share * reading.words - plain.share * plain.words;
  if (typeof sample === 'string' && plain.share && better < (IMPOSSIBLE.test(sample) ? 0.5 : 2)) return undefined;
  return { encoding: best, confidence: reading.share * Math.min(1, 0.5 + (score - second) * 5) };
}

/** Dashes and symbols of a real text, which would be letters in some encoding: only beside a letter they may be one. */
const SYMBOLS = '¡-¿÷×€‘’“”–—•…';
const LONE_SYMBOLS = new RegExp(`(?<!\\p{L})[${SYMBOLS}]+(?!\\p{L})`, 'gu');

/** A letter before a control character or an odd symbol, or a small letter beyond ASCII before a capital. */
const ODD = '\x80-\x9F¡-¨¬¯±µ¸¼-¿';
const IMPOSSIBLE = new RegExp(`\\p{L}[${ODD}]|[ß-ÿœšžƒ]\\p{Lu}`, 'u');

const BEYOND_ASCII = /[^\0-\x7F]/;

/** Letters that no byte of Windows-1252 shows, or combining marks, in any number: nobody mis-reads bytes as these. */
const REAL_UNICODE = new RegExp(`[${LATIN_MARKS}ĂăĐđĨĩŨũƠơƯư${OWN_BLOCK}]`);

/**
 * How Vietnamese a letter with marks is, in twentieths: a weight by its vowel, in the order of `TONED_VOWELS`, then đ, and
 * one by its tone. Not its frequency, but what tells the encodings apart best on single words of news.
 */
const VOWEL_WEIGHTS = [11, 9, 23, 0, 7, 5, 1, 13, 4, 7, 3, 0, 17];
const TONE_WEIGHTS = [14, 8, 14, 9, 5, 11];

interface Reading {
  /** Words that hold a letter beyond ASCII. */
  words: number;
  /** Part of them that are well-formed syllables with the tone in its place. */
  share: number;
  /** -1 to 2: how Vietnamese the letters are; decides between encodings that both make syllables. */
  likeness: number;
}

/** How Vietnamese a text is. */
function reads(text: string): Reading {
  let words = 0;
  let good = 0;
  let likeness = 0;
  let letters = 0;
  for (const word of text.match(/[A-Za-z\x80-\x9F\xA1-\u200F\u2030-\uFFFF]+/g) ?? []) {
    const marked = word.match(/[^\0-\x7F]/g);
    if (!marked) continue;
    words++;
    letters += marked.length;
    for (const letter of marked) {
      const packed = letterAt(letter, 0);
      const vowel = Math.floor(TONED_VOWELS.indexOf(letter.toLowerCase()) / 6);
      likeness += packed ? (VOWEL_WEIGHTS.at(vowel)! + TONE_WEIGHTS[toneOf(packed)]) / 20 : -1;
    }
    if (/^[A-Z\u0110]+$/.test(word)) good += 0.8;
    // A capital behind a small letter: no word is written so.
    else if (!/\p{Ll}\p{Lu}/u.test(word) && isWellPlaced(word)) good++;
  }
  return { words, share: good / (words || 1), likeness: likeness / (letters || 1) };
}
