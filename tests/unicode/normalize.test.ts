import fc from 'fast-check';
import unorm from 'unorm';
import { describe, expect, it } from 'vitest';
import { nativeForms } from '../../src/unicode/compose.ts';
import {
  applyChanges,
  createNormalizeStream,
  createNormalizeTransform,
  FIXERS,
  isVietnameseSyllable,
  type NormalizeOptions,
  normalize,
  normalizeWithMap,
} from '../../src/unicode/index.ts';
import { fixStretch } from '../../src/unicode/normalize.ts';
import { compileOptions } from '../../src/unicode/options.ts';
import * as withUnorm from '../../src/unorm.ts';
import { anyText, describeWith, vectors, vectorText } from './shared.ts';

const OPTIONS: (NormalizeOptions | undefined)[] = [
  undefined,
  { profile: 'nfc' },
  { profile: 'ocr' },
  { toneStyle: 'old' },
  { toneStyle: 'new' },
  { toneStyle: 'majority' },
  { profile: 'ocr', iy: 'y', toneStyle: 'old' },
  { iy: 'i' },
  { form: 'NFD' },
  { profile: 'ocr', form: 'NFD', toneStyle: 'majority' },
];
const anyOptions = fc.constantFrom(...OPTIONS);

/** Before, after, and the fixer that does it: with its flag false the text must stay as NFC gives it. */
const REPAIRED: [string, string, string][] = [
  ['e\u0301\u0302', 'ế', 'composeMarks'],
  ['é\u0302', 'ế', 'composeMarks'],
  ['a\u0301\u0301', 'á', 'composeMarks'],
  ['o\u0302\u0302i', 'ôi', 'composeMarks'],
  ['\x93Việt\x94', '“Việt”', 'windowsControls'],
  ['of\ufb01ce', 'office', 'ligatures'],
  ['ＶＩＥＴ', 'VIET', 'fullWidth'],
  ['Ｖiệt', 'Việt', 'fullWidth'],
  ['Vi\u200bệt', 'Việt', 'invisibles'],
  ['nghị\u00adquyết', 'nghịquyết', 'invisibles'],
  ['\ufeffViệt', 'Việt', 'invisibles'],
  ['Việt\u00a0Nam', 'Việt Nam', 'noBreakSpaces'],
  ['cоn', 'con', 'lookAlikes'],
  ['trѐ', 'trè', 'lookAlikes'],
  ['Ðảng', 'Đảng', 'lookAlikes'],
  ['Ɖảng', 'Đảng', 'lookAlikes'],
  ['QÐ-TTg', 'QĐ-TTg', 'lookAlikes'],
  ['HÐND', 'HĐND', 'lookAlikes'],
  ['Ðắk', 'Đắk', 'lookAlikes'],
  ['ƌi', 'đi', 'lookAlikes'],
  ['đıện', 'điện', 'lookAlikes'],
  ['ngƣời', 'người', 'lookAlikes'],
  ['nǎm', 'năm', 'lookAlikes'],
  ['ho´a', 'hóa', 'spacingMarks'],
  ['baˀn', 'bản', 'spacingMarks'],
  ['nôị', 'nội', 'tonePlacement'],
  ['hứơng', 'hướng', 'tonePlacement'],
  ['tìêu', 'tiều', 'tonePlacement'],
  ['ngoaì', 'ngoài', 'tonePlacement'],
  ['QÚÔC', 'QUỐC', 'tonePlacement'],
  ['qúy', 'quý', 'tonePlacement'],
  ['gìa', 'già', 'tonePlacement'],
  ['gỉơi', 'giởi', 'tonePlacement'],
  ['hòà', 'hòa', 'tonePlacement'],
  ['TÒAN QUỐC', 'TOÀN QUỐC', 'tonePlacement'],
];

/** What must come back as the same string. */
const UNTOUCHED = [
  'đẩỵ',
  'đóÁnh',
  'giặt gịa',
  'Goá',
  'Alcoa',
  'Noé',
  'più',
  'café déjà vu',
  'El niño está aquí',
  'Ðorkell',
  'GUÐMUNDUR',
  'Москва',
  'со',
  'Ελλάδα',
  'Hα',
  'Xiǎo Hǎinán',
  '[ˈbɑːbə]',
  'Hué',
  'QÞ',
  '1\u00a0000\u00a0000',
  '\u00a0',
  '👩\u200d👩\u200d👧',
  'क्\u200dष',
  'ＮＨＫ放送',
  '`hoa`',
  'hòa',
  'hoà',
  'quà giả giếng thuở khuỷu ngoẻo xoong quỳnh',
  'Hải Phòng, 12/3',
  '\ud800',
  '',
];

