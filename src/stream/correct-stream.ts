import type { Corrector, CorrectorOptions } from '../correct/types.ts';
import { type NormalizeOptions, normalize } from '../unicode/index.ts';

/** Settings of {@link createCorrectStream}. */
export interface CorrectStreamOptions extends CorrectorOptions {
  /** Normalises each text before it is corrected, with these settings. Default: not, and untouched letters stay as they are. */
  readonly normalize?: NormalizeOptions;
  /**
   * What is corrected on its own: a `line`, whatever the chunks, or each `chunk` as it comes, for streams of whole texts.
   * Default `line`.
   */
  readonly by?: 'line' | 'chunk';
}

/**
 * A Web stream that corrects the strings piped through it, for edge servers and browsers. By line, the output joined is
 * what `correct` gives for each line with its end kept, however the input is cut; no more is held than the line that has
 * not ended yet. A carriage return is a part of the line's end.
 * @throws {RangeError} if `by` has no such value; a chunk that is no string breaks the stream with a TypeError
 * @example
 * response.body.pipeThrough(new TextDecoderStream()).pipeThrough(createCorrectStream(corrector, { profile: 'ocr' }));
 */
export function createCorrectStream(
  corrector: Corrector,
  options: CorrectStreamOptions = {},
): TransformStream<string, string> {
  const { normalize: forms, by = 'line', ...own } = options;
  if (by !== 'line' && by !== 'chunk') {
    throw new RangeError(`hieudinh: by was "${String(by)}", expected line or chunk`);
  }
  const treat = (text: string): string =>
    corrector.correct(forms === undefined ? text : normalize(text, forms), own).text;
  if (by === 'chunk') {
    return new TransformStream<string, string>({
      transform: (chunk, controller) => controller.enqueue(treat(stringOf(chunk))),
    });
  }
  // Parts of a line that no chunk has ended yet: joined once, so that a long line costs linear time.
  let open: string[] = [];
  return new TransformStream<string, string>({
    transform(chunk, controller) {
      const cut = stringOf(chunk).lastIndexOf('\n') + 1;
      if (cut > 0) {
        open.push(chunk.slice(0, cut));
        controller.enqueue(treatLines(open.join(''), treat));
        open = [];
      }
      if (cut < chunk.length) open.push(chunk.slice(cut));
    },
    flush(controller) {
      const rest = open.join('');
      open = [];
      if (rest !== '') controller.enqueue(treatLines(rest, treat));
    },
  });
}

function treatLines(text: string, treat: (line: string) => string): string {
  let out = '';
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from);
    const next = found < 0 ? text.length : found + 1;
    let end = found < 0 ? text.length : found;
    if (found > from && text.charCodeAt(found - 1) === 0x0d) end--;
    out += treat(text.slice(from, end)) + text.slice(end, next);
    from = next;
  }
  return out;
}

function stringOf(chunk: string): string {
  if (typeof chunk !== 'string') throw new TypeError(`hieudinh: the stream needs strings, got ${typeof chunk}`);
  return chunk;
}
