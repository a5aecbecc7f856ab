import type { Block } from './blocks.ts';
import { endsSentence } from './contents.ts';

/** UTF-16 units of a line of verse, at most. */
const LONGEST_VERSE = 80;
/** Lines of a stanza, at least: a headline may stand above "Kính gửi quý phụ huynh,". */
const LEAST_LINES = 3;
/** Lines of a sentence in verse, at least: "lục bát" ends one in every second line. */
const LEAST_OF_SENTENCE = 2;
/** How far from a line another ends in a comma, at most: one in a long list of lines says nothing of them all. */
const FARTHEST_COMMA = 3;

/**
 * By line, 1 for those of a poem or a song, which says its refrain again on purpose: three and more short lines in a row
 * that begin with a capital, and go on over the end of the line, as a comma or semicolon there says. Headlines end in
 * neither, and lines that were broken at a width begin with small letters.
 */
export function verseLines(blocks: readonly Block[]): Uint8Array {
  const verse = new Uint8Array(blocks.length);
  let stanza = 0;
  let sentence = 0;
  for (let at = 0; at <= blocks.length; at++) {
    const text = blocks[at]?.text;
    const isLine = typeof text === 'string' && isShortLine(text);
    if (isLine && !endsSentence(text)) continue;
    const end = isLine ? at + 1 : at;
    const goesOn = end - sentence >= LEAST_OF_SENTENCE && hasComma(blocks, sentence, end);
    if (!goesOn || !isLine) {
      markStanza(verse, blocks, stanza, goesOn ? end : sentence);
      stanza = at + 1;
    }
    sentence = at + 1;
  }
  return verse;
}

function markStanza(verse: Uint8Array, blocks: readonly Block[], from: number, to: number): void {
  if (to - from < LEAST_LINES) return;
  for (let at = from; at < to; at++) {
    const last = Math.min(to, at + FARTHEST_COMMA + 1);
    if (hasComma(blocks, Math.max(from, at - FARTHEST_COMMA), last)) verse[at] = 1;
  }
}

function hasComma(blocks: readonly Block[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/[,;]\s*$/.test(blocks[at].text.slice(-8))) return true;
  return false;
}

const isShortLine = (text: string): boolean => text.length <= LONGEST_VERSE && /^[“"‘'(«–-]?\s*\p{Lu}/u.test(text);
