import { countShared } from './compare.ts';
import { type KeptBlock, MARKED, SENTENCE } from './kept-block.ts';
import { spellNamesOtherwise } from './name-spelling.ts';

/** Shorter blocks are contained by accident. */
export const LEAST_CONTAINED = 12;

/**
 * Whether a long block stands word for word in an earlier, longer one, as sentences of it or as the first part of one. In
 * the middle of a sentence it is no repeat: the line below a picture names whom the text named.
 */
export function isContained(block: KeptBlock, before: KeptBlock): boolean {
  const { words } = block.folded;
  return (
    words.length >= LEAST_CONTAINED &&
    words.length < before.folded.words.length &&
    countShared(words, before.folded.words) === words.length &&
    standsApart(block, before) &&
    !spellNamesOtherwise(block.folded, before.folded)
  );
}

function standsApart({ runs, text }: KeptBlock, { runs: all, breaks }: KeptBlock): boolean {
  const size = runs.hashes.length;
  for (let at = all.indexOf(runs, 0); at >= 0; at = all.indexOf(runs, at + size)) {
    if ((breaks[at] & SENTENCE) === 0) continue;
    const after = breaks[at + size];
    if ((after & SENTENCE) !== 0 || ((after & MARKED) !== 0 && !isOfNames(text))) return true;
  }
  return false;
}

/** Whether one word in three and more has a capital: somebody and what he is, or a heading in capitals. */
function isOfNames(text: string): boolean {
  const capitals = text.match(/(?<![\p{L}\p{M}])\p{Lu}/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  return capitals * 3 >= words;
}
