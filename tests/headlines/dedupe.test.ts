import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldHeadline, HeadlineReader } from '../../src/headlines/fold.ts';
import { dedupe, splitBlocks } from '../../src/headlines/index.ts';
import { classOf, GONE, SEPARATOR } from '../../src/headlines/letters.ts';
import { SENTENCE_START, Tokens } from '../../src/headlines/tokens.ts';

const repeatsOf = (...texts: string[]) => dedupe(texts.map((text) => ({ text }))).repeats;

describe('dedupe', () => {
  const article = '../shared/article/article.txt';
  it.skipIf(!existsSync(article))('finds exactly the repeats of the article (skipped without ../shared)', () => {
    const blocks = splitBlocks(readFileSync(article, 'utf8'));
    const found = dedupe(blocks).repeats.map((one) => [blocks[one.index].line, blocks[one.of].line, one.kind]);
    expect(found).toEqual([
      [5, 1, 'lead'],
      [7, 3, 'headline'],
      [27, 3, 'headline'],
      [47, 3, 'headline'],
      [56, 53, 'byline'],
    ]);
  });

  it('points every repeat to the first', () => {
    expect(
      repeatsOf(
        'Khánh thành cầu Cẩm Vân',
        'Khác hẳn thế này đây',
        'KHÁNH THÀNH CẦU CẨM VÂN',
        'Khánh thành cầu Cẩm Vân',
      ),
    ).toMatchObject([
      { index: 2, of: 0, kind: 'headline', reason: 'equal' },
      { index: 3, of: 0 },
    ]);
  });

  it('points a repeat to the first of its spelling', () => {
    const [one, other] = ['Bầu bà Trần Thị Thủy vào ban', 'Bầu bà Trần Thị Thúy vào ban'];
    expect(repeatsOf(one, other, other, one, one.toUpperCase())).toMatchObject([
      { index: 2, of: 1 },
      { index: 3, of: 0 },
      { index: 4, of: 0 },
    ]);
  });

  it('finds a paragraph inside another', () => {
    const part = 'Tại buổi làm việc, đoàn đã nghe báo cáo về tiến độ thi công cây cầu bắc qua sông';
    expect(
      repeatsOf(`${part}, cùng những khó khăn mà đơn vị thi công gặp phải trong mùa mưa lũ vừa qua.`, `${part}.`),
    ).toMatchObject([{ index: 1, of: 0, reason: 'contained' }]);
  });

  it('finds whole sentences inside another, and no line that names whom a sentence names', () => {
    const lawyer = 'Luật sư Trần Tuấn Anh, Giám đốc Công ty luật Minh Bạch (Đoàn luật sư Hà Nội)';
    const said = 'Hợp đồng như thế là trái luật và người mua nhà có quyền đòi lại tiền đặt cọc.';
    const text = `Trao đổi với báo, ${lawyer}, cho biết như sau. ${said} Tòa án nhân dân quận sẽ xử trong tháng này.`;
    expect(repeatsOf(text, said)).toMatchObject([{ index: 1, of: 0, reason: 'contained' }]);
    expect(repeatsOf(text, `${lawyer}.`)).toEqual([]);
    const office = 'Ông Trần Văn Vinh - Tổng cục trưởng Tổng cục Tiêu chuẩn Đo lường Chất lượng';
    expect(repeatsOf(`${office}, cho biết giá xăng dầu sẽ còn giảm trong những ngày tới.`, `${office}.`)).toEqual([]);
    const clause = 'Người mua nhà có quyền đòi lại tiền đặt cọc trong ba mươi ngày';
    expect(repeatsOf(`${clause} kể từ khi ký hợp đồng với chủ đầu tư.`, `${clause}.`)).toEqual([]);
  });

  it.each([
    ['menu words', ['Trả lời', 'Trả lời']],
    ['placeholders', ['{body}', '{body}', '{name} - {time}', '{name} - {time}']],
    ['a digit', ['Kết quả thi đấu của vòng 3', 'Kết quả thi đấu của vòng 4']],
    ['names of other marks', ['Bầu bà Trần Thị Thủy vào ban', 'Bầu bà Trần Thị Thúy vào ban']],
    ['bylines of other marks', ['Nguyễn Thị Thủy', 'Nguyễn Thị Thúy']],
    ['a counter', ['0 bình luận', '0 bình luận']],
    ['nothing', ['', ' ', '\ud800', '\ud800']],
    [
      'clauses of a law',
      [
        'Điều 5. Vi phạm quy định về đăng ký',
        '2. Biện pháp khắc phục hậu quả:',
        'a) Buộc cải chính thông tin sai sự thật.',
        'Điều 6. Vi phạm quy định về báo cáo',
        '2. Biện pháp khắc phục hậu quả:',
        'a) Buộc cải chính thông tin sai sự thật.',
      ],
    ],
    ['answers', ['D. Cả ba đáp án trên đều sai.', 'Câu 2. Cầu nào dài nhất?', 'D. Cả ba đáp án trên đều sai.']],
    [
      'the refrain of a song',
      [
        'Anh về với biển quê ta đêm nay,',
        'Sóng ru bờ cát trăng đầy',
        'Hò ơ con nước đầy vơi,',
        'Thuyền ai còn đợi một người chưa sang',
        'Mai này lúa chín đồng vàng,',
        'Em ra bến cũ hỏi làng xóm xưa',
        'Hò ơ con nước đầy vơi,',
        'Thuyền ai còn đợi một người chưa sang',
      ],
    ],
    [
      'a couplet that ends in a full stop',
      [
        'Sông quê nước chảy lững lờ,',
        'Thuyền ai còn đợi bên bờ lau thưa.',
        'Chiều nay trời lại đổ mưa,',
        'Mẹ ra bến cũ ngóng trưa ngóng chiều.',
        'Sông quê nước chảy lững lờ,',
        'Thuyền ai còn đợi bên bờ lau thưa.',
      ],
    ],
    [
      'headings that a list of contents names',
      [
        'Mục lục',
        'Lịch sử hình thành vùng đất',
        'Lễ hội',
        'Nghề đan cói ở ven sông',
        'Món ăn của người dân vùng biển',
        'Lịch sử hình thành vùng đất',
        'Làng có từ thế kỷ 15, khi dân nơi khác đến khai hoang.',
        'Lễ hội',
        'Hội làng mở vào tháng giêng.',
        'Nghề đan cói ở ven sông',
        'Cói trồng ở bãi bồi, mỗi năm hai vụ.',
        'Món ăn của người dân vùng biển',
        'Gỏi cá nhệch là món đãi khách.',
      ],
    ],
    [
      'lines of forms',
      [
        '(Ký, ghi rõ họ tên)',
        'Địa điểm: Phòng họp tầng 2',
        'Phóng viên: Xin cảm ơn ông!',
        'Nơi ở hiện nay: thôn 3, xã Hoằng Lộc, tỉnh Thanh Hóa',
        '- Thời gian làm việc tám giờ một ngày, nghỉ chủ nhật',
        'Nơi ở hiện nay: thôn 3, xã Hoằng Lộc, tỉnh Thanh Hóa',
        '- Thời gian làm việc tám giờ một ngày, nghỉ chủ nhật',
        'Chiều thứ năm',
        '(Ký, ghi rõ họ tên)',
        'Địa điểm: Phòng họp tầng 2',
        'Phóng viên: Xin cảm ơn ông!',
      ],
    ],
  ])('leaves %s alone', (_, texts) => {
    expect(repeatsOf(...texts)).toEqual([]);
  });

  it('finds a headline beside a line that was broken behind a comma', () => {
    const [headline, before, after] = [
      'Khánh thành cầu Cẩm Vân',
      'về dự có đại diện các sở,',
      'Cùng dự buổi lễ còn có:',
    ];
    expect(repeatsOf(headline, 'Khác hẳn thế này', before, headline, after)).toMatchObject([{ index: 3, of: 0 }]);
  });

  it('finds a headline above a line that ends in a comma', () => {
    const title = 'Trường Lê Lợi thông báo lịch nghỉ Tết cho học sinh';
    const [one, two] = [
      'Nhà trường thông báo học sinh được nghỉ từ ngày 25 tháng chạp cho đến hết ngày mồng 6 tháng giêng.',
      'Trong những ngày nghỉ, phụ huynh nhắc con em giữ gìn sức khỏe, đi lại an toàn và ôn tập bài vở đầy đủ.',
    ];
    expect(repeatsOf(title, 'Kính gửi quý phụ huynh,', one, two, title)).toMatchObject([{ index: 4, of: 0 }]);
    expect(repeatsOf(title, one, two, title, 'Kính gửi quý phụ huynh,', one)).toMatchObject([
      { index: 3, of: 0 },
      { index: 5, of: 1 },
    ]);
  });

  it('finds a line of verse again where it is none', () => {
    const verse = ['Anh về với biển quê ta đêm nay,', 'Sóng ru bờ cát trăng đầy', 'Hò ơ con nước đầy vơi,'];
    const text = 'Bài thơ được nhạc sĩ phổ nhạc vào năm ngoái, và từ đó đến nay nhiều người trong vùng vẫn hát.';
    expect(repeatsOf(...verse, text, verse[0], text)).toMatchObject([
      { index: 4, of: 0, reason: 'equal' },
      { index: 5, of: 3 },
    ]);
    const long = 'Sở Giáo dục khai mạc hội nghị tập huấn giáo viên ở các xã vùng cao biên giới';
    const near = long.replace('khai mạc', 'sáng nay khai mạc');
    expect(repeatsOf(...verse, long, text, near)).toMatchObject([{ index: 5, of: 3, reason: 'near' }]);
  });

  it('takes no long list of lines for verse because of one comma', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `Tin thứ ${i} trong ngày hôm nay ở huyện`);
    const title = 'Khánh thành cầu Cẩm Vân bắc qua sông Mã';
    expect(repeatsOf(title, ...lines, 'Xem thêm,', ...lines.map((one) => `${one} Nga Sơn`), title)).toMatchObject([
      { index: 26, of: 0 },
    ]);
  });

  it('finds lines pasted twice, and two headlines said again above text', () => {
    const lines = ['Lịch sử hình thành vùng đất', 'Nghề đan cói ở ven sông', 'Món ăn của người dân vùng biển'];
    const [one, two] = ['Làng có từ thế kỷ 15, dân đến khai hoang.', 'Cói trồng ở bãi bồi, mỗi năm hai vụ.'];
    expect(repeatsOf(...lines, one, ...lines, two)).toMatchObject([0, 1, 2].map((of) => ({ index: of + 4, of })));
    expect(repeatsOf(lines[0], lines[1], 'Khác hẳn', lines[0], one, lines[1], two)).toHaveLength(2);
    expect(repeatsOf(...lines, 'Khác hẳn', lines[2], one, lines[1], two, lines[0], one)).toHaveLength(4);
  });

  it('finds what a section says twice, and not the headings around it that a list of contents names', () => {
    const headings = ['Lịch sử hình thành vùng đất', 'Nghề đan cói ở ven sông', 'Món ăn của người dân vùng biển'];
    const said = 'Cói trồng ở bãi bồi, mỗi năm hai vụ, vụ chiêm và vụ mùa.';
    const section = (heading: string) => [heading, `${heading} là chuyện mà ai ở đây cũng biết rõ.`];
    const [one, two, three] = headings.map(section);
    expect(repeatsOf(...headings, ...one, ...two, said, said, ...three)).toMatchObject([{ index: 8, of: 7 }]);
    expect(repeatsOf(...headings, ...one, ...one, ...two)).toMatchObject([
      { index: 3, of: 0 },
      { index: 5, of: 0 },
      { index: 6, of: 4 },
      { index: 7, of: 1 },
    ]);
  });

  it('finds an item right behind itself, and what an item says twice', () => {
    const item = '2. Biện pháp khắc phục hậu quả là buộc cải chính.';
    expect(repeatsOf(item, item, 'Điều 6. Báo cáo không đúng hạn', item)).toMatchObject([{ index: 1, of: 0 }]);
    const twice = 'a) Đường đã được trải nhựa. Cầu còn dở dang. Đường đã được trải nhựa.';
    expect(dedupe([{ text: twice }]).parts).toHaveLength(1);
    expect(
      dedupe([{ text: item, kind: 'paragraph' }, { text: 'Khác' }, { text: item, kind: 'paragraph' }]).repeats,
    ).toHaveLength(1);
  });

  it.each([1, 31, 32, 33, 100])('finds an item right behind itself after %d others like it', (times) => {
    const item = '2. Biện pháp khắc phục hậu quả:';
    const texts = Array.from({ length: times }, (_, i) => [item, `Một chuyện khác hẳn, là chuyện số ${i}`]).flat();
    expect(repeatsOf(...texts, item, item)).toMatchObject([{ index: texts.length + 1, of: texts.length }]);
  });

  it('takes a headline with a place before it for one', () => {
    const title = 'Hà Nội: Cháy lớn ở chợ Đồng Xuân trong đêm';
    expect(repeatsOf(title, 'Khác hẳn thế này đây', title)).toMatchObject([{ index: 2, of: 0 }]);
  });

  it('comes to an end on letters whose low bits are a digit', () => {
    expect(repeatsOf('\u8030', '\u8039 \u8030', 'tin \u8000\u8001')).toEqual([]);
  });

  it('comes to an end on every unit, and takes no two letters of other scripts for one', () => {
    const seen = new Set<string>();
    const wrong: number[] = [];
    const tokens = new Tokens();
    let letters = 0;
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      const kind = classOf(unit);
      tokens.read(`${character}7a${character}`, 0, 4);
      const { starts, ends, size } = tokens;
      const places = Array.from({ length: size }, (_, i) => i);
      const advances = places.every((i) => starts[i] < ends[i] && (i === 0 || ends[i - 1] <= starts[i]));
      if (!advances || ends[size - 1] !== (kind === SEPARATOR ? 3 : 4)) wrong.push(unit);
      if (unit < 0x2000 || kind <= GONE) continue;
      letters++;
      const { hash, check } = foldHeadline(character);
      seen.add(`${hash},${check}`);
    }
    expect(wrong).toEqual([]);
    expect(letters).toBeGreaterThan(40_000);
    expect(seen.size).toBe(letters);
  });

  it('never throws, and never points forward', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        for (const { index, of } of repeatsOf(...texts)) expect(of).toBeLessThan(index);
      }),
    );
  });
});

