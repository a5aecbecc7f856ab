import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/check/index.ts';
import { knownFormatOfPath } from '../../src/documents/format.ts';
import {
  checkDocument,
  type DocumentFormat,
  fixDocument,
  formatOfPath,
  readDocument,
  readHtml,
  readMarkdown,
} from '../../src/documents/index.ts';
import { knows } from './samples.ts';

const corrector = knows([
  ['Tình ủy', 'Tỉnh ủy'],
  ['đẩỵ', 'đẩy'],
  ['lư ợng', 'lượng'],
  ['pháttriển', 'phát triển'],
  ['kêt', 'kết'],
]);

describe('the prose of a page', () => {
  it.each([
    ['<p>T<b>ì</b>nh &#7911;y</p>', 'Tình ủy\n'],
    ['<p>&agrave; &#xE0; &nbsp;x &amp; y</p>', 'à à \u00a0x & y\n'],
    ['<p>một\n   hai</p>\n<p>ba</p>', 'một hai\nba\n'],
    ['một<br>hai<hr>ba', 'một\nhai\nba\n'],
    ['<ul><li>một<li>hai</ul><table><tr><td>1<td>2</table>', 'một\nhai\n1\n2\n'],
    ['chạy <code>npm i</code> rồi', 'chạy \ufffc rồi\n'],
    ['xem <img alt="chữ" src="x.png"> rồi', 'xem \ufffc rồi\n'],
    ['<p>diện tích 5 km<sup>2</sup> đất', 'diện tích 5 km đất\n'],
    ['a<script>var x = "chữ"</script><style>p{}</style>b', 'ab\n'],
    ['<pre>giữ</pre><p>đọc', 'đọc\n'],
    ['<p translate="no">giữ <b translate="yes">đọc</b></p>', 'đọc\n'],
    ['<p class="x notranslate">giữ</p>đọc', 'đọc\n'],
    ['<html lang="en"><p>keep</p><p lang="vi-VN">đọc <i lang="fr">mot</i> tiếp</p>', 'đọc \ufffc tiếp\n'],
    ['<div data-hieudinh="off">giữ <p data-hieudinh="on">đọc</p></div>', 'đọc\n'],
    ['<title>Tít</title><a href="x" title="chữ">liên <b>kết</b></a>', 'Tít\nliên kết\n'],
    ['<!-- chữ -->x<!DOCTYPE html><?php chữ ?>', 'x\n'],
    ['<p>chưa xong <b', 'chưa xong\n'],
    ['<p>a<!--', 'a\n'],
    ['', ''],
  ])('%s', (source, text) => {
    expect(readHtml(source).text).toBe(text);
  });
});

describe('the prose of Markdown', () => {
  it.each([
    ['# T**ì**nh _ủy_\n\nĐoạn\nhai', 'Tình ủy\nĐoạn hai\n'],
    ['> Một\n> hai\n\n- ba\n  bốn\n- năm', 'Một hai\nba bốn\nnăm\n'],
    ['a `mã` b\n\n```\nmã\n```\n\n    mã\n', 'a \ufffc b\n'],
    ['[nhãn](http://a.vn "giữ") ![giữ](x.png) <http://b.vn> https://c.vn', 'nhãn \ufffc \ufffc \ufffc\n'],
    ['&agrave; &#7911; \\*x', 'à ủ *x\n'],
    ['| a | b |\n|---|---|\n| c | d |', 'a\nb\nc\nd\n'],
    ['---\nlayout: giữ\n---\n\nđọc', 'đọc\n'],
    ['+++\r\ntitle = "giữ"\r\n+++\r\nđọc', 'đọc\n'],
    ['T<b>ì</b>nh ủy\n\n<div>\nkhối &amp; chữ\n</div>', 'Tình ủy\nkhối & chữ\n'],
    ['<div translate="no">\n\ngiữ\n\n</div>\n\nđọc', 'đọc\n'],
    ['một  \nhai\\\nba', 'một\nhai\nba\n'],
    ['chữ[^1]\n\n[^1]: Chú thích\n\n[x]: http://a.vn "giữ"', 'chữ\nChú thích\n'],
    ['\ufeff# Tít\r\n\r\nĐoạn', 'Tít\nĐoạn\n'],
    ['- [x] xong\n\n~~bỏ~~', 'xong\nbỏ\n'],
  ])('%s', (source, text) => {
    expect(readMarkdown(source).text).toBe(text);
  });
});

