import { NATIVE_FORMS } from './compose.ts';
import { isCapital, letterOf, smallOf, toneOf } from './letters.ts';

/** Order of the tones in Vietnamese dictionaries, by tone number: level, grave, hook, tilde, acute, dot below. */
const TONE_ORDER = [0, 1, 4, 2, 3, 5];

/** Ends a syllable in a key, below every letter. */
const END = '\u0001';

/**
 * A string whose plain order (`<`) is the order of Vietnamese dictionaries: syllable by syllable, letters first
 * (a ă â b c d đ e ê … with f, j, w, z in their Latin places), then the tone, then small letters before capitals. So all
 * words that begin with "ba" come before those with "bà", unlike in `Intl.Collator`, which looks at tones only when all
 * letters of both strings agree. Punctuation counts as a space, digits come before letters.
 * @example
 * ['bá', 'bạ', 'ba ba', 'bà'].sort(compareVietnamese); // ['ba ba', 'bà', 'bá', 'bạ']
 */
export function collationKey(text: string): string {
  const composed = NATIVE_FORMS.nfc(text);
  let key = '';
  let letters = '';
  let tones = '';
  let cases = '';
  for (let i = 0; i < composed.length; i++) {
    const unit = composed.charCodeAt(i);
    const packed = letterOf(unit);
    if (packed > 0) {
      letters += String.fromCharCode(0x40 + smallOf(packed));
      tones += String.fromCharCode(0x30 + TONE_ORDER[toneOf(packed)]);
      cases += isCapital(packed) ? '1' : '0';
    } else if (unit < 0x80 && !(unit >= 0x30 && unit <= 0x39)) {
      // Space and punctuation.
      if (letters !== '') key += letters + END + tones + END;
      letters = tones = '';
    } else letters += unit < 0x80 ? composed[i] : String.fromCharCode(0x200 + Math.min(unit, 0xfdff));
  }
  if (letters !== '') key += letters + END + tones + END;
  return `${key}\0${cases}`;
}

/** Compares two strings as {@link collationKey} orders them: negative, 0 or positive, for `Array.prototype.sort`. */
export function compareVietnamese(first: string, second: string): number {
  const a = collationKey(first);
  const b = collationKey(second);
  return a < b ? -1 : a > b ? 1 : 0;
}
