import type { Finding } from '../finding.ts';
import { applyChanges, OffsetMap } from '../unicode/index.ts';
import type { Places, Stretches } from './analysis.ts';

/** How far from a mended place a text is read again, in code units: more than the language models see of it. */
const NEAR = 60;

/** A text with the best suggestion of each finding in place, to be read again where that may tell more. */
export class MendedText implements Places {
  readonly text: string;
  /** Stretches of {@link text} around what was put in. */
  readonly near: Stretches;
  /** What stood there: said again elsewhere, a word stands out more when it is mended here. */
  readonly words: readonly string[];
  readonly #findings: readonly Finding[];
  readonly #map: OffsetMap;
  /** What was put in, by ascending position, in {@link text}. */
  readonly #spans: Stretches;
  /** Which of them starts where; those that hold nothing are left out. */
  readonly #spanAt: Map<number, number> = new Map();

  /** @param findings of `text`, by ascending position, without overlap */
  constructor(text: string, findings: readonly Finding[]) {
    const edits = findings.map(({ start, end, original, suggestions }) => {
      return { start, end, original, replacement: suggestions[0].text };
    });
    this.text = applyChanges(text, edits);
    this.words = findings.map(({ original }) => original.trim());
    this.#findings = findings;
    this.#map = new OffsetMap(edits);
    let shift = 0;
    this.#spans = edits.map(({ start, end, replacement }, k) => {
      const from = start + shift;
      if (replacement !== '') this.#spanAt.set(from, k);
      shift += replacement.length - (end - start);
      return [from, from + replacement.length];
    });
    const near: [number, number][] = [];
    for (const [start, end] of this.#spans) {
      const last = near.at(-1);
      if (last !== undefined && start - NEAR <= last[1]) last[1] = end + NEAR;
      else near.push([start - NEAR, end + NEAR]);
    }
    this.near = near;
  }

  /** What stood in the place of `[start, end)` of {@link text}, where that is just what was put in. */
  originalOf(start: number, end: number): string | undefined {
    const k = this.#spanAt.get(start);
    return k !== undefined && this.#spans[k][1] === end ? this.#findings[k].original : undefined;
  }

  /**
   * The findings of both readings, in the text as it was read first. Where the second mends just what the first put in,
   * it has the last word, and where that is what stood there, nothing was wrong; what else it finds there is left out.
   * @param again findings of {@link text}, by ascending position
   */
  withSecondReading(again: readonly Finding[]): Finding[] {
    const first = [...this.#findings];
    const more: Finding[] = [];
    let k = 0;
    for (const finding of again) {
      while (k < first.length && this.#spans[k][1] <= finding.start) k++;
      if (k === first.length || finding.end <= this.#spans[k][0]) {
        const start = this.#map.toOriginal(finding.start);
        more.push({ ...finding, start, end: start + finding.end - finding.start });
      } else if (this.originalOf(finding.start, finding.end) !== undefined) {
        first[k] = { ...finding, start: first[k].start, end: first[k].end };
      }
    }
    return [...first.filter(({ original, suggestions }) => suggestions[0].text !== original), ...more].sort(
      (a, b) => a.start - b.start,
    );
  }
}