describe('a fix changes only the letters it names', () => {
  it.each<[DocumentFormat, string, string]>([
    ['html', '<p>T<b>ì</b>nh &#7911;y</p>', '<p>T<b>ỉ</b>nh &#7911;y</p>'],
    ['html', '<p>T&igrave;nh ủy</p>', '<p>Tỉnh ủy</p>'],
    ['html', '<p>đ<i>ẩ</i><b>ỵ</b></p>', '<p>đ<i>ẩ</i><b>y</b></p>'],
    ['html', '<p>số lư<b> ợ</b>ng</p>', '<p>số lư<b>ợ</b>ng</p>'],
    ['html', '<p>phát<b>triển</b> thêm</p>', '<p>phát <b>triển</b> thêm</p>'],
    ['html', '<p>pháttri<b>ển</b></p>', '<p>phát tri<b>ển</b></p>'],
    ['html', '<p title="kêt">kêt <code>kêt</code></p>', '<p title="kêt">kết <code>kêt</code></p>'],
    ['html', '\ufeff<p>\r\n  kêt\r\n</p>', '\ufeff<p>\r\n  kết\r\n</p>'],
    ['html', '<p>k\u0065\u0302t</p>', '<p>kết</p>'],
    ['html', '<p>k\u0065\u0302<b>t</b></p>', '<p>kế<b>t</b></p>'],
    ['markdown', 'T**ì**nh &#7911;y\r\n', 'T**ỉ**nh &#7911;y\r\n'],
    ['markdown', '> kêt\n> T*ì*nh\n> ủy `kêt`', '> kết\n> T*ỉ*nh\n> ủy `kêt`'],
    ['markdown', '[kêt](kêt.html)', '[kết](kêt.html)'],
    ['markdown', '[kêt], [kêt][], [kêt][a]\n\n[kêt]: b\n[a]: c', '[kêt], [kêt][], [kết][a]\n\n[kêt]: b\n[a]: c'],
    ['text', '<p>kêt</p>\r\n', '<p>kết</p>\r\n'],
  ])('%s: %s', (format, source, fixed) => {
    expect(fixDocument(source, { format, corrector }).text).toBe(fixed);
  });
  it('gives offsets in the file, and the edit beside the plain suggestion', () => {
    const source = '<p>Ban T<b>ì</b>nh ủy</p>';
    const [finding] = checkDocument(source, { format: 'html', corrector });
    expect(finding).toMatchObject({ start: 7, end: 21, original: 'T<b>ì</b>nh ủy' });
    expect(finding.suggestions).toEqual([
      {
        text: 'Tỉnh ủy',
        confidence: 1,
        edits: [{ start: 7, end: 21, original: 'T<b>ì</b>nh ủy', replacement: 'T<b>ỉ</b>nh ủy' }],
      },
    ]);
  });
  it('takes a repeated block out with its element, and not where something else is in it', () => {
    const title = 'Tổng kết 10 năm phát triển đảng viên ở bản';
    const page = `<h1>${title}</h1>\n  <p><b>${title}</b></p>\n<p>x</p><div><img>${title}</div>`;
    expect(fixDocument(page, { format: 'html', rules: ['repeated-block'] }).text).toBe(
      `<h1>${title}</h1>\n<p>x</p><div><img></div>`,
    );
    const [repeat] = checkDocument(page, { format: 'html', rules: ['repeated-block'] });
    expect(repeat.message).toContain('line 1');
    expect(fixDocument(`# ${title}\n\n${title}\n\nx\n`, { format: 'markdown', rules: ['repeated-block'] }).text).toBe(
      `# ${title}\n\nx\n`,
    );
  });
  it('leaves short items of lists, which may stand under another heading', () => {
    const item = 'Kiểm tra gioăng cửa và vệ sinh khay nước';
    const page = `<ul><li>${item}</li></ul><h2>Lần sau</h2><ol><li>${item}</li></ol>`;
    expect(checkDocument(page, { format: 'html', rules: ['repeated-block'] })).toEqual([]);
    const notes = `- ${item}\n- Lau khô\n\n## Lần sau\n\n1. ${item}\n`;
    expect(checkDocument(notes, { format: 'markdown', rules: ['repeated-block'] })).toEqual([]);
  });
  it('takes a sentence that stands twice out of its paragraph, and its markup stays', () => {
    const sentence = 'Trời mưa to suốt đêm qua ở thành phố.';
    const page = `<p>${sentence} Cầu <b>bị ngập</b>. <i>${sentence}</i> Xe đi vòng.</p>`;
    expect(fixDocument(page, { format: 'html', rules: ['repeated-stretch'] }).text).toBe(
      `<p>${sentence} Cầu <b>bị ngập</b>.<i></i> Xe đi vòng.</p>`,
    );
  });
});

