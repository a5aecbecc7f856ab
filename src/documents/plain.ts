import { type InlineIgnore, PlainText, type SourceText } from '../check/index.ts';
import type { Edit } from '../finding.ts';
import { IgnoreComments, type IgnoreSink } from './comments.ts';

/** Reads a text without markup. Only the comments that silence rules are no prose in it. */
export function readPlain(source: string): SourceText {
  return COMMENT.test(source) ? new CommentedText(source) : new PlainText(source);
}

const COMMENT = /<!--\s*hieudinh-(?:disable|enable)/;

/** A text with such comments: they are masked unit by unit, so that all offsets stay. */
class CommentedText extends PlainText {
  override readonly ignores: readonly InlineIgnore[];
  override readonly text: string;

  constructor(source: string) {
    super(source);
    const sink = new PlainSink(source);
    const comments = new IgnoreComments(sink);
    let text = '';
    let last = 0;
    for (const match of source.matchAll(/<!--(.*?)-->/gs)) {
      if (!COMMENT.test(match[0])) continue;
      const end = match.index + match[0].length;
      sink.length = end;
      comments.read(match[1], match.index, end);
      text += source.slice(last, match.index) + match[0].replace(/[^\r\n]/g, '\ufffc');
      last = end;
    }
    sink.length = source.length;
    comments.finish();
    this.text = text + source.slice(last);
    this.ignores = sink.ignores;
  }

  override editInSource(start: number, end: number, replacement: string): Edit {
    const original = this.source.slice(start, end);
    return { start, end, original, replacement: original === this.text.slice(start, end) ? replacement : original };
  }
}

class PlainSink implements IgnoreSink {
  length = 0;
  readonly ignores: InlineIgnore[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  ignore(rules: readonly string[] | undefined, start: number, sourceStart: number, sourceEnd: number): void {
    this.ignores.push({ rules, start, end: this.length, sourceStart, sourceEnd });
  }

  /** To the end of the next line that holds anything, or of this one. */
  ignoreNext(rules: readonly string[] | undefined, sourceStart: number, sourceEnd: number): void {
    const start = this.length;
    const rest = /\S/.exec(this.#source.slice(start));
    const from = start + (rest?.index ?? 0);
    const line = this.#source.indexOf('\n', from);
    this.ignores.push({ rules, start, end: line < 0 ? this.#source.length : line, sourceStart, sourceEnd });
  }
}
