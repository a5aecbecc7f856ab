import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD, ID_NAME, ID_UNKNOWN } from '../language/ids.ts';
import { emptySpelling, type Spelling, spell } from '../language/vocabulary.ts';
import { hashWord } from '../text/letters.ts';
import { isSpaceBehind, type TokenBuffer } from '../text/scan.ts';
import type { CandidateSource } from './candidates.ts';
import { type Draft, JOIN, SPLIT } from './features.ts';
import { isWord, type Passage } from './passage.ts';
import { windowScore } from './window.ts';

/** What a space that was lost or put in costs, before any letter that is wrong too. */
const SPACE_COST = 6;

/** What the letters that are wrong beside may cost: a mark or two. */
const MOST_LETTER_COST = 8;

/** Longer words are no syllable, or no two. */
const LONGEST_JOINED = 8;
const SHORTEST_SPLIT = 4;
const LONGEST_SPLIT = 16;

/** Words rarer than this, as log P, may be parts of broken ones. */
const RARE = -11;

/** A token and the next one without the space between them; undefined where something else stands there. */
export function joinedWithNext(text: string, tokens: TokenBuffer, token: number): string | undefined {
  if (token < 0 || !isSpaceBehind(text, tokens, token)) return undefined;
  const { start, end } = tokens;
  return text.slice(start[token], end[token]) + text.slice(start[token + 1], end[token + 1]);
}

/**
 * Names the words that a space was lost between, or put into. An engine that misread the space has often misread a letter
 * as well (`th ưc`, `nhânđân`), which a keyboard hardly does.
 */
export class WordBreaks {
  readonly #dictionary: Dictionary;
  readonly #tokens: TokenBuffer;
  readonly #passage: Passage;
  /** Undefined where all letters must be right. */
  readonly #candidates: CandidateSource | undefined;
  readonly #spelling: Spelling = emptySpelling();

  constructor(dictionary: Dictionary, tokens: TokenBuffer, passage: Passage, candidates: CandidateSource | undefined) {
    this.#dictionary = dictionary;
    this.#tokens = tokens;
    this.#passage = passage;
    this.#candidates = candidates;
  }

  /** An unknown word that is two known ones run together: `đượcmột`, but not `xilanh`. */
  split(text: string, path: Uint16Array, at: number, originalScore: number): Draft | undefined {
    const original = this.#passage.ids[at];
    if (original !== ID_UNKNOWN && original !== ID_NAME) return undefined;
    const t = this.#passage.token[at];
    const start = this.#tokens.start[t];
    const size = this.#tokens.end[t] - start;
    if (size < SHORTEST_SPLIT || size > LONGEST_SPLIT || this.#dictionary.loans.has(this.#tokens.hash[t]))
      return undefined;
    const word = text.slice(start, start + size);
    let best: Draft | undefined;
    const propose = (first: number, second: number, cost: number): void => {
      const gain = windowScore(this.#dictionary.ngrams, path, at, 1, [first, second], 2) - originalScore;
      if (best === undefined || gain - cost > best.gain - best.cost)
        best = { kind: SPLIT, ids: [first, second], span: 1, cost, gain, copied: false };
    };
    for (let cut = 1; cut < size; cut++) {
      const first = word.slice(0, cut);
      const second = word.slice(cut);
      const firstId = this.#syllable(first);
      const secondId = this.#syllable(second);
      if (firstId !== 0 && secondId !== 0) propose(firstId, secondId, SPACE_COST);
      if (firstId !== 0)
        this.#forEachLike(second, (id, cost) => {
          propose(firstId, id, cost);
        });
      if (secondId !== 0)
        this.#forEachLike(first, (id, cost) => {
          propose(id, secondId, cost);
        });
    }
    return best;
  }

  /** A word broken by a space: `T rường`, `lư ợng`. */
  join(text: string, path: Uint16Array, at: number, guarded: Uint8Array | undefined): Draft | undefined {
    const { ids, token } = this.#passage;
    const original = ids[at];
    const next = ids[at + 1];
    if (!isWord(next) || !isWord(original)) return undefined;
    const { vocabulary, ngrams } = this.#dictionary;
    const { start, end } = this.#tokens;
    const odd = (id: number, t: number): boolean =>
      id < FIRST_WORD || vocabulary.syllable[id] === 0 || end[t] - start[t] === 1 || ngrams.unigram(id) < RARE;
    const t = token[at];
    const u = token[at + 1];
    if (guarded?.[u] === 1 || (!odd(original, t) && !odd(next, u))) return undefined;
    const joined = u === t + 1 ? joinedWithNext(text, this.#tokens, t) : undefined;
    if (joined === undefined || joined.length > LONGEST_JOINED) return undefined;
    if (!spell(joined, this.#spelling) || this.#spelling.twoTones) return undefined;
    const apart = windowScore(ngrams, path, at, 2, [original, next], 2);
    let best: Draft | undefined;
    const propose = (id: number, cost: number): void => {
      const gain = windowScore(ngrams, path, at, 2, [id], 1) - apart;
      if (best === undefined || gain - cost > best.gain - best.cost)
        best = { kind: JOIN, ids: [id], span: 2, cost, gain, copied: false };
    };
    const id = this.#syllable(joined);
    if (id !== 0) propose(id, SPACE_COST);
    // Of two words that stand by themselves none is part of another.
    else if (vocabulary.syllable[original] === 0 || vocabulary.syllable[next] === 0) this.#forEachLike(joined, propose);
    return best;
  }

  /** Id of a word that is a syllable, or 0. */
  #syllable(word: string): number {
    const { vocabulary } = this.#dictionary;
    const id = vocabulary.idOf(word);
    return vocabulary.syllable[id] === 1 ? id : 0;
  }

  /** Syllables that a part with a misread letter may stand for, letter by letter, and what they cost with the space. */
  #forEachLike(word: string, propose: (id: number, cost: number) => void): void {
    if (this.#candidates === undefined || word.length < 2 || word.length > LONGEST_JOINED) return;
    const { text } = this.#dictionary.vocabulary;
    const { ids, costs } = this.#candidates.candidates(hashWord(word), word, 0, word.length);
    for (let k = 0; k < ids.length && costs[k] <= MOST_LETTER_COST; k++)
      if (text[ids[k]].length === word.length) propose(ids[k], SPACE_COST + costs[k]);
  }
}
