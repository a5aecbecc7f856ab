import type { SourceText } from '../check/index.ts';
import { ProseBuilder } from '../documents/prose-builder.ts';

/** The part of textlint's syntax tree that is read here. */
export interface SyntaxNode {
  readonly type: string;
  readonly range: readonly [start: number, end: number];
  readonly value?: unknown;
  readonly children?: readonly SyntaxNode[];
}

/** Nodes that stand in a line of text; all others begin and end a block. */
const INLINE: ReadonlySet<string> = new Set(['Emphasis', 'Strong', 'Delete', 'Link', 'LinkReference', 'Text']);
/** Nodes that are not read, but stand between words. */
const OBJECTS: ReadonlySet<string> = new Set(['Code', 'Image', 'ImageReference', 'FootnoteReference']);
const UNREAD: ReadonlySet<string> = new Set([
  'CodeBlock',
  'Comment',
  'Html',
  'HtmlBlock',
  'Definition',
  'HorizontalRule',
]);

/** The prose of a document in any format that textlint has a parser for: what its `Str` nodes hold. */
export function readSyntaxTree(source: string, root: SyntaxNode): SourceText {
  const builder = new ProseBuilder(source);
  const read = (node: SyntaxNode): void => {
    const [start, end] = node.range;
    if (UNREAD.has(node.type)) return;
    if (OBJECTS.has(node.type)) builder.object(start);
    else if (node.type === 'Str') {
      if (typeof node.value !== 'string' || source.slice(start, end) === node.value) builder.run(start, end);
      else builder.letters(node.value, start, end);
    } else if (node.type === 'Break') builder.space(start, end);
    else {
      const isBlock = !INLINE.has(node.type);
      if (isBlock) builder.break(start);
      for (const child of node.children ?? []) read(child);
      if (isBlock) builder.break(end);
    }
  };
  read(root);
  return builder.finish(encodeLetters, true);
}

/** Letters, digits and spaces mean the same in every format; what other signs would mean is not known here. */
function encodeLetters(text: string): string | undefined {
  return /^[\p{L}\p{M}\p{N} ]*$/u.test(text) ? text : undefined;
}
