import { NFC_RANGES } from './automaton.ts';
import { composeCluster, type UnicodeForms } from './compose.ts';
import type { NormalizeChange } from './edits.ts';
import { LATIN, LATIN_MARKS } from './letters.ts';
import { COMPOSE_MARKS, type Settings } from './options.ts';
import { windows1252 } from './units.ts';

/**
 * Fixers of characters, for one stretch of text without spaces. Each is a pure function from the text to the changes
 * that it wants, in order and without overlap; `normalize.ts` runs them in the order of `FIXERS` until nothing changes.
 */
export type Fixer = (text: string, settings: Settings, forms: UnicodeForms) => NormalizeChange[];

export function change(text: string, start: number, end: number, replacement: string, fixer: string): NormalizeChange {
  return { start, end, original: text.slice(start, end), replacement, fixers: [fixer] };
}

/** Runs a function on every match of a global pattern; much cheaper than `matchAll` where there is none. */
export function forEachMatch(text: string, pattern: RegExp, use: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) use(match);
}

/**
 * Changes of the matches of a global pattern for which `meant` gives another text; undefined is for what stays. What
 * both begin or end with is no part of a change.
 */
export function fixMatches(
  text: string,
  pattern: RegExp,
  fixer: string,
  meant: (match: RegExpExecArray) => string | undefined,
): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  forEachMatch(text, pattern, (match) => {
    const { 0: found, index } = match;
    const made = meant(match) ?? found;
    if (made === found) return;
    let start = 0;
    while (start < found.length && found[start] === made[start]) start++;
    let end = found.length;
    let madeEnd = made.length;
    while (end > start && madeEnd > start && found[end - 1] === made[madeEnd - 1]) {
      end--;
      madeEnd--;
    }
    changes.push(change(text, index + start, index + end, made.slice(start, madeEnd), fixer));
  });
  return changes;
}

/** A change of each unit of the matches that is another one in what `meant` gives, which is as long. */
export function fixUnits(
  text: string,
  pattern: RegExp,
  fixer: string,
  meant: (match: RegExpExecArray) => string | undefined,
): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  forEachMatch(text, pattern, (match) => {
    const { 0: found, index } = match;
    const made = meant(match) ?? found;
    for (let i = 0; i < found.length; i++) {
      if (found[i] !== made[i]) changes.push(change(text, index + i, index + i + 1, made[i], fixer));
    }
  });
  return changes;
}

/** Control characters U+0080 to U+009F that stand for Windows-1252 punctuation: quotes, dashes, the euro sign. */
export function fixWindowsControls(text: string): NormalizeChange[] {
  // U+0085 is also a line end.
  return fixMatches(text, /[\x80-\x84\x86-\x9f]/g, 'windowsControls', ([control]) =>
    String.fromCharCode(windows1252(control.charCodeAt(0))),
  );
}

const LIGATURE = new RegExp(`(?<=[${LATIN}])[\ufb00-\ufb06]|[\ufb00-\ufb06](?=[${LATIN}])`, 'g');
const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];

/** Typographic ligatures U+FB00 to U+FB06 that touch a Latin letter. */
export function fixLigatures(text: string): NormalizeChange[] {
  return fixMatches(text, LIGATURE, 'ligatures', ([ligature]) => LIGATURES[ligature.charCodeAt(0) - 0xfb00]);
}

/** A run of characters of a class, the character before it (a mark belongs to its letter), the one behind it. */
function runOf(first: string, more: string): RegExp {
  return new RegExp(`(?=${first})(?<=([^]?)[${LATIN_MARKS}]*)${first}${more}*(?=([^]?))`, 'g');
}

const FULL_WIDTH_RUN = runOf('[！-～]', `[！-～${LATIN_MARKS}]`);
const TOUCHES_LATIN = new RegExp(`[${LATIN}]`);
const TOUCHES_IDEOGRAPH = /[\u1100-\u11ff\u2e80-\ud7ff]/;

/** Full-width forms of ASCII, in runs of two or more or touching a Latin letter; not beside Chinese, Japanese, Korean. */
export function fixFullWidth(text: string): NormalizeChange[] {
  return fixUnits(text, FULL_WIDTH_RUN, 'fullWidth', ([run, before, behind]) =>
    TOUCHES_IDEOGRAPH.test(before + behind) || (run.length === 1 && !TOUCHES_LATIN.test(before + behind))
      ? undefined
      : run.replace(/[！-～]/g, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0)),
  );
}

const INVISIBLE = '[\\xad\\u200b-\\u200d\\u2060\\ufeff]';
const INVISIBLE_RUN = runOf(INVISIBLE, INVISIBLE);
/** Neither Latin nor ASCII nor common punctuation: an invisible character may do something there. */
const IN_OTHER_SCRIPT = new RegExp(`[^\\0-\\u036f${LATIN}\\u2007\\u2010-\\u203f]`);

/**
 * Soft hyphens, zero-width spaces, joiners and byte-order marks inside or beside Latin text. Joiners between emoji and
 * in scripts that need them stay.
 */
export function fixInvisibles(text: string): NormalizeChange[] {
  return fixMatches(text, INVISIBLE_RUN, 'invisibles', ([, before, behind]) =>
    IN_OTHER_SCRIPT.test(before + behind) ? undefined : '',
  );
}

/** No-break spaces (U+00A0, U+2007, U+202F) that touch text, but not between two digits, where they group a number. */
export function fixNoBreakSpaces(text: string): NormalizeChange[] {
  return fixMatches(text, /(?<!\d)[\xa0\u2007\u202f]|[\xa0\u2007\u202f](?!\d)/g, 'noBreakSpaces', () =>
    text.length === 1 ? undefined : ' ',
  );
}

/**
 * NFC, and with `composeMarks` Vietnamese letters whose marks came in an order that NFC keeps apart (e + acute +
 * circumflex) or came twice (a + acute + acute). Two different tones on one letter stay: only a reader can tell which
 * was meant.
 */
export function fixMarks(text: string, settings: Settings, forms: UnicodeForms): NormalizeChange[] {
  const changes: NormalizeChange[] = [];
  forEachMatch(text, CLUSTER, ({ 0: cluster, index }) => {
    const canonical = forms.nfc(cluster);
    const unit = settings & COMPOSE_MARKS && cluster.length > 1 ? composeCluster(cluster) : 0;
    const made = unit > 0 ? String.fromCharCode(unit) : canonical;
    const fixer = made === canonical ? 'nfc' : 'composeMarks';
    if (made !== cluster) changes.push(change(text, index, index + cluster.length, made, fixer));
  });
  return changes;
}

/** A unit that cannot be the first of what NFC composes. */
const LATER = `(?![\\u0370-\\u0482\\u1e00-\\u20cf])[${NFC_RANGES}]`;
/** What NFC may change together. */
const CLUSTER = new RegExp(`[${NFC_RANGES}](?:${LATER})*|[^](?:${LATER})+`, 'g');

/** Blocks in which a fixer other than NFC may have something to do. */
const FIXABLE = new RegExp(`[\\x80-\\xad${LATIN}${LATIN_MARKS}\\u2000-\\u206f\\ufb00-\\uffff]`);

/** Is every unit in a block where none of the fixers but NFC has anything to do? */
export function isOtherScript(text: string): boolean {
  return !FIXABLE.test(text);
}
