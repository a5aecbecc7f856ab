import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeLegacy,
  detectLegacy,
  encodeLegacy,
  findUnencodable,
  LEGACY_ENCODINGS,
  type LegacyEncoding,
  repairMojibake,
} from '../../src/unicode/index.ts';
import { SPECIAL_LETTERS } from '../../src/unicode/legacy/tables.ts';
import { anyText, describeWith, vectors } from './shared.ts';

const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const COLUMNS = { TCVN3: 'tcvn3', VISCII: 'viscii', VPS: 'vps', 'VNI-WIN': 'vni-win' } as const;

describe('decodeLegacy', () => {
  it('reads strings that were mis-read', () => {
    expect(decodeLegacy('Tr\u00adêng §¹i häc')).toBe('Trường Đại học');
    expect(decodeLegacy('Vieät Nam', 'vni-win')).toBe('Việt Nam');
    // Marks of either case, also on a letter that has a byte of its own.
    expect(decodeLegacy('VIEäT iù Ò oâ', 'vni-win')).toBe('VIỆT í Ị ô');
    expect(decodeLegacy('a\u00ec \u00e1 \u00e2\u00f2', 'windows-1258')).toBe('á á ậ');
    expect(decodeLegacy("Tie^'ng Vie^.t", 'viqr')).toBe('Tiếng Việt');
    expect(decodeLegacy('thñ t\u00ad\u00edng', 'tcvn3', { capitals: true })).toBe('THỦ TƯỚNG');
  });

  it('tells capitals of TCVN3 by the words around', () => {
    expect(decodeLegacy('Hµ Néi', 'tcvn3')).toBe('Hà Nội');
    expect(decodeLegacy('Uû BAN TØNH Hµ GIANG', 'tcvn3')).toBe('UỶ BAN TỈNH HÀ GIANG');
    expect(decodeLegacy('Sè: 12/Q§', 'tcvn3')).toBe('Số: 12/QĐ');
  });

  it('holds every letter in every encoding that has bytes for it', () => {
    for (const encoding of LEGACY_ENCODINGS) {
      const lost = new Set(findUnencodable(SPECIAL_LETTERS, encoding).map(({ char }) => char));
      for (const letter of SPECIAL_LETTERS) {
        const back = decodeLegacy(encodeLegacy(letter, encoding), encoding);
        expect(back).toBe(lost.has(letter) ? letter.toLowerCase() : letter);
      }
      expect(lost.size).toBe({ tcvn3: 60, vps: 14 }[encoding as string] ?? 0);
    }
  });

  it('gives back text of Vietnamese letters and ASCII', () => {
    const letters = fc.constantFrom(...SPECIAL_LETTERS.slice(0, 67), ...'abcdeghiklmnopqrstuvxy .,?!\'`~^(+\\"d');
    for (const encoding of LEGACY_ENCODINGS) {
      fc.assert(
        fc.property(fc.array(letters, { maxLength: 20 }), (chars) => {
          // VIQR: at the end of a word a hook or a dot may be read as punctuation, by design.
          const text = chars.join('').normalize('NFC');
          fc.pre(encoding !== 'viqr' || !/[\u0309\u0323]/.test(text.normalize('NFD')));
          expect(decodeLegacy(encodeLegacy(text, encoding), encoding)).toBe(text);
        }),
        { numRuns: 600 },
      );
    }
  });

  it('names what an encoding cannot hold', () => {
    expect(findUnencodable('a漢😀', 'viscii')).toEqual([
      { char: '漢', offset: 1, written: '&#28450;' },
      { char: '😀', offset: 2, written: '&#128512;' },
    ]);
    expect(new TextDecoder().decode(encodeLegacy('a😀', 'vni-win'))).toBe('a&#128512;');
    expect(findUnencodable('Ạ', 'tcvn3')).toEqual([{ char: 'Ạ', offset: 0, written: 'ạ' }]);
  });

  it('never throws on any text or bytes, and names a wrong encoding', () => {
    const any = fc.constantFrom<LegacyEncoding | 'auto' | 'utf-8'>(...LEGACY_ENCODINGS, 'auto', 'utf-8');
    fc.assert(fc.property(anyText, any, (text, encoding) => void decodeLegacy(text, encoding)));
    fc.assert(fc.property(fc.uint8Array(), any, (bytes, encoding) => void decodeLegacy(bytes, encoding)));
    fc.assert(
      fc.property(anyText, fc.constantFrom(...LEGACY_ENCODINGS), (text, encoding) => void encodeLegacy(text, encoding)),
    );
    expect(() => decodeLegacy('a', 'koi8' as never)).toThrow(RangeError);
    expect(() => encodeLegacy('a', 'koi8' as never)).toThrow(RangeError);
    expect(() => decodeLegacy(1 as never)).toThrow(TypeError);
  });
});

