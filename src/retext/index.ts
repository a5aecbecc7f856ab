import { resolve } from 'node:path';
import { type CheckOptions, checkSource, type SourceText } from '../check/index.ts';
import { LineIndex } from '../check/positions.ts';
import { cachedHouseStyle } from '../config/cached-house-style.ts';
import type { Corrector } from '../correct/types.ts';
import { readPlain } from '../documents/plain.ts';
import { ProseBuilder } from '../documents/prose-builder.ts';
import { cachedCorrector } from '../load/cached-corrector.ts';
import type { LoadOptions } from '../load/load.ts';
import { requireLanguage } from '../report/language.ts';

/** Options of the plugin. */
export interface RetextHieudinhOptions extends LoadOptions {
  /** A corrector that is there already. Default: one from the standard dictionary, with the options beside. */
  readonly corrector?: Corrector;
  /** As in `check`: names, or severities by name. Default: all that are on by default. */
  readonly rules?: CheckOptions['rules'];
  /** Language of the messages. Default `vi`. */
  readonly language?: 'en' | 'vi';
  /** A `hieudinh.config.json` for all files; `false` for none. Default: the nearest above each file that has a path. */
  readonly config?: string | false;
}

/** The part of a natural language tree (nlcst) that is read here. */
export interface ProseNode {
  readonly type: string;
  readonly value?: unknown;
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
  readonly children?: readonly ProseNode[];
}

/** What the plugin uses of a vfile. */
export interface MessageFile {
  readonly path?: string;
  readonly cwd?: string;
  toString(): string;
  // biome-ignore lint/suspicious/noExplicitAny: vfile's own types are not needed to run, so they are not named
  message(reason: string, options: any): any;
}

/**
 * A retext plugin: a message for each finding, with `actual`, `expected`, `ruleId` and `note`; `fatal` is false for errors
 * and warnings, and undefined for style. Behind `remark-retext` or `rehype-retext` places are those of the Markdown or the
 * HTML.
 * @throws RangeError for a language that there is not; and as `loadCorrector` does, for the first file
 * @example
 * import retextHieudinh from 'hieudinh/retext';
 * unified().use(retextLatin).use(retextHieudinh, { profile: 'typed' }).use(retextStringify);
 */
// biome-ignore lint/suspicious/noExplicitAny: a tree of any type may be given, and what is no prose is not read
export default function retextHieudinh(options: RetextHieudinhOptions = {}): (tree: any, file: MessageFile) => void {
  const { rules, language = 'vi', level, profile } = options;
  requireLanguage(language);
  return (tree: ProseNode, file: MessageFile): void => {
    const source = file.toString();
    const corrector = options.corrector ?? cachedCorrector(options);
    const path = file.path === undefined ? undefined : resolve(file.cwd ?? '.', file.path);
    const house = path === undefined ? {} : cachedHouseStyle(options.config).optionsOf(path, 'check');
    // A tree of a plain text holds it all; spaces, which a browser would collapse, matter there.
    const prose = textOf(tree) === source ? readPlain(source) : readTree(source, tree);
    const { findings } = checkSource(prose, {
      ...house,
      corrector,
      ...(rules !== undefined && { rules }),
      ...(level !== undefined && { level }),
      ...(profile !== undefined && { profile }),
    });
    const lines = new LineIndex(source);
    const pointOf = (offset: number): object => ({ ...lines.position(offset), offset });
    for (const { rule, severity, start, end, original, message, messageVi, note, suggestions } of findings) {
      const reason = language === 'vi' ? (messageVi ?? message) : message;
      const told = file.message(reason, {
        place: { start: pointOf(start), end: pointOf(end) },
        source: 'hieudinh',
        ruleId: rule,
      });
      if (severity === 'info') told.fatal = undefined;
      told.actual = original;
      told.expected = suggestions.map(({ text }) => text);
      if (note !== undefined) told.note = note;
    }
  };
}

function textOf(node: ProseNode): string {
  return node.children?.map(textOf).join('') ?? (typeof node.value === 'string' ? node.value : '');
}

/** The prose of a tree: its leaves, in paragraphs; what is `SourceNode` (code, a picture) stands between words unread. */
function readTree(source: string, root: ProseNode): SourceText {
  const builder = new ProseBuilder(source);
  const read = (node: ProseNode): void => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (node.children !== undefined) {
      const isBlock = node.type === 'ParagraphNode' || node.type === 'RootNode';
      if (isBlock) builder.break(start ?? 0);
      for (const child of node.children) read(child);
      if (isBlock) builder.break(end ?? source.length);
    } else if (start !== undefined && end !== undefined) {
      if (node.type === 'SourceNode') builder.object(start);
      else if (source.slice(start, end) === node.value) builder.run(start, end);
      else if (typeof node.value === 'string') builder.letters(node.value, start, end);
    }
  };
  read(root);
  return builder.finish((text) => text);
}
