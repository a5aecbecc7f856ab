import { IgnoreComments } from './comments.ts';
import { readFrontMatter } from './front-matter.ts';
import { type HtmlEvent, HtmlReader, walkHtml } from './html-walk.ts';
import { extensionsFor } from './markdown-extensions.ts';
import { decodeNamedCharacterReference, parse, postprocess, preprocess } from './markdown-parser.ts';
import type { Prose } from './prose.ts';
import { ProseBuilder } from './prose-builder.ts';

/**
 * Reads the prose of a Markdown document (CommonMark with GitHub's tables, footnotes and links), HTML in it included.
 * Not read: front matter but title, description and the like of YAML, code, link targets and titles, descriptions of pictures, and what `readHtml` does not read.
 * @example
 * readMarkdown('# T**ì**nh \\*ủy').text; // 'Tình *ủy\n'
 */
export function readMarkdown(source: string): Prose {
  const builder = new ProseBuilder(source);
  const comments = new IgnoreComments(builder);
  const html = new HtmlReader(source, builder, comments);
  // The parser leaves a byte order mark out of its offsets.
  const base = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const whole = source.slice(base);
  const front = readFrontMatter(whole);
  const body = whole.slice(0, front.end).replace(/[^\r\n]/g, ' ') + whole.slice(front.end);
  for (const [start, end] of front.values) builder.value(base + start, base + end);
  const events = postprocess(
    parse({ extensions: [extensionsFor(body)] })
      .document()
      .write(preprocess()(body, undefined, true)),
  );
  const named = namingLinks(events);
  const tags = htmlEvents(body, base, events);
  let nextTag = 0;
  // Depth of tokens that hold no prose: while it is not 0, nothing is read.
  let unread = 0;
  // Links hold no links.
  let linkStart = 0;
  const blockStarts: { start: number; count: number; length: number; kept: number; links: number }[] = [];
  for (const [way, token] of events) {
    const start = base + token.start.offset;
    const end = base + token.end.offset;
    const { type } = token;
    if (type === 'htmlFlow' || type === 'htmlText') {
      if (way === 'enter') {
        if (type === 'htmlFlow') builder.break(start);
        for (; nextTag < tags.length && tags[nextTag].start < end; nextTag++)
          html.read(clipped(tags[nextTag], source, start, end));
        if (type === 'htmlFlow') builder.break(end);
        unread++;
      } else unread--;
    } else if (UNREAD.has(type)) {
      if (way === 'enter') {
        if (OBJECTS.has(type) && unread === 0 && html.isReading) builder.object(start);
        if (KEPT.has(type)) builder.keep();
        unread++;
      } else unread--;
    } else if (type === 'link') {
      if (way === 'enter') {
        linkStart = builder.length;
        builder.keep();
      } else {
        builder.link(linkStart);
        if (named.has(token)) builder.freeze(linkStart);
      }
    } else if (BLOCKS.has(type)) {
      builder.break(way === 'enter' ? start : end);
      if (way === 'enter') {
        const { blockCount: count, length, keptCount: kept, linkCount: links } = builder;
        blockStarts.push({ start, count, length, kept, links });
      } else {
        const block = blockStarts.pop()!;
        if (FIELDS.has(type)) builder.field(block.length, block.count);
        if (!REMOVABLE.has(type)) continue;
        if (builder.keptCount > block.kept || builder.linkCount > block.links) builder.share(block.count, block.start);
        else builder.wrap(block.count, ...wholeLines(source, block.start, end));
      }
    } else if (way === 'enter' && unread === 0 && html.isReading) {
      if (type === 'data') builder.run(start, end);
      else if (type === 'lineEnding') builder.space(start, end);
      else if (type === 'hardBreakTrailing' || type === 'hardBreakEscape') builder.break(start);
      else if (type === 'characterEscape') builder.letters(source.slice(start + 1, end), start, end);
      else if (type === 'characterReference') builder.letters(decoded(source.slice(start, end)), start, end);
    }
  }
  comments.finish();
  return builder.finish(encodeMarkdown, true);
}

