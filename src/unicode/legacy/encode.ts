import { NATIVE_FORMS } from '../compose.ts';
import { isCapital, letterAt } from '../letters.ts';
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
  const composed = prepare(text, encoding);
  const source = encoding === 'viqr' ? encodeViqr(composed) : composed;
  const table = tablesOf(encoding).codes;
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
  const table = tablesOf(encoding).codes;
  const found: Unencodable[] = [];
  let offset = 0;
  for (const char of composed) {
    const code = char.codePointAt(0)!;
    const letter = letterAt(char, 0);
    const small = char.toLowerCase();
    // Letters of VIQR are ASCII.
    if (encoding !== 'viqr' || letter === 0) {
      if (code > 0xffff || (table[code] === 0 && code > 0)) found.push({ char, offset, written: `&#${code};` });
      else if (isCapital(letter) && table[small.charCodeAt(0)] === table[code])
        found.push({ char, offset, written: small });
    }
    offset += char.length;
  }
  return found;
}

/** The text composed; refuses what is no text or no encoding. */
function prepare(text: string, encoding: LegacyEncoding): string {
  requireString(text, 'encodeLegacy');
  requireEncoding(encoding, {});
  return NATIVE_FORMS.nfc(text);
}
