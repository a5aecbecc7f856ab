import { distance } from 'fastest-levenshtein';
import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { PAIR_WORD } from '../language/lexicon.ts';
import { FLAG_SPACE_BEFORE, KIND_WORD, SHAPE_UPPER, type TokenBuffer } from '../text/scan.ts';
import { removeDiacritics } from '../unicode/index.ts';
import type { Analysis } from './analysis.ts';
import { explainTermSlip } from './message.ts';
import { offer } from './offer.ts';
import type { TermGuard, TermWords } from './terms.ts';

/** How sure it is that so many words, all but one of them those of a term, are meant to be the term. */
export const TERM_SLIP_CONFIDENCE = 0.9;

/** One word in so many may be wrong, and at least one. */
const WORDS_A_SLIP = 3;

/**
 * Finds terms and names of the user in which a word is a slip away from what it should be: "Uy viên Ban Thường vụ Tỉnh ủy",
 * "xã Mường Lan" for "xã Mường Lạn". Of two words both have to be written with capitals as the term is, and to be no word of
 * the lexicon: two words are alike by chance. Costs nothing where there are no terms.
 */
export function findTermSlips(text: string, guard: TermGuard, dictionary: Dictionary, analysis: Analysis): Finding[] {
  const { tokens } = analysis;
  const findings: Finding[] = [];
  if (guard.bySecond.size === 0) return findings;
  let last = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens.kind[at] !== KIND_WORD || at < last) continue;
    for (const term of termsAt(guard, tokens, at)) {
      const slips = slipsIn(text, term, dictionary, analysis, at);
      if (slips.length === 0) continue;
      last = at + term.words.length;
      for (const index of slips) findings.push(slipFinding(text, term, tokens, at, index));
      break;
    }
  }
  return findings;
}

/** Terms that may begin at a token: of which it is the first word, or the next is the second. */
function* termsAt({ byFirst, bySecond }: TermGuard, { hash, length }: TokenBuffer, at: number): Generator<TermWords> {
  yield* byFirst.get(hash[at]) ?? [];
  if (at + 1 < length) yield* bySecond.get(hash[at + 1]) ?? [];
}

/** Which words of a term that may begin at a token are slips of it; none where it is no such term, or whole. */
function slipsIn(
  text: string,
  { words, hashes }: TermWords,
  { lexicon, vocabulary }: Dictionary,
  { tokens, guarded }: Analysis,
  at: number,
): number[] {
  const size = words.length;
  if (size < 2 || at + size > tokens.length) return [];
  const most = Math.max(1, Math.floor(size / WORDS_A_SLIP));
  const slips: number[] = [];
  for (let k = 0; k < size; k++) {
    const t = at + k;
    if (tokens.kind[t] !== KIND_WORD || guarded?.[t] === 1) return [];
    if (k > 0 && (tokens.start[t] !== tokens.end[t - 1] + 1 || (tokens.flags[t] & FLAG_SPACE_BEFORE) === 0)) return [];
    const written = text.slice(tokens.start[t], tokens.end[t]);
    if (startsSmall(written) && !startsSmall(words[k])) return [];
    if (tokens.hash[t] === hashes[k]) continue;
    if (slips.length === most || !isSlip(written, words[k])) return [];
    slips.push(k);
  }
  const idAt = (t: number): number =>
    t >= 0 && t < tokens.length && tokens.kind[t] === KIND_WORD ? vocabulary.idOfHash(tokens.hash[t]) : 0;
  if (size === 2 && (startsSmall(words[0]) || startsSmall(words[1]) || lexicon.pair(idAt(at), idAt(at + 1)) !== 0))
    return [];
  // In "chuyển đổi sổ đỏ" there is no slip: "sổ đỏ" is a word.
  const isTaken = slips.some(
    (k) => (lexicon.pair(idAt(at + k - 1), idAt(at + k)) | lexicon.pair(idAt(at + k), idAt(at + k + 1))) & PAIR_WORD,
  );
  return isTaken ? [] : slips;
}

const startsSmall = (word: string): boolean => word[0] === word[0].toLowerCase();

/** The same letters but for their marks, or one letter too many, too few or another. */
function isSlip(written: string, meant: string): boolean {
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()];
  return distance(a, b) === 1 || removeDiacritics(a) === removeDiacritics(b);
}

function slipFinding(text: string, term: TermWords, tokens: TokenBuffer, at: number, index: number): Finding {
  const { words, isName } = term;
  const token = at + index;
  const meant = words[index];
  const replacement = tokens.shape[token] === SHAPE_UPPER ? meant.toUpperCase() : meant;
  const written = text.slice(tokens.start[at], tokens.end[at + words.length - 1]);
  return {
    ...offer(
      text,
      tokens.start[token],
      tokens.end[token],
      replacement,
      TERM_SLIP_CONFIDENCE,
      explainTermSlip(words.join(' '), written),
    ),
    ...(isName && { rule: 'name-spelling', severity: 'warning' }),
  };
}
