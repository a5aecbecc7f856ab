import { automatonFor, findWork } from './automaton.ts';
import { composePairs, nativeForms, type UnicodeForms } from './compose.ts';
import { type ChangeLog, commit, type NormalizeChange, OffsetMap } from './edits.ts';
import { CHARACTER_FIXERS, FIXABLE, type Fixer, fix } from './fixers.ts';
import { LATIN } from './letters.ts';
import { ACCENT_FIXER, LOOK_ALIKE_FIXER } from './look-alikes.ts';
import type { NormalizeOptions, Settings } from './options.ts';
import * as on from './options.ts';
import { TEXT_FIXERS } from './text-fixers.ts';
import { majorityToneStyle, TONE_FIXER } from './tone-placement.ts';
import { requireString } from './units.ts';

/** What {@link normalizeWithMap} gives. */
export interface Normalized {
  readonly text: string;
  /** In order, without overlap, in the caller's coordinates: `applyChanges(input, changes)` gives `text`. */
  readonly changes: readonly NormalizeChange[];
  readonly map: OffsetMap;
}

/**
 * Canonical Vietnamese text: NFC for everything, and the repairs that the options ask for. Never changes which word is
 * written, never loses a letter or a mark that could mean something. Idempotent. What was read in a wrong encoding (xaõ,
 * xÃ£) it does not know from what is only misspelt: `decodeLegacy` comes first there. Text that needs nothing comes back as
 * the same string, without an allocation. Never throws on a string, lone surrogates included.
 * @param options see {@link NormalizeOptions}; left out, all default fixers
 * @throws TypeError where `text` is no string; RangeError where an option has an unknown value
 * @example
 * normalize('Tiê\u0301ng Viê\u0323t nôị'); // 'Tiếng Việt nội'
 * normalize('hoà bình', { toneStyle: 'old' }); // 'hòa bình'
 */
export function normalize(text: string, options?: NormalizeOptions): string {
  return run(text, on.compileOptions(options), nativeForms);
}

/**
 * {@link normalize}, with the list of what was changed and a map of offsets in both directions.
 * @throws as {@link normalize}
 * @example
 * const { text, map } = normalizeWithMap('Viê\u0323t Nam');
 * map.rangeToOriginal(0, 4); // [0, 5]: 'Việt' was five code units
 */
export function normalizeWithMap(text: string, options?: NormalizeOptions): Normalized {
  return runWithMap(text, on.compileOptions(options), nativeForms);
}

/** {@link normalizeWithMap} on compiled options, with any implementation of the Unicode forms. */
export function runWithMap(text: string, settings: Settings, forms: UnicodeForms): Normalized {
  const log: ChangeLog = { original: text, changes: [] };
  const made = run(text, settings, forms, log);
  return { text: made, changes: log.changes, map: new OffsetMap(log.changes) };
}

/** {@link normalize} on compiled options; writes what it did to `log` where there is one. */
export function run(text: string, settings: Settings, forms: UnicodeForms, log?: ChangeLog): string {
  /** Joining lines can make new words for the word fixers. Seven is the most seen, the bound only guards against a mistake. */
  const MAXIMUM_ROUNDS = 16;
  requireString(text, 'normalize');
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const before = text;
    text = fixWords(text, settings, forms, log);
    const style = settings & on.STYLE_MAJORITY ? majorityToneStyle(text) : undefined;
    if (style) {
      settings ^= on.STYLE_MAJORITY | on.CHOICES.toneStyle[style];
      continue;
    }
    if (!(settings & on.TEXT_LEVEL)) break;
    const fixed = text;
    // One at a time, so that no two changes overlap.
    for (const [flag, name, fixer] of TEXT_FIXERS) {
      if (settings & flag && text === fixed) text = fix(text, fixer, name, settings, forms, log);
    }
    if (text === before) break;
  }
  if (!(settings & on.FORM_NFD)) return text;
  // Of composed text letter by letter, so that the map stays fine.
  return log ? fix(text, DECOMPOSER, 'nfd', settings, forms, log) : forms(text, 'NFD');
}

/** Letters that came with marks behind them, composed one by one, so that the map stays fine. */
const COMPOSER: Fixer = [new RegExp(`[${LATIN}][\u0300-\u0323]+`, 'g'), ([letter], _settings, forms) => forms(letter)];

/** Runs the fixers of words on every stretch between spaces in which the scan stops. */
function fixWords(text: string, settings: Settings, forms: UnicodeForms, log: ChangeLog | undefined): string {
  /** Units below which the host composes a text sooner than {@link composePairs} gets it into an array and back. */
  const SHORT = 64;
  const automaton = automatonFor(settings);
  let work = findWork(text, 0, automaton);
  if (work < 0) return text;
  if (!automaton && !log && text.length < SHORT) return forms(text);
  if (text.charCodeAt(work) >> 6 === 12) {
    // A Vietnamese mark, or another: letters are composed at once, and what is left is looked for.
    if (log) text = fix(text, COMPOSER, 'nfc', settings, forms, log);
    else {
      const [composed, isSettled] = composePairs(text);
      if (isSettled && !automaton) return composed;
      text = composed;
    }
    work = findWork(text, 0, automaton);
  }
  const changes: NormalizeChange[] = [];
  for (let from = 0; work >= 0; work = findWork(text, from, automaton)) {
    let start = work;
    while (start > from && !isGap(text, start - 1)) start--;
    from = work;
    while (from < text.length && !isGap(text, from)) from++;
    for (const one of fixStretch(text.slice(start, from), settings, forms)) {
      changes.push({ ...one, start: one.start + start, end: one.end + start });
    }
  }
  return commit(text, changes, log);
}

/** Fixers are local to what stands between these. Nothing composes across them. */
function isGap(text: string, at: number): boolean {
  return ' \n\r\t'.includes(text[at]);
}

/** The fixers of words; number k is on where bit k of the settings is. */
const WORD_FIXERS: readonly Fixer[] = [...CHARACTER_FIXERS, LOOK_ALIKE_FIXER, ACCENT_FIXER, TONE_FIXER];

/** Runs the fixers in their order, again and again until none has anything to do. */
export function fixStretch(text: string, settings: Settings, forms: UnicodeForms): readonly NormalizeChange[] {
  /** Bounds the rounds on one word: each fixer makes a word only more canonical, three rounds have been the most seen. */
  const MAXIMUM_PASSES = 6;
  // NFC is always asked for, a style of tones asks for their fixer too.
  let flags = on.COMPOSE_MARKS;
  if (FIXABLE.test(text)) flags |= settings & (on.STYLE_OLD | on.STYLE_NEW) ? settings | on.TONE_PLACEMENT : settings;
  const log: ChangeLog = { original: text, changes: [] };
  for (let pass = 0; pass < MAXIMUM_PASSES; pass++) {
    const before = text;
    WORD_FIXERS.forEach((fixer, bit) => {
      if (flags & (1 << bit)) text = fix(text, fixer, on.FIXERS[bit], settings, forms, log);
    });
    if (text === before) break;
  }
  return log.changes;
}

/** A letter of composed text, with the marks behind it, which may have to move. Below U+00C0 nothing decomposes. */
const DECOMPOSER: Fixer = [
  /[\xC0-\uFFFF][\u0300-\u1DFF\u1F00-\uFFFF]*/g,
  ([letter], _settings, forms) => forms(letter, 'NFD'),
];
