import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/check/index.ts';
import { checkDocument, fixDocument, readHtml, readMarkdown } from '../../src/documents/index.ts';
import { loadCorrector } from '../../src/node.ts';
import { normalize } from '../../src/unicode/index.ts';
import { reckless, SENTENCES } from './samples.ts';

/** Draws how each letter and each gap of a sentence is written. */
const sentence = fc.tuple(fc.constantFrom(...SENTENCES), fc.infiniteStream(fc.nat(99)));

function asHtml(text: string, dice: Iterator<number>): string {
  const next = (): number => dice.next().value;
  let out = '';
  const open: string[] = [];
  for (const letter of text) {
    const roll = next();
    if (roll < 3) {
      const tag = ['b', 'i', 'em', 'span', 'a'][next() % 5];
      out += tag === 'a' ? '<a href="/tin?x=1&y=2" title="giữ nguyên">' : `<${tag}>`;
      open.push(tag);
    } else if (roll < 6 && open.length > 0) out += `</${open.pop()}>`;
    else if (roll < 7) out += '<!-- giữ nguyên -->';
    else if (roll < 8) out += ' <code>giữ</code> ';
    else if (roll < 9) out += '<wbr>';
    const way = next();
    if (letter === ' ' && way < 10) out += '\r\n\t ';
    else if (letter === '&' || letter === '<') out += letter === '&' ? '&amp;' : '&lt;';
    else if (way < 8) out += `&#${letter.codePointAt(0)};`;
    else if (way < 14) out += `&#x${letter.codePointAt(0)!.toString(16)};`;
    else out += way < 20 ? letter.normalize('NFD') : letter;
  }
  return (
    out +
    open
      .reverse()
      .map((tag) => `</${tag}>`)
      .join('')
  );
}

function asMarkdown(text: string, dice: Iterator<number>): string {
  const next = (): number => dice.next().value;
  return text
    .split(' ')
    .map((word) => {
      const roll = next();
      const plain = [...word.replace(/[\\`*_{}[\]<>#|~!&+.-]/g, '\\$&')];
      if (roll < 8) return `**${word.replace(/[^\p{L}]/gu, '')}**`;
      if (roll < 14 && plain.length > 1) return `<b>${plain[0]}</b>${plain.slice(1).join('')}`;
      if (roll < 20)
        return plain
          .map((letter) => (letter.length === 1 && next() < 30 ? `&#${letter.codePointAt(0)};` : letter))
          .join('');
      if (roll < 23) return `\`giữ\` ${plain.join('')}`;
      if (roll < 26) return `[${plain.join('')}](http://a.vn/giữ "giữ")`;
      return plain.join('') + (roll < 29 ? '\r\n' : '');
    })
    .join(' ')
    .replace(/\n /g, '\n');
}

/** What is left of a source when its prose is taken out: all the markup. */
function markupOf(source: string, prose: ReturnType<typeof readHtml>): string {
  let out = '';
  let last = 0;
  for (let at = 0; at < prose.text.length; at++) {
    const [start, end] = prose.toSource(at, at + 1);
    if (end <= last) continue;
    out += source.slice(last, start);
    last = end;
  }
  return out + source.slice(last);
}

/** Words may come to stand beside white space that was collapsed: only single spaces count. */
const composedOf = (text: string): string => normalize(text, { tonePlacement: false });
const spaced = (text: string): string => composedOf(text).replace(/[^\S\n]+/g, ' ');

function holds(source: string, format: 'html' | 'markdown'): void {
  const read = format === 'html' ? readHtml : readMarkdown;
  const before = read(source);
  const { text: fixed, applied, findings } = fixDocument(source, { format, corrector: reckless });
  const after = read(fixed);
  expect(markupOf(fixed, after)).toBe(markupOf(source, before));
  const composed = composedOf(before.text);
  const wanted = reckless
    .check(composed)
    .map(({ start, end, original, suggestions }) => ({ start, end, original, replacement: suggestions[0].text }));
  expect(findings).toHaveLength(wanted.length);
  // In Markdown a change that would alter what the marks beside it mean is not offered; all others are made.
  const offered = wanted.filter((_, index) => findings[index].suggestions.length > 0);
  if (format === 'html') expect(offered).toHaveLength(wanted.length);
  expect(applied).toHaveLength(offered.length);
  expect(spaced(after.text)).toBe(spaced(applyEdits(composed, offered).text));
}

describe('200 pages, letters as entities and tags inside words at random', () => {
  it('HTML: fix changes only what it says, markup stays byte for byte', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (drawn) => {
        const body = drawn.map(([text, dice]) => `<p class="x">${asHtml(text, dice[Symbol.iterator]())}</p>`);
        holds(
          `\ufeff<!DOCTYPE html>\r\n<html lang="vi"><title>Tin</title><script>let giữ = "giữ";</script>\n${body.join('\r\n')}</html>\n`,
          'html',
        );
      }),
      { numRuns: 200 },
    );
  });
  it('Markdown: the same', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (drawn) => {
        const body = drawn.map(
          ([text, dice], index) =>
            ['', '# ', '> ', '- '][index] +
            asMarkdown(text, dice[Symbol.iterator]()).replace(/\r\n(?=.)/g, index === 1 ? ' ' : '\r\n'),
        );
        holds(`---\ntitle: giữ\n---\n\n${body.join('\n\n')}\n`, 'markdown');
      }),
      { numRuns: 200 },
    );
  });
});

