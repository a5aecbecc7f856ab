import type { Dictionary } from '../language/dictionary.ts';
import { skeletonKey, type Vocabulary } from '../language/vocabulary.ts';
import { KIND_NEWLINE, KIND_STOP, KIND_WORD } from '../text/kinds.ts';
import { SHAPE_LOWER, type TokenBuffer } from '../text/scan.ts';
import { readTelex } from '../text/telex.ts';

/** Tokens that are looked at on each side: a sentence or most of one. */
const REACH = 24;
/** Words of one letter are in any language. */
const SHORTEST = 2;
/** Words of another language, known or not, without a capital: names stand in Vietnamese sentences, too. */
const LEAST_FOREIGN = 3;
/** Of all words so many must be no syllables with whatever marks; the others look Vietnamese by chance (*the*, *then*, *in*). */
const LEAST_SHARE = 0.5;

/**
 * Does a word stand in a sentence of another language, or in a quotation of one? So in a run of words without any mark,
 * within a sentence, of which more than half are no syllable with whatever marks, and one is known: of what was misread
 * hardly any word is.
 */
export function standsInForeignRun(text: string, tokens: TokenBuffer, token: number, dictionary: Dictionary): boolean {
  const { vocabulary } = dictionary;
  const { kind, shape, start, end, hash } = tokens;
  if (!isPlain(text, start[token], end[token])) return false;
  let words = 0;
  let unlike = 0;
  let small = 0;
  let known = 0;
  /** False where the run ends. */
  const take = (at: number): boolean => {
    if (at < 0 || at >= tokens.length || kind[at] === KIND_STOP || kind[at] === KIND_NEWLINE) return false;
    if (kind[at] !== KIND_WORD) return true;
    if (!isPlain(text, start[at], end[at])) return false;
    if (end[at] - start[at] < SHORTEST) return true;
    words++;
    const id = vocabulary.idOfHash(hash[at]);
    const word = text.slice(start[at], end[at]);
    // `viet` and `mot` are known, from texts that lost their marks; `vieejt` is what an input method left raw.
    if (vocabulary.syllable[id] === 1 || vocabulary.hasSkeleton(word)) return true;
    if (id === 0 && isKeyed(word, vocabulary)) return true;
    unlike++;
    if (shape[at] !== SHAPE_LOWER) return true;
    small++;
    if (id !== 0) known++;
    return true;
  };
  for (let at = token; at > token - REACH && take(at); ) at--;
  for (let at = token + 1; at < token + REACH && take(at); ) at++;
  return known > 0 && small >= LEAST_FOREIGN && unlike > LEAST_SHARE * words;
}

/** Are Telex keystrokes that write a syllable, with whatever marks, what a word is? */
function isKeyed(word: string, vocabulary: Vocabulary): boolean {
  const reading = readTelex(word);
  if (reading === undefined) return false;
  const { codes } = reading;
  return vocabulary.firstOfSkeleton(skeletonKey(codes, codes.length)) !== 0;
}

/** Has a word no letter with a mark? */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}
