import { NATIVE_FORMS, type UnicodeForms } from './compose.ts';
import { run } from './normalize.ts';
import {
  compileOptions,
  IY_TO_I,
  IY_TO_Y,
  type NormalizeOptions,
  type Settings,
  STYLE_MAJORITY,
  TEXT_LEVEL,
} from './options.ts';

/** Normalises text that comes in chunks; see {@link createNormalizeStream}. */
export interface NormalizeStream {
  /** Takes the next chunk and gives what is ready, perhaps nothing. */
  push(chunk: string): string;
  /** Gives the rest. The stream may be used again from the start afterwards. */
  end(): string;
}

/**
 * {@link normalize} for text that comes in chunks, cut anywhere: in a word, between a letter and its marks, in a
 * surrogate pair. All outputs joined are what `normalize` gives for all inputs joined.
 *
 * What is held back: with word fixers the last word; with the fixers that look across lines (`spacing`, `hyphenation`,
 * `lineJoin`, `iy`) the last paragraph, up to an empty line; with `toneStyle: 'majority'` everything, since only the
 * whole text tells.
 * @throws RangeError where an option has an unknown value; `push` throws a TypeError for what is no string
 * @example
 * const stream = createNormalizeStream();
 * stream.push('Viê') + stream.push('\u0323t Nam') + stream.end(); // 'Việt Nam'
 */
export function createNormalizeStream(options?: NormalizeOptions): NormalizeStream {
  return createStream(compileOptions(options), NATIVE_FORMS);
}

/** {@link createNormalizeStream} as a Web stream of strings, to pipe through. */
export function createNormalizeTransform(options?: NormalizeOptions): TransformStream<string, string> {
  const stream = createNormalizeStream(options);
  const emit = (controller: TransformStreamDefaultController<string>, text: string): void => {
    if (text !== '') controller.enqueue(text);
  };
  return new TransformStream<string, string>({
    transform: (chunk, controller) => emit(controller, stream.push(chunk)),
    flush: (controller) => emit(controller, stream.end()),
  });
}

/** {@link createNormalizeStream} on compiled options, with any implementation of the Unicode forms. */
export function createStream(settings: Settings, forms: UnicodeForms): NormalizeStream {
  const byParagraph = (settings & (TEXT_LEVEL | IY_TO_I | IY_TO_Y)) !== 0;
  const whole = (settings & STYLE_MAJORITY) !== 0;
  // Pieces are joined only when one can be cut, so that many small chunks cost no quadratic time.
  let pieces: string[] = [];
  let held = '';
  let tail = '';
  const take = (upTo: number): string => {
    const ready = held.slice(0, upTo);
    pieces = upTo < held.length ? [held.slice(upTo)] : [];
    return run(ready, settings, forms, undefined);
  };
  return {
    push(chunk: string): string {
      if (typeof chunk !== 'string') throw new TypeError(`hieudinh: push needs a string, got ${typeof chunk}`);
      pieces.push(chunk);
      const recent = tail + chunk;
      tail = recent.slice(-2);
      if (whole || !(byParagraph ? recent.includes('\n\n') : /[\n ]/.test(chunk))) return '';
      held = pieces.join('');
      pieces = [held];
      const cut = byParagraph ? paragraphCut(held) : wordCut(held);
      return cut > 0 ? take(cut) : '';
    },
    end(): string {
      held = pieces.join('');
      tail = '';
      return take(held.length);
    },
  };
}

/** Behind the last space or line end: nothing composes across it. */
function wordCut(text: string): number {
  return Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1;
}

/** Behind the last empty line, where what follows is known to be text: no fixer looks across it. */
function paragraphCut(text: string): number {
  const at = text.lastIndexOf('\n\n');
  return at + 2 < text.length && at >= 0 ? at + 2 : 0;
}
