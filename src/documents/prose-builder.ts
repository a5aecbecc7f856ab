import type { InlineIgnore } from '../check/index.ts';
import type { IgnoreSink, OpenIgnore } from './comments.ts';
import { OBJECT, Prose, type ProseBlock, type ProseParts } from './prose.ts';

const SPACE = 0x20;
const LINE_END = 0x0a;
const OBJECT_UNIT = OBJECT.charCodeAt(0);

/** Units of the longest block that may be data: two or three lines, where a paragraph of an article begins. */
const LONGEST_FIELD = 160;
/** Blocks of a piece of data; also keeps tables in tables in tables linear. */
const MOST_IN_FIELD = 32;

/** Gathers the prose of a document in reading order. White space is collapsed as a browser does. */
export class ProseBuilder implements IgnoreSink {
  readonly #source: string;
  #units: Uint16Array = new Uint16Array(1024);
  #length = 0;
  #last = LINE_END;
  #starts: Int32Array = new Int32Array(1024);
  #ends: Int32Array = new Int32Array(1024);
  #blockStart = 0;
  readonly #blocks: { start: number; end: number; outer?: [number, number]; paragraph?: number }[] = [];
  readonly #ignores: InlineIgnore[] = [];
  readonly #asides: [start: number, end: number][] = [];
  readonly #fields: [start: number, end: number][] = [];
  readonly #frozen: [start: number, end: number][] = [];
  readonly #values: [start: number, end: number][] = [];
  readonly #links: [start: number, end: number][] = [];
  #keptCount = 0;
  #pending: OpenIgnore[] = [];
  #open: OpenIgnore[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** Units of prose so far. */
  get length(): number {
    return this.#length;
  }

  /** Blocks that are complete so far. */
  get blockCount(): number {
    return this.#blocks.length;
  }

  /** Things so far that a reader sees, and would lose with what stands around them: pictures, code. */
  get keptCount(): number {
    return this.#keptCount;
  }

  /** Links so far that have words. */
  get linkCount(): number {
    return this.#links.length;
  }

