import type { Edit } from '../finding.ts';

/** One replacement that normalisation made, in the coordinates of the caller's text, with the fixers that took part. */
export interface NormalizeChange extends Edit {
  /** Names of the fixers, in the order in which they ran. */
  readonly fixers: readonly string[];
}

/**
 * Applies changes to the text that they were made for.
 * @throws RangeError where a change does not fit the text: out of order, or the text there is not `original`
 */
export function applyChanges(text: string, changes: readonly Edit[]): string {
  let out = '';
  let last = 0;
  for (const { start, end, original, replacement } of changes) {
    if (start < last || text.slice(start, end) !== original) {
      throw new RangeError(`hieudinh: the change at ${start} does not fit this text, expected "${original}" there`);
    }
    out += text.slice(last, start) + replacement;
    last = end;
  }
  return out + text.slice(last);
}

/**
 * Joins two rounds of changes into one: `first` leads from `text` to `middle`, `second` from `middle` on. Changes that
 * share no code unit stay apart, so that the map stays as fine as the fixers were. Linear in the number of changes.
 */
export function composeChanges(
  text: string,
  first: readonly NormalizeChange[],
  middle: string,
  second: readonly NormalizeChange[],
): readonly NormalizeChange[] {
  if (first.length === 0) return second;
  // How far `middle` is ahead of `text`, at last behind the whole of `first`.
  let ahead = 0;
  const placed = first.map(({ start, original, replacement, fixers }) => {
    const at = start + ahead;
    ahead += replacement.length - original.length;
    return { start: at, end: at + replacement.length, ahead, fixers };
  });
  // Stable, and two sorted runs are merged in linear time.
  const both = [...placed, ...second].sort((a, b) => a.start - b.start);
  const out: NormalizeChange[] = [];
  ahead = 0;
  for (let i = 0; i < both.length; ) {
    // A group: changes that share units of `middle`, in which they take `[start, end)`.
    const { start } = both[i];
    let end = start;
    const from = start - ahead;
    const fixers: string[] = [];
    const later: string[] = [];
    let replacement = '';
    let last = start;
    do {
      const one = both[i++];
      end = Math.max(end, one.end);
      if ('ahead' in one) {
        ahead = one.ahead;
        fixers.push(...one.fixers);
      } else {
        later.push(...one.fixers);
        replacement += middle.slice(last, one.start) + one.replacement;
        last = one.end;
      }
    } while (both[i]?.start < end);
    replacement += middle.slice(last, end);
    const original = text.slice(from, end - ahead);
    if (original !== replacement) {
      out.push({ start: from, end: end - ahead, original, replacement, fixers: [...new Set([...fixers, ...later])] });
    }
  }
  return out;
}

/** All changes since the caller's text. */
export interface ChangeLog {
  readonly original: string;
  changes: readonly NormalizeChange[];
}

/** The text with changes made, which go to the log where there is one. */
export function commit(text: string, changes: readonly NormalizeChange[], log?: ChangeLog): string {
  if (changes.length === 0) return text;
  if (log) log.changes = composeChanges(log.original, log.changes, text, changes);
  return applyChanges(text, changes);
}

/**
 * Where an offset of one text lies in the other; offsets are UTF-16 code units, 0 to the length inclusive. Both
 * directions never decrease.
 *
 * An offset strictly inside what a change replaced has no exact partner: as a `'start'` it goes to the start of the
 * change, as an `'end'` to its end. Where a change only took something out (a zero-width character), a `'start'` at
 * that place goes behind what was taken out and an `'end'` before it.
 */
export class OffsetMap {
  /** Starts and ends in the caller's text, then in the normalised one, four numbers a change. */
  readonly #points: Float64Array;

  constructor(changes: readonly Edit[]) {
    const points = new Float64Array(changes.length * 4);
    let shift = 0;
    let at = 0;
    for (const { start, end, replacement } of changes) {
      points[at++] = start;
      points[at++] = end;
      points[at++] = start + shift;
      shift += replacement.length - (end - start);
      points[at++] = end + shift;
    }
    this.#points = points;
  }

  /** Is every offset its own partner? */
  get isIdentity(): boolean {
    return this.#points.length === 0;
  }

  /** Offset in the caller's text of an offset in the normalised text. */
  toOriginal(offset: number, side: 'start' | 'end' = 'start'): number {
    return this.#convert(offset, side, 2);
  }

  /** Offset in the normalised text of an offset in the caller's text. */
  toNormalized(offset: number, side: 'start' | 'end' = 'start'): number {
    return this.#convert(offset, side, 0);
  }

  /**
   * The part of the caller's text that `[start, end)` of the normalised text was made from. It holds whole letters: a
   * letter that several code units were composed to is covered with all its marks, a misplaced tone with the letter that
   * it was taken from.
   */
  rangeToOriginal(start: number, end: number): [number, number] {
    return this.#range(start, end, 2);
  }

  /** The part of the normalised text that `[start, end)` of the caller's text became. */
  rangeToNormalized(start: number, end: number): [number, number] {
    return this.#range(start, end, 0);
  }

  #range(start: number, end: number, from: 0 | 2): [number, number] {
    const first = this.#convert(start, 'start', from);
    // An empty range stays empty.
    return [first, start >= end ? first : Math.max(first, this.#convert(end, 'end', from))];
  }

  /** @param from where in the four numbers of a change those of the offset's own text are */
  #convert(offset: number, side: 'start' | 'end', from: 0 | 2): number {
    const points = this.#points;
    const to = 2 - from;
    const isStart = side === 'start' ? 1 : 0;
    // Last change that begins at or before the offset; as an end, before it.
    let low = 0;
    let high = points.length >> 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (points[middle * 4 + from] < offset + isStart) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return offset;
    const at = low * 4 - 3;
    const beyond = offset - points[at + from];
    return beyond < 0 ? points[at + to - isStart] : points[at + to] + beyond;
  }
}
