import { describe, expect, it } from 'vitest';
import { loadCorrector } from '../../src/node.ts';

const terms = [
  'Ủy viên Ban Thường vụ Tỉnh ủy',
  'xã Mường Lạn',
  'Đắk Nhau',
  'chuyển đổi số',
  'Quỹ Hạt Giống Xanh',
  'phòng cháy rừng',
  'công nghệ số',
  'xã Tân An',
  'xã Tân Ân',
  'xã Tân Anh Sơn',
  { text: 'Lường Văn Khánh', kind: 'name' as const },
];
const corrector = loadCorrector({ terms });
const found = (text: string): string[] =>
  corrector.check(text).map(({ original, suggestions }) => `${original} > ${suggestions[0].text}`);

describe('slips in the terms of the user', () => {
  it.each([
    ['Lãnh đạo xã Mường Lan đến dự.', 'Lan > Lạn'],
    ['Trụ sở UBND xã Đăk Nhau.', 'Đăk > Đắk'],
    ['Công tác chuyền đổi số được đẩy mạnh.', 'chuyền > chuyển'],
    ['Ông Lương Văn Khánh phát biểu.', 'Lương > Lường'],
    ['ÔNG LƯỜNG VĂN KHANH', 'KHANH > KHÁNH'],
    ['Quỹ Hạt Giông Xanh ra mắt.', 'Giông > Giống'],
  ])('are found: %s', (text, finding) => {
    expect(found(text)).toEqual([finding]);
  });

  it.each([
    'Lãnh đạo xã Mường Lạn và bà Lường Văn Khánh.',
    'Họ bàn việc chuyển đổi sổ đỏ.',
    'Hạt giống xanh là hạt đã nảy mầm.',
    'Bà Đỗ Văn Khánh đến.',
    'Ủy viên Ban Thường vụ Tỉnh đoàn phát biểu.',
    'Hai xã: Mường Lát, Mường Lý.',
    'Cán bộ tuyên truyền phòng cháy từng nhà.',
    'Nền công nghệ so với trước đã khác.',
    // As near to one term as to the other.
    'Xã Tân Ấn đón bằng công nhận.',
    'Lãnh đạo xã Tân Anh Sơn.',
  ])('are none where other words are meant: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are a warning where a known word stands for a name, which may be another, and nothing rewrites that by itself', () => {
    const text = 'Ông Lương Văn Khánh phát biểu về chuyền đổi số tại xã Tân Anh Sớn.';
    expect(corrector.check(text)).toMatchObject([
      { rule: 'name-spelling', severity: 'warning', original: 'Lương', auto: false },
      { rule: 'spelling', severity: 'error', original: 'chuyền', auto: true },
      { rule: 'spelling', severity: 'error', original: 'Sớn', auto: false },
    ]);
    expect(corrector.correct(text).text).toBe(text.replace('chuyền', 'chuyển').replace('Sớn', 'Sơn'));
    // Of which the ranker is sure by itself.
    expect(corrector.correct(text, { level: 'auto' }).text).toBe(text.replace('chuyền', 'chuyển'));
    expect(corrector.check('Ông Lương Văn Khánh đến.', { terms: ['Lương Văn Khánh'] })).toEqual([]);
    const [finding] = corrector.check(text);
    expect(finding.messageVi).toBe(
      '“Lường Văn Khánh” có trong danh sách thuật ngữ; “Lương Văn Khánh” chỉ khác một chút.',
    );
  });

  it('come before what the ranker thinks', () => {
    const own = loadCorrector({ terms: ['Ban Thương vụ Tây Nguyên'] });
    expect(own.check('Ban Thương vụ Tây Nguyên họp.')).toEqual([]);
    expect(own.check('Ban Thưong vụ Tây Nguyên họp.')[0].suggestions[0].text).toBe('Thương');
  });
});
