import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areTwoClauses } from '../../src/headlines/clauses.ts';
import { compareFolded, countShared } from '../../src/headlines/compare.ts';
import { type FoldedHeadline, HeadlineReader } from '../../src/headlines/fold.ts';
import { KeptBlock } from '../../src/headlines/kept-block.ts';
import { mix } from '../../src/headlines/letters.ts';
import { spellNamesOtherwise } from '../../src/headlines/name-spelling.ts';
import { type NearBlock, NearBlocks } from '../../src/headlines/near-blocks.ts';
import { LONGEST_POSTING, RunPostings } from '../../src/headlines/run-postings.ts';
import { headlineBody } from '../../src/headlines/source-marks.ts';

/** The slow twin: lists in a map, and every block of a list compared in full. */
class ComparedBlocks {
  private readonly threshold: number;
  private readonly inLaw: boolean;
  private readonly lists = new Map<number, number[]>();
  private readonly blocks = new Map<number, KeptBlock>();

  constructor(threshold: number, inLaw: boolean) {
    this.threshold = threshold;
    this.inLaw = inLaw;
  }

  nearest(block: KeptBlock): NearBlock | undefined {
    const { folded: read } = block;
    const others = new Set(runsOf(read).flatMap((run) => this.lists.get(run) ?? []));
    for (const of of [...others].sort((a, b) => a - b)) {
      const before = this.blocks.get(of)!;
      const { same, similarity } = compareFolded(before.folded, read, this.threshold);
      if (same && !areTwoClauses(block, before, this.inLaw)) return { of, similarity, reason: 'near' };
      const size = read.words.length;
      const isLonger = size >= 12 && size < before.folded.words.length;
      const isInside =
        isLonger && countShared(read.words, before.folded.words) === size && standsApart(block.text, before.text);
      if (isInside && !spellNamesOtherwise(read, before.folded)) {
        return { of, similarity, reason: 'contained' };
      }
    }
    return undefined;
  }

  add(block: KeptBlock): void {
    const { index } = block;
    this.blocks.set(index, block);
    for (const run of runsOf(block.folded)) {
      const list = this.lists.get(run) ?? [];
      if (list.length < LONGEST_POSTING) this.lists.set(run, [...list, index]);
    }
  }
}

function standsApart(text: string, before: string): boolean {
  const words = text.replaceAll(/[.,]/g, '').split(' ');
  const capitals = words.filter((one) => /^[A-Z]/.test(one)).length;
  // A number has no capital to have.
  const spelled = words.filter((one) => /\p{L}/u.test(one)).length;
  const stop = capitals * 3 < spelled ? /[.,]$/ : /\.$/;
  const all = before.split(' ');
  const bare = all.map((one) => one.replace(/[.,]/, ''));
  return all.some((_, at) => {
    const last = at + words.length - 1;
    const starts = at === 0 || all[at - 1].endsWith('.');
    const stops = last === all.length - 1 || stop.test(all[last] ?? '');
    return starts && stops && words.every((one, i) => one === bare[at + i]);
  });
}

function runsOf({ words }: FoldedHeadline): number[] {
  return [...words].slice(2).map((_, i) => mix(mix(mix(words[i]) ^ words[i + 1]) ^ words[i + 2]));
}

const reader = new HeadlineReader();

/** What both say of each block; only what repeats nothing is remembered, as `dedupe` does. */
function answers(texts: readonly string[], threshold: number, inLaw = false): { fast: unknown[]; slow: unknown[] } {
  const fast = new NearBlocks(threshold, 0, inLaw);
  const slow = new ComparedBlocks(threshold, inLaw);
  const said = { fast: [] as unknown[], slow: [] as unknown[] };
  texts.forEach((text, index) => {
    const block = new KeptBlock(index, text);
    reader.read(text, ...headlineBody(text));
    const found = slow.nearest(block);
    said.slow.push(found);
    said.fast.push(fast.nearest(block, reader));
    if (found !== undefined) return;
    slow.add(block);
    fast.add(block, reader);
  });
  return said;
}

