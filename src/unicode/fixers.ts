import { CLASS_LOOK, CLASSES } from './automaton.ts';
import { composeCluster, type UnicodeForms } from './compose.ts';
import type { NormalizeChange } from './edits.ts';
import { isLatin, isLatinMark, letterOf } from './letters.ts';
import { windows1252 } from './units.ts';

/**
 * Fixers of characters, for one stretch of text without spaces. Each is a pure function from the text to the changes
 * that it wants, in order and without overlap; `normalize.ts` runs them in the order of `FIXERS` until nothing changes.
 */
export type Fixer = (text: string, forms: UnicodeForms) => NormalizeChange[];

export function change(text: string, start: number, end: number, replacement: string, fixer: string): NormalizeChange {
  return { start, end, original: text.slice(start, end), replacement, fixers: [fixer] };
}

/** Changes of single units: `meant` gives what should stand in place of one, undefined for what stays. */
function fixUnits(
  text: string,
  fixer: string,
  meant: (unit: number, index: number) => string | undefined,
): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  for (let i = 0; i < text.length; i++) {
    const made = meant(text.charCodeAt(i), i);
    if (made !== undefined) changes.push(change(text, i, i + 1, made, fixer));
  }
  return changes;
}

/** Control characters U+0080 to U+009F that stand for Windows-1252 punctuation: quotes, dashes, the euro sign. */
export function fixWindowsControls(text: string): NormalizeChange[] {
  return fixUnits(text, 'windowsControls', (unit) => {
    const meant = windows1252(unit);
    // U+0085 is also a line end.
    return meant === unit || unit === 0x85 ? undefined : String.fromCharCode(meant);
  });
}

const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];

/** Typographic ligatures U+FB00 to U+FB06 that touch a Latin letter. */
export function fixLigatures(text: string): NormalizeChange[] {
  return fixUnits(text, 'ligatures', (unit, i) =>
    isLatinAt(text, i - 1) || isLatinAt(text, i + 1) ? LIGATURES[unit - 0xfb00] : undefined,
  );
}

/** Full-width forms of ASCII, in runs of two or more or touching a Latin letter; not beside Chinese, Japanese, Korean. */
export function fixFullWidth(text: string): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  for (let i = 0; i < text.length; ) {
    if (!isFullWidth(text.charCodeAt(i))) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < text.length && (isFullWidth(text.charCodeAt(end)) || isLatinMark(text.charCodeAt(end)))) end++;
    // A decomposed letter before it ends in its marks.
    let head = i - 1;
    while (head >= 0 && isLatinMark(text.charCodeAt(head))) head--;
    const touches = isPlain(text, head) || isPlain(text, end);
    if ((touches || end - i > 1) && !isIdeographic(text, head) && !isIdeographic(text, end)) {
      for (; i < end; i++) {
        const unit = text.charCodeAt(i);
        if (isFullWidth(unit)) changes.push(change(text, i, i + 1, String.fromCharCode(unit - 0xfee0), 'fullWidth'));
      }
    }
    i = end;
  }
  return changes;
}

/**
 * Soft hyphens, zero-width spaces, joiners and byte-order marks inside or beside Latin text. Joiners between emoji and
 * in scripts that need them stay.
 */
export function fixInvisibles(text: string): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  for (let i = 0; i < text.length; ) {
    if (!isInvisible(text.charCodeAt(i))) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < text.length && isInvisible(text.charCodeAt(end))) end++;
    // A mark belongs to the script of its letter.
    let before = i - 1;
    while (before > 0 && isLatinMark(text.charCodeAt(before))) before--;
    if (allowsRemoval(text, before) && allowsRemoval(text, end)) {
      changes.push(change(text, i, end, '', 'invisibles'));
    }
    i = end;
  }
  return changes;
}

/** No-break spaces (U+00A0, U+2007, U+202F) that touch text, but not between two digits, where they group a number. */
export function fixNoBreakSpaces(text: string): NormalizeChange[] {
  return fixUnits(text, 'noBreakSpaces', (unit, i) =>
    !isNoBreakSpace(unit) || text.length === 1 || (isDigitAt(text, i - 1) && isDigitAt(text, i + 1)) ? undefined : ' ',
  );
}

/** Unicode's NFC and nothing else. */
export function fixForm(text: string, forms: UnicodeForms): NormalizeChange[] {
  return compose(text, forms, false);
}

/**
 * NFC, and beyond it Vietnamese letters whose marks came in an order that NFC keeps apart (e + acute + circumflex) or
 * came twice (a + acute + acute). Two different tones on one letter stay: only a reader can tell which was meant.
 */
export function fixMarks(text: string, forms: UnicodeForms): NormalizeChange[] {
  return compose(text, forms, true);
}

function compose(text: string, forms: UnicodeForms, repair: boolean): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    let composable = CLASSES[text.charCodeAt(start)] === CLASS_LOOK;
    while (end < text.length && !startsCluster(text.charCodeAt(end))) {
      end++;
      composable = true;
    }
    if (composable) {
      const cluster = text.slice(start, end);
      const canonical = forms.nfc(cluster);
      const unit = repair && end - start > 1 ? composeCluster(text, start, end) : 0;
      const made = unit > 0 ? String.fromCharCode(unit) : canonical;
      if (made !== cluster) changes.push(change(text, start, end, made, made === canonical ? 'nfc' : 'composeMarks'));
    }
    start = end;
  }
  return changes;
}

/** Can this unit only be the first of what NFC composes? False is always safe: it makes the cluster longer. */
function startsCluster(unit: number): boolean {
  return (
    unit < 0x300 || CLASSES[unit] !== CLASS_LOOK || (unit >= 0x370 && unit < 0x483) || (unit >= 0x1e00 && unit < 0x20d0)
  );
}

/** Is every unit in a block where none of the fixers but NFC has anything to do? */
export function isOtherScript(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (
      unit < 0x300
        ? isLatin(unit) || (unit >= 0x80 && unit <= 0xad)
        : isLatin(unit) || (unit >= 0x2000 && unit < 0x2070) || isLatinMark(unit) || unit >= 0xfb00
    )
      return false;
  }
  return true;
}

export function isNoBreakSpace(unit: number): boolean {
  return unit === 0xa0 || unit === 0x202f || unit === 0x2007;
}

function isInvisible(unit: number): boolean {
  return unit === 0xad || (unit >= 0x200b && unit <= 0x200d) || unit === 0x2060 || unit === 0xfeff;
}

/** Is what stands here Latin, ASCII, common punctuation or an edge, so that an invisible character does nothing there? */
function allowsRemoval(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return true;
  const unit = text.charCodeAt(index);
  return unit < 0x370 || isLatin(unit) || (unit >= 0x2010 && unit < 0x2040) || isNoBreakSpace(unit);
}

function isLatinAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && isLatin(text.charCodeAt(index));
}

function isPlain(text: string, index: number): boolean {
  return index >= 0 && index < text.length && (isLatin(text.charCodeAt(index)) || letterOf(text.charCodeAt(index)) > 0);
}

function isDigitAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0x30 && unit <= 0x39;
}

function isFullWidth(unit: number): boolean {
  return unit > 0xff00 && unit < 0xff5f;
}

function isIdeographic(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return (unit >= 0x2e80 && unit < 0xd800) || (unit >= 0x1100 && unit < 0x1200);
}
