import { describe, expect, it } from 'vitest';
import { createCorrector } from '../../src/index.ts';
import { loadDictionary } from '../../src/node.ts';

const dictionary = loadDictionary();
const corrector = createCorrector(dictionary, { profile: 'ocr', terms: ['80/ QĐ-UBND'] });

describe('numbers of documents that a space cuts in two', () => {
  it.each([
    ['theo Nghị định số 58/2018/ NĐ-CP về bảo hiểm', 'theo Nghị định số 58/2018/NĐ-CP về bảo hiểm'],
    ['theo Công văn 930/ SGDĐT-KTKĐCLGD', 'theo Công văn 930/SGDĐT-KTKĐCLGD'],
    ['Thông tư liên tịch số 26/ 2016/ TTLT- BTC-BTP', 'Thông tư liên tịch số 26/2016/TTLT-BTC-BTP'],
  ])('are joined: %s', (source, expected) => {
    expect(corrector.correct(source).text).toBe(expected);
    expect(corrector.check(source)).toMatchObject([{ rule: 'spelling', auto: false }]);
    expect(corrector.correct(source, { level: 'auto' }).text).toBe(source);
  });

  it.each([
    ['dates', 'ngày 17/9/ Bính Tuất, 12/4/2018 – Hà Nội'],
    ['numbers of items', 'gồm các đơn vị:\n1/ UBND-HĐND xã;\n12/ GD-ĐT huyện; và 3/ KT-XH'],
    ['measures', 'xếp thứ 5/ 63 tỉnh, 120/ USA'],
    ['whole numbers', 'Quyết định số 45/QĐ-TTg, 50-KL/TU và 36-HD/VPTW'],
    ['a space behind a hyphen alone, which is printed, too', 'Tờ trình số 37/TTr- SVHTT, Thông tư 96/2020/TT- BTC'],
    ['what the user guards', 'theo 80/ QĐ-UBND'],
  ])('%s stay: %s', (_, text) => {
    expect(corrector.correct(text).text).toBe(text);
  });

  it('stay in text that nobody scanned', () => {
    const text = 'theo Nghị định số 58/2018/ NĐ-CP về bảo hiểm';
    expect(createCorrector(dictionary, { profile: 'edited' }).correct(text).text).toBe(text);
  });
});
