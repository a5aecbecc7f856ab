import { nativeForms } from '../compose.ts';
import { isCapital, letterOf } from '../letters.ts';
import { requireString } from '../units.ts';
import { type LegacyEncoding, requireEncoding, tablesOf } from './tables.ts';
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
  return encode(text, encoding);
}

/**
 * The characters of a text that an encoding cannot hold, in order, with what would be written instead.
 * @throws as {@link encodeLegacy}
 */
export function findUnencodable(text: string, encoding: LegacyEncoding): Unencodable[] {
  const found: Unencodable[] = [];
  encode(text, encoding, found);
  return found;
}

/** @param found where given, what the encoding cannot hold is added to it; letters of VIQR, which are ASCII, stay then */
function encode(text: string, encoding: LegacyEncoding, found?: Unencodable[]): Uint8Array {
  requireString(text, 'encodeLegacy');
  requireEncoding(encoding);
  const isViqr = encoding === 'viqr';
  const composed = nativeForms(text);
  const source = isViqr && !found ? encodeViqr(composed) : composed;
  const table = tablesOf(encoding)[0];
  let out = new Uint8Array(source.length * 2 + 16);
  let size = 0;
  for (let offset = 0; offset < source.length; offset++) {
    if (size + 16 > out.length) {
      const larger = new Uint8Array(out.length * 2);
      larger.set(out);
      out = larger;
    }
    const unit = source.charCodeAt(offset);
    const packed = table[unit];
    if (packed > 0 || unit === 0) {
      out[size++] = packed & 0xff;
      if (packed > 0xff) out[size++] = packed >> 8;
      if (found !== undefined && isCapital(letterOf(unit))) {
        const char = source[offset];
        const written = char.toLowerCase();
        if (table[written.charCodeAt(0)] === packed) found.push({ char, offset, written });
      }
    } else if (!isViqr || !letterOf(unit)) {
      const code = source.codePointAt(offset)!;
      const written = `&#${code};`;
      for (let i = 0; i < written.length; i++) out[size++] = written.charCodeAt(i);
      found?.push({ char: String.fromCodePoint(code), offset, written });
      if (code > 0xffff) offset++;
    }
  }
  return out.slice(0, size);
}
