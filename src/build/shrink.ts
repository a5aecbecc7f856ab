import { copyFileSync } from 'node:fs';
import { FIRST_WORD, ID_NAME, ID_UNKNOWN } from '../language/ids.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes the work folder of a smaller dictionary from that of a larger one: all syllables stay, of the other words the
 * `words` most frequent; the rest become unknown words, or names where they are mostly capitalised. Everything that comes
 * after `collect` has to be made again.
 */
export function shrink(from: Workspace, to: Workspace, words: number, isSyllable: (word: string) => boolean): void {
  const all = from.readWords();
  let others = 0;
  const kept = all.map((word) => isSyllable(word.text) || others++ < words);
  const map = new Uint16Array(all.length + FIRST_WORD);
  for (let id = 0; id < FIRST_WORD; id++) map[id] = id;
  let ids = FIRST_WORD;
  all.forEach((word, index) => {
    if (!kept[index]) map[index + FIRST_WORD] = word.capitalShare > 0.5 ? ID_NAME : ID_UNKNOWN;
    else map[index + FIRST_WORD] = ids++;
  });
  to.writeWords(all.filter((_, index) => kept[index]));
  const corpus = from.readIds();
  for (let i = 0; i < corpus.length; i++) corpus[i] = map[corpus[i]];
  to.writeIds(corpus);
  for (const name of ['heldout.tsv', 'rare.i32']) copyFileSync(from.path(name), to.path(name));
}