describe('normalize', () => {
  it.each(REPAIRED)('%j becomes %j by %s', (before, after, fixer) => {
    expect(normalize(before)).toBe(after);
    expect(normalize(before, { [fixer]: false })).toBe(before.normalize('NFC'));
    expect(FIXERS).toContain(fixer);
  });

  it.each(UNTOUCHED)('leaves %j', (text) => {
    expect(normalize(text)).toBe(text);
    expect(normalizeWithMap(text).changes).toEqual([]);
  });

  it('never loses one of two different tones', () => {
    expect(normalize('a\u0301\u0323')).toBe('a\u0301\u0323'.normalize('NFC'));
    expect(normalize('đẩ\u0323y')).toBe('đậ\u0309y');
  });

  it('names a wrong option', () => {
    expect(() => normalize('a', { toneStyle: 'older' as never })).toThrow(RangeError);
    expect(() => normalize('a', { profile: 'x' as never })).toThrow('hieudinh: profile is "x"');
    expect(() => normalize(1 as never)).toThrow(TypeError);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        const once = normalize(text, options);
        expect(normalize(once, options)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('is NFC without fixers, by the host and by unorm', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalize(text, { profile: 'nfc' })).toBe(text.normalize('NFC'));
      }),
      { numRuns: 3000 },
    );
    // unorm knows Unicode 8: only its own characters can be compared.
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'aăeêoơuưyd\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0341éñßж각')),
        (chars) => {
          const text = chars.join('');
          expect(normalize(text, { profile: 'nfc' })).toBe(unorm.nfc(text));
          expect(normalize(text, { profile: 'nfc', form: 'NFD' })).toBe(unorm.nfd(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives its form, and stays equivalent to the text where no fixer is named', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        const { text: made, changes } = normalizeWithMap(text, options);
        expect(made).toBe(made.normalize(options?.form ?? 'NFC'));
        if (changes.every(({ fixers }) => fixers.every((name) => name === 'nfc' || name === 'nfd'))) {
          expect(made.normalize('NFC')).toBe(text.normalize('NFC'));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('sees the letter beside a full-width one, composed or not', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const text = 'hòàＡ'.normalize(form);
      expect(normalize(text)).toBe('hòàA');
      expect(applyChanges(text, fixStretch(text, compileOptions(undefined), nativeForms))).toBe('hòàA');
    }
  });

  it('finds with the automaton all that the fixers would do on every word', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(OPTIONS[0], OPTIONS[3], OPTIONS[4]), (text, options) => {
        const settings = compileOptions(options);
        const slow = text
          .split(/([ \n\r\t])/)
          .map((stretch) => applyChanges(stretch, fixStretch(stretch, settings, nativeForms)))
          .join('');
        expect(normalize(text, options)).toBe(slow);
      }),
      { numRuns: 3000 },
    );
  });

  it('stops with the automaton at every syllable whose tone is misplaced or written twice', () => {
    const VOWELS = [...'aăâeêioôơuưy'];
    const pairs = VOWELS.flatMap((first) => VOWELS.map((second) => first + second));
    const nuclei = [...VOWELS, ...pairs, ...pairs.flatMap((pair) => VOWELS.map((third) => pair + third))];
    let words = 0;
    for (const onset of ['', 'h', 'g', 'gi', 'q', 'qu', 'ng']) {
      for (const nucleus of nuclei) {
        for (const coda of ['', 'n', 'ng', 't']) {
          const bare = onset + nucleus + coda;
          // A tone on any letter makes a syllable good or not.
          if (!isVietnameseSyllable(bare.replace(/[aeiouyăâêôơư](?!.*[aeiouyăâêôơư])/, '$&\u0301'))) continue;
          const letters = [...bare];
          for (let first = 0; first < letters.length; first++) {
            for (let second = first; second < letters.length; second++) {
              const word = letters
                .map((letter, i) => (i === first || i === second ? `${letter}\u0301` : letter))
                .join('')
                .normalize('NFC');
              for (const toneStyle of ['preserve', 'old', 'new'] as const) {
                const slow = fixStretch(word, compileOptions({ toneStyle }), nativeForms);
                if (normalize(word, { toneStyle }) !== applyChanges(word, slow)) expect.fail(`${word} ${toneStyle}`);
                words++;
              }
            }
          }
        }
      }
    }
    expect(words).toBeGreaterThan(10_000);
  });

  it('composes long decomposed text like the host, across its own chunks', () => {
    for (const unit of ['Tiê\u0301ng Viê\u0323t ', 'ươ\u0301\u0323', '\ud83d\ude00ê\u0301', '\ud800ê\u0323']) {
      const text = unit.repeat(9000);
      expect(normalize(text, { profile: 'nfc' }) === text.normalize('NFC')).toBe(true);
    }
  });
});

