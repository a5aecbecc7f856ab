import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldHeadline } from '../../src/headlines/fold.ts';
import { compareHeadlines, groupHeadlines } from '../../src/headlines/index.ts';
import { hashOf } from '../../src/headlines/letters.ts';
import { packedWord } from '../../src/headlines/packed-words.ts';

const SAME: [string, string][] = [
  ['Khai mạc Hội nghị Trung ương', 'KHAI MẠC HỘI NGHỊ TRUNG ƯƠNG'],
  ['Tỉnh uỷ Hoà Bình họp phiên thường kỳ', 'Tỉnh ủy Hòa Bình họp phiên thường kì'],
  ['(Baothanhhoa.vn) - Khánh thành cầu Cẩm Vân', 'Khánh thành cầu Cẩm Vân'],
  ['VTV.vn - Khánh thành cầu Cẩm Vân', 'Khánh thành cầu Cẩm Vân'],
  ['VIDEO: Khánh thành cầu Cẩm Vân', 'ẢNH: Khánh thành cầu Cẩm Vân'],
  ['Khánh thành cầu Cẩm Vân | Báo Thanh Hóa', 'Khánh thành cầu Cẩm Vân'],
  ['Nông dân được mùa vải thiều', 'Nông dân “được mùa” vải thiều!'],
  ['Nong dan duoc mua vai thieu', 'Nông dân được mùa vải thiều'],
  ['Giá gạo lên 4.000 đồng một cân', 'Giá gạo lên 4000 đồng một cân'],
  ['Xứ Thanh giành huy chương vàng thứ năm ở giải bơi', 'Xứ Thanh giành huy chương vàng thứ 5 ở giải bơi'],
  ['Nhà máy chế biến nông sản được đầu tư hai triệu đô la', 'Nhà máy chế biến nông sản được đầu tư 2 triệu đô la'],
  [
    'Trường Trung học phổ thông Hàm Rồng đón nhận Huân chương Lao động, tri ân các thầy cô',
    'Tri ân các thầy cô, Trường Trung học phổ thông Hàm Rồng đón nhận Huân chương Lao động',
  ],
  [
    'Đội bóng của ông Hernandez thắng trận đầu tiên trên sân nhà mùa này',
    'Đội bóng của ông Hernandes thắng trận đầu tiên trên sân nhà mùa này',
  ],
  // Digits that a scan read for letters.
  ['Đẩy mạnh phát triển kinh tế b1ển ở t1nh', 'Đẩy mạnh phát triển kinh tế biển ở tỉnh'],
  ['Họp bàn tr0ng sáng nay về kinh tế T1nh', 'Họp bàn trong sáng nay về kinh tế Tỉnh'],
  ['Họp bàn về kinh tế Ninh B1\u0300nh', 'Họp bàn về kinh tế Ninh Bình'],
  // Names of one spelling, and names that may have lost a mark.
  ['Thăm Tỉnh ủy Hòa Bình và ông Lý Quý', 'Thăm Tỉnh uỷ Hoà Bình và ông Lí Quí'],
  ['Bầu bà Nguyễn Thị Thủy làm Phó Chủ tịch', 'Bầu bà Nguyễn Thị Thuỷ làm Phó Chủ tịch'.normalize('NFD')],
  ['Bầu bà Nguyễn Thị Thủy làm Phó Chủ tịch', 'BẦU BÀ NGUYỄN THỊ THÚY LÀM PHÓ CHỦ TỊCH'],
  ['Bầu ông Nguyễn Văn Hùng làm Phó Chủ tịch', 'Bầu ông Nguyễn Văn Hung làm Phó Chủ tịch'],
  ['Bầu ông Nguyễn Văn Thành làm Phó Chủ tịch', 'Bau ong Nguyen Van Thanh lam Pho Chu tich'],
  ['Bầu ông Nguyễn Văn Đồng làm Phó Chủ tịch', 'Bâu ông Nguyên Văn Đông lam Pho Chu tich'],
  ['Bầu ông Nguyễn Văn Đồng làm Phó Chủ tịch', 'Bâu ông Nguyễn Văn Đông làm Phó Chủ tịch'],
  ['Bầu ông Nguyễn Văn Đồng làm Phó Chủ tịch', 'Bầu ông Nguyễn Văn Đôṇ̀g làm Phó Chủ tịch'],
  ['Mở lại chợ Đồng Xuân sau tết', 'Mở lại chợ \u00d0ồng Xuân sau tết'],
  ['Việt Nam thắng đội Müller trên sân nhà', 'Việt Nam thắng đội Muller trên sân nhà'],
  [
    'Khánh thành cầu vượt mới qua đường sắt ở phía bắc Thành phố Thanh Hóa trong sáng nay',
    'Khánh thành cầu vượt mới qua đường sắt ở phía bắc TP Thanh Hóa trong sáng nay',
  ],
  ['Khánh thành cầu Cẩm Vân bắc qua sông Mã', 'Khánh thành cầu Cẩm Vân'.concat(' qua sông Mã')],
  // A word for another that says the same, ties others together, or was mistyped.
  ['Mở phố đi bộ ở trung tâm thành phố biển Sầm Sơn', 'Mở phố đi bộ tại trung tâm thành phố biển Sầm Sơn'],
  ['Chủ tịch nước tiếp đoàn đại biểu cựu chiến binh', 'Chủ tịch nước gặp đoàn đại biểu cựu chiến binh'],
  ['Công bố quy hoạch giai đoạn mới của các khu kinh tế', 'Công bố quy hoạch gian đoạn mới của các khu kinh tế'],
  ['Đàn trâu sổng chuồng chạy vào trung tâm thành phố', 'Đàn trâu xổng chuồng chạy vào trung tâm thành phố'],
  ['Đội chủ nhà thắng đậm trận mở màn giải bóng đá trẻ', 'Đội chủ nhà thăngg đậm trận mở màn giải bóng đá trẻ'],
  // A word more that turns nothing, or only looks like one that does.
  ['Cấm xe tải qua cầu Hàm Rồng từ ngày mai', 'Tạm cấm xe tải qua cầu Hàm Rồng từ ngày mai'],
  ['Quốc hội bác kế hoạch bán đất công ở ven biển', 'Quốc hội bác bỏ kế hoạch bán đất công ở ven biển'],
  ['Cuộc sống trên đê sông Hồng những ngày nước lớn', 'Cuộc sống trên mặt đê sông Hồng những ngày nước lớn'],
  ['Hôm nay Xuân Son trở lại tập cùng đội tuyển', 'Hôm nay Nguyễn Xuân Son trở lại tập cùng đội tuyển'],
  // Phrases in another order, and two that are named in either order.
  ['Bảo hiểm xã hội khác gì bảo hiểm nhân thọ?', 'Bảo hiểm nhân thọ khác gì bảo hiểm xã hội?'],
  ['Hôm nay Nga và Mỹ nối lại đàm phán về vũ khí', 'Hôm nay Mỹ và Nga nối lại đàm phán về vũ khí'],
  ['Hà Nội nóng nhất cả nước, gần bốn mươi độ', 'Hà Nội gần bốn mươi độ, nóng nhất cả nước'],
];

