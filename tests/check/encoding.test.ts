import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, fix } from '../../src/check/index.ts';
import { checkDocument, fixDocument } from '../../src/documents/index.ts';
import { encodeLegacy, LEGACY_ENCODINGS } from '../../src/unicode/index.ts';
import { windows1252 } from '../../src/unicode/units.ts';

type Misread = (typeof LEGACY_ENCODINGS)[number] | 'utf-8';

/** What a reader sees who takes the bytes for Windows-1252. */
function misread(text: string, encoding: Misread): string {
  const bytes = encoding === 'utf-8' ? new TextEncoder().encode(text) : encodeLegacy(text, encoding);
  return Array.from(bytes, (byte) => String.fromCharCode(windows1252(byte))).join('');
}

const found = (text: string): string[] => check(text, { rules: ['encoding'] }).map(({ original }) => original);

const MOTTO = 'Cộng hòa xã hội chủ nghĩa Việt Nam';
const SENTENCE = 'Ưu tiên người nghèo và gia đình chính sách ở vùng sâu, vùng xa.';

/** Right text of other languages, and of Vietnamese with their names. */
const RIGHT = {
  French:
    'Là où il va, l’été dernier, nous étions déjà arrivés à la frontière : « Ça ne va pas », dit-il à sa sœur, très fâchée, avant l’hôpital où le maître naïf a été reçu.',
  German:
    'Über die Straße fährt der Bürgermeister täglich mit großen Plänen für die schöne Altstadt; möglicherweise ändert sich für die Bürger nichts, außer daß sie höhere Gebühren zahlen müssen.',
  Spanish:
    '¿Qué tal está el niño aquí? El año pasado la señora Muñoz llegó a España con su compañía; según él, ¡más público que nunca en la estación!',
  Portuguese:
    'Olá, a informação não está disponível. As condições da educação em São Paulo são discutidas pela população há três anos, e a razão é só uma: não há decisões.',
  Polish: 'Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem.',
  Turkish:
    'Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler, öyle değil mi?',
  Hungarian:
    'Minden emberi lény szabadon születik és egyenlő méltósága és joga van. Az emberek, ésszel és lelkiismerettel bírván.',
  Icelandic:
    'Hver maður er borinn frjáls og jafn öðrum að virðingu og réttindum. Menn eru gæddir vitsmunum og samvizku.',
  Swedish:
    'Alla människor är födda fria och lika i värde och rättigheter. De är utrustade med förnuft och samvete och bör handla så.',
  Finnish:
    'Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan. Heille on annettu järki, minä en ole siellä.',
  Czech: 'Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a svědomím.',
  Pinyin: 'Xià Cháo; Zhōngguó huà, Běijīng dàxué, lüè, nǚ, Lǚ Bù',
  names: 'Ông Müller và bà François đến Tromsø gặp Ødegård, Zoë, Đặng; Curaçao (Hà Lan) 2 tháng 7',
  'names alone': 'Gerd Müller, Toni Kroos, Mesut Özil, Thomas Häßler, Jürgen Klinsmann',
  scan: 'su, dugc ky giüa Pháp, Anh, An Do, Hà Lan và Thái Lan vào ngày',
  'scan without marks': 'nhu hy vong dày müi nhon tán còng cùa phát xít sang Lièn Xò nèn',
  formulas: 'y = x^2 + a^2 (với a^n > 0), 5 µm ± 0,5 °C, §1, £5, ½ × ¾; e^x, u^v, o^2',
  peoples: 'Klong, Gõng, jơ̆ng; Rŭngtruih; Kơ̆ng, chiêng, plei Ốp; Preah Vihear, Phnôm Pênh, Xvây Riêng, Kơho, Bahnar',
  signs: 'Bản quyền © 2020 ® ™ – “đã đăng ký”… · « một » 100 % ¹ ² ³ † ‡',
  'capitals and quotes': 'XÃ” và “THỊ XÃ”, LÀNG XÃ… CÁC Á«»',
} as const;

