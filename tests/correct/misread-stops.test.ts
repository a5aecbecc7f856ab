import { describe, expect, it } from 'vitest';
import { createCorrector } from '../../src/index.ts';
import { loadDictionary } from '../../src/node.ts';

const dictionary = loadDictionary();
const corrector = createCorrector(dictionary, { profile: 'ocr' });

describe('stops and commas that an engine read for each other', () => {
  it.each([
    ['Trong phim. cô được mời vào vai người mẹ', 'Trong phim, cô được mời vào vai người mẹ'],
    ['bàn giao đủ số hàng. và nhận tiền', 'bàn giao đủ số hàng, và nhận tiền'],
    ['thể trạng hoàn hảo, Trước trận anh đã chạy rất nhanh', 'thể trạng hoàn hảo. Trước trận anh đã chạy rất nhanh'],
    ['theo Điều 54, Các đơn vị báo cáo trước tháng 6', 'theo Điều 54. Các đơn vị báo cáo trước tháng 6'],
  ])('are put right: %s', (source, expected) => {
    expect(corrector.correct(source).text).toBe(expected);
    expect(corrector.check(source)).toMatchObject([{ rule: 'spelling', auto: false }]);
    expect(corrector.correct(source, { level: 'auto' }).text).toBe(source);
  });

  it.each([
    ['names behind a comma', 'có mặt ông Nguyễn Văn Bình, Trần Thị Lan và bà Hoa'],
    ['offices behind a comma', 'Sở Y tế, Hội đồng nhân dân và Ủy ban nhân dân tỉnh'],
    ['initials and abbreviations', 'bà H. đã về, ở tp. cũ, v.v. và GS. trẻ'],
    ['a quotation', 'ông nói, “Các anh về đi”, rồi cười'],
    ['dots that leave something out', 'rồi họ đi... và không về'],
    ['what the user guards', 'tờ Thế giới. trẻ ra hằng tuần'],
  ])('%s: %s', (_, text) => {
    expect(corrector.correct(text, { terms: ['Thế giới. trẻ'] }).text).toBe(text);
  });

  it('stay in text that nobody scanned', () => {
    const text = 'Trong phim. cô được mời, Các anh cũng vậy';
    expect(createCorrector(dictionary, { profile: 'edited' }).correct(text).text).toBe(text);
  });
});
