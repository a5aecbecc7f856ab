import type { Dictionary } from '../language/dictionary.ts';
import { KIND_NEWLINE, KIND_STOP, KIND_WORD } from '../text/kinds.ts';
import type { TokenBuffer } from '../text/scan.ts';

/** Tokens that are looked at on each side: a sentence or most of one. */
const REACH = 24;
/** Words of one letter are in any language. */
const SHORTEST = 2;
/** Fewer words in a row without marks are in any Vietnamese sentence. */
const LEAST_WORDS = 4;
/** Known words of other languages among them: what was misread is hardly ever one, and never twice. */
const LEAST_KNOWN = 2;
/** Share of the words that are, or may be, of another language; the others look Vietnamese by chance (*the*, *then*, *in*). */
const LEAST_SHARE = 0.4;

/**
 * Does a word stand in a sentence of another language, or in a quotation of one? So in a run of words without any mark,
 * within a sentence, of which two are known foreign ones and four in ten no syllable with whatever marks.
 */
export function standsInForeignRun(text: string, tokens: TokenBuffer, token: number, dictionary: Dictionary): boolean {
  const { vocabulary } = dictionary;
  const { kind, start, end, hash } = tokens;
  if (!isPlain(text, start[token], end[token])) return false;
  let words = 0;
  let known = 0;
  let unlike = 0;
  /** False where the run ends. */
  const take = (at: number): boolean => {
    if (at < 0 || at >= tokens.length || kind[at] === KIND_STOP || kind[at] === KIND_NEWLINE) return false;
    if (kind[at] !== KIND_WORD) return true;
    if (!isPlain(text, start[at], end[at])) return false;
    if (end[at] - start[at] < SHORTEST) return true;
    words++;
    const id = vocabulary.idOfHash(hash[at]);
    if (id !== 0 && vocabulary.syllable[id] === 0) known++;
    else if (id === 0 && !vocabulary.hasSkeleton(text.slice(start[at], end[at]))) unlike++;
    return true;
  };
  for (let at = token; at > token - REACH && take(at); ) at--;
  for (let at = token + 1; at < token + REACH && take(at); ) at++;
  return words >= LEAST_WORDS && known >= LEAST_KNOWN && known + unlike >= LEAST_SHARE * words;
}

/** Has a word no letter with a mark? */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}
