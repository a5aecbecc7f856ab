import { letterAt, SMALL_LETTERS } from '../letters.ts';
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
  requireEncoding(chosen, 'auto, utf-8, ');
  return decodeAs(input, chosen, options.capitals ?? false);
}

/** @throws TypeError, which names the function, for what is neither bytes nor string */
export function requireInput(input: unknown, name: string): void {
  if (!(input instanceof Uint8Array)) requireString(input, name, 'bytes or a string');
}

/** Bytes as Latin-1 shows them; a string as it is. */
export function latinOf(input: Uint8Array | string): string {
  return typeof input === 'string' ? input : stringOf(Uint16Array.from(input), input.length);
}

/**
 * {@link decodeLegacy} with a known encoding.
 * @param strict leave out the rare extras of an encoding, which would blur its detection
 */
export function decodeAs(
  input: Uint8Array | string,
  encoding: LegacyEncoding,
  capitals: boolean,
  strict = false,
): string {
  if (encoding === 'viqr') return decodeViqr(latinOf(input));
  const { singles, strict: strictSingles, pairs } = tablesOf(encoding);
  const ones = strict ? strictSingles : singles;
  const units = new Uint16Array(input.length);
  if (typeof input === 'string') for (let i = 0; i < input.length; i++) units[i] = byteOf(input.charCodeAt(i));
  else units.set(input);
  // In place, since no letter grows.
  let size = 0;
  for (let i = 0; i < units.length; i++) {
    const byte = units[i];
    const next = i + 1 < units.length ? units[i + 1] : 0;
    const letter = byte < 0x100 && next < 0x100 ? pairs[byte | (next << 8)] : 0;
    if (letter > 0) i++;
    units[size++] = letter > 0 ? letter : byte < 0x100 ? ones[byte] : byte;
  }
  const text = stringOf(units, size);
  if (encoding === 'tcvn3' && capitals) return text.toUpperCase();
  return encoding === 'tcvn3' || encoding === 'vps' ? restoreCapitals(text) : text;
}

/** Byte that Windows-1252 shows as this unit; the unit itself where there is none. */
export function byteOf(unit: number): number {
  if (unit < 0x152 || unit > 0x2122) return unit;
  const at = WINDOWS_1252.indexOf(String.fromCharCode(unit));
  return at < 0 ? unit : 0x80 + at;
}

/** A word, or what ends a heading: all but the space, comma and hyphen that may stand between its words. */
const WORD = new RegExp(`[${SMALL_LETTERS}]+|[^${SMALL_LETTERS} ,-]+`, 'gi');

const UNKNOWN = 0;
const SMALL = 1;
const CAPITAL = 2;
const NO_WORD = 3;

/**
 * Where small and capital letters share a byte, makes those capitals that stand in a word of capitals. A word whose only
 * other letter is its first (HÀ or Hà) goes with its neighbours on the line.
 */
function restoreCapitals(text: string): string {
  const cases = (text.match(WORD) ?? []).map(caseOf);
  const before = carry(cases);
  const behind = carry(cases.toReversed()).reverse();
  let at = -1;
  return text.replace(WORD, (word) => {
    at++;
    const inCapitals =
      (before[at] === CAPITAL && behind[at] !== SMALL) || (behind[at] === CAPITAL && before[at] !== SMALL);
    // Đỏ: a capital beyond ASCII has a byte of its own, so this is no font of capitals.
    const first = word[0];
    return inCapitals && (cases[at] === CAPITAL || first < '\x80' || first === first.toLowerCase())
      ? word.toUpperCase()
      : word;
  });
}

/** What those letters of a word say that share no byte, the first not counted where it is a capital. */
function caseOf(word: string): number {
  if (letterAt(word, 0) === 0) return NO_WORD;
  if (/[a-zăâđêôơư]/.test(word)) return SMALL;
  const rest = word.slice(1);
  return rest === rest.toLowerCase() ? UNKNOWN : CAPITAL;
}

/** Each unknown case replaced by the last one before it. */
function carry(cases: readonly number[]): number[] {
  let last = UNKNOWN;
  return cases.map((own) => {
    last = own || last;
    return last;
  });
}
