import type { Block } from './blocks.ts';

/** UTF-16 units of a line of verse, at most. */
const LONGEST_VERSE = 80;

/**
 * A line of a poem or a song, which says its refrain again on purpose: short, and it, or a short line beside it that begins
 * with a capital as well, ends in a comma or semicolon. Headlines end in neither, and lines that were broken at a width
 * begin with small letters.
 */
export function isVerse(blocks: readonly Block[], index: number): boolean {
  if (!isShortLine(blocks[index].text)) return false;
  for (let i = index - 1; i <= index + 1; i++) {
    const text = blocks[i]?.text;
    if (typeof text === 'string' && /[,;]\s*$/.test(text.slice(-8)) && isShortLine(text)) return true;
  }
  return false;
}

const isShortLine = (text: string): boolean => text.length <= LONGEST_VERSE && /^[“"‘'(«–-]?\s*\p{Lu}/u.test(text);
