import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKS } from '../../src/headlines/letters.ts';
import { spellingOfName, TOLD } from '../../src/headlines/name-spelling.ts';
import { Tokens } from '../../src/headlines/tokens.ts';
import { isVietnameseSyllable, removeDiacritics } from '../../src/unicode/index.ts';

const tokens = new Tokens();

function marksOf(word: string): number {
  tokens.read(word, 0, word.length);
  return tokens.marks[0] & MARKS;
}

const tells = (word: string): boolean =>
  (spellingOfName(removeDiacritics(word).toLowerCase(), marksOf(word)) & TOLD) !== 0;

const onset = fc.constantFrom('', 'b', 'đ', 'd', 'ngh', 'qu', 'gi', 'th');
const vowel = fc.constantFrom(...'aăâeêioôơuưy', 'ươ', 'uâ', 'iê', 'uyê', 'oa');
const coda = fc.constantFrom('', 'n', 'ng', 't', 'ch');
const tone = fc.constantFrom('', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323');
const word = fc
  .tuple(onset, vowel, coda, tone)
  .map(([before, inside, after, mark]) => (before + inside + mark + after).normalize('NFC'));

describe('spellingOfName', () => {
  it('tells by the marks of every Vietnamese syllable', () => {
    fc.assert(
      fc.property(word, (one) => {
        if (isVietnameseSyllable(one) && removeDiacritics(one) !== one) expect(tells(one), one).toBe(true);
      }),
    );
  });

  it.each(['Thủy', 'Hòa', 'Hoà', 'Nguyễn', 'Đông', 'Thanh', 'Lí', 'Li'])('tells by "%s"', (one) => {
    expect(tells(one)).toBe(true);
  });

  it.each(['Hung', 'Dong', 'Viêt', 'Müller', 'Phúch', 'Đđinh', 'Thụý'])('tells nothing by "%s"', (one) => {
    expect(tells(one)).toBe(false);
  });
});

describe('marks of a word', () => {
  it('are one, composed or not, in capitals or not, wherever the tone stands', () => {
    fc.assert(
      fc.property(word, (one) => {
        const marks = marksOf(one);
        expect(marksOf(one.normalize('NFD'))).toBe(marks);
        expect(marksOf(one.toUpperCase())).toBe(marks);
        const toned = one.normalize('NFD').match(/[\u0300\u0301\u0309\u0303\u0323]/)?.[0] ?? '';
        expect(marksOf(one.normalize('NFD').replace(toned, '') + toned)).toBe(marks);
      }),
    );
  });

  it('differ where one mark does', () => {
    fc.assert(
      fc.property(onset, vowel, coda, tone, tone, (before, inside, after, one, other) => {
        const same = marksOf(before + inside + one + after) === marksOf(before + inside + other + after);
        expect(same).toBe(one === other);
      }),
    );
  });
});
