/** A piece of LanguageTool's annotated text: what is read, or what stands between. */
export type Annotation =
  | { readonly text: string }
  | {
      readonly markup: string;
      /** What a reader sees in its place, for instance `\n\n` for `<p>`. Default: nothing. */
      readonly interpretAs?: string;
    };

/** A text that was cut out of its markup, with the way back. */
export class AnnotatedText {
  /** What is checked. */
  readonly text: string;
  readonly #pieces: readonly Piece[];

  /** @throws {TypeError} if a piece is neither text nor markup */
  constructor(annotations: readonly Annotation[]) {
    const pieces: Piece[] = [];
    let text = '';
    let source = 0;
    for (const [index, piece] of annotations.entries()) {
      const { text: read, markup, interpretAs = '' } = (piece ?? {}) as Partial<Record<string, string>>;
      const written = read ?? markup;
      const seen = read ?? interpretAs;
      if (typeof written !== 'string' || typeof seen !== 'string' || (read !== undefined && markup !== undefined)) {
        throw new TypeError(`hieudinh: annotation ${index} was ${JSON.stringify(piece)}, expected text or markup`);
      }
      const isText = read !== undefined;
      if (seen !== '') {
        pieces.push({
          start: text.length,
          source,
          end: text.length + seen.length,
          sourceLength: written.length,
          isText,
        });
      }
      text += seen;
      source += written.length;
    }
    this.text = text;
    this.#pieces = pieces;
  }

  /**
   * The part of the source, text and markup together, from the first unit of `[start, end)` to its last. Undefined where
   * it holds no letter of the text.
   */
  toSource(start: number, end: number): [start: number, end: number] | undefined {
    let from = this.#firstEndingAfter(start);
    let to = from;
    while (to < this.#pieces.length && this.#pieces[to].start < end) to++;
    while (from < to && !this.#pieces[from].isText) from++;
    while (from < to && !this.#pieces[to - 1].isText) to--;
    if (from === to) return undefined;
    const first = this.#pieces[from];
    const last = this.#pieces[to - 1];
    return [
      first.source + Math.max(0, start - first.start),
      last.source + Math.min(last.sourceLength, end - last.start),
    ];
  }

  /** By bisection: a page may be cut into as many pieces as it has findings and sentences, and each of these is asked for. */
  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pieces[middle].end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** A piece that gives any text; of one unit each side where it is text. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly source: number;
  readonly sourceLength: number;
  readonly isText: boolean;
}
