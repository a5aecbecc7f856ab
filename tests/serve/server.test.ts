import { once } from 'node:events';
import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import gramma from 'gramma';
import { afterEach, describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../src/check/index.ts';
import type { Finding } from '../../src/finding.ts';
import { AnnotatedText, type Annotation, createLanguageToolServer, type ServeOptions } from '../../src/serve/index.ts';
import { replacementOf, toMatches } from '../../src/serve/languagetool.ts';

/** Finds "sai" and "lỗi" and proposes "đúng". */
function check(text: string): Finding[] {
  return [...text.matchAll(/sai|lỗi/g)].map(({ index, 0: original }) => ({
    rule: original === 'sai' ? 'spelling' : 'doubled-word',
    severity: 'error',
    start: index,
    end: index + 3,
    original,
    message: `"${original}" is wrong`,
    messageVi: `"${original}" viết sai`,
    suggestions: [{ text: 'đúng', confidence: 0.9 }],
    auto: true,
    key: 'k',
  }));
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function listen(options: Partial<ServeOptions> = {}): Promise<string> {
  server = createLanguageToolServer({ check, version: '1.2.3', ...options });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function post(base: string, parameters: Record<string, string>): Promise<Response> {
  return fetch(`${base}/v2/check`, { method: 'POST', body: new URLSearchParams(parameters) });
}
// biome-ignore lint/suspicious/noExplicitAny: the answer is what is tested
const json = async (response: Response): Promise<any> => response.json();

describe('/v2/check', () => {
  it('answers in the shape of LanguageTool', async () => {
    const base = await listen();
    const text = 'Một câu đúng. Một câu sai ở đây.\nCâu ba.';
    const response = await post(base, { text, language: 'vi-VN' });
    expect(response.headers.get('content-type')).toBe('application/json');
    const start = text.indexOf('sai');
    expect(await response.json()).toEqual({
      software: {
        name: 'hieudinh',
        version: '1.2.3',
        buildDate: '',
        apiVersion: 1,
        premium: false,
        premiumHint: '',
        status: '',
      },
      warnings: { incompleteResults: false },
      language: {
        name: 'Vietnamese',
        code: 'vi-VN',
        detectedLanguage: { name: 'Vietnamese', code: 'vi-VN' },
      },
      matches: [
        {
          message: '"sai" viết sai',
          shortMessage: '',
          offset: start,
          length: 3,
          replacements: [{ value: 'đúng' }],
          context: { text: text.replace('\n', ' '), offset: start, length: 3 },
          sentence: 'Một câu sai ở đây.',
          type: { typeName: 'UnknownWord' },
          rule: {
            id: 'HIEUDINH_SPELLING',
            description: 'spelling',
            issueType: 'misspelling',
            category: { id: 'TYPOS', name: 'Possible Typo' },
          },
          ignoreForIncompleteSentence: false,
          contextForSureMatch: 0,
        },
      ],
      sentenceRanges: [
        [0, 13],
        [14, 32],
        [33, 40],
      ],
    });
  });

  it('answers GET, and the path that languagetool.org once had', async () => {
    const base = await listen({ language: 'en' });
    const query = new URLSearchParams({ text: 'sai', language: 'auto' });
    const { matches } = await json(await fetch(`${base}/api/v2/check?${query}`));
    expect(matches[0].message).toBe('"sai" is wrong');
  });

  it('cuts the context of a match, not its letters', async () => {
    const base = await listen();
    const { matches } = await json(
      await post(base, { text: `${'😀'.repeat(30)}sai${'a'.repeat(50)}`, language: 'vi' }),
    );
    const { text, offset, length } = matches[0].context;
    expect(text).toBe(`...${'😀'.repeat(20)}sai${'a'.repeat(40)}...`);
    expect(text.slice(offset, offset + length)).toBe('sai');
  });

  it.each([
    [{ disabledRules: 'HIEUDINH_SPELLING' }, ['lỗi']],
    [{ disabledRules: 'spelling,doubled-word' }, []],
    [{ disabledCategories: 'REPETITIONS' }, ['sai']],
    [{ enabledOnly: 'true', enabledRules: 'doubled-word' }, ['lỗi']],
    [{ enabledOnly: 'true', enabledCategories: 'TYPOS' }, ['sai']],
    [{ enabledRules: 'HIEUDINH_SPELLING' }, ['sai', 'lỗi']],
  ])('tells of the rules that are asked for: %j', async (choice, wanted) => {
    const text = 'sai và lỗi';
    const { matches } = await json(await post(await listen(), { text, language: 'vi', ...choice }));
    const found = matches.map(({ offset, length }: { offset: number; length: number }) =>
      text.slice(offset, offset + length),
    );
    expect(found).toEqual(wanted);
  });

  it('checks annotated text, and answers in offsets of text and markup together', async () => {
    const annotation = [
      { markup: '<p>' },
      { text: 's' },
      { markup: '<b>' },
      { text: 'ai' },
      { markup: '</b><br>', interpretAs: '\n' },
      { text: 'lỗi' },
    ];
    const data = JSON.stringify({ annotation });
    const { matches } = await json(await post(await listen(), { data, language: 'vi' }));
    const source = '<p>s<b>ai</b><br>lỗi';
    const found = matches.map(({ offset, length }: { offset: number; length: number }) =>
      source.slice(offset, offset + length),
    );
    expect(found).toEqual(['s<b>ai', 'lỗi']);
  });

  it.each([
    [400, "Missing 'language'", { text: 'a' }],
    [400, "'en-US' is not a language code", { text: 'a', language: 'en-US' }],
    [400, "Missing 'text' or 'data'", { language: 'vi' }],
    [400, "only 'text' or 'data'", { text: 'a', data: '{}', language: 'vi' }],
    [400, "'data' is no JSON", { data: '{', language: 'vi' }],
    [400, "neither 'text' nor 'annotation'", { data: 'null', language: 'vi' }],
    [400, 'annotation 0 was', { data: '{"annotation":[{"text":1}]}', language: 'vi' }],
    [400, 'annotation 0 was', { data: '{"annotation":[null]}', language: 'vi' }],
    [413, "exceeds the limit of 100 characters (it's 101 characters)", { text: 'a'.repeat(101), language: 'vi' }],
    [413, 'more than 1800 bytes', { text: 'a'.repeat(3000), language: 'vi' }],
  ])('refuses with %i: %s', async (status, message, parameters) => {
    const response = await post(await listen({ mostUnits: 100 }), parameters as Record<string, string>);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(message);
  });

  it('stops reading a body that says nothing of its length and does not end', async () => {
    const base = await listen({ mostUnits: 100 });
    const request = httpRequest(`${base}/v2/check`, { method: 'POST' });
    request.on('error', () => {});
    // One piece, and no end: what is written after the answer may meet a closed connection.
    request.write('a'.repeat(20_000));
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(413);
    request.destroy();
  });

  it('answers 500 when the check fails, 503 when too many wait, and goes on', async () => {
    let finish: (() => void) | undefined;
    const base = await listen({
      mostRequests: 1,
      check: async (text) => {
        if (text === 'hỏng') throw new Error('no memory');
        if (text === 'chờ') await new Promise<void>((resolve) => (finish = resolve));
        return [];
      },
    });
    expect((await post(base, { text: 'hỏng', language: 'vi' })).status).toBe(500);
    const waiting = post(base, { text: 'chờ', language: 'vi' });
    while (finish === undefined) await new Promise(setImmediate);
    expect((await post(base, { text: 'a', language: 'vi' })).status).toBe(503);
    finish();
    expect((await waiting).status).toBe(200);
    expect((await post(base, { text: 'a', language: 'vi' })).status).toBe(200);
  });

  it('answers only requests that are addressed to this machine', async () => {
    const base = await listen();
    const statusOf = async (host: string): Promise<number | undefined> => {
      const request = httpRequest(`${base}/v2/languages`, { headers: { host } });
      request.end();
      const [response] = await once(request, 'response');
      response.resume();
      return response.statusCode;
    };
    expect(await statusOf('localhost:8081')).toBe(200);
    expect(await statusOf('[::1]:8081')).toBe(200);
    expect(await statusOf('attacker.example')).toBe(403);
    expect(await statusOf('127.0.0.1.attacker.example')).toBe(403);
  });
});

describe('the other paths', () => {
  it.each([
    ['/v2/languages', '[{"name":"Vietnamese","code":"vi","longCode":"vi-VN"}]'],
    ['/v2/healthcheck', 'OK'],
    ['/v2/maxtextlength', '100000'],
  ])('%s', async (path, wanted) => {
    expect(await (await fetch(`${await listen()}${path}`)).text()).toBe(wanted);
  });

  it('tells what it is, and what it does not know', async () => {
    const base = await listen();
    expect((await json(await fetch(`${base}/v2/info`))).software).toMatchObject({ name: 'hieudinh', version: '1.2.3' });
    expect((await fetch(`${base}/v3`)).status).toBe(404);
    expect((await fetch(`${base}/v2/languages`, { method: 'DELETE' })).status).toBe(405);
  });

  it('lets pages read answers only where it is told to', async () => {
    const allowed = await fetch(`${await listen({ allowOrigin: 'https://a.example' })}/v2/languages`);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://a.example');
    const closed = await fetch(`${await listen()}/v2/languages`);
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('gramma, a client of LanguageTool', () => {
  it('finds and mends errors in text', async () => {
    const api_url = `${await listen()}/v2/check`;
    const text = 'Câu này sai & có lỗi: 100 %.';
    const { matches } = await gramma.check(text, { api_url, language: 'vi-VN' });
    expect(matches.map(({ word }) => word)).toEqual(['sai', 'lỗi']);
    const changes = matches.map(({ offset, length, replacements }) => ({
      offset,
      length,
      change: replacements[0].value,
    }));
    expect(gramma.replaceAll(text, changes)).toBe('Câu này đúng & có đúng: 100 %.');
  });

  it('checks Markdown, which it sends as annotated text', async () => {
    const api_url = `${await listen()}/v2/check`;
    const text = '# Tiêu đề sai\n\nMột `lỗi` trong [chỗ **lỗi**](http://sai.example).\n';
    const { matches } = await gramma.check(text, { api_url, language: 'vi', markdown: true });
    expect(matches.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(['sai', 'lỗi']);
    expect(matches[1].offset).toBe(text.indexOf('lỗi**'));
  });

  it('leaves out the categories that it turns off', async () => {
    const api_url = `${await listen()}/v2/check`;
    const { matches } = await gramma.check('sai lỗi', { api_url, language: 'vi', rules: { typos: false } });
    expect(matches.map(({ word }) => word)).toEqual(['lỗi']);
  });
});

describe('AnnotatedText', () => {
  it('finds each letter of the text where it stands in the source', () => {
    const piece: fc.Arbitrary<Annotation> = fc.oneof(
      fc.record({ text: fc.string() }),
      fc.record({ markup: fc.string() }),
      fc.record({ markup: fc.string(), interpretAs: fc.string() }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 10 }),
        (pieces, start, length) => {
          const annotated = new AnnotatedText(pieces);
          const source = pieces.map((one) => ('text' in one ? one.text : one.markup)).join('');
          // The twin: for each unit of the text the place in the source, -1 in markup.
          const places: number[] = [];
          let at = 0;
          for (const one of pieces) {
            if ('text' in one) for (let i = 0; i < one.text.length; i++) places.push(at + i);
            else for (let i = 0; i < (one.interpretAs ?? '').length; i++) places.push(-1);
            at += ('text' in one ? one.text : one.markup).length;
          }
          expect(annotated.text.length).toBe(places.length);
          const end = Math.min(places.length, start + length);
          const inside = places.slice(start, end).filter((place) => place >= 0);
          const wanted = inside.length === 0 ? undefined : [inside[0], inside[inside.length - 1] + 1];
          expect(annotated.toSource(start, end)).toEqual(wanted);
          for (const [i, place] of places.entries()) if (place >= 0) expect(source[place]).toBe(annotated.text[i]);
        },
      ),
    );
  });
});

describe('toMatches', () => {
  it('names a kind for each rule, or calls it miscellaneous', () => {
    const choice = {
      enabledRules: [],
      disabledRules: [],
      enabledCategories: [],
      disabledCategories: [],
      enabledOnly: false,
    };
    const [finding] = check('sai');
    const kindOf = (rule: string): string =>
      toMatches('sai', [{ ...finding, rule }], { language: 'en', choice, toSource: (start, end) => [start, end] })[0]
        .rule.category.id;
    const miscellaneous = RULE_IDS.filter((rule) => kindOf(rule) === 'MISC');
    // A new rule is to be given its kind in languagetool.ts, or its place here.
    expect(miscellaneous.sort()).toEqual(['leftover', 'placeholder']);
    expect(kindOf('constructor')).toBe('MISC');
  });
});

describe('replacementOf', () => {
  const finding = { start: 10, end: 16, original: 'T<b>i</' };
  it('writes the text of a suggestion, or its edits where they lie inside of the finding', () => {
    expect(replacementOf(finding, { text: 'Tỉ', confidence: 1 })).toBe('Tỉ');
    const edits = [{ start: 14, end: 15, original: 'i', replacement: 'ỉ' }];
    expect(replacementOf(finding, { text: 'Tỉ', confidence: 1, edits })).toBe('T<b>ỉ</');
  });

  it('has none for what changes the document elsewhere', () => {
    for (const [start, end] of [
      [9, 11],
      [15, 17],
      [40, 41],
    ]) {
      const edits = [{ start, end, original: '', replacement: 'x' }];
      expect(replacementOf(finding, { text: '', confidence: 1, edits })).toBeUndefined();
    }
  });
});
