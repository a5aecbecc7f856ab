/** Lines of a text, for turning offsets into line and column. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: number[];

  constructor(text: string) {
    this.#text = text;
    // A byte order mark is in no column.
    this.#starts = [text.startsWith('\ufeff') ? 1 : 0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Line and column of an offset, both counted from 1, the column in UTF-16 units as editors and SARIF count. */
  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(1, offset - this.#starts[low] + 1) };
  }

  /** A line without its end, counted from 1. */
  line(number: number): string {
    const end = this.#starts[number];
    return this.#text.slice(this.#starts[number - 1], end === undefined ? undefined : end - 1).replace(/\r$/, '');
  }
}