describe('what stands beside the article', () => {
  const title = 'Tổng kết 10 năm phát triển đảng viên ở bản';
  const repeats = (page: string): number => checkDocument(page, { format: 'html', rules: ['repeated-block'] }).length;
  it.each([
    [`<title>${title}</title><h1>${title}</h1>`, 0],
    [`<h1>${title}</h1><aside><a href="x">${title}</a></aside>`, 0],
    [`<nav><a>${title}</a></nav><h1>${title}</h1><footer>${title}</footer>`, 0],
    [`<title>${title}</title><h1>${title}</h1><p>${title}</p>`, 1],
  ])('is no repeat of it: %s', (page, count) => {
    expect(repeats(page)).toBe(count);
  });
  it('is no leftover of the page in the article either', () => {
    const leftovers = (page: string): string[] =>
      checkDocument(page, { format: 'html', rules: ['leftover'] }).map(({ original }) => original);
    expect(leftovers('<form>0 bình luận <button>Trả lời</button></form><p>0 bình luận</p>')).toEqual(['0 bình luận']);
    expect(
      leftovers('<nav></nav><form><button>Gửi</button>0 bình luận</form><p>In bài viết</p><nav>Zalo</nav>'),
    ).toEqual(['In bài viết']);
  });
  it('is checked like all else', () => {
    expect(fixDocument('<title>kêt</title>', { format: 'html', corrector }).text).toBe('<title>kết</title>');
  });
});

