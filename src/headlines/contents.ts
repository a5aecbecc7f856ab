import type { Block } from './blocks.ts';
import type { Repeat } from './dedupe.ts';

/** Headings that a list of contents has at least: two lines may stand together by chance. */
const LEAST_HEADINGS = 3;
/** How far apart two of its lines stand at most: words too few to be looked at may stand between. */
const WIDEST_GAP = 3;

/**
 * Repeats without the headings that a list of contents names: three and more lines that stand together, and later, in the
 * same order, each above text of its own. A passage that was pasted twice stands together both times. What else is said
 * twice, between two of the headings, tells nothing of them.
 * @param repeats in their order
 */
export function withoutHeadings(repeats: readonly Repeat[], blocks: readonly Block[]): readonly Repeat[] {
  if (repeats.length < LEAST_HEADINGS) return repeats;
  const named = new Set<Repeat>();
  let chain: Repeat[] = [];
  const endChain = (): void => {
    if (chain.length >= LEAST_HEADINGS) for (const heading of chain) named.add(heading);
    chain = [];
  };
  for (const repeat of repeats) {
    if (!isHeading(repeat, blocks)) continue;
    const before = chain.at(-1);
    if (before !== undefined && !isNextHeading(before, repeat)) endChain();
    chain.push(repeat);
  }
  endChain();
  return repeats.filter((repeat) => !named.has(repeat));
}

/** A line that ends no sentence, said once more word for word above something that is no heading itself. */
function isHeading({ index, reason }: Repeat, blocks: readonly Block[]): boolean {
  const next = blocks[index + 1]?.text;
  return reason === 'equal' && !endsSentence(blocks[index].text) && next !== undefined && /[.:;!?…]/u.test(next);
}

function isNextHeading(before: Repeat, repeat: Repeat): boolean {
  const gap = repeat.of - before.of;
  return gap > 0 && gap <= WIDEST_GAP && repeat.index - before.index > gap;
}

/** Whether a line is the last of a sentence; a question is as well a heading. */
export const endsSentence = (text: string): boolean => /[.!…]["”’)]*\s*$/u.test(text);
