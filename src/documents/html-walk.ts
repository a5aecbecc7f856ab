import { Parser } from 'htmlparser2';
import type { IgnoreComments } from './comments.ts';
import { metaContent } from './html-attributes.ts';
import type { ProseBuilder } from './prose-builder.ts';

/** One thing seen in a page, with its place; {@link HtmlReader.read} takes them in their order. */
export type HtmlEvent =
  | ({ readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> } & Place)
  | ({ readonly kind: 'close'; readonly name: string; readonly implied: boolean } & Place)
  | ({ readonly kind: 'text'; readonly text: string } & Place)
  | ({ readonly kind: 'comment'; readonly text: string } & Place);

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Calls back for each tag, stretch of text, entity and comment of a page, in order. Linear; never throws. */
export function walkHtml(source: string, each: (event: HtmlEvent) => void): void {
  // What the end of the source closes is told one unit behind it.
  const place = (): Place => ({
    start: Math.min(parser.startIndex, source.length),
    end: Math.min(parser.endIndex + 1, source.length),
  });
  const parser = new Parser({
    onopentag: (name, attributes) => each({ kind: 'open', name, attributes, ...place() }),
    onclosetag: (name, implied) => each({ kind: 'close', name, implied, ...place() }),
    ontext: (text) => each({ kind: 'text', text, ...place() }),
    oncomment: (text) => each({ kind: 'comment', text, ...place() }),
  });
  parser.write(source);
  parser.end();
}

/** Turns the events of a page into prose: knows which elements are read, and which are blocks. */
export class HtmlReader {
  readonly #source: string;
  readonly #builder: ProseBuilder;
  readonly #comments: IgnoreComments;
  readonly #stack: Element[] = [];

  constructor(source: string, builder: ProseBuilder, comments: IgnoreComments) {
    this.#source = source;
    this.#builder = builder;
    this.#comments = comments;
  }

  /** Is prose read here, or does an element say that it is not? */
  get isReading(): boolean {
    const top = this.#stack.at(-1);
    return top === undefined || !isOff(top);
  }

  read(event: HtmlEvent): void {
    if (event.kind === 'text') {
      if (this.isReading) this.#text(event.text, event.start, event.end);
    } else if (event.kind === 'open') this.#openTag(event);
    else if (event.kind === 'close') this.#closeTag(event);
    else this.#comments.read(event.text, event.start, event.end);
  }

  #text(text: string, start: number, end: number): void {
    // An entity has an event of its own, whose text is not what stands in the source.
    if (this.#source.slice(start, end) === text) this.#builder.run(start, end);
    else this.#builder.letters(text, start, end);
  }

  #openTag({ name, attributes, start: at, end }: Extract<HtmlEvent, { kind: 'open' }>): void {
    const parent = this.#stack.at(-1);
    const element: Element = {
      name,
      start: at,
      blocksBefore: 0,
      lengthBefore: 0,
      keptBefore: 0,
      hasHeading: false,
      isUnread: parent?.isUnread === true || UNREAD.has(name),
      isForeign: foreign(attributes, parent?.isForeign ?? false),
      isKept: kept(attributes, parent?.isKept ?? false),
      isSilent: silent(attributes, parent?.isSilent ?? false),
    };
    if (BLOCKS.has(name)) this.#builder.break(at);
    element.blocksBefore = this.#builder.blockCount;
    element.lengthBefore = this.#builder.length;
    element.keptBefore = this.#builder.keptCount;
    const wasReading = this.isReading;
    this.#stack.push(element);
    if (OBJECTS.has(name) || (wasReading && isOff(element) && name !== 'script' && name !== 'style'))
      this.#builder.keep();
    if (!wasReading) return;
    if (name === 'meta' && parent?.name === 'head') {
      const content = metaContent(this.#source, at, end, attributes);
      if (content !== undefined) this.#builder.value(...content);
    }
    if (name === 'br' || name === 'hr') this.#builder.break(at);
    else if (OBJECTS.has(name)) this.#builder.object(at);
    else if (isOff(element) && !INVISIBLE.has(name) && !BLOCKS.has(name)) this.#builder.object(at);
  }

