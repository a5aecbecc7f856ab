import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, fix } from '../../src/check/index.ts';
import type { Corrector } from '../../src/correct/types.ts';
import { checkDocument } from '../../src/documents/index.ts';
import { findingKey } from '../../src/finding-key.ts';

/** A corrector that knows one error, for what stands around the real one. */
const corrector: Corrector = {
  profile: 'edited',
  level: 'suggest',
  check: (text) =>
    [...text.matchAll(/văn (bàn)/gu)].map((match) => {
      const start = match.index + 4;
      const common = {
        start,
        end: start + 3,
        original: 'bàn',
        message: 'x',
        key: findingKey('spelling', text, start, start + 3),
      };
      return {
        ...common,
        rule: 'spelling',
        severity: 'error',
        suggestions: [{ text: 'bản', confidence: 0.9 }],
        auto: false,
      };
    }),
  correct: (text) => ({ text, edits: [], findings: [] }),
};

interface Expected {
  style: { start: number; original: string }[];
  oldStyleCount: number;
  casing: { start: number; end: number; original: string; replacement: string }[];
  repeated: { lines: number[]; keep: number }[];
  unfilledPlaceholders: { line: number; text: string }[];
}

const PAGES = [
  ['tests/fixtures/sample-article.txt', 'tests/fixtures/sample-article.expected.json'],
  ['../shared/article/article.txt', '../shared/article/expected.json'],
] as const;

describe.each(PAGES)('the rules on %s', (page, answer) => {
  const here = existsSync(page);
  const text = here ? readFileSync(page, 'utf8') : '';
  const expected: Expected = here ? JSON.parse(readFileSync(answer, 'utf8')) : undefined;
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;

  it.skipIf(!here)('find the repeats, each pointing to the one that is kept', () => {
    const found = check(text, { rules: ['repeated-block'] }).map(
      (f) => `${lineOf(f.start)} ${f.message.match(/line (\d+)/)?.[1]}`,
    );
    const wanted = expected.repeated.flatMap(({ lines, keep }) =>
      lines.filter((n) => n !== keep).map((n) => `${n} ${keep}`),
    );
    expect(found.sort()).toEqual(wanted.sort());
  });

  it.skipIf(!here)('find the placeholders', () => {
    const found = check(text, { rules: ['placeholder'] }).map((f) => ({ line: lineOf(f.start), text: f.original }));
    expect(found).toEqual(expected.unfilledPlaceholders);
  });

  it.skipIf(!here)('make one suggestion on tone style, with both counts', () => {
    const found = check(text, { rules: ['tone-style'] });
    expect(found).toHaveLength(1);
    expect(found[0].message).toContain(`${expected.oldStyleCount} words in the old style`);
    expect(found[0].message).toContain(`${expected.style.length} in the new one`);
    expect(
      fix(text, { rules: ['tone-style'] }).applied.map(({ start, original }) => ({ start, original })),
    ).toHaveLength(expected.style.length);
  });

  it.skipIf(!here)('find the casing', () => {
    const found = check(text, { rules: ['casing'] });
    expect(
      found.map(({ start, end, original, suggestions }) => ({
        start,
        end,
        original,
        replacement: suggestions[0].text,
      })),
    ).toEqual(expected.casing.map(({ start, end, original, replacement }) => ({ start, end, original, replacement })));
  });
});

describe('casing', () => {
  const casingOf = (text: string, terms: string[] = []): string[] =>
    check(text, { rules: ['casing'], terms }).map((f) => f.original);
  it.each([
    ['thực hiện Nghị Quyết số 12', ['Quyết']],
    ['theo Quyết Định 45/QĐ-TTg ngày hôm qua', ['Định']],
    ['Ban hành Chỉ Thị mới. Chỉ thị nêu rõ. Chỉ thị yêu cầu.', ['Thị']],
  ])('%s', (text, found) => {
    expect(casingOf(text)).toEqual(found);
  });
  it.each([
    'THỰC HIỆN NGHỊ QUYẾT SỐ 12',
    'thực hiện NGHỊ QUYẾT số 12',
    'Nghị Quyết Số 12 Về Phát Triển Kinh Tế',
    'Bộ Kế hoạch và Đầu tư, Bộ Nông nghiệp và Môi trường',
    'ông Trần Quyết Định, chủ hộ',
    'Ban Chỉ đạo tỉnh, Ban chỉ đạo huyện',
    'Kết luận. Luận văn số 5',
  ])('leaves alone: %s', (text) => {
    expect(casingOf(text)).toEqual([]);
  });
  it('knows the terms that the caller adds', () => {
    expect(casingOf('Ban Thường Vụ họp; Ban Thường vụ nghe, Ban Thường vụ quyết định.', ['Ban Thường vụ'])).toEqual([
      'Vụ',
    ]);
  });
  it('knows the terms that the corrector was made with, beside those of the caller', () => {
    const own = { ...corrector, userTerms: ['Ban Thường vụ'.normalize('NFD')] };
    const text = 'Ban Thường Vụ họp ở Khu phố mới. Ban Thường vụ bàn. Ban Thường vụ quyết. Khu Phố mới';
    const options = { rules: ['casing'], corrector: own };
    expect(check(text, options).map((f) => f.original)).toEqual(['Vụ']);
    const more = `${text}; Khu phố mới`;
    expect(check(more, { ...options, terms: ['Khu phố mới'] }).map((f) => f.original)).toEqual(['Vụ', 'Phố']);
  });
});

