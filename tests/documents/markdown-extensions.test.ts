import fc from 'fast-check';
import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { extensionsFor } from '../../src/documents/markdown-extensions.ts';

type Extension = ReturnType<typeof gfm>;

const eventsOf = (text: string, extension: Extension): string[] =>
  postprocess(
    parse({ extensions: [extension] })
      .document()
      .write(preprocess()(text, undefined, true)),
  ).map(([way, { type, start, end }]) => `${way} ${type} ${start.offset} ${end.offset}`);

const namesOf = (extension: Extension): Set<string | undefined> =>
  new Set(
    Object.values(extension.text ?? {})
      .flat()
      .map((one) => one?.name),
  );

describe('extensionsFor', () => {
  it('gives all where all may be needed, and the parser has them by these names', () => {
    const all = namesOf(gfm());
    expect(namesOf(extensionsFor('a@b.vn HTTPS://a.vn Www.a.vn'))).toEqual(all);
    for (const name of ['emailAutolink', 'wwwAutolink', 'protocolAutolink']) expect(all).toContain(name);
    expect(namesOf(extensionsFor('thư điện tử'))).toEqual(
      new Set([...all].filter((name) => !name?.endsWith('Autolink'))),
    );
    expect(extensionsFor('a')).toBe(extensionsFor('b'));
  });

  it('stops the parser at no letter of a text without addresses', () => {
    expect(
      Object.keys(extensionsFor('a').text ?? {}).filter((code) => Number(code) >= 97 && Number(code) < 123),
    ).toEqual([]);
  });

  // What begins an address, what may stand before and in one, and marks that take part in other constructs.
  const piece = fc.constantFrom(
    'a',
    'é',
    ' ',
    '\n',
    '\n\n',
    '.',
    ':',
    '/',
    '@',
    '_',
    '*',
    '~',
    '|',
    '-',
    '+',
    '1',
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '!',
    '`',
    '&amp;',
    '\\',
    '[^1]',
    '[ ] ',
    '- ',
    'www.',
    'WWW.',
    'ww',
    'w',
    'http',
    'HTTPS',
    'https://',
    'http:',
    'a@b.vn',
    'b.vn',
    '|-|\n',
    'mailto:',
    'xmpp:',
    '&#64;',
    '\0',
  );
  it('makes the parser say what it says with all of them', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        (text) => {
          expect(eventsOf(text, extensionsFor(text))).toEqual(eventsOf(text, gfm()));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
