import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MisspelledLines, mendMisspellings } from '../../src/build/misspellings.ts';
import { FIRST_WORD } from '../../src/language/ids.ts';
import { Vocabulary } from '../../src/language/vocabulary.ts';

const WORDS = ['chuẩn', 'chẩn', 'đoán', 'vô', 'hình', 'chung', 'trung', 'bệnh'];
/** Two-syllable words, which claim theirs. */
const CLAIMS = ['đoán bệnh', 'tiêu chuẩn', 'chung bệnh'];
const vocabulary = new Vocabulary(
  WORDS,
  new Uint8Array(WORDS.length + FIRST_WORD),
  new Uint8Array(WORDS.length + FIRST_WORD).fill(1),
);
const MISSPELLINGS = [
  { wrong: 'chuẩn đoán', right: 'chẩn đoán' },
  { wrong: 'vô hình chung', right: 'vô hình trung' },
  { wrong: 'xán lạng', right: 'xán lạn' },
];

const mend = (text: string): string => {
  const ids = Uint16Array.from(text.split(' '), (word) => vocabulary.idOf(word));
  mendMisspellings(ids, vocabulary, MISSPELLINGS, CLAIMS);
  return [...ids].map((id) => vocabulary.text[id]).join(' ');
};

describe('mendMisspellings', () => {
  it.each([
    ['hình chuẩn đoán vô', 'hình chẩn đoán vô'],
    // What stands together by chance.
    ['chuẩn đoán bệnh', 'chuẩn đoán bệnh'],
    ['vô hình chung bệnh', 'vô hình chung bệnh'],
    ['vô hình chung chuẩn đoán', 'vô hình trung chẩn đoán'],
    ['chuẩn bệnh đoán', 'chuẩn bệnh đoán'],
    ['vô hình', 'vô hình'],
    ['chuẩn chuẩn đoán đoán', 'chuẩn chẩn đoán đoán'],
  ])('writes %s as %s', (text, mended) => expect(mend(text)).toBe(mended));

  it('gives what replacing them in the text gives, and counts them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }), (words) => {
        const text = words.join(' ');
        let slowly = text;
        for (const { wrong, right } of MISSPELLINGS)
          slowly = slowly.replaceAll(new RegExp(`${wrong}(?! bệnh)`, 'g'), right);
        expect(mend(text)).toBe(slowly);
        const ids = Uint16Array.from(words, (word) => vocabulary.idOf(word));
        const count = MISSPELLINGS.reduce(
          (sum, { wrong }) => sum + text.split(new RegExp(`${wrong}(?! bệnh)`)).length - 1,
          0,
        );
        expect(mendMisspellings(ids, vocabulary, MISSPELLINGS, CLAIMS)).toBe(count);
      }),
    );
  });
});

describe('MisspelledLines', () => {
  const lines = new MisspelledLines(MISSPELLINGS, CLAIMS);
  const correct = (line: string): string => {
    let out = '';
    let last = 0;
    for (const { start, end, right } of lines.of(line)) {
      out += line.slice(last, start) + right;
      last = end;
    }
    return out + line.slice(last);
  };

  it.each([
    ['Bác sĩ chuẩn đoán sai.', 'Bác sĩ chẩn đoán sai.'],
    ['Chuẩn đoán, CHUẨN ĐOÁN: Vô hình chung', 'Chẩn đoán, CHẨN ĐOÁN: Vô hình trung'],
    ['tiêu chuẩn đoán, chuẩn đoán bệnh', 'tiêu chuẩn đoán, chuẩn đoán bệnh'],
    ['chuẩn, đoán; chuẩn  đoán; chuẩn\nđoán', 'chuẩn, đoán; chuẩn  đoán; chuẩn\nđoán'],
    ['tiêu, chuẩn đoán', 'tiêu, chẩn đoán'],
    ['', ''],
  ])('corrects %j to %j', (line, corrected) => expect(correct(line)).toBe(corrected));

  it('finds what is mended in the corpus, whatever the line', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), (words) => {
        expect(correct(words.join(' '))).toBe(mend(words.join(' ')));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        expect(correct(line)).toBe(line);
      }),
    );
  });
});

it('reads misspellings that share a syllable alike in a line and in the corpus', () => {
  const words = ['chuẩn', 'chẩn', 'đoán', 'đón', 'hình', 'hành'];
  const size = words.length + FIRST_WORD;
  const numbered = new Vocabulary(words, new Uint8Array(size), new Uint8Array(size).fill(1));
  const misspellings = [
    { wrong: 'chuẩn đoán', right: 'chẩn đón' },
    { wrong: 'đón hình', right: 'đoán hình' },
    { wrong: 'đoán hành', right: 'đón hành' },
  ];
  const lines = new MisspelledLines(misspellings, []);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (some) => {
      const ids = Uint16Array.from(some, (word) => numbered.idOf(word));
      mendMisspellings(ids, numbered, misspellings, []);
      const found = lines.of(some.join(' '));
      let out = '';
      let last = 0;
      for (const { start, end, right } of found) {
        expect(start).toBeGreaterThanOrEqual(last);
        out += some.join(' ').slice(last, start) + right;
        last = end;
      }
      expect(out + some.join(' ').slice(last)).toBe([...ids].map((id) => numbered.text[id]).join(' '));
    }),
  );
});