describe('data', () => {
  const said = 'Hoàn thành xuất sắc nhiệm vụ';
  const long = `Trong những năm qua, ${'xã đã vận động bà con góp công góp của làm đường, '.repeat(4)}xây nhà văn hoá.`;
  const row = (place: string): string => `<tr><td>Xã ${place}</td><td>${said}</td></tr>`;
  const found = (page: string, format: DocumentFormat = 'html'): number =>
    checkDocument(page, { format, rules: ['repeated-block', 'repeated-stretch'] }).length;

  it.each([
    `<table><tr><th>Đơn vị được xét</th><th>Kết quả</th></tr>${row('Hoằng Đông')}${row('Hoằng Hải')}</table>`,
    `<table>${row('Hoằng Đông')}</table><p>${said}</p>`,
    `<table><tr><td><p>${said}</p></td><td><p>${said}</p></td></tr></table>`,
    `<table><tr><td>${said}<br>${said}</td></tr><tr><td>${said}</td></tr></table>`,
    `<dl><dt>Xã Hoằng Đông</dt><dd>${said}</dd><dt>Xã Hoằng Hải</dt><dd>${said}</dd></dl>`,
    `<label>${said}</label><label>${said}</label><button>${said}</button><button>${said}</button>`,
    `<select><option>${said}</option><option>${said}</option></select>`,
  ])('is no repeat: %s', (page) => {
    expect(found(page)).toBe(0);
    expect(fixDocument(page, { format: 'html', rules: ['repeated-block'] }).text).toBe(page);
  });

  it('is no repeat in a table of Markdown', () => {
    const table = `| Đơn vị | Kết quả |\n|---|---|\n| Xã Hoằng Đông | ${said} |\n| Xã Hoằng Hải | ${said} |\n`;
    expect(found(table, 'markdown')).toBe(0);
    expect(found(`${table}\n${said}\n\n${said}\n`, 'markdown')).toBe(1);
  });

  it.each([
    [`<table><tr><td><h1>${said}</h1></td></tr><tr><td>${long}</td></tr></table><h2>${said}</h2>`, 1],
    [`<table><tr><td>${long}</td></tr><tr><td>${long}</td></tr></table>`, 1],
    [`<table><tr><td>Trang chủ</td><td><p>${said}</p><p>${long}</p><p>${said}</p></td></tr></table>`, 1],
    [`<p>${said}</p><table>${row('Hoằng Đông')}</table><p>${said}</p>`, 1],
  ])('is not what an article laid out in a table says: %s', (page, count) => {
    expect(found(page)).toBe(count);
  });
});

describe('comments in a document silence rules', () => {
  const rules = ['placeholder', 'casing'];
  const found = (source: string, format: DocumentFormat): string[] =>
    checkDocument(source, { format, rules }).map(({ rule, start }) => `${rule} ${start}`);
  it.each<[DocumentFormat, string, string[]]>([
    ['html', '<!-- hieudinh-disable-next --><p>{name}</p><p>{name}</p>', ['placeholder 46']],
    ['html', '<!-- hieudinh-disable-next placeholder -- mẫu --><p>{name} Kết Luận số 5</p>', ['casing 63']],
    ['html', '<!--hieudinh-disable-->{name}<p>{name}</p><!--hieudinh-enable-->{name}', ['placeholder 64']],
    ['markdown', '<!-- hieudinh-disable-next -->\n\n{name}\n\n{name}\n', ['placeholder 40']],
    ['text', '<!-- hieudinh-disable-next -->\n\n{name}\n\n{name}\n', ['placeholder 40']],
    ['text', '<!-- hieudinh-disable -->\n{name}\n<!-- hieudinh-enable -->\n{name}\n', ['placeholder 58']],
    [
      'html',
      '<!--hieudinh-disable casing placeholder--><p>{name}</p><!--hieudinh-enable casing-->{name}',
      ['placeholder 84'],
    ],
    ['html', '<!-- hieudinh-disable placeholder --><!-- hieudinh-enable casing -->{name}', []],
    ['html', '<!--hieudinh-disable--><!--hieudinh-enable casing-->{name}', ['unused-ignore 0', 'placeholder 52']],
    ['html', '<!-- hieudinh-disabled --><p>{name}</p>', ['placeholder 29']],
    ['html', '<!-- hieudinh-disable-next --><p>không có gì</p>', ['unused-ignore 0']],
    ['text', '<!-- hieudinh-disable casing -->\n{name}', ['unused-ignore 0', 'placeholder 33']],
  ])('%s: %s', (format, source, wanted) => {
    expect(found(source, format)).toEqual(wanted);
  });
});

