import { ALPHABET, LETTERS, toneOf, VOWELS } from './letters.ts';
import { type Settings, SPACING_MARKS, STYLE_NEW, STYLE_OLD, TONE_PLACEMENT } from './options.ts';
import { TWIN } from './twins.ts';

/**
 * A finite automaton that reads text once and stops where a fixer may have something to do: two table look-ups a code
 * unit, nothing allocated. It may stop for nothing (the fixers decide), it must never pass over work; a test compares
 * it with running the fixers on every word.
 *
 * Classes of code units (5 bits):
 *
 * | class | meaning                                                                   |
 * | ----- | ------------------------------------------------------------------------- |
 * | 0     | stands between words and needs no look: space, digit, punctuation, ideograph |
 * | 1     | Latin letter that is no vowel of Vietnamese                                |
 * | 2, 3  | q, g                                                                      |
 * | 4-15  | vowel without tone, in the order of `VOWELS`                               |
 * | 16-27 | the same with a tone                                                      |
 * | 28    | spacing accent: matters after a letter only                               |
 * | 31    | always needs a look                                                       |
 *
 * States (6 bits): 0 to 27 the class of the unit before; then those below.
 */
/** qu, gi: what follows is the rime. */
const STATE_ONSET = 28;
/** qù, gì: a vowel behind shows that the tone stands on the onset. */
const STATE_TONED_ONSET = 29;
/** óa, óe, úy: right in the old style, and only at the end of a word. */
const STATE_OLD = 30;
/** oá, oé, uý: new style at the end of a word; one state for each second vowel. */
const STATE_NEW = 31;
const STATES = 34;
/** The automaton's answer that a fixer must look. */
export const LOOK = 63;

const CLASS_Q = 2;
const CLASS_G = 3;
/** First class of the vowels without tone, and of those with one. */
const PLAIN = 4;
const TONED = 16;
const CLASS_SPACING = 28;
export const CLASS_LOOK = 31;

/** Class of every UTF-16 code unit. */
export const CLASSES: Uint8Array = new Uint8Array(0x10000);

/**
 * What NFC may change, as ranges of a regular expression: all from U+0300 on but the blocks whose units no fixer changes
 * and NFC never joins to what stands before them.
 */
const NFC_RANGES =
  '\u0300-\u1dff\u1f00-\u200f\u202a-\u202f\u205f-\u206f\u20d0-\u20ff\u2126-\u218f' +
  '\u2329-\u24ff\u2ad1-\u33ff\ua000-\uabff\ud7a4-\udfff\uf900-\uffff';

/** It scans twice as fast as a loop over `charCodeAt`, and faster than `normalize` finds that it has nothing to do. */
const NFC_WORK = new RegExp(`[${NFC_RANGES}]`, 'g');

// From no-break space and controls to the spacing modifiers, then the letters that stand for others.
CLASSES.fill(CLASS_LOOK, 0x80, 0xa1);
CLASSES.fill(1, 0xc0, 0x2b0);
CLASSES.fill(CLASS_LOOK, 0x2b0, 0x300);
CLASSES.fill(1, 0x1e00, 0x1f00);
for (let i = 0; i < NFC_RANGES.length; i += 3) {
  CLASSES.fill(CLASS_LOOK, NFC_RANGES.charCodeAt(i), NFC_RANGES.charCodeAt(i + 2) + 1);
}
for (const twin of TWIN.keys()) CLASSES[twin.charCodeAt(0)] = CLASS_LOOK;
for (let unit = 0; unit < LETTERS.length; unit++) {
  const packed = LETTERS[unit];
  if (packed === 0) continue;
  const letter = ALPHABET[(packed & 63) - 1];
  const vowel = VOWELS.indexOf(letter);
  if (vowel >= 0) CLASSES[unit] = (toneOf(packed) > 0 ? TONED : PLAIN) + vowel;
  else CLASSES[unit] = letter === 'q' ? CLASS_Q : letter === 'g' ? CLASS_G : 1;
}
// Soft hyphen; multiplication and division signs; spacing accents.
CLASSES[0xad] = CLASS_LOOK;
CLASSES[0xd7] = CLASSES[0xf7] = 0;
CLASSES[0x60] = CLASSES[0xb4] = CLASS_SPACING;

/** Vowels (with the tone) that may follow a vowel without tone; these and the next in the order of {@link VOWELS}. */
const TONE_ON_SECOND = ',,,,,ê,aăeo,,,âêôơy,ơ,ê'.split(',');
/** Vowels that may follow a vowel with the tone. */
const TONE_ON_FIRST = 'iouy,,uy,o,u,au,iae,i,i,aiy,aiu,u'.split(',');

