import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, check, editsOf, fix } from '../../src/check/index.ts';
import { checkDocument, fixDocument } from '../../src/documents/index.ts';
import { BlockCache, blocksOf } from '../../src/page/browser/block-cache.ts';
import { Decisions } from '../../src/page/browser/decisions.ts';
import { segmentsOf } from '../../src/page/browser/segments.ts';
import { guarded, scriptJson, writePage } from '../../src/page/html.ts';

const rules = ['casing', 'tone-style', 'spacing', 'placeholder', 'unit'];
const text = 'Hòa hòa hoà , nặng 5 Kg\nthực hiện Kết Luận số 5 {name}\nUỷ ban\n';

describe('Decisions', () => {
  it('count, and name the next one that is open', () => {
    const decisions = new Decisions(text, check(text, { rules }));
    const { length } = decisions.findings;
    expect(decisions.counts()).toMatchObject({ accepted: 0, rejected: 0, open: length });
    decisions.decide(0, 0);
    decisions.decide(1, 'rejected');
    decisions.decide(length - 1, 5);
    expect(decisions.counts()).toMatchObject({ accepted: 1, rejected: 1, open: length - 2 });
    expect(decisions.nextOpen(0)).toBe(2);
    decisions.decide(0, undefined);
    expect(decisions.nextOpen(length - 1)).toBe(0);
  });
  it('accept a whole rule, but not what is decided or has nothing to accept', () => {
    const decisions = new Decisions('{name} 5 Kg 6 Kg 7 KM', check('{name} 5 Kg 6 Kg 7 KM', { rules }));
    decisions.decide(1, 'rejected');
    expect(decisions.acceptRule('unit')).toBe(2);
    expect(decisions.acceptRule('placeholder')).toBe(0);
    expect(decisions.result().text).toBe('{name} 5 Kg 6 kg 7 km');
    expect(decisions.rejectRule('placeholder')).toBe(1);
    expect(decisions.nextOpen(-1)).toBe(-1);
  });
  it('make the text that fix makes when all is accepted, of a page with markup too', () => {
    const decisions = new Decisions(text, check(text, { rules }));
    for (const index of decisions.findings.keys()) decisions.decide(index, 0);
    expect(decisions.result().text).toBe(fix(text, { rules }).text);
    const page = '<p>Kết <b>L</b>uận số 5, h&ograve;a hoà</p>';
    const own = new Decisions(page, checkDocument(page, { format: 'html', rules }));
    for (const index of own.findings.keys()) own.decide(index, 0);
    expect(own.result().text).toBe(fixDocument(page, { format: 'html', rules }).text);
  });
  it('change just the text of what is accepted', () => {
    const findings = check(text, { rules });
    for (const [index, finding] of findings.entries()) {
      if (finding.suggestions.length === 0) continue;
      const decisions = new Decisions(text, findings);
      decisions.decide(index, 0);
      expect(decisions.result().text).toBe(applyEdits(text, editsOf(finding)).text);
    }
  });
});

describe('segments', () => {
  it('joined are the text, and joined with their replacements the result', () => {
    const findings = check(text, { rules });
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: findings.length, maxLength: findings.length }), (choices) => {
        const decisions = new Decisions(text, findings);
        choices.forEach((chosen, index) => {
          if (chosen) decisions.decide(index, 0);
        });
        const { applied, text: result } = decisions.result();
        const segments = segmentsOf(text, findings, applied);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(segments.map((segment) => segment.replacement ?? segment.text).join('')).toBe(result);
      }),
    );
  });
  it('belong to the shortest finding that covers them', () => {
    const at = (start: number, end: number): ReturnType<typeof check>[number] => ({
      ...check('{name}', { rules })[0],
      start,
      end,
    });
    expect(segmentsOf('abcdef', [at(0, 5), at(1, 3)], []).map(({ text: t, finding }) => `${t}${finding}`)).toEqual([
      'a0',
      'bc1',
      'de0',
      'f-1',
    ]);
  });
});

describe('BlockCache', () => {
  const checked = (block: string): ReturnType<typeof check> => check(block, { rules: ['placeholder', 'unit'] });
  it('asks only for paragraphs that are new, and gives findings where the paragraphs stand now', () => {
    const cache = new BlockCache();
    const first = 'Chào {name}\n\nnặng 5 Kg\n';
    expect(cache.unknownOf(first)).toEqual(['Chào {name}', 'nặng 5 Kg']);
    for (const block of cache.unknownOf(first)) cache.add(block, checked(block));
    const second = `Tít\n${first}`;
    expect(cache.unknownOf(second)).toEqual(['Tít']);
    expect(cache.findingsOf(second).map(({ start, original }) => [start, original])).toEqual(
      checked(second).map(({ start, original }) => [start, original]),
    );
  });
  it('takes over what a check of the whole page found', () => {
    const cache = new BlockCache();
    const page = 'Chào {name}\n\nnặng 5 Kg\n';
    cache.learn(page, checked(page));
    expect(cache.unknownOf(page)).toEqual([]);
    expect(cache.findingsOf(`x\n${page}`)).toEqual(
      checked(`x\n${page}`).map((finding) => ({ ...finding, key: expect.any(String) })),
    );
  });
  it('takes over each finding where it stands, of equal paragraphs the first that has any', () => {
    const cache = new BlockCache();
    const page = 'nặng 5 Kg\nkhông\nChào {name} nặng 6 Kg\nnặng 5 Kg\n\n{name}';
    const findings = checked(page);
    cache.learn(page, findings.slice(1));
    expect(cache.findingsOf(page).map(({ start, original }) => [start, original])).toEqual(
      findings.map(({ start, original }) => [start, original]),
    );
  });
  it('blocks cover all that is no white space', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', 'bc', '\r\n')), (parts) => {
        const whole = parts.join('');
        for (const { start, text: block } of blocksOf(whole))
          expect(whole.slice(start, start + block.length)).toBe(block);
        expect(
          blocksOf(whole)
            .map((block) => block.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(whole.replace(/\s/g, ''));
      }),
    );
  });
});

describe('the page', () => {
  it('holds data and scripts that cannot end their elements', () => {
    const odd = '</script><!-- \u2028 <script>';
    expect(scriptJson(odd)).not.toMatch(/[<\u2028]/);
    expect(JSON.parse(scriptJson(odd))).toBe(odd);
    expect(guarded('x = "</script><!--"; /<\\/SCRIPT/')).not.toMatch(/<\/script|<!--/i);
  });
  it('is as dark by its button as by the system', () => {
    const css = readFileSync('src/page/browser/page.css', 'utf8');
    const dark = [...css.matchAll(/\{([^{}]*color-scheme: dark;[^{}]*)\}/g)].map(([, body]) => body.match(/\S.*;/g));
    expect(dark).toHaveLength(2);
    expect(dark[0]).toEqual(dark[1]);
  });
  it('forbids itself the network, and says its language', () => {
    const page = writePage({ title: '<&>', language: 'vi', css: '', script: '', isEditor: false, data: [] });
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<html lang="vi">');
    expect(page).toContain('<title>&#60;&#38;&#62;</title>');
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  });
});
