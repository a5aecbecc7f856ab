import type { InlineIgnore, SourceText } from '../check/index.ts';
import { firstEndingAfter, holdsOne, meetsOne } from '../check/stretches.ts';
import type { Edit } from '../finding.ts';
import { alignLetters } from './align.ts';
import { isPlainWords, isTypedValue } from './front-matter.ts';
import { partRemoval } from './part-removal.ts';

/** Stands for what is not read: code, a picture, words of another language. Nothing is ever corrected across it. */
export const OBJECT = '\ufffc';

/** A block of prose with its element or its lines, for taking it out. */
export interface ProseBlock {
  /** Offsets in the prose. */
  readonly start: number;
  readonly end: number;
  /** What goes with it, in the source. */
  readonly outer?: readonly [start: number, end: number];
  /** Where the paragraph begins, in the source, in which other things stand that are to stay. */
  readonly paragraph?: number;
}

/** What {@link ProseBuilder} has gathered. */
export interface ProseParts {
  readonly text: string;
  /** By unit of the text: where in the source it was read from; empty, start and end alike, where it was put in. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ignores: readonly InlineIgnore[];
  readonly blocks: readonly ProseBlock[];
  readonly asides: readonly (readonly [start: number, end: number])[];
  readonly fields: readonly (readonly [start: number, end: number])[];
  /** Words that are markup too: the name of a definition. They are never changed. */
  readonly frozen: readonly (readonly [start: number, end: number])[];
  /** Words of links. */
  readonly links: readonly (readonly [start: number, end: number])[];
  /** Stretches into which nothing but words may be written: quotes would end them. */
  readonly values: readonly (readonly [start: number, end: number])[];
  /** Writes letters as the source has to have them, or undefined where that would be markup. */
  readonly encode: (text: string) => string | undefined;
  /** Marks beside a letter mean what they do by the letter (Markdown's stars): nothing but letters may change there. */
  readonly isFragile: boolean;
}

/** Prose read from a source with markup, one unit of text after the other with its place there. */
export class Prose implements SourceText {
  readonly source: string;
  readonly text: string;
  readonly ignores: readonly InlineIgnore[];
  readonly asides: readonly (readonly [start: number, end: number])[];
  readonly fields: readonly (readonly [start: number, end: number])[];
  readonly #parts: ProseParts;

  constructor(source: string, parts: ProseParts) {
    this.source = source;
    this.text = parts.text;
    this.ignores = parts.ignores;
    this.asides = parts.asides;
    this.fields = parts.fields;
    this.#parts = parts;
  }

  toSource(start: number, end: number): [start: number, end: number] {
    const { starts, ends } = this.#parts;
    let first = start;
    while (first < end && starts[first] === ends[first]) first++;
    let last = end - 1;
    while (last >= first && starts[last] === ends[last]) last--;
    if (last >= first) return [starts[first], ends[last]];
    const place = start < starts.length ? starts[start] : this.source.length;
    return [place, place];
  }

  editInSource(start: number, end: number, replacement: string): Edit | undefined {
    const { starts, ends, encode, frozen, links, values } = this.#parts;
    if (meetsOne(frozen, start, end)) return undefined;
    if (meetsOne(values, start, end) && !this.#mayStandInValue(start, end, replacement)) return undefined;
    // A link without words cannot be seen, nor followed.
    if (replacement.trim() === '' && holdsOne(links, start, end)) return undefined;
    const letters = alignLetters(this.text.slice(start, end), replacement, (at) => this.#isTouching(start + at));
    const [from, to] = this.toSource(start, end);
    if (from === to) return undefined;
    let out = '';
    let last = from;
    for (const { start: a, end: b, text } of letters) {
      for (let at = start + a; at < start + b; at++) if (starts[at] === ends[at] && !this.#isPair(at)) return undefined;
      const written = encode(text);
      if (written === undefined || (this.#parts.isFragile && this.#isRisky(start + a, start + b, text)))
        return undefined;
      // What is put in goes right behind the letter before it, or before the first one.
      const begin = b > a ? starts[start + a] : a > 0 ? ends[start + a - 1] : starts[start];
      if (begin < last) return undefined;
      out += this.source.slice(last, begin) + written;
      last = begin;
      // What stands between two letters that go is kept: it is markup.
      for (let at = start + a; at < start + b; at++) {
        out += this.source.slice(last, starts[at]);
        last = Math.max(last, ends[at]);
      }
    }
    out += this.source.slice(last, to);
    return { start: from, end: to, original: this.source.slice(from, to), replacement: out };
  }

  removalInSource(start: number, end: number): Edit | undefined {
    const { blocks } = this.#parts;
    const block = blocks[firstEndingAfter(blocks, start, (one) => one.end)];
    if (block === undefined || block.start > start || block.end < end) return this.editInSource(start, end, '');
    if (block.outer !== undefined) {
      const [from, to] = block.outer;
      return { start: from, end: to, original: this.source.slice(from, to), replacement: '' };
    }
    return block.paragraph === undefined
      ? this.editInSource(start, end, '')
      : this.#removalOfPart(start, end, block.paragraph);
  }

  /** Takes out the words and leaves what else is in the paragraph, if they stand in the source one after the other. */
  #removalOfPart(start: number, end: number, paragraph: number): Edit | undefined {
    const isWord = (at: number): boolean => this.text[at] !== OBJECT && this.text[at] !== ' ';
    while (start < end && !isWord(start)) start++;
    while (end > start && !isWord(end - 1)) end--;
    if (start === end || holdsOne(this.#parts.links, start, end)) return undefined;
    for (let at = start + 1; at < end; at++) if (!this.#isTouching(at)) return undefined;
    return partRemoval(this.source, ...this.toSource(start, end), paragraph);
  }

  /** Would an edit put nothing but words into a value, and leave it a string where no quotes say so? */
  #mayStandInValue(start: number, end: number, replacement: string): boolean {
    if (!isPlainWords(replacement)) return false;
    const { starts, values } = this.#parts;
    const [from, to] = values[firstEndingAfter(values, start, ([, end]) => end)];
    if (/["']/.test(this.source.charAt(starts[from] - 1))) return true;
    return !isTypedValue(this.text.slice(from, start) + replacement + this.text.slice(end, to));
  }

  /** Do the units before and at an offset stand side by side in the source? */
  #isTouching(at: number): boolean {
    const { starts, ends } = this.#parts;
    return ends[at - 1] === starts[at] && starts[at] < ends[at];
  }

  /** Would something other than letters come or go beside markup, or nothing be left between two marks? */
  #isRisky(start: number, end: number, text: string): boolean {
    let besideMarkup = !this.#isTouching(start) || (end < this.text.length && !this.#isTouching(end));
    for (let at = start + 1; at < end; at++) besideMarkup ||= !this.#isTouching(at);
    return besideMarkup && (text === '' || !/^[\p{L}\p{M}\p{N}]*$/u.test(text + this.text.slice(start, end)));
  }

  /** The second half of a letter of two units, which has its place with the first. */
  #isPair(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return unit >= 0xdc00 && unit < 0xe000;
  }
}
