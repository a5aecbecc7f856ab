import { type LookAlikeWord, lookAlikeWords } from '../correct/look-alikes.ts';
import { requireTerms, termText } from '../correct/terms.ts';
import type { Edit, Finding, Suggestion } from '../finding.ts';
import { dedupe, splitBlocks, type TextBlock } from '../headlines/index.ts';
import { type Normalized, normalizeWithMap } from '../unicode/index.ts';
import type { DecodableLine } from './encoded/encoded-line.ts';
import { findEncoded } from './encoded/find-encoded.ts';
import { LineIndex } from './positions.ts';
import { type Scan, scan } from './scan.ts';
import { isOfArticle, type SourceText } from './source-text.ts';
import { meetsOne, standsIn } from './stretches.ts';
import type { CheckOptions, RejectedTerm, Repetitions, RuleContext, RuleSuggestion } from './types.ts';

const NO_TERMS: readonly string[] = [];

function requireRejected(rejected: readonly RejectedTerm[] = []): readonly RejectedTerm[] {
  if (!Array.isArray(rejected)) throw new TypeError(`hieudinh: rejected terms need an array, got ${typeof rejected}`);
  rejected.forEach((term: RejectedTerm | null | undefined, index) => {
    if (typeof term?.text !== 'string') throw new TypeError(`hieudinh: rejected term ${index} has no text`);
    if (term.instead !== undefined && typeof term.instead !== 'string')
      throw new TypeError(`hieudinh: rejected term ${index} ("${term.text}") has an instead that is no string`);
  });
  return rejected;
}

/**
 * A document being checked: its composed text, the corrector's findings on it, and the way back to the caller's file.
 * Lines in an encoding that they were not read in are blanks to all rules but the one that tells of them: what rules and
 * corrector would say of their words is nonsense, and what they would change is lost.
 */
export class CheckedDocument implements RuleContext {
  readonly text: string;
  /** {@link text} with what was read in a wrong encoding, as it stands there. */
  readonly composed: string;
  readonly encoded: readonly DecodableLine[];
  readonly terms: readonly string[];
  readonly dictionaryTerms: readonly string[];
  readonly rejected: RuleContext['rejected'];
  readonly #source: SourceText;
  readonly #composed: Normalized;
  readonly #options: CheckOptions;
  #corrections: ReturnType<RuleContext['corrections']> | undefined;
  #lines: LineIndex | undefined;
  #blocks: TextBlock[] | undefined;
  #repetitions: Repetitions | undefined;
  #scan: Scan | undefined;

  constructor(source: SourceText, options: CheckOptions) {
    this.#source = source;
    this.#options = options;
    this.#composed = normalizeWithMap(source.text, { tonePlacement: false });
    this.composed = this.#composed.text;
    this.encoded = isOff('encoding', options) ? [] : this.#findEncoded();
    this.text = this.encoded.length === 0 ? this.composed : blankOut(this.composed, this.encoded);
    this.rejected = requireRejected(options.rejected);
    const { corrector } = options;
    const terms = requireTerms(options.terms);
    const { userTerms = NO_TERMS } = corrector ?? {};
    this.terms = terms.length === 0 ? userTerms : [...userTerms, ...terms.map(termText)];
    this.dictionaryTerms = corrector?.terms ?? NO_TERMS;
  }

  corrections(): ReturnType<RuleContext['corrections']> {
    if (this.#corrections === undefined) {
      const { corrector, profile, level, terms } = this.#options;
      this.#corrections = corrector?.check(this.text, { profile, level, terms }) ?? [];
    }
    return this.#corrections;
  }

  lookAlikes(): readonly LookAlikeWord[] {
    const words = lookAlikeWords(this.#source.text, this.#composed);
    if (this.encoded.length === 0) return words;
    const lines = this.encoded.map(({ start, end }): [number, number] => [start, end]);
    return words.filter(({ start, end }) => !meetsOne(lines, start, end));
  }

  blocks(): readonly TextBlock[] {
    this.#blocks ??= splitBlocks(this.text);
    return this.#blocks;
  }

  repetitions(): Repetitions {
    if (this.#repetitions === undefined) {
      const blocks = this.blocks().filter(({ start }) => this.#isOfArticle(start));
      this.#repetitions = { blocks, ...dedupe(blocks) };
    }
    return this.#repetitions;
  }

  scan(): Scan {
    this.#scan ??= scan(this.text);
    return this.#scan;
  }

  position(offset: number): { line: number; column: number } {
    this.#lines ??= new LineIndex(this.#source.source);
    return this.#lines.position(this.toOwn(offset, offset + 1)[0]);
  }

  isAside(offset: number): boolean {
    const { asides = [] } = this.#source;
    return asides.length > 0 && standsIn(asides, this.toProse(offset, offset + 1)[0]);
  }

  /** Most documents have nothing but the article, and then there is nothing to map. */
  #isOfArticle(offset: number): boolean {
    const { asides, fields } = this.#source;
    return (!asides?.length && !fields?.length) || isOfArticle(this.#source, this.toProse(offset, offset + 1)[0]);
  }

  /** In the text as it was read: composing takes some letters of legacy encodings for signs, and leaves others out. */
  #findEncoded(): DecodableLine[] {
    return findEncoded(this.#source.text).map((line) => {
      const { start: readStart, end: readEnd } = line;
      const [start, end] =
        this.#composed.changes.length === 0
          ? [readStart, readEnd]
          : this.#composed.map.rangeToNormalized(readStart, readEnd);
      return { ...line, start, end, readStart, readEnd };
    });
  }

