import { automatonFor, findWork } from './automaton.ts';
import type { NormalizeChange } from './edits.ts';
import { change } from './fixers.ts';
import { letterOf } from './letters.ts';
import { isWordUnit, wordEnd } from './look-alikes.ts';
import { STYLE_NEW, STYLE_OLD, TONE_PLACEMENT } from './options.ts';
import {
  hasToneStyle,
  parseSyllable,
  placeTone,
  restyleTone,
  type ToneStyle,
  tonePosition,
  toneStyleOf,
} from './syllable.ts';

/** Tones that stand where no style puts them, and, where a style is asked for, those of the other style. */
export function fixTonePlacement(text: string, style: ToneStyle | undefined): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  for (let start = 0; start < text.length; ) {
    const end = wordEnd(text, start);
    if (end === start) {
      start++;
      continue;
    }
    const word = text.slice(start, end);
    // A mark that is left after composition is an odd one: what it means is not known.
    if (/[\u0300-\u036f]/.test(word)) {
      start = end;
      continue;
    }
    const placed = placeWord(word, style);
    if (placed !== word) changes.push(difference(text, start, word, placed));
    start = end;
  }
  return changes;
}

function placeWord(word: string, style: ToneStyle | undefined): string {
  const single = oneTone(word);
  const syllable = parseSyllable(single);
  if (syllable === undefined || syllable.tone === 'level') return word;
  // Italian più; no Vietnamese word begins with p and has a diphthong.
  if (syllable.onset === 'p') return word;
  if (tonePosition(syllable, 'old') === tonePosition(syllable, 'new')) return restyleTone(single, 'old');
  if (!hasToneStyle(syllable)) return word;
  return style === undefined ? single : restyleTone(single, style);
}

/** The word with the same tone written twice (hòà) reduced to one; any other word as it is. */
function oneTone(word: string): string {
  let tone = 0;
  let count = 0;
  let letters = 0;
  let first = 0;
  for (let i = 0; i < word.length; i++) {
    const packed = letterOf(word.charCodeAt(i));
    if (packed === 0) return word;
    const own = (packed >> 6) & 7;
    if (own > 0) {
      if (count > 0 && own !== tone) return word;
      if (count++ === 0) first = letters;
      tone = own;
    }
    letters++;
  }
  return count < 2 ? word : placeTone(word, tone, first);
}

/** The change without the letters that stay at either end. */
function difference(text: string, at: number, before: string, after: string): NormalizeChange {
  let start = 0;
  while (before[start] === after[start]) start++;
  let tail = 0;
  while (before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return change(text, at + start, at + before.length - tail, after.slice(start, after.length - tail), 'tonePlacement');
}

/**
 * Counts the words of a composed text in which the two styles differ.
 * @example
 * countToneStyles('Tòa án Hòa Bình, toà nhà'); // { old: 2, new: 1 }
 */
export function countToneStyles(text: string): { old: number; new: number } {
  const counts = { old: 0, new: 0 };
  const automaton = automatonFor(TONE_PLACEMENT | STYLE_OLD | STYLE_NEW);
  for (let from = 0; from < text.length; ) {
    const work = findWork(text, from, automaton);
    if (work < 0) break;
    // The automaton stops in the word or right behind it.
    const behind = work > from && (work === text.length || !isWordUnit(text.charCodeAt(work)));
    let start = behind ? work - 1 : work;
    while (start > from && isWordUnit(text.charCodeAt(start - 1))) start--;
    const end = wordEnd(text, start);
    const style = toneStyleOf(text.slice(start, end));
    if (style !== undefined) counts[style]++;
    from = Math.max(end, work + 1);
  }
  return counts;
}

/** The style of most words of a composed text; undefined where it has none, or as many of one as of the other. */
export function majorityToneStyle(text: string): ToneStyle | undefined {
  const counts = countToneStyles(text);
  return counts.old === counts.new ? undefined : counts.old > counts.new ? 'old' : 'new';
}
