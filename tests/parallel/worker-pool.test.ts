import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TimeLimitError, WorkerDiedError, WorkerPool } from '../../src/parallel/worker-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function withPool<Value>(
  jobs: number,
  use: (pool: WorkerPool<number | string, number | string>) => Promise<Value>,
  options: { readonly depth?: number; readonly timeLimit?: number } = {},
): Promise<Value> {
  const module = new URL('./fixture-worker.mjs', import.meta.url);
  const pool = new WorkerPool<number | string, number | string>({ module, jobs, setup: { shared: [1] }, ...options });
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

describe('WorkerPool', () => {
  it('answers each task, more of them than workers', async () => {
    const numbers = Array.from({ length: 50 }, (_, i) => i);
    const answers = await withPool(3, (pool) => Promise.all(numbers.map((number) => pool.run(number))));
    expect(answers).toEqual(numbers.map((number) => number * number));
  });

  it('loses nothing when a worker dies: the task is done again', async () => {
    const task = `die once ${join(folder, 'a')}`;
    await withPool(2, async (pool) => {
      const answers = await Promise.all([pool.run(2), pool.run(task), pool.run(3), pool.run(4)]);
      expect(answers).toEqual([4, 'done', 9, 16]);
      expect(pool.deaths).toBe(1);
    });
  });

  it('gives a task up whose worker dies twice, and goes on', async () => {
    await withPool(1, async (pool) => {
      const results = await Promise.allSettled([pool.run('die'), pool.run(5)]);
      expect(results[0]).toMatchObject({ status: 'rejected', reason: expect.any(WorkerDiedError) });
      expect(results[1]).toEqual({ status: 'fulfilled', value: 25 });
      expect(pool.deaths).toBe(2);
    });
  });

  it('answers with what the handler threw, without a death', async () => {
    await withPool(1, async (pool) => {
      await expect(pool.run('throw')).rejects.toThrow('no such task');
      await expect(pool.run('crash')).rejects.toThrow('undefined');
      await expect(pool.run(3)).resolves.toBe(9);
      expect(pool.deaths).toBe(0);
    });
  });

  it('rejects what is open when it is closed, and what comes after', async () => {
    await withPool(1, async (pool) => {
      const open = [pool.run(1), pool.run(2)].map((promise) => promise.catch((error: Error) => error.message));
      await pool.close();
      expect(await Promise.all(open)).toEqual(['hieudinh: the pool was closed', 'hieudinh: the pool was closed']);
      await expect(pool.run(1)).rejects.toThrow('the pool is closed');
    });
  });

  it.each([[1], [2]])('stops a task that takes too long, and goes on, with depth %i', async (depth) => {
    const use = (pool: WorkerPool<number | string, number | string>) =>
      Promise.allSettled([pool.run('hang'), pool.run(6), pool.run(7)]);
    const results = await withPool(1, use, { depth, timeLimit: 300 });
    expect(results[0]).toMatchObject({ status: 'rejected', reason: expect.any(TimeLimitError) });
    expect(results.slice(1)).toEqual([
      { status: 'fulfilled', value: 36 },
      { status: 'fulfilled', value: 49 },
    ]);
  });

  it('blames no task that only waited when its worker died', async () => {
    const use = (pool: WorkerPool<number | string, number | string>) =>
      Promise.allSettled([pool.run('die'), pool.run(5), pool.run('die'), pool.run(6), pool.run(7)]);
    const results = await withPool(1, use, { depth: 3 });
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : result.reason.name))).toEqual([
      'WorkerDiedError',
      25,
      'WorkerDiedError',
      36,
      49,
    ]);
  });

  it('minds no order of answers', async () => {
    const use = (pool: WorkerPool<number | string, number | string>) =>
      Promise.all([pool.run('later'), pool.run(2), pool.run('later'), pool.run(3)]);
    expect(await withPool(1, use, { depth: 3 })).toEqual(['late', 4, 'late', 9]);
  });

  it.each([[0], [1.5], [Number.NaN]])('refuses %s jobs', (jobs) => {
    const module = new URL('file:///none.mjs');
    expect(() => new WorkerPool({ module, jobs, setup: {} })).toThrow(RangeError);
  });

  it('rejects tasks where the module of its workers is missing', async () => {
    const pool = new WorkerPool({ module: new URL('./missing.mjs', import.meta.url), jobs: 1, setup: {} });
    await expect(pool.run(1)).rejects.toThrow(WorkerDiedError);
    await pool.close();
  });
});
