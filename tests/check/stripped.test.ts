import fc from 'fast-check';
import { expect, it } from 'vitest';
import { looksStripped } from '../../src/correct/stripped.ts';

/** The slow twin: the words are asked one by one. */
function slowly(text: string): boolean {
  const words = text.slice(0, 20_000).match(/\p{L}+/gu) ?? [];
  const lower = words.filter((word) => /\p{Ll}{2}/u.test(word));
  const marked = lower.filter((word) => /[ăâêôơưđ\u1ea0-\u1ef9]/iu.test(word)).length;
  return lower.length >= 4 && marked / lower.length < 0.3;
}

it('looksStripped says of any text what its slow twin says', () => {
  const pieces = 'an Ba ủa đi Đông ÊÊ aB ß ª ʰ é \u0301 𝐚 𝐀 😀 \ud800 \udc00 1 - .'.split(' ');
  const joints = fc.constantFrom('', '', ' ', ' ', '\n');
  const texts = fc.array(fc.tuple(fc.constantFrom(...pieces), joints), { maxLength: 30 });
  let stripped = 0;
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.flat().join('');
      if (slowly(text)) stripped++;
      expect(looksStripped(text)).toBe(slowly(text));
    }),
    // One that is stripped, or chance could make none.
    { numRuns: 2000, examples: [[Array.from({ length: 5 }, () => ['an', ' '] as [string, string])]] },
  );
  expect(stripped).toBeGreaterThan(0);
});

it.each(['a', '𝐚'])('looksStripped reads only the front of a long text, up to the middle of a word of %s', (letter) => {
  for (let length = 19_980; length <= 20_004; length++) {
    const text = `mot hai ba ${' '.repeat(length - 11)}${letter.repeat(4)} của`;
    expect(looksStripped(text)).toBe(slowly(text));
  }
});