describe('normalizeWithMap', () => {
  it('has changes that may put something in before the first letter', () => {
    expect(applyChanges('ba', [{ start: 0, end: 0, original: '', replacement: 'á ' }])).toBe('á ba');
  });

  it('covers whole letters of the caller', () => {
    const { text, map, changes } = normalizeWithMap('Tiê\u0301ng Viê\u0323t\u00a0Nam');
    expect(text).toBe('Tiếng Việt Nam');
    expect(map.rangeToOriginal(0, 5)).toEqual([0, 6]);
    expect(map.rangeToOriginal(2, 3)).toEqual([2, 4]);
    expect(map.rangeToNormalized(3, 4)).toEqual([2, 3]);
    expect(map.rangeToOriginal(6, 10)).toEqual([7, 12]);
    expect(changes.map(({ fixers }) => fixers)).toEqual([['nfc'], ['nfc'], ['noBreakSpaces']]);
  });

  it('leaves what was taken out at the edge of a range outside it', () => {
    const { text, map } = normalizeWithMap('\ufeffViệt\u200b');
    expect(text).toBe('Việt');
    expect(map.rangeToOriginal(0, 4)).toEqual([1, 5]);
  });

  it('gives changes that lead from the input to the output', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        const result = normalizeWithMap(text, options);
        expect(result.text).toBe(normalize(text, options));
        expect(applyChanges(text, result.changes)).toBe(result.text);
      }),
      { numRuns: 3000 },
    );
  });

  it('maps monotonely, in bounds, and exactly outside the changes', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        const { text: made, map, changes } = normalizeWithMap(text, options);
        for (const side of ['start', 'end'] as const) {
          let last = 0;
          for (let i = 0; i <= made.length; i++) {
            const at = map.toOriginal(i, side);
            expect(at).toBeGreaterThanOrEqual(last);
            expect(at).toBeLessThanOrEqual(text.length);
            last = at;
          }
          last = 0;
          for (let i = 0; i <= text.length; i++) {
            const at = map.toNormalized(i, side);
            expect(at).toBeGreaterThanOrEqual(last);
            expect(at).toBeLessThanOrEqual(made.length);
            last = at;
          }
        }
        for (let i = 0; i < text.length; i++) {
          if (changes.some(({ start, end }) => i >= start && i < end)) continue;
          const [start, end] = map.rangeToNormalized(i, i + 1);
          expect(made.slice(start, end)).toBe(text[i]);
          expect(map.rangeToOriginal(start, end)).toEqual([i, i + 1]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses changes for another text', () => {
    const { changes } = normalizeWithMap('nôị');
    expect(() => applyChanges('khác', changes)).toThrow(RangeError);
  });
});

