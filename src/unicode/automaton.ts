import { ALPHABET, LETTERS, VOWELS } from './letters.ts';
import { type Settings, SPACING_MARKS, STYLE_NEW, STYLE_OLD, TONE_PLACEMENT } from './options.ts';

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
const STATE_QU = 28;
const STATE_GI = 29;
/** qù, gì: a vowel behind shows that the tone stands on the onset. */
const STATE_TONED_ONSET = 30;
/** óa, óe, úy: right in the old style, and only at the end of a word. */
const STATE_OLD = 31;
/** oá, oé, uý: new style at the end of a word; one state for each second vowel. */
const STATE_NEW = 32;
const STATES = 36;
/** The automaton's answer that a fixer must look. */
export const LOOK = 63;

const CLASS_SPACING = 28;
export const CLASS_LOOK = 31;

/** Class of every UTF-16 code unit. */
export const CLASSES: Uint8Array = new Uint8Array(0x10000);

/** Blocks above U+02FF whose units no fixer changes and NFC never joins to what stands before them: first, last. */
const INERT = [
  0x1e00, 0x1eff, 0x2010, 0x2029, 0x2030, 0x205e, 0x2070, 0x20cf, 0x2100, 0x2125, 0x2190, 0x2328, 0x2500, 0x2ad0,
  0x3400, 0x9fff, 0xac00, 0xd7a3, 0xe000, 0xf8ff,
];

CLASSES.fill(CLASS_LOOK);
CLASSES.fill(0, 0, 0x80);
CLASSES.fill(0, 0xa1, 0xc0);
CLASSES.fill(1, 0xc0, 0x2b0);
for (let i = 0; i < INERT.length; i += 2) CLASSES.fill(i === 0 ? 1 : 0, INERT[i], INERT[i + 1] + 1);
for (let unit = 0; unit < LETTERS.length; unit++) {
  if (LETTERS[unit] === 0) continue;
  const letter = ALPHABET[(LETTERS[unit] & 63) - 1];
  const vowel = VOWELS.indexOf(letter);
  if (vowel >= 0) CLASSES[unit] = ((LETTERS[unit] >> 6) & 7) > 0 ? 16 + vowel : 4 + vowel;
  else CLASSES[unit] = letter === 'q' ? 2 : letter === 'g' ? 3 : 1;
}
// Multiplication and division signs; soft hyphen; spacing accents; then letters that stand for others: Ð ð Ɖ ɖ ƌ ı ǎ ƣ ɑ ɡ.
for (const unit of [0xd7, 0xf7]) CLASSES[unit] = 0;
CLASSES[0xad] = CLASS_LOOK;
for (const unit of [0x60, 0xa8, 0xb4]) CLASSES[unit] = unit === 0xa8 ? 0 : CLASS_SPACING;
for (const unit of [
  0xd0, 0xf0, 0x189, 0x256, 0x18c, 0x18b, 0x131, 0x1cd, 0x1ce, 0x1a2, 0x1a3, 0x251, 0x261, 0x15e, 0x15f,
]) {
  CLASSES[unit] = CLASS_LOOK;
}

/** Vowels (with the tone) that may follow a vowel without tone; these and the next in the order of {@link VOWELS}. */
const TONE_ON_SECOND = ',,,,,ê,aăeo,,,âêôơy,ơ,ê'.split(',');
/** Vowels that may follow a vowel with the tone. */
const TONE_ON_FIRST = 'iouy,,uy,o,u,au,iae,i,i,aiy,aiu,u'.split(',');

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
  const placed = (settings & (TONE_PLACEMENT | STYLE_OLD | STYLE_NEW)) !== 0;
  for (let state = 0; state < STATES; state++) {
    const row = state << 5;
    for (let next = 0; next < CLASS_LOOK; next++) table[row | next] = next < 28 ? next : 0;
    table[row | CLASS_LOOK] = LOOK;
    // A spacing accent counts only behind a vowel.
    if (settings & SPACING_MARKS && state >= 4) table[row | CLASS_SPACING] = LOOK;
    if (!placed) continue;
    if (state >= 4 && state < 16) {
      const allowed = TONE_ON_SECOND[state - 4];
      for (let v = 0; v < 12; v++) if (!allowed.includes(VOWELS[v])) table[row | (16 + v)] = LOOK;
      if (VOWELS[state - 4] === 'o')
        for (const v of 'ae') table[row | (16 + VOWELS.indexOf(v))] = v === 'a' ? STATE_NEW : STATE_NEW + 1;
      if (VOWELS[state - 4] === 'u') table[row | (16 + VOWELS.indexOf('y'))] = STATE_NEW + 2;
    } else if (state >= 16 && state < 28) {
      afterTone(table, row, state - 16);
      if (VOWELS[state - 16] === 'o') for (const v of 'ae') table[row | (4 + VOWELS.indexOf(v))] = STATE_OLD;
      if (VOWELS[state - 16] === 'u') table[row | (4 + VOWELS.indexOf('y'))] = STATE_OLD;
    } else if (state === STATE_TONED_ONSET) {
      table.fill(LOOK, row | 4, row | 28);
    } else if (state === STATE_OLD) {
      table.fill(LOOK, row | 1, row | 28);
      if (settings & STYLE_NEW) table[row] = table[row | CLASS_SPACING] = LOOK;
    } else if (state >= STATE_NEW && state < STATE_NEW + 3) {
      afterTone(table, row, VOWELS.indexOf('aey'[state - STATE_NEW]));
      if (settings & STYLE_OLD) table[row] = table[row | CLASS_SPACING] = LOOK;
    } else if (state === 2 || state === 3) {
      const vowel = VOWELS.indexOf(state === 2 ? 'u' : 'i');
      table[row | (4 + vowel)] = state === 2 ? STATE_QU : STATE_GI;
      table[row | (16 + vowel)] = STATE_TONED_ONSET;
    }
  }
  return table;
}

/** After a vowel with the tone only some vowels may come; another tone never. */
function afterTone(table: Uint8Array, row: number, vowel: number): void {
  const allowed = TONE_ON_FIRST[vowel];
  for (let v = 0; v < 12; v++) {
    if (!allowed.includes(VOWELS[v])) table[row | (4 + v)] = LOOK;
    table[row | (16 + v)] = LOOK;
  }
}

/**
 * What NFC may change: what stands between the inert blocks. A regular expression scans twice as fast as a loop over
 * `charCodeAt`, and faster than `normalize` itself finds that it has nothing to do.
 */
const NFC_WORK = new RegExp(
  `[${INERT.map((unit, i) => between(i === 0 ? 0x2ff : INERT[i - 1], unit, i)).join('')}\\uf900-\\uffff]`,
  'g',
);

/** The range from behind `last` to before `first`, for every other index: those in between are the inert blocks. */
function between(last: number, first: number, index: number): string {
  return index % 2 === 0
    ? `\\u${(last + 1).toString(16).padStart(4, '0')}-\\u${(first - 1).toString(16).padStart(4, '0')}`
    : '';
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
