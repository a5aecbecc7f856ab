import {
  charOf,
  isCapital,
  isVowel,
  letterAt,
  qualityOf,
  SMALL_LETTERS,
  TONED_VOWELS,
  toneOf,
  withoutQuality,
  withoutTone,
  withQuality,
} from '../letters.ts';
import { isWellPlaced } from '../syllable.ts';

/** Keys by tone, the level one has none. */
const TONES = " ` ' ? ~ .".split(' ');
/** Keys by quality: none, circumflex, breve, horn. */
const QUALITIES = ' ^ ( +'.split(' ');

/** A backslash and what it keeps from being read; dd; a vowel and the keys behind it. */
const KEYS = new RegExp(`\\\\([\\\\d\`'?~.^(+])|(d)d|([${TONED_VOWELS}])([\\^(+]?)([\`'?~.]?)`, 'gi');

/**
 * VIQR (RFC 1456): the marks of a letter are ASCII behind it, a backslash keeps one from being read. Writers often leave
 * that out, so a full stop or a question mark behind the last vowel of a word is read as punctuation where a line ends
 * and where it would make no syllable (ai. is not aị).
 */
export function decodeViqr(text: string): string {
  /** What was made of the text up to `done`, but no more of it than a syllable may have. */
  let before = '';
  let done = 0;
  return text.replace(KEYS, (found, escaped, stroked, vowel, qualityKey, toneKey, at) => {
    before += text.slice(Math.max(done, at - 8), at);
    done = at + found.length;
    let made = escaped ?? (stroked === 'd' ? 'đ' : 'Đ');
    if (vowel !== undefined) {
      const quality = QUALITIES.indexOf(qualityKey);
      const tone = TONES.indexOf(toneKey);
      const packed = quality > 0 ? withQuality(letterAt(vowel, 0), quality) : letterAt(vowel, 0);
      // A key that its letter does not take is text.
      if (packed === 0) made = found;
      else if (toneOf(packed) > 0 || endsSentence(text, done - 1, before, packed)) made = charOf(packed) + toneKey;
      else made = charOf(packed | (tone << 6));
    }
    before = (before + made).slice(-8);
    return made;
  });
}

const LAST_LETTERS = new RegExp(`[${SMALL_LETTERS}]*$`, 'i');
const LINE_END = /[ ")]*([\r\n]|$)/y;

/**
 * Is the `.` or `?` at this place punctuation? False for other characters.
 * @param before up to eight units of what was read before the vowel in front of it
 */
function endsSentence(text: string, at: number, before: string, vowel: number): boolean {
  const mark = text[at];
  if ((mark !== '.' && mark !== '?') || letterAt(text, at + 1) > 0) return false;
  // A letter by itself is no sentence.
  if (before === '' && at + 1 === text.length) return false;
  // A heading in capitals is no question.
  LINE_END.lastIndex = at + 1;
  if (LINE_END.test(text) && !(isCapital(vowel) && mark === '?')) return true;
  return !isWellPlaced(before.match(LAST_LETTERS)?.[0] + charOf(vowel | (TONES.indexOf(mark) << 6)));
}

/** VIQR of NFC text; a backslash stands before what {@link decodeViqr} would take for a mark. */
export function encodeViqr(text: string): string {
  let out = '';
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const packed = letterAt(text, i);
    const char = text[i];
    if (packed === 0 || char < '\x80') out += needsEscape(text, i, previous) ? `\\${char}` : char;
    else if (!isVowel(packed)) out += char === 'đ' ? 'dd' : 'DD';
    else out += charOf(withoutQuality(withoutTone(packed))) + QUALITIES[qualityOf(packed)] + TONES[toneOf(packed)];
    previous = packed;
  }
  return out;
}

function needsEscape(text: string, at: number, previous: number): boolean {
  const char = text[at];
  if (char === '\\') return at + 1 < text.length;
  if (/d/i.test(char)) return /[dđ]/i.test(text.charAt(at + 1));
  if (!isVowel(previous) || toneOf(previous) > 0) return false;
  const quality = QUALITIES.indexOf(char);
  if (quality > 0) return qualityOf(previous) === 0 && withQuality(previous, quality) > 0;
  return TONES.includes(char) && !endsSentence(text, at, text.slice(Math.max(0, at - 8), at - 1), previous);
}
