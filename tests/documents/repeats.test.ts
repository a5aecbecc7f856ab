import fc from 'fast-check';
import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { checkDocument, type DocumentFormat, fixDocument } from '../../src/documents/index.ts';

const SENTENCE = 'Quang cảnh đại hội tại trung tâm hội nghị tỉnh.';
const fixed = (source: string, format: DocumentFormat = 'markdown'): string =>
  fixDocument(source, { format, rules: ['repeated-block'] }).text;
const article = (repeat: string): string => `![](a.png)\n${SENTENCE}\n\nĐại biểu dự đông đủ.\n\n${repeat}`;

describe('a repeated sentence goes out of a paragraph of Markdown, and what else is in it stays', () => {
  it.each([
    [`![](b.png)\n${SENTENCE}`, '![](b.png)'],
    [`![](b.png)\n${SENTENCE}\n\nx\n`, '![](b.png)\n\nx\n'],
    [`![](b.png)\r\n${SENTENCE}\r\n\r\nx`, '![](b.png)\r\n\r\nx'],
    [`![](b.png) ${SENTENCE}\n`, '![](b.png)\n'],
    [`![](b.png)${SENTENCE}`, '![](b.png)'],
    [`![](b.png)  \n${SENTENCE}`, '![](b.png)  '],
    [`${SENTENCE}\n![](b.png)`, '![](b.png)'],
    [`${SENTENCE}     ![](b.png)`, '![](b.png)'],
    [`![](b.png)\n${SENTENCE}\n![](c.png)`, '![](b.png)\n![](c.png)'],
    [`[![](c.png)](http://x) ${SENTENCE}`, '[![](c.png)](http://x)'],
    [`<video src="v.mp4"></video> ${SENTENCE}`, '<video src="v.mp4"></video>'],
    [`<img src="b.png"> ${SENTENCE}\n`, '<img src="b.png">\n'],
    [`> ![](b.png) ${SENTENCE}`, '> ![](b.png)'],
    [`### ![](b.png) ${SENTENCE}\n\nx`, '### ![](b.png)\n\nx'],
    [`<div>\n\n![](b.png) ${SENTENCE}\n\n</div>`, '<div>\n\n![](b.png)\n\n</div>'],
  ])('%j', (repeat, left) => {
    expect(fixed(article(repeat))).toBe(article(left));
  });

  it.each([
    `Xem [${SENTENCE}](http://x/y)`,
    `[${SENTENCE}](http://x/y)`,
    `[${SENTENCE}]\n\n[${SENTENCE}]: http://x/y`,
    `![](b.png) <a href="x">${SENTENCE}</a>`,
    `![](b.png) **${SENTENCE}**`,
    `*![](b.png) ${SENTENCE}*`,
    `![](b.png) Quang cảnh **đại hội** tại trung tâm hội nghị tỉnh.`,
    `![](b.png)\\\n${SENTENCE}`,
    `${SENTENCE} \`\`\`a\nb\`\`\``,
    `<img src="b.png"> ${SENTENCE}\n![](c.png)`,
    `> ${SENTENCE}\n![](b.png)`,
  ])('stays where something else would be read otherwise without it: %j', (repeat) => {
    const source = article(repeat);
    expect(fixed(source)).toBe(source);
    const found = checkDocument(source, { format: 'markdown', rules: ['repeated-block'] });
    expect(found.map(({ suggestions }) => suggestions)).toEqual([[]]);
  });

  it('goes with its paragraph where nothing else is in it', () => {
    expect(fixed(article(`**${SENTENCE}**\n\nx\n`))).toBe(article('x\n'));
  });

  it('leaves no link without words in HTML', () => {
    const page = `<p>${SENTENCE}</p><div><img src="b.png"><a href="x">${SENTENCE}</a></div>`;
    expect(fixed(page, 'html')).toBe(page);
  });
});

/** Pictures, links, code: what is to stay. */
const marked = (source: string): string[] =>
  postprocess(
    parse({ extensions: [gfm()] })
      .document()
      .write(preprocess()(source, undefined, true)),
  ).flatMap(([way, { type, start, end }]) =>
    way === 'enter' &&
    /^(?:image|link|autolink|codeText|codeFenced|codeIndented|definition|gfmFootnoteCall)$/.test(type)
      ? [
          `${type} ${source
            .slice(start.offset, end.offset)
            .trim()
            .replace(/^\[.*\]/s, '')}`,
        ]
      : [],
  );

it('any paragraph around a repeated sentence keeps all else that it holds', () => {
  const piece = fc.constantFrom(
    SENTENCE,
    SENTENCE,
    ...[
      '![](b.png)',
      '[![](c.png)](http://x)',
      '[a]',
      '[^1]',
      '<img src="d.png">',
      '<b>',
      '</b>',
      '<br>',
      '<a href="x">',
    ],
    ...['</a>', '<!-- x -->', '<video></video>', '<http://y.vn>', '`mã`', '```', '**', '*', '_', '~~', '\\', '>', '#'],
    ...[
      ' ',
      ' ',
      '  ',
      '     ',
      '\n',
      '\n',
      '\r\n',
      '  \n',
      '\\\n',
      '- ',
      '> ',
      '1. ',
      '2. ',
      '===',
      '---',
      '|',
      '[',
      ']',
    ],
    ...['(x)', '!', '[x]: y'],
  );
  const around = fc.tuple(
    fc.array(piece, { maxLength: 7 }).map((all) => all.join('')),
    fc.array(piece, { maxLength: 7 }).map((all) => all.join('')),
    fc.constantFrom('', '> ', '- ', '# '),
  );
  fc.assert(
    fc.property(around, ([before, after, mark]) => {
      const source = article(`${mark}${before}${SENTENCE}${after}\n\n[a]: b\n\n[^1]: c\n`);
      // A tag alone on a line of a quotation may end it, and what follows is then read in other ways.
      fc.pre(!/^[ \t>-]*<[^<>\n]*>[ \t]*\r?$/m.test(source));
      const result = fixDocument(source, { format: 'markdown', rules: ['repeated-block'] });
      if (result.applied.length === 0) return;
      const gone = result.applied.map(({ original }) => original).join('');
      expect(marked(result.text)).toEqual(marked(source));
      expect(gone).toContain(SENTENCE.slice(0, 10));
    }),
    { numRuns: 3000, seed: 3 },
  );
});
