import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/index.ts';
import type { Edit } from '../../src/finding.ts';
import {
  type Block,
  dedupe,
  partRemovalOf,
  removalOf,
  repeatedStretches,
  splitBlocks,
} from '../../src/headlines/index.ts';
import { WordRuns } from '../../src/headlines/word-runs.ts';

const applied = (source: string, { start, end, original, replacement }: Edit): string => {
  expect(source.slice(start, end)).toBe(original);
  return source.slice(0, start) + replacement + source.slice(end);
};

describe('repeatedStretches', () => {
  const SAID = 'Đoàn đã đến thăm các hộ nghèo trong xã';
  it.each([
    ['a sentence written twice', `${SAID}. ${SAID}.`, [`${SAID}.`]],
    ['one that stands again a few words on', `${SAID}. Trời mưa to. ${SAID}. Hết.`, [`${SAID}.`]],
    [
      'a long one that stands again further on',
      `${SAID} và trao quà. Trời mưa to suốt đêm qua. ${SAID} và trao quà.`,
      [`${SAID} và trao quà.`],
    ],
    ['three times', `${SAID}. ${SAID}. ${SAID}.`, [`${SAID}.`, `${SAID}.`]],
    [
      'a stretch pasted twice',
      `${SAID} đã đến thăm các hộ nghèo trong xã rồi về`,
      ['đã đến thăm các hộ nghèo trong xã'],
    ],
    ['whatever the case and the marks', `${SAID}. ${SAID.toUpperCase().normalize('NFD')}!`, undefined],
    ['a sentence that ends in a name of capitals', `${SAID} ở HCM. ${SAID} ở HCM.`, [`${SAID} ở HCM.`]],
    ['a sentence before which the space was left out', `${SAID}.${SAID}. Hết.`, [`${SAID}.`]],
    ['one with a comma', `${SAID}, rồi về ${SAID}, rồi về.`, [`${SAID}, rồi về`]],
    [
      'a short one that ends at a mark',
      'Nắng to, gió nhẹ ở biển nắng to, gió nhẹ ở biển; trời khô.',
      ['nắng to, gió nhẹ ở biển'],
    ],
    [
      'words pasted twice in an article',
      'Điều 14. Nội dung tờ trình phải có những nội dung phải có những nội dung sau đây:',
      ['phải có những nội dung'],
    ],
    ['quotes with it', `“${SAID}.” Trời mưa. “${SAID}.” Hết.`, [`“${SAID}.”`]],
    ['two sentences at once', `${SAID}. Cầu ngập. ${SAID}. Cầu ngập.`, [`${SAID}. Cầu ngập.`]],
  ])('finds %s', (_, text, expected) => {
    const found = repeatedStretches(text);
    if (expected !== undefined) expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    else expect(found).toHaveLength(1);
    for (const { start, end, ofStart, ofEnd } of found) {
      expect(ofEnd).toBeLessThanOrEqual(start);
      expect(ofStart).toBeLessThan(ofEnd);
      expect(start).toBeLessThan(end);
    }
  });

  it.each([
    ['names of other marks', 'Bầu bà Trần Thị Thủy vào ban. Bầu bà Trần Thị Thúy vào ban.'],
    ['few words said twice for effect', 'Từng bước, từng bước, rồi lại từng bước, từng bước đi lên.'],
    ['what ends one sentence and begins the next', `Hôm qua ${SAID}. ${SAID} đều được tặng quà.`],
    ['a list that goes on', 'Phó chủ tịch ủy ban nhân dân xã, phó chủ tịch ủy ban nhân dân xã đội'],
    ['a list whose first item ends another word', 'Tổ chức, tham gia liên hoan phim quốc gia, liên hoan phim quốc tế.'],
    [
      'the end of one sentence and the front of the next',
      'Giữ quyền Chủ tịch nước tạm quyền. Chủ tịch nước tạm quyền có đầy đủ quyền hành.',
    ],
    [
      'a list of offices',
      'Thương nhân Việt Nam, Chi nhánh của thương nhân Việt Nam, Chi nhánh của thương nhân nước ngoài.',
    ],
    [
      'the heading of an article and what it begins with',
      'Điều 14. Nội dung tờ trình về đàm phán điều ước Tờ trình về đàm phán điều ước phải có những nội dung sau đây:',
    ],
    ['another number', 'Vòng 3 có năm trận đấu. Vòng 4 có năm trận đấu.'],
    [
      'what stands between the stops of abbreviations',
      'Ông ngụ tại (P.26, Q.Bình Thạnh, TP.HCM). Bà ngụ tại (P.26, Q.Bình Thạnh, TP. Hồ Chí Minh) với con.',
    ],
    ['a short sentence that stands again further on', `${SAID}. Trời mưa to suốt đêm qua. ${SAID}.`],
    [
      'a part of a number',
      'Giá niêm yết tại TP. Hồ Chí Minh ở mức 36.24 triệu, tại TP. Hồ Chí Minh ở mức 36.44 triệu.',
    ],
    ['numbers of articles', 'Tha tù trước thời hạn; Điều 16.1.NQ.3.1. Tha tù trước thời hạn; Điều 16.1.NQ.3.2.'],
    [
      'a part of an address',
      'Tin gì? Xem bài tại http://tin.baothanhhoa.vn/1. Xem bài tại http://tin.baothanhhoa.net/2.',
    ],
    ['initials', 'Hai em Phan Thị Tuyết Nh. và Châu Thị Ngọc A. đến; Tuyết Nh. và Châu Thị Ngọc A. về.'],
    ['nothing', ''],
    ['lone surrogates', '\ud800 \ud800 \udc00 \udc00'],
  ])('leaves %s alone', (_, text) => {
    expect(repeatedStretches(text)).toEqual([]);
  });

  const word = fc.constantFrom('mưa', 'to', 'đêm', 'qua', 'cầu', 'ngập', '3');
  const stop = fc.constantFrom(' ', ' ', ' ', '. ', ', ', '.\n');
  const prose = fc.array(fc.tuple(word, stop), { maxLength: 60 }).map((pairs) => pairs.flat().join(''));

  it('answers with stretches that are equal, in order, apart from each other', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const letters = (from: number, to: number) => text.slice(from, to).match(/[\p{L}\d]+/gu);
        let last = 0;
        for (const { start, end, ofStart, ofEnd } of repeatedStretches(text)) {
          expect(letters(start, end)).toEqual(letters(ofStart, ofEnd));
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });

  it('finds any long sentence that was pasted in again', () => {
    const sentence = fc
      .uniqueArray(fc.constantFrom(...'mưa to suốt đêm qua nên mấy cầu ngập nước xe đi vòng rất xa'.split(' ')), {
        minLength: 12,
      })
      .map((words) => `${words.join(' ')}.`);
    fc.assert(
      fc.property(sentence, fc.array(sentence, { maxLength: 3 }), (one, between) => {
        expect(repeatedStretches([one, ...between, one].join(' ')).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('WordRuns', () => {
  it('finds what a plain search finds', () => {
    const words = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (all, run) => {
        const from = all.length >> 2;
        const plain = all.findIndex((_, at) => at >= from && run.every((one, i) => all[at + i] === one));
        if (run.length === 0) return;
        expect(new WordRuns(Int32Array.from(all)).indexOf(new WordRuns(Int32Array.from(run)), from)).toBe(plain);
      }),
    );
  });
});

describe('dedupe of parts', () => {
  const PART = 'Tại buổi làm việc, đoàn đã nghe báo cáo về tiến độ thi công cây cầu bắc qua sông.';

  it('finds a paragraph inside a later one, between its sentences', () => {
    const blocks = [{ text: PART }, { text: `Chiều qua có mưa. ${PART} Ai cũng vui.` }];
    const { repeats, parts } = dedupe(blocks);
    expect(repeats).toEqual([]);
    expect(parts).toMatchObject([{ index: 1, of: 0, ofStart: 0, ofEnd: PART.length }]);
    expect(blocks[1].text.slice(parts[0].start, parts[0].end)).toBe(PART);
  });

  it.each(['(TTXVN) - ', '(Baothanhhoa.vn) - '])('finds it behind %j too', (mark) => {
    const text = `${mark}${PART} Cùng dự có lãnh đạo các sở, ban, ngành và đông đảo bà con hai bên bờ.`;
    const { parts } = dedupe([{ text: PART }, { text }]);
    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual([PART]);
  });

  it('finds the sentences before one that names somebody else', () => {
    const [one, other] = [
      'Trời mưa rất to suốt đêm qua ở thành phố và các huyện.',
      'Cầu bắc qua sông bị ngập sâu nửa mét từ sáng hôm nay.',
    ];
    const some = `${one} Bà Thủy đi chợ rất sớm. ${other}`;
    const others = some.replace('Thủy', 'Thúy');
    const text = `${some} Xe phải đi vòng. ${others}`;
    const found = dedupe([{ text }]).parts.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual([one, other]);
  });

  it('leaves a headline alone that a sentence takes up', () => {
    const title = 'Tổng kết 10 năm phát triển đảng ở các xã vùng cao biên giới của tỉnh';
    expect(dedupe([{ text: title }, { text: `Sáng nay, hội nghị ${title} đã khai mạc.` }]).parts).toEqual([]);
  });

  it('leaves the heading of a chapter alone that its only article has as well', () => {
    const heading = 'Sự cố gây mất an toàn lao động trong thi công xây dựng công trình';
    const chapter = { text: heading.toUpperCase() };
    expect(dedupe([chapter, { text: `Điều 49. ${heading}` }]).parts).toEqual([]);
    expect(dedupe([chapter, { text: `Chiều qua có mưa to ở thành phố. ${heading}` }]).parts).toHaveLength(1);
    expect(dedupe([{ text: PART }, { text: `Điều 49. Báo cáo của đoàn. ${PART}` }]).parts).toHaveLength(1);
  });

  it('asks of a contained paragraph that its words stand in the same order', () => {
    const words = PART.slice(0, -1).split(' ');
    const later = `${words.slice(7).join(' ')} ${words.slice(0, 7).join(' ')}`;
    expect(dedupe([{ text: `${PART} Ai cũng vui vì cầu sắp xong trước mùa lũ.` }, { text: later }]).repeats).toEqual(
      [],
    );
  });

  it('finds nothing more in the article (skipped without ../shared)', ({ skip }) => {
    const path = '../shared/article/article.txt';
    if (!existsSync(path)) skip();
    expect(dedupe(splitBlocks(readFileSync(path, 'utf8'))).parts).toEqual([]);
  });
});

describe('removal by one edit', () => {
  it.each([
    ['a line with its end', 'a\nb\nc\n', 1, 'a\nc\n'],
    ['the empty lines after it', 'a\r\n\r\nb\r\n\r\nc', 1, 'a\r\n\r\nc'],
    ['at the end, those before it', 'a\n\nb\n', 1, 'a\n'],
    ['at the end, without a line end', 'a\n\nb', 1, 'a'],
    ['the first', '\n a\nb', 0, '\nb'],
    ['the only one', 'a\n', 0, ''],
    ['white space of any kind beside it', 'a\n\u00a0b\u00a0\nc', 1, 'a\nc'],
  ])('takes out %s', (_, source, index, expected) => {
    expect(applied(source, removalOf(source, splitBlocks(source)[index]))).toBe(expected);
  });

  it('leaves every other line as it was', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '\u00a0'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(), (source, pick) => {
        const blocks = splitBlocks(source);
        if (blocks.length === 0) return;
        const index = pick % blocks.length;
        const left = splitBlocks(applied(source, removalOf(source, blocks[index])));
        expect(left.map((one) => one.text)).toEqual(blocks.filter((_, at) => at !== index).map((one) => one.text));
      }),
    );
  });

  it('takes out a part with the white space before it, or at the front after it', () => {
    const source = '- Một hai. Ba bốn. Năm.\n';
    const [block] = splitBlocks(source);
    expect(applied(source, partRemovalOf(source, block, 11, 18))).toBe('- Một hai. Năm.\n');
    const bare = { text: 'Một hai. Ba bốn.', start: 2, end: 18 };
    expect(applied('- Một hai. Ba bốn. Năm.', partRemovalOf('- Một hai. Ba bốn. Năm.', bare, 0, 8))).toBe(
      '- Ba bốn. Năm.',
    );
  });

  it('follows blocks of markup: an element goes with its tags, entities keep their places', () => {
    const source = '<h1>Trời &amp; đất</h1><p>x</p><h2>Trời &amp; đất giao mùa hôm nay</h2>';
    const start = source.indexOf('Trời', 10);
    const block: Block = {
      text: 'Trời & đất giao mùa hôm nay',
      start,
      end: source.indexOf('</h2>'),
      outerStart: source.indexOf('<h2>'),
      outerEnd: source.length,
      sourceOffset: (at) => start + (at > 5 ? at + 4 : at),
    };
    expect(applied(source, removalOf(source, block))).toBe('<h1>Trời &amp; đất</h1><p>x</p>');
    expect(applied(source, partRemovalOf(source, block, 11, 27))).toBe(
      '<h1>Trời &amp; đất</h1><p>x</p><h2>Trời &amp; đất</h2>',
    );
  });

  it('works on the prose of HTML and Markdown', () => {
    const said = 'Trời mưa to suốt đêm qua.';
    for (const [format, source, left] of [
      ['html', `<p>${said} <b>Cầu</b> ngập. ${said}</p>`, `<p>${said} <b>Cầu</b> ngập.</p>`],
      ['markdown', `## Tin\n\n${said} **Cầu** ngập. ${said} Hết.\n`, `## Tin\n\n${said} **Cầu** ngập. Hết.\n`],
    ] as const) {
      const document = readDocument(source, format);
      const blocks = splitBlocks(document.text);
      const { parts } = dedupe(blocks);
      expect(parts).toHaveLength(1);
      const [{ index, start, end }] = parts;
      const cut = partRemovalOf(document.text, blocks[index], start, end);
      const edit = document.editInSource(cut.start, cut.end, '');
      expect(edit && applied(source, edit)).toBe(left);
    }
  });

  it('refuses a block that does not say where it stands', () => {
    expect(() => removalOf('a', { text: 'a' })).toThrow(RangeError);
    expect(() => partRemovalOf('a&amp;', { text: 'a&', start: 0, end: 6 }, 0, 1)).toThrow(RangeError);
  });
});
