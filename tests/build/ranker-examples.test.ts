import { describe, expect, it } from 'vitest';
import { Judgements, lineKey } from '../../src/build/judgements.ts';
import { RankerExamples } from '../../src/build/ranker-examples.ts';
import { PROFILES } from '../../src/correct/profiles.ts';
import { loadDictionary } from '../../src/node.ts';

const dictionary = loadDictionary();
const WRONG = 'Tỉnh đã ban hành các văn bàn chi đạo trong năm nay.';

/** How often each kind of place came out. */
function learned(examples: RankerExamples) {
  return examples.groups.map(({ right, weight, unread }) => ({ wrong: right >= 0, weight, unread: unread === true }));
}

const table = (line: string, ...rows: readonly string[]): Judgements =>
  new Judgements(rows.map((row) => `${lineKey(line)}\t${row}`).join('\n'));

describe('what a ranker learns from', () => {
  it('a marked text: its mistakes, and all else as right, at its weight', () => {
    const examples = new RankerExamples(dictionary, PROFILES.typed);
    const at = WRONG.indexOf('bàn');
    examples.add(WRONG, [{ start: at, end: at + 3, right: 'bản' }], 40);
    expect(learned(examples).filter(({ wrong }) => wrong)).toEqual([{ wrong: true, weight: 40, unread: false }]);
    expect(learned(examples).every(({ weight, unread }) => weight === 40 && !unread)).toBe(true);
    expect(examples.counts).toEqual({ errors: 1, seen: 1, covered: 1 });
  });

  it('a judged text: verdicts at their weight, the rest as text that nobody read', () => {
    const examples = new RankerExamples(dictionary, PROFILES.typed);
    const [bàn, chi] = [WRONG.indexOf('bàn'), WRONG.indexOf('chi ')];
    examples.addJudged(table(WRONG, `${bàn}\t${bàn + 3}\tbản`).ofDocument([WRONG]), 10);
    expect(learned(examples)).toContainEqual({ wrong: true, weight: 10, unread: false });
    expect(learned(examples)).toContainEqual({ wrong: false, weight: 1, unread: true });
    // Kept by a verdict, the same place is no mistake; undecided, it teaches nothing.
    const kept = new RankerExamples(dictionary, PROFILES.typed);
    kept.addJudged(table(WRONG, `${bàn}\t${bàn + 3}\t=`, `${chi}\t${chi + 3}\t=`).ofDocument([WRONG]), 10);
    expect(learned(kept).filter(({ weight }) => weight === 10)).toEqual([
      { wrong: false, weight: 10, unread: false },
      { wrong: false, weight: 10, unread: false },
    ]);
    const open = new RankerExamples(dictionary, PROFILES.typed);
    open.addJudged(table(WRONG, `${bàn}\t${bàn + 3}\t?`).ofDocument([WRONG]), 10);
    expect(open.groups.length).toBe(examples.groups.length - 1);
  });
});
