import { automatonFor, findWork } from './automaton.ts';
import type { Fixer } from './fixers.ts';
import { letterAt, toneOf, WORD_UNITS } from './letters.ts';
import { STYLE_NEW, STYLE_OLD, TONE_PLACEMENT } from './options.ts';
import {
  hasToneStyle,
  parseSyllable,
  placeTone,
  restyleTone,
  type ToneStyle,
  TWO_PLACES,
  toneStyleOf,
} from './syllable.ts';

/**
 * Tones that stand where no style puts them, and, where a style is asked for, those of the other style. Two units may
 * differ: where the tone was, and where it is now. The change takes in what is between.
 */
export const TONE_FIXER: Fixer = [
  new RegExp(`[${WORD_UNITS}]+`, 'g'),
  ([word], settings) => {
    // "giặt gịa": here the i is the vowel, and giạ is another word.
    if (word.toLowerCase() === 'gịa') return word;
    // A letter that came decomposed out of composition is an odd one, and its word stays.
    const single = oneTone(word);
    const syllable = parseSyllable(single);
    // Italian più; no Vietnamese word begins with p and has a diphthong.
    if (!syllable || syllable.onset === 'p') return word;
    const hasTwoPlaces = TWO_PLACES.test(syllable.rime);
    if (hasTwoPlaces && !hasToneStyle(syllable, word)) return word;
    return hasTwoPlaces && !(settings & (STYLE_OLD | STYLE_NEW))
      ? single
      : restyleTone(single, settings & STYLE_NEW ? 'new' : 'old');
  },
  'span',
];

/**
 * The word with the same tone written twice (hòà) reduced to one; '' where it has two tones, or what is no letter, or
 * is two words with their space lost (đóÁnh).
 */
function oneTone(word: string): string {
  const letters = Array.from(word, (letter) => letterAt(letter, 0));
  const tones = letters.map(toneOf).filter((tone) => tone);
  if (letters.includes(0) || new Set(tones).size > 1) return '';
  if (tones.length < 2) return word;
  return /\p{Ll}\p{Lu}/u.test(word) ? '' : placeTone(word, tones[0], letters.findIndex(toneOf));
}

/** The word that a place is in, or right behind. */
const WORD_AROUND = new RegExp(`(?<=([${WORD_UNITS}]*))[${WORD_UNITS}]*`, 'y');

/**
 * Counts the words of a composed text in which the two styles differ.
 * @example
 * countToneStyles('Tòa án Hòa Bình, toà nhà'); // { old: 2, new: 1 }
 */
export function countToneStyles(text: string): { old: number; new: number } {
  const counts = { old: 0, new: 0 };
  const automaton = automatonFor(TONE_PLACEMENT | STYLE_OLD | STYLE_NEW);
  let from = 0;
  for (let work = findWork(text, 0, automaton); work >= 0; work = findWork(text, from, automaton)) {
    WORD_AROUND.lastIndex = work;
    const [end, start] = WORD_AROUND.exec(text) as RegExpExecArray;
    // A word that ends at `from` was counted.
    const style = toneStyleOf(work > from ? start + end : end);
    if (style) counts[style]++;
    from = Math.max(work + end.length, work + 1);
  }
  return counts;
}

/** The style of most words of a composed text; undefined where it has none, or as many of one as of the other. */
export function majorityToneStyle(text: string): ToneStyle | undefined {
  const counts = countToneStyles(text);
  return counts.old === counts.new ? undefined : counts.old > counts.new ? 'old' : 'new';
}
