import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/index.ts';
import { CLOCK, clocksIn } from '../../src/check/rules/clock.ts';
import { DATE, datesIn, MONTH_OR_ISO_DAY, monthsAndIsoDaysIn } from '../../src/check/rules/date.ts';
import { documentNumbersIn, LOOSE_NUMBER, looseNumbersIn, NUMBER } from '../../src/check/rules/document-number.ts';
import { NAME, namesIn } from '../../src/check/rules/full-names.ts';
import { OPEN_SYLLABLE, openSyllablesIn } from '../../src/check/rules/iy-style.ts';
import { matchesAtKinds, PLACE, UNIT } from '../../src/check/rules/place.ts';
import { CHECKS } from '../../src/check/rules/spacing-checks.ts';
import { spacesIn } from '../../src/check/rules/spacing-search.ts';
import { openWordsIn } from '../../src/check/rules/tone-style.ts';
import { MEASURE, measuresIn, THOUSANDS, thousandsIn } from '../../src/check/rules/unit.ts';
import { AFTER_SPACE, CAPITAL_FIRST, caselessHash, LINE_START, MARKED, type Scan, scan } from '../../src/check/scan.ts';
import { normalizeWithMap, toneStyleOf } from '../../src/unicode/index.ts';

/** What comes in the way of any rule: marks, astral letters, halves of them, letters whose small form is longer. */
const NOISE =
  'a A Đ đ é ß İ ς Σ Ⅷ ǅ １ ٣ 𝐀 𝐚 😀 \ud800 \udc00 \u0301 \u0307 0 31 12345 000 - / . , ; : ( ) [ ] “ ” " _'.split(' ');
const JOINTS = ['', '', ' ', ' ', ' ', ' ', '  ', '\n', '\t', ', ', '. ', ' , ', ' (', ') '];

/** Texts of pieces that a rule looks for, with some noise; and some of any units. */
function textsOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.constantFrom(...NOISE) },
  );
  const made = fc
    .array(fc.tuple(piece, fc.constantFrom(...JOINTS)), { maxLength: 25 })
    .map((pairs) => pairs.flat().join(''));
  return fc.oneof(
    { weight: 9, arbitrary: made },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  );
}

/** What a global search finds. */
const allMatches = (pattern: RegExp, text: string): [number, string][] =>
  [...text.matchAll(new RegExp(pattern.source, pattern.flags.replace('y', 'g')))].map((m) => [m.index, m[0]]);
const placesOf = (matches: readonly RegExpExecArray[]): [number, string][] => matches.map((m) => [m.index, m[0]]);

describe('scan', () => {
  it('finds the words, numbers and brackets that regular expressions find', () => {
    fc.assert(
      fc.property(textsOf(['Ủy', 'ban', 'năm', '2024', '1', '(', '”']), (text) => {
        const found = scan(text);
        const { starts, ends, flags, hashes } = found;
        const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)];
        expect(found.words).toBe(words.length);
        words.forEach(({ 0: word, index }, i) => {
          expect([starts[i], ends[i], hashes[i]]).toEqual([index, index + word.length, caselessHash(word)]);
          const before = i === 0 ? 0 : ends[i - 1];
          expect((flags[i] & CAPITAL_FIRST) !== 0).toBe(/^\p{Lu}/u.test(word));
          expect((flags[i] & LINE_START) !== 0).toBe(i === 0 || text.slice(before, index).includes('\n'));
          expect((flags[i] & AFTER_SPACE) !== 0).toBe(i > 0 && text.slice(before, index) === ' ');
          expect((flags[i] & MARKED) !== 0).toBe(/\p{M}/u.test(word));
        });
        const numbers = [...text.matchAll(/[0-9]+/g)];
        expect([...found.numberStarts.subarray(0, found.numbers)]).toEqual(numbers.map((m) => m.index));
        expect([...found.numberEnds.subarray(0, found.numbers)]).toEqual(numbers.map((m) => m.index + m[0].length));
        expect(found.brackets).toEqual([...text.matchAll(/[()[\]“”]/g)].map((m) => m.index));
      }),
      { numRuns: 500 },
    );
  });
  it('has room for texts that are all words or all numbers', () => {
    expect(scan('a '.repeat(500)).words).toBe(500);
    expect(scan('1 '.repeat(500)).numbers).toBe(500);
  });
  it('gives words of one lower case one hash', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'Đ', 'đ', 'Ủ', 'İ', 'i', '\u0307', 'Σ', 'σ', 'ς', '𝐀', '𐐀', '𐐨'),
    });
    fc.assert(
      fc.property(letters, (word) => {
        expect(caselessHash(word)).toBe(caselessHash(word.toLowerCase()));
        expect(caselessHash(word)).toBe(caselessHash(word.toLowerCase().toUpperCase()));
      }),
    );
  });
});

