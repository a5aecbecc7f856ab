import { type InlineIgnore, PlainText, type SourceText } from '../check/index.ts';
import { lineRemoval } from '../check/source-text.ts';
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
    for (let start = source.indexOf('<!--'); start >= 0; ) {
      const close = source.indexOf('-->', start + 4);
      // Nor is any later one closed.
      if (close < 0) break;
      const end = close + 3;
      const comment = source.slice(start, end);
      if (COMMENT.test(comment)) {
        sink.length = end;
        comments.read(source.slice(start + 4, close), start, end);
        text += source.slice(last, start) + comment.replace(/[^\r\n]/g, '\ufffc');
        last = end;
      }
      start = source.indexOf('<!--', end);
    }
    sink.length = source.length;
    comments.finish();
    this.text = text + source.slice(last);
    this.ignores = sink.ignores;
  }

  override editInSource(start: number, end: number, replacement: string): Edit | undefined {
    const original = this.source.slice(start, end);
    return original === this.text.slice(start, end) ? { start, end, original, replacement } : undefined;
  }

  /** A comment in the line goes with it. */
  override removalInSource(start: number, end: number): Edit {
    return lineRemoval(this.source, start, end);
  }
}

class PlainSink implements IgnoreSink {
  length = 0;
  readonly ignores: InlineIgnore[] = [];
  readonly #source: string;
  #lineEnd = -1;

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
    // Comments come in their order, and a line may hold many.
    if (this.#lineEnd < from) this.#lineEnd = endOfLine(this.#source, from);
    this.ignores.push({ rules, start, end: this.#lineEnd, sourceStart, sourceEnd });
  }
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}
