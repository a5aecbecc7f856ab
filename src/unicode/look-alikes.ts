import type { NormalizeChange } from './edits.ts';
import { change } from './fixers.ts';
import { IS_VOWEL, isLatin, isLatinMark, letterOf } from './letters.ts';
import { parseSyllable } from './syllable.ts';

/**
 * Letters that look like a Vietnamese one, each before the letter that it stands for: Cyrillic, Greek, and letters of
 * other Latin alphabets. Only exact twins: a Greek α is no a (Hα), ν is no v.
 */
const TWINS =
  // Cyrillic
  'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqкkтtмmѐèӑăАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԀDԚQӐĂЀÈ' +
  // Greek
  'οoόóὸòάáὰàίíὶìΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXΌÓΆÁΈÉΊÍΎÝ' +
  // Latin: Eth and African D for Đ, dotless i, caron for breve, oi for ư (a habit of PDF fonts), IPA
  'ÐĐðđƉĐɖđƋĐƌđıiǍĂǎăƢƯƣưɑaɡg';

const TWIN: ReadonlyMap<string, string> = new Map(
  Array.from({ length: TWINS.length / 2 }, (_, i) => [TWINS[i * 2], TWINS[i * 2 + 1]]),
);

/** Spacing accents and the combining marks that they stand for. */
const SPACING: ReadonlyMap<string, string> = new Map([
  ['\u00b4', '\u0301'],
  ['\u02ca', '\u0301'],
  ['`', '\u0300'],
  ['\u02cb', '\u0300'],
  ['\u02c0', '\u0309'],
  ['\u02dc', '\u0303'],
  ['\u02c6', '\u0302'],
  ['\u02d8', '\u0306'],
]);

/** End of the word at `start`: letters of Latin, Greek or Cyrillic and their marks. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isWordUnit(text.charCodeAt(end))) end++;
  return end;
}

/** Is this a letter of Latin, Greek or Cyrillic, or a mark on one? */
export function isWordUnit(unit: number): boolean {
  return isLatin(unit) || isLatinMark(unit) || (unit >= 0x370 && unit < 0x530) || (unit >= 0x1f00 && unit < 0x2000);
}

/**
 * Look-alike letters in a word that is otherwise Vietnamese. The word must hold a true Latin letter and become a
 * well-formed syllable, or an abbreviation (QÐ, HÐND), or it must show by another letter that it is Vietnamese (Ðắk).
 */
export function fixLookAlikes(text: string): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  for (let start = 0; start < text.length; ) {
    const end = wordEnd(text, start);
    if (end === start) {
      start++;
      continue;
    }
    let latin = false;
    let typical = false;
    let twins = 0;
    let meant = '';
    for (let i = start; i < end; i++) {
      const twin = TWIN.get(text[i]);
      if (twin === undefined) {
        const unit = text.charCodeAt(i);
        latin ||= letterOf(unit) > 0;
        typical ||= isTypical(unit);
      } else twins++;
      meant += twin ?? text[i];
    }
    if (
      twins > 0 &&
      latin &&
      !isPhonetic(text, start - 1) &&
      !isPhonetic(text, end) &&
      looksVietnamese(meant, typical)
    ) {
      for (let i = start; i < end; i++) {
        const twin = TWIN.get(text[i]);
        if (twin !== undefined) changes.push(change(text, i, i + 1, twin, 'lookAlikes'));
      }
    }
    start = end;
  }
  return changes;
}

function looksVietnamese(word: string, typical: boolean): boolean {
  if (parseSyllable(word) !== undefined) return true;
  let abbreviation = word.length <= 6;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const packed = letterOf(unit);
    if (packed === 0) return false;
    if ((packed & 512) === 0 || (IS_VOWEL[packed & 63] && unit < 0x100)) abbreviation = false;
  }
  return abbreviation || typical;
}

/** ă, ơ, ư and what has a block of its own in Unicode: letters of Vietnamese and of hardly any other language. */
function isTypical(unit: number): boolean {
  return (unit >= 0x1ea0 && unit < 0x1efa) || unit === 0x103 || unit === 0x1a1 || unit === 0x1b0 || unit === 0x1af;
}

/** A length or stress mark beside a word shows the phonetic alphabet, where ɑ and ɡ are no a and g. */
function isPhonetic(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0x2b0 && unit < 0x300 && !SPACING.has(text[index]);
}

/**
 * Spacing accents written behind a vowel (ho´a), where the word becomes a well-formed syllable.
 * A grave accent or an acute at the end of a word may be a quotation mark and stays.
 */
export function fixSpacingMarks(text: string): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && (isWordUnit(text.charCodeAt(end)) || (end > start && SPACING.has(text[end])))) end++;
    if (end === start) {
      start++;
      continue;
    }
    let meant = '';
    const found: number[] = [];
    let quote = false;
    for (let i = start; i < end; i++) {
      const mark = SPACING.get(text[i]);
      if (mark !== undefined) {
        found.push(i);
        quote ||= i === end - 1 && (text[i] === '`' || text[i] === '\u00b4');
      }
      meant += mark ?? text[i];
    }
    if (found.length > 0 && !quote && parseSyllable(meant) !== undefined) {
      for (const i of found) changes.push(change(text, i, i + 1, SPACING.get(text[i])!, 'spacingMarks'));
    }
    start = end;
  }
  return changes;
}