describe('a comment that names a rule that there is not', () => {
  it.each<[DocumentFormat, string, string[], string]>([
    ['markdown', '<!-- hieudinh-disable-next speling -->\nNgày 31-4 họp.', ['date'], '“speling”'],
    ['html', '<!-- hieudinh-disable speling date datte --><p>Ngày 31-4 họp.</p>', ['date'], '“speling”, “datte”'],
    ['text', 'x <!-- hieudinh-disable speling -->', ['casing'], '“speling”'],
  ])('is told, whatever ran: %s: %s', (format, source, rules, names) => {
    const [told] = checkDocument(source, { format, rules }).filter(({ rule }) => rule === 'unused-ignore');
    expect(told).toMatchObject({ severity: 'info', message: `There is no rule ${names} to ignore.` });
    expect(told.messageVi).toContain(names);
    expect(told.original).toMatch(/^<!--.*-->$/);
  });
});

describe('a comment that silences findings on comments', () => {
  const silence = (action: string): string => `<!-- hieudinh-${action} unused-ignore -->\n\n`;
  const useless = '<!-- hieudinh-disable-next casing -->\n\n';
  const on = '<!-- hieudinh-enable -->\n\n';
  it.each<[name: string, source: string, told: 'none' | 'first' | 'last']>([
    ['alone', `${silence('disable')}đọc\n`, 'none'],
    ['to the end', `${silence('disable')}đọc\n\n${useless}đọc\n\n${useless}`, 'none'],
    ['in the next block', `${silence('disable-next')}${useless}đọc\n\n${useless}đọc\n`, 'last'],
    ['not in front of it', `${useless}${silence('disable')}đọc\n`, 'first'],
    ['until it is turned on', `${silence('disable')}${useless}đọc\n\n${on}đọc\n\n${useless}đọc\n`, 'last'],
    ['with a name that there is not', `${silence('disable')}<!-- hieudinh-disable-next speling -->\n\nđọc\n`, 'none'],
    ['with its own rule', '<!-- hieudinh-disable casing unused-ignore -->\n\nđọc\n', 'none'],
    ['and a name that there is not', '<!-- hieudinh-disable speling unused-ignore -->\n\nđọc\n', 'first'],
  ])('%s', (_, source, told) => {
    for (const format of ['markdown', 'text', 'html'] as const) {
      const page = format === 'html' ? source.replaceAll('đọc', '<p>đọc</p>') : source;
      const found = checkDocument(page, { format, rules: ['casing'] }).map(({ start }) => start);
      const wanted = { none: [], first: [page.indexOf('<!--')], last: [page.lastIndexOf('<!--')] }[told];
      expect([format, ...found]).toEqual([format, ...wanted]);
    }
  });
});

describe('the description of a page', () => {
  const head = (meta: string): string => `<html><head>${meta}<title>Tít</title></head><body>đọc</body></html>`;
  it.each([
    ['<meta name="description" content="Sa-pô">', 'Sa-pô\n'],
    ["<META data-x=' content=\"giữ\"' property='og:title' Content = 'Tít \"hai\"' />", 'Tít "hai"\n'],
    ['<meta content="một\n  hai" property="og:description">', 'một hai\n'],
    ['<meta name="description" content="a &amp; b">', ''],
    ['<meta name="description" content=một>', ''],
    ['<meta name="description" content="">', ''],
    ['<meta name="description">', ''],
    ['<meta name="viewport" content="giữ">', ''],
  ])('%s', (meta, text) => {
    expect(readHtml(head(meta)).text).toBe(`${text}Tít\nđọc\n`);
  });
  it('is read in the head only, and not of a page in another language', () => {
    const meta = '<meta name="description" content="giữ">';
    expect(readHtml(`<p>một ${meta}hai</p>`).text).toBe('một hai\n');
    expect(readHtml(`<html lang="en"><head>${meta}</head></html>`).text).toBe('');
  });
  it('is corrected, without quotes, and may say what the article says', () => {
    const fixed = (page: string) => fixDocument(page, { format: 'html', corrector });
    const meta = '<meta name="description" content="kêt pháttriển">';
    expect(fixed(head(meta)).text).toBe(head('<meta name="description" content="kết phát triển">'));
    const quoting = knows([['kêt', '"kết"']]);
    expect(fixDocument(head(meta), { format: 'html', corrector: quoting }).text).toBe(head(meta));
    const said = 'Tổng kết 10 năm phát triển đảng viên ở bản';
    const page = `<head><meta name="description" content="${said}"></head><p>${said}</p>`;
    expect(checkDocument(page, { format: 'html', rules: ['repeated-block'] })).toEqual([]);
  });
});