  #closeTag({ name, implied, start, end }: { name: string; implied: boolean } & Place): void {
    const element = this.#stack.pop();
    if (element === undefined) return;
    const parent = this.#stack.at(-1);
    if (parent !== undefined && (element.hasHeading || HEADINGS.has(name))) parent.hasHeading = true;
    if (name === 'a') this.#builder.link(element.lengthBefore);
    if (!BLOCKS.has(name)) return;
    this.#builder.break(start);
    if (ASIDES.has(name)) this.#builder.aside(element.lengthBefore);
    else if (FIELDS.has(name) && !element.hasHeading) {
      this.#builder.field(element.lengthBefore, element.blocksBefore);
    }
    if (implied || this.#builder.keptCount > element.keptBefore || !REMOVABLE.has(name)) return;
    this.#builder.wrap(element.blocksBefore, ...wholeLines(this.#source, element.start, end));
  }
}

interface Element {
  readonly name: string;
  readonly start: number;
  blocksBefore: number;
  /** Units of prose before it. */
  lengthBefore: number;
  /** Things before it that must stay. */
  keptBefore: number;
  /** Holds a heading: it is laid out as a part of the article. */
  hasHeading: boolean;
  readonly isUnread: boolean;
  readonly isForeign: boolean;
  readonly isKept: boolean;
  readonly isSilent: boolean;
}

const isOff = (element: Element): boolean =>
  element.isUnread || element.isForeign || element.isKept || element.isSilent;

function foreign({ lang }: Readonly<Record<string, string>>, inherited: boolean): boolean {
  return lang === undefined || lang.trim() === '' ? inherited : !/^vi(?:$|[-_])/i.test(lang.trim());
}

function kept({ translate, class: classes }: Readonly<Record<string, string>>, inherited: boolean): boolean {
  if (translate !== undefined) return translate.toLowerCase() === 'no';
  return inherited || /(?:^|\s)notranslate(?:\s|$)/.test(classes ?? '');
}

function silent(attributes: Readonly<Record<string, string>>, inherited: boolean): boolean {
  const own = attributes['data-hieudinh'];
  return own === undefined ? inherited : own.toLowerCase() === 'off';
}

/** An element that stands alone on its lines goes with them. */
function wholeLines(source: string, start: number, end: number): [start: number, end: number] {
  let from = start;
  while (from > 0 && (source[from - 1] === ' ' || source[from - 1] === '\t')) from--;
  let to = end;
  while (to < source.length && (source[to] === ' ' || source[to] === '\t' || source[to] === '\r')) to++;
  const alone = (from === 0 || source[from - 1] === '\n') && (to === source.length || source[to] === '\n');
  return alone ? [from, Math.min(source.length, to + 1)] : [start, end];
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never prose, whatever stands in them. */
const UNREAD = names(
  'script style code pre kbd samp var tt template textarea noscript svg math object iframe audio video canvas sup sub meta link xmp plaintext listing',
);
/** Not seen, or so small that the words beside belong together. */
const INVISIBLE = names('script style template noscript sup sub meta link');
const OBJECTS = names('img input embed picture select');
const BLOCKS = names(
  'html head title body address article aside blockquote button caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup label legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul xmp plaintext listing',
);
/** Beside the article: they may say what it says. */
const ASIDES = names('title nav aside footer menu form button option');
/** Data, where they are short. */
const FIELDS = names('td th dt dd li label');
const HEADINGS = names('h1 h2 h3 h4 h5 h6');
/** Makes no sense without its words. */
const REMOVABLE = names('p h1 h2 h3 h4 h5 h6 li figcaption blockquote div');
