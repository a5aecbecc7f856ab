import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anyText } from './shared.ts';

const CHUNK = 1 << 14;
/** Letters and marks, whole and decomposed, with what never composes between them. */
const PIECES =
  'a e o u ư ê ơ ậ b  \n漢 \ud800 \u0301 \u0302 \u0323 \u031b \u0306 \u0341 e\u0302\u0323 o\u031b\u0301'.split(' ');
const decomposed = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

/** The slow twin: looks at one unit after the other, and asks `normalize` what two make. */
function composeSlowly(text: string): string {
  let made = '';
  for (let i = 0; i < text.length; i++) {
    const last = made.at(-1) ?? '';
    const both = /[\u0300-\u0303\u0306\u0309\u031b\u0323]/.test(text[i]) ? (last + text[i]).normalize('NFC') : '';
    made =
      both.length === 1 && /[a-zà-ỹ]/i.test(last) && isVietnamese(both) ? made.slice(0, -1) + both : made + text[i];
  }
  return made;
}

/** One of the vowels of the alphabet, with one tone at most. */
function isVietnamese(letter: string): boolean {
  const parts = letter.toLowerCase().normalize('NFD');
  return /^[aăâeêioôơuưy]$/.test(parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/, '').normalize('NFC'));
}

/** How strings get in and out of arrays: with Node's Buffer, as in a browser, and on a host that has nothing. */
const HOSTS = [
  ['with Buffer', () => {}],
  ['with TextDecoder', () => vi.stubGlobal('Buffer', undefined)],
  [
    'with neither',
    () => {
      vi.stubGlobal('Buffer', undefined);
      vi.stubGlobal('TextDecoder', undefined);
    },
  ],
] as const;

describe.each(HOSTS)('composePairs %s', (_, prepare) => {
  afterEach(() => vi.unstubAllGlobals());
  const load = async () => {
    vi.resetModules();
    prepare();
    return (await import('../../src/unicode/compose.ts')).composePairs;
  };

  it('is what one unit after the other gives', async () => {
    const composePairs = await load();
    fc.assert(
      fc.property(fc.oneof(decomposed, anyText), (text) => {
        const [made, isSettled] = composePairs(text);
        expect(made).toBe(composeSlowly(text));
        if (isSettled) expect(made).toBe(text.normalize('NFC'));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not see where a chunk ends', async () => {
    const composePairs = await load();
    fc.assert(
      fc.property(decomposed, fc.integer({ min: -40, max: 4 }), fc.boolean(), (text, shift, second) => {
        const space = ' '.repeat((second ? 2 : 1) * CHUNK + shift);
        expect(composePairs(space + text)[0]).toBe(space + composeSlowly(text));
        expect(composePairs(text + space + text)[0]).toBe(composeSlowly(text) + space + composeSlowly(text));
      }),
      { numRuns: 150 },
    );
  });
});