describe('messages', () => {
  const messagesOf = (rule: string, text: string): (string | undefined)[] =>
    check(text, { rules: [rule], terms: ['Quỹ Vì người nghèo'] }).flatMap(({ message, messageVi }) => [
      message,
      messageVi,
    ]);
  it.each([
    [
      'tone-style',
      'hòa bình, hoà giải',
      'Tone marks are placed in two styles: 1 word in the old style (hòa), 1 in the new one (hoà).',
    ],
    ['tone-style', 'hòa bình, thủy lợi, hoà giải', '2 words in the old style (hòa), 1 in the new one (hoà).'],
    ['iy-style', 'kỹ thuật, kĩ năng', 'Written with i and with y: “kỹ” once, “kĩ” once.'],
    ['iy-style', 'kỹ thuật, kĩ năng, kĩ sư', '“kỹ” once, “kĩ” 2 times.'],
    // What is in small letters altogether says that there is a capital too many, but is no other place of the term.
    [
      'casing',
      'gửi Quỹ Vì Người nghèo của xã ta. Rồi Quỹ Vì người nghèo của thôn. Và quỹ vì người nghèo khác.',
      '“Quỹ Vì người nghèo” is written with a small “người”, as once in this document.',
    ],
    [
      'casing',
      'gửi Quỹ Vì Người nghèo của xã ta. Rồi Quỹ Vì người nghèo của thôn. Và quỹ vì người nghèo.',
      'như 1 chỗ',
    ],
  ])('count what there is: %s, %s', (rule, text, wanted) => {
    expect(messagesOf(rule, text).join('\n')).toContain(wanted);
  });
});

describe('name-spelling, beside a corrector', () => {
  /** A corrector that wants one thing at each place where a text has another. */
  const wanting = (wrong: string, right: string, most = 9): Corrector => ({
    ...corrector,
    check: (text) =>
      [...text.matchAll(new RegExp(wrong, 'gu'))].slice(0, most).map(({ index: start }) => ({
        rule: 'spelling',
        severity: 'error',
        start,
        end: start + wrong.length,
        original: wrong,
        message: 'x',
        suggestions: [{ text: right, confidence: 0.8 }],
        auto: false,
        key: findingKey('spelling', text, start, start + wrong.length),
      })),
  });
  const text = 'Ông Lê Văn Hùng đến.\nÔng Lê Văn Hung nói.\nÔng Lê Văn Hung về.';
  const found = (own?: Corrector): string[] =>
    check(text, { rules: ['name-spelling'], ...(own && { corrector: own }) }).map(
      ({ original, suggestions }) => `${original} > ${suggestions[0]?.text}`,
    );

  it('goes by the count where it says nothing', () => {
    expect(found()).toEqual(['Lê Văn Hùng > Lê Văn Hung']);
    expect(found(wanting('đến', 'điến'))).toEqual(['Lê Văn Hùng > Lê Văn Hung']);
  });
  it('follows it, at places of which it says nothing', () => {
    expect(found(wanting('Hung', 'Hùng', 1))).toEqual(['Lê Văn Hung > Lê Văn Hùng']);
    expect(found(wanting('Hung', 'Hùng'))).toEqual([]);
    expect(found(wanting('Hùng', 'Hung'))).toEqual([]);
  });
  it('says nothing where it wants something else in the name', () => {
    expect(found(wanting('Hung', 'Hưng'))).toEqual([]);
    expect(found(wanting('Văn Hùng', 'Vân Hùng'))).toEqual([]);
  });
  it('and it do not undo each other', () => {
    const options = { rules: ['spelling', 'name-spelling'], corrector: wanting('Hung', 'Hùng') };
    const fixed = fix(text, options).text;
    expect(fixed).toBe(text.replaceAll('Hung', 'Hùng'));
    expect(fix(fixed, options).text).toBe(fixed);
  });
});