  /** Prose that stands in the source as it is. */
  run(start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const unit = this.#source.charCodeAt(at);
      if (unit === 0x20 || (unit >= 9 && unit <= 13)) {
        let to = at + 1;
        for (; to < end; to++) {
          const next = this.#source.charCodeAt(to);
          if (next !== 0x20 && !(next >= 9 && next <= 13)) break;
        }
        this.space(at, to);
        at = to - 1;
      } else this.#put(unit, at, at + 1);
    }
  }

  /** Letters that the source writes otherwise: an entity, an escape. */
  letters(text: string, start: number, end: number): void {
    if (/^[\t\n\f\r ]+$/.test(text)) {
      this.space(start, end);
      return;
    }
    for (let i = 0; i < text.length; i++) this.#put(text.charCodeAt(i), i === 0 ? start : end, end);
  }

  /** White space between words; none is put at the start of a block, nor after other white space. */
  space(start: number, end: number): void {
    if (this.#last !== SPACE && this.#last !== LINE_END) this.#put(SPACE, start, end);
  }

  /** Something that is not read stands here; at the start of a block it separates nothing. */
  object(at: number): void {
    if (this.#last !== OBJECT_UNIT && this.#last !== LINE_END) this.#put(OBJECT_UNIT, at, at);
  }

  /** Something stands here that must not go with the words around it. */
  keep(): void {
    this.#keptCount++;
  }

  /** A block ends, or begins. */
  break(at: number): void {
    if (this.#last === LINE_END) return;
    if (this.#last === SPACE) this.#length--;
    this.#blocks.push({ start: this.#blockStart, end: this.#length });
    for (const ignore of this.#open) this.#ignores.push({ ...ignore, end: this.#length });
    this.#open = [];
    this.#put(LINE_END, at, at);
    this.#blockStart = this.#length;
  }

  /** Says what goes with the block, the only one since there were `count` of them. */
  wrap(count: number, start: number, end: number): void {
    if (this.#blocks.length === count + 1) this.#blocks[count].outer = [start, end];
  }

  /** Says that other things stand in the block, the only one since there were `count` of them, from `paragraph` on. */
  share(count: number, paragraph: number): void {
    if (this.#blocks.length === count + 1) this.#blocks[count].paragraph = paragraph;
  }

  /** All prose since `start` are the words of a link. */
  link(start: number): void {
    if (start < this.#length) addStretch(this.#links, start, this.#length);
  }

  /** All prose since `start` is read, but must stay as it is. */
  freeze(start: number): void {
    if (start < this.#length) this.#frozen.push([start, this.#length]);
  }

  /** A value outside of the text, beside the article, that may hold nothing but words: what else means something there. */
  value(start: number, end: number): void {
    this.break(start);
    const from = this.#length;
    this.run(start, end);
    this.break(end);
    if (this.#length === from) return;
    this.#values.push([from, this.#length]);
    this.aside(from);
  }

  /** All prose since `start` stands beside the article. */
  aside(start: number): void {
    addStretch(this.#asides, start, this.#length);
  }

  /**
   * All prose since `start`, where there were `count` blocks, is data, unless it says more than data do: old pages are
   * laid out in tables, articles and all.
   */
  field(start: number, count: number): void {
    if (this.#blocks.length - count > MOST_IN_FIELD) return;
    for (let at = count; at < this.#blocks.length; at++) {
      if (this.#blocks[at].end - this.#blocks[at].start > LONGEST_FIELD) return;
    }
    if (start < this.#length) addStretch(this.#fields, start, this.#length);
  }

  /** Rules are silent in the next block, or in the rest of this one. */
  ignoreNext(rules: readonly string[] | undefined, sourceStart: number, sourceEnd: number): void {
    this.#pending.push({ rules, start: this.#length, sourceStart, sourceEnd });
  }

  /** Rules are silent from `start` to here. */
  ignore(rules: readonly string[] | undefined, start: number, sourceStart: number, sourceEnd: number): void {
    this.#ignores.push({ rules, start, end: this.#length, sourceStart, sourceEnd });
  }

  finish(encode: ProseParts['encode'], isFragile = false): Prose {
    this.break(this.#source.length);
    for (const ignore of this.#pending) this.#ignores.push({ ...ignore, end: ignore.start });
    return new Prose(this.#source, {
      text: textOf(this.#units.subarray(0, this.#length)),
      // A view would hold the room that is left at the end, too.
      starts: this.#starts.slice(0, this.#length),
      ends: this.#ends.slice(0, this.#length),
      ignores: this.#ignores,
      blocks: this.#blocks as readonly ProseBlock[],
      asides: this.#asides,
      fields: this.#fields,
      frozen: this.#frozen,
      links: this.#links,
      values: this.#values,
      encode,
      isFragile,
    });
  }

  #put(unit: number, start: number, end: number): void {
    if (this.#pending.length > 0 && unit !== SPACE && unit !== LINE_END) {
      this.#open.push(...this.#pending);
      this.#pending = [];
    }
    if (this.#length === this.#starts.length) {
      const room = this.#length * 2;
      this.#units = moved(this.#units, new Uint16Array(room));
      this.#starts = moved(this.#starts, new Int32Array(room));
      this.#ends = moved(this.#ends, new Int32Array(room));
    }
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = start;
    this.#ends[this.#length++] = end;
    this.#last = unit;
  }
}

/** They close from the inside out: an outer one takes the place of those in it, so that all rise and none overlap. */
function addStretch(stretches: [start: number, end: number][], start: number, end: number): void {
  while (stretches.length > 0 && stretches[stretches.length - 1][0] >= start) stretches.pop();
  stretches.push([start, end]);
}

function moved<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A function takes so many arguments everywhere. */
const CHUNK = 8192;

function textOf(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += CHUNK) {
    parts.push(String.fromCharCode(...units.subarray(at, at + CHUNK)));
  }
  return parts.join('');
}