describe('encoding', () => {
  it.each([...LEGACY_ENCODINGS, 'utf-8'] as const)(
    'knows %s, one paragraph among others, and what was meant',
    (encoding) => {
      const line = misread(SENTENCE, encoding);
      const page = `Tin trong tỉnh.\n\n${line}\n\nNgười dân đã đến, các bạn ạ.`;
      const findings = check(page);
      expect(findings.map(({ rule, original, severity }) => [rule, original, severity])).toEqual([
        ['encoding', line, 'error'],
      ]);
      expect(findings[0].suggestions[0].text).toBe(SENTENCE);
      expect(fix(page).text).toBe(page);
      expect(fix(page, { rules: ['encoding'] }).text).toBe(page.replace(line, SENTENCE));
    },
  );

  it('speaks once of paragraphs that stand together, and reads the short ones as the long one', () => {
    const page = `Đầu trang.\n${misread(SENTENCE, 'tcvn3')}\n\n1.\n${misread('Ông Nam', 'tcvn3')}\nĐã xong.`;
    const findings = check(page);
    expect(findings.map(({ start, note }) => [start, note])).toEqual([[11, '2–5']]);
    expect(fix(page, { rules: ['encoding'] }).text).toBe(`Đầu trang.\n${SENTENCE}\n\n1.\nÔng Nam\nĐã xong.`);
  });

  it('keeps what composing would leave out, at the ends of a line, too', () => {
    const line = misread('ưu tiên sản xuất và tiêu thụ, tương tư', 'tcvn3');
    expect(line.startsWith('\u00ad') && line.endsWith('\u00ad')).toBe(true);
    expect(found(`${line}\n`)).toEqual([line]);
    expect(fix(`${line}\n`, { rules: ['encoding'] }).text).toBe('ưu tiên sản xuất và tiêu thụ, tương tư\n');
  });

  it('lets no other rule speak of such a paragraph, but where it is off', () => {
    const text = 'Ôø ñaây laø vaên baûn ; chuùng toâi , {name}';
    expect(check(text).map(({ rule }) => rule)).toEqual(['encoding']);
    expect(check(text, { rules: ['spacing', 'placeholder', 'misplaced-tone'] })).toEqual([]);
    expect(check(text, { rules: { encoding: 'off' } }).length).toBeGreaterThan(1);
  });

  it('leaves tags at their words', () => {
    const page = `<p>${misread('Ưu tiên người <b>nghèo và</b> gia đình &amp; chính sách dân tộc', 'vni-win')}</p>`;
    expect(checkDocument(page, { format: 'html' }).map(({ rule }) => rule)).toEqual(['encoding']);
    expect(fixDocument(page, { format: 'html', rules: ['encoding'] }).text).toBe(
      '<p>Ưu tiên người <b>nghèo và</b> gia đình &amp; chính sách dân tộc</p>',
    );
  });

  it('suggests nothing where letters are lost', () => {
    const [finding] = check('Cá»™ng hÃ²a xÃ£ há» i');
    expect(finding.suggestions).toEqual([]);
    expect(finding.message).toContain('lost');
  });

  it.each(Object.entries(RIGHT))('is silent on right text: %s', (_, text) => {
    expect(found(text)).toEqual([]);
    for (const word of text.split(' ')) expect(found(word)).toEqual([]);
    // Nor does a line in an encoding make others suspect.
    const known = misread(MOTTO, 'vni-win');
    expect(found(`${text}\n${known}`)).toEqual([known]);
  });

  it.each(['ä<', 'Ã', 'á»', 'a^', '&', 'https:ä', 'Ã ', 'ä\n', 'Vieät\n', 'tiáº¿ng đã '])(
    'comes to its end for a run of %j',
    (piece) => {
      for (const text of found(piece.repeat(100_000))) expect(text.length).toBeGreaterThan(0);
    },
    60_000,
  );

  it('comes to its end beside many letters of other scripts, and many empty lines', () => {
    const mixed = 'Cá»™ng hÃ²a xÃ£ há»™i\nV\u0456\u1ec7t N\u0430m đẹp\n'.repeat(5000);
    expect(check(mixed, { rules: ['look-alike'] })).toHaveLength(10_000);
    const empty = `Cá»™ng hÃ²a xÃ£ há»™i\n${'\n'.repeat(300_000)}a đã Cá»™ng hÃ²a xÃ£ há»™i`;
    expect(check(empty, { rules: ['spacing'] })).toEqual([]);
  }, 60_000);

  it.each([6, 7, 8])('is found behind %d lines that told the encoding, too', (lines) => {
    const vni = Array.from({ length: lines }, () => misread(MOTTO, 'vni-win')).join('\n');
    expect(found(`${vni}\nĐã đến.\nÔng Nguyá»…n VÄƒn Nam đến.`)).toContain('Nguyá»…n VÄƒn');
  });
});

const SETS = [
  'clean.dev.jsonl',
  'history-ocr.dev.jsonl',
  'gov-ocr.dev.jsonl',
  'vsec.dev.jsonl',
  'viwiki-docs.dev.jsonl',
];
const CLEAN = `../shared/gold/${SETS[0]}`;

describe.skipIf(!existsSync(CLEAN))('encoding on marked sets (skipped where they are not there)', () => {
  const rowsOf = (set: string): { source: string; target: string }[] =>
    existsSync(`../shared/gold/${set}`)
      ? readFileSync(`../shared/gold/${set}`, 'utf8')
          .trimEnd()
          .split('\n')
          .map((row) => JSON.parse(row))
      : [];
  it.each(SETS)('says nothing of %s, right or wrong', (set) => {
    for (const { source, target } of rowsOf(set)) expect([...found(source), ...found(target)]).toEqual([]);
  });
  it.each([...LEGACY_ENCODINGS, 'utf-8'] as const)(
    'finds nine of ten sentences alone, and all but some in a text: %s',
    (encoding) => {
      const lines = rowsOf(SETS[0])
        .map(({ source }) => misread(source, encoding))
        .filter((line) => /[^\0-\x7f]|\^/.test(line));
      expect(lines.filter((line) => found(line).length > 0).length / lines.length).toBeGreaterThan(0.9);
      const page = lines.join('\n');
      const decoded = fix(page, { rules: ['encoding'] }).applied.length;
      expect(decoded / lines.length).toBeGreaterThan(0.97);
    },
  );
});
