import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MisspelledLines } from './misspellings.ts';
import type { PlantedError } from './noise.ts';

/** What a proof-reader said of one place: `[start, end)` in UTF-16 units of the line. */
export interface Judgement {
  readonly start: number;
  readonly end: number;
  /** What should stand there, empty for a word too many; undefined where nobody can say. */
  readonly right: string | undefined;
}

/** A text that stands as it was printed, with what was said of it. */
export interface JudgedText {
  readonly text: string;
  readonly judgements: readonly Judgement[];
}

/**
 * Verdicts on places of held-out lines, so that a ranker learns from mistakes that were printed and from what only looks
 * like one. The lines belong to their publishers and are not kept: a verdict names its line by a hash.
 */
export class Judgements {
  readonly #byLine: Map<string, Judgement[]> = new Map();
  readonly #misspelled: MisspelledLines | undefined;

  /**
   * @param table rows of `line<TAB>start<TAB>end<TAB>verdict`: `=` right as it is, `?` undecidable, `-` a word too many,
   *   else the words that should stand there; lines that start with `#` are comments
   * @param misspelled says what is misspelt in any line, whether somebody judged it or not
   * @throws RangeError for a row that is not of this form
   */
  constructor(table: string, misspelled?: MisspelledLines) {
    this.#misspelled = misspelled;
    table.split('\n').forEach((row, index) => {
      if (row === '' || row.startsWith('#')) return;
      const [line, start, end, verdict, ...rest] = row.split('\t');
      if (!/^\d+$/.test(start ?? '') || !/^\d+$/.test(end ?? '') || !verdict || rest.length > 0)
        throw new RangeError(`hieudinh: judgements, line ${index + 1}: expected line, start, end, verdict`);
      const list = this.#byLine.get(line) ?? [];
      list.push({ start: Number(start), end: Number(end), right: verdict === '-' ? '' : verdict });
      this.#byLine.set(line, list);
    });
  }

  static read(file: string, misspelled?: MisspelledLines): Judgements {
    return new Judgements(readFileSync(file, 'utf8').normalize('NFC'), misspelled);
  }

  /** What was said of a line, in its order. */
  of(line: string): Judgement[] {
    const judged = (this.#byLine.get(lineKey(line)) ?? []).map(({ start, end, right }) => ({
      start,
      end,
      right: right === '?' ? undefined : right === '=' ? line.slice(start, end) : right,
    }));
    const others = (this.#misspelled?.of(line) ?? []).filter(
      ({ start, end }) => !judged.some((other) => other.start < end && start < other.end),
    );
    return others.length === 0 ? judged : [...judged, ...others].sort((a, b) => a.start - b.start);
  }

  /** A document of several lines, with what was said of all of them. */
  ofDocument(lines: readonly string[]): JudgedText {
    const judgements: Judgement[] = [];
    let text = '';
    for (const line of lines) {
      for (const { start, end, right } of this.of(line))
        judgements.push({ start: start + text.length, end: end + text.length, right });
      text += `${line}\n`;
    }
    return { text, judgements };
  }

  /** A line without the mistakes that were found in it. */
  corrected(line: string): string {
    let out = '';
    let last = 0;
    for (const { start, end, right } of this.of(line)) {
      if (right === undefined || start < last) continue;
      out += line.slice(last, start) + right;
      // A word too many takes the space after it along.
      last = right === '' && line[end] === ' ' ? end + 1 : end;
    }
    return out + line.slice(last);
  }
}

/** The mistakes among judgements. */
export function mistakesOf({ text, judgements }: JudgedText): PlantedError[] {
  return judgements.flatMap(({ start, end, right }) =>
    right === undefined || right === text.slice(start, end) ? [] : [{ start, end, right }],
  );
}

/** The first 12 hexadecimal digits of a line's SHA-256. */
export function lineKey(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 12);
}
