import {
  charOf,
  isCapital,
  isVowel,
  letterAt,
  letterOf,
  plainOf,
  qualityOf,
  SMALL_LETTERS,
  toneOf,
  unitOf,
  withMark,
  withTone,
} from '../letters.ts';
import { isWellPlaced } from '../syllable.ts';
import { stringOf } from '../units.ts';

/** Keys by the number of the mark: grave, acute, hook, tilde, dot below, breve, circumflex, horn, stroke. */
const KEYS = ['', ..."`'?~.(^+d"];

/**
 * VIQR (RFC 1456): the marks of a letter are ASCII behind it, a backslash keeps one from being read. Writers often leave
 * that out, so a full stop or a question mark behind the last vowel of a word is read as punctuation where a line ends
 * and where it would make no syllable (ai. is not aị).
 */
export function decodeViqr(text: string): string {
  // No letter is longer than its keys.
  const units = new Uint16Array(text.length);
  let size = 0;
  for (let i = 0; i < text.length; size++) {
    units[size] = text.charCodeAt(i++);
    let packed = letterOf(units[size]);
    if (units[size] === 0x5c && /[`'?~.(^+d\\]/i.test(text.charAt(i))) units[size] = text.charCodeAt(i++);
    if (!packed) continue;
    for (const first of [6, 1]) {
      const mark = KEYS.indexOf(text.charAt(i).toLowerCase());
      if (mark < first || !withMark(packed, mark)) continue;
      // Only a stop and a question mark need the word before them.
      const before =
        mark === 3 || mark === 5 ? String.fromCharCode(...units.subarray(Math.max(0, size - 7), size)) : '';
      if (endsSentence(text, i, before, packed)) continue;
      packed = withMark(packed, mark);
      i++;
    }
    units[size] = unitOf(packed);
  }
  return stringOf(units.subarray(0, size));
}

const LAST_LETTERS = new RegExp(`[${SMALL_LETTERS}]*$`, 'i');
const LINE_END = /[ ")]*([\r\n]|$)/y;

/**
 * Is the `.` or `?` at this place punctuation? False for other characters.
 * @param before up to eight units of what was read before the vowel in front of it
 */
function endsSentence(text: string, at: number, before: string, vowel: number): boolean {
  const mark = text[at];
  if ((mark !== '.' && mark !== '?') || letterAt(text, at + 1)) return false;
  // A letter by itself is no sentence.
  if (before === '' && at + 1 === text.length) return false;
  // A heading in capitals is no question.
  LINE_END.lastIndex = at + 1;
  if (LINE_END.test(text) && !(isCapital(vowel) && mark === '?')) return true;
  return !isWellPlaced(before.match(LAST_LETTERS)?.[0] + charOf(withTone(vowel, KEYS.indexOf(mark))));
}

/** VIQR of NFC text; a backslash stands before what {@link decodeViqr} would take for a mark. */
export function encodeViqr(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const packed = letterAt(text, i);
    const char = text[i];
    if (!packed || char < '\x80') out += (needsEscape(text, i) ? '\\' : '') + char;
    else out += plainOf(packed) + (isVowel(packed) ? KEYS[qualityOf(packed)] + KEYS[toneOf(packed)] : plainOf(packed));
  }
  return out;
}

function needsEscape(text: string, at: number): boolean {
  const char = text[at];
  if (char === '\\') return at + 1 < text.length;
  if (/d/i.test(char)) return /d/i.test(plainOf(letterAt(text, at + 1)));
  const previous = letterAt(text, at - 1);
  const mark = KEYS.indexOf(char);
  return (
    mark > 0 &&
    !toneOf(previous) &&
    withMark(previous, mark) > 0 &&
    !endsSentence(text, at, text.slice(Math.max(0, at - 8), at - 1), previous)
  );
}
