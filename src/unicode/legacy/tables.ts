import { isCapital, letterAt, MARKS, qualityOf, TONED_VOWELS, toneOf, unitOf, withTone } from '../letters.ts';
import { choose } from '../options.ts';
import { windows1252 } from '../units.ts';

/** Encodings that {@link decodeLegacy} reads and {@link encodeLegacy} writes. */
export type LegacyEncoding = 'tcvn3' | 'vni-win' | 'viscii' | 'vps' | 'viqr' | 'windows-1258';

const SMALL = `${TONED_VOWELS}đ`.replace(/[a-z]/g, '');

/** The 134 letters that ASCII lacks: small vowels, đ, then the same as capitals; order of the tables below. */
export const SPECIAL_LETTERS: string = SMALL + SMALL.toUpperCase();

/**
 * What the encodings have beside ASCII, each byte as the character `byte ^ 0x80`: à is 0xe0, so a grave accent. In
 * hexadecimal they would take half as much again in a packed bundle. A space or a zero is for none.
 *
 * First, one byte a letter, in the order of {@link SPECIAL_LETTERS}. A capital is written as the bits in which its byte
 * differs from the small letter's, and those of a: "A", also where nothing is written, where it is 0x20 apart, "a" where
 * it is the same. TCVN3 is the habit of the ABC fonts: a capital with a tone has the byte of its small letter and is shown
 * by a font of capitals. VPS shares bytes too. VISCII: RFC 1456.
 *
 * Then bytes behind a letter, by its tone: for all letters, for those with a breve, with a circumflex. VNI: behind the one
 * without marks or with its horn; 0x20 lower behind a capital. Windows-1258: the tones.
 */
const SOURCES: Readonly<Record<LegacyEncoding, readonly string[]>> = {
  tcvn3: [
    '58679(;><=F)GJHIKLPNOQ*RUSTVW]X\\^_cabd+ehfgi,jmklnosqrt-uxvwyz}{|~.' +
      'aaaaahaaaaajaaaaaaaaaahaaaaaaaaaaaaaaanaaaaahaaaaaaaaaajaaaaaaaaaah',
  ],
  'vni-win': ['                            lmfsr           t          v         nq', '\0xy{uo', 'jhiz|k', 'b`aecd'],
  viscii: [
    '`adcUe"!FG#b%$&g\'hik()j+*,-.lmon8rsvuwt0/125=6>7^~yz|{x_WQXfqO}V[\\p' +
      'AAAA4AAA\xa5\xa3AAAAA\x80AAAAAAAAAAAAAA\x15AAAA\x0e4\x0cAAAAAGhAJA\x0c\x0bAA\x01\x07\x07\x01\x0d\x0a\x05x)1A\xa3\xa3\xa3A',
  ],
  vps: [
    '`adcef"!#$%b@CDEFhiHkKj\x0a\x09\x0bM\x0clmLoNrsUu\x06tRS0\x076V)\'*+.yz{[x\\XY:;?\x7f\x1a\x1bO\x1cG' +
      '\x01A\x04\x00a\x0fMMM5aA%! aa^AwtaAxx~9a88\x1a6a/+\x09*aA$$I\x7fa@V[Tla0AK\x16am\x16\x15jaa,&\x07\x1daW',
  ],
  viqr: [],
  'windows-1258': ['     c                                      u          }          p', '\0LlR^r'],
};

export const LEGACY_ENCODINGS: readonly LegacyEncoding[] = Object.keys(SOURCES) as LegacyEncoding[];

/** @throws RangeError for what is no legacy encoding */
export function requireEncoding(encoding: unknown, others?: object): asserts encoding is LegacyEncoding {
  choose('encoding', encoding, { ...others, ...SOURCES });
}

/** Both directions of an encoding. */
export type LegacyTables = readonly [
  /** By unit: first byte, second byte << 8; 0 for what the encoding lacks. */
  codes: Uint16Array,
  /** Unit by byte; 0 where the encoding has nothing, and Windows-1252 a letter. */
  singles: Uint16Array,
  /** Unit by first byte, second byte << 8. */
  pairs: Uint16Array,
];

const TABLES: Partial<Record<LegacyEncoding, LegacyTables>> = {};

/** Tables of an encoding; those of VIQR, whose text is ASCII, are those of ASCII. */
export function tablesOf(encoding: LegacyEncoding): LegacyTables {
  TABLES[encoding] ??= build(encoding);
  return TABLES[encoding];
}

function build(encoding: LegacyEncoding): LegacyTables {
  const HALF = SMALL.length;
  const isVni = encoding === 'vni-win';
  const is1258 = encoding === 'windows-1258';
  const [bytes = '', ...marks] = SOURCES[encoding];
  const codes = new Uint16Array(0x10000);
  const pairs = new Uint16Array(0x10000);
  const singles = Uint16Array.from({ length: bytes ? 0x100 : 0x80 }, (_, byte) =>
    byte < 0xc0 || is1258 ? windows1252(byte) : 0,
  );
  const put = (byte: number, unit: number): void => {
    singles[byte] = unit;
    codes[unit] = byte;
  };
  // A capital first: where a byte is shared it is read as the small letter, and the case of the word decides later.
  for (let i = 0; i < HALF; i++) {
    if (' '.includes(bytes.charAt(i))) continue;
    const byte = bytes.charCodeAt(i) ^ 0x80;
    put(byte ^ (bytes.codePointAt(HALF + i) ?? 0x41) ^ 0x61, SPECIAL_LETTERS.charCodeAt(HALF + i));
    put(byte, SPECIAL_LETTERS.charCodeAt(i));
  }
  if (is1258) {
    for (let tone = 1; tone < 6; tone++) put(marks[0].charCodeAt(tone) ^ 0x80, MARKS.charCodeAt(tone - 1));
    put(0xfe, 0x20ab);
  }
  // What is left of Windows-1252, but no byte that would be read as a mark.
  singles.forEach((unit, byte) => {
    if (!marks.join('').includes(String.fromCharCode((byte | 0x20) ^ 0x80))) codes[unit || byte] ||= byte;
  });
  for (const letter of SPECIAL_LETTERS) {
    const packed = letterAt(letter, 0);
    const quality = qualityOf(packed);
    // Breve and circumflex have rows of their own.
    const row = marks[quality - 5];
    const mark = (row ?? marks[0] ?? '').charCodeAt(toneOf(packed)) ^ 0x80;
    if (mark === 0x80) continue;
    const bare = withTone(row ? packed - quality : packed, 0);
    const pair = codes[unitOf(bare)] | ((isVni && isCapital(packed) ? mark - 0x20 : mark) << 8);
    const unit = unitOf(packed);
    // A letter with a byte of its own is read from two as well, and with a mark of either case.
    pairs[pair] = unit;
    if (isVni) pairs[pair ^ 0x2000] = unit;
    if (!singles.includes(unit)) codes[unit] = pair;
  }
  return [codes, singles, pairs];
}
