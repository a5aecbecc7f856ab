import { MAXIMUM_LETTERS, type Spelling } from '../language/vocabulary.ts';
import { ALPHABET } from '../text/letters.ts';

/** Longest run of letters that one rule rewrites. */
const RULE_LENGTH = 3;

/** A run of letters that is read as another; of neither is there none. */
interface Rule {
  readonly intended: readonly number[];
  readonly observed: readonly number[];
  readonly cost: number;
}

const NO_RULES: Rule[] = [];

/** Cost above which an alignment is given up: a probability of about e^-30. */
export const IMPOSSIBLE = 30;

/**
 * What an error costs: minus the logarithm of the probability that a letter, a tone or a short run of letters that was
 * meant comes out as another (the noisy channel of Kernighan, Church and Gale 1990, with the multi-letter rewrites of
 * Brill and Moore 2000). Letters and tone are separate, as they are on a keyboard and, nearly, in print.
 *
 * Read from a table of `kind, intended, observed, cost` lines, which a person can review:
 *
 * | kind     | intended        | observed        |
 * | -------- | --------------- | --------------- |
 * | `letter` | one letter      | one letter      |
 * | `insert` |                 | a letter that was not meant |
 * | `double` |                 | a letter that repeats the one before it |
 * | `delete` | a letter that is missing |        |
 * | `swap`   |                 | two neighbours exchanged |
 * | `rule`   | 1 to 3 letters  | 1 to 3 letters  |
 * | `tone`   | tone number     | tone number     |
 */
export class Channel {
  readonly letter: Float32Array = new Float32Array(64 * 64).fill(9);
  readonly insert: Float32Array = new Float32Array(64).fill(9);
  readonly double: Float32Array = new Float32Array(64).fill(7);
  readonly delete: Float32Array = new Float32Array(64).fill(9);
  readonly tone: Float32Array = new Float32Array(36).fill(7);
  swap = 6;
  /** Rules by the first letter of what was observed. */
  readonly rulesByHead: readonly Rule[][] = Array.from({ length: 64 }, () => []);
  /** The same by the last letter of what was meant and of what was observed: few of a letter's rules fit a place. */
  readonly #rulesByEnds: Rule[][] = Array.from({ length: 64 * 64 }, () => NO_RULES);
  readonly #rows: Float32Array = new Float32Array((MAXIMUM_LETTERS + 2) * (MAXIMUM_LETTERS + 2));
  readonly #inserts: Float32Array = new Float32Array(MAXIMUM_LETTERS + 2);

  constructor(table: string) {
    for (let code = 0; code < 64; code++) this.letter[code * 64 + code] = 0;
    for (let tone = 0; tone < 6; tone++) this.tone[tone * 6 + tone] = 0;
    table.split('\n').forEach((line, index) => {
      if (line === '' || line.startsWith('#')) return;
      const [kind, intended, observed, costText] = line.split('\t');
      const cost = Number(costText);
      if (!Number.isFinite(cost))
        throw new RangeError(`hieudinh: channel table, line ${index + 1}: no cost in "${line}"`);
      const a = codesOf(intended);
      const b = codesOf(observed);
      if (kind === 'letter') this.letter[a[0] * 64 + b[0]] = cost;
      else if (kind === 'insert') this.insert[b[0]] = cost;
      else if (kind === 'double') this.double[b[0]] = cost;
      else if (kind === 'delete') this.delete[a[0]] = cost;
      else if (kind === 'swap') this.swap = cost;
      else if (kind === 'tone') this.tone[Number(intended) * 6 + Number(observed)] = cost;
      else if (kind === 'rule' && isRun(a) && isRun(b)) this.#addRule({ intended: a, observed: b, cost });
      else throw new RangeError(`hieudinh: channel table, line ${index + 1}: unknown kind "${kind}"`);
    });
  }

  #addRule(rule: Rule): void {
    this.rulesByHead[rule.observed[0]].push(rule);
    const ends = rule.intended[rule.intended.length - 1] * 64 + rule.observed[rule.observed.length - 1];
    if (this.#rulesByEnds[ends] === NO_RULES) this.#rulesByEnds[ends] = [];
    this.#rulesByEnds[ends].push(rule);
  }

