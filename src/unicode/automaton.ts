import { LATIN, VOWELS_BY_CASE } from './letters.ts';
import { DEFAULT_SETTINGS, type Settings, STYLE_NEW, STYLE_OLD } from './options.ts';
import { TWIN_UNITS } from './twins.ts';

/**
 * A finite automaton that reads text once and stops where a fixer may have something to do: two table look-ups a code
 * unit, nothing allocated. It may stop for nothing (the fixers decide), it must never pass over work; a test compares
 * it with running the fixers on every word.
 *
 * A code unit has a class, and the state says what stands before it: mostly the class of the unit before. Each is written
 * as one character, so that the rules are patterns of two: a state, and the class behind it.
 *
 * | character         | as a class                                           | as a state                           |
 * | ----------------- | ---------------------------------------------------- | ------------------------------------ |
 * | space             | between words: space, digit, punctuation, ideograph  | that, or a consonant                 |
 * | t                 | Latin letter that is no vowel of Vietnamese          | qù, gì: a tone, and no vowel may follow |
 * | q g               | these letters                                        | the same                             |
 * | abc ef i opr uv y | vowel without tone: aăâ eê i oôơ uư y                | the same                             |
 * | ABC EF I OPR UV Y | the same with whatever tone                          | the same                             |
 * | `                 | spacing accent                                       | qu, gi: the rime follows             |
 * | <                 |                                                      | a vowel with a tone, and one without |
 * | >                 |                                                      | the other way round: the word must go on |
 * | !                 | always needs a look                                  | a fixer must look                    |
 */
const KINDS = ' tqgabcefiopruvyABCEFIOPRUVY`<>!';
/** Class of what always needs a look. */
export const CLASS_LOOK = 31;

/** Class of every UTF-16 code unit: the index in {@link KINDS}. */
export const CLASSES: Uint8Array = new Uint8Array(0x10000);

/**
 * What NFC may change, as ranges of a regular expression: all from U+0300 on but the blocks whose units no fixer changes
 * and NFC never joins to what stands before them.
 */
export const NFC_RANGES: string =
  '\u0300-\u1DFF\u1F00-\u200F\u202A-\u202F\u205F-\u206F\u20D0-\u20FF\u2126-\u218F' +
  '\u2329-\u24FF\u2AD1-\u33FF\uA000-\uABFF\uD7A4-\uDFFF\uF900-\uFFFF';

/** It scans twice as fast as a loop over `charCodeAt`, and faster than `normalize` finds that it has nothing to do. */
const NFC_WORK = new RegExp(`[${NFC_RANGES}]`, 'g');

// Controls, no-break space, soft hyphen and modifiers need a look too, then letters that stand for others.
for (const [class_, ranges] of [
  [1, LATIN],
  [CLASS_LOOK, `\x80-\xA0\xAD-\xADʰ-˿${NFC_RANGES}`],
] as const) {
  for (let i = 0; i < ranges.length; i += 3) {
    CLASSES.fill(class_, ranges.charCodeAt(i), ranges.charCodeAt(i + 2) + 1);
  }
}
for (const twin of TWIN_UNITS) CLASSES[twin.charCodeAt(0)] = CLASS_LOOK;
for (const vowels of VOWELS_BY_CASE) {
  for (let i = 0; i < vowels.length; i++) CLASSES[vowels.charCodeAt(i)] = (i % 6 > 0 ? 16 : 4) + Math.floor(i / 6);
}
CLASSES[0x60] = CLASSES[0xb4] = 28;
CLASSES[0x51] = CLASSES[0x71] = 2;
CLASSES[0x47] = CLASSES[0x67] = 3;

/** By the styles that are asked for. */
const AUTOMATA: Uint16Array[] = [];

/** Next state by state and class; undefined where only NFC is asked for and {@link findWork} needs no states. */
export function automatonFor(settings: Settings): Uint16Array | undefined {
  const styles = (settings >> 12) & 3;
  if (!(settings & (DEFAULT_SETTINGS | STYLE_OLD | STYLE_NEW))) return undefined;
  AUTOMATA[styles] ??= build(settings);
  return AUTOMATA[styles];
}

/** A fixer of a style must look at the other's, and who counts them at both. */
function build(settings: Settings): Uint16Array {
  const rules = [
    // A tone beside a letter that has a better right to it, or a second one; then what a < or > forbids.
    `[A-Y][bcfprvA-Y]|(?!vR)[bcfprv][A-Y]|t[^ tqg]|<[^ ]|>[^tqgaeiouy]|[^ qg]\`${settings & STYLE_NEW ? '|O[ae]|Uy' : ''}`,
    `${settings & STYLE_OLD ? '' : '(?!o[AE]|uY)'}[aeiouy][AEIOUY]`,
    '[A-Y>][aeiouy]',
    'qu|gi',
    'qU|gI',
    '.[t`]',
  ].map((rule) => new RegExp(rule));
  return Uint16Array.from({ length: 1024 }, (_, at) => {
    const pair = KINDS[at >> 5] + KINDS[at & 31];
    return KINDS.indexOf('!><`t '[rules.findIndex((rule) => rule.test(pair))] ?? pair[1]) << 5;
  });
}

/**
 * Index of the first code unit from `from` on at which a fixer must look, -1 if there is none; `text.length` where it
 * is the end of the text that completes a word.
 * @param from start of a word, or any place behind a space
 */
export function findWork(text: string, from: number, automaton: Uint16Array | undefined): number {
  /** States are numbered in steps of 32, so that a state and a class are the index of the next state. */
  const LOOK = 31 * 32;
  if (automaton === undefined) {
    NFC_WORK.lastIndex = from;
    return NFC_WORK.test(text) ? NFC_WORK.lastIndex - 1 : -1;
  }
  const length = text.length;
  const classes = CLASSES;
  let state = 0;
  for (let i = from; i < length; i++) {
    state = automaton[state | classes[text.charCodeAt(i)]];
    if (state === LOOK) return i;
  }
  return automaton[state] === LOOK ? length : -1;
}
