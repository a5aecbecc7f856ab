import { CLASS_LOOK, CLASSES } from './automaton.ts';
import {
  LETTERS,
  letterOf,
  qualityOf,
  qualityOfMark,
  toneOfMark,
  unitOf,
  withoutQuality,
  withQuality,
} from './letters.ts';
import { copyUnits, stringOf } from './units.ts';

/** The two functions that a host gives for text that is not Vietnamese. */
export interface UnicodeForms {
  nfc(text: string): string;
  nfd(text: string): string;
}

/** The host's own `String.prototype.normalize`. */
export const NATIVE_FORMS: UnicodeForms = {
  nfc: (text) => text.normalize('NFC'),
  nfd: (text) => text.normalize('NFD'),
};

const FIRST_MARK = 0x300;
const LAST_MARK = 0x323;

/** A letter (packed) with one mark more, 0 where NFC does not compose the two in one step. */
function composeOnce(packed: number, mark: number): number {
  const tone = packed & 0x1c0;
  if (mark < 6) return mark > 0 && tone === 0 && unitOf(packed | (mark << 6)) > 0 ? packed | (mark << 6) : 0;
  // Circumflex and breve stand above as four of the tones do: NFC does not compose them after those.
  if (mark > 8 || qualityOf(packed) > 0 || (mark < 8 && tone > 0 && tone < 5 << 6)) return 0;
  return withQuality(packed, mark - 5);
}

/** Units composed at a time, a multiple of four: hides the cost of a call, and fits the first-level cache. */
const CHUNK = 1 << 14;

interface Composer {
  /** A chunk with two units of the next, or with U+0000 behind the end of the text. */
  readonly source: Uint16Array;
  /** Output of texts that are no longer than a chunk. */
  readonly scratch: Uint16Array;
  /** Forgets what was composed before. */
  begin(): void;
  /** Composes `count` units of `source`, rounded up to four, to the end of `out`; gives its new size. */
  composeChunk(count: number, out: Uint16Array, size: number): number;
  /** How many of all units are such that NFC may have to do something, if no letter took them. */
  looks(): number;
  isLook(unit: number): boolean;
  /** What the table of steps says of a letter with the two units behind it. */
  stepOf(unit: number, next: number, afterNext: number): number;
}

let composer: Composer | undefined;

/**
 * Tables and the loop over them. Both live in one function, called once: the compiler then takes the tables' places and
 * lengths for constants, which makes the loop twice as fast. Constants of a module would do as well, but that a bundler
 * makes variables of them.
 */
function makeComposer(): Composer {
  /** By unit: its row in `steps`, shifted by 8; 0 for what is no Vietnamese letter. */
  const rows = new Uint16Array(0x10000);
  /** By unit: 1 to 5 a tone mark, 6 circumflex, 7 breve, 8 horn, 0 what no Vietnamese letter has. */
  const marks = new Uint8Array(0x10000);
  /** By unit: 1 where NFC may have to do something, if no letter takes it. */
  const lookAt = new Uint8Array(0x10000);
  /**
   * By row, mark behind the letter, mark behind that one (8, 4, 4 bits); 0 where NFC composes nothing in one step.
   *
   * | bits | meaning                                                            |
   * | ---- | ------------------------------------------------------------------ |
   * | 0-15 | what to add to the letter's unit to make the composed one, mod 2^16 |
   * | 16   | the letter takes the mark behind it                                |
   * | 17   | and the one behind that                                            |
   */
  const steps = new Int32Array(0x10000);
  const source = new Uint16Array(CHUNK + 8);
  /** From chunk to chunk: in bits 16 and 17, which of the next two units a letter took. */
  let taken = 0;
  let looks = 0;

  for (let unit = FIRST_MARK; unit < 0x10000; unit++) lookAt[unit] = CLASSES[unit] === CLASS_LOOK ? 1 : 0;
  for (let unit = FIRST_MARK; unit <= LAST_MARK; unit++) {
    const quality = qualityOfMark(unit);
    marks[unit] = quality > 0 ? quality + 5 : toneOfMark(unit);
  }
  let row = 0;
  for (let unit = 0; unit < LETTERS.length; unit++) {
    if (LETTERS[unit] === 0) continue;
    rows[unit] = row += 0x100;
    for (let first = 1; first <= 8; first++) {
      const once = composeOnce(LETTERS[unit], first);
      if (once === 0) continue;
      for (let second = 0; second < 16; second++) {
        const twice = composeOnce(once, second);
        const made = unitOf(twice === 0 ? once : twice);
        steps[row | (first << 4) | second] = ((made - unit) & 0xffff) | (twice === 0 ? 1 << 16 : 3 << 16);
      }
    }
  }

  function composeChunk(count: number, out: Uint16Array, size: number): number {
    let skip = taken;
    let seen = looks;
    let unit0 = source[0];
    let unit1 = source[1];
    let pair = marks[unit1];
    // A unit that a letter took is overwritten by the next. Four units a turn, written out: a fifth faster than one.
    for (let i = 2; i < count + 2; i += 4) {
      const unit2 = source[i];
      pair = (pair << 4) | marks[unit2];
      let step = steps[rows[unit0] | (pair & 0xff)];
      out[size] = unit0 + step;
      size += (~skip >> 16) & 1;
      skip = (skip >> 1) | step;
      seen += lookAt[unit0];

      const unit3 = source[i + 1];
      pair = (pair << 4) | marks[unit3];
      step = steps[rows[unit1] | (pair & 0xff)];
      out[size] = unit1 + step;
      size += (~skip >> 16) & 1;
      skip = (skip >> 1) | step;
      seen += lookAt[unit1];

      unit0 = source[i + 2];
      pair = (pair << 4) | marks[unit0];
      step = steps[rows[unit2] | (pair & 0xff)];
      out[size] = unit2 + step;
      size += (~skip >> 16) & 1;
      skip = (skip >> 1) | step;
      seen += lookAt[unit2];

      unit1 = source[i + 3];
      pair = (pair << 4) | marks[unit1];
      step = steps[rows[unit3] | (pair & 0xff)];
      out[size] = unit3 + step;
      size += (~skip >> 16) & 1;
      skip = (skip >> 1) | step;
      seen += lookAt[unit3];
    }
    taken = skip;
    looks = seen;
    return size;
  }

  return {
    source,
    scratch: new Uint16Array(CHUNK + 4),
    begin: () => {
      taken = looks = 0;
    },
    composeChunk,
    looks: () => looks,
    isLook: (unit) => lookAt[unit] > 0,
    stepOf: (unit, next, afterNext) => steps[rows[unit] | (marks[next] << 4) | marks[afterNext]],
  };
}

