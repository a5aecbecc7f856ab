import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { correctBatch } from '../../src/parallel/correct-many.ts';
import { WorkerDiedError } from '../../src/parallel/worker-pool.ts';

// Workers run the built modules: `npm test` builds first.
const { correctMany, loadCorrector } = (await import(
  pathToFileURL('dist/node.js').href
)) as typeof import('../../src/node.ts');

describe('correctBatch', () => {
  it('fails only the text that kills its workers, and leaves it as it was', async () => {
    const pool = {
      async run(batch: readonly string[]) {
        if (batch.includes('chết')) throw new WorkerDiedError('hieudinh: a worker died twice');
        return batch.map((text) => ({ text: text.toUpperCase(), edits: [], findings: [] }));
      },
    };
    const results = await correctBatch(pool, ['a', 'chết', 'b']);
    expect(results.map(({ text }) => text)).toEqual(['A', 'chết', 'B']);
    expect(results.map(({ error }) => error?.name)).toEqual([undefined, 'WorkerDiedError', undefined]);
    await expect(correctBatch({ run: () => Promise.reject(new Error('other')) }, ['a'])).rejects.toThrow('other');
  });
});

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
