import { LATIN, TONED_VOWELS } from './letters.ts';
import { type Settings, STYLE_NEW, STYLE_OLD, TONE_PLACEMENT } from './options.ts';
import {
  CLASS_ACCENT,
  CLASS_LOOK,
  FIRST_OF_TREE,
  LOOK,
  PLAIN,
  START,
  STATE_G,
  STATE_NO_RIME,
  STATE_ONSET,
  STATE_Q,
  STATE_TONED_ONSET,
  STATES,
  TONED,
} from './states.ts';
import { placeTone, RIMES, toneIndexOf } from './syllable.ts';
import { TWIN } from './twins.ts';

/**
 * A finite automaton that reads text once and stops where a fixer may have something to do: two table look-ups a code
 * unit, nothing allocated. It may stop for nothing (the fixers decide), it must never pass over work; a test compares
 * it with running the fixers on every word. Its classes and states: `states.ts`.
 */

/** Class of every UTF-16 code unit. */
export const CLASSES: Uint8Array = new Uint8Array(0x10000);

/**
 * What NFC may change, as ranges of a regular expression: all from U+0300 on but the blocks whose units no fixer changes
 * and NFC never joins to what stands before them.
 */
export const NFC_RANGES: string =
  '\u0300-\u1dff\u1f00-\u200f\u202a-\u202f\u205f-\u206f\u20d0-\u20ff\u2126-\u218f' +
  '\u2329-\u24ff\u2ad1-\u33ff\ua000-\uabff\ud7a4-\udfff\uf900-\uffff';

/** It scans twice as fast as a loop over `charCodeAt`, and faster than `normalize` finds that it has nothing to do. */
const NFC_WORK = new RegExp(`[${NFC_RANGES}]`, 'g');

// Controls, no-break space, soft hyphen and modifiers need a look too, then letters that stand for others.
for (const [class_, ranges] of [
  [1, LATIN],
  [CLASS_LOOK, `\x80-\xa0\xad-\xadʰ-˿${NFC_RANGES}`],
] as const) {
  for (let i = 0; i < ranges.length; i += 3) {
    CLASSES.fill(class_, ranges.charCodeAt(i), ranges.charCodeAt(i + 2) + 1);
  }
}
for (const twin of TWIN.keys()) CLASSES[twin.charCodeAt(0)] = CLASS_LOOK;
for (let i = 0; i < TONED_VOWELS.length; i++) {
  for (const form of [TONED_VOWELS[i], TONED_VOWELS[i].toUpperCase()]) {
    CLASSES[form.charCodeAt(0)] = (i % 6 > 0 ? TONED : PLAIN) + Math.floor(i / 6);
  }
}
CLASSES[0x60] = CLASSES[0xb4] = CLASS_ACCENT;
CLASSES[0x51] = CLASSES[0x71] = 2;
CLASSES[0x47] = CLASSES[0x67] = 3;

const AUTOMATA = new Map<Settings, Uint16Array>();
/** What must look at single letters and not only at what NFC may change. */
const WORD_FIXERS = 511 | STYLE_OLD | STYLE_NEW;
const TONES = TONE_PLACEMENT | STYLE_OLD | STYLE_NEW;

/** Next state by state and class; undefined where only NFC is asked for and {@link findWork} needs no states. */
export function automatonFor(settings: Settings): Uint16Array | undefined {
  if ((settings & WORD_FIXERS) === 0) return undefined;
  const key = settings & TONES;
  let table = AUTOMATA.get(key);
  if (table === undefined) {
    table = build(key);
    AUTOMATA.set(key, table);
  }
  return table;
}

function build(settings: Settings): Uint16Array {
  const table = new Uint16Array(STATES << 5).fill(LOOK);
  const addState = (state: number): void => {
    table.set([START, START, STATE_Q, STATE_G], state);
    table.fill(STATE_NO_RIME, state + PLAIN, state + (settings & TONES ? TONED : CLASS_ACCENT));
  };
  for (let state = START; state <= STATE_NO_RIME; state += 32) addState(state);
  for (const state of [START, STATE_Q, STATE_G]) table[state + CLASS_ACCENT] = START;
  if (settings & TONES) addRimes(table, settings, addState);
  return table;
}

function addRimes(table: Uint16Array, settings: Settings, addState: (state: number) => void): void {
  let free = FIRST_OF_TREE;
  for (const [rime, nucleus] of RIMES) {
    const coda = rime.slice(nucleus.length);
    const letters = { onset: '', nucleus, coda };
    const old = toneIndexOf(letters, 'old');
    const late = toneIndexOf(letters, 'new');
    for (const place of [old, late]) {
      // A fixer of a style must look at the other's, and who counts them at both.
      if (settings & STYLE_OLD && place > old) continue;
      if (settings & STYLE_NEW && place < late) continue;
      let state = START;
      const toned = placeTone(nucleus, 2, place);
      for (let i = 0; i < toned.length; i++) {
        const key = state + CLASSES[toned.charCodeAt(i)];
        if (table[key] < FIRST_OF_TREE) {
          table[key] = free;
          if (i < place) addState(free);
          free += 32;
        }
        state = table[key];
      }
      // A coda or the end of the word.
      table[state + (coda === '' ? 0 : 1)] = START;
    }
  }
  for (const state of [STATE_G, STATE_ONSET]) table.copyWithin(state + PLAIN, START + PLAIN, START + CLASS_ACCENT);
  for (const [onset, vowel] of [
    [STATE_Q, PLAIN + 9],
    [STATE_G, PLAIN + 5],
  ]) {
    table[onset + vowel] = STATE_ONSET;
    table[onset + vowel + TONED - PLAIN] = STATE_TONED_ONSET;
  }
  table.fill(LOOK, STATE_TONED_ONSET + PLAIN, STATE_TONED_ONSET + CLASS_ACCENT);
}

/**
 * Index of the first code unit from `from` on at which a fixer must look, -1 if there is none; `text.length` where it
 * is the end of the text that completes a word.
 * @param from start of a word, or any place behind a space
 */
export function findWork(text: string, from: number, automaton: Uint16Array | undefined): number {
  if (automaton === undefined) {
    NFC_WORK.lastIndex = from;
    return NFC_WORK.test(text) ? NFC_WORK.lastIndex - 1 : -1;
  }
  const length = text.length;
  const classes = CLASSES;
  let state = START;
  for (let i = from; i < length; i++) {
    state = automaton[state | classes[text.charCodeAt(i)]];
    if (state === LOOK) return i;
  }
  return automaton[state] === LOOK ? length : -1;
}
