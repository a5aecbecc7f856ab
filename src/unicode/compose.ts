import { CLASS_LOOK, CLASSES } from './automaton.ts';
import { charOf, LETTERS, letterAt, markOf, qualityOf, toneOf, unitOf, withMark } from './letters.ts';
import { copyUnits, newUnits, stringOf } from './units.ts';

/** What a host gives for text that is not Vietnamese: its NFC, or the form that is asked for. */
export type UnicodeForms = (text: string, form?: 'NFD' | 'NFKC') => string;

/** The host's own `String.prototype.normalize`. */
export const nativeForms: UnicodeForms = (text, form) => text.normalize(form);

/** A letter (packed) with one mark more, 0 where NFC does not compose the two in one step. */
function composeOnce(packed: number, mark: number): number {
  const tone = toneOf(packed);
  // Circumflex and breve stand above as four of the tones do: NFC does not compose them after those.
  return mark < 1 || ((mark === 6 || mark === 7) && tone > 0 && tone < 5) ? 0 : withMark(packed, mark);
}

let composer: ReturnType<typeof makeComposer> | undefined;

/**
 * Composes Vietnamese letters wherever one step of NFC does, and leaves everything else: the result is canonically
 * equivalent to the text. Much faster than `normalize` on decomposed text: four look-ups and no branch a unit. Marks
 * stand at no regular distance, so a branch would be guessed wrong at every other mark, at the price of four units.
 * @returns the text, and whether nothing is left that NFC could change
 */
export function composePairs(text: string): [text: string, settled: boolean] {
  composer ??= makeComposer();
  return composer(text);
}

/**
 * Tables and the loop over them. Both live in one function, called once: the compiler then takes the tables' places and
 * lengths for constants, which makes the loop twice as fast. Constants of a module would do as well, but that a bundler
 * makes variables of them.
 */
function makeComposer() {
  /** Number in place of a mark's, of units that NFC may have to do something with and no Vietnamese letter takes. */
  const OTHER = 9;
  /** Step of a letter that takes no mark: both stay, nothing is added. */
  const NOTHING = -1 << 16;
  /** Units composed at a time, a multiple of four: hides the cost of a call, and fits the first-level cache. */
  const CHUNK = 1 << 14;
  /** By unit: its row in `steps`, shifted by 8; 0 for what is no Vietnamese letter. */
  const rows = new Uint16Array(0x10000);
  /** By unit: the number of its mark, {@link OTHER} for what else NFC may have to look at, 0 for all the rest. */
  const marks = new Uint8Array(0x10000);
  /** How many of four units, four bits each, have a number in `marks`. */
  const counts = new Uint8Array(0x10000);
  /**
   * By row, mark behind the letter, mark behind that one (8, 4, 4 bits); {@link NOTHING} where NFC composes nothing.
   *
   * | bits | meaning                                                            |
   * | ---- | ------------------------------------------------------------------ |
   * | 0-15 | what to add to the letter's unit to make the composed one, mod 2^16 |
   * | 16   | does the mark behind the letter stay?                              |
   * | 17   | does the one behind that?                                          |
   * | 18-  | ones                                                               |
   */
  const steps = new Int32Array(0x10000).fill(NOTHING);
  const source = new Uint16Array(CHUNK);
  for (let i = 1; i < 0x10000; i++) {
    counts[i] = counts[i >> 4] + (i % 16 > 0 ? 1 : 0);
    // NFC itself makes other marks of the old twins of grave and acute.
    if (i >= 0x300 && CLASSES[i] === CLASS_LOOK) marks[i] = (i < 0x340 && markOf(i)) || OTHER;
  }
  let row = 0;
  LETTERS.forEach((letter, unit) => {
    if (!letter) return;
    rows[unit] = row += 0x100;
    for (let first = 1; first < OTHER; first++) {
      const once = composeOnce(letter, first);
      for (let second = 0; once && second <= OTHER; second++) {
        // 0 for {@link OTHER}: that is the number of the stroke, which no letter takes behind another mark.
        const twice = composeOnce(once, second);
        steps[row | (first << 4) | second] = ((unitOf(twice || once) - unit) & 0xffff) | (twice ? -1 << 18 : -1 << 17);
      }
    }
  });

  /** What the loop knows from one chunk to the next: it puts out a unit when it has read two more. */
  let state: number[] = [];

  /** Composes units of `source`, rounded up to four, to the end of `out`; gives its new size. */
  function composeChunk(count: number, out: Uint16Array, size: number): number {
    let [first, second, pair, stays, numbered] = state;
    let third = 0;
    let step = 0;
    // A unit that a letter took is overwritten by the next. Four units a turn, written out: a fifth faster than one.
    for (let i = 0; i < count; ) {
      third = source[i++];
      pair = (pair << 4) | marks[third];
      step = steps[rows[first] | (pair & 0xff)];
      out[size] = first + step;
      size += (stays >> 16) & 1;
      stays = (stays >> 1) & step;
      first = second;
      second = third;

      third = source[i++];
      pair = (pair << 4) | marks[third];
      step = steps[rows[first] | (pair & 0xff)];
      out[size] = first + step;
      size += (stays >> 16) & 1;
      stays = (stays >> 1) & step;
      first = second;
      second = third;

      third = source[i++];
      pair = (pair << 4) | marks[third];
      step = steps[rows[first] | (pair & 0xff)];
      out[size] = first + step;
      size += (stays >> 16) & 1;
      stays = (stays >> 1) & step;
      first = second;
      second = third;

      third = source[i++];
      pair = (pair << 4) | marks[third];
      step = steps[rows[first] | (pair & 0xff)];
      out[size] = first + step;
      size += (stays >> 16) & 1;
      stays = (stays >> 1) & step;
      first = second;
      second = third;

      numbered += counts[pair & 0xffff];
    }
    state = [first, second, pair, stays, numbered];
    return size;
  }

  return (text: string): [text: string, settled: boolean] => {
    // Two units before the first of the text are put out too, and up to four behind the last.
    const end = text.length + 2;
    const out = newUnits(end + 4);
    let size = 0;
    state = [0, 0, 0, -1, 0];
    for (let from = 0; from < end; from += CHUNK) {
      const part = text.slice(from, from + CHUNK);
      copyUnits(part, source);
      source.fill(0, part.length, part.length + 6);
      size = composeChunk(Math.min(end - from, CHUNK), out, size);
    }
    size -= -end & 3;
    return [stringOf(out.subarray(2, size)), state[4] === end - size];
  };
}

/** The Vietnamese letter to which all units of this cluster belong, whatever the order of its marks; '' for none. */
export function composeCluster(cluster: string): string {
  let letter = letterAt(cluster, 0);
  for (let i = 1; i < cluster.length; i++) {
    const mark = markOf(cluster.charCodeAt(i));
    if (!mark) return '';
    // A mark may come twice.
    if (mark !== toneOf(letter) && mark !== qualityOf(letter)) letter = withMark(letter, mark);
  }
  return letter ? charOf(letter) : '';
}