describe('detectLegacy', () => {
  it.each([
    'Trường Đại học',
    'Trường Đại học'.normalize('NFD'),
    'Anh là ai và có gì không',
    'café déjà vu',
    'Là où il va',
    'über Straße, naïve façade',
    'Olá, não, informação',
    '¿Qué tal está el niño aquí?',
    'plain ASCII',
    '',
    '25°C, §1, £5, «á»',
    'Москва',
    '1929–30, 75 ÷ 800 mm, £750',
    'Tomáš Berdych',
    'Ý Lan',
    "Matsushita Co., now I'm here",
  ])('guesses nothing of %j', (text) => {
    expect(detectLegacy(text)).toBeUndefined();
    expect(decodeLegacy(text, 'auto')).toBe(text);
  });

  it.each([0, 1, 40_000, 200_000])('looks at what is behind %d units of ASCII', (size) => {
    const head = '<script>var a = 1;</script>\n'.repeat(size / 28 + 1).slice(0, size);
    const text = `${head}Cộng hòa xã hội chủ nghĩa Việt Nam`;
    for (const encoding of LEGACY_ENCODINGS) {
      if (encoding === 'viqr') continue;
      const bytes = encodeLegacy(text, encoding);
      expect(detectLegacy(bytes)?.encoding).toBe(encoding);
      expect(decodeLegacy(bytes, 'auto')).toBe(text);
    }
    expect(detectLegacy(new TextEncoder().encode(text))).toEqual({ encoding: 'utf-8', confidence: 1 });
    expect(detectLegacy(`${head}Coäng hoøa xaõ hoäi`)?.encoding).toBe('vni-win');
  });

  it('knows UTF-8 bytes', () => {
    expect(detectLegacy(new TextEncoder().encode('Việt'))).toEqual({ encoding: 'utf-8', confidence: 1 });
    expect(detectLegacy(new TextEncoder().encode('\ufeffplain'))).toEqual({ encoding: 'utf-8', confidence: 1 });
  });
});

describe('repairMojibake', () => {
  it('leaves what only resembles UTF-8: no sequence begins with 0xF8', () => {
    expect(repairMojibake('ø¶¯')).toBe('ø¶¯');
  });

  const misread = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
  it('undoes it once and twice', () => {
    for (const text of ['Tiếng Việt', 'Đảng ủy – “Nghị quyết”', 'và à la']) {
      expect(repairMojibake(misread(text))).toBe(text);
      expect(repairMojibake(misread(misread(text)))).toBe(text);
      expect(decodeLegacy(misread(text))).toBe(text);
      expect(repairMojibake(Buffer.from(text).toString('latin1'))).toBe(text);
    }
  });

  it.each(['Tiếng Việt', 'Ã', 'SÃ', 'Sè', 'Â', 'café', 'LÃNH ĐẠO', 'XÃ LAN'])('leaves %j', (text) => {
    expect(repairMojibake(text)).toBe(text);
  });
});

describeWith('legacy letters', vectors<Record<string, string>>('legacy-chars.jsonl'), (rows) => {
  // RFC 1456 puts seven capitals where the column VISCII, made for Windows fonts, has small letters.
  const windowsOnly = new Set('ẪẲẴỶỸỴÕ');
  it('has the bytes of every row', () => {
    for (const row of rows) {
      for (const [column, encoding] of Object.entries({ ...COLUMNS, glibc_CP1258: 'windows-1258' } as const)) {
        if (encoding === 'viscii' && windowsOnly.has(row.char)) continue;
        if (encoding === 'windows-1258' && row[column] === undefined) continue;
        expect(toHex(encodeLegacy(row.char, encoding))).toBe(row[column].toLowerCase());
      }
      expect(new TextDecoder().decode(encodeLegacy(row.char, 'viqr'))).toBe(row.VIQR);
    }
  });
});

interface TextRow {
  unicode: string;
  nfd: string;
  VIQR: string;
  CP1258_hex: string;
  [column: string]: unknown;
}

describeWith('legacy text', vectors<TextRow>('legacy-text.dev.jsonl'), (rows) => {
  const cell = (row: TextRow, column: string) => row[column] as { hex: string; latin1: string; cp1252: string };

  it.each(Object.entries(COLUMNS))('decodes and encodes %s', (column, encoding) => {
    let exact = 0;
    for (const row of rows) {
      const { hex, latin1, cp1252 } = cell(row, column);
      const text = decodeLegacy(fromHex(hex), encoding);
      // A single capital among small letters is lost in TCVN3: nothing in the bytes tells.
      if (text === row.unicode) exact++;
      else expect([encoding, text.toLowerCase()]).toEqual(['tcvn3', row.unicode.toLowerCase()]);
      expect(decodeLegacy(latin1, encoding)).toBe(text);
      // The test data lost bytes that Windows-1252 lacks.
      if (!cp1252.includes('\ufffd')) expect(decodeLegacy(cp1252, encoding)).toBe(text);
      expect(toHex(encodeLegacy(row.unicode, encoding))).toBe(hex);
    }
    expect(exact).toBeGreaterThanOrEqual(rows.length - 2);
  });

  it('decodes and encodes Windows-1258 and VIQR', () => {
    let exact = 0;
    for (const row of rows) {
      expect(decodeLegacy(fromHex(row.CP1258_hex), 'windows-1258')).toBe(row.unicode);
      expect(toHex(encodeLegacy(row.unicode, 'windows-1258'))).toBe(row.CP1258_hex);
      expect(new TextDecoder().decode(encodeLegacy(row.unicode, 'viqr'))).toBe(row.VIQR);
      if (decodeLegacy(row.VIQR, 'viqr') === row.unicode) exact++;
    }
    expect(exact).toBe(rows.length);
  });

  it('detects bytes, and never Unicode', () => {
    let right = 0;
    for (const row of rows) {
      expect(detectLegacy(row.unicode)).toBeUndefined();
      expect(detectLegacy(row.nfd)).toBeUndefined();
      for (const [column, encoding] of Object.entries(COLUMNS)) {
        if (detectLegacy(fromHex(cell(row, column).hex))?.encoding === encoding) right++;
      }
    }
    // Three short headings are good Vietnamese in two encodings.
    expect(right).toBeGreaterThanOrEqual(rows.length * 4 - 3);
  });
});