it('comments of which one turns on what another one did not turn off are read in their number', () => {
  const count = 40_000;
  const comments = (action: string): string => `<!-- hieudinh-${action} -->`.repeat(count);
  const prose = readHtml(comments('disable casing') + comments('enable spelling'));
  expect(prose.ignores).toHaveLength(count);
}, 5_000);

it('comments that turn all on again and again are read in their number, after many names were turned off', () => {
  const count = 40_000;
  const off = Array.from({ length: count }, (_, at) => `<!-- hieudinh-disable r${at} -->`).join('');
  const prose = readHtml(off + '<!-- hieudinh-enable -->'.repeat(count));
  expect(prose.ignores).toHaveLength(count);
}, 5_000);

it('a long page is read unit by unit, letters of two units among them', () => {
  const text = `a${'\u{20000}ữ \u{1f600}'.repeat(20_000)}`;
  const prose = readHtml(`<p>${text}</p>`);
  expect(prose.text).toBe(`${text}\n`);
  expect(prose.toSource(text.length - 2, text.length)).toEqual([text.length + 1, text.length + 3]);
});

it('what the end of a page closes has its place in the page', () => {
  const page = '<p>a<!--';
  expect(readHtml(page).toSource(1, 2)).toEqual([8, 8]);
});

describe('any string', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '&',
        '&amp;',
        '&#7911;',
        '\n',
        '\n\n',
        '# ',
        '> ',
        '- ',
        '`',
        '**',
        '| a |\n|---|\n',
        '---\n',
        'chữ ',
        '<code>',
        '{name}',
        '\ud800',
        '\ufeff',
        '<div translate=no>',
        '</div>',
        '<!-- hieudinh-disable -->',
        '<title>',
        '[a]',
        '\0',
      ),
    ),
  );
  it.each<DocumentFormat>(['html', 'markdown', 'text'])('of %s: each unit of prose comes from its place', (format) => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const source = parts.join('');
        const prose = readDocument(source, format);
        let last = 0;
        for (let at = 0; at < prose.text.length; at++) {
          const [start, end] = prose.toSource(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(source.length);
          if (
            end - start === 1 &&
            prose.text[at].trim() !== '' &&
            prose.text[at] !== '\ufffd' &&
            prose.text[at] !== '\ufffc'
          )
            expect(source[start]).toBe(prose.text[at]);
          last = end;
        }
        const findings = checkDocument(source, { format });
        for (const { start, end, original } of findings) expect(source.slice(start, end)).toBe(original);
        const { skipped } = applyEdits(
          source,
          findings.flatMap(({ suggestions }) => suggestions[0]?.edits ?? []),
        );
        expect(skipped.filter(({ reason }) => reason === 'stale')).toEqual([]);
      }),
    );
  });
});

describe('formats', () => {
  it.each([
    ['a/b.HTML', 'html'],
    ['b.htm', 'html'],
    ['b.md', 'markdown'],
    ['b.txt', 'text'],
    ['md', 'text'],
  ])('%s is %s', (path, format) => {
    expect(formatOfPath(path)).toBe(format);
  });
  it.each(['md', 'a.js', 'a.md.bak', 'a.constructor', 'a.', ''])('knows no format for %j', (path) => {
    expect(knownFormatOfPath(path)).toBeUndefined();
    expect(knownFormatOfPath(`${path}.Text`)).toBe('text');
  });
  it('refuses others', () => {
    expect(() => readDocument('', 'rtf' as 'text')).toThrow(RangeError);
    expect(() => readDocument(5 as unknown as string)).toThrow(TypeError);
  });
});
