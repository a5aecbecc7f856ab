import { CAPITAL, isCapital, letterOf, toneOf, unitOf } from '../letters.ts';
import { requireString, stringOf, WINDOWS_1252 } from '../units.ts';
import { detectLegacy } from './detect.ts';
import { repairMojibake } from './mojibake.ts';
import { type LegacyEncoding, requireEncoding, tablesOf } from './tables.ts';
import { decodeViqr } from './viqr.ts';

/** Settings of {@link decodeLegacy}. */
export interface DecodeLegacyOptions {
  /**
   * TCVN3 only: the text was set in a font of capitals (`.VnTimeH`), so every letter is one. Without it a capital with a
   * tone is told by the other letters of its word and by the words beside it. Default false.
   */
  readonly capitals?: boolean;
}

/**
 * Unicode (NFC) from bytes in a legacy encoding, or from a string that was read from such bytes as Windows-1252 or
 * Latin-1 ("Tr­êng §¹i häc"). `'utf-8'` reads UTF-8, and undoes UTF-8 that was read as Windows-1252, once or twice.
 * `'auto'` asks {@link detectLegacy}, and leaves a string as it is where that knows none; bytes are UTF-8 then.
 * Characters that are in no byte table stay. Never throws on any bytes or string.
 * @throws RangeError for an unknown encoding; TypeError for input that is neither bytes nor string
 * @example
 * decodeLegacy('Tr\u00adêng §¹i häc', 'auto'); // 'Trường Đại học'
 */
export function decodeLegacy(
  input: Uint8Array | string,
  encoding: LegacyEncoding | 'utf-8' | 'auto' = 'auto',
  options: DecodeLegacyOptions = {},
): string {
  requireInput(input, 'decodeLegacy');
  const chosen = encoding === 'auto' ? (detectLegacy(input)?.encoding ?? 'utf-8') : encoding;
  if (chosen === 'utf-8') return typeof input === 'string' ? repairMojibake(input) : new TextDecoder().decode(input);
  requireEncoding(chosen, { auto: 0, 'utf-8': 0 });
  const text = decodeAs(input, chosen);
  return options.capitals && chosen === 'tcvn3' ? text.toUpperCase() : text;
}

/** @throws TypeError, which names the function, for what is neither bytes nor string */
export function requireInput(input: unknown, name: string): void {
  if (!(input instanceof Uint8Array)) requireString(input, name, 'bytes or a string');
}

/** Bytes as Latin-1 shows them; a string as it is. */
export function latinOf(input: Uint8Array | string): string {
  return typeof input === 'string' ? input : stringOf(Uint16Array.from(input));
}

/**
 * {@link decodeLegacy} with a known encoding.
 * @param strict leave out the rare extras of an encoding, which would blur its detection
 */
export function decodeAs(input: Uint8Array | string, encoding: LegacyEncoding, strict = false): string {
  if (encoding === 'viqr') return decodeViqr(latinOf(input));
  const [, singles, pairs] = tablesOf(encoding);
  // A letter of Windows-1252 would pass for a good one.
  const units = new Uint16Array(input.length + 1);
  if (typeof input === 'string') for (let i = 0; i < input.length; i++) units[i] = byteOf(input.charCodeAt(i));
  else units.set(input);
  // In place, since no letter grows.
  let size = 0;
  for (let i = 0; i < input.length; i++) {
    const byte = units[i];
    const next = units[i + 1];
    const letter = byte < 0x100 && next < 0x100 ? pairs[byte | (next << 8)] : 0;
    if (letter > 0) i++;
    units[size++] = letter || (byte < 0x100 && singles[byte]) || (strict && byte < 0x100 ? 0xfffd : byte);
  }
  const letters = units.subarray(0, size);
  if (encoding === 'tcvn3' || encoding === 'vps') restoreCapitals(letters);
  return stringOf(letters);
}

/** Byte that Windows-1252 shows as this unit; the unit itself where there is none. */
export function byteOf(unit: number): number {
  if (unit < 0x152 || unit > 0x2122) return unit;
  const at = WINDOWS_1252.indexOf(String.fromCharCode(unit));
  return at < 0 ? unit : 0x80 + at;
}

/**
 * Where small and capital letters share a byte, makes those capitals that stand in a word of capitals. A word whose only
 * other letter is its first (HÀ or Hà) goes with its neighbours on the line.
 */
function restoreCapitals(units: Uint16Array): void {
  const UNKNOWN = 0;
  const SMALL = -1;
  const CAPITAL = 1;
  /** How far the next word of known case may be, in units. */
  const NEAR = 64;
  let previous = UNKNOWN;
  /** Starts and ends of words that wait for the next one of known case. */
  let waiting: [number, number][] = [];
  // The end of the text ends a heading too.
  for (let i = 0; i <= units.length; ) {
    let end = i;
    let own = UNKNOWN;
    let shared = false;
    for (; end < units.length; end++) {
      const letter = letterOf(units[end]);
      if (!letter) break;
      // What the letters of known case say, the first not counted where it is a capital.
      if (own === SMALL) continue;
      if (toneOf(letter)) shared = true;
      else if (!isCapital(letter)) own = SMALL;
      if (isCapital(letter) && end > i) own = CAPITAL;
    }
    if (own !== UNKNOWN || (end === i && units[i] !== 0x20 && units[i] !== 0x2c && units[i] !== 0x2d)) {
      // The word or, where neither space nor comma nor hyphen stands here, the heading ends: what waits is decided.
      for (const [from, to] of waiting) if (previous + (i < to + NEAR ? own : UNKNOWN) > 0) raise(units, from, to);
      if (waiting.length > 0) waiting = [];
      previous = own;
      if (own === CAPITAL) raise(units, i, end);
    } else if (shared && (units[i] < 0x80 || !isCapital(letterOf(units[i])))) waiting.push([i, end]);
    i = Math.max(end, i + 1);
  }
}

function raise(units: Uint16Array, start: number, end: number): void {
  for (let i = start; i < end; i++) units[i] = unitOf(letterOf(units[i]) | CAPITAL);
}
