import { composePairs } from '../compose.ts';
import { letterOf, qualityOf, unitOf, withQuality } from '../letters.ts';
import { stringOf } from '../units.ts';
import { detectLegacy } from './detect.ts';
import { repairMojibake } from './mojibake.ts';
import {
  LEGACY_ENCODINGS,
  type LegacyEncoding,
  latinTable,
  singleByteTable,
  VNI_BREVE,
  VNI_CIRCUMFLEX,
  VNI_PLAIN,
  VNI_SINGLE,
  WINDOWS_1252,
  WINDOWS_1258,
} from './tables.ts';
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
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    throw new TypeError(`hieudinh: decodeLegacy needs bytes or a string, got ${typeof input}`);
  }
  const chosen = encoding === 'auto' ? (detectLegacy(input)?.encoding ?? 'utf-8') : encoding;
  if (chosen === 'utf-8') return typeof input === 'string' ? repairMojibake(input) : new TextDecoder().decode(input);
  if (!LEGACY_ENCODINGS.includes(chosen)) {
    throw new RangeError(
      `hieudinh: encoding is "${String(encoding)}", expected auto, utf-8 or ${LEGACY_ENCODINGS.join(', ')}`,
    );
  }
  return decodeAs(input, chosen, options.capitals ?? false);
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
  if (encoding === 'viqr')
    return decodeViqr(typeof input === 'string' ? input : stringOf(Uint16Array.from(input), input.length));
  const units = new Uint16Array(input.length);
  if (typeof input === 'string') {
    for (let i = 0; i < input.length; i++) {
      const unit = input.charCodeAt(i);
      units[i] = unit < 0x100 ? unit : byteOf(unit);
    }
  } else units.set(input);
  let size = units.length;
  if (encoding === 'vni-win') size = decodeVni(units, strict);
  else {
    const table = encoding === 'windows-1258' ? table1258() : singleByteTable(encoding, strict);
    for (let i = 0; i < size; i++) {
      const unit = units[i];
      if (unit >= 0x80 && unit < 0x100) units[i] = table[unit];
      // RFC 1456 has six capitals among the control characters.
      else if (unit < 0x20 && encoding === 'viscii') units[i] = table[unit];
    }
  }
  if (encoding === 'tcvn3' || encoding === 'vps') restoreCapitals(units, size);
  const text = stringOf(units, size);
  if (encoding === 'windows-1258') return composePairs(text, 0).text;
  return capitals && encoding === 'tcvn3' ? text.toUpperCase() : text;
}

/** Byte that Windows-1252 shows as this unit; the unit itself where there is none. */
export function byteOf(unit: number): number {
  if (unit < 0x152 || unit > 0x2122) return unit;
  const at = WINDOWS_1252.indexOf(String.fromCharCode(unit));
  return at < 0 ? unit : 0x80 + at;
}

let vniTables: ReturnType<typeof buildVni> | undefined;

/** In `marks`, by small second byte: 1 + tone + 8 * quality (0 none, 1 circumflex, 2 breve), 0 for what is no mark; `own`: bytes that are a letter. */
function buildVni(): { marks: Uint8Array; singles: Uint16Array; own: Uint8Array } {
  const marks = new Uint8Array(256);
  [VNI_PLAIN, VNI_CIRCUMFLEX, VNI_BREVE].forEach((list, quality) => {
    list.forEach((byte, tone) => {
      if (byte > 0) marks[byte] = marks[byte + 0x20] = 1 + tone + 8 * quality;
    });
  });
  const singles = latinTable();
  const own = new Uint8Array(256);
  for (let i = 0; i < VNI_SINGLE.length; i += 2) {
    const byte = VNI_SINGLE.charCodeAt(i + 1);
    own[byte] = own[byte + 0x20] = 1;
    singles[byte] = VNI_SINGLE.charCodeAt(i);
    singles[byte + 0x20] = VNI_SINGLE[i].toLowerCase().charCodeAt(0);
  }
  return { marks, singles, own };
}

