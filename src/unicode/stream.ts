import { nativeForms, type UnicodeForms } from './compose.ts';
import { run } from './normalize.ts';
import { compileOptions, type NormalizeOptions, type Settings, STYLE_MAJORITY, TEXT_LEVEL } from './options.ts';
import { requireString } from './units.ts';

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
  return createStream(compileOptions(options), nativeForms);
}

/** {@link createNormalizeStream} as a Web stream of strings, to pipe through. */
export function createNormalizeTransform(options?: NormalizeOptions): TransformStream<string, string> {
  const stream = createNormalizeStream(options);
  const emit = (controller: TransformStreamDefaultController<string>, text: string): void => {
    if (text) controller.enqueue(text);
  };
  return new TransformStream<string, string>({
    transform: (chunk, controller) => emit(controller, stream.push(chunk)),
    flush: (controller) => emit(controller, stream.end()),
  });
}

/** All up to the last empty line before a unit of text: no fixer looks across it. */
const PARAGRAPHS = /^.*\n\r?\n(?=[^\r\n])/s;
/** All up to the last space or line end: nothing composes across it. */
const WORDS = /^.*[ \n]/s;

/** {@link createNormalizeStream} on compiled options, with any implementation of the Unicode forms. */
export function createStream(settings: Settings, forms: UnicodeForms): NormalizeStream {
  const ready = settings & TEXT_LEVEL ? PARAGRAPHS : WORDS;
  // The host joins the chunks when a cut is looked for, so that many small ones cost no quadratic time.
  let held = '';
  let tail = '';
  const take = (upTo: number): string => {
    const taken = held.slice(0, upTo);
    held = held.slice(upTo);
    return run(taken, settings, forms);
  };
  return {
    push(chunk: string): string {
      requireString(chunk, 'push');
      held += chunk;
      const recent = tail + chunk;
      tail = recent.slice(-3);
      const found = ready.exec(recent);
      return found && !(settings & STYLE_MAJORITY) ? take(held.length - recent.length + found[0].length) : '';
    },
    end(): string {
      tail = '';
      return take(held.length);
    },
  };
}