const ARTICLE = '../shared/article/article.txt';

describe.skipIf(!existsSync(ARTICLE))('the real article as a page (skipped where it is not there)', () => {
  const text = existsSync(ARTICLE) ? readFileSync(ARTICLE, 'utf8') : '';
  /** Paragraphs with letters as entities, a tag inside every ninth word, captions, a comment box. */
  const page = (): string => {
    let word = 0;
    const written = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) =>
        line.replace(/&/g, '&amp;').replace(/\p{L}+/gu, (letters) => {
          word++;
          if (word % 9 === 0 && letters.length > 1) return `${letters[0]}<strong>${letters.slice(1)}</strong>`;
          return word % 5 === 0 ? letters.replace(/[à-ỹ]/gu, (letter) => `&#${letter.codePointAt(0)};`) : letters;
        }),
      );
    return `<!DOCTYPE html>\r\n<html lang="vi"><head><style>p{}</style></head><body><main>\r\n${written
      .map((line, index) =>
        index === 4
          ? `<figure><img src="a.jpg" alt="ảnh"><figcaption>${line}</figcaption></figure>`
          : index > 30
            ? `<div class="box"><a href="#">${line}</a></div>`
            : `<p>${line}</p>`,
      )
      .join('\r\n')}\r\n</main><script>var chi = "kêt";</script></body></html>`;
  };
  it('has the same errors at their places in the page, and fix touches nothing else', () => {
    const expected: { edits: { original: string; replacement: string }[] } = JSON.parse(
      readFileSync('../shared/article/expected.json', 'utf8'),
    );
    const corrector = loadCorrector();
    const source = page();
    const rules = ['spelling', 'doubled-word'];
    const found = checkDocument(source, { format: 'html', corrector, rules });
    const plainOf = (part: string): string => readHtml(part).text.trim();
    expect(found.map(({ original, suggestions }) => [plainOf(original), suggestions[0].text])).toEqual(
      expected.edits.map(({ original, replacement }) => [original.trim(), replacement]),
    );
    const fixed = fixDocument(source, { format: 'html', corrector, rules });
    expect(fixed.applied).toHaveLength(expected.edits.length);
    expect(markupOf(fixed.text, readHtml(fixed.text))).toBe(markupOf(source, readHtml(source)));
    const corrected = readFileSync('../shared/article/corrected.txt', 'utf8');
    const flat = (all: string): string => all.replace(/\s+/g, ' ').trim();

    expect(flat(readHtml(fixed.text).text)).toBe(flat(corrected));
  });
});
