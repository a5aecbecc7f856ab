import { ID_BOUNDARY } from '../language/ids.ts';
import type { NgramModel } from '../language/ngrams.ts';

const buffer = new Uint16Array(16);

/**
 * Log-probability of the words `replacement[0, size)` between their neighbours, with what follows them: the sum over
 * each replaced word and the next two of log P(word | the two before). What lies past a boundary does not depend on
 * them and is left out.
 * @param ids the passage; the replacement stands for `ids[at, at + span)`; two places on each side must exist
 */
export function windowScore(
  ngrams: NgramModel,
  ids: ArrayLike<number>,
  at: number,
  span: number,
  replacement: ArrayLike<number>,
  size: number,
): number {
  buffer[0] = ids[at - 2];
  buffer[1] = ids[at - 1];
  for (let k = 0; k < size; k++) buffer[2 + k] = replacement[k];
  buffer[2 + size] = ids[at + span];
  buffer[3 + size] = ids[at + span + 1];
  const end = ids[at + span] === ID_BOUNDARY ? 3 + size : 4 + size;
  let sum = 0;
  for (let k = 2; k < end; k++) sum += ngrams.trigram(buffer[k - 2], buffer[k - 1], buffer[k]);
  return sum;
}

const single = new Uint16Array(1);

/** {@link windowScore} of one word in the place of one. */
export function wordScore(ngrams: NgramModel, ids: ArrayLike<number>, at: number, word: number): number {
  single[0] = word;
  return windowScore(ngrams, ids, at, 1, single, 1);
}
