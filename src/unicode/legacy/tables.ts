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

/** @throws RangeError for what is no legacy encoding */
export function requireEncoding(encoding: unknown, others = ''): asserts encoding is LegacyEncoding {
  if (!LEGACY_ENCODINGS.includes(encoding as LegacyEncoding)) {
    throw new RangeError(
      `hieudinh: encoding is "${String(encoding)}", expected ${others}${LEGACY_ENCODINGS.join(', ')}`,
    );
  }
}

/** The 134 letters that ASCII lacks: small vowels, đ, then the same as capitals; order of the tables below. */
export const SPECIAL_LETTERS: string = (() => {
  const small = `${TONED_VOWELS.replace(/[aeiouy]/g, '')}đ`;
  return small + small.toUpperCase();
})();

/**
 * One byte a letter, in the order of {@link SPECIAL_LETTERS}, as the character `byte ^ 0x80`: à is 0xe0, so a grave
 * accent. In hexadecimal they would take half as much again in a packed bundle. TCVN3 is the habit of the ABC fonts: a
 * capital with a tone has the byte of its small letter and is shown by a font of capitals. VPS shares bytes too.
 * VISCII: RFC 1456.
 */
const BYTES: Readonly<Record<'tcvn3' | 'vps' | 'viscii', string>> = {
  tcvn3:
    '58679(;><=F)GJHIKLPNOQ*RUSTVW]X\\^_cabd+ehfgi,jmklnosqrt-uxvwyz}{|~.' +
    '58679!;><=F"GJHIKLPNOQ#RUSTVW]X\\^_cabd$ehfgi%jmklnosqrt&uxvwyz}{|~\'',
  vps:
    '`adcef"!#$%b@CDEFhiHkKj\x0a\x09\x0bM\x0clmLoNrsUu\x06tRS0\x076V)\'*+.yz{[x\\XY:;?\x7f\x1a\x1bO\x1cG' +
    '\x00A\x01\x02e\x08\x0e\x0d\x0fp%B\x04\x03\x05EFWI^~KJ\x13\x10\x14\x15\x0c5478N<9=>\x06T\x17\x16\x18\x196w\x1e\x1d\x1f&.(ZQ,xP/-1;?2]}3\x1cq',
  viscii:
    '`adcUe"!FG#b%$&g\'hik()j+*,-.lmon8rsvuwt0/125=6>7^~yz|{x_WQXfqO}V[\\p' +
    '@ADC\x00E\x02\x01\x82\x85\x03B\x05\x04\x06\x86\x07HIK\x08\x09J\x0b\x0a\x0c\x0d\x0eLM\x1bN\x18RS\x19 \x1aT\x10\x0f\x11\x12\x134\x16\x15\x173\x14YZ\x1c\x1d\x1e?;:<\x7f9\x1f]\x94\x99\x9eP',
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
        : BYTES[encoding as keyof typeof BYTES].charCodeAt(i) ^ 0x80;
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
