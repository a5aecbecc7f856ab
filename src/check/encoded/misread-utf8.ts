import { repairMojibake } from '../../unicode/index.ts';
import { byteOf } from '../../unicode/legacy/decode.ts';
import { letterOf } from '../../unicode/letters.ts';
import { windows1252 } from '../../unicode/units.ts';
import { type EncodedLine, ONLY_UNICODE } from './encoded-line.ts';

/**
 * What was UTF-8 and was read as Windows-1252 in a line ("Cá»™ng hÃ²a"): all of it where all fits, else the words that
 * hold such sequences, from the first to the last, with no rightly read Vietnamese word between them.
 * @param start offset of the line
 */
export function findMisreadUtf8(line: string, start: number): EncodedLine[] {
  if (!SEQUENCE.test(line)) return [];
  const repaired = repairMojibake(line);
  if (repaired !== line) {
    const { certain, likely } = countLetters(line);
    // XÃ” in capitals is a word and a quote.
    if (certain === 0 && likely < 2) return [];
    return [{ start, end: start + line.length, encoding: 'utf-8', decoded: repaired, confidence: 0.99 }];
  }
  const found: EncodedLine[] = [];
  for (const [from, to] of runsOf(line)) {
    const run = line.slice(from, to);
    if (!isProven(run)) continue;
    const decoded = run.replace(SEQUENCES, decodeSequence);
    const confidence = LEFT_OVER.test(decoded) ? 0 : 0.95;
    found.push({ start: start + from, end: start + to, encoding: 'utf-8', decoded, confidence });
  }
  return found;
}

/** What Windows-1252 and Latin-1 show for the bytes that stand behind the first one of a letter, 0x80 to 0xBF. */
const TRAIL = Array.from({ length: 0x40 }, (_, i) => String.fromCharCode(0x80 + i, windows1252(0x80 + i))).join('');

/** Letters of Vietnamese, and its quotes and dashes. A no-break space behind Ã has often become a space. */
const SEQUENCE = new RegExp(`[ÂÄ-Æ][${TRAIL}]|Ã[${TRAIL} ]|á[º»][${TRAIL}]|â[\x80€][${TRAIL}]`);
const SEQUENCES = new RegExp(SEQUENCE, 'g');

/** First bytes of letters that stand alone: the byte behind them was lost. */
const LEFT_OVER = new RegExp(`[ÄÅÆ](?![a-zA-Z])|Ã[${TRAIL}]|á[º»]|\ufffd`);

/** The bits of a letter: five or four of its first byte, six of each of the others; a space is a no-break space. */
function decodeSequence(sequence: string): string {
  let code = sequence.charCodeAt(0) & (sequence.length > 2 ? 0xf : 0x1f);
  for (let i = 1; i < sequence.length; i++) code = (code << 6) | (byteOf(sequence.charCodeAt(i)) & 0x3f);
  return String.fromCharCode(code);
}

interface LetterCount {
  /** Sequences that no other text has: three bytes of ạ to ỹ, two of đ, ư, ơ. */
  certain: number;
  /** Sequences of other Vietnamese letters. */
  likely: number;
}

function countLetters(text: string): LetterCount {
  const count = { certain: 0, likely: 0 };
  for (const [sequence] of text.matchAll(SEQUENCES)) {
    const letter = decodeSequence(sequence).charCodeAt(0);
    if (sequence.charAt(0) === 'Â') count.likely++;
    else if (letterOf(letter) !== 0) count[letter > 0xff ? 'certain' : 'likely']++;
  }
  return count;
}

/** Beside words that were read rightly, one sequence inside of a word, or two: «đá»… has one, and is well. */
function isProven(run: string): boolean {
  return countLetters(run).certain > 1 || INSIDE.test(run);
}

const INSIDE = new RegExp(`(?:á[º»][${TRAIL}]|Ä[‘\x91]|Æ[°¡])[a-zA-Z]`);

/** From each first word with a sequence to the last one before a word that was read rightly. */
function runsOf(line: string): [start: number, end: number][] {
  const runs: [start: number, end: number][] = [];
  let open: [start: number, end: number] | undefined;
  for (const match of line.matchAll(/[^ \t]+/g)) {
    const [word] = match;
    // The space behind Ã is its second half.
    if (SEQUENCE.test(word) || LEFT_OVER.test(word) || word.endsWith('Ã')) {
      open ??= [match.index, 0];
      open[1] = match.index + word.length;
    } else if (open !== undefined && ONLY_UNICODE.test(word)) {
      runs.push(open);
      open = undefined;
    }
  }
  if (open !== undefined) runs.push(open);
  return runs;
}
