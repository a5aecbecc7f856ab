import { expect, it } from 'vitest';
import { createCorrector } from '../../src/index.ts';
import { loadDictionary } from '../../src/node.ts';

const corrector = createCorrector(loadDictionary(), { profile: 'ocr', terms: ['lô 5O', 'khoản I Luật'] });

it.each([
  ['Số liệu tính đến hết ngày 3O tháng 9', 'Số liệu tính đến hết ngày 30 tháng 9'],
  ['Tai nạn lao động xảy ra l4 vụ, năm 2OO5', 'Tai nạn lao động xảy ra 14 vụ, năm 2005'],
  [
    'từ ngày l1/7 đến ngày 05/8/2011, chuẩn bị 2.5OO bao tải',
    'từ ngày 11/7 đến ngày 05/8/2011, chuẩn bị 2.500 bao tải',
  ],
  [
    'tại khoản I Điều 9 và điểm a khoản 4 Điều I, khoản l Điều 2',
    'tại khoản 1 Điều 9 và điểm a khoản 4 Điều 1, khoản 1 Điều 2',
  ],
  [
    'Điều l. - Nay thành lập trạm, nhập ngũ tháng 5-I972, trang I59',
    'Điều 1. - Nay thành lập trạm, nhập ngũ tháng 5-1972, trang 159',
  ],
])('reads letters among digits as digits: %s', (source, expected) => {
  expect(corrector.correct(source).text).toBe(expected);
  expect(corrector.correct(source, { level: 'auto' }).text).toBe(source);
});

it.each([
  'Bình 5l nước, khí O2 và H2O, chai 20l, l/100 km, quý I/2011',
  'mã O5, lô 5O, khoản I Luật',
  'theo Điều I, Điều II Hiệp định, điểm l khoản 1 Điều 2, tài khoản Internet, nguyên tố I2, xe i8',
])('leaves litres, formulas and terms: %s', (text) => {
  expect(corrector.correct(text).text).toBe(text);
});
