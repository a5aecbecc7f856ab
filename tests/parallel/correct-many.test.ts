import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

// Workers run the built modules: `npm test` builds first.
const { correctMany, loadCorrector } = (await import(
  pathToFileURL('dist/node.js').href
)) as typeof import('../../src/node.ts');

const TEXTS = [
  'Thực hiện các văn bàn chỉ đạo của tỉnh.',
  '',
  'Nhà văn bàn về nghề viết.',
  '\ud800 lẻ loi',
  'Cùng dự có lảnh đạo huyện ủy.',
];

describe('correctMany', () => {
  it('gives what a corrector gives, in order, for iterables of both kinds', async () => {
    const corrector = loadCorrector();
    const many = Array.from({ length: 3000 }, (_, i) => `${TEXTS[i % TEXTS.length]} Số ${i}`);
    const wanted = many.map((text) => corrector.correct(text));
    async function* slowly(): AsyncGenerator<string> {
      yield* many;
    }
    for (const source of [many, slowly()]) {
      const results = [];
      for await (const result of correctMany(source, { jobs: 2 })) results.push(result);
      expect(results).toEqual(wanted);
    }
  });

  it('hands options and terms on', async () => {
    const text = 'Thực hiện các văn bàn chỉ đạo của tỉnh.';
    const options = { jobs: 1, level: 'auto', terms: ['văn bàn'] } as const;
    for await (const result of correctMany([text], options)) expect(result.text).toBe(text);
  });

  it('ends its workers when its reader leaves', async () => {
    function* endless(): Generator<string> {
      for (;;) yield TEXTS[0];
    }
    let count = 0;
    for await (const _ of correctMany(endless(), { jobs: 2 })) if (++count === 10) break;
    expect(count).toBe(10);
  });

  it.each([
    [{ jobs: 0 }, ['a'], RangeError],
    [{ dictionary: 'missing.bin' }, ['a'], /cannot be read: there is no such file/],
    [{}, [1 as unknown as string], TypeError],
  ])('refuses %j', async (options, texts, error) => {
    await expect(correctMany(texts, options).next()).rejects.toThrow(error);
  });
});
