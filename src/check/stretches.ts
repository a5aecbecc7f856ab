/** `[start, end)` of a text. Lists of them are in their order, and none overlap. */
export type Stretch = readonly [start: number, end: number];

/** Place of the first of some stretches that ends behind an offset; their number where none does. */
export function firstEndingAfter<T>(stretches: readonly T[], at: number, endOf: (one: T) => number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(stretches[middle]) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const endOfStretch = ([, end]: Stretch): number => end;

/** Has one of some stretches a place between two offsets? */
export function meetsOne(stretches: readonly Stretch[], start: number, end: number): boolean {
  const at = firstEndingAfter(stretches, start, endOfStretch);
  return at < stretches.length && stretches[at][0] < end;
}

/** Is an offset in one of some stretches? */
export const standsIn = (stretches: readonly Stretch[], at: number): boolean => meetsOne(stretches, at, at + 1);

/** Is one of some stretches between two offsets with all that it has? */
export function holdsOne(stretches: readonly Stretch[], start: number, end: number): boolean {
  let at = firstEndingAfter(stretches, start, endOfStretch);
  // Only the first one can begin before.
  if (at < stretches.length && stretches[at][0] < start) at++;
  return at < stretches.length && stretches[at][1] <= end;
}