const COMMON = 'của và các là có được trong không một những người cho với đã tại ngày tăng giảm sẽ'.split(' ');
const RARE = Array.from(
  { length: 300 },
  (_, i) => `${'bcdghklmn'[i % 9]}${'aeiou'[i % 5]}${'xzwjf'[i % 4]}${'abcdefg'[i % 7]}q`,
);
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...COMMON) },
  { weight: 5, arbitrary: fc.constantFrom(...RARE) },
  { weight: 1, arbitrary: fc.constantFrom('Hà Nội', 'Liverpool', 'U23', '12', '2020') },
  { weight: 1, arbitrary: fc.constantFrom('xong.', 'rồi,') },
);
const change = fc.record({
  how: fc.constantFrom('drop', 'put', 'move', 'cut', 'part'),
  at: fc.nat(),
  to: fc.nat(),
  word,
});
/** Many a block is no more than a part of another. */
const changes = fc.oneof(
  { weight: 3, arbitrary: fc.array(change, { maxLength: 6 }) },
  { weight: 1, arbitrary: change.map((one) => [{ ...one, how: 'part' as const }]) },
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(words: readonly string[], changes: readonly Change[]): string[] {
  const copy = [...words];
  for (const { how, at, to, word } of changes) {
    const place = at % (copy.length + 1);
    if (how === 'drop') copy.splice(place, 1);
    else if (how === 'put') copy.splice(place, to % 2, word);
    else if (how === 'part') {
      const ends = copy.flatMap((one, i) => (/[.,]$/.test(one) ? [i + 1] : []));
      const marks = [0, ...ends, copy.length];
      copy.splice(0, copy.length, ...copy.slice(marks[at % marks.length], marks.at(-1 - (to % 2))));
    } else if (how === 'move') copy.splice(to % (copy.length + 1), 0, ...copy.splice(place, 1));
    else copy.splice(0, copy.length, ...copy.slice(at % 9, copy.length - (to % 9)));
  }
  return copy;
}

/** Texts of which most are made of another by a few changes. */
const texts = fc
  .tuple(
    fc.array(fc.array(word, { minLength: 3, maxLength: 45, size: 'max' }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(), changes), { maxLength: 60, size: 'max' }),
  )
  .map(([first, planted]) => {
    const all = [...first];
    for (const [of, changes] of planted) all.push(changed(all[of % all.length], changes));
    return all.map((words) => words.join(' '));
  });

describe('NearBlocks', () => {
  it.each([0.5, 0.7, 0.8, 1])('finds what comparing each block in full finds, threshold %d', (threshold) => {
    const reasons = new Map<string | undefined, number>();
    fc.assert(
      fc.property(texts, fc.boolean(), (some, inLaw) => {
        const { fast, slow } = answers(some, threshold, inLaw);
        for (const one of slow as (NearBlock | undefined)[])
          reasons.set(one?.reason, (reasons.get(one?.reason) ?? 0) + 1);
        expect(fast).toEqual(slow);
      }),
      { numRuns: 150 },
    );
    // Else the texts would prove nothing.
    for (const reason of ['contained', undefined, ...(threshold < 1 ? ['near'] : [])]) {
      expect(reasons.get(reason) ?? 0).toBeGreaterThan(20);
    }
  });

  it('finds a repeat of each length up to thousands of words', () => {
    for (const size of [3, 11, 12, 13, 31, 32, 33, 400, 5000]) {
      const words = Array.from(
        { length: size },
        (_, i) => `t${'abcdefghij'[i % 10]}${i.toString(36).replace(/\d/gu, 'y')}`,
      );
      const all = [words, [...words, 'và'], words.slice(1), [...words.slice(0, -2), 'của', 'các'], words.toReversed()];
      const { fast, slow } = answers(
        all.map((one) => one.join(' ')),
        0.8,
      );
      expect(fast).toEqual(slow);
    }
  });

  it('finds no more than the lists hold where most blocks have one opening', () => {
    const opening = 'Theo thông tin từ Sở Giao thông vận tải thành phố'.split(' ');
    const all = Array.from({ length: 3 * LONGEST_POSTING }, (_, i) => [...opening, RARE[3 * i], RARE[3 * i + 1]]);
    for (const of of [0, 31, 32, 33, 90]) all.push([...all[of].slice(0, -1), 'kia'], [...all[of], 'kia']);
    const { fast, slow } = answers(
      all.map((one) => one.join(' ')),
      0.8,
    );
    expect(fast).toEqual(slow);
    expect(new Set(slow).size).toBeGreaterThan(3);
  });

  it('forgets no block that is added without having been asked about', () => {
    const blocks = new NearBlocks(0.8);
    const read = (index: number, text: string): [KeptBlock, HeadlineReader] => {
      reader.read(text, 0, text.length);
      return [new KeptBlock(index, text), reader];
    };
    const other = 'Giá xăng dầu trong nước cùng giảm mạnh';
    blocks.add(...read(4, 'Khánh thành cầu Cẩm Vân sau ba năm'));
    blocks.add(...read(7, other));
    expect(blocks.nearest(...read(8, 'khánh thành cầu Cẩm Vân sau ba năm'))?.of).toBe(4);
    expect(blocks.nearest(...read(9, other))?.of).toBe(7);
  });
});

describe('RunPostings', () => {
  it('holds the first slots of each key, as lists in a map do', () => {
    const key = fc.oneof(fc.integer(), fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 256, 512, -256));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 1000, size: 'max' }), fc.nat(3000), (keys, expected) => {
        const postings = new RunPostings(expected);
        const lists = new Map<number, number[]>();
        keys.forEach((one, slot) => {
          postings.add(one, slot);
          lists.set(one, [...(lists.get(one) ?? []), slot]);
        });
        for (const one of [...keys, 77]) {
          postings.find(one);
          const found = [...postings.slots.subarray(postings.start, postings.end)];
          expect(found).toEqual((lists.get(one) ?? []).slice(0, LONGEST_POSTING));
        }
      }),
    );
  });
});
