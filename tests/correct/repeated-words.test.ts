import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCorrector, type Dictionary, openDictionary } from '../../src/index.ts';

const PATH = 'dictionaries/standard.bin';

describe('words that are written twice in a row', () => {
  let opened: Dictionary | undefined;
  const corrector = (profile: 'edited' | 'typed' | 'ocr') => {
    opened ??= openDictionary(new Uint8Array(readFileSync(PATH)));
    return createCorrector(opened, { profile });
  };

  it.each([
    ['Các cấp ủy thực hiện thực hiện nghiêm quy định.', 'Các cấp ủy thực hiện nghiêm quy định.'],
    ['Ban Thường vụ Tỉnh ủy Tỉnh ủy đã ban hành kết luận.', 'Ban Thường vụ Tỉnh ủy đã ban hành kết luận.'],
    ['Hồ sơ về đường sắt đường sắt, cầu và hầm.', 'Hồ sơ về đường sắt, cầu và hầm.'],
    ['Đoàn kiểm tra đoàn kiểm tra đã làm việc với xã.', 'Đoàn kiểm tra đã làm việc với xã.'],
    ['Đoàn làm việc với Ban Thường vụ Ban Thường vụ Huyện ủy.', 'Đoàn làm việc với Ban Thường vụ Huyện ủy.'],
    ['Họ tiếp tục tiếp tục làm việc.', 'Họ tiếp tục làm việc.'],
    ['Bà con còn khó khăn khó khăn về vốn.', 'Bà con còn khó khăn về vốn.'],
    ['Cán bộ thực hiện thực hiện nghiêm.', 'Cán bộ thực hiện nghiêm.'],
    // Broken off inside of a word, and begun again.
    ['Nguồn nhân lực cho khu cho khu vực Tây Nam Bộ.', 'Nguồn nhân lực cho khu vực Tây Nam Bộ.'],
    ['Số tiền được chuyển qua tài khoản qua tài khoản của ông.', 'Số tiền được chuyển qua tài khoản của ông.'],
    ['Mức phạt được quy định tại được quy định tại Điều 5.', 'Mức phạt được quy định tại Điều 5.'],
  ])('are said once: %s', (source, right) => {
    for (const profile of ['edited', 'typed'] as const) {
      const { text, findings } = corrector(profile).correct(source);
      expect(text).toBe(right);
      expect(findings).toMatchObject([{ rule: 'doubled-word', auto: false }]);
      const [{ start, end, original }] = findings;
      expect(source.slice(start, end)).toBe(original);
    }
    // A machine doubles no words: what a scan has was printed.
    expect(corrector('ocr').check(source)).toEqual([]);
  });

  it.each([
    'Đi mãi đi mãi, họ mới đến bản.',
    'Gần lắm gần lắm rồi.',
    'Mọi người hét lên chạy đi chạy đi, rồi ùa ra cửa.',
    'Từng bước từng bước một, họ qua cầu.',
    'Anh là người em vô cùng vô cùng quý, cực kì cực kì tốt bụng.',
    'Đi đi lại lại, nói nói cười cười.',
    'Doanh nghiệp thẩm định giá định giá tài sản.',
    'Số tiền mà bị cáo bị cáo buộc đã chiếm đoạt.',
    'Ông là Chánh thanh tra Thanh tra thành phố.',
    'Diện tích đất ở, nhà ở hoặc bằng nhà ở hoặc bằng tiền.',
    'Giấy chứng nhận cho bên nhận cho bên nhận đổi căn hộ.',
    'Thực hiện, thực hiện và thực hiện.',
    'Bên được ủy quyền được ủy quyền lại cho người khác.',
    'Người vận chuyển vận chuyển không đúng địa điểm.',
    'Trống thùng thình thùng thình ngoài đình.',
    'Tiếng sáo vi vu vi vu giữa đồng.',
    'Mưa lất phất lất phất bay.',
    'Chúng tôi đi xem phim Thủy Tiên Thủy Tiên đóng.',
  ])('are left where they are meant, or belong to two words: %s', (text) => {
    for (const profile of ['edited', 'typed'] as const)
      expect(
        corrector(profile)
          .check(text)
          .filter(({ message }) => message.includes('twice in a row')),
      ).toEqual([]);
  });

  it('are not taken for single words copied from nearby', () => {
    for (const text of [
      'Đi mãi đi mãi, họ mới đến bản.',
      'Gần lắm gần lắm rồi.',
      'Đi đi lại lại, nói nói cười cười.',
      'Rất rất vui, đẹp quá quá, xa mãi mãi.',
    ])
      for (const profile of ['edited', 'typed'] as const) expect(corrector(profile).check(text)).toEqual([]);
  });

  /** What is called doubled at `edited` or `typed`. */
  const doubledIn = (text: string): string[] =>
    (['edited', 'typed'] as const).flatMap((profile) =>
      corrector(profile)
        .check(text)
        .filter(({ rule }) => rule === 'doubled-word')
        .map(({ original }) => original),
    );

  it.each([
    'Ngày xửa ngày xưa có nàng công chúa.',
    'Con bé nhí nha nhí nhảnh.',
    'Bà đi tấp ta tấp tểnh ra chợ.',
    'Ông lão đi khập khà khập khiễng.',
    'Nó nói ấp a ấp úng, chạy hớt hơ hớt hải.',
  ])('are played with: %s', (text) => {
    for (const profile of ['edited', 'typed', 'ocr'] as const) expect(corrector(profile).check(text)).toEqual([]);
  });

  it.each([
    ['Anh góp từng chúc từng chút.', 'chúc'],
    ['Họ đi từng bước từng buớc một.', 'buớc'],
    ['Đời này đời nàv đều thế.', 'nàv'],
    ['Thực hiện chỉ đạo chỉ đao của tỉnh.', 'đao'],
  ])('may have a slip where they are said twice: %s', (text, wrong) => {
    expect(
      corrector('edited')
        .check(text)
        .map(({ original }) => original),
    ).toContain(wrong);
  });

  it('are not looked for across quotation marks', () => {
    for (const text of ['Việc cử tri nói "không" không gây chú ý.', 'Việc cử tri nói “không” không gây chú ý.'])
      expect(doubledIn(text)).toEqual([]);
  });

  it('are not looked for across code and tabs', () => {
    for (const text of [
      'Tôm thẻ 50 con mỗi kg\tkg\t125.000',
      'Gạch\tviên\tviên\t1.000',
      'Vòng lặp \ufffc lặp đi lặp lại.',
    ])
      expect(doubledIn(text)).toEqual([]);
  });

  it('are left where the user says so', () => {
    const text = 'Quán Tỉnh ủy Tỉnh ủy mới mở, thực hiện thực hiện.';
    expect(corrector('edited').check(text, { terms: ['thực hiện thực hiện'] })).toEqual([]);
  });
});
