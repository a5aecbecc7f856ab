import { distance } from 'fastest-levenshtein';
import { append } from '../append.ts';
import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { PAIR_WORD } from '../language/lexicon.ts';
import { mixHash } from '../text/letters.ts';
import { FLAG_SPACE_BEFORE, KIND_WORD, SHAPE_UPPER, type TokenBuffer } from '../text/scan.ts';
import { removeDiacritics } from '../unicode/index.ts';
import type { Analysis } from './analysis.ts';
import { explainTermSlip } from './message.ts';
import { offer } from './offer.ts';
import type { TermGuard, TermWords } from './terms.ts';

/** How sure it is that so many words, all but one of them those of a term, are meant to be the term. */
export const TERM_SLIP_CONFIDENCE = 0.9;

/** Words of the longest term of which slips are looked for. */
const LONGEST = 12;

/** What a small word must gain by the words beside it, in nats, to become that of a term: it may be right where it is. */
const LEAST_GAIN = 1;

/** A term in which one word is left open. */
interface Slot {
  readonly term: TermWords;
  readonly open: number;
}

/** The terms of a guard by all their words but one: however many share a word, few share all but one. */
class Slots {
  readonly #byRest: Map<number, Slot[]> = new Map();
  /** Numbers of words that terms have, the most first. */
  readonly #sizes: readonly number[];

  constructor(terms: readonly TermWords[]) {
    const sizes = new Set<number>();
    for (const term of terms) {
      const size = term.words.length;
      if (size < 2 || size > LONGEST) continue;
      sizes.add(size);
      for (let open = 0; open < size; open++) append(this.#byRest, restKey(term.hashes, 0, size, open), { term, open });
    }
    this.#sizes = [...sizes].sort((a, b) => b - a);
  }

  /** Those that may stand from a token on, the longest first. */
  *from({ hash, length }: TokenBuffer, at: number): Generator<Slot> {
    for (const size of this.#sizes) {
      if (at + size > length) continue;
      for (let open = 0; open < size; open++) yield* this.#byRest.get(restKey(hash, at, size, open)) ?? [];
    }
  }
}

/** Hash of `size` words but for the one that is left open. */
function restKey(hashes: ArrayLike<number>, from: number, size: number, open: number): number {
  let key = (size << 8) | open;
  for (let k = 0; k < size; k++) if (k !== open) key = mixHash(Math.imul(key, 0x01000193) ^ hashes[from + k]);
  return key;
}

const slotsOf: WeakMap<TermGuard, Slots> = new WeakMap();

/**
 * Finds terms of the user in which one word is a slip away from what it should be: "xã Mường Lan" for "xã Mường Lạn". A known
 * word in the place of one with a capital may be another name, and is only asked about; small words must fit where they
 * would come. Where two terms are as near, nothing is said. Costs nothing where there are no terms.
 */
export function findTermSlips(text: string, guard: TermGuard, dictionary: Dictionary, analysis: Analysis): Finding[] {
  const findings: Finding[] = [];
  if (guard.terms.length === 0) return findings;
  let slots = slotsOf.get(guard);
  if (slots === undefined) {
    slots = new Slots(guard.terms);
    slotsOf.set(guard, slots);
  }
  const { tokens } = analysis;
  for (let at = 0; at < tokens.length; ) {
    const slip = tokens.kind[at] === KIND_WORD ? slipAt(text, slots, dictionary, analysis, at) : undefined;
    if (slip === undefined) at++;
    else {
      findings.push(findingOf(text, slip, dictionary, tokens, at));
      at += slip.term.words.length;
    }
  }
  return findings;
}

/** The one slip in a term that begins at a token. */
function slipAt(text: string, slots: Slots, dictionary: Dictionary, analysis: Analysis, at: number): Slot | undefined {
  let found: Slot | undefined;
  for (const slot of slots.from(analysis.tokens, at)) {
    if (found !== undefined && slot.term.words.length < found.term.words.length) break;
    if (!isSlipOf(text, slot, dictionary, analysis, at)) continue;
    if (found !== undefined) return undefined;
    found = slot;
  }
  return found;
}

function isSlipOf(
  text: string,
  { term: { words, hashes }, open }: Slot,
  { lexicon, ngrams, vocabulary }: Dictionary,
  { tokens, guarded }: Analysis,
  at: number,
): boolean {
  const wordAt = (t: number): string => text.slice(tokens.start[t], tokens.end[t]);
  const idAt = (t: number): number =>
    t >= 0 && t < tokens.length && tokens.kind[t] === KIND_WORD ? vocabulary.idOfHash(tokens.hash[t]) : 0;
  for (let k = 0; k < words.length; k++) {
    const t = at + k;
    if (tokens.kind[t] !== KIND_WORD || guarded?.[t] === 1) return false;
    if (k > 0 && (tokens.start[t] !== tokens.end[t - 1] + 1 || (tokens.flags[t] & FLAG_SPACE_BEFORE) === 0))
      return false;
    if (k !== open && tokens.hash[t] !== hashes[k]) return false;
    if (startsSmall(wordAt(t)) && !startsSmall(words[k])) return false;
  }
  const t = at + open;
  if (tokens.hash[t] === hashes[open] || !isNear(wordAt(t), words[open])) return false;
  const [left, written, right] = [idAt(t - 1), idAt(t), idAt(t + 1)];
  // Two words are alike by chance; in "chuyển đổi sổ đỏ" there is no slip: "sổ đỏ" is a word.
  if (words.length === 2 && (words.some(startsSmall) || lexicon.pair(idAt(at), idAt(at + 1)) !== 0)) return false;
  if ((lexicon.pair(left, written) | lexicon.pair(written, right)) & PAIR_WORD) return false;
  if (written === 0 || !startsSmall(words[open])) return true;
  const meant = vocabulary.idOfHash(hashes[open]);
  if (meant === 0) return false;
  const leftGain = ngrams.bigram(left, meant) - ngrams.bigram(left, written);
  const rightGain = ngrams.bigram(meant, right) - ngrams.bigram(written, right);
  // A term always gains by its own words; "phòng cháy từng nhà" goes on otherwise.
  const outside = open === 0 ? leftGain : open === words.length - 1 ? rightGain : 0;
  return outside > -LEAST_GAIN && leftGain + rightGain >= LEAST_GAIN;
}

const startsSmall = (word: string): boolean => word[0] === word[0].toLowerCase();

/** The same letters but for their marks, or one letter too many, too few or another. */
function isNear(written: string, meant: string): boolean {
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()];
  return distance(a, b) === 1 || removeDiacritics(a) === removeDiacritics(b);
}

function findingOf(
  text: string,
  { term: { words }, open }: Slot,
  { vocabulary }: Dictionary,
  tokens: TokenBuffer,
  at: number,
): Finding {
  const t = at + open;
  const meant = words[open];
  const replacement = tokens.shape[t] === SHAPE_UPPER ? meant.toUpperCase() : meant;
  const written = text.slice(tokens.start[at], tokens.end[at + words.length - 1]);
  const mayBeAnother = !startsSmall(meant) && vocabulary.syllable[vocabulary.idOfHash(tokens.hash[t])] === 1;
  return {
    ...offer(
      text,
      tokens.start[t],
      tokens.end[t],
      replacement,
      TERM_SLIP_CONFIDENCE,
      explainTermSlip(words.join(' '), written),
    ),
    ...(mayBeAnother && { rule: 'name-spelling', severity: 'warning' }),
  };
}
