import { describe, expect, it } from 'vitest';
import { createCorrector } from '../../src/index.ts';
import { loadDictionary } from '../../src/node.ts';

const dictionary = loadDictionary();
const edited = createCorrector(dictionary, { profile: 'edited' });
const typed = createCorrector(dictionary, { profile: 'typed' });

describe('slips of the shift key', () => {
  it.each([
    ['Đoàn công tác của VIệt Nam đã đến TỈnh Thanh Hóa.', 'Đoàn công tác của Việt Nam đã đến Tỉnh Thanh Hóa.'],
    ['ĐẢng ta luôn vì nhân dân.', 'Đảng ta luôn vì nhân dân.'],
    ['Ông Trần VĂn An là bí thư TỉnH ủy.', 'Ông Trần Văn An là bí thư Tỉnh ủy.'],
    ['Công an tỉnh An GIang đã vào cuộc.', 'Công an tỉnh An Giang đã vào cuộc.'],
    ['Xét từ quan đIểm chiến lược, đây là việc lớn.', 'Xét từ quan điểm chiến lược, đây là việc lớn.'],
    ['Đây là nhiệm vụ qUan trọng của cả hệ thống.', 'Đây là nhiệm vụ quan trọng của cả hệ thống.'],
    ['Chủ đề mà GV SOạn cho học sinh rất hay.', 'Chủ đề mà GV Soạn cho học sinh rất hay.'],
    ['tRường học đã mở cửa trở lại.', 'Trường học đã mở cửa trở lại.'],
    ['Nước Việt Nam Dân chủ CộNG HÒA. CHủ TịCH đã đến.', 'Nước Việt Nam Dân chủ CỘNG HÒA. CHỦ TỊCH đã đến.'],
    ['CHỦ TịCH NƯỚC TIẾP ĐOÀN ĐẠI BIỂU', 'CHỦ TỊCH NƯỚC TIẾP ĐOÀN ĐẠI BIỂU'],
  ])('are mended in what people typed, and offered to a person: %s', (source, expected) => {
    for (const corrector of [edited, typed]) {
      const { text, findings } = corrector.correct(source);
      expect(text).toBe(expected);
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) {
        expect(finding).toMatchObject({ rule: 'spelling', auto: false });
        expect(finding.message).toContain('capitals and small letters mixed');
        expect(finding.messageVi).toContain('lẫn chữ hoa với chữ thường');
        expect(source.slice(finding.start, finding.end)).toBe(finding.original);
      }
    }
  });

  it.each([
    'Dòng điện từ 0,1 mA đến 1 mA, vôi sống là CaO.',
    'Hãng xAI, quỹ CoE và nền tảng YouTube, iPhone của VinFast và VNeID.',
    'Ca sĩ MiA hát ở BoE.',
    'Người dân KHÔNG nên ra khỏi nhà, theo UBND TP. Hà Nội.',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  ])('are not seen in what is meant: %s', (text) => {
    for (const corrector of [edited, typed])
      expect(corrector.check(text).filter(({ message }) => message.includes('mixed'))).toEqual([]);
  });

  it('are left where the user says so', () => {
    expect(edited.check('Quán MẮm Việt đã mở cửa.', { terms: ['MẮm'] })).toEqual([]);
    expect(edited.check('Quán MẮm Việt đã mở cửa.')).toHaveLength(1);
  });
});
