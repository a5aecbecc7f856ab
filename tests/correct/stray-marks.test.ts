import { describe, expect, it } from 'vitest';
import { check, createCorrector } from '../../src/index.ts';
import { loadDictionary } from '../../src/node.ts';

const dictionary = loadDictionary();
const corrector = createCorrector(dictionary, { profile: 'ocr' });

describe('commas that an engine read for a space', () => {
  it.each([
    ['phân công cán,bộ trực 24/24 giờ', 'phân công cán bộ trực 24/24 giờ'],
    ['chưa niêm yết giá công,khai, xã viên còn kêu ca', 'chưa niêm yết giá công khai, xã viên còn kêu ca'],
    // Read across, so that the word beside is not taken for another.
    ['nhờ đó diện,tích bề mặt hấp thụ đạt tới 400', 'nhờ đó diện tích bề mặt hấp thụ đạt tới 400'],
  ])('are spaces again: %s', (source, expected) => {
    expect(corrector.correct(source).text).toBe(expected);
    expect(corrector.check(source)).toMatchObject([{ original: ',', rule: 'spelling', auto: false }]);
    expect(corrector.correct(source, { level: 'auto' }).text).toBe(source);
  });

  it.each([
    'các loại quả như cam,quýt,bưởi và lúa,gạo,muối,đường',
    'kinh tế,văn hóa,xã hội,an ninh,quốc phòng; công nghiệp,nông nghiệp',
    'giáo viên,học sinh,phụ huynh đều vui. Bố,mẹ,anh,chị',
    'lãi suất 7,5 phần trăm; Cán,Bộ',
  ])('stay where a space was lost: %s', (text) => {
    expect(corrector.correct(text).text).toBe(text);
  });

  it('are told of once: no space is missing behind one', () => {
    const text = 'phân công cán,bộ trực, bàn ghế,tủ giường';
    expect(check(text, { corrector, rules: ['spelling', 'spacing'] })).toMatchObject([
      { rule: 'spelling', start: 13, end: 14 },
      { rule: 'spacing', start: 30, end: 31 },
    ]);
  });

  it('are nobody else’s', () => {
    const text = 'phân công cán,bộ trực 24/24 giờ';
    expect(createCorrector(dictionary, { profile: 'edited' }).correct(text).text).toBe(text);
  });
});

describe('commas and stops that an engine read inside of a word, before the space', () => {
  it.each([
    ['khuyết điểm chậm được khắc, phục; sinh hoạt', 'khuyết điểm chậm được khắc phục; sinh hoạt'],
    ['cần kiên. quyết cưỡng chế đối với các hộ', 'cần kiên quyết cưỡng chế đối với các hộ'],
    ['nhằm thúc đẩy tăng trưởng, bảo. đảm các cân đối', 'nhằm thúc đẩy tăng trưởng, bảo đảm các cân đối'],
  ])('are left out: %s', (source, expected) => {
    expect(corrector.correct(source).text).toBe(expected);
    expect(corrector.correct(source, { level: 'auto' }).text).toBe(source);
  });

  it.each([
    'các tăng, ni, phật tử đã về dự lễ',
    'một số nam thanh, nữ tú còn đứng lại',
    'bà H. rồi đóng cửa lại, anh Ph. nằm nhà',
    'xem trang baochinh.phu và email a.b@c.vn',
  ])('stay between words and behind initials: %s', (text) => {
    expect(corrector.correct(text).text).toBe(text);
  });
});

it('marks inside of what the user guards stay', () => {
  expect(corrector.correct('báo Kiên. quyết ra hằng tuần', { terms: ['Kiên. quyết'] }).text).toBe(
    'báo Kiên. quyết ra hằng tuần',
  );
});

describe('single quotes inside of a word', () => {
  it.each([
    ["Đông Phú giao nộp cho Nhà' nước 268 tấn thóc", 'Đông Phú giao nộp cho Nhà nước 268 tấn thóc'],
    ["do Bộ trưởng ban' hành.\nNhân’ dân cả nước", 'do Bộ trưởng ban hành.\nNhân dân cả nước'],
  ])('are left out: %s', (source, expected) => {
    expect(corrector.correct(source).text).toBe(expected);
  });

  it.each(["Gọi là 'nhà' nước ngoài, chữ 'nhân' dân dùng", "Người H'Mông và thôn Y' Bia, 5' nữa, Jeff's"])(
    'stay where they end a quotation, or are none: %s',
    (text) => {
      expect(corrector.correct(text).text).toBe(text);
    },
  );
});
