import { letterOf, qualityOf, TONED_VOWELS, unitOf, withoutQuality } from '../letters.ts';
import { windows1252 } from '../units.ts';

/** Encodings that {@link decodeLegacy} reads and {@link encodeLegacy} writes. */
export type LegacyEncoding = 'tcvn3' | 'vni-win' | 'viscii' | 'vps' | 'viqr' | 'windows-1258';

export const LEGACY_ENCODINGS: readonly LegacyEncoding[] = [
  'tcvn3',
  'vni-win',
  'viscii',
  'vps',
  'viqr',
  'windows-1258',
];

/** The 134 letters that ASCII lacks: small vowels, đ, then the same as capitals; order of the tables below. */
export const SPECIAL_LETTERS: string = (() => {
  const small = `${TONED_VOWELS.replace(/[aeiouy]/g, '')}đ`;
  return small + small.toUpperCase();
})();

/**
 * One byte a letter, in hexadecimal, in the order of {@link SPECIAL_LETTERS}. TCVN3 is the habit of the ABC fonts: a
 * capital with a tone has the byte of its small letter and is shown by a font of capitals. VPS shares bytes too.
 * VISCII: RFC 1456.
 */
const BYTES: Readonly<Record<'tcvn3' | 'vps' | 'viscii', string>> = {
  tcvn3:
    'b5b8b6b7b9a8bbbebcbdc6a9c7cac8c9cbccd0cecfd1aad2d5d3d4d6d7ddd8dcdedfe3e1e2e4abe5e8e6e7e9aceaedebeceeeff3f1f2f4adf5f8f6f7f9fafdfbfcfeae' +
    'b5b8b6b7b9a1bbbebcbdc6a2c7cac8c9cbccd0cecfd1a3d2d5d3d4d6d7ddd8dcdedfe3e1e2e4a4e5e8e6e7e9a5eaedebeceeeff3f1f2f4a6f5f8f6f7f9fafdfbfcfea7',
  vps:
    'e0e1e4e3e5e6a2a1a3a4a5e2c0c3c4c5c6e8e9c8ebcbea8a898bcd8cecedccefcef2f3d5f586f4d2d3b087b6d6a9a7aaabaef9fafbdbf8dcd8d9babbbfff9a9bcf9cc7' +
    '80c18182e5888e8d8ff0a5c2848385c5c6d7c9defecbca939094958cb5b4b7b8cebcb9bdbe86d497969899b6f79e9d9fa6aea8dad1acf8d0afadb1bbbfb2ddfdb39cf1',
  viscii:
    'e0e1e4e3d5e5a2a1c6c7a3e2a5a4a6e7a7e8e9eba8a9eaabaaacadaeecedefeeb8f2f3f6f5f7f4b0afb1b2b5bdb6beb7defef9fafcfbf8dfd7d1d8e6f1cffdd6dbdcf0' +
    'c0c1c4c380c58281020583c28584860687c8c9cb8889ca8b8a8c8d8ecccd9bce98d2d399a09ad4908f919293b4969597b394d9da9c9d9ebfbbbabcffb99fdd14191ed0',
};

/** The capitals of VNI for Windows with a byte of their own, and those bytes; small ones are 0x20 higher. */
const VNI_LETTERS = 'ĐƠƯÍÌỈĨỊỴ';
const VNI_BYTES = 'ÑÔÖÍÌÆÓÒÎ';
/** Second bytes of its other capitals, by quality (none or horn, circumflex, breve) and tone; small ones are 0x20 higher. */
const VNI_MARKS = ['\0ØÙÛÕÏ', 'ÂÀÁÅÃÄ', 'ÊÈÉÚÜË'];

/** Windows-1258 where it differs from Windows-1252: byte, unit. Its tones are combining marks behind the letter. */
const WINDOWS_1258 = 'ÃĂÌ\u0300ÐĐÒ\u0309ÕƠÝƯÞ\u0303ãăì\u0301ðđò\u0323õơýưþ₫';
/** Bytes of those marks by tone. */
const TONES_1258 = '\0ÌìÒÞò';

