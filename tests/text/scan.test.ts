import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySpelling, spell } from '../../src/language/vocabulary.ts';
import { hashCodes, hashWord, unitInfo } from '../../src/text/letters.ts';
import * as kinds from '../../src/text/scan.ts';
import { scan, TokenBuffer } from '../../src/text/scan.ts';

const NAMES = new Map(
  Object.entries(kinds).flatMap(([name, value]) =>
    name.startsWith('KIND_') ? [[value as number, name.slice(5)]] : [],
  ),
);

function tokens(text: string): string[] {
  const buffer = new TokenBuffer();
  scan(text, buffer);
  return Array.from(
    { length: buffer.length },
    (_, i) => `${NAMES.get(buffer.kind[i])} ${text.slice(buffer.start[i], buffer.end[i])}`,
  );
}

describe('scan', () => {
  it.for([
    ['Tỉnh ủy', ['WORD Tỉnh', 'WORD ủy']],
    ['số 50-KL/TU, ngày', ['WORD số', 'DOCUMENT_NUMBER 50-KL/TU', 'COMMA ,', 'WORD ngày']],
    ['10/2016/QĐ-UBND', ['DOCUMENT_NUMBER 10/2016/QĐ-UBND']],
    ['14-1', ['DATE 14-1']],
    ['20-4-2010', ['DATE 20-4-2010']],
    ['31.12.2025', ['DATE 31.12.2025']],
    ['99-99', ['NUMBER 99-99']],
    ['670.000 người', ['NUMBER 670.000', 'WORD người']],
    ['1,1 triệu', ['NUMBER 1,1', 'WORD triệu']],
    ['80%', ['NUMBER 80', 'SYMBOL %']],
    ['U23', ['CODE U23']],
    ['A4, km2, 1a, 2h0', ['CODE A4', 'COMMA ,', 'CODE km2', 'COMMA ,', 'CODE 1a', 'COMMA ,', 'CODE 2h0']],
    ['th0ại 1ập tuổ1', ['WORD th0ại', 'WORD 1ập', 'WORD tuổ1']],
    ['tháng1 1số', ['CODE tháng1', 'CODE 1số']],
    [
      'khoản 1đ, đ1, Đ10, 15đ',
      ['WORD khoản', 'CODE 1đ', 'COMMA ,', 'CODE đ1', 'COMMA ,', 'CODE Đ10', 'COMMA ,', 'CODE 15đ'],
    ],
    ['15h30', ['CODE 15h30']],
    ['ông \u0024{ten}, {ho ten}', ['WORD ông', 'SYMBOL $', 'CODE {ten}', 'COMMA ,', 'CODE {ho ten}']],
    ['<%= ten %> %ten% [[ten]]', ['CODE <%= ten %>', 'CODE %ten%', 'CODE [[ten]]']],
    ['{{ ngay | date }}.', ['CODE {{ ngay | date }}', 'STOP .']],
    [
      '{họ} [ten] 5% va',
      ['STOP {', 'WORD họ', 'STOP }', 'STOP [', 'WORD ten', 'STOP ]', 'NUMBER 5', 'SYMBOL %', 'WORD va'],
    ],
    ['https://a.vn/x?y=1.', ['URL https://a.vn/x?y=1', 'STOP .']],
    ['(Baothanhhoa.vn)', ['STOP (', 'URL Baothanhhoa.vn', 'STOP )']],
    ['toasoan@bao.vn,', ['EMAIL toasoan@bao.vn', 'COMMA ,']],
    ['kinh tế - xã hội', ['WORD kinh', 'WORD tế', 'COMMA -', 'WORD xã', 'WORD hội']],
    ['Phan-xi-păng', ['WORD Phan', 'HYPHEN -', 'WORD xi', 'HYPHEN -', 'WORD păng']],
    ['“văn bản”', ['QUOTE “', 'WORD văn', 'WORD bản', 'QUOTE ”']],
    ['TP.HCM', ['WORD TP', 'STOP .', 'WORD HCM']],
    ['шквал', ['FOREIGN шквал']],
    ['a\nb', ['WORD a', 'NEWLINE \n', 'WORD b']],
  ] as const)('%s', ([text, expected]) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('covers every character that is no space once, in order, on any UTF-16', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
            fc.constantFrom(...'aăâđêôơư.,-/@: \n0123:', '\ud800', '\u0301'),
          ),
        }),
        (text) => {
          const buffer = new TokenBuffer();
          scan(text, buffer);
          let at = 0;
          for (let i = 0; i < buffer.length; i++) {
            expect(buffer.start[i]).toBeGreaterThanOrEqual(at);
            for (let k = at; k < buffer.start[i]; k++) expect(unitInfo(text.charCodeAt(k)) >> 10).toBe(3);
            expect(buffer.end[i]).toBeGreaterThan(buffer.start[i]);
            at = buffer.end[i];
          }
          for (let k = at; k < text.length; k++) expect(unitInfo(text.charCodeAt(k)) >> 10).toBe(3);
        },
      ),
    );
  });

  it('gives the same tokens whether there is room for them or not', () => {
    const piece = fc.constantFrom('Tỉnh ', 'ủy', ' ', '\n', ' - ', '-', 'H’Mông ', 'số 5', '“', '. ', 'đẩỵ', 'a@b.vn ');
    const long = fc.array(piece, { minLength: 400, maxLength: 700 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(long, (text) => {
        const roomy = new TokenBuffer();
        roomy.reserve(4000);
        const grown = new TokenBuffer();
        const count = scan(text, roomy);
        expect(scan(text, grown)).toBe(count);
        for (const field of ['kind', 'flags', 'shape', 'start', 'end', 'hash'] as const)
          expect([...grown[field].subarray(0, count)]).toEqual([...roomy[field].subarray(0, count)]);
      }),
      { numRuns: 30 },
    );
  });

  it('hashes words as hashWord and hashCodes do', () => {
    const buffer = new TokenBuffer();
    const spelling = emptySpelling();
    const word = fc.string({
      unit: fc.constantFrom(
        ...'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵAĐƯỲ',
      ),
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(word, (text) => {
        scan(text, buffer);
        expect(buffer.length).toBe(1);
        expect(buffer.hash[0]).toBe(hashWord(text));
        spell(text, spelling);
        if (!spelling.twoTones) expect(hashCodes(spelling.codes, spelling.length, spelling.tone)).toBe(hashWord(text));
      }),
    );
  });

  it.for([
    ['hòa', 'hoà'],
    ['ỦY', 'uỷ'],
    ['lý', 'lí'],
    ['kĩ', 'kỹ'],
    ['quí', 'quý'],
    ['QUI', 'quy'],
  ])('%s and %s are one word', ([a, b]) => {
    expect(hashWord(a)).toBe(hashWord(b));
  });

  it.for([
    ['quý', 'quy'],
    ['mùi', 'mùy'],
    ['gỉảm', 'giảm'],
    ['tỉnh', 'tình'],
    ['ban', 'bàn'],
    ['tay', 'tai'],
  ])('%s and %s are two', ([a, b]) => {
    expect(hashWord(a)).not.toBe(hashWord(b));
  });
});