/** In place, since no letter grows; gives the new size. */
function decodeVni(units: Uint16Array, strict: boolean): number {
  vniTables ??= buildVni();
  const { marks, singles, own } = vniTables;
  let size = 0;
  for (let i = 0; i < units.length; i++) {
    const byte = units[i];
    const mark = byte < 0x100 ? marks[byte] : 0;
    if (mark > 0 && size > 0) {
      const letter = letterOf(units[size - 1]);
      const quality = (mark - 1) >> 3;
      const tone = (mark - 1) & 7;
      if (letter > 0 && (letter & 0x1c0) === 0 && (quality === 0 || qualityOf(letter) === 0)) {
        const based = quality === 0 ? letter : withQuality(letter, quality);
        const made = based === 0 ? 0 : unitOf(based | (tone << 6));
        if (made > 0) {
          units[size - 1] = made;
          continue;
        }
      }
    }
    units[size++] =
      byte < 0x80 || byte > 0xff ? byte : strict && byte >= 0xc0 && own[byte] === 0 ? 0xfffd : singles[byte];
  }
  return size;
}

let windows1258: Uint16Array | undefined;

function table1258(): Uint16Array {
  if (windows1258 === undefined) {
    windows1258 = latinTable();
    for (const [byte, unit] of WINDOWS_1258) windows1258[byte] = unit;
  }
  return windows1258;
}

const UNKNOWN = 0;
const SMALL = 1;
const CAPITAL = 2;

/**
 * Where small and capital letters share a byte, makes those capitals that stand in a word of capitals. A word whose only
 * other letter is its first (HÀ or Hà) goes with its neighbours on the line.
 */
function restoreCapitals(units: Uint16Array, size: number): void {
  let previous = UNKNOWN;
  for (let i = 0; i < size; ) {
    const packed = letterOf(units[i]);
    if (packed === 0) {
      if (!joinsWords(units[i])) previous = UNKNOWN;
      i++;
      continue;
    }
    const end = endOfWord(units, i, size);
    const own = caseOf(units, i, end);
    let wanted = own;
    if (own === UNKNOWN && (units[i] < 0x80 || (letterOf(units[i]) & 0x200) === 0) && hasShared(units, i, end)) {
      const next = nextCase(units, end, size);
      if ((previous === CAPITAL && next !== SMALL) || (next === CAPITAL && previous !== SMALL)) wanted = CAPITAL;
    }
    if (wanted === CAPITAL) for (let k = i; k < end; k++) units[k] = unitOf(letterOf(units[k]) | 0x200);
    if (own !== UNKNOWN) previous = own;
    i = end;
  }
}

function endOfWord(units: Uint16Array, start: number, size: number): number {
  let end = start;
  while (end < size && letterOf(units[end]) > 0) end++;
  return end;
}

/** What the letters of known case say, the first not counted where it is a capital. */
function caseOf(units: Uint16Array, start: number, end: number): number {
  let seen = UNKNOWN;
  for (let i = start; i < end; i++) {
    const packed = letterOf(units[i]);
    if (packed & 0x200) {
      if (i > start && seen === UNKNOWN) seen = CAPITAL;
    } else if ((packed & 0x1c0) === 0) return SMALL;
  }
  return seen;
}

/** Space, comma, hyphen: the words on either side may be one heading. */
function joinsWords(unit: number): boolean {
  return unit === 0x20 || unit === 0x2c || unit === 0x2d;
}

function hasShared(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (letterOf(units[i]) & 0x1c0) return true;
  return false;
}

function nextCase(units: Uint16Array, from: number, size: number): number {
  for (let i = from; i < size && i < from + 64; ) {
    if (letterOf(units[i]) === 0) {
      if (!joinsWords(units[i])) break;
      i++;
      continue;
    }
    const end = endOfWord(units, i, size);
    const seen = caseOf(units, i, end);
    if (seen !== UNKNOWN) return seen;
    i = end;
  }
  return UNKNOWN;
}
