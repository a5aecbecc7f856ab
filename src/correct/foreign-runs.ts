import type { Dictionary } from '../language/dictionary.ts';
import { skeletonKey, type Vocabulary } from '../language/vocabulary.ts';
import { KIND_NEWLINE, KIND_QUOTE, KIND_STOP, KIND_WORD } from '../text/kinds.ts';
import { SHAPE_LOWER, type TokenBuffer } from '../text/scan.ts';
import { readTelex } from '../text/telex.ts';
import { isPlain } from './not-words.ts';

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
  const count = (at: number): void => {
    if (end[at] - start[at] < SHORTEST) return;
    words++;
    const id = vocabulary.idOfHash(hash[at]);
    const word = text.slice(start[at], end[at]);
    // `viet` and `mot` are known, from texts that lost their marks; `vieejt` is what an input method left raw.
    if (vocabulary.syllable[id] === 1 || vocabulary.hasSkeleton(word)) return;
    if (id === 0 && isKeyed(word, vocabulary)) return;
    unlike++;
    if (shape[at] !== SHAPE_LOWER) return;
    small++;
    if (id !== 0) known++;
  };
  /** Counts the words of the run on one side; false where it ends beside a Vietnamese word before any that is foreign. */
  const goesOn = (step: 1 | -1): boolean => {
    const before = unlike;
    let isQuoted = false;
    for (let at = token + step; at >= 0 && at < tokens.length && Math.abs(at - token) < REACH; at += step) {
      if (kind[at] === KIND_STOP || kind[at] === KIND_NEWLINE) break;
      if (kind[at] === KIND_QUOTE) isQuoted = true;
      if (kind[at] !== KIND_WORD) continue;
      if (!isPlain(text, start[at], end[at])) return isQuoted || unlike > before;
      count(at);
    }
    return true;
  };
  count(token);
  const isForeign = unlike > 0;
  const [left, right] = [goesOn(-1), goesOn(1)];
  // In "software, hardware, server dang phát triển" the run has ended before.
  if (!isForeign && !(left && right)) return false;
  return known > 0 && small >= LEAST_FOREIGN && unlike > LEAST_SHARE * words;
}

/** Are Telex keystrokes that write a syllable, with whatever marks, what a word is? */
function isKeyed(word: string, vocabulary: Vocabulary): boolean {
  const reading = readTelex(word);
  if (reading === undefined) return false;
  const { codes } = reading;
  return vocabulary.firstOfSkeleton(skeletonKey(codes, codes.length)) !== 0;
}
