import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckOptions, check, fix } from '../../src/check/index.ts';
import type { Corrector } from '../../src/correct/types.ts';
import { checkDocument, fixDocument } from '../../src/documents/index.ts';
import type { Finding } from '../../src/finding.ts';
import { findingKey } from '../../src/finding-key.ts';
import { loadCorrector } from '../../src/node.ts';
import { isVietnameseSyllable, normalize, restyleTone, toneStyleOf } from '../../src/unicode/index.ts';

const ALONE: CheckOptions = { rules: ['misplaced-tone'] };
const foundIn = (text: string, options: CheckOptions = ALONE): string[] =>
  check(text, options).map(({ original, suggestions }) => `${original} > ${suggestions[0]?.text}`);

const ONSETS = ['', ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')];
const VOWELS =
  'a ai ao au ay ă â âu ây e eo ê êu i ia iê iêu iu o oa oai oao oay oă oe oeo oi oo ô ôi ơ ơi u ua uâ uây uê uêu ui uô ' +
  'uôi uơ uy uya uyê uyu ư ưa ưi ưu ươ ươi ươu y yê yêu';
const CODAS = ['', ...'c ch m n ng nh p t'.split(' ')];
const MARKS = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const IS_VOWEL = /[aăâeêioôơuưy]/;

/** A word with its tone mark on the letter at `index`, composed. */
const withMark = (letters: string, mark: string, index: number): string =>
  (letters.slice(0, index + 1) + mark + letters.slice(index + 1)).normalize('NFC');

interface Word {
  readonly letters: string;
  readonly mark: string;
  /** In the style that it is written in. */
  readonly right: string;
}

/** Every well-formed syllable but those that the rule is silent about by intent. */
const words: fc.Arbitrary<Word> = fc
  .record({
    onset: fc.constantFrom(...ONSETS),
    vowels: fc.constantFrom(...VOWELS.split(' ')),
    coda: fc.constantFrom(...CODAS),
    mark: fc.constantFrom(...MARKS),
    style: fc.constantFrom('old' as const, 'new' as const),
  })
  .map(({ onset, vowels, coda, mark, style }) => {
    const letters = onset + vowels + coda;
    return { onset, vowels, coda, letters, mark, right: restyleTone(withMark(letters, mark, onset.length), style) };
  })
  .filter(({ onset, vowels, coda, right }) => {
    if (!isVietnameseSyllable(right) || onset === 'p') return false;
    if (vowels === 'oo' && coda !== 'c') return false;
    return !(onset === '' && coda === '' && ['eo', 'ia', 'iu', 'ua', 'ui'].includes(vowels));
  });

const textOf = (parts: readonly string[]): string => `Và ${parts.join(' thì ')}.`;

describe('misplaced-tone', () => {
  it('says nothing about words in either style', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (some) => {
        const text = textOf(some.map(({ right }) => right));
        expect(foundIn(text)).toEqual([]);
        expect(foundIn(text.toUpperCase())).toEqual([]);
        expect(foundIn(text.normalize('NFD'))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a mark that was moved to another vowel, and fix restores the word, as normalize does', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.constantFrom('small', 'capitalised', 'capitals'),
        ({ letters, mark, right }, nth, shape) => {
          const vowels = [...letters].map((_, k) => k).filter((k) => IS_VOWEL.test(letters[k]));
          const wrong = withMark(letters, mark, vowels[nth % vowels.length]);
          // Onsets that no Vietnamese word has before oa, oe, uy: such words (Noé) are names, and stay as they are.
          const isOwn =
            restyleTone(wrong, 'old') === wrong &&
            restyleTone(wrong, 'new') === wrong &&
            toneStyleOf(wrong) === undefined;
          const isValid = isOwn || toneStyleOf(wrong) !== undefined || wrong === right || wrong === 'gịa';
          const like = (word: string): string =>
            shape === 'small'
              ? word
              : shape === 'capitals'
                ? word.toUpperCase()
                : word[0].toUpperCase() + word.slice(1);
          if (letters.includes('oo') && shape !== 'small') return;
          if (like(wrong) === 'Gịa' || like(wrong) === 'GỊA') return;
          const text = textOf([like(wrong)]);
          if (!isValid) moved++;
          expect(foundIn(text)).toEqual(isValid ? [] : [`${like(wrong)} > ${like(right)}`]);
          if (isValid) return;
          expect(fix(text, ALONE).text).toBe(textOf([like(right)]));
          expect(fix(text, ALONE).text).toBe(normalize(text));
        },
      ),
      { numRuns: 3000 },
    );
    expect(moved).toBeGreaterThan(300);
  });

  it('holds on any string: whole words, in order, and nothing is left to find', () => {
    const pieces = 'hứơng tòan hòà gịa aí Duì móoc Đòong đóÁnh 漢 ā e\u0301 \u0301 \ud800 \udc00 WTO - _ 1 \n'.split(
      ' ',
    );
    const piece = fc.oneof(fc.constantFrom(...pieces, ' ', ' '), fc.string({ unit: 'binary', maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, original } of check(text, ALONE)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(original);
          last = end;
        }
        const fixed = fix(text, ALONE);
        expect(fixed.skipped).toEqual([]);
        expect(check(fixed.text, ALONE)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('says what it saw, and why the other is better', () => {
    const [moved] = check('hứơng', ALONE);
    expect(moved).toMatchObject({ rule: 'misplaced-tone', severity: 'error', start: 0, end: 5, auto: true });
    expect(moved.message).toBe('No style puts the tone mark of “hứơng” there: it belongs on ơ, “hướng”.');
    expect(moved.messageVi).toBe('“hứơng” đặt dấu thanh không theo kiểu nào: dấu phải ở chữ ơ, “hướng”.');
    const [twice] = check('HÒÀ', ALONE);
    expect(twice.message).toBe('“HÒÀ” has its tone mark twice: it belongs on O alone, “HÒA”.');
    expect(twice.messageVi).toBe('“HÒÀ” có hai dấu thanh: chỉ đặt một dấu, ở chữ O, “HÒA”.');
  });

  it('is applied by fix without being named, also at level auto', () => {
    expect(fix('Hứơng dẫn, hoà, hòa', { level: 'auto' }).text).toBe('Hướng dẫn, hoà, hòa');
  });

  it('gives offsets and a key of the caller’s decomposed text', () => {
    const text = 'các hứơng dẫn'.normalize('NFD');
    const [finding] = check(text, ALONE);
    expect(finding.original).toBe('hứơng'.normalize('NFD'));
    expect(finding.key).toBe(check('các hứơng dẫn', ALONE)[0].key);
  });

  it('leaves the caller’s terms as they are', () => {
    const terms = ['Vạn Gĩa', { text: 'hòan nhi'.normalize('NFD'), kind: 'term' as const }];
    expect(foundIn('thị trấn Vạn Gĩa, hòan nhi, Gía vàng', { ...ALONE, terms })).toEqual(['Gía > Giá']);
  });
});

/** A corrector that finds what it is told. */
const answering = (...found: readonly (readonly [original: string, replacement: string])[]): Corrector => ({
  profile: 'edited',
  level: 'suggest',
  check: (text) =>
    found
      .map(([original, replacement]): Finding => {
        const start = text.indexOf(original);
        const end = start + original.length;
        const suggestions = [{ text: replacement, confidence: 0.9 }];
        const key = findingKey('spelling', text, start, end);
        return {
          rule: 'spelling',
          severity: 'error',
          start,
          end,
          original,
          message: 'x',
          suggestions,
          auto: false,
          key,
        };
      })
      .sort((a, b) => a.start - b.start),
  correct: (text) => ({ text, edits: [], findings: [] }),
});

describe('misplaced-tone beside the corrector', () => {
  const BOTH = ['spelling', 'doubled-word', 'misplaced-tone'];
  const rulesAt = (text: string, corrector: Corrector): string[] =>
    check(text, { rules: BOTH, corrector }).map(({ rule, original }) => `${rule} ${original}`);

  it('leaves a place to the corrector where that has a finding', () => {
    const text = 'quy định của cuả tỉnh, hứơng dẩn, chúyên môn';
    expect(rulesAt(text, answering(['cuả ', ''], ['dẩn', 'dẫn'], ['chúyên', 'chuyên']))).toEqual([
      'spelling cuả ',
      'misplaced-tone hứơng',
      'spelling dẩn',
      'spelling chúyên',
    ]);
    expect(rulesAt('của tòan tỉnh', answering(['của ', '']))).toEqual(['spelling của ', 'misplaced-tone tòan']);
    expect(rulesAt(text, answering())).toEqual(['misplaced-tone cuả', 'misplaced-tone hứơng', 'misplaced-tone chúyên']);
  });

  it('never has a second finding for one place', () => {
    const parts = ['hứơng', 'tòan', 'hòà', 'dẩn', 'tỉnh'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), fc.subarray(parts), (some, wrong) => {
        const text = some.join(' ');
        const present = wrong.filter((word) => text.includes(word));
        const found = check(text, {
          rules: BOTH,
          corrector: answering(...present.map((word) => [word, 'x'] as const)),
        });
        for (let i = 1; i < found.length; i++) expect(found[i].start).toBeGreaterThanOrEqual(found[i - 1].end);
        const misplaced = some.filter((word) => normalize(word) !== word).length;
        const taken = present.filter((word) => normalize(word) !== word).length;
        expect(found).toHaveLength(misplaced - taken + present.length);
      }),
    );
  });

  describe('that is shipped', () => {
    const corrector = loadCorrector();
    it.each([
      ['ban hành văn bản hứơng dẫn thi hành', ['misplaced-tone hứơng']],
      ['tại một nhà hàng naỳ ở Hà Nội', ['misplaced-tone naỳ']],
      ['chương trình nhằm gỉảm nghèo bền vững', ['spelling gỉảm']],
      ['vì một thế giới hòà bình lâu dài', ['spelling hòà']],
      ['trình độ kỹ năng nghề quốc gìa', ['spelling gìa']],
    ])('%s', (text, rules) => {
      expect(rulesAt(text, corrector)).toEqual(rules);
      expect(fix(text, { rules: BOTH, corrector }).text).toBe(
        rules[0] === 'spelling gìa' ? 'trình độ kỹ năng nghề quốc gia' : normalize(text),
      );
    });
  });
});

describe('misplaced-tone in documents', () => {
  it.each([
    ['<p>thế gi<b>ơ</b>í mới</p>', 'gi<b>ơ</b>í', '<p>thế gi<b>ớ</b>i mới</p>'],
    ['<p>các h&ograve;an thi&ecirc;n</p>', 'h&ograve;an', '<p>các hoàn thi&ecirc;n</p>'],
    ['<p>cơ quan ngo<i>aì</i> nước</p>', 'ngo<i>aì', '<p>cơ quan ngo<i>ài</i> nước</p>'],
  ])('html: %s', (source, original, fixed) => {
    const [finding, ...others] = checkDocument(source, { ...ALONE, format: 'html' });
    expect(others).toEqual([]);
    expect(source.slice(finding.start, finding.end)).toBe(finding.original);
    expect(finding.original).toContain(original);
    expect(fixDocument(source, { ...ALONE, format: 'html' }).text).toBe(fixed);
  });
  it('leaves what is marked as another language, and code', () => {
    const source = '<p lang="pt">caí, baú</p><code>tòan</code><p>tòan bộ</p>';
    expect(fixDocument(source, { ...ALONE, format: 'html' }).text).toBe(source.replace('tòan bộ', 'toàn bộ'));
  });
  it('markdown', () => {
    const source = '# Hứơng dẫn\n\nMột *nôị* dung, **hò**an toàn, `tòan`\n';
    expect(fixDocument(source, { ...ALONE, format: 'markdown' }).text).toBe(
      '# Hướng dẫn\n\nMột *nội* dung, **ho**àn toàn, `tòan`\n',
    );
  });
});
