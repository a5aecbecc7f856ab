import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runDedupeGroup, runDedupeKey, runDedupeLines } from '../../src/cli/dedupe-lines.ts';
import { compareHeadlines, DuplicateIndex, groupHeadlines } from '../../src/headlines/index.ts';

/** Few words, so that many pairs are near the threshold. */
const word = fc.constantFrom(
  'cầu',
  'sông',
  'Mã',
  'Lát',
  'khánh',
  'thành',
  'tăng',
  'giảm',
  '3',
  '4',
  'xây',
  'nhà',
  'mới',
  'của',
  'và',
);
const title = fc.array(word, { maxLength: 16 }).map((words) => words.join(' '));
const titles = fc.array(title, { maxLength: 24 });

/** The obvious twin: every pair compared. */
function bruteGroups(all: readonly string[], threshold: number): number[][] {
  const group = all.map((_, index) => index);
  for (let a = 0; a < all.length; a++) {
    for (let b = a + 1; b < all.length; b++) {
      if (!compareHeadlines(all[a], all[b], { threshold }).same) continue;
      const [keep, drop] = [Math.min(group[a], group[b]), Math.max(group[a], group[b])];
      for (let i = 0; i < all.length; i++) if (group[i] === drop) group[i] = keep;
    }
  }
  const groups = byValue(group);
  return [...groups.values()].filter((one) => one.length > 1);
}

function byValue(group: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  group.forEach((root, index) => {
    groups.set(root, [...(groups.get(root) ?? []), index]);
  });
  return groups;
}

async function run(step: typeof runDedupeLines, input: string, field?: string): Promise<string[]> {
  let out = '';
  const output = new Writable({
    write(chunk, _, done) {
      out += chunk;
      done();
    },
  });
  async function* chunks() {
    for (let i = 0; i < input.length; i += 7) yield input.slice(i, i + 7);
  }
  await step({ input: chunks(), output, field });
  return out.split('\n').filter((line) => line !== '');
}

describe('groups', () => {
  it.each([0.5, 0.6, 0.7, 0.8, 1])('are those of brute force at %d', (threshold) => {
    fc.assert(
      fc.property(titles, (all) => {
        expect(groupHeadlines(all, { threshold })).toEqual(bruteGroups(all, threshold));
      }),
      { numRuns: 300 },
    );
  });

  it('come from lines, and from map and reduce, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(titles, async (all) => {
        const expected = groupHeadlines(all);
        const text = all.map((line) => `${line}\n`).join('');
        const lines = (await run(runDedupeLines, text)).map((line) =>
          JSON.parse(line).lines.map((one: number) => one - 1),
        );
        expect(lines).toEqual(expected);
        const shuffled = (await run(runDedupeKey, text)).sort().reverse().join('\n');
        const reduced = (await run(runDedupeGroup, shuffled)).map((line) =>
          JSON.parse(line)
            .ids.map((id: string) => Number(id) - 1)
            .sort((a: number, b: number) => a - b),
        );
        expect(reduced.sort((a, b) => a[0] - b[0])).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('survive hard input', () => {
    const alike = Array.from({ length: 20_000 }, (_, index) => `Kết quả xổ số miền Bắc ngày ${index}`);
    expect(groupHeadlines(alike)).toEqual([]);
    expect(groupHeadlines(Array(20_000).fill('Kết quả xổ số'))[0]).toHaveLength(20_000);
    const long = 'dài '.repeat(1_000_000);
    expect(groupHeadlines([long, '', '\udc00', long, ''])).toEqual([[0, 3]]);
  });
});

describe('DuplicateIndex', () => {
  it('answers with what brute force finds among the earlier ones', () => {
    fc.assert(
      fc.property(titles, (all) => {
        const index = new DuplicateIndex();
        all.forEach((one, at) => {
          const before = all
            .slice(0, at)
            .flatMap((other, id) => (compareHeadlines(other, one).same ? [String(id)] : []));
          expect(index.add(String(at), one).sort()).toEqual(before.sort());
        });
      }),
    );
  });

  it('forgets what is removed or outside the window', () => {
    const index = new DuplicateIndex({ window: 10 });
    expect(index.add('a', 'Khánh thành cầu Cẩm Vân', 0)).toEqual([]);
    expect(index.add('b', 'Khánh thành cầu Cẩm Vân', 5)).toEqual(['a']);
    expect(index.add('c', 'Khánh thành cầu Cẩm Vân', 12)).toEqual(['b']);
    expect(index.remove('b')).toBe(true);
    expect(index.remove('b')).toBe(false);
    expect(index.add('d', 'Khánh thành cầu Cẩm Vân', 13)).toEqual(['c']);
    expect(() => index.add('d', 'x')).toThrow(RangeError);
  });

  it('goes to bytes and back, merges, and refuses damage', () => {
    const index = new DuplicateIndex();
    index.add('a', 'Khánh thành cầu Cẩm Vân \ud800');
    const bytes = index.toBytes();
    const back = DuplicateIndex.fromBytes(bytes);
    expect(back.add('b', 'Khánh thành cầu Cẩm Vân')).toEqual(['a']);
    index.merge(back);
    expect(index.size).toBe(2);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] ^= 1;
      expect(() => DuplicateIndex.fromBytes(damaged)).toThrow(RangeError);
    }
    expect(() => DuplicateIndex.fromBytes(bytes.subarray(0, 5))).toThrow(RangeError);
  });
});