/** Both directions of an encoding. */
export interface LegacyTables {
  /** By unit: first byte, second byte << 8; 0 for what the encoding lacks. */
  readonly codes: Uint16Array;
  /** Unit by byte, Windows-1252 where the encoding has nothing. */
  readonly singles: Uint16Array;
  /** The same without letters of Windows-1252: in an empty place they would pass for good ones. */
  readonly strict: Uint16Array;
  /** Unit by first byte, second byte << 8. */
  readonly pairs: Uint16Array;
}

const TABLES = new Map<LegacyEncoding, LegacyTables>();

/** Tables of an encoding; those of VIQR, whose text is ASCII, are those of ASCII. */
export function tablesOf(encoding: LegacyEncoding): LegacyTables {
  let tables = TABLES.get(encoding);
  if (tables === undefined) {
    tables = build(encoding);
    TABLES.set(encoding, tables);
  }
  return tables;
}

function build(encoding: LegacyEncoding): LegacyTables {
  const codes = new Uint16Array(0x10000);
  const pairs = new Uint16Array(0x10000);
  const singles = Uint16Array.from({ length: encoding === 'viqr' ? 0x80 : 0x100 }, (_, byte) => windows1252(byte));
  const isVni = encoding === 'vni-win';
  const is1258 = encoding === 'windows-1258';
  for (let i = 0; is1258 && i < WINDOWS_1258.length; i += 2) {
    singles[WINDOWS_1258.charCodeAt(i)] = WINDOWS_1258.charCodeAt(i + 1);
  }
  const strict = singles.slice();
  if (!is1258) strict.fill(0xfffd, 0xc0);
  // Capitals first: where a byte is shared it is read as the small letter, and the case of the word decides later.
  for (let i = SPECIAL_LETTERS.length - 1; i >= 0 && encoding !== 'viqr'; i--) {
    const unit = SPECIAL_LETTERS.charCodeAt(i);
    const pair = isVni ? pairOfVni(unit) : is1258 ? pairOf1258(unit, singles) : 0;
    const own = isVni
      ? ownOfVni(unit)
      : is1258
        ? singles.indexOf(unit)
        : Number.parseInt(BYTES[encoding as keyof typeof BYTES].slice(i * 2, i * 2 + 2), 16);
    // A letter with a byte of its own is read from two as well.
    if (pair > 0xff) pairs[pair] = unit;
    if (isVni && pair > 0xff) pairs[pair ^ 0x2000] = unit;
    if (own >= 0) singles[own] = strict[own] = unit;
    codes[unit] = own < 0 ? pair : own;
  }
  for (let byte = 0; byte < singles.length; byte++) {
    const isMark = isVni && byte > 0x80 && VNI_MARKS.join('').includes(String.fromCharCode(byte & ~0x20));
    if (codes[singles[byte]] === 0 && !isMark) codes[singles[byte]] = byte;
  }
  return { codes, singles, strict, pairs };
}

/** The byte of a letter of VNI, -1 for those that have none of their own. */
function ownOfVni(unit: number): number {
  const packed = letterOf(unit);
  const own = VNI_LETTERS.indexOf(String.fromCharCode(unitOf(packed | 0x200)));
  return own < 0 ? own : VNI_BYTES.charCodeAt(own) + (packed & 0x200 ? 0 : 0x20);
}

/** The letter without marks, or with its horn, and one byte for all other marks; 0 where it has none. */
function pairOfVni(unit: number): number {
  const packed = letterOf(unit);
  const quality = qualityOf(packed);
  const base = packed & ~0x1c0;
  const mark = VNI_MARKS[quality % 3].charCodeAt((packed >> 6) & 7);
  if (mark === 0) return 0;
  const first = quality === 3 ? ownOfVni(unitOf(base)) : unitOf(withoutQuality(base));
  return first | ((mark + (packed & 0x200 ? 0 : 0x20)) << 8);
}

/** The letter without tone and the tone. */
function pairOf1258(unit: number, singles: Uint16Array): number {
  const packed = letterOf(unit);
  return singles.indexOf(unitOf(packed & ~0x1c0)) | (TONES_1258.charCodeAt((packed >> 6) & 7) << 8);
}
