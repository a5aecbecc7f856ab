import { describe, expect, it } from 'vitest';
import { check, fix } from '../../src/check/index.ts';
import { loadCorrector } from '../../src/node.ts';

const corrector = loadCorrector();
const rules = ['name-spelling'];
const found = (text: string): string[] =>
  check(text, { corrector, rules }).map(
    ({ original, suggestions }) => `${original} > ${suggestions.map((one) => one.text).join(', ')}`,
  );

describe('a foreign name in two spellings', () => {
  it.each([
    ['Taylor ghi bàn. Taylor rời sân. Tylor trở lại. Taylor nói.', 'Tylor > Taylor'],
    ['Đảo Saipan. Thuyền đến Saipan. Sapan có cảng; Saipan có tàu.', 'Sapan > Saipan'],
    ['Vua Zimbalist. Ông Zimbalist. Bà Zimbalist. Anh Zimablist.', 'Zimablist > Zimbalist'],
  ])('is reported where it is the odd one: %s', (text, finding) => {
    expect(found(text)).toEqual([finding]);
  });

  it.each([
    ['twice is no chance', 'Taylor và Taylor. Taylor, Tylor, Tylor.'],
    ['two are no evidence', 'Taylor ghi bàn. Taylor rời sân. Tylor trở lại.'],
    ['an ending', 'Người Marxist nói. Người Marxist nghe. Nhóm Marxists. Người Marxist về.'],
    ['both are known', 'Alexander Đại đế. Vua Alexander. Sử gia viết về Alexander. Alexandre Dumas là nhà văn.'],
    ['marks alone', 'Tevez sút. Tevez chuyền. Tevez rời sân. Tévez về.'],
    ['short names', 'Kane sút. Kane chuyền. Kane về. Kone đến.'],
    ['a hyphen', 'Taylor sút. Taylor chuyền. Taylor về. Hãng Tylor-Smith.'],
    ['Vietnamese names', 'Ông Hương đến. Ông Hương nói. Ông Hương về. Bà Hường ở lại.'],
    ['another name for it', 'Handel đến. Handel nói. Handel về. Người Pháp gọi ông là "Haendel".'],
    ['another language', 'Đảo Comoros. Nước Comoros. Liên bang Comoros (tiếng Pháp: Union des Comores).'],
    ['two are as near', 'Marten. Marten. Marten. Martin. Martin. Martin. Martxn.'],
  ])('is left alone: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('is no business of what rewrites texts by itself', () => {
    const text = 'Taylor ghi bàn. Taylor rời sân. Tylor trở lại. Taylor nói.';
    expect(corrector.correct(text).text).toBe(text);
    expect(fix(text, { corrector }).text).toBe(text);
    expect(fix(text, { corrector, rules }).text).toBe(text.replace('Tylor', 'Taylor'));
    const [finding] = corrector.check(text);
    expect(finding).toMatchObject({ rule: 'name-spelling', severity: 'warning', auto: false });
    expect(finding.messageVi).toBe('“Tylor” chỉ có một lần, “Taylor” 3 lần: có phải một tên?');
    expect(corrector.check(text, { terms: ['Tylor'] })).toEqual([]);
  });
});