  /**
   * Cost of reading `observed` where the word with these letters and tone was meant; {@link IMPOSSIBLE} or more if it
   * is over `limit`. O(n m) for words of n and m letters; allocates nothing.
   */
  cost(letters: Uint8Array, from: number, to: number, tone: number, observed: Spelling, limit: number): number {
    const toneCost = this.toneCost(tone, observed.tone);
    const total = this.letterCost(letters, from, to, observed, limit - toneCost) + toneCost;
    return total > limit ? IMPOSSIBLE : total;
  }

  /** The part of {@link cost} that the tones have. */
  toneCost(intended: number, observed: number): number {
    return this.tone[intended * 6 + observed];
  }

  /** The part of {@link cost} that the letters have. */
  letterCost(letters: Uint8Array, from: number, to: number, observed: Spelling, limit: number): number {
    const n = to - from;
    const m = observed.length;
    if (n - m > 3 || m - n > 3 || limit < 0) return IMPOSSIBLE;
    const width = m + 1;
    const rows = this.#rows;
    const inserts = this.#inserts;
    const codes = observed.codes;
    rows[0] = 0;
    for (let j = 1; j <= m; j++) {
      inserts[j] = this.#insertCost(codes, j);
      rows[j] = rows[j - 1] + inserts[j];
    }
    // The smallest numbers of the rows before, from which a rule may reach past this one.
    let smallestAbove = 0;
    let smallestTwoAbove = 0;
    for (let i = 1; i <= n; i++) {
      const a = letters[from + i - 1];
      const deletion = this.delete[a];
      const row = i * width;
      const above = row - width;
      let smallest = rows[above] + deletion;
      rows[row] = smallest;
      for (let j = 1; j <= m; j++) {
        const b = codes[j - 1];
        let best = rows[above + j] + deletion;
        const substituted = rows[above + j - 1] + this.letter[a * 64 + b];
        if (substituted < best) best = substituted;
        const inserted = rows[row + j - 1] + inserts[j];
        if (inserted < best) best = inserted;
        if (i > 1 && j > 1 && a === codes[j - 2] && b === letters[from + i - 2] && a !== b) {
          const swapped = rows[above - width + j - 2] + this.swap;
          if (swapped < best) best = swapped;
        }
        const rules = this.#rulesByEnds[a * 64 + b];
        for (let r = 0; r < rules.length; r++) {
          const rule = rules[r];
          const before = i - rule.intended.length;
          const head = j - rule.observed.length;
          if (before < 0 || head < 0) continue;
          const rewritten = rows[before * width + head] + rule.cost;
          if (rewritten >= best) continue;
          let fits = true;
          for (let k = 0; k < rule.observed.length - 1 && fits; k++) fits = codes[head + k] === rule.observed[k];
          for (let k = 0; k < rule.intended.length - 1 && fits; k++)
            fits = letters[from + before + k] === rule.intended[k];
          if (fits) best = rewritten;
        }
        rows[row + j] = best;
        if (best < smallest) smallest = best;
      }
      if (Math.min(smallest, smallestAbove, smallestTwoAbove) > limit) return IMPOSSIBLE;
      smallestTwoAbove = smallestAbove;
      smallestAbove = smallest;
    }
    const total = rows[n * width + m];
    return total > limit ? IMPOSSIBLE : total;
  }

  #insertCost(codes: Uint8Array, j: number): number {
    const b = codes[j - 1];
    return j > 1 && codes[j - 2] === b ? Math.min(this.double[b], this.insert[b]) : this.insert[b];
  }
}

const isRun = (codes: readonly number[]): boolean => codes.length >= 1 && codes.length <= RULE_LENGTH;

function codesOf(text: string): number[] {
  const codes: number[] = [];
  for (const letter of text) {
    const code = ALPHABET.indexOf(letter) + 1;
    if (code > 0) codes.push(code);
  }
  return codes;
}