/** What the styles differ in. */
const GLIDES = ['oa', 'oe', 'uy'];

const AUTOMATA = new Map<Settings, Uint8Array>();
/** What must look at single letters and not only at what NFC may change. */
const WORD_FIXERS = 511 | STYLE_OLD | STYLE_NEW;
const RELEVANT = TONE_PLACEMENT | STYLE_OLD | STYLE_NEW | SPACING_MARKS;

/** Next state by `state << 5 | class`; undefined where only NFC is asked for and {@link findWork} needs no states. */
export function automatonFor(settings: Settings): Uint8Array | undefined {
  if ((settings & WORD_FIXERS) === 0) return undefined;
  const key = settings & RELEVANT;
  let table = AUTOMATA.get(key);
  if (table === undefined) {
    table = build(key);
    AUTOMATA.set(key, table);
  }
  return table;
}

function build(settings: Settings): Uint8Array {
  const table = new Uint8Array(STATES << 5);
  for (let state = 0; state < STATES; state++) {
    for (let next = 0; next < CLASS_SPACING; next++) table[(state << 5) | next] = next;
    // A spacing accent counts only behind a vowel.
    if (settings & SPACING_MARKS && state >= PLAIN) table[(state << 5) | CLASS_SPACING] = LOOK;
    table[(state << 5) | CLASS_LOOK] = LOOK;
  }
  if ((settings & (TONE_PLACEMENT | STYLE_OLD | STYLE_NEW)) === 0) return table;
  for (let vowel = 0; vowel < VOWELS.length; vowel++) {
    lookUnless(table, PLAIN + vowel, TONED, TONE_ON_SECOND[vowel]);
    afterTone(table, TONED + vowel, vowel);
  }
  for (let i = 0; i < GLIDES.length; i++) {
    const [glide, vowel] = [...GLIDES[i]].map((letter) => VOWELS.indexOf(letter));
    table[((PLAIN + glide) << 5) | (TONED + vowel)] = STATE_NEW + i;
    table[((TONED + glide) << 5) | (PLAIN + vowel)] = STATE_OLD;
    afterTone(table, STATE_NEW + i, vowel);
    if (settings & STYLE_OLD) lookAtEnd(table, STATE_NEW + i);
  }
  table.fill(LOOK, (STATE_OLD << 5) | 1, (STATE_OLD << 5) | CLASS_SPACING);
  if (settings & STYLE_NEW) lookAtEnd(table, STATE_OLD);
  // The vowel of qu and gi.
  for (const [onset, vowel] of [
    [CLASS_Q, VOWELS.indexOf('u')],
    [CLASS_G, VOWELS.indexOf('i')],
  ]) {
    table[(onset << 5) | (PLAIN + vowel)] = STATE_ONSET;
    table[(onset << 5) | (TONED + vowel)] = STATE_TONED_ONSET;
  }
  table.fill(LOOK, (STATE_TONED_ONSET << 5) | PLAIN, (STATE_TONED_ONSET << 5) | CLASS_SPACING);
  return table;
}

/** After a vowel with the tone only some vowels may come; another tone never. */
function afterTone(table: Uint8Array, state: number, vowel: number): void {
  lookUnless(table, state, PLAIN, TONE_ON_FIRST[vowel]);
  lookUnless(table, state, TONED, '');
}

/** In a state a fixer must look at the vowels of these classes that are not allowed there. */
function lookUnless(table: Uint8Array, state: number, classes: number, allowed: string): void {
  for (let v = 0; v < VOWELS.length; v++) {
    if (!allowed.includes(VOWELS[v])) table[(state << 5) | (classes + v)] = LOOK;
  }
}

/** In a state a fixer must look where the word ends. */
function lookAtEnd(table: Uint8Array, state: number): void {
  table[state << 5] = table[(state << 5) | CLASS_SPACING] = LOOK;
}

/**
 * Index of the first code unit from `from` on at which a fixer must look, -1 if there is none; `text.length` where it
 * is the end of the text that completes a word.
 * @param from start of a word, or any place behind a space
 */
export function findWork(text: string, from: number, automaton: Uint8Array | undefined): number {
  if (automaton === undefined) {
    NFC_WORK.lastIndex = from;
    return NFC_WORK.test(text) ? NFC_WORK.lastIndex - 1 : -1;
  }
  const length = text.length;
  const classes = CLASSES;
  let state = 0;
  for (let i = from; i < length; i++) {
    state = automaton[(state << 5) | classes[text.charCodeAt(i)]];
    if (state === LOOK) return i;
  }
  return automaton[state << 5] === LOOK ? length : -1;
}