const DIFFERENT: [string, string, string][] = [
  ['Giá vàng hôm nay 3-4', 'Giá vàng hôm nay 4-4', 'numbers-differ'],
  ['Cháy rừng ở huyện Mường Lát trong đêm', 'Cháy rừng ở huyện Quan Hóa trong đêm', 'words-differ'],
  [
    'Đồng chí Phó Chủ tịch tỉnh kiểm tra công tác phòng chống bão lụt tại huyện Mường Lát',
    'Đồng chí Phó Chủ tịch tỉnh kiểm tra công tác phòng chống bão lụt tại huyện Quan Hóa',
    'names-differ',
  ],
  [
    'ĐỒNG CHÍ PHÓ CHỦ TỊCH KIỂM TRA CÔNG TÁC PHÒNG CHỐNG BÃO LỤT NĂM NAY TẠI HUYỆN MƯỜNG LÁT',
    'ĐỒNG CHÍ PHÓ CHỦ TỊCH KIỂM TRA CÔNG TÁC PHÒNG CHỐNG BÃO LỤT NĂM NAY TẠI HUYỆN QUAN HÓA',
    'names-differ',
  ],
  [
    'Chỉ số giá của cả nước trong tháng này tăng nhẹ so với cùng kỳ',
    'Chỉ số giá của cả nước trong tháng này giảm nhẹ so với cùng kỳ',
    'says-otherwise',
  ],
  ['Dân làng kể chuyện người cũ', 'Người cũ kể chuyện dân làng', 'order-differs'],
  [
    'Đề xuất xây thêm hai cây cầu bắc qua sông Chu ở vùng hạ lưu trong nhiệm kỳ tới',
    'Xây thêm hai cây cầu bắc qua sông Chu ở vùng hạ lưu trong nhiệm kỳ tới',
    'says-otherwise',
  ],
  [
    'Đoàn công tác sẽ kiểm tra các hồ chứa nước trước mùa mưa bão năm nay',
    'Đoàn công tác kiểm tra các hồ chứa nước trước mùa mưa bão năm nay',
    'says-otherwise',
  ],
  ['Thái Bình đứng thứ ba toàn đoàn', 'Thái Bình đứng thứ tư toàn đoàn', 'numbers-differ'],
  [
    'Lào và các nước láng giềng bàn việc quản lý nguồn nước sông Mê Công',
    'Nga và các nước láng giềng bàn việc quản lý nguồn nước sông Mê Công',
    'names-differ',
  ],
  ['10 điểm nhấn ở vòng 9', '9 điểm nhấn ở vòng 10', 'numbers-differ'],
  ...['U23', 'G7', 'COVID-19', '5G', 'Q1', 'H5N1', 'F0', 'B1', 'b1', 'tổ1', '2h1p', '10a', 'a1', 'A10c', 'G1a'].map(
    (one): [string, string, string] => [
      `Tin mới trong ngày về ${one} cho bạn đọc`,
      `Tin mới trong ngày về ${one.replace(/\d/, (digit) => String((+digit + 6) % 10))} cho bạn đọc`,
      'numbers-differ',
    ],
  ),
  ['Bầu bà Nguyễn Thị Thủy làm Phó Chủ tịch', 'Bầu bà Nguyễn Thị Thúy làm Phó Chủ tịch', 'names-differ'],
  ['Cháy chợ Đồng Xuân', 'Cháy chợ Đông Xuân', 'names-differ'],
  ['Cháy chợ Đồng Xuân', 'Cháy chợ Đông Xuân'.normalize('NFD'), 'names-differ'],
  ['Ông Nguyễn Văn Hùng được bầu làm Chủ tịch xã', 'Ông Nguyễn Văn Hưng được bầu làm Chủ tịch xã', 'names-differ'],
  ['Khởi công đường về Tân Thành', 'Khởi công đường về Tân Thanh', 'names-differ'],
  ['Lũ ở Thạch Hà đang rút', 'Lũ ở Thạch Hạ đang rút', 'names-differ'],
  ['KHỞI CÔNG ĐƯỜNG VỀ XÃ TÂN THÀNH', 'KHỞI CÔNG ĐƯỜNG VỀ XÃ TÂN THANH', 'names-differ'],
  [
    'Đoàn công tác kiểm tra các hồ chứa nước ở xã Thạch Hà trước mùa mưa bão năm nay',
    'Đoàn công tác kiểm tra những hồ chứa nước ở xã Thạch Hạ trước mùa mưa bão năm nay',
    'names-differ',
  ],
  ...(
    [
      ['Khai mạc Đại hội Đảng bộ tỉnh lần thứ XX', 'Bế mạc Đại hội Đảng bộ tỉnh lần thứ XX'],
      ['Hoãn phiên tòa xét xử vụ án Vạn Thịnh Phát', 'Mở phiên tòa xét xử vụ án Vạn Thịnh Phát'],
      ['Bố bé gái bị bạo hành ở Bình Thạnh lên tiếng', 'Mẹ bé gái bị bạo hành ở Bình Thạnh lên tiếng'],
      ['Nông dân Thanh Hóa trồng lúa được mùa lớn', 'Nông dân Thanh Hóa trồng ngô được mùa lớn'],
      ['Nông dân huyện ta trồng quýt được mùa lớn', 'Nông dân huyện ta trồng xoài được mùa lớn'],
      ['NÔNG DÂN HUYỆN TA TRỒNG LÚA ĐƯỢC MÙA LỚN', 'NÔNG DÂN HUYỆN TA TRỒNG NGÔ ĐƯỢC MÙA LỚN'],
      ['Vì sao năm nay trồng lúa được mùa mà vẫn lỗ', 'Vì sao năm nay trồng ngô được mùa mà vẫn lỗ'],
      // The word stands in the other headline too, elsewhere.
      ['Giá lúa hôm nay ở chợ đầu mối tới mùa vẫn lên', 'Giá tỏi hôm nay ở chợ đầu mối tới mùa vẫn lên'],
      ['Ngày 3 lúa lên giá ở các chợ đầu mối miền Tây', 'Ngày 3 ngô lên giá ở các chợ đầu mối miền Tây'],
    ] as const
  ).map(([one, other]): [string, string, string] => [one, other, 'says-otherwise']),
  ...(
    [
      ['Cấm xe tải lưu thông qua cầu Hàm Rồng từ ngày mai', 'Bỏ cấm xe tải lưu thông qua cầu Hàm Rồng từ ngày mai'],
      ['Nga tuyên bố kiểm soát thành phố ở Donetsk', 'Nga tuyên bố mất kiểm soát thành phố ở Donetsk'],
      ['Nga tuyen bo kiem soat thanh pho o Donetsk', 'Nga tuyen bo mat kiem soat thanh pho o Donetsk'],
      ['Dân làng ủng hộ xây nhà máy giấy', 'Dân làng từ chối ủng hộ xây nhà máy giấy'],
      ['Chủ tịch UBND tỉnh kiểm tra dự án ven biển', 'Phó Chủ tịch UBND tỉnh kiểm tra dự án ven biển'],
      ['Khởi tố giám đốc Sở Y tế nhận hối lộ', 'Khởi tố cựu giám đốc Sở Y tế nhận hối lộ'],
      ['Khởi tố Giám đốc Sở Y tế nhận hối lộ', 'Khởi tố nguyên Giám đốc Sở Y tế nhận hối lộ'],
    ] as const
  ).map(([one, other]): [string, string, string] => [one, other, 'says-otherwise']),
  ['Vợ giết chồng vì ghen tuông ở Nghệ An', 'Chồng giết vợ vì ghen tuông ở Nghệ An', 'order-differs'],
  ['Nga cáo buộc Mỹ phá ngừng bắn', 'Mỹ cáo buộc Nga phá ngừng bắn', 'order-differs'],
  ['Việt Nam thắng Thái Lan ở chung kết AFF Cup', 'Thái Lan thắng Việt Nam ở chung kết AFF Cup', 'order-differs'],
  ['Việt Nam thắng Thái Lan tại chung kết', 'THÁI LAN THẮNG VIỆT NAM TẠI CHUNG KẾT', 'order-differs'],
  ['Giá xăng tăng, dầu giảm từ chiều nay', 'Giá xăng giảm, dầu tăng từ chiều nay', 'order-differs'],
  [
    'Khởi công khu nhà ở cho công nhân tại khu kinh tế ở phía nam tỉnh',
    'Khánh thành khu nhà ở cho công nhân tại khu kinh tế ở phía nam tỉnh',
    'says-otherwise',
  ],
  ['', '', 'empty'],
  ['???', '!!!', 'empty'],
];