describe('createNormalizeStream', () => {
  it('gives for any cut what normalize gives for the whole', () => {
    fc.assert(
      fc.property(
        anyText,
        anyOptions,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        (text, options, sizes) => {
          const stream = createNormalizeStream(options);
          let out = '';
          for (let i = 0, k = 0; i < text.length; k++) {
            const size = sizes[k % sizes.length];
            out += stream.push(text.slice(i, i + size));
            i += size;
          }
          expect(out + stream.end()).toBe(normalize(text, options));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('does not hold back words that are complete', () => {
    const stream = createNormalizeStream();
    expect(stream.push('Viê')).toBe('');
    expect(stream.push('\u0323t Na')).toBe('Việt ');
    expect(stream.end()).toBe('Na');
  });

  it.each(['\n\n', '\r\n\r\n', '\n\n\n', ''])(
    'holds no more than a paragraph back where each ends in %j',
    (lineEnd) => {
      for (const options of [{ profile: 'ocr' }, { iy: 'y' }, {}] as const) {
        const stream = createNormalizeStream(options);
        const paragraph = `Hội đồng kĩ thuật của tỉnh họp .\nTrời mưa.${lineEnd || '\n\n'}`;
        // Without its line end, which comes in front of the next.
        const chunk = lineEnd === '' ? `\n\n${paragraph.trimEnd()}` : paragraph;
        let out = 0;
        for (let count = 1; count <= 50; count++) {
          out += stream.push(chunk).length;
          expect(count * chunk.length - out).toBeLessThanOrEqual(2 * paragraph.length + count * 2);
        }
      }
    },
  );

  it('is a Web stream too', async () => {
    const transform = createNormalizeTransform();
    const writer = transform.writable.getWriter();
    const written = Promise.all([writer.write('nô'), writer.write('ị Hà'), writer.close()]);
    let out = '';
    for await (const chunk of transform.readable as unknown as AsyncIterable<string>) out += chunk;
    await written;
    expect(out).toBe('nội Hà');
  });
});

describe('hieudinh/unorm', () => {
  it('gives the same without the normalize of the host', () => {
    const native = String.prototype.normalize;
    const texts = [
      'Tiê\u0301ng Viê\u0323t',
      'e\u0301\u0302',
      'nôị',
      'a\u0301\u0323',
      'Ελλα\u0301δα',
      '\u1100\u1161\u11a8',
    ];
    const wanted = texts.map((text) => normalizeWithMap(text));
    const decomposed = texts.map((text) => normalize(text, { form: 'NFD' }));
    String.prototype.normalize = function () {
      return String(this);
    };
    try {
      expect(texts.map((text) => withUnorm.normalizeWithMap(text).text)).toEqual(wanted.map(({ text }) => text));
      expect(texts.map((text) => withUnorm.normalize(text))).toEqual(wanted.map(({ text }) => text));
      expect(texts.map((text) => withUnorm.normalize(text, { form: 'NFD' }))).toEqual(decomposed);
      const stream = withUnorm.createNormalizeStream();
      expect(stream.push('Viê') + stream.push('\u0323t') + stream.end()).toBe('Việt');
    } finally {
      String.prototype.normalize = native;
    }
  });
});

describeWith('Unicode NormalizationTest', vectorText('NormalizationTest.txt'), (file) => {
  it.each([undefined, { profile: 'nfc' } as const])('conforms with options %j', (options) => {
    let rows = 0;
    for (const line of file.split('\n')) {
      if (!/^[0-9A-F]/.test(line)) continue;
      const [c1, c2, c3, c4, c5] = line
        .split(';', 5)
        .map((column) => String.fromCodePoint(...column.split(' ').map((code) => Number.parseInt(code, 16))));
      const nfd = { ...options, form: 'NFD' } as const;
      const got = [c1, c2, c3, c4, c5].map((text) => normalize(text, options));
      const gotNfd = [c1, c2, c3, c4, c5].map((text) => normalize(text, nfd));
      if (got.join('|') !== [c2, c2, c2, c4, c4].join('|')) expect.fail(line);
      if (gotNfd.join('|') !== [c3, c3, c3, c5, c5].join('|')) expect.fail(line);
      if (normalizeWithMap(c1, nfd).text !== c3 || normalizeWithMap(c1, options).text !== c2) expect.fail(line);
      rows++;
    }
    expect(rows).toBeGreaterThan(18_000);
  });
});

describeWith('tone placement', vectors<{ in: string; out: string; style: string }>('tone-placement.jsonl'), (rows) => {
  it('agrees with every row', () => {
    expect(rows.length).toBeGreaterThan(80);
    for (const row of rows) {
      const styles = row.style === 'any' ? (['preserve', 'old', 'new'] as const) : [row.style as 'old' | 'new'];
      for (const toneStyle of styles) expect(normalize(row.in, { toneStyle })).toBe(row.out);
    }
  });
});
