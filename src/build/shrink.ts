import { copyFileSync } from 'node:fs';
import { FIRST_WORD, ID_NAME, ID_UNKNOWN } from '../language/ids.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes the work folder of a smaller dictionary from that of a larger one: all syllables stay, of the other words the
 * `words` most frequent; the rest become unknown words, or names where they are mostly capitalised. The context model
 * is taken over, with fewer rows for the nearest words and none for pairs, so only n-grams and rankers have to be made again.
 * @param near ids below this keep rows of their own next to a place
 */
export function shrink(
  from: Workspace,
  to: Workspace,
  words: number,
  near: number,
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

  const context = from.readContext();
  const { width, reach } = context;
  const rows = (table: Float32Array, columns: number, limit: number, start = 0): Float32Array =>
    Float32Array.from(
      ids
        .filter((id) => id < limit)
        .flatMap((id) => [...table.subarray((start + id) * columns, (start + id + 1) * columns)]),
    );
  const nearWords = Math.min(near, context.nearWords);
  const before = rows(context.near, width, nearWords);
  const after = rows(context.near, width, nearWords, context.nearWords);
  to.writeContext({
    width,
    reach,
    words: ids.length,
    input: rows(context.input, width, context.words),
    output: rows(context.output, width, context.words),
    bias: rows(context.bias, 1, context.words),
    position: context.position,
    nearWords: before.length / width,
    near: Float32Array.from([...before, ...after]),
    // Pairs are a seventh of the standard dictionary; a small one does without.
    pairs: new Uint32Array(),
    pairPosition: new Float32Array(2 * reach * width),
    pairInput: new Float32Array(),
    pairOutput: new Float32Array(),
  });
}
