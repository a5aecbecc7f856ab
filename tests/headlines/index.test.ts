import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runDedupeGroup, runDedupeKey, runDedupeLines } from '../../src/cli/dedupe-lines.ts';
import { COMMON_WORDS } from '../../src/headlines/common-words.ts';
import {
  compareHeadlines,
  DuplicateIndex,
  groupHeadlines,
  HeadlineGroups,
  headlineShuffleKeys,
  ShuffleGroups,
} from '../../src/headlines/index.ts';
import { KeyTable, NOTHING } from '../../src/headlines/key-table.ts';
import { hashOf, mix } from '../../src/headlines/letters.ts';

/** Few words, so that many pairs are near the threshold. */
const word = fc.constantFrom(
  'cầu',
  'sông',
  'Mã',
  'Lát',
  'Hoá',
  'Hòa',
  'Hoa',
  'cáu',
  'Liverpool',
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
/** In capitals or in none, all words are names or none is: what is equal then is near to different others. */
const casing = fc.constantFrom('as it is', 'as it is', 'upper', 'lower');
const title = fc.tuple(fc.array(word, { maxLength: 16 }), casing).map(([words, how]) => {
  const text = words.join(' ');
  return how === 'upper' ? text.toUpperCase() : how === 'lower' ? text.toLowerCase() : text;
});
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

  it('tell equal headlines apart of which one is in capitals, where names decide', async () => {
    const said = 'đoàn kiểm tra việc phòng chống bão lụt ở các vùng ven sông ven biển tại';
    const line = fc
      .tuple(fc.constantFrom('Hoằng Hoá', 'Hoằng Hoà', 'Hoang Hoa', 'Mường Lát', 'Quan Sơn'), casing)
      .map(([name, how]) => (how === 'upper' ? `${said} ${name}`.toUpperCase() : `${said} ${name}`));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (all) => {
        const expected = bruteGroups(all, 0.7);
        expect(groupHeadlines(all)).toEqual(expected);
        const records = await run(runDedupeKey, all.map((one) => `${one}\n`).join(''));
        const reduced = (await run(runDedupeGroup, records.reverse().join('\n'))).map((record) =>
          JSON.parse(record).ids.map((id: string) => Number(id) - 1),
        );
        expect(reduced).toEqual(expected);
        const index = new DuplicateIndex();
        all.forEach((one, at) => {
          const before = all.flatMap((other, id) => (id < at && compareHeadlines(other, one).same ? [String(id)] : []));
          expect(index.add(String(at), one).sort()).toEqual(before);
        });
      }),
    );
  });

  it('come from lines, and from map and reduce, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(titles, fc.integer(), async (all, seed) => {
        const expected = groupHeadlines(all);
        const text = all.map((line) => `${line}\n`).join('');
        const lines = (await run(runDedupeLines, text)).map((line) =>
          JSON.parse(line).lines.map((one: number) => one - 1),
        );
        expect(lines).toEqual(expected);
        // Any order of the records, as a shuffle may bring them.
        const rank = (line: string) => mix(seed ^ hashOf(line));
        const records = await run(runDedupeKey, text);
        const shuffled = records.sort((a, b) => rank(a) - rank(b)).join('\n');
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

describe('a crowd of headlines that are candidates of each other', () => {
  /** Three rare words, of which the keys are made, are the same in all; only each second one is near the one before. */
  const common = COMMON_WORDS.split(' ');
  const crowd = Array.from({ length: 60 }, (_, at) => {
    const own = common.slice((at >> 1) * 8, (at >> 1) * 8 + 8);
    if (at % 2 === 1) own.pop();
    return `wax way waz ${own.join(' ')}`;
  });

  it('is grouped the same in any order, even where searches are given up, and says that they were', () => {
    const named = (order: readonly string[], groups: readonly number[][]) =>
      groups
        .map((group) =>
          group
            .map((at) => order[at])
            .sort()
            .join('|'),
        )
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(crowd, { minLength: crowd.length }), (order) => {
        const some = new HeadlineGroups({ mostCandidates: 3 });
        const same = new HeadlineGroups({ mostCandidates: 3 });
        for (const one of order) some.add(one);
        for (const one of crowd) same.add(one);
        expect(named(order, some.groups())).toEqual(named(crowd, same.groups()));
        expect(some.incomplete).toBe(same.incomplete);
        expect(some.incomplete).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
    const all = new HeadlineGroups({ mostCandidates: Infinity });
    for (const one of crowd) all.add(one);
    expect(all.groups().length).toBeGreaterThan(20);
    expect(all.groups()).toEqual(bruteGroups(crowd, 0.7));
    expect(all.incomplete).toBe(0);
  });

  it('is counted by the index and by the reduce step', () => {
    const index = new DuplicateIndex({ mostCandidates: 3 });
    crowd.forEach((one, at) => {
      index.add(String(at), one);
    });
    expect(index.incomplete).toBeGreaterThan(0);
    const groups = new ShuffleGroups(0.7, 3);
    crowd.forEach((one, at) => {
      for (const key of headlineShuffleKeys(one)) groups.add(key, String(at), one);
    });
    expect(groups.incomplete).toBeGreaterThan(0);
  });

  it('made from one template is one group without being looked through', () => {
    const words = 'mot hai trong hoi dua thuyen tren song ma sang nay co dong nguoi xem';
    const groups = new HeadlineGroups({ mostCandidates: 1 });
    for (let at = 0; at < 500; at++)
      groups.add(`${words} x${[...String(at)].map((digit) => 'bcdghklmnt'[+digit]).join('')}`);
    expect(groups.groups()).toHaveLength(1);
    expect(groups.incomplete).toBe(0);
  });
});

describe('KeyTable', () => {
  it('holds what a map of arrays holds', () => {
    const entries = fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.nat(5)), { maxLength: 4000 });
    fc.assert(
      fc.property(entries, fc.constantFrom(1, 2048, 0x10000), (all, factor) => {
        const table = new KeyTable();
        const plain = new Map<number, number[]>();
        for (const [number, slot] of all) {
          // Keys that fall into few places of the table, and into many.
          const key = Math.imul(number, factor);
          table.add(key, slot);
          plain.set(key, [slot, ...(plain.get(key) ?? [])]);
        }
        for (const [key, slots] of plain) {
          const found: number[] = [];
          for (let value = table.find(key); value !== NOTHING; value = table.after(value))
            found.push(table.slotOf(value));
          expect(found).toEqual(slots);
        }
        expect(table.find(0x7fff_fff1)).toBe(NOTHING);
      }),
      { numRuns: 30 },
    );
  });

  it('grows past its first size', () => {
    const table = new KeyTable();
    for (let key = 0; key < 10_000; key++) table.add(key * 7919, key);
    for (let key = 0; key < 10_000; key++) expect(table.slotOf(table.find(key * 7919))).toBe(key);
  });
});