describe('placeholder', () => {
  const found = (text: string): string[] => check(text, { rules: ['placeholder'] }).map((f) => f.original);
  it.each([
    ['Kính gửi {name}, ngày {{ date }}', ['{name}', '{{ date }}']],
    ['{name} - {time}', ['{name} - {time}']],
    [`giá \${price} đồng`, [`\${price}`]],
    ['[[body]]', ['[[body]]']],
    ['Chào <%= user %> nhé', ['<%= user %>']],
    ['Chào <%= tên %>, <% ho_ten %>', ['<%= tên %>', '<% ho_ten %>']],
    [`Chào \${ten}, \${họ tên}`, [`\${ten}`, `\${họ tên}`]],
    ['Kính gửi ông [[ten]], {ho ten}', ['[[ten]]', '{ho ten}']],
    ['Kính gửi %NAME%, %HO_TEN%', ['%NAME%', '%HO_TEN%']],
    ['Bài: [TÊN TÁC GIẢ], ảnh: [Tên phóng viên]', ['[TÊN TÁC GIẢ]', '[Tên phóng viên]']],
    ['[CHÈN ẢNH 1]', ['[CHÈN ẢNH 1]']],
    ['thu 5 tỷ đồng [cần kiểm tra lại số] trong năm', ['[cần kiểm tra lại số]']],
    ['Ai: [chờ bổ sung] [Bổ sung số liệu] [kiểm tra lại]', ['[chờ bổ sung]', '[Bổ sung số liệu]', '[kiểm tra lại]']],
    ['Hội nghị bế mạc. TODO: thêm ảnh của {name}. Hết', ['TODO: thêm ảnh của {name}']],
    ['Lorem ipsum dolor sit amet, consectetur elit.', ['Lorem ipsum dolor sit amet, consectetur elit.']],
    ['hỗ trợ xxx triệu đồng, tăng xx% và xx đồng', ['xxx triệu đồng', 'xx%', 'xx đồng']],
    ['tổng vốn ??? triệu đồng (?? tỷ đồng), tăng ??%', ['??? triệu đồng', '?? tỷ đồng', '??%']],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });
  it.each([
    'tập {x}',
    'tập {1, 2, 3}',
    '\\frac{ab}{cd}',
    'x_{max}',
    '{"a": 1}',
    '{có dấu}',
    '[1]',
    '[[Hà Nội]]',
    '100%',
    'body',
    // Forms of laws and pages of encyclopedias have these.
    'Tên dự án: [ghi tên dự án]; [TÊN TỔ CHỨC]; [Tên Bên vay]; …{Tên cơ quan, tổ chức}…',
    'thành lập năm 1945.[cần dẫn nguồn] [cần số trang] [Xem lại nạn đói ở Liên Xô]',
    '[VIDEO] HLV trưởng nói; [ẢNH] Oanh tạc cơ; [Cần Thơ thắng đậm HAGL]; [1] [N-1]',
    'soạn tin {ma don vi} gửi 8100',
    '\\text{ab cd}; {a b}',
    'thế kỷ XX đồng thời; lần thứ XXX triệu tập; phim xxx người lớn; cảnh xxx đồng tính; 012xx triệu; 1 EUR = xxx USD',
    'Thế ư??? Triệu phú nào??? triệu tập ai? Sao ?? đồng ý à',
    'Q%C4%90-TTg; %E2%80%9D; 10%USD%',
    'Todo: việc cần làm; TODOS: tất cả; ISTODO: không',
    'Lorem ipsum là đoạn chữ giữ chỗ',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('tone-style', () => {
  it('says nothing where one style is used', () => {
    expect(check('Tòa án Hòa Bình, Ủy ban', { rules: ['tone-style'] })).toEqual([]);
  });
  it('follows the majority, whichever it is', () => {
    expect(fix('toà nhà hoà bình, thủy lợi', { rules: ['tone-style'] }).text).toBe('toà nhà hoà bình, thuỷ lợi');
  });
});

describe('repeated-block', () => {
  const opening = 'Chuyện hôm qua và hôm nay';
  it.each([
    [
      'the title, when it comes first',
      'Khánh thành cầu Cẩm Vân qua sông',
      `%\n${opening}\n%`,
      'Tít này lặp lại dòng 1.',
    ],
    ['a line', 'Khánh thành cầu Cẩm Vân qua sông', `${opening}\n%\n%`, 'Dòng này lặp lại dòng 2.'],
    ['an answer', 'Trả lời: Có, xã đã làm xong việc ấy.', `${opening}\n%\n%`, 'Câu này lặp lại dòng 2.'],
    ['a photo', 'Ảnh: Toàn cảnh lễ khánh thành cầu', `${opening}\n%\n%`, 'Chú thích ảnh này lặp lại dòng 2.'],
    ['its source', 'Cầu mới trong sáng nay (Ảnh: Thu Hà)', `${opening}\n%\n%`, 'Chú thích ảnh này lặp lại dòng 2.'],
    ['who wrote', 'Bài và ảnh: Thu Hà', `${opening}\n%\n%`, 'Tên tác giả này lặp lại dòng 2.'],
    ['a name, of whomever', 'Thu Hà', `${opening}\n%\n%`, 'Dòng này lặp lại dòng 2.'],
    [
      'sentences, at the top too',
      'Trời mưa to suốt đêm. Cầu bị ngập. Xe phải đi vòng. Sáng nay nước rút.',
      `${opening}\n%\n%`,
      'Đoạn này lặp lại dòng 2.',
    ],
  ])('calls by its name only what surely is so: %s', (_, said, text, expected) => {
    const found = check(text.replaceAll('%', said), { rules: ['repeated-block'] });
    expect(found.map(({ messageVi }) => messageVi)).toEqual([expected]);
  });

  it('gives the column where both stand in one line', () => {
    const said = 'Khánh thành cầu Cẩm Vân qua sông';
    const [found] = checkDocument(`<h1>${said}</h1><p>${said}</p>`, { format: 'html', rules: ['repeated-block'] });
    expect(found.messageVi).toBe('Tít này lặp lại cột 5 cùng dòng.');
    expect(found.message).toBe('This headline repeats column 5 of the same line.');
    const [part] = check('Trời mưa to suốt đêm qua. Cầu bị ngập. Trời mưa to suốt đêm qua.', {
      rules: ['repeated-stretch'],
    });
    expect(part.messageVi).toBe('Những chữ này đã có ở cột 1 cùng dòng.');
  });

  const headline = 'Tổng kết 10 năm phát triển đảng viên ở bản';
  it.each([
    [`${headline}\n\nMột.\n\n${headline}\n\nHai.\n`, `${headline}\n\nMột.\n\nHai.\n`],
    [`${headline}\n\nMột.\n\n${headline}\n`, `${headline}\n\nMột.\n`],
    [`${headline}\r\nMột.\r\n${headline}`, `${headline}\r\nMột.`],
  ])('is removed with its line where the rule is named', (text, left) => {
    expect(fix(text, { rules: ['repeated-block'] }).text).toBe(left);
  });
});

describe('the quotation of what stands first', () => {
  it.each([
    ['abc/'.repeat(60), 79],
    ['abcde '.repeat(40), 79],
    ['😀'.repeat(90), 79],
  ])('is short: %s', (line, most) => {
    const text = `${line} một hai ba bốn năm\nkhác hẳn\n${line} một hai ba bốn năm`;
    const findings = check(text, { rules: ['repeated-block'] });
    expect(findings).toHaveLength(1);
    for (const { note } of findings) {
      const quoted = /“(.*) …”/su.exec(note ?? '')?.[1] ?? '';
      expect(quoted.length).toBeGreaterThan(0);
      expect(quoted.length).toBeLessThanOrEqual(most);
      expect(quoted).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    }
  });
});

describe('repeated-stretch', () => {
  const sentence = 'Trời mưa to suốt đêm qua ở thành phố.';
  it.each([
    [`${sentence} Cầu bị ngập. ${sentence} Xe đi vòng.`, `${sentence} Cầu bị ngập. Xe đi vòng.`],
    ['Đoàn giám sát của Quốc hội đoàn giám sát của Quốc hội đã đến.', 'Đoàn giám sát của Quốc hội đã đến.'],
    [
      `${sentence} Cầu Long Biên bị ngập sâu.\n\nSáng nay tạnh. ${sentence} Cầu Long Biên bị ngập sâu. Xe đi vòng.`,
      `${sentence} Cầu Long Biên bị ngập sâu.\n\nSáng nay tạnh. Xe đi vòng.`,
    ],
  ])('is taken out where the rule is named: %s', (text, left) => {
    expect(fix(text, { rules: ['repeated-stretch'] }).text).toBe(left);
    expect(fix(text).text).toBe(text);
  });
  it('names the place where it stands first, in the caller’s decomposed text', () => {
    const text = `Một dòng.\n${sentence} Cầu bị ngập. ${sentence}`.normalize('NFD');
    const [finding] = check(text, { rules: ['repeated-stretch'] });
    expect(finding.original).toBe(sentence.normalize('NFD'));
    expect(text.slice(finding.start, finding.end)).toBe(finding.original);
    expect(finding.start).toBe(text.lastIndexOf('Tr'));
    expect(finding.message).toContain('column 1 of the same line');
  });
  it.each([
    'Gồm phó chủ tịch hội đồng xã, phó chủ tịch hội đồng xã đội.',
    'Từng bước, từng bước một. Từng bước, từng bước một thôi.',
    `${sentence} Báo viết: trời mưa to suốt đêm qua ở thành phố, cầu bị ngập.`,
  ])('says nothing of %s', (text) => {
    expect(check(text, { rules: ['repeated-stretch'] })).toEqual([]);
  });
});

describe('check and fix', () => {
  it('give offsets in the caller’s decomposed text', () => {
    const text = 'các văn bàn này'.normalize('NFD');
    const [finding] = check(text, { corrector });
    expect(text.slice(finding.start, finding.end)).toBe('bàn'.normalize('NFD'));
    expect(finding.original).toBe('bàn'.normalize('NFD'));
    expect(finding.key).toBe(check('các văn bàn này', { corrector })[0].key);
    expect(fix(text, { corrector }).text).toBe(`${'các văn '.normalize('NFD')}bản${' này'.normalize('NFD')}`);
  });
  it('leave out ignored findings', () => {
    const [{ key }] = check('văn bàn', { corrector });
    for (const ignore of [[key], new Set([key]), new Map([[key, 1]]).keys()])
      expect(check('văn bàn', { corrector, ignore })).toEqual([]);
  });
  it.each([
    ['ignore', 'abc', 'ignore needs keys in an array or a Set, got string'],
    ['ignore', { abc: true }, 'ignore needs keys in an array or a Set, got object'],
    ['rules', 'spelling', 'rules need an array of ids, or an object with severities, got string'],
    ['rules', null, 'rules need an array of ids'],
    ['rules', new Set(['spelling']), 'rules need an array of ids'],
    ['terms', 'Mường', 'terms need an array, got string'],
    ['terms', [{ text: 'A', kind: 'foo' }], 'term 0 is of kind "foo", expected term, name, place'],
  ])('refuse what is given for %s by mistake, though there is nothing to find: %s', (option, value, message) => {
    for (const run of [check, fix]) expect(() => run('', { [option]: value })).toThrow(`hieudinh: ${message}`);
  });
  it('apply at level auto only what is certain', () => {
    expect(fix('văn bàn', { corrector, level: 'auto' }).text).toBe('văn bàn');
  });
  it('fix spelling by default and nothing else', () => {
    const text = 'văn bàn, Nghị Quyết số 1, toà, tòa';
    expect(fix(text, { corrector }).text).toBe('văn bản, Nghị Quyết số 1, toà, tòa');
  });
  it('take severities', () => {
    expect(check('{name}', { rules: { placeholder: 'error' } })[0].severity).toBe('error');
    expect(check('{name}', { rules: { placeholder: 'off' } })).toEqual([]);
  });
  it('refuse rules and severities that there are not', () => {
    expect(() => check('', { rules: ['speling'] })).toThrow(RangeError);
    expect(() => check('', { rules: { casing: 'fatal' as 'error' } })).toThrow('severity "fatal" of casing');
  });
  it('hold on any string: the original is what stands there, and each finding has its place', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('văn bàn', '{name}', 'hoà', 'hòa', '\n', ' ', '\ud800', 'Kết Luận số 1', 'e\u0301'),
          ),
        ),
        (parts) => {
          const text = parts.join('');
          let last = 0;
          for (const finding of check(text, { corrector })) {
            expect(finding.start).toBeGreaterThanOrEqual(last);
            expect(finding.original).toBe(text.slice(finding.start, finding.end));
            last = finding.start;
          }
          fix(text, { corrector, rules: ['spelling', 'casing', 'tone-style', 'repeated-block'] });
        },
      ),
    );
  });
});
