import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCorrector, type Dictionary, openDictionary } from '../../src/index.ts';

describe('sentences and quotations of another language', () => {
  let opened: Dictionary | undefined;
  const corrector = (profile: 'edited' | 'typed' | 'ocr') => {
    opened ??= openDictionary(new Uint8Array(readFileSync('dictionaries/standard.bin')));
    return createCorrector(opened, { profile });
  };

  it.each([
    'The committee will hold a meeting in Ha Noi on Monday and then announce the list of them.',
    'Theo The New York Times, “the man who knew too much” là phim của Hitchcock.',
    'It is one of the largest projects to contribute to open source.',
    'It indicates the position of the start of the node in the document.',
    'Ông đọc lại câu “all the world is a stage and all the men and women merely players” hai lần.',
  ])('are left as they are: %s', (text) => {
    for (const profile of ['edited', 'typed', 'ocr'] as const) expect(corrector(profile).correct(text).text).toBe(text);
  });

  it.each([
    ['Bài hát Yesterday của The Beatles là bài hát tuyệt với.', 'với'],
    ['Trang web của Google và Facebook dang được truy cập.', 'dang'],
    ['Các văn bàn của tỉnh: “the man who knew too much”.', 'bàn'],
    ['Hệ thống dùng software hardware firmware server cloud dang phát triển.', 'dang'],
    ['Cửa hàng bán laptop smartphone tablet camera smartwatch va phụ kiện.', 'va'],
    ['Albert Sarraut nay được Pierre Pasquier dua vào danh sách.', 'dua'],
    ['Chung ta da thuc hien nghi quyet cua Dang.', 'da'],
  ])('do not hide what stands beside them: %s', (text, wrong) => {
    expect(
      corrector('typed')
        .check(text)
        .map(({ original }) => original),
    ).toContain(wrong);
  });
});