describe('headlines of any length', () => {
  it('are found by the index as by brute force, where short meet long', () => {
    const word = fc.nat(30).map((at) => `w${String.fromCharCode(97 + at / 6, 97 + (at % 6))}`);
    const base = fc.array(word, { minLength: 1, maxLength: 70 });
    const edited = fc.tuple(base, fc.array(fc.tuple(fc.nat(100), fc.option(word)), { maxLength: 12 }));
    const family = edited.map(([words, edits]) => {
      const other = [...words];
      for (const [at, put] of edits) {
        if (put === null) other.splice(at % (other.length + 1), 1);
        else other.splice(at % (other.length + 1), 0, put);
      }
      return [words.join(' '), other.join(' ')];
    });
    fc.assert(
      fc.property(fc.array(family, { maxLength: 6 }), fc.constantFrom(0.5, 0.7, 0.9), (families, threshold) => {
        const all = families.flat();
        expect(groupHeadlines(all, { threshold })).toEqual(bruteGroups(all, threshold));
      }),
      { numRuns: 200 },
    );
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
          expect(index.add(String(at), one)).toEqual(before);
        });
      }),
    );
  });

  /** The obvious twin: a list, every one compared. */
  class PlainIndex {
    entries: { id: string; title: string; time: number }[] = [];
    window: number;
    constructor(window: number) {
      this.window = window;
    }
    add(id: string, title: string, time: number): string[] {
      const found = this.entries.filter(
        (one) => Math.abs(one.time - time) <= this.window && compareHeadlines(one.title, title).same,
      );
      this.entries.push({ id, title, time });
      // A stable sort: those of one time stay in the order in which they were added.
      return found.sort((a, b) => a.time - b.time).map((one) => one.id);
    }
    remove(id: string): boolean {
      const before = this.entries.length;
      this.entries = this.entries.filter((one) => one.id !== id);
      return this.entries.length < before;
    }
  }

  const id = fc.nat(12).map(String);
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('add' as const), id, title, time: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), id }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('removeBefore' as const), time: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('store' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('merge' as const), titles: fc.array(title, { maxLength: 4 }) }),
    },
  );

  it('does through adding, removing, merging and storing what a plain list does', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom(3, Infinity), (steps, window) => {
        let index = new DuplicateIndex({ window });
        const plain = new PlainIndex(window);
        for (const one of steps) {
          if (one.do === 'add') {
            if (index.has(one.id)) expect(() => index.add(one.id, one.title, one.time)).toThrow(RangeError);
            else {
              expect(index.add(one.id, one.title, one.time)).toEqual(plain.add(one.id, one.title, one.time));
            }
          } else if (one.do === 'remove') expect(index.remove(one.id)).toBe(plain.remove(one.id));
          else if (one.do === 'removeBefore') {
            const old = plain.entries.filter((entry) => entry.time < one.time);
            expect(index.removeBefore(one.time)).toBe(old.length);
            for (const entry of old) plain.remove(entry.id);
          } else if (one.do === 'store') index = DuplicateIndex.fromBytes(index.toBytes());
          else {
            const other = new DuplicateIndex();
            one.titles.forEach((text, at) => {
              other.add(String(at + 6), text, at);
              if (!plain.entries.some((entry) => entry.id === String(at + 6))) plain.add(String(at + 6), text, at);
            });
            index.merge(other);
          }
          expect(index.size).toBe(plain.entries.length);
        }
        expect(index.incomplete).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('answers oldest first, and with the last ones where there are more than the limit', () => {
    const index = new DuplicateIndex({ limit: 2 });
    for (const [at, time] of [5, 1, 9, 3].entries()) index.add(String(at), 'Khánh thành cầu Cẩm Vân', time);
    expect(index.add('new', 'Khánh thành cầu Cẩm Vân', 10)).toEqual(['3', '2']);
  });

  it('answers in the order of adding where there is no time', () => {
    const index = new DuplicateIndex();
    const said = 'Khánh thành cầu Cẩm Vân bắc qua sông Mã ở xã Cẩm Vân';
    for (const [id, title] of [
      ['a', said],
      ['b', `${said} hôm nay`],
      ['c', said],
    ])
      index.add(id, title);
    expect(index.add('d', said)).toEqual(['a', 'b', 'c']);
    expect(DuplicateIndex.fromBytes(index.toBytes()).add('e', said)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves the room of removed ones, and still knows the others', () => {
    const index = new DuplicateIndex();
    const said = (at: number) => `Tin số ${at} về cầu Cẩm Vân`;
    for (let at = 0; at < 6000; at++) index.add(String(at), said(at), at);
    expect(index.removeBefore(5000)).toBe(5000);
    expect(index.size).toBe(1000);
    expect(index.add('a', said(5500))).toEqual(['5500']);
    expect(index.add('b', said(100))).toEqual([]);
  });

  it.each([{ window: -1 }, { window: Number.NaN }, { limit: 0 }, { threshold: 0.3 }, { mostCandidates: 0 }])(
    'refuses %j',
    (options) => {
      expect(() => new DuplicateIndex(options)).toThrow(RangeError);
    },
  );

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
    expect(DuplicateIndex.fromBytes(new DuplicateIndex({ mostCandidates: Infinity, window: 3 }).toBytes()).size).toBe(
      0,
    );
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
