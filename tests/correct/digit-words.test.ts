import { describe, expect, it } from 'vitest';
import { createCorrector } from '../../src/index.ts';
import { loadDictionary } from '../../src/node.ts';

const dictionary = loadDictionary();
const corrector = createCorrector(dictionary, { profile: 'ocr' });

describe('letters of a scan that were read as digits', () => {
  it.each([
    ['Hội nghị tr0ng ngày hôm nay của T1nh ủy.', 'Hội nghị trong ngày hôm nay của Tỉnh ủy.'],
    ['Các đại biểu tham dự h0i nghị', 'Các đại biểu tham dự hội nghị'],
    ['C0NG HÒA XÃ HỘI CHỦ NGHĨA V1ỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Các đồng ch1 lãnh đạo cho ý kiến', 'Các đồng chí lãnh đạo cho ý kiến'],
    ['Phòng c0ng nghệ th0ng tin', 'Phòng công nghệ thông tin'],
    ['Công ty đã ký hợp đồng vớ1 khách hàng', 'Công ty đã ký hợp đồng với khách hàng'],
    ['Ngoà1 ra, các bà1 xã luận cũng có ích', 'Ngoài ra, các bà1 xã luận cũng có ích'],
    ['chính sách đố1 vớ1 người có công', 'chính sách đối với người có công'],
  ])('are letters again: %s', (wrong, right) => {
    const { text, findings } = corrector.correct(wrong);
    expect(text).toBe(right);
    for (const { start, end, original } of findings) expect(wrong.slice(start, end)).toBe(original);
  });

  it.each([
    'Vitamin B12, quốc lộ 1A, virus H1N1 và khí CO2 ở lô a1, nhà b10',
    'Theo thế giới1 và nhà nước1, ở địa phương1 như đã tả1 và đã trả1.',
    'Mẫu xe K0L và G10 giá 1tr, tháng1 giảm 10m, máy chạy 1an',
    'Tập tin img01.jpg, mã T10K và x1y',
  ])('leaves codes and numbers: %s', (text) => {
    expect(corrector.check(text)).toEqual([]);
  });

  it('reads no such words in text that people wrote', () => {
    const text = 'Hội nghị tr0ng ngày hôm nay của Tỉnh ủy.';
    expect(createCorrector(dictionary, { profile: 'edited' }).check(text)).toEqual([]);
  });
});

describe('VNI keys that were left raw', () => {
  const typed = createCorrector(dictionary, { profile: 'edited' });

  it.each([
    ['tổng cộng 415 trie65u đồng', 'tổng cộng 415 triệu đồng'],
    ['Trung bình mỗi tre3 nằm viện năm ngày.', 'Trung bình mỗi trẻ nằm viện năm ngày.'],
    ['hư hỏng do tác d9o6ng5 của môi trường', 'hư hỏng do tác động của môi trường'],
    ['D9ie6u2 này làm tăng mức độ rủi ro', 'Điều này làm tăng mức độ rủi ro'],
    // Two letters and a key, beside others.
    ['Chúng tôi d9i d9e6n1 cơ quan', 'Chúng tôi đi đến cơ quan'],
    ['Kho6ng co1 gì quý hơn độc lập tự do', 'Không có gì quý hơn độc lập tự do'],
  ])('are read: %s', (source, expected) => {
    expect(typed.correct(source).text).toBe(expected);
  });

  it.each(['edited', 'typed'] as const)('are read where all marks are keys, as %s', (profile) => {
    expect(createCorrector(dictionary, { profile }).correct('Tie61ng Vie65t Nam d9a61t nu7o71c ta').text).toBe(
      'Tiếng Việt Nam đất nước ta',
    );
  });

  it.each([
    'Khí CO2, so2, vitamin B12, khổ A4, iphone6, iPad3, bản v2, mp3, 5m2, km2, hình a3, U23, covid19',
    'Ở lô d9, nhà d9a, dãy D9, quốc lộ d95 và mã d9b2',
    'Phòng p302, nhà b12, lớp6a, tầng3, khu5, mã abc123',
  ])('are no codes: %s', (text) => {
    expect(typed.check(text)).toEqual([]);
  });
});
