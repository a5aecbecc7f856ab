import { isCapital, letterAt, plainOf, qualityOf, TONED_VOWELS, toneOf, unitOf, withTone } from '../letters.ts';
import { choose } from '../options.ts';
import { windows1252 } from '../units.ts';

/** Encodings that {@link decodeLegacy} reads and {@link encodeLegacy} writes. */
export type LegacyEncoding = 'tcvn3' | 'vni-win' | 'viscii' | 'vps' | 'viqr' | 'windows-1258';

/** The 134 letters that ASCII lacks: small vowels, đ, then the same as capitals; order of the tables below. */
export const SPECIAL_LETTERS: string = (() => {
  const small = `${TONED_VOWELS.replace(/[aeiouy]/g, '')}đ`;
  return small + small.toUpperCase();
})();

/** Capitals of VNI for Windows that have a byte of their own, each behind it; small ones alike. */
const VNI_CAPITALS = 'ÑĐÔƠÖƯÍÍÌÌÆỈÓĨÒỊÎỴ';

/**
 * What the encodings have beside ASCII; empty ones are for what they have not.
 *
 * First, one byte a letter, in the order of {@link SPECIAL_LETTERS}, as the character `byte ^ 0x80`: à is 0xe0, so a grave
 * accent. In hexadecimal they would take half as much again in a packed bundle. A capital is written as the bits in which
 * its byte differs from the small letter's, and those of a: "A" where it is 0x20 apart, "a" where it is the same. TCVN3 is
 * the habit of the ABC fonts: a capital with a tone has the byte of its small letter and is shown by a font of capitals.
 * VPS shares bytes too. VISCII: RFC 1456.
 *
 * Then bytes that are other letters than in Windows-1252, each before its letter.
 *
 * Then bytes behind a letter, by its quality and tone. VNI: of the other letters, behind the one without marks or with its
 * horn; 0x20 lower behind a capital. Windows-1258: the tones.
 */
const SOURCES: Readonly<Record<LegacyEncoding, readonly [letters?: string, own?: string, marks?: readonly string[]]>> =
  {
    tcvn3: [
      '58679(;><=F)GJHIKLPNOQ*RUSTVW]X\\^_cabd+ehfgi,jmklnosqrt-uxvwyz}{|~.' +
        'aaaaahaaaaajaaaaaaaaaahaaaaaaaaaaaaaaanaaaaahaaaaaaaaaajaaaaaaaaaah',
    ],
    'vni-win': ['', VNI_CAPITALS + VNI_CAPITALS.toLowerCase(), ['\0øùûõï', 'êèéúüë', 'âàáåãä']],
    viscii: [
      '`adcUe"!FG#b%$&g\'hik()j+*,-.lmon8rsvuwt0/125=6>7^~yz|{x_WQXfqO}V[\\p' +
        'AAAA4AAA\xa5\xa3AAAAA\x80AAAAAAAAAAAAAA\x15AAAA\x0e4\x0cAAAAAGhAJA\x0c\x0bAA\x01\x07\x07\x01\x0d\x0a\x05x)1A\xa3\xa3\xa3A',
    ],
    vps: [
      '`adcef"!#$%b@CDEFhiHkKj\x0a\x09\x0bM\x0clmLoNrsUu\x06tRS0\x076V)\'*+.yz{[x\\XY:;?\x7f\x1a\x1bO\x1cG' +
        '\x01A\x04\x00a\x0fMMM5aA%! aa^AwtaAxx~9a88\x1a6a/+\x09*aA$$I\x7fa@V[Tla0AK\x16am\x16\x15jaa,&\x07\x1daW',
    ],
    viqr: [],
    'windows-1258': ['', 'ÃĂÌ\u0300ÐĐÒ\u0309ÕƠÝƯÞ\u0303ãăì\u0301ðđò\u0323õơýưþ₫', ['\0ÌìÒÞò']],
  };

export const LEGACY_ENCODINGS: readonly LegacyEncoding[] = Object.keys(SOURCES) as LegacyEncoding[];

/** @throws RangeError for what is no legacy encoding */
export function requireEncoding(encoding: unknown, others: object): asserts encoding is LegacyEncoding {
  choose('encoding', encoding, { ...others, ...SOURCES });
}

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
  const isVni = encoding === 'vni-win';
  const [bytes = '', own = '', marks = ['']] = SOURCES[encoding];
  const codes = new Uint16Array(0x10000);
  const pairs = new Uint16Array(0x10000);
  const singles = Uint16Array.from({ length: encoding === 'viqr' ? 0x80 : 0x100 }, (_, byte) => windows1252(byte));
  const strict = singles.slice();
  if (encoding !== 'windows-1258') strict.fill(0xfffd, 0xc0);
  const put = (byte: number, unit: number): void => {
    singles[byte] = strict[byte] = unit;
    codes[unit] = byte;
  };
  for (let i = 0; i < own.length; i += 2) put(own.charCodeAt(i), own.charCodeAt(i + 1));
  // A capital first: where a byte is shared it is read as the small letter, and the case of the word decides later.
  const half = bytes.length / 2;
  for (let i = 0; i < half; i++) {
    const byte = bytes.charCodeAt(i) ^ 0x80;
    put(byte ^ bytes.charCodeAt(half + i) ^ 0x61, SPECIAL_LETTERS.charCodeAt(half + i));
    put(byte, SPECIAL_LETTERS.charCodeAt(i));
  }
  for (let byte = 0; byte < strict.length; byte++) codes[strict[byte]] ||= byte;
  for (let i = 0; i < SPECIAL_LETTERS.length; i++) {
    const packed = letterAt(SPECIAL_LETTERS, i);
    const quality = qualityOf(packed);
    // Breve and circumflex have rows of their own.
    const mark = (marks[quality - 5] ?? marks[0]).charCodeAt(toneOf(packed));
    if (!(mark > 0)) continue;
    const first = codes[isVni && quality < 8 ? plainOf(packed).charCodeAt(0) : unitOf(withTone(packed, 0))];
    const pair = first | ((isVni && isCapital(packed) ? mark - 0x20 : mark) << 8);
    const unit = unitOf(packed);
    // A letter with a byte of its own is read from two as well, and with a mark of either case.
    pairs[pair] = unit;
    if (isVni) pairs[pair ^ 0x2000] = unit;
    codes[unit] ||= pair;
  }
  // What is left of Windows-1252, but no byte that would be read as a mark.
  for (let byte = 0; byte < singles.length; byte++) {
    if (!isVni || !marks.join('').includes(String.fromCharCode(byte | 0x20))) codes[singles[byte]] ||= byte;
  }
  codes[0xfffd] = 0;
  return { codes, singles, strict, pairs };
}
