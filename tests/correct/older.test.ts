import { describe, expect, it } from 'vitest';
import { loadCorrector } from '../../src/node.ts';

const edited = loadCorrector({ profile: 'edited' });

describe('older spellings', () => {
  it('are offered as today prints them, as a warning that says why', () => {
    const text = 'Tầu ngầm hạt nhân sơn mầu đen; thủy thủ đi giầy vải.';
    const found = edited.check(text);
    expect(found.map(({ original, suggestions }) => [original, suggestions[0].text])).toEqual([
      ['Tầu', 'Tàu'],
      ['mầu', 'màu'],
      ['giầy', 'giày'],
    ]);
    for (const finding of found) {
      expect(finding).toMatchObject({ rule: 'older-spelling', severity: 'warning', auto: false });
      expect(text.slice(finding.start, finding.end)).toBe(finding.original);
      expect(finding.key).not.toBe('');
    }
    expect(found[1].messageVi).toBe('“mầu” là cách viết cũ; nay viết “màu”.');
    expect(edited.correct(text, { level: 'auto' }).text).toBe(text);
  });

  it.each([
    'Ngày giỗ Tổ, nhà nào cũng gói bánh chưng, giã bánh giầy.',
    'Sự mầu nhiệm của lòng tin được ông kể lại.',
    'Phép mầu đã đến với gia đình anh.',
    'Nhà văn Nguyễn Thị Mầu kể chuyện làng.',
    'Ai nhứt thì tui thứ nhì, ai mà hơn nữa tui thì thứ ba.',
  ])('stay in %s', (text) => expect(edited.check(text)).toEqual([]));

  it('are no other word while the common spelling fits better', () => {
    const [finding, ...rest] = edited.check('Chiếc tầu cập cảng vào sáng nay.');
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ rule: 'older-spelling', original: 'tầu' });
    expect(edited.check('Nhà máy tạm ngưng sản xuất từ đầu tháng.')).toEqual([]);
  });

  it('stay in scans, and where the user has a term with one', () => {
    expect(edited.check('Hai chiếc tầu ngầm cũ nằm ở cảng.', { profile: 'ocr' })).toEqual([]);
    expect(edited.check('Hai chiếc tầu ngầm cũ nằm ở cảng.', { terms: ['tầu ngầm'] })).toEqual([]);
    expect(edited.check('Hai chiếc tầu ngầm cũ nằm ở cảng.')).toHaveLength(1);
  });
});
