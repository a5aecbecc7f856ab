import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corrector } from '../../src/correct/index.ts';
import { createCorrector } from '../../src/correct/index.ts';
import { findingKey } from '../../src/finding-key.ts';
import { type Dictionary, openDictionary } from '../../src/language/index.ts';
import { loadCorrector } from '../../src/load/index.ts';

const FILE = new URL('../../dictionaries/standard.bin', import.meta.url);
let opened: Dictionary | undefined;
const dictionary = (): Dictionary => {
  opened ??= openDictionary(new Uint8Array(readFileSync(FILE)));
  return opened;
};
const correctors = new Map<string, Corrector>();
const corrector = (profile: 'edited' | 'typed' | 'ocr' = 'edited'): Corrector => {
  const made = correctors.get(profile) ?? createCorrector(dictionary(), { profile });
  correctors.set(profile, made);
  return made;
};
const rows = (name: string): string[][] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

/** Whole pages with their mistakes marked: `[wrong→right]`. */
const pages = (): string[] =>
  rows('pages.txt')
    .map(([line]) => line)
    .join('\n')
    .split('\n===\n');

describe('createCorrector', () => {
  /**
   * What is still wrong, by kind: `missed` a wrong sentence that is not mended, `alarm` a right one that is touched, `auto`
   * one that is even touched unasked, `ocr` a damaged one that is not mended; likewise in whole pages. A change for the
   * better fails too: take the line out then.
   */
  it('does right by every sentence but the known failures', () => {
    const failures: string[] = [];
    for (const [wrong, right, kept] of rows('minimal-pairs.tsv')) {
      if (corrector().correct(wrong).text !== right) failures.push(`missed\t${wrong}`);
      if (corrector().correct(kept).text !== kept) failures.push(`alarm\t${kept}`);
      if (corrector().correct(kept, { level: 'auto' }).text !== kept) failures.push(`auto\t${kept}`);
    }
    for (const [line] of rows('kept.txt')) if (corrector().check(line).length > 0) failures.push(`alarm\t${line}`);
    for (const [sentence, wrong, right = ''] of rows('slips.tsv')) {
      const found = corrector().check(sentence);
      const original = found[0]?.original.trim().toLowerCase();
      if (original !== wrong || found[0].suggestions[0].text.trim().toLowerCase() !== right)
        failures.push(`missed\t${sentence}`);
      for (const other of found.slice(1)) failures.push(`alarm\t${sentence}: ${other.original}`);
    }
    for (const [damaged, right] of rows('ocr-cases.tsv'))
      if (corrector('ocr').correct(damaged).text !== right) failures.push(`ocr\t${damaged}`);
    for (const page of pages()) {
      const marked = [...page.matchAll(/\[(.+?)→(.+?)\]/g)].map(([, wrong, right]) => `${wrong} → ${right}`);
      const found = corrector()
        .check(page.replace(/\[(.+?)→.+?\]/g, '$1'))
        .map(({ original, suggestions }) => `${original} → ${suggestions[0].text}`);
      for (const change of marked) if (!found.includes(change)) failures.push(`missed\tin a page: ${change}`);
      for (const change of found) if (!marked.includes(change)) failures.push(`alarm\tin a page: ${change}`);
    }
    expect(failures.sort()).toEqual(rows('known-failures.tsv').map((row) => row.join('\t')));
  });

  it('says of a text what it would have said first, whatever it has read before', () => {
    // Hashes take some of these for one word: with i and with y, with digits and without, by the last of two tone marks.
    const word = fc.tuple(
      fc.constantFrom('c', 'ngh', 'tr', 'thu', 'b', 'đ', 'L'),
      fc.constantFrom('', '1', '0', 'ả'),
      fc.constantFrom('i', 'y', 'í', 'ý', 'ỳ', 'iên', 'ât', 'aan', 'af'),
      fc.constantFrom('', '2', 's', 'n'),
    );
    const text = fc
      .array(
        fc.oneof(
          word.map((parts) => parts.join('')),
          fc.constantFrom('thuật', 'của', 'tỉnh', 'các', 'người'),
        ),
        {
          minLength: 3,
          maxLength: 8,
        },
      )
      .map((words) => `Các cơ quan ${words.join(' ')}.`);
    for (const profile of ['edited', 'typed', 'ocr'] as const) {
      const used = createCorrector(dictionary(), { profile });
      fc.assert(
        fc.property(text, text, (before, after) => {
          used.check(before);
          expect(used.check(after)).toEqual(createCorrector(dictionary(), { profile }).check(after));
        }),
        { numRuns: 60 },
      );
    }
  });

  it('explains by a word where there is one, not by two halves of a term', () => {
    const [finding] = corrector().check('Báo cáo của Thường trực Tình ủy.');
    expect(finding.message).toBe('“tỉnh ủy” is a word; “tình ủy” is not, here.');
    expect(finding.messageVi).toBe('“tỉnh ủy” là một từ; “tình ủy” thì không, trong ngữ cảnh này.');
  });

  it.each([
    ['Theo quy định tại phụ lục IThông tư này.', 'Theo quy định tại phụ lục I Thông tư này.'],
    ['Ảnh của tác giả DOÃN HÒADo năm nay khách chưa tăng.', 'Ảnh của tác giả DOÃN HÒA Do năm nay khách chưa tăng.'],
    ['Phía trướcCộng hòa là một quảng trường.', 'Phía trước Cộng hòa là một quảng trường.'],
  ])('puts a space into words run together and changes nothing else: %s', (wrong, right) =>
    expect(corrector().correct(wrong).text).toBe(right),
  );

  it('leaves loan words that are written in one', () => {
    for (const text of [
      'Việc lắp đặt côngtơ điện tử vẫn chậm.',
      'Xe có dung tích xilanh dưới 50 cc.',
      'Hà Nội tổ chức míttinh.',
    ])
      expect(corrector().check(text), text).toEqual([]);
  });

  it('reads no Telex into words of another language, where marks were not lost', () => {
    for (const text of ['Phim sex bị cấm chiếu ở các rạp.', 'Trẻ em gõ cửa từng nhà và nói “trick or treat”.'])
      expect(corrector().check(text), text).toEqual([]);
    expect(corrector('ocr').correct('Chungs toi sex ddi chowi xa').text).toContain('sẽ');
  });

  it('leaves letters of a law', () => {
    for (const text of [
      'Thuộc ngành, nghề quy định tại điểm t khoản 2 Điều 12 của Luật này.',
      'Theo điểm q, điểm e và điểm r khoản 1.',
    ])
      expect(corrector().check(text), text).toEqual([]);
  });

  it('keeps the case of what it replaces', () => {
    expect(corrector().correct('Thường trực Tình ủy').text).toBe('Thường trực Tỉnh ủy');
    expect(corrector('typed').correct('BAN THƯỜNG VỤ TÌNH ỦY').text).toBe('BAN THƯỜNG VỤ TỈNH ỦY');
  });

  it('answers the same whatever was read before, in either spelling of a word', () => {
    const text = 'Huyện đã bàn giao mặt bằng cho đơn vi thi công trong quí II.';
    const fresh = createCorrector(dictionary(), { profile: 'edited' }).check(text);
    const used = createCorrector(dictionary(), { profile: 'edited' });
    used.check('Bà Vy vy. Bà Quý quý.');
    expect(fresh.length).toBeGreaterThan(0);
    expect(used.check(text)).toEqual(fresh);
  });

  it.each([
    [
      'Các đợn vị chua thừc hiẹn nghiêm van ban chỉ đaộ của tình.',
      'Các đơn vị chưa thực hiện nghiêm văn bản chỉ đạo của tỉnh.',
    ],
    ['Đội tuyển Viềt Mam giành chiện thắng với tỷ số 2-0.', 'Đội tuyển Việt Nam giành chiến thắng với tỷ số 2-0.'],
    ['Dự ấn gặp trở ngại vè măt bng.', 'Dự án gặp trở ngại về mặt bằng.'],
  ])('reads the neighbours of what it mended again: %s', (damaged, right) => {
    const { text, findings } = corrector('ocr').correct(damaged);
    expect(text).toBe(right);
    for (const { start, end, original } of findings) expect(damaged.slice(start, end)).toBe(original);
  });

  it.each(['edited', 'typed', 'ocr'] as const)('leaves variables of templates as they are, as %s', (profile) => {
    const text = 'Kính gửi ông \u0024{ten}, xin mời ký {ho ten} và %chuc_vu% tại [[dia diem]], {{ ngay | date }}.';
    expect(corrector(profile).check(text)).toEqual([]);
  });

  it('splits at a capital and keeps it', () => {
    expect(corrector('ocr').correct('đưa người lao độngViệt Nam đi làm việc').text).toBe(
      'đưa người lao động Việt Nam đi làm việc',
    );
  });

  it('writes tone marks in the style of the document', () => {
    const text = (style: string): string => `Ông Hòa, bà Thủy và Ủy ban ${style}.`;
    const old = corrector('typed').correct(text('xã hoàn thành thũ tục')).text;
    expect(old).toContain('thủ tục');
  });

  it('gives offsets in the text as it was passed, composed or not', () => {
    const text = 'Các văn bàn chi đạo của Thường trực Tình ủy.';
    for (const form of ['NFC', 'NFD'] as const) {
      const input = text.normalize(form);
      const findings = corrector().check(input);
      expect(findings.map((finding) => finding.original.normalize('NFC'))).toEqual(['bàn', 'chi', 'Tình']);
      for (const finding of findings) expect(input.slice(finding.start, finding.end)).toBe(finding.original);
      expect(corrector().correct(input).text.normalize('NFC')).toBe('Các văn bản chỉ đạo của Thường trực Tỉnh ủy.');
    }
  });

  it('finds in a text of many chunks what it finds in its paragraphs', () => {
    const wrong = 'Các văn bàn chi đạo của Thường trực Tình ủy được triển khai thực hiện nghiêm túc.';
    const right = rows('kept.txt').map(([line]) => line);
    const filler = Array.from({ length: 40 }, () => right.join('\n')).join('\n');
    const text = [filler, wrong, filler, wrong, filler].join('\n');
    expect(text.length).toBeGreaterThan(500_000);
    const findings = corrector().check(text);
    expect(findings.map((finding) => finding.original).filter((word) => word === 'Tình').length).toBe(2);
    for (const finding of findings) expect(text.slice(finding.start, finding.end)).toBe(finding.original);
  });

  it('reads lines that were typed without marks by themselves, between others that have them', () => {
    const bare = 'Cac cap uy dang va chinh quyen dia phuong da tap trung lanh dao cong tac phong chong thien tai.';
    const restored = 'Các cấp ủy đảng và chính quyền địa phương đã tập trung lãnh đạo công tác phòng chống thiên tai.';
    const marked = 'Đồng chí Bí thư Tình ủy yêu cầu các địa phương tiếp tục rà soát, chủ động ứng phó với mưa lũ.';
    const right = marked.replace('Tình', 'Tỉnh');
    const english = 'The government has announced a new plan for the northern mountain provinces this year.';
    const cases = [
      [[bare], [restored]],
      [
        [bare, '', marked],
        [restored, '', right],
      ],
      [
        [marked, bare, bare, marked, english],
        [right, restored, restored, right, english],
      ],
    ];
    for (const [source, expected] of cases) {
      const text = source.join('\n');
      const result = corrector('typed').correct(text);
      expect(result.text).toBe(expected.join('\n'));
      for (const { start, end, original } of result.findings) expect(text.slice(start, end)).toBe(original);
      // Keys are those of the whole text, as `check` makes them.
      for (const { rule, start, end, key } of result.findings) expect(key).toBe(findingKey(rule, text, start, end));
      const starts = result.findings.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  it('never touches a user term', () => {
    const text = 'Công ty Văn Bàn Chi Đạo và thôn Tình Ủy';
    const own = createCorrector(dictionary(), { terms: ['Tình Ủy', { text: 'Văn Bàn Chi Đạo', kind: 'name' }] });
    expect(own.check(text)).toEqual([]);
    // Not even as the second half of a word broken by a space.
    const broken = 'Nâng cao chất lư ợng phục vụ.';
    expect(corrector('typed').correct(broken).text).toBe('Nâng cao chất lượng phục vụ.');
    const guarded = createCorrector(dictionary(), { profile: 'typed', terms: ['ợng'] }).correct(broken).text;
    expect(guarded).toContain('ợng phục vụ');
    expect(guarded).not.toContain('lượng');
    expect(own.userTerms).toEqual(['Tình Ủy', 'Văn Bàn Chi Đạo']);
    expect(() => createCorrector(dictionary(), { terms: [3 as unknown as string] })).toThrow(/term 0/);
    const wrong = [{ text: 'A', kind: 'foo' as 'name' }];
    expect(() => createCorrector(dictionary(), { terms: wrong })).toThrow('term 0 is of kind "foo", expected term');
    expect(() => own.check(text, { terms: wrong })).toThrow(RangeError);
    expect(() => createCorrector(dictionary(), { terms: 'Mường' as never })).toThrow('terms need an array, got string');
    expect(() => loadCorrector({ terms: 'Mường' as never })).toThrow('terms need an array, got string');
    expect(() => loadCorrector({ termFiles: 'terms.txt' as never })).toThrow('termFiles need an array of paths');
  });

  it('refuses options that it does not have', () => {
    expect(() => createCorrector(dictionary(), { profile: 'fast' as 'ocr' })).toThrow(RangeError);
    expect(() => corrector().check('a', { level: 'all' as 'auto' })).toThrow(RangeError);
    expect(() => corrector().check(undefined as unknown as string)).toThrow(
      'hieudinh: check needs a string, got undef',
    );
    expect(() => corrector().correct(5 as unknown as string)).toThrow('hieudinh: correct needs a string, got number');
    for (const none of [undefined, new Uint8Array(9)])
      expect(() => createCorrector(none as never)).toThrow('hieudinh: createCorrector needs a dictionary');
  });

  it.each(['\n', '\r\n', ' \n'])('reads a paragraph that is broken into lines by %j as one', (lineEnd) => {
    const paragraphs = pages().map((page) => page.replace(/\[(.+?)→.+?\]/g, '$1').replaceAll('\n', '\n\n'));
    const said = (text: string, profile: 'edited' | 'ocr'): string[] =>
      corrector(profile)
        .check(text)
        .map(({ original, suggestions }) => `${original.trim()} → ${suggestions[0].text}`);
    for (const page of paragraphs) {
      // Where a name comes next, the line may as well be a heading.
      const broken = page.replace(/(.{28,}?[\p{L},]) (?=\p{Ll}{2})/gu, `$1${lineEnd}`);
      expect(broken.split('\n').length).toBeGreaterThan(page.split('\n').length + 20);
      for (const profile of ['edited', 'ocr'] as const) expect(said(broken, profile)).toEqual(said(page, profile));
    }
  });

  it('expects more errors of a page that has many, and fewer of one that has none', () => {
    const doubtful = 'Hội nghị đã đạt được nhiều đạt kết quả tốt trên các mặt.';
    const [wrong, right] = ['$1', '$2'].map((side) =>
      pages()
        .map((page) => page.replace(/\[(.+?)→(.+?)\]/g, side))
        .join('\n'),
    );
    for (const profile of ['edited', 'typed', 'ocr'] as const) {
      const confidenceAfter = (page: string): number => {
        const text = `${page}\n${doubtful}`;
        const found = corrector(profile).check(text);
        return found.find(({ start }) => start > text.length - doubtful.length)?.suggestions[0].confidence ?? 0;
      };
      expect(confidenceAfter(wrong)).toBeGreaterThan(confidenceAfter(right));
    }
  });

  it('takes lines for headings and items where they are short, end a sentence or begin with a capital', () => {
    // "của của" over a line end is a doubled word in a paragraph, and none in a list.
    const doubled = (text: string): number => corrector('typed').check(text).length;
    expect(doubled('Đoàn công tác đã đến thăm và làm việc với lãnh đạo của\ncủa tỉnh Thanh Hóa.')).toBe(1);
    expect(doubled('các sở, ngành của\ncủa tỉnh Thanh Hóa')).toBe(0);
    expect(doubled('Đoàn công tác đã đến thăm và làm việc với lãnh đạo của:\ncủa tỉnh Thanh Hóa.')).toBe(0);
  });

  it.each([
    'Hồ sơ bị chuyển qua chuyển lại giữa các sở.',
    'Trẻ em chạy ra chạy vào suốt buổi họp.',
    'Các bên đã bàn đi bàn lại nhiều lần trước khi ký kết.',
  ])('leaves a word that is said again for a second way: %s', (text) => {
    for (const profile of ['edited', 'typed', 'ocr'] as const) expect(corrector(profile).check(text)).toEqual([]);
  });

  it('never throws, keeps offsets exact and in order, and its edits give its text, on any UTF-16', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        'văn bàn',
        ' chi đạo',
        ' ',
        'ủy',
        'Tình',
        '\ud800',
        '\u0301',
        'đẩỵ',
        '\n',
        'nhiều đạt đạt',
        '{name}',
        'T rường',
        'đượcmột',
        'tieengs',
        'lư ợng',
        '; Vè',
        ' c ủa',
        'VIệt',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('edited', 'typed', 'ocr'), (pieces, profile) => {
        const text = pieces.join('');
        const { text: corrected, edits, findings } = corrector(profile as 'ocr').correct(text);
        let last = 0;
        let out = '';
        for (const edit of edits) {
          expect(edit.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(edit.start, edit.end)).toBe(edit.original);
          out += text.slice(last, edit.start) + edit.replacement;
          last = edit.end;
        }
        expect(out + text.slice(last)).toBe(corrected);
        for (const finding of findings) {
          expect(finding.suggestions.length).toBeGreaterThan(0);
          for (const { confidence } of finding.suggestions)
            expect(confidence).toSatisfy((p: number) => p > 0 && p <= 1);
        }
      }),
      { numRuns: 300 },
    );
  });
});
