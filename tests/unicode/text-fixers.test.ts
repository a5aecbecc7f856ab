import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/unicode/index.ts';

const SPACING: [string, string][] = [
  ['Hà Nội , Huế', 'Hà Nội, Huế'],
  ['Xong .', 'Xong.'],
  ['Ai ? Tôi !', 'Ai? Tôi!'],
  ['( xem ảnh )', '(xem ảnh)'],
  ['hai  dấu   cách', 'hai dấu cách'],
  ['năm 2020 , có 15 người', 'năm 2020, có 15 người'],
  // The space stands before the mark.
  ['Hội nghị ,đại hội. Xong .Sau đó đi', 'Hội nghị, đại hội. Xong. Sau đó đi'],
  ['được ?Không !Đi thôi ;về nhà', 'được? Không! Đi thôi; về nhà'],
  ['Ông nói : đi. Kính gửi :Ủy ban', 'Ông nói: đi. Kính gửi: Ủy ban'],
  ['năm 2020 ,có (xem ảnh) ,London', 'năm 2020, có (xem ảnh), London'],
  ['đẹp ,ở đây  ,ồ', 'đẹp, ở đây, ồ'],
];
const NOT_SPACING = [
  'TP.HCM, GS.TS. An, 3.500.000 đồng, 7,5%, 8:30, 12/3/2020',
  'https://a.vn/x?y=1 và a@b.vn',
  '.NET và .5',
  'nền tảng .Net, tập tin .docx và .Pdf, thư mục .git',
  'giá 10 ,5 nghìn, 10 .000 đồng, lúc 8 :30',
  'GS .TS và TP .HCM, Nguyễn V.An',
  'vui :) đẹp ;) cười :D đẹp;D khóc :v hihi :vv buồn :o',
  'https://báo.vn/tìm?trang=2;mục=3, a.vn/thời,sự, a.vn/bài-viết-về-chuyện-của-làng,xã',
  'if (a,b) return x?y:z;let c',
  'Steins;Gate, Yahoo!Mail',
  // No space at all: `check` reports it.
  'Tiếp theo,là tốt!Đúng thế;về nhà',
  'chờ ...Rồi đi, thế à ?!',
  'tỉ số 3 : 1',
  'chờ ... rồi đi',
  '    thụt đầu dòng',
  'cuối dòng  \nđầu dòng',
  'một\t\thai',
];

describe('spacing', () => {
  it.each(SPACING)('%j becomes %j', (before, after) => {
    expect(normalize(before, { spacing: true })).toBe(after);
    expect(normalize(before, { profile: 'ocr' })).toBe(after);
    expect(normalize(before)).toBe(before);
  });

  it.each(NOT_SPACING)('leaves %j', (text) => {
    expect(normalize(text, { spacing: true })).toBe(text);
  });
});

describe('hyphenation', () => {
  it('joins a syllable over a line end', () => {
    expect(normalize('doanh nghi-\nệp nhỏ', { hyphenation: true })).toBe('doanh nghiệp nhỏ');
    expect(normalize('doanh nghi-\nệp nhỏ')).toBe('doanh nghi-\nệp nhỏ');
  });

  it.each(['Bà Rịa-\nVũng Tàu', '- mục một\n- mục hai', 'năm 2019-\n2020', 'a -\nb'])('leaves %j', (text) => {
    expect(normalize(text, { hyphenation: true })).toBe(text);
  });
});

describe('lineJoin', () => {
  const full = 'Ủy ban nhân dân tỉnh đã ban hành quyết định';
  it('joins lines inside a paragraph', () => {
    expect(normalize(`${full}\nphê duyệt kế hoạch\nnăm nay.`, { lineJoin: true })).toBe(
      `${full} phê duyệt kế hoạch năm nay.`,
    );
    expect(normalize(`${full},\r\n  phê duyệt`, { lineJoin: true })).toBe(`${full}, phê duyệt`);
  });

  it.each([
    `${full}.\nphê duyệt`,
    `${full}\nĐiều 1`,
    `${full}\n\nphê duyệt`,
    `${full}\na) phê duyệt`,
    'Câu thơ ngắn\nxuống dòng',
  ])('leaves %j', (text) => {
    expect(normalize(text, { lineJoin: true })).toBe(text);
  });
});

describe('iy', () => {
  it.each([
    ['kĩ thuật, lí do, nước mĩ', 'kỹ thuật, lý do, nước mỹ'],
    ['Kĩ thuật mới. Lí do cũ.', 'Kỹ thuật mới. Lý do cũ.'],
    ['quí vị, bác sĩ', 'quý vị, bác sĩ'],
  ])('y: %j becomes %j', (before, after) => {
    expect(normalize(before, { iy: 'y' })).toBe(after);
    expect(normalize(before)).toBe(before);
  });

  it.each([
    ['kỹ thuật, lý do, bác sỹ', 'kĩ thuật, lí do, bác sĩ'],
    ['quý vị', 'quý vị'],
  ])('i: %j becomes %j', (before, after) => {
    expect(normalize(before, { iy: 'i' })).toBe(after);
  });

  it.each(['ông Lý Thường Kiệt', 'Lý Thường Kiệt', 'KỸ THUẬT', 'chị Mỹ'])('keeps the name in %j', (text) => {
    expect(normalize(text, { iy: 'i' })).toBe(text);
  });
});

describe('toneStyle majority', () => {
  it('follows the text', () => {
    expect(normalize('hoà bình, toà án, hòa giải', { toneStyle: 'majority' })).toBe('hoà bình, toà án, hoà giải');
    expect(normalize('hoà bình, tòa án', { toneStyle: 'majority' })).toBe('hoà bình, tòa án');
  });
});
