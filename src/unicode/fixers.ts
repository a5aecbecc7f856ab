import { NFC_RANGES } from './automaton.ts';
import { composeCluster, type UnicodeForms } from './compose.ts';
import { type ChangeLog, commit, type NormalizeChange } from './edits.ts';
import { IS_LATIN, LATIN, LATIN_MARKS } from './letters.ts';
import { COMPOSE_MARKS, type Settings } from './options.ts';
import { windows1252 } from './units.ts';

/**
 * A fixer: a global pattern, and what a match of it is meant to be, perhaps what it is. The changes before it are
 * given too. A change is the whole match, so that a letter keeps its marks; with `parts` what is meant is as long as the
 * match, and a change is what lies between the first and the last unit that differ, or each of those by itself.
 */
export type Fixer = readonly [
  pattern: RegExp,
  meant: (
    match: RegExpExecArray,
    settings: Settings,
    forms: UnicodeForms,
    changes: readonly NormalizeChange[],
  ) => string,
  parts?: 'span' | 'each',
];

/** The text as a fixer wants it; its changes go to `log` where there is one, with its name or, where NFC gives the same, `nfc`. */
export function fix(
  text: string,
  [pattern, meant, parts]: Fixer,
  name: string,
  settings: Settings,
  forms: UnicodeForms,
  log?: ChangeLog,
): string {
  const changes: NormalizeChange[] = [];
  const add = (start: number, end: number, replacement: string): void => {
    const original = text.slice(start, end);
    // The forms themselves need no look.
    const isNfc = name !== 'nfc' && name !== 'nfd' && replacement === forms(original);
    changes.push({ start, end, original, replacement, fixers: [isNfc ? 'nfc' : name] });
  };
  pattern.lastIndex = 0;
  // Much cheaper than `matchAll` where there is no match.
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: found, index } = match;
    const made = meant(match, settings, forms, changes);
    let start = 0;
    let end = found.length;
    if (parts === 'each') {
      for (; start < end; start++) {
        if (found[start] !== made[start]) add(index + start, index + start + 1, made[start]);
      }
    } else if (made !== found) {
      if (parts) {
        while (found[start] === made[start]) start++;
        while (found[end - 1] === made[end - 1]) end--;
      }
      add(index + start, index + end, parts ? made.slice(start, end) : made);
    }
  }
  return commit(text, changes, log);
}

/** A run of characters of a class, the character before it (a mark belongs to its letter), the one behind it. */
function runOf(first: string, more: string): RegExp {
  return new RegExp(`(?=${first})(?<=([^]?)[${LATIN_MARKS}]*)${first}${more}*(?=([^]?))`, 'g');
}

const TOUCHES_IDEOGRAPH = /[\u1100-\u11FF\u2E80-\uD7FF]/;
const INVISIBLE = '[\xAD\u200B-\u200D\u2060\uFEFF]';
/** Neither Latin nor ASCII nor common punctuation: an invisible character may do something there. */
const IN_OTHER_SCRIPT = new RegExp(`[^\\0-\u036F${LATIN}\u2007\u2010-\u203F]`);
/** A unit that cannot be the first of what NFC composes. */
const LATER = `(?![\u0370-\u0482\u1E00-\u20CF])[${NFC_RANGES}]`;

/**
 * Fixers of characters, for one stretch of text without spaces; `normalize.ts` runs them in the order of `FIXERS` until
 * nothing changes.
 */
export const CHARACTER_FIXERS: readonly Fixer[] = [
  // Control characters U+0080 to U+009F that stand for Windows-1252 punctuation: quotes, dashes, the euro sign. U+0085 is
  // also a line end.
  [/[\x80-\x84\x86-\x9F]/g, ([control]) => String.fromCharCode(windows1252(control.charCodeAt(0)))],
  // Typographic ligatures U+FB00 to U+FB06 that touch a Latin letter.
  [
    new RegExp(`(?<=[${LATIN}])[\uFB00-\uFB06]|[\uFB00-\uFB06](?=[${LATIN}])`, 'g'),
    ([ligature], _settings, forms) => forms(ligature, 'NFKC'),
  ],
  // Full-width forms of ASCII, in runs of two or more or touching a Latin letter; not beside Chinese, Japanese, Korean.
  [
    runOf('[\uFF01-\uFF5E]', `[\uFF01-\uFF5E${LATIN_MARKS}]`),
    ([run, before, behind], _settings, forms) =>
      TOUCHES_IDEOGRAPH.test(before + behind) || (run.length === 1 && !IS_LATIN.test(before + behind))
        ? run
        : run.replace(/[\uFF01-\uFF5E]/g, (form) => forms(form, 'NFKC')),
    'each',
  ],
  // Soft hyphens, zero-width spaces, joiners and byte-order marks inside or beside Latin text. Joiners between emoji and
  // in scripts that need them stay.
  [runOf(INVISIBLE, INVISIBLE), ([run, before, behind]) => (IN_OTHER_SCRIPT.test(before + behind) ? run : '')],
  // No-break spaces (U+00A0, U+2007, U+202F) that touch text, but not between two digits, where they group a number.
  [/(?<!\d)[\xA0\u2007\u202F]|[\xA0\u2007\u202F](?!\d)/g, ({ 0: space, input }) => (input.length === 1 ? space : ' ')],
  // What NFC may change together: NFC, and with `composeMarks` Vietnamese letters whose marks came in an order that NFC
  // keeps apart (e + acute + circumflex) or came twice (a + acute + acute). Two different tones on one letter stay: only a
  // reader can tell which was meant.
  [
    new RegExp(`[${NFC_RANGES}](?:${LATER})*|[^](?:${LATER})+`, 'g'),
    ([cluster], settings, forms) => (settings & COMPOSE_MARKS && composeCluster(cluster)) || forms(cluster),
  ],
];

/** Blocks in which a fixer other than NFC may have something to do. */
export const FIXABLE: RegExp = new RegExp(`[\x80-\xAD${LATIN}${LATIN_MARKS}\u2000-\u206F\uFB00-\uFFFF]`);