describe('compareHeadlines', () => {
  it.each(SAME)('%s = %s', (a, b) => {
    expect(compareHeadlines(a, b)).toMatchObject({ same: true });
    expect(compareHeadlines(b, a)).toMatchObject({ same: true });
  });

  it.each(DIFFERENT)('%s is not %s: %s', (a, b, reason) => {
    expect(compareHeadlines(a, b)).toMatchObject({ same: false, reason });
    expect(compareHeadlines(b, a)).toMatchObject({ same: false, reason });
  });

  it.each(['đối thủ năm nay', 'vòng sau sẽ khó', 'ba người đi', 'sau ngày ấy', 'thu năm ngoái'])(
    'takes no number from "%s"',
    (text) => {
      expect(foldHeadline(text).numbers).toBe(0);
    },
  );

  it('tells words apart whose hashes happen to be one, and a million numbers', () => {
    const seen = new Map<number, string>();
    let pair: [string, string] | undefined;
    for (let at = 0; pair === undefined && at < 400_000; at++) {
      const made = [...String(at)].map((digit) => 'bcdghklmnt'[Number(digit)]).join('a');
      const packed = packedWord(made);
      const before = seen.get(packed);
      if (before !== undefined) pair = [before, made];
      seen.set(packed, made);
    }
    if (pair === undefined) throw new Error('no two words with one hash: the test needs another alphabet');
    const [one, other] = pair;
    expect(compareHeadlines(`Giá ${one} nay tăng`, `Giá ${other} nay tăng`).same).toBe(false);
    // Equal in the first hash of 32 bits, which a million words meet about a hundred times.
    const hashes = new Map<number, string>();
    let met = 0;
    for (let at = 0; met < 3 && at < 400_000; at++) {
      const made = [...String(at)].map((digit) => 'bcdghklmnt'[Number(digit)]).join('o');
      const before = hashes.get(hashOf(made));
      hashes.set(hashOf(made), made);
      if (before === undefined) continue;
      met++;
      expect(compareHeadlines(`Giá ${before} nay tăng`, `Giá ${made} nay tăng`).same).toBe(false);
    }
    expect(met).toBe(3);
    const numbers = new Set(Array.from({ length: 300_000 }, (_, at) => foldHeadline(`Ngày ${at}`).numbers));
    expect(numbers.size).toBe(300_000);
  });

  it('gives one answer whichever comes first, and finds every headline the same as itself', () => {
    const word = fc.constantFrom(...'cầu sông Mã Liverpool tăng giảm sẽ thứ năm 3 một : bỏ phó chủ lúa ngô'.split(' '));
    const title = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(title, title, (a, b) => {
        expect(compareHeadlines(a, b)).toEqual(compareHeadlines(b, a));
        expect(compareHeadlines(a, a).same).toBe(/\p{L}|\d/u.test(a));
      }),
    );
  });

  it('takes the headlines of a template for one each', () => {
    const crops = 'lúa ngô khoai sắn mía đậu bông chuối cam quýt bưởi nhãn xoài dứa tỏi gừng'.split(' ');
    const titles = crops.map((crop) => `Nông dân huyện ta trồng ${crop} được mùa lớn nhất từ trước đến nay`);
    expect(groupHeadlines(titles)).toEqual([]);
  });

  it('leaves a word that differs to the editor in a text longer than headlines are', () => {
    const text = 'Nông dân các xã ven biển của huyện đã gieo xong vụ mới trên những cánh đồng sau đê, nhờ trời mưa sớm';
    expect(compareHeadlines(`${text} nên lúa lên nhanh`, `${text} nên ngô lên nhanh`)).toMatchObject({
      reason: 'near',
    });
  });

  it('never throws on any two strings', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(fc.property(text, text, (a, b) => compareHeadlines(a, b).similarity <= 1));
  });

  it('compares blocks of more than 1,024 words by equality', () => {
    const long = Array.from(
      { length: 1030 },
      (_, at) => `t${String.fromCharCode(97 + (at % 26), 97 + (at % 25))}`,
    ).join(' ');
    expect(compareHeadlines(long, long.toUpperCase()).same).toBe(true);
    expect(compareHeadlines(long, `${long} thêm`)).toMatchObject({ same: false, reason: 'too-long' });
  });

  it('tells names by their marks in blocks of any length', () => {
    const block = (name: string, times: number): string => `${`Hôm ấy bà ${name} đi chợ `.repeat(times)}rồi về nhà`;
    for (const times of [2, 100, 300])
      expect(compareHeadlines(block('Thủy', times), block('Thúy', times))).toMatchObject({ reason: 'names-differ' });
    expect(compareHeadlines(block('Thủy', 300), block('THỦY', 300))).toMatchObject({ reason: 'equal' });
  });

  it('refuses a threshold that the index could not answer exactly', () => {
    expect(() => compareHeadlines('a', 'b', { threshold: 0.4 })).toThrow(RangeError);
    expect(() => compareHeadlines('a', null as unknown as string)).toThrow(TypeError);
  });

  const folder = '../shared/headlines/';
  it.skipIf(!existsSync(folder))('keeps revisions together and look-alikes apart (skipped without ../shared)', () => {
    const rows = (name: string) =>
      readFileSync(`${folder}${name}.dev.jsonl`, 'utf8')
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row));
    const same = (row: { a: string; b: string }) => compareHeadlines(row.a, row.b).same;
    const revisions = rows('revisions').filter((row) => row.jaccard >= 0.5);
    expect(revisions.filter(same).length / revisions.length).toBeGreaterThanOrEqual(0.75);
    const lookalikes = rows('lookalikes');
    expect(lookalikes.filter(same).length / lookalikes.length).toBeLessThanOrEqual(0.02);
    for (const group of rows('exact-groups')) {
      for (const item of group.items)
        expect(compareHeadlines(group.items[0].title, item.title).same, item.title).toBe(true);
    }
  });
});
