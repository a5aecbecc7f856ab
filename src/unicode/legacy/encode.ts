import { NATIVE_FORMS } from '../compose.ts';
import { letterOf, qualityOf, unitOf, withoutQuality } from '../letters.ts';
import {
  LEGACY_ENCODINGS,
  type LegacyEncoding,
  latinTable,
  SPECIAL_LETTERS,
  singleBytes,
  VNI_BREVE,
  VNI_CIRCUMFLEX,
  VNI_PLAIN,
  VNI_SINGLE,
  WINDOWS_1258,
} from './tables.ts';
import { encodeViqr } from './viqr.ts';

/** A character that an encoding cannot hold as it is. */
export interface Unencodable {
  readonly char: string;
  /** UTF-16 offset in the text, composed. */
  readonly offset: number;
  /** What {@link encodeLegacy} writes instead: a numeric reference, or the small letter that shares the byte. */
  readonly written: string;
}

/**
 * Bytes of a text in a legacy encoding. What the encoding cannot hold is written as a numeric character reference
 * (`&#128512;`), never dropped; {@link findUnencodable} names it beforehand. TCVN3 and VPS have one byte for a small
 * letter and its capital where a tone is on it: a font of capitals shows the difference, the byte does not.
 * @throws RangeError for an unknown encoding; TypeError for what is no string
 * @example
 * encodeLegacy('Việt', 'viscii'); // Uint8Array [0x56, 0x69, 0xae, 0x74]
 */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array {
  const composed = prepare(text, encoding);
  const source = encoding === 'viqr' ? encodeViqr(composed) : composed;
  const table = encoderFor(encoding);
  let out = new Uint8Array(source.length * 2 + 16);
  let size = 0;
  for (let i = 0; i < source.length; i++) {
    if (size + 16 > out.length) {
      const larger = new Uint8Array(out.length * 2);
      larger.set(out);
      out = larger;
    }
    const unit = source.charCodeAt(i);
    const packed = table[unit];
    if (packed > 0 || unit === 0) {
      out[size++] = packed & 0xff;
      if (packed > 0xff) out[size++] = packed >> 8;
      continue;
    }
    const code = source.codePointAt(i)!;
    if (code > 0xffff) i++;
    const reference = `&#${code};`;
    for (let k = 0; k < reference.length; k++) out[size++] = reference.charCodeAt(k);
  }
  return out.slice(0, size);
}

/**
 * The characters of a text that an encoding cannot hold, in order, with what would be written instead.
 * @throws as {@link encodeLegacy}
 */
export function findUnencodable(text: string, encoding: LegacyEncoding): Unencodable[] {
  const composed = prepare(text, encoding);
  const table = encoderFor(encoding);
  const found: Unencodable[] = [];
  let offset = 0;
  for (const char of composed) {
    const unit = char.charCodeAt(0);
    const packed = char.length === 1 ? table[unit] : 0;
    const letter = letterOf(unit);
    if (encoding === 'viqr' && letter > 0) {
      // Written in ASCII.
    } else if (packed === 0 && unit !== 0) found.push({ char, offset, written: `&#${char.codePointAt(0)};` });
    else if (letter & 0x200 && unit >= 0x80) {
      const small = unitOf(letter & ~0x200);
      if (table[small] === packed) found.push({ char, offset, written: String.fromCharCode(small) });
    }
    offset += char.length;
  }
  return found;
}

function prepare(text: string, encoding: LegacyEncoding): string {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: encodeLegacy needs a string, got ${typeof text}`);
  if (!LEGACY_ENCODINGS.includes(encoding)) {
    throw new RangeError(`hieudinh: encoding is "${String(encoding)}", expected ${LEGACY_ENCODINGS.join(', ')}`);
  }
  return NATIVE_FORMS.nfc(text);
}

const ENCODERS = new Map<LegacyEncoding, Uint16Array>();

/** By unit: first byte, second byte << 8; 0 for what the encoding lacks. */
function encoderFor(encoding: LegacyEncoding): Uint16Array {
  let table = ENCODERS.get(encoding);
  if (table !== undefined) return table;
  table = new Uint16Array(0x10000);
  if (encoding === 'viqr') for (let byte = 0; byte < 0x80; byte++) table[byte] = byte;
  else if (encoding === 'vni-win') fillVni(table);
  else if (encoding === 'windows-1258') fill1258(table);
  else {
    const bytes = singleBytes(encoding);
    fillLatin(table, new Set(Array.from(bytes.values(), ([byte]) => byte)));
    for (const [letter, [byte]] of bytes) table[letter.charCodeAt(0)] = byte;
  }
  ENCODERS.set(encoding, table);
  return table;
}

/** ASCII and Windows-1252 on the bytes that are not taken. */
function fillLatin(table: Uint16Array, taken: ReadonlySet<number>): void {
  const latin = latinTable();
  for (let byte = 0; byte < 256; byte++) if (!taken.has(byte)) table[latin[byte]] = byte;
}

function fillVni(table: Uint16Array): void {
  const taken = new Set<number>();
  for (const list of [VNI_PLAIN, VNI_CIRCUMFLEX, VNI_BREVE]) for (const byte of list) taken.add(byte).add(byte + 0x20);
  for (let i = 1; i < VNI_SINGLE.length; i += 2)
    taken.add(VNI_SINGLE.charCodeAt(i)).add(VNI_SINGLE.charCodeAt(i) + 0x20);
  taken.delete(0);
  taken.delete(0x20);
  fillLatin(table, taken);
  const singles = new Map<string, number>();
  for (let i = 0; i < VNI_SINGLE.length; i += 2) {
    singles.set(VNI_SINGLE[i], VNI_SINGLE.charCodeAt(i + 1));
    singles.set(VNI_SINGLE[i].toLowerCase(), VNI_SINGLE.charCodeAt(i + 1) + 0x20);
  }
  for (const letter of SPECIAL_LETTERS) {
    const packed = letterOf(letter.charCodeAt(0));
    const own = singles.get(letter);
    const small = packed & 0x200 ? 0 : 0x20;
    const tone = (packed >> 6) & 7;
    const horn = qualityOf(packed) === 3;
    const base = String.fromCharCode(unitOf(horn ? packed & ~0x1c0 : withoutQuality(packed & ~0x1c0)));
    const first = own ?? singles.get(base) ?? base.charCodeAt(0);
    const quality = qualityOf(packed);
    const list = quality === 1 ? VNI_CIRCUMFLEX : quality === 2 ? VNI_BREVE : VNI_PLAIN;
    table[letter.charCodeAt(0)] = own !== undefined ? own : first | ((list[tone] + small) << 8);
  }
}

function fill1258(table: Uint16Array): void {
  fillLatin(table, new Set(WINDOWS_1258.map(([byte]) => byte)));
  for (const [byte, unit] of WINDOWS_1258) table[unit] = byte;
  for (const letter of SPECIAL_LETTERS) {
    const unit = letter.charCodeAt(0);
    if (table[unit] > 0) continue;
    const packed = letterOf(unit);
    const tone = (packed >> 6) & 7;
    const base = table[unitOf(packed & ~0x1c0)];
    table[unit] = base | ([0, 0xcc, 0xec, 0xd2, 0xde, 0xf2][tone] << 8);
  }
}
