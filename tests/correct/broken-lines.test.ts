import { describe, expect, it } from 'vitest';
import { createCorrector } from '../../src/index.ts';
import { loadDictionary } from '../../src/node.ts';

const dictionary = loadDictionary();

describe.each(['edited', 'ocr'] as const)('words that a hyphen breaks at a line end, %s', (profile) => {
  const corrector = createCorrector(dictionary, { profile });

  it.each([
    'nhờ áp dụng đúng đắn cơ chế kh-\noán sản phẩm cuối cùng đến nhóm và người lao động',
    'bán theo hợp đồng kinh tế hai ch-\r\niều. Trạm vật tư xử lý nghiêm minh ng-\nười vi phạm',
    'phát triển công nghi-\nệp và dịch vụ ở Bà Rịa -\nVũng Tàu và Phan Rang-\nTháp Chàm',
  ])('are read as one: %s', (text) => {
    expect(corrector.check(text)).toEqual([]);
  });

  it('are mended as one', () => {
    const text = 'phát triển công nghi-\nêp và dịch vụ trên địa bàn';
    const { text: right, findings } = corrector.correct(text);
    expect(right).toBe('phát triển công nghiệp và dịch vụ trên địa bàn');
    expect(findings).toHaveLength(1);
    expect(text.slice(findings[0].start, findings[0].end)).toBe('nghi-\nêp');
  });
});
