import { describe, expect, it } from 'vitest';
import { createCorrector } from '../../src/index.ts';
import { loadDictionary } from '../../src/node.ts';

const dictionary = loadDictionary();
const scanned = createCorrector(dictionary, { profile: 'ocr' });
const edited = createCorrector(dictionary, { profile: 'edited' });

describe('spaces that were lost, or put in', () => {
  it.each([
    ['Th ực hiện Nghị quyết của Đảng', 'Thực hiện Nghị quyết của Đảng'],
    ['Ban Th ường vụ Tỉnh ủy đã họp', 'Ban Thường vụ Tỉnh ủy đã họp'],
    ['TH ỰC HIỆN NGHỊ QUYẾT CỦA ĐẢNG', 'THỰC HIỆN NGHỊ QUYẾT CỦA ĐẢNG'],
    ['nâng cao ch ất lượng giáo dục', 'nâng cao chất lượng giáo dục'],
    ['Phương án xử lý c ủa tỉnh', 'Phương án xử lý của tỉnh'],
    ['giáo viên phải thực h iện dạy học theo định hướng', 'giáo viên phải thực hiện dạy học theo định hướng'],
    ['và trình b ày giải pháp điều chỉnh', 'và trình bày giải pháp điều chỉnh'],
    ['các l ần vận chuyển', 'các lần vận chuyển'],
    ['H iệu quả và đáng tin cậy', 'Hiệu quả và đáng tin cậy'],
    ['có 63 tỉnh, thànhphố trực thuộc trung ương', 'có 63 tỉnh, thành phố trực thuộc trung ương'],
  ])('are mended whoever wrote: %s', (wrong, right) => {
    for (const corrector of [scanned, edited]) {
      expect(corrector.correct(wrong).text).toBe(right);
      expect(corrector.check(wrong)).toHaveLength(1);
    }
  });

  it.each([
    ['Cán bộ đã th ưc hiện tốt nhiệm vụ được giao.', 'Cán bộ đã thực hiện tốt nhiệm vụ được giao.'],
    ['Th ưc hiện Nghị quyết của Đảng', 'Thực hiện Nghị quyết của Đảng'],
    ['có 63 tỉnh, thanhphố trực thuộc trung ương', 'có 63 tỉnh, thành phố trực thuộc trung ương'],
    ['TINHỦY HẢI DƯƠNG', 'TỈNH ỦY HẢI DƯƠNG'],
  ])('are mended in scans where a letter is wrong beside: %s', (wrong, right) => {
    expect(scanned.correct(wrong).text).toBe(right);
  });

  // A mark was once taken for an onset, and no word stood where one was looked at: this never came to an end.
  it('are no matter of a mark before an unknown word', () => {
    expect(scanned.correct('văn là nuóc Nam; Vè xā hoi: nuóc Viét Nam là nuóc gia truóng,').text).toContain('; Về');
  });

  it.each([
    'Ông Th. Anh Nam đến.',
    'CTY TNHH MTV AN BÌNH và ĐH ÂN THI, CLB ĐÁ BÓNG',
    'Xe của cty ở Microsoft Việt Nam, ông Lê Văn Đức',
  ])('leaves what is right: %s', (text) => {
    expect(scanned.check(text)).toEqual([]);
    expect(edited.check(text)).toEqual([]);
  });
});
