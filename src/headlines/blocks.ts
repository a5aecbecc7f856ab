/** A piece of a document: a line, a paragraph, a cell. */
export interface Block {
  readonly text: string;
  /** UTF-16 offsets `[start, end)` in the whole text. */
  readonly start?: number;
  readonly end?: number;
  /** What the caller knows it to be, for instance `'headline'`; goes into the answer. */
  readonly kind?: string;
}

/** A {@link Block} of a text, with its offsets. */
export interface TextBlock extends Block {
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * The lines of a text that hold anything, white space at both ends left out.
 * @example
 * splitBlocks('a\n\n b')[1]; // { text: 'b', start: 4, end: 5, line: 3 }
 */
export function splitBlocks(text: string): TextBlock[] {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: splitBlocks needs a string, got ${typeof text}`);
  const blocks: TextBlock[] = [];
  let line = 1;
  for (let from = 0; from <= text.length; line++) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const whole = text.slice(from, to);
    const trimmed = whole.trim();
    if (trimmed !== '') {
      const start = from + whole.length - whole.trimStart().length;
      blocks.push({ text: trimmed, start, end: start + trimmed.length, line });
    }
    from = to + 1;
  }
  return blocks;
}