describe('HeadlineReader', () => {
  const piece = fc.constantFrom(
    '(VTV) ',
    'VIDEO: ',
    'Thứ năm ',
    '12.000 ',
    'Hà Nội ',
    'quý ',
    ' | Báo mới',
    '. ',
    '… ',
    '\n',
    'b',
    '\ud800',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60, size: 'max' }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('reads each text as if it were the first', () => {
    const expectSame = (texts: string[]) => {
      const reader = new HeadlineReader();
      for (const one of texts) {
        const fresh = new HeadlineReader();
        fresh.read(one, 0, one.length);
        reader.read(one, 0, one.length);
        for (const array of ['hashes', 'flags', 'starts', 'ends'] as const) {
          const { size } = fresh.tokens;
          expect(reader.tokens[array].subarray(0, size)).toEqual(fresh.tokens[array].subarray(0, size));
        }
        expect(reader.folded(one)).toEqual(fresh.folded(one));
      }
    };
    fc.assert(fc.property(fc.array(text, { maxLength: 4 }), expectSame));
    // About as long as what is kept between texts, and longer.
    expectSame([16_382, 16_384, 16_386, 40_000, 8].map((words) => 'Bảy tỉ '.repeat(words / 2)));
  });

  it('knows the first words of sentences by what stands before them', () => {
    const abbreviations = ['TP', 'Q', 'Nh', 'ThS', 'PGS'];
    const word = fc.constantFrom(...abbreviations, 'qua', 'Cầu', 'HCM', 'b', '26');
    const gap = fc.constantFrom(' ', '. ', '.', '...', '!', '? ', '…', '\n', ') ', '.” ', ' . ', ', ', '; ', '.\n');
    const tokens = new Tokens();
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap)), (pairs) => {
        const one = pairs.flat().join('');
        tokens.read(one, 0, one.length);
        expect(tokens.size).toBe(pairs.length);
        for (let at = 1; at < pairs.length; at++) {
          const [before, between] = pairs[at - 1];
          const ownsStop = abbreviations.includes(before) && !(at === 1 && before.length === 1);
          const stops = ownsStop ? between.replace(/^\./, '') : between;
          const isPlain = /^\p{L}\p{Ll}+$/u.test(before);
          const lacksSpace = /^[.!?]+$/.test(stops) && isPlain && /^\p{Lu}/u.test(pairs[at][0]);
          const isMark = at <= 3 && between.includes(')');
          const expected = /[…\n]/.test(between) || isMark || /[.!?].*\s/.test(stops) || lacksSpace;
          expect([one, at, (tokens.flags[at] & SENTENCE_START) !== 0]).toEqual([one, at, expected]);
        }
        for (const at of [0, tokens.size]) expect(tokens.flags[at] & SENTENCE_START).toBe(SENTENCE_START);
      }),
    );
  });
});

describe('splitBlocks', () => {
  it('gives offsets into the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ế', ' ', '\n', '\r', '\t') }), (text) => {
        for (const block of splitBlocks(text)) expect(text.slice(block.start, block.end)).toBe(block.text);
      }),
    );
  });
});