  /** A line in one edit; with markup in it word for word, so that each tag stays at its word. */
  #decodingEdits({ readStart, readEnd, decoded }: DecodableLine): Edit[] {
    const original = this.#source.text.slice(readStart, readEnd);
    const whole = this.#source.source.slice(...this.#source.toSource(readStart, readEnd));
    const words = original.split(' ');
    const decodedWords = decoded.split(' ');
    const isOne = whole === original || words.length !== decodedWords.length;
    const edits: Edit[] = [];
    let at = readStart;
    for (const [index, word] of (isOne ? [original] : words).entries()) {
      const edit = this.#source.editInSource(at, at + word.length, isOne ? decoded : decodedWords[index]);
      if (edit !== undefined && edit.original !== edit.replacement) edits.push(edit);
      at += word.length + 1;
    }
    return edits;
  }

  /** A range of the composed text in the text as it was read. */
  toProse(start: number, end: number): [start: number, end: number] {
    return this.#composed.changes.length === 0 ? [start, end] : this.#composed.map.rangeToOriginal(start, end);
  }

  /** A range of the composed text in the caller's file. */
  toOwn(start: number, end: number): [start: number, end: number] {
    return this.#source.toSource(...this.toProse(start, end));
  }

  /** A suggestion for the file; undefined where it cannot be written there without damage. */
  ownSuggestion(finding: Pick<Finding, 'start' | 'end'>, suggestion: RuleSuggestion): Suggestion | undefined {
    const { text, confidence } = suggestion;
    const [proseStart, proseEnd] = this.toProse(finding.start, finding.end);
    if (suggestion.removesBlock) {
      const edit = this.#source.removalInSource(proseStart, proseEnd);
      return edit === undefined ? undefined : { text, confidence, edits: [edit] };
    }
    if (suggestion.decodes !== undefined) {
      const edits = suggestion.decodes.flatMap((line) => this.#decodingEdits(line));
      return edits.length === 0 ? undefined : { text, confidence, edits };
    }
    if (suggestion.edits !== undefined) {
      const edits = suggestion.edits.flatMap((edit) => {
        const own = this.#source.editInSource(...this.toProse(edit.start, edit.end), edit.replacement);
        return own === undefined ? [] : [own];
      });
      return edits.length === 0 && suggestion.edits.length > 0 ? undefined : { text, confidence, edits };
    }
    const edit = this.#source.editInSource(proseStart, proseEnd, text);
    if (edit === undefined) return undefined;
    const [start, end] = this.#source.toSource(proseStart, proseEnd);
    const isWhole = edit.start === start && edit.end === end && edit.replacement === text;
    return isWhole ? { text, confidence } : { text, confidence, edits: [edit] };
  }
}

const isOff = (rule: string, { rules }: CheckOptions): boolean =>
  rules !== undefined && !Array.isArray(rules) && (rules as Readonly<Record<string, string>>)[rule] === 'off';

/** Whole lines as spaces, and words inside of a line as what stands for a picture there, so that no rule counts spaces. */
function blankOut(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  let blanked = '';
  let last = 0;
  for (const { start, end } of ranges) {
    const isLine = beginsLine(text, start) && endsLine(text, end);
    blanked += text.slice(last, start) + (isLine ? ' ' : '\ufffc').repeat(end - start);
    last = end;
  }
  return blanked + text.slice(last);
}

/** Nothing but blanks before an offset in its line. */
function beginsLine(text: string, at: number): boolean {
  while (at > 0 && isBlank(text[at - 1])) at--;
  return at === 0 || text[at - 1] === '\n';
}

/** Nothing but blanks behind an offset in its line. */
function endsLine(text: string, at: number): boolean {
  while (at < text.length && isBlank(text[at])) at++;
  return at === text.length || text[at] === '\n';
}

const isBlank = (character: string): boolean => character !== '\n' && /\s/.test(character);
