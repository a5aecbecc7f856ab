import { IgnoreComments } from './comments.ts';
import { HtmlReader, walkHtml } from './html-walk.ts';
import type { Prose } from './prose.ts';
import { ProseBuilder } from './prose-builder.ts';

/**
 * Reads the prose of an HTML page or of a piece of one, and its description for search results and where it is shared
 * (`meta`). Not read: all other tags and attributes, `script`, `style`, `code`, `pre`
 * and the like, `translate="no"`, `lang` other than Vietnamese, `data-hieudinh="off"`. Linear; never throws.
 * @example
 * readHtml('<p>T<b>ì</b>nh &#7911;y</p>').text; // 'Tình ủy\n'
 */
export function readHtml(source: string): Prose {
  const builder = new ProseBuilder(source);
  const comments = new IgnoreComments(builder);
  const reader = new HtmlReader(source, builder, comments);
  walkHtml(source, (event) => reader.read(event));
  comments.finish();
  return builder.finish(encodeHtml);
}

/** Letters as a page has to write them. */
export function encodeHtml(text: string): string {
  return text.replace(/[&<>\u00a0]/g, (letter) => ENTITIES[letter]);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };
