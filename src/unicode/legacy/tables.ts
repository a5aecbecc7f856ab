import { TONED_VOWELS } from '../letters.ts';

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

/** What Windows-1252 has at 0x80 to 0x9F, by which a legacy byte is seen in a mis-decoded string; '\0' where nothing. */
export const WINDOWS_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/**
 * Unit by byte for the one-byte encodings, Windows-1252 where they have nothing.
 * @param strict nothing instead of a letter of Windows-1252
 */
export function singleByteTable(encoding: 'tcvn3' | 'vps' | 'viscii', strict = false): Uint16Array {
  const key = strict ? `${encoding} strict` : encoding;
  let table = DECODE.get(key);
  if (table !== undefined) return table;
  table = latinTable();
  // A letter of Windows-1252 in an empty place would pass for a good one.
  if (strict) table.fill(0xfffd, 0xc0);
  // Capitals first: where a byte is shared it is read as the small letter, and the case of the word decides later.
  for (let i = SPECIAL_LETTERS.length - 1; i >= 0; i--) {
    table[byteAt(encoding, i)] = SPECIAL_LETTERS.charCodeAt(i);
  }
  DECODE.set(key, table);
  return table;
}

const DECODE = new Map<string, Uint16Array>();

/** Bytes as Windows-1252 reads them. */
export function latinTable(): Uint16Array {
  const table = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  for (let i = 0; i < 32; i++) if (WINDOWS_1252[i] !== '\0') table[0x80 + i] = WINDOWS_1252.charCodeAt(i);
  return table;
}

function byteAt(encoding: 'tcvn3' | 'vps' | 'viscii', index: number): number {
  return Number.parseInt(BYTES[encoding].slice(index * 2, index * 2 + 2), 16);
}

/** Byte by letter for a one-byte encoding. */
export function singleBytes(encoding: 'tcvn3' | 'vps' | 'viscii'): Map<string, number[]> {
  return new Map(Array.from(SPECIAL_LETTERS, (letter, i) => [letter, [byteAt(encoding, i)]]));
}

/** Second bytes of VNI for Windows in capitals (small ones are 0x20 higher), by the tones level to dot below. */
export const VNI_PLAIN: readonly number[] = [0, 0xd8, 0xd9, 0xdb, 0xd5, 0xcf];
export const VNI_CIRCUMFLEX: readonly number[] = [0xc2, 0xc0, 0xc1, 0xc5, 0xc3, 0xc4];
export const VNI_BREVE: readonly number[] = [0xca, 0xc8, 0xc9, 0xda, 0xdc, 0xcb];
/** Letters of VNI for Windows with a byte of their own, in capitals. */
export const VNI_SINGLE = 'ĐÑƠÔƯÖÍÍÌÌỈÆĨÓỊÒỴÎ';

/** Windows-1258 where it differs from Windows-1252: byte, unit. Its tones are combining marks behind the letter. */
export const WINDOWS_1258: readonly (readonly [number, number])[] = [
  [0xc3, 0x102],
  [0xcc, 0x300],
  [0xd0, 0x110],
  [0xd2, 0x309],
  [0xd5, 0x1a0],
  [0xdd, 0x1af],
  [0xde, 0x303],
  [0xe3, 0x103],
  [0xec, 0x301],
  [0xf0, 0x111],
  [0xf2, 0x323],
  [0xf5, 0x1a1],
  [0xfd, 0x1b0],
  [0xfe, 0x20ab],
];
