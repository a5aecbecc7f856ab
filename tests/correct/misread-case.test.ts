import { describe, expect, it } from 'vitest';
import { createCorrector } from '../../src/index.ts';
import { loadDictionary } from '../../src/node.ts';

const corrector = createCorrector(loadDictionary(), { profile: 'ocr' });
const corrected = (text: string, options = {}): string => corrector.correct(text, options).text;

describe('small letters that an engine took for capitals', () => {
  it.each([
    ['biến động giá vàng và hoạt động phái sinh VỀ vàng.', 'biến động giá vàng và hoạt động phái sinh về vàng.'],
    ['kiến nghị của cử tri tại KỲ họp Quốc hội', 'kiến nghị của cử tri tại kỳ họp Quốc hội'],
    ['dùng để làm căn cỨ kiểm tra', 'dùng để làm căn cứ kiểm tra'],
    ['Căn cứ Nghị định SỐ 40/2025/NĐ-CP của Chính phủ', 'Căn cứ Nghị định số 40/2025/NĐ-CP của Chính phủ'],
    ['Đêm thứ năm, chÚng tôi dừng lại ở chân đồi.', 'Đêm thứ năm, chúng tôi dừng lại ở chân đồi.'],
    ['ở nhiều chi bỘ còn nể nang', 'ở nhiều chi bộ còn nể nang'],
    ['ChÚng tôi dừng lại ở chân đồi.', 'Chúng tôi dừng lại ở chân đồi.'],
  ])('are mended in scans: %s', (source, expected) => {
    expect(corrected(source)).toBe(expected);
    const finding = corrector.check(source).find(({ message }) => message.includes('in capitals'));
    expect(finding).toMatchObject({ rule: 'spelling', auto: false });
    expect(finding?.messageVi).toContain('viết hoa giữa các chữ thường');
  });

  it.each([
    ['Công ty đạt kết quả rất Iớn', 'Công ty đạt kết quả rất lớn'],
    ['Chúng tôi đã Iàm việc với Iãnh đạo tỉnh.', 'Chúng tôi đã làm việc với lãnh đạo tỉnh.'],
    ['Iãnh đạo tỉnh đã đến dự.', 'Lãnh đạo tỉnh đã đến dự.'],
  ])('are an l where they are an I: %s', (source, expected) => {
    expect(corrected(source)).toBe(expected);
    expect(corrected(source, { profile: 'edited' })).toBe(expected);
  });

  it.each([
    'Người dân KHÔNG nên ra khỏi nhà khi có bão.',
    'Các thí sinh thi vào ĐH và CĐ năm nay đông hơn.',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'CỘNG HòA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Chủ tịch UBND phường là ông LÊ VĂN TÁM, sinh năm 1970.',
    'Kỳ họp thứ 9, Quốc hội khóa XV.',
  ])('leaves capitals that are meant: %s', (text) => {
    expect(corrected(text)).toBe(text);
  });

  it('changes nothing without asking, nor in text that people wrote', () => {
    const text = 'kiến nghị của cử tri tại KỲ họp Quốc hội';
    expect(corrected(text, { level: 'auto' })).toBe(text);
    expect(corrected(text, { profile: 'typed' })).toBe(text);
  });
});
