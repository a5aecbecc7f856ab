import type { Finding } from '../finding.ts';
import type { Places, Stretches } from './analysis.ts';

/** How far from a mended place a text is read again, in code units: more than the language models see of it. */
const NEAR = 60;

/** A text with the best suggestion of each finding in place, and where its parts stand in the text that was read. */
export interface MendedText extends Places {
  readonly text: string;
  /** What was put in, by ascending position, in `text`. */
  readonly spans: Stretches;
  /** Stretches of `text` around what was put in. */
  readonly near: Stretches;
  /** What stood there: said again elsewhere, a word stands out more when it is mended here. */
  readonly words: readonly string[];
  /** Offset in the text that was read of an offset in `text` outside the spans. */
  toOriginal(offset: number): number;
  /** What stood in the place of `[start, end)` of `text`, where that is just what was put in. */
  originalOf(start: number, end: number): string | undefined;
}

/** Applies findings that do not overlap, by ascending position, to the text that they were made in. */
export function mend(text: string, findings: readonly Finding[]): MendedText {
  const spans: [number, number][] = [];
  const near: [number, number][] = [];
  const shifts: number[] = [];
  let out = '';
  let last = 0;
  for (const { start, end, suggestions } of findings) {
    out += text.slice(last, start);
    const from = out.length;
    out += suggestions[0].text;
    last = end;
    spans.push([from, out.length]);
    shifts.push(end - out.length);
    const previous = near.at(-1);
    if (previous !== undefined && from - NEAR <= previous[1]) previous[1] = out.length + NEAR;
    else near.push([from - NEAR, out.length + NEAR]);
  }
  return {
    text: out + text.slice(last),
    spans,
    near,
    words: findings.map(({ original }) => original.trim()),
    toOriginal(offset) {
      let shift = 0;
      for (let k = 0; k < spans.length && spans[k][1] <= offset; k++) shift = shifts[k];
      return offset + shift;
    },
    originalOf(start, end) {
      const k = spans.findIndex((span) => span[0] === start && span[1] === end);
      return k < 0 ? undefined : findings[k].original;
    },
  };
}
