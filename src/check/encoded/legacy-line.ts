import { detectLegacy, isVietnameseSyllable, type LegacyEncoding } from '../../unicode/index.ts';
import { decodeAs } from '../../unicode/legacy/decode.ts';

/** What a line is, decoded. */
export interface LegacyLine {
  readonly encoding: LegacyEncoding;
  readonly decoded: string;
  readonly confidence: number;
  /** Words that are Vietnamese only when decoded. */
  readonly gained: number;
}

/**
 * Was this line, which has no letter that only Unicode has, in a legacy encoding? Only where decoding makes Vietnamese
 * words of at least two that were none, and what stands around them is Vietnamese too: of no paragraph in any of 500
 * languages, and of no line in 600 million characters of print, it does.
 */
export function readLegacyLine(line: string): LegacyLine | undefined {
  const prose = proseOf(line);
  if (!hasTwoMarkedWords(prose) || !havePlainWordsItsShape(prose)) return undefined;
  const detection = detectLegacy(prose);
  if (detection === undefined || detection.encoding === 'utf-8') return undefined;
  const { encoding } = detection;
  const decodedProse = decodeAs(prose, encoding);
  const { words, marked, good, long } = countWords(decodedProse);
  const gained = Math.min(long, good.marked - countWords(prose).good.marked);
  const isSure =
    (gained >= 2 && good.marked === marked && good.all === words) ||
    (gained >= 3 && good.marked >= 0.85 * marked && good.all >= 0.75 * words) ||
    // A long line may have many names and terms of other languages.
    (gained >= 6 && good.marked >= 0.9 * marked && good.all >= 0.5 * words);
  if (!isSure) return undefined;
  return {
    encoding,
    decoded: prose === line ? decodedProse : decodeAs(line, encoding),
    confidence: detection.confidence,
    gained,
  };
}

/** Reads a line of a text that is surely in this encoding, so that a word is enough. Undefined where it does not fit. */
export function readExpectedLine(line: string, encoding: LegacyEncoding): LegacyLine | undefined {
  const prose = proseOf(line);
  const decodedProse = decodeAs(prose, encoding);
  const { words, marked, good, long } = countWords(decodedProse);
  const gained = Math.min(long, good.marked - countWords(prose).good.marked);
  // A word of Danish may be one of these too (på), a line hardly.
  const share = gained < 3 ? 0.7 : 0.5;
  if (gained < 1 || good.marked < 0.7 * marked || good.all < share * words) return undefined;
  return { encoding, decoded: prose === line ? decodedProse : decodeAs(line, encoding), confidence: 0.9, gained };
}

/** Units that are looked at: enough for a decision. */
const SAMPLE = 1 << 14;

/** The line without tags, entities and addresses, whose words are not Vietnamese. */
const proseOf = (line: string): string =>
  line.slice(0, SAMPLE).replace(/<[^<>]*>|&#?\w{1,20};|https?:\S+|www\.\S+/g, ' ');

/** Fewer are not enough, and to look at them takes long. */
function hasTwoMarkedWords(text: string): boolean {
  let marked = 0;
  for (const word of text.split(/[ \t]/)) if (/[^\0-\x7f]|[\^`'?~.(+]/.test(word) && ++marked > 1) return true;
  return false;
}

/** Are some of the words without marks such as Vietnamese has? Those of most languages are not, and go no further. */
function havePlainWordsItsShape(text: string): boolean {
  const words = text.slice(0, 1000).match(/(?<![^\s("'])[A-Za-z]{2,}(?![^\s.,;:!?)"'])/g) ?? [];
  return words.filter(isVietnameseSyllable).length >= 0.3 * words.length;
}

interface WordCount {
  words: number;
  /** Words with a letter beyond ASCII. */
  marked: number;
  /** How many of both are syllables. */
  readonly good: { all: number; marked: number };
  /** Marked syllables of more than a letter: signs that stand alone may be anything. */
  long: number;
}

function countWords(text: string): WordCount {
  const count = { words: 0, marked: 0, good: { all: 0, marked: 0 }, long: 0 };
  for (const word of text.match(WORD) ?? []) {
    if (!/\p{L}/u.test(word)) continue;
    const isMarked = /[^\0-\x7f]/.test(word);
    count.words++;
    if (isMarked) count.marked++;
    if (!isVietnameseSyllable(word)) continue;
    count.good.all++;
    if (!isMarked) continue;
    count.good.marked++;
    if (word.length > 1) count.long++;
  }
  return count;
}

/** Letters, and the signs that stand for letters in mis-read text. */
const WORD = /[\p{L}\p{M}\x80-\x9f¡-©¬-¹¼-¿]+/gu;
