import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { FIRST_WORD, ID_NAME, ID_UNKNOWN } from '../language/ids.ts';
import { REACH } from './context-train.ts';
import type { Workspace } from './workspace.ts';

/** Numbers a word in the context model, beside its embeddings: its bias. */
const BIASES = 1;

/**
 * Makes the work folder of a smaller dictionary from that of a larger one: all syllables stay, of the other words the
 * `words` most frequent; the rest become unknown words, or names where they are mostly capitalised. The context model
 * is taken over, with fewer rows for the nearest words, so only n-grams and rankers have to be made again.
 * @param near ids below this keep rows of their own next to a place
 */
export function shrink(
  from: Workspace,
  to: Workspace,
  words: number,
  near: number,
  width: number,
  isSyllable: (word: string) => boolean,
): void {
  const all = from.readWords();
  let others = 0;
  const kept = all.map((word) => isSyllable(word.text) || others++ < words);
  const map = new Uint16Array(all.length + FIRST_WORD);
  for (let id = 0; id < FIRST_WORD; id++) map[id] = id;
  const ids: number[] = [...map.subarray(0, FIRST_WORD)];
  all.forEach((word, index) => {
    if (!kept[index]) map[index + FIRST_WORD] = word.capitalShare > 0.5 ? ID_NAME : ID_UNKNOWN;
    else {
      map[index + FIRST_WORD] = ids.length;
      ids.push(index + FIRST_WORD);
    }
  });
  to.writeWords(all.filter((_, index) => kept[index]));
  const corpus = from.readIds();
  for (let i = 0; i < corpus.length; i++) corpus[i] = map[corpus[i]];
  to.writeIds(corpus);
  for (const name of ['heldout.tsv', 'rare.i32']) copyFileSync(from.path(name), to.path(name));

  // context.f32 holds input and output rows, biases, the weights of the positions, and rows for the words before and after.
  const file = readFileSync(from.path('context.f32'));
  const floats = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  const size = map.length;
  const parts: Float32Array[] = [];
  let at = 0;
  const take = (rows: number, columns: number): Float32Array => {
    at += rows * columns;
    return floats.subarray(at - rows * columns, at);
  };
  const keep = (table: Float32Array, columns: number, limit: number): void => {
    for (const id of ids) if (id < limit) parts.push(table.subarray(id * columns, (id + 1) * columns));
  };
  for (const columns of [width, width, BIASES]) keep(take(size, columns), columns, size);
  parts.push(take(2 * REACH, width));
  const nearWords = (floats.length - at) / (2 * width);
  for (let side = 0; side < 2; side++) keep(take(nearWords, width), width, Math.min(near, nearWords));
  const bytes = parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  writeFileSync(to.path('context.f32'), Buffer.concat(bytes));
}
