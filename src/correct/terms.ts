import { append } from '../append.ts';
import { hashMisread } from '../text/codes.ts';
import { KIND_CODE, KIND_WORD, scan, TokenBuffer } from '../text/scan.ts';
import { normalize } from '../unicode/index.ts';
import type { UserTerm } from './types.ts';

/**
 * The terms that a caller gave, none where nothing was.
 * @throws TypeError where they are no array, or one is neither a string nor an object with a text; RangeError where one is
 * of a kind that there is not
 */
export function requireTerms(terms: readonly (string | UserTerm)[] | undefined): readonly (string | UserTerm)[] {
  if (terms === undefined) return [];
  if (!Array.isArray(terms)) throw new TypeError(`hieudinh: terms need an array, got ${typeof terms}`);
  terms.forEach((term: UserTerm | string | undefined, index) => {
    if (typeof term === 'string') return;
    if (typeof term?.text !== 'string') throw new TypeError(`hieudinh: term ${index} is no string and has no text`);
    const { kind } = term;
    if (kind !== undefined && !isTermKind(kind))
      throw new RangeError(`hieudinh: term ${index} is of kind "${String(kind)}", expected term, name, place`);
  });
  return terms;
}

export const isTermKind = (kind: string): kind is NonNullable<UserTerm['kind']> =>
  kind === 'term' || kind === 'name' || kind === 'place';

/** How a term is to be printed. */
export const termText = (term: string | UserTerm): string => (typeof term === 'string' ? term : term.text);

/** A term or name of the user, word by word. */
export interface TermWords {
  /** As they are to be printed. */
  readonly words: readonly string[];
  readonly hashes: readonly number[];
}

/** The user's own terms and names: where one stands in a text, no word of it is touched. */
export class TermGuard {
  readonly terms: readonly TermWords[];
  /** Terms by the hash of their first word. */
  readonly #byFirst: ReadonlyMap<number, readonly TermWords[]>;

  constructor(terms: readonly (string | UserTerm)[]) {
    const read: TermWords[] = [];
    const byFirst = new Map<number, TermWords[]>();
    const tokens = new TokenBuffer();
    for (const term of terms) {
      // As the corrector reads texts.
      const composed = normalize(termText(term), { tonePlacement: false });
      scan(composed, tokens);
      const words: string[] = [];
      const hashes: number[] = [];
      for (let i = 0; i < tokens.length; i++) {
        if (!isPart(tokens.kind[i])) continue;
        words.push(composed.slice(tokens.start[i], tokens.end[i]));
        hashes.push(hashAt(tokens, i, composed));
      }
      if (hashes.length === 0) continue;
      read.push({ words, hashes });
      append(byFirst, hashes[0], { words, hashes });
    }
    this.terms = read;
    this.#byFirst = byFirst;
  }

  /**
   * By token, 1 where it must not be touched; undefined where there are no terms.
   * @param text that was scanned into the tokens
   */
  over(tokens: TokenBuffer, text: string): Uint8Array | undefined {
    if (this.terms.length === 0) return undefined;
    const guarded = new Uint8Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      if (!isPart(tokens.kind[i])) continue;
      for (const { hashes } of this.#byFirst.get(hashAt(tokens, i, text)) ?? []) {
        let at = i;
        let matched = 0;
        while (
          at < tokens.length &&
          matched < hashes.length &&
          (!isPart(tokens.kind[at]) || hashAt(tokens, at, text) === hashes[matched])
        ) {
          if (isPart(tokens.kind[at])) matched++;
          at++;
        }
        if (matched === hashes.length) guarded.fill(1, i, at);
      }
    }
    return guarded;
  }
}

/** Terms are told by their words, and by codes, which may be taken for misread words (`lô 5O`). */
const isPart = (kind: number): boolean => kind === KIND_WORD || kind === KIND_CODE;

const hashAt = ({ kind, hash, start, end }: TokenBuffer, at: number, text: string): number =>
  kind[at] === KIND_WORD ? hash[at] : hashMisread(text, start[at], end[at]);
