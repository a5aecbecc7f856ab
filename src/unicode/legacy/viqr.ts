import { IS_VOWEL, letterOf, qualityOf, unitOf, withoutQuality, withQuality } from '../letters.ts';
import { parseSyllable, restyleTone, toneStyleOf } from '../syllable.ts';
import { stringOf } from '../units.ts';

const TONES = "\0`'?~.";
/** Circumflex, breve, horn. */
const QUALITIES = '\0^(+';

/**
 * VIQR (RFC 1456): the marks of a letter are ASCII behind it, a backslash keeps one from being read. Writers often leave
 * that out, so a full stop or a question mark behind the last vowel of a word is read as punctuation where a line ends
 * and where it would make no syllable (ai. is not aị).
 */
export function decodeViqr(text: string): string {
  // No letter is longer than its keys.
  const units = new Uint16Array(text.length);
  let size = 0;
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    if (unit === 0x5c && i + 1 < text.length && isMark(text[i + 1])) {
      units[size++] = text.charCodeAt(i + 1);
      i += 2;
      continue;
    }
    if ((unit | 32) === 0x64 && (text.charCodeAt(i + 1) | 32) === 0x64) {
      units[size++] = unit === 0x64 ? 0x111 : 0x110;
      i += 2;
      continue;
    }
    let packed = letterOf(unit);
    i++;
    units[size++] = unit;
    if (packed === 0 || !IS_VOWEL[packed & 63]) continue;
    const quality = i < text.length ? QUALITIES.indexOf(text[i]) : -1;
    if (quality > 0 && withQuality(packed, quality) > 0 && qualityOf(packed) === 0) {
      packed = withQuality(packed, quality);
      units[size - 1] = unitOf(packed);
      i++;
    }
    const tone = i < text.length ? TONES.indexOf(text[i]) : -1;
    if (tone <= 0 || (packed & 0x1c0) !== 0) continue;
    // Only a stop and a question mark need the word before them.
    const before = tone === 3 || tone === 5 ? String.fromCharCode(...units.subarray(Math.max(0, size - 8), size)) : '';
    if (endsSentence(text, i, before, packed)) continue;
    units[size - 1] = unitOf(packed | (tone << 6));
    i++;
  }
  return stringOf(units, size);
}

/**
 * Is the `.` or `?` at this place punctuation?
 * @param before the text in front of it, composed, with the vowel that it would be on
 */
function endsSentence(text: string, at: number, before: string, vowel: number): boolean {
  const mark = text[at];
  if ((mark !== '.' && mark !== '?') || letterOf(text.charCodeAt(at + 1)) > 0) return false;
  // A letter by itself is no sentence.
  if (before.length === 1 && at + 1 === text.length) return false;
  let next = at + 1;
  while (next < text.length && (text[next] === ' ' || text[next] === '"' || text[next] === ')')) next++;
  // A heading in capitals is no question.
  const atLineEnd = next >= text.length || text[next] === '\n' || text[next] === '\r';
  if (atLineEnd && !((vowel & 0x200) !== 0 && mark === '?')) return true;
  let start = before.length - 1;
  while (start > 0 && letterOf(before.charCodeAt(start - 1)) > 0) start--;
  const toned = before.slice(start, -1) + String.fromCharCode(unitOf(vowel | (TONES.indexOf(mark) << 6)));
  return (
    parseSyllable(toned) === undefined || (toneStyleOf(toned) === undefined && restyleTone(toned, 'old') !== toned)
  );
}

function isMark(char: string): boolean {
  return TONES.indexOf(char) > 0 || QUALITIES.indexOf(char) > 0 || char === '\\' || char === 'd' || char === 'D';
}

/** VIQR of NFC text; a backslash stands before what {@link decodeViqr} would take for a mark. */
export function encodeViqr(text: string): string {
  let out = '';
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const packed = letterOf(text.charCodeAt(i));
    if (packed === 0 || text.charCodeAt(i) < 0x80) {
      if (needsEscape(text, i, previous)) out += '\\';
      out += text[i];
    } else if (!IS_VOWEL[packed & 63]) out += text[i] === 'đ' ? 'dd' : 'DD';
    else {
      const quality = qualityOf(packed);
      out += String.fromCharCode(unitOf(withoutQuality(packed & ~0x1c0)));
      if (quality > 0) out += QUALITIES[quality];
      if (packed & 0x1c0) out += TONES[(packed >> 6) & 7];
    }
    previous = packed;
  }
  return out;
}

function needsEscape(text: string, at: number, previous: number): boolean {
  const char = text[at];
  if (char === '\\') return at + 1 < text.length;
  if (char === 'd' || char === 'D') return /[dDđĐ]/.test(text[at + 1] ?? '');
  if (!IS_VOWEL[previous & 63]) return false;
  const quality = QUALITIES.indexOf(char);
  if (quality > 0) return (previous & 0x1c0) === 0 && qualityOf(previous) === 0 && withQuality(previous, quality) > 0;
  if (TONES.indexOf(char) <= 0 || previous & 0x1c0) return false;
  return !endsSentence(text, at, text.slice(Math.max(0, at - 8), at), previous);
}
