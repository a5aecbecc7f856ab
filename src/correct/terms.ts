import { KIND_WORD, scan, TokenBuffer } from '../text/scan.ts';
import type { UserTerm } from './types.ts';

/** How a term is to be printed. */
export const termText = (term: string | UserTerm): string => (typeof term === 'string' ? term : term.text);

/** The user's own terms and names: where one stands in a text, no word of it is touched. */
export class TermGuard {
  /** Terms by the hash of their first word. */
  readonly #byFirst: Map<number, number[][]> = new Map();

  /** @throws TypeError where a term is neither a string nor an object with a text */
  constructor(terms: readonly (string | UserTerm)[]) {
    const tokens = new TokenBuffer();
    terms.forEach((term, index) => {
      const text = typeof term === 'string' ? term : term?.text;
      if (typeof text !== 'string') throw new TypeError(`hieudinh: term ${index} is no string and has no text`);
      scan(text.normalize('NFC'), tokens);
      const hashes: number[] = [];
      for (let i = 0; i < tokens.length; i++) if (tokens.kind[i] === KIND_WORD) hashes.push(tokens.hash[i]);
      if (hashes.length === 0) return;
      const list = this.#byFirst.get(hashes[0]) ?? [];
      list.push(hashes);
      this.#byFirst.set(hashes[0], list);
    });
  }

  /** By token, 1 where it must not be touched; undefined where there are no terms. */
  over(tokens: TokenBuffer): Uint8Array | undefined {
    if (this.#byFirst.size === 0) return undefined;
    const guarded = new Uint8Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      for (const hashes of this.#byFirst.get(tokens.hash[i]) ?? []) {
        let at = i;
        let matched = 0;
        while (
          at < tokens.length &&
          matched < hashes.length &&
          (tokens.kind[at] !== KIND_WORD || tokens.hash[at] === hashes[matched])
        ) {
          if (tokens.kind[at] === KIND_WORD) matched++;
          else if (matched === 0) break;
          at++;
        }
        if (matched === hashes.length) guarded.fill(1, i, at);
      }
    }
    return guarded;
  }
}