/**
 * Composes Vietnamese letters wherever one step of NFC does, and leaves everything else: the result is canonically
 * equivalent to the text. Much faster than `normalize` on decomposed text: five look-ups and no branch a unit. Marks
 * stand at no regular distance, so a branch would be guessed wrong at every other mark, at the price of four units.
 * @param begin where to start, not between a letter and its marks
 * @returns `settled` if from `begin` on nothing is left that NFC could change
 */
export function composePairs(text: string, begin: number): { text: string; settled: boolean } {
  composer ??= makeComposer();
  const { source } = composer;
  // A string of two parts is copied once more when it is first read.
  const start = begin * 4 < text.length ? 0 : begin;
  const length = text.length - start;
  const out = length <= CHUNK ? composer.scratch : new Uint16Array(length + 4);
  let size = 0;
  composer.begin();
  for (let from = start; from < text.length; from += CHUNK) {
    const ahead = Math.min(text.length, from + CHUNK + 2);
    copyUnits(text, from, ahead, source);
    source.fill(0, ahead - from, ahead - from + 4);
    size = composer.composeChunk(Math.min(text.length - from, CHUNK), out, size);
  }
  // The last chunk was rounded up to four units, with U+0000.
  size -= -length & 3;
  const made = stringOf(out, size);
  return { text: start === 0 ? made : text.slice(0, start) + made, settled: composer.looks() === length - size };
}

/**
 * {@link composePairs} as changes, one a letter: what it does and in the same coordinates.
 * @param make builds a change of `[start, end)` into a replacement
 */
export function composePairChanges<Change>(
  text: string,
  begin: number,
  make: (start: number, end: number, replacement: string) => Change,
): { changes: Change[]; settled: boolean } {
  composer ??= makeComposer();
  const changes: Change[] = [];
  let settled = true;
  const unitAt = (index: number): number => (index < text.length ? text.charCodeAt(index) : 0);
  for (let i = begin; i < text.length; ) {
    const unit = text.charCodeAt(i);
    const step = composer.stepOf(unit, unitAt(i + 1), unitAt(i + 2));
    const end = i + 1 + (step >> 16 === 3 ? 2 : step >> 16);
    if (step !== 0) changes.push(make(i, end, String.fromCharCode(unit + step)));
    else if (composer.isLook(unit)) settled = false;
    i = end;
  }
  return { changes, settled };
}

/** Do all units of this cluster belong to one Vietnamese letter, whatever the order of its marks? */
export function composeCluster(text: string, start: number, end: number): number {
  let packed = letterOf(text.charCodeAt(start));
  if (packed === 0) return 0;
  let tone = (packed >> 6) & 7;
  let quality = qualityOf(packed);
  packed = withoutQuality(packed & ~(7 << 6));
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    const t = toneOfMark(unit);
    const q = qualityOfMark(unit);
    if (t > 0 && (tone === 0 || tone === t)) tone = t;
    else if (q > 0 && (quality === 0 || quality === q)) quality = q;
    else return 0;
  }
  if (quality > 0) packed = withQuality(packed, quality);
  return packed === 0 ? 0 : unitOf(packed | (tone << 6));
}
