import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Channel, IMPOSSIBLE } from '../../src/correct/channel.ts';
import { emptySpelling, type Spelling, spell } from '../../src/language/vocabulary.ts';

const table = readFileSync(new URL('../../dictionaries/source/channel.typed.tsv', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.split('\t').slice(0, 4).join('\t'))
  .join('\n');
const channel = new Channel(table);

const spelled = (word: string): Spelling => {
  const into = emptySpelling();
  spell(word, into);
  return { ...into, codes: into.codes.slice() };
};

function cost(intended: string, observed: string, limit = 25): number {
  const a = spelled(intended);
  return channel.cost(a.codes, 0, a.length, a.tone, spelled(observed), limit);
}

/** The same by plain recursion over what is left of the two words. */
function slowCost(intended: Spelling, observed: Spelling): number {
  const a = [...intended.codes.subarray(0, intended.length)];
  const b = [...observed.codes.subarray(0, observed.length)];
  const memo = new Map<number, number>();
  const best = (i: number, j: number): number => {
    if (i === 0 && j === 0) return 0;
    const key = i * 64 + j;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let least = Number.POSITIVE_INFINITY;
    const take = (di: number, dj: number, price: number): void => {
      if (i >= di && j >= dj) least = Math.min(least, best(i - di, j - dj) + price);
    };
    if (i > 0) take(1, 0, channel.delete[a[i - 1]]);
    if (j > 0)
      take(
        0,
        1,
        j > 1 && b[j - 1] === b[j - 2]
          ? Math.min(channel.insert[b[j - 1]], channel.double[b[j - 1]])
          : channel.insert[b[j - 1]],
      );
    if (i > 0 && j > 0) take(1, 1, channel.letter[a[i - 1] * 64 + b[j - 1]]);
    if (i > 1 && j > 1 && a[i - 1] !== b[j - 1] && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      take(2, 2, channel.swap);
    for (const rule of channel.rulesByHead.flat()) {
      const { intended: from, observed: to } = rule;
      if (i < from.length || j < to.length) continue;
      if (
        from.every((code, k) => a[i - from.length + k] === code) &&
        to.every((code, k) => b[j - to.length + k] === code)
      )
        take(from.length, to.length, rule.cost);
    }
    memo.set(key, least);
    return least;
  };
  return best(a.length, b.length) + channel.tone[intended.tone * 6 + observed.tone];
}

describe('Channel', () => {
  it('costs what plain recursion costs', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aảâchnginrstưuơoộd'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (x, y) => {
        const a = spelled(x);
        const b = spelled(y);
        const slow = Math.abs(a.length - b.length) > 3 ? IMPOSSIBLE : slowCost(a, b);
        const fast = cost(x, y, 22);
        if (slow <= 22) expect(fast).toBeCloseTo(slow, 3);
        else expect(fast).toBe(IMPOSSIBLE);
      }),
    );
  });

  it('costs the same up to its limit, and is impossible above it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aảâchnginrstưuơoộd'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.double({ min: 0, max: 22, noNaN: true }), (x, y, limit) => {
        const a = spelled(x);
        const whole = cost(x, y, 22);
        const limited = channel.cost(a.codes, 0, a.length, a.tone, spelled(y), limit);
        expect(limited).toBe(whole > limit ? IMPOSSIBLE : whole);
      }),
    );
  });

  it('makes what people do cheaper than what they do not', () => {
    expect(cost('tỉnh', 'tỉnh')).toBe(0);
    expect(cost('cũng', 'củng')).toBeLessThan(cost('cũng', 'cúng'));
    expect(cost('trung', 'chung')).toBeLessThan(cost('trung', 'phung'));
    expect(cost('được', 'đươc')).toBeLessThan(cost('được', 'đượm'));
    expect(cost('của', 'cảu')).toBeLessThan(8);
  });

  it('names the line of a table that makes no sense', () => {
    expect(() => new Channel('letter\ta\tb\tfour')).toThrow(/line 1/);
    expect(() => new Channel('# fine\nspin\ta\tb\t4')).toThrow(/line 2: unknown kind "spin"/);
  });
});
