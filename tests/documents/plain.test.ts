import { describe, expect, it } from 'vitest';
import { checkDocument, fixDocument, readPlain } from '../../src/documents/index.ts';

const SENTENCE = 'Quang cảnh đại hội tại trung tâm hội nghị tỉnh.';

describe('a text with comments that silence rules', () => {
  it('loses a repeated line that holds one, whole', () => {
    const source = `${SENTENCE}\n\nx\n\n${SENTENCE} <!-- hieudinh-disable-next casing -->\n\ny\n`;
    const options = { rules: ['repeated-block'] };
    const [finding] = checkDocument(source, options).filter(({ rule }) => rule === 'repeated-block');
    expect(finding.suggestions[0].edits?.[0].original).toBe(`${SENTENCE} <!-- hieudinh-disable-next casing -->\n\n`);
    expect(fixDocument(source, options)).toMatchObject({ text: `${SENTENCE}\n\nx\n\ny\n`, skipped: [] });
  });

  it('offers no edit of a comment', () => {
    const source = 'a <!-- hieudinh-disable --> b';
    const prose = readPlain(source);
    expect(prose.editInSource(0, source.length, 'a b')).toBeUndefined();
    expect(prose.editInSource(0, 1, 'x')).toEqual({ start: 0, end: 1, original: 'a', replacement: 'x' });
  });

  it.each([
    '<!-- hieudinh-disable ',
    '<!-- hieudinh-disable-next -->',
    '<!-- hieudinh-disable-next --> ',
    '<!-- x --><!--',
    '<!--',
  ])(
    'of nothing but %j is read in its length',
    (piece) => {
      const source = `<!-- hieudinh-disable -->${piece.repeat(100_000)}`;
      expect(readPlain(source).text).toHaveLength(source.length);
    },
    5_000,
  );
});