/** Letters that are none of Markdown's marks; undefined for others, which might change what stands around them. */
export function encodeMarkdown(text: string): string | undefined {
  return /[\\`*_{}[\]<>|~&#\n\r]/.test(text) ? undefined : text;
}

type Events = ReturnType<typeof postprocess>;

/** Links like `[name]` and `[name][]`: their words name a definition, and a change would lose it. */
function namingLinks(events: Events): ReadonlySet<Events[number][1]> {
  const naming = new Set<Events[number][1]>();
  let hasTarget = false;
  for (const [way, token] of events) {
    if (token.type === 'link' && way === 'enter') hasTarget = false;
    else if (token.type === 'resource' || token.type === 'referenceString') hasTarget = true;
    else if (token.type === 'link' && !hasTarget) naming.add(token);
  }
  return naming;
}

/** The tags in a Markdown document: all that is no HTML is blanked, so that one walk sees them with their nesting. */
function htmlEvents(body: string, base: number, events: Events): HtmlEvent[] {
  let masked = '';
  let last = 0;
  for (const [way, token] of events) {
    if (way !== 'enter' || (token.type !== 'htmlFlow' && token.type !== 'htmlText')) continue;
    masked += ' '.repeat(token.start.offset - last) + body.slice(token.start.offset, token.end.offset);
    last = token.end.offset;
  }
  if (last === 0) return [];
  const found: HtmlEvent[] = [];
  walkHtml(masked, (event) => found.push({ ...event, start: base + event.start, end: base + event.end }));
  return found;
}

/** The part of an event that stands in `[start, end)`: text may run on into what was blanked. */
function clipped(event: HtmlEvent, source: string, start: number, end: number): HtmlEvent {
  if (event.kind !== 'text' || event.text.length !== event.end - event.start) return event;
  const from = Math.max(start, event.start);
  const to = Math.max(from, Math.min(end, event.end));
  return { kind: 'text', text: source.slice(from, to), start: from, end: to };
}

function decoded(reference: string): string {
  const name = reference.slice(1, -1);
  if (name[0] !== '#') return decodeNamedCharacterReference(name) || reference;
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return String.fromCodePoint(valid ? code : 0xfffd);
}

/**
 * From the start of a line to its end, with the empty lines after it if there is one before; a block inside a list or
 * quotation stays as it is.
 */
function wholeLines(source: string, start: number, end: number): [start: number, end: number] {
  if (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\ufeff') return [start, end];
  // Else HTML on the line before would run on into what follows.
  const after = start < 2 || EMPTY_LINE_BEFORE.test(source.slice(start - 3, start)) ? EMPTY_LINES : LINE_END;
  after.lastIndex = end;
  return [start, end + (after.exec(source)?.[0].length ?? 0)];
}

const EMPTY_LINE_BEFORE = /\n\r?\n$/;
const EMPTY_LINES = /[ \t]*(?:\r?\n[ \t]*(?=\r?\n|$))*(?:\r?\n)?/y;
const LINE_END = /[ \t]*(?:\r?\n)?/y;

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const UNREAD = names(
  'codeFenced codeIndented codeText autolink literalAutolink image definition resource reference gfmFootnoteCall gfmFootnoteDefinitionLabel taskListCheck',
);
/** Of these, what stands in the line of reading. */
const OBJECTS = names('codeText autolink literalAutolink image');
/** Of these, what is lost if it goes with the words around it. */
const KEPT = names('codeText autolink literalAutolink image gfmFootnoteCall');
const BLOCKS = names(
  'paragraph atxHeading setextHeading tableHeader tableData listOrdered listUnordered listItemPrefix gfmFootnoteDefinition codeFenced codeIndented thematicBreak',
);
/** Data, where they are short. */
const FIELDS = names('tableHeader tableData listOrdered listUnordered');
const REMOVABLE = names('paragraph atxHeading setextHeading');
