import { BASE_OF, type Vocabulary } from './vocabulary.ts';

const STEP = 0x01000193;
const BASES: readonly number[] = [...new Set(Array.from({ length: 33 }, (_, i) => BASE_OF[i + 1]))];

/**
 * Calls `visit` with every toneless spelling of the vocabulary whose skeleton (letters without marks) is at most one
 * letter away from that of `codes[0, length)`: the same, one left out, one put in, one replaced, two neighbours
 * exchanged. A spelling may come more than once. About 400 hash probes for a word of six letters.
 */
export function forEachNearSkeleton(
  vocabulary: Vocabulary,
  codes: ArrayLike<number>,
  length: number,
  visit: (toneless: number) => void,
): void {
  const base = new Uint8Array(length + 1);
  for (let i = 0; i < length; i++) base[i] = BASE_OF[codes[i]];
  const prefix = new Int32Array(length + 1);
  prefix[0] = 17;
  for (let i = 0; i < length; i++) prefix[i + 1] = Math.imul(prefix[i], STEP) ^ base[i];
  const emit = (h: number, from: number): void => {
    for (let i = from; i < length; i++) h = Math.imul(h, STEP) ^ base[i];
    for (let one = vocabulary.firstOfSkeleton(h | 0); one !== 0; one = vocabulary.nextOfSkeleton(one)) visit(one);
  };
  emit(17, 0);
  for (let i = 0; i < length; i++) {
    if (i === 0 || base[i] !== base[i - 1]) emit(prefix[i], i + 1);
    for (const letter of BASES) if (letter !== base[i]) emit(Math.imul(prefix[i], STEP) ^ letter, i + 1);
    if (i + 1 < length && base[i] !== base[i + 1])
      emit(Math.imul(Math.imul(prefix[i], STEP) ^ base[i + 1], STEP) ^ base[i], i + 2);
  }
  for (let i = 0; i <= length; i++)
    for (const letter of BASES) if (i === length || letter !== base[i]) emit(Math.imul(prefix[i], STEP) ^ letter, i);
}