describe('what a rule tries is all that a search through the whole text finds', () => {
  type Tried = (text: string, found: Scan) => RegExpExecArray[];
  const RULES: readonly [rule: string, pattern: RegExp, tried: Tried, pieces: string][] = [
    ['date', DATE, datesIn, 'ngày|sáng|CHIỀU|tháng|1 tháng 2|31-4|30/2/2024|29.2|5|năm 2019|%|- 5'],
    [
      'date: months',
      MONTH_OR_ISO_DAY,
      monthsAndIsoDaysIn,
      'tháng|Tháng 13 năm 2024|tháng 12/2005|2025-02-30|5|2024|-|12-',
    ],
    ['date: clocks', CLOCK, clocksIn, '8h75|25 giờ|12h|giờ|30|ngày 3-|sáng ngày 4|phút|8 giờ 30 phút ngày 1/'],
    ['document-number', NUMBER, documentNumbersIn, '45|123456|/2020/|-|/| - |KL|TU|QĐ|TTg|45/QD-TTg|50-KL/TU|BTC1'],
    [
      'document-number: behind words',
      LOOSE_NUMBER,
      looseNumbersIn,
      'số 45|Luật số 1|Quyết định 45 QĐ-TTg|/2020 |/2020/|NĐCP|nđ-cp/2020|–|QH-14|số |- KL/TU',
    ],
    ['unit: measures', MEASURE, measuresIn, '5|1.5|1,2,3,4,5,6,7,8|Kg|KM|Ha|Mét|Lít|KWh|5 Kg|.|kg|KMs'],
    ['unit: thousands', THOUSANDS, thousandsIn, '1|1,000,000|1,000,000đ|VNĐ|,000|,|.5|1,000|1234|12,345,678'],
    ['iy-style', OPEN_SYLLABLE, openSyllablesIn, 'kĩ|kỹ|lí|quy|quí|qu|i|ti|Lý|an|-|_'],
    ['name-spelling', NAME, namesIn, 'Nguyễn Ngọc|Nguyễn|Tiến|Trần Thị An|A|aN|anh|𝐀𝐚|\u0301Lê Văn'],
    [
      'place',
      PLACE,
      (text, found) => matchesAtKinds(PLACE, text, found),
      'huyện Mường|thành phố Vinh|Lát|, tỉnh|quận An (|Quận|thị xã|Hà Nội|\u0301huyện An, Lê',
    ],
    [
      'merged-place',
      UNIT,
      (text, found) => matchesAtKinds(UNIT, text, found),
      'huyện|Tỉnh|thị xã|Thị|xã|QUẬN|Hà Nội|Lát|\u0301quận An',
    ],
  ];
  it.each(RULES)('%s', (_, pattern, tried, pieces) => {
    let found = 0;
    fc.assert(
      fc.property(textsOf(pieces.split('|')), (text) => {
        const matches = placesOf(tried(text, scan(text)));
        found += matches.length;
        expect(matches).toEqual(allMatches(pattern, text));
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(50);
  });
  it('spacing', () => {
    fc.assert(
      fc.property(
        textsOf(['an', 'Anh', 'là', ' ', ' ', ',', ';', '.', ' .', '!', ' ?', ' :', '=', '(', '“', ')', '”']),
        (text) => {
          const tried = spacesIn(text, scan(text));
          for (const one of CHECKS) {
            const own = tried.filter(({ check }) => check === one).map(({ start, found }) => [start, found]);
            expect(own).toEqual(allMatches(one.pattern, text));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('tone-style', () => {
    const pattern =
      /(?<![\p{L}\p{M}])[\p{L}\p{M}]{0,8}(?:[òóỏõọ][ae]|[ùúủũụ]y|o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/iuy;
    fc.assert(
      fc.property(textsOf('hòa hoà HOÀ thúy thuý uỷ toà khỏe t ng hoa òa oài'.split(' ')), (text) => {
        const tried = openWordsIn(text, scan(text)).map(({ start, original }) => [start, original] as const);
        const hasStyle = ([, word]: readonly [number, string]): boolean => toneStyleOf(word) !== undefined;
        expect(tried.filter(hasStyle)).toEqual(allMatches(pattern, text).filter(hasStyle));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('casing', () => {
  const TERMS = ['Ban Chấp hành trung ương', 'Ban Chấp hành', 'Kết Luận an', 'Nghị quyết số'];
  const KNOWN = ['Nghị Quyết', 'Ban chấp hành', 'Hội nghị Ban', 'ngày tháng'];
  const PARTS =
    'Ban Chấp hành|Ban Chấp Hành|BAN CHẤP HÀNH|Ban|Trung ương|trung Ương|Kết Luận an|Kết Luận số 5|kết luận|an|Nghị Quyết|' +
    'nghị quyết số|Hội Nghị Ban|hội nghị|cũng có rất nhiều người đến dự|ở đó mọi người đã nghe nói về';
  /** The document types that the pieces can make. */
  const TYPES = ['Nghị quyết', 'Kết luận'];

  it('finds what a look through all terms at each word of each line finds', () => {
    const corrector = { profile: 'edited', level: 'suggest', check: () => [], terms: KNOWN } as const;
    let findings = 0;
    fc.assert(
      fc.property(textsOf(PARTS.split('|')), (text) => {
        const found = check(text, {
          rules: ['casing'],
          terms: TERMS,
          corrector: { ...corrector, correct: (same) => ({ text: same, edits: [], findings: [] }) },
        });
        // Composition may move what is found: such texts say nothing about this.
        fc.pre(normalizeWithMap(text, { toneStyle: 'preserve' }).changes.length === 0);
        findings += found.length;
        expect(found.map(({ start, suggestions }) => [start, suggestions[0].text])).toEqual(slowly(text));
      }),
      { numRuns: 1000 },
    );
    expect(findings).toBeGreaterThan(50);
  });

  function slowly(text: string): [number, string][] {
    const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
    const terms = [...TYPES, ...TERMS, ...KNOWN.filter(isCapital)]
      .map((term) => term.split(' '))
      .filter((words) => words.slice(1).some((word) => !isCapital(word)))
      .sort((a, b) => b.length - a.length);
    const wrong: { name: string; start: number; proper: string; after: number }[] = [];
    const uses = new Map<string, [proper: number, wrong: number]>();
    for (const line of text.matchAll(/[^\n]+/g)) {
      const words = [...line[0].matchAll(/[\p{L}\p{M}]+/gu)].map((m) => ({ text: m[0], start: line.index + m.index }));
      const capitals = words.filter((word) => isCapital(word.text)).length;
      if (words.length >= 2 && capitals > words.length * 0.6) continue;
      for (let i = 0; i < words.length; i++) {
        const term = terms.find((one) => {
          const written = text.slice(words[i].start, words[i].start + one.join(' ').length);
          const last = words[i + one.length - 1];
          return (
            written.toLowerCase() === one.join(' ').toLowerCase() &&
            last?.text.toLowerCase() === one[one.length - 1].toLowerCase()
          );
        });
        if (term === undefined) continue;
        const written = words.slice(i, i + term.length);
        const isShouted = written.every((word) => word.text === word.text.toUpperCase());
        const name = term.join(' ').toLowerCase();
        const extra = [...term.keys()].filter(
          (k) => k > 0 && isCapital(written[k].text) && !isCapital(term[k]) && !isShouted && isCapital(written[0].text),
        );
        const inLine = written[0].start - line.index;
        const end = written[term.length - 1].start + written[term.length - 1].text.length - line.index;
        if (
          extra.length > 0 &&
          titles(line[0]).some(([from, to]) => from <= inLine && end <= to && to - from > end - inLine)
        ) {
          i += term.length - 1;
          continue;
        }
        const count = uses.get(name) ?? [0, 0];
        uses.set(name, count);
        count[extra.length === 0 ? 0 : 1]++;
        const after = written[term.length - 1].start + written[term.length - 1].text.length;
        for (const k of extra) wrong.push({ name, start: written[k].start, proper: term[k], after });
        i += term.length - 1;
      }
    }
    /** Quotations in which each word has a capital. */
    function titles(line: string): [number, number][] {
      return [...line.matchAll(/(?<=["“”])\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)+(?=["“”])/gu)].map(
        ({ 0: title, index }) => [index, index + title.length],
      );
    }
    return wrong
      .filter(({ name, after }) => {
        const [proper, improper] = uses.get(name)!;
        return proper > improper || /^ (?:số )?\d/u.test(text.slice(after));
      })
      .map(({ start, proper }) => [start, proper]);
  }
});
