import { nativeForms } from './compose.ts';
import { isCapital, letterAt, smallOf, toneOf } from './letters.ts';

/** Order of the tones in Vietnamese dictionaries, by tone number: level, grave, hook, tilde, acute, dot below. */
const TONE_ORDER = '014235';

/**
 * A string whose plain order (`<`) is the order of Vietnamese dictionaries: syllable by syllable, letters first
 * (a ă â b c d đ e ê … with f, j, w, z in their Latin places), then the tone, then small letters before capitals. So all
 * words that begin with "ba" come before those with "bà", unlike in `Intl.Collator`, which looks at tones only when all
 * letters of both strings agree. Punctuation counts as a space, digits come before letters.
 * @example
 * ['bá', 'bạ', 'ba ba', 'bà'].sort(compareVietnamese); // ['ba ba', 'bà', 'bá', 'bạ']
 */
export function collationKey(text: string): string {
  let key = '';
  let cases = '';
  // Space and punctuation stand between syllables.
  for (const syllable of nativeForms(text).match(/[A-Za-z0-9\x80-\uFFFF]+/g) ?? []) {
    let tones = '';
    for (let i = 0; i < syllable.length; i++) {
      const packed = letterAt(syllable, i);
      const unit = syllable.charCodeAt(i);
      if (packed) {
        key += String.fromCharCode(0x40 + smallOf(packed));
        tones += TONE_ORDER[toneOf(packed)];
        cases += +isCapital(packed);
      } else key += unit < 0x80 ? syllable[i] : String.fromCharCode(0x200 + Math.min(unit, 0xfdff));
    }
    // Ends a syllable, below every letter.
    key += `\x01${tones}\x01`;
  }
  return `${key}\0${cases}`;
}

/** Compares two strings as {@link collationKey} orders them: negative, 0 or positive, for `Array.prototype.sort`. */
export function compareVietnamese(first: string, second: string): number {
  const a = collationKey(first);
  const b = collationKey(second);
  return a < b ? -1 : a > b ? 1 : 0;
}
