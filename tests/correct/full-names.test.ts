import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCorrector, type Dictionary, openDictionary } from '../../src/index.ts';

const PATH = 'dictionaries/standard.bin';

describe('the last word of a full name', () => {
  let opened: Dictionary | undefined;
  const corrector = (profile: 'edited' | 'typed' | 'ocr') => {
    opened ??= openDictionary(new Uint8Array(readFileSync(PATH)));
    return createCorrector(opened, { profile });
  };

  it.each([
    'Hai anh em Đỗ Minh Tuấn và Đỗ Minh Tuân cùng dự thi.',
    'Chị Phạm Minh Chinh, giáo viên Trường THCS Lê Lợi, được tặng bằng khen.',
    'Phát biểu tại hội nghị, đồng chí Lý Minh Tho nhấn mạnh vai trò của cơ sở.',
    'Phát biểu tại hội nghị, đồng chí Phạm Quang Nhị nhấn mạnh vai trò của cơ sở.',
  ])('is asked about, and not changed, where it may be the person’s own: %s', (text) => {
    const { findings, text: corrected } = corrector('edited').correct(text);
    expect(corrected).toBe(text);
    expect(findings).toMatchObject([{ rule: 'name-spelling', severity: 'warning', auto: false }]);
    expect(findings[0].message).toContain("person's own name");
  });

  it.each([
    // All but sure, no syllable, no last word, no full name.
    ['Thủ tướng Phạm Minh Chinh chủ trì phiên họp.', 'Thủ tướng Phạm Minh Chính chủ trì phiên họp.'],
    ['Chủ tịch Hồ Chí Mính đã đọc Tuyên ngôn.', 'Chủ tịch Hồ Chí Minh đã đọc Tuyên ngôn.'],
    ['Ông Nguyễn Vằn Hùng ở Hà Nôi đã đến.', 'Ông Nguyễn Văn Hùng ở Hà Nội đã đến.'],
  ])('is mended where there is no doubt: %s', (text, right) => {
    expect(corrector('typed').correct(text).text).toBe(right);
  });
});
