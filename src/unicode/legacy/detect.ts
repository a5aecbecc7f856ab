import { letterOf } from '../letters.ts';
import { parseSyllable, restyleTone, toneStyleOf } from '../syllable.ts';
import { decodeAs } from './decode.ts';
import { mojibakeDepth } from './mojibake.ts';
import { LEGACY_ENCODINGS, type LegacyEncoding } from './tables.ts';

/** What {@link detectLegacy} found. */
export interface LegacyDetection {
  /** `'utf-8'`: bytes are UTF-8 already, or the string is UTF-8 that was read as Windows-1252. */
  readonly encoding: LegacyEncoding | 'utf-8';
  /** 0 to 1: the share of words that become good Vietnamese, less that of the second best encoding in a tie. */
  readonly confidence: number;
}

/** UTF-16 units or bytes that are looked at: enough for a decision, and bounded for a large file. */
const SAMPLE = 1 << 15;
/** Share of words with marks that must become well-formed syllables. */
const LEAST_SHARE = 0.7;

/**
 * Which legacy encoding bytes are in, or a string was mis-read from. Undefined for plain ASCII, for real Unicode text,
 * and where no encoding makes Vietnamese of it: it never guesses on text that reads well as it is.
 * @throws TypeError for input that is neither bytes nor string
 * @example
 * detectLegacy('Tr\u00adêng §¹i häc'); // { encoding: 'tcvn3', confidence: 1 }
 * detectLegacy('Trường Đại học'); // undefined
 */
export function detectLegacy(input: Uint8Array | string): LegacyDetection | undefined {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    throw new TypeError(`hieudinh: detectLegacy needs bytes or a string, got ${typeof input}`);
  }
  let sample = typeof input === 'string' ? input.slice(0, SAMPLE) : input.subarray(0, SAMPLE);
  let asItIs: string;
  if (typeof sample === 'string') {
    if (isRealUnicode(sample)) return undefined;
    if (mojibakeDepth(sample) > 0) return { encoding: 'utf-8', confidence: 1 };
    // Dashes and symbols of a real text would be letters in some encoding; only beside a letter they may be one.
    sample = sample.replace(/(?<!\p{L})[¡-¿÷×€‘’“”–—•…]+(?!\p{L})/gu, ' ');
    asItIs = sample;
  } else {
    const utf8 = readUtf8(sample);
    if (utf8 !== undefined && /[^\0-\x7f]/.test(utf8)) return { encoding: 'utf-8', confidence: 1 };
    asItIs = decodeLatin(sample);
  }
  const plain = reads(asItIs);
  let best: LegacyEncoding | undefined;
  let reading = plain;
  let score = 0;
  let second = 0;
  for (const encoding of LEGACY_ENCODINGS) {
    if (encoding === 'viqr' && /[^\0-\x7f]/.test(asItIs)) continue;
    const candidate = reads(decodeAs(sample, encoding, false, true));
    if (candidate.share < LEAST_SHARE) continue;
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
  if (best === undefined) return undefined;
  // A string that reads half well as it is may be real Unicode: French "Là où" is good Vietnamese in VNI too. Two words
  // must become better, or one where the string holds what no language writes.
  const better = reading.share * reading.words - plain.share * plain.words;
  if (typeof sample === 'string' && plain.share > 0 && better < (IMPOSSIBLE.test(sample) ? 0.5 : 2)) return undefined;
  return { encoding: best, confidence: reading.share * Math.min(1, 0.5 + (score - second) * 5) };
}

/** A letter before a control character or an odd symbol, or a small letter beyond ASCII before a capital. */
const IMPOSSIBLE = /\p{L}[\x80-\x9f¡-¨¬¯±µ¸¼-¿]|[ß-ÿœšžƒ]\p{Lu}/u;

/** Letters that no byte of Windows-1252 shows, or combining marks, in any number: nobody mis-reads bytes as these. */
function isRealUnicode(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x100) continue;
    if ((letterOf(unit) > 0 && unit !== 0x160) || (unit >= 0x300 && unit < 0x370)) return true;
  }
  return false;
}

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    // The sample may end inside a character.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function decodeLatin(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return text;
}

/** Letters with marks by how often Vietnamese text has them (counted on news and law, small letters). */
const BY_FREQUENCY = 'đàưáệếôạảộêốóấớịờềâểợơủậìầăụựứíởãồọữổúừắặòùýỉửũẩằẽỏéễẫỗỹẻĩỷẹỡèẳỳõẵỵ';

interface Reading {
  /** Words that hold a letter beyond ASCII. */
  words: number;
  /** Part of them that are well-formed syllables with the tone in its place. */
  share: number;
  /** -1 to 1: how frequent the letters are in Vietnamese; decides between encodings that both make syllables. */
  likeness: number;
}

/** How Vietnamese a text is. */
function reads(text: string): Reading {
  let words = 0;
  let good = 0;
  let likeness = 0;
  let letters = 0;
  for (let i = 0; i < text.length; ) {
    if (!isWordPart(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const start = i;
    let marked = false;
    for (; i < text.length && isWordPart(text.charCodeAt(i)); i++) {
      if (text.charCodeAt(i) < 0x80) continue;
      marked = true;
      letters++;
      const rank = BY_FREQUENCY.indexOf(text[i].toLowerCase());
      likeness += rank < 0 ? -1 : 1 - rank / BY_FREQUENCY.length;
    }
    if (!marked) continue;
    words++;
    const word = text.slice(start, i);
    // A capital behind a small letter: no word is written so.
    if (/^[A-ZĐ]+$/.test(word)) good += 0.8;
    else if (/\p{Ll}\p{Lu}/u.test(word) || parseSyllable(word) === undefined) continue;
    else if (toneStyleOf(word) !== undefined || restyleTone(word, 'old') === word) good++;
  }
  return { words, share: words === 0 ? 0 : good / words, likeness: letters === 0 ? 0 : likeness / letters };
}

function isWordPart(unit: number): boolean {
  return letterOf(unit) > 0 || (unit >= 0x80 && unit !== 0xa0 && !(unit >= 0x2010 && unit < 0x2030));
}
