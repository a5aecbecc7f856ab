import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapInOrder } from '../../src/parallel/map-in-order.ts';

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
const later = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : new Promise<void>(setImmediate).then(() => later(turns - 1));

describe('mapInOrder', () => {
  it('gives the results in order, and never more open than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), async (turns, ahead) => {
        let open = 0;
        let most = 0;
        const step = async (turn: number): Promise<number> => {
          most = Math.max(most, ++open);
          await later(turn);
          open--;
          return turn * 10;
        };
        expect(await collect(mapInOrder(turns, step, ahead))).toEqual(turns.map((turn) => turn * 10));
        expect(most).toBeLessThanOrEqual(ahead);
      }),
    );
  });

  it('gives what is done while the source keeps it waiting', async () => {
    async function* source(): AsyncGenerator<number> {
      yield 1;
      yield 2;
      await new Promise(() => {});
    }
    const results = mapInOrder(source(), async (item) => item, 5);
    expect((await results.next()).value).toBe(1);
    expect((await results.next()).value).toBe(2);
  });

  it('throws what the source throws, and what a step throws, in its turn', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('source');
    }
    await expect(collect(mapInOrder(broken(), async (item) => item, 2))).rejects.toThrow('source');
    const seen: number[] = [];
    const results = mapInOrder([1, 2, 3], async (item) => (item === 2 ? Promise.reject(new Error('step')) : item), 3);
    await expect(
      (async () => {
        for await (const item of results) seen.push(item);
      })(),
    ).rejects.toThrow('step');
    expect(seen).toEqual([1]);
  });

  it('closes the source when its reader leaves', async () => {
    let closed = false;
    function* source(): Generator<number> {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        closed = true;
      }
    }
    for await (const item of mapInOrder(source(), async (number) => number, 2)) if (item === 3) break;
    expect(closed).toBe(true);
  });
});
