import { describe, expect, it } from 'vitest';
import type { VocabularyWord } from '../../src/build/collect.ts';
import { attestedSyllables, distrusted } from '../../src/build/trust.ts';
import { hashWord } from '../../src/text/letters.ts';
import { isVietnameseSyllable } from '../../src/unicode/index.ts';

const word = (text: string, capitalShare: number): VocabularyWord => ({
  text,
  hash: hashWord(text),
  count: 20,
  capitalShare,
});

describe('distrusted', () => {
  it.each<[text: string, why: string, capitalShare: number, times: number, leftOut: boolean]>([
    ['bấc', 'a list has it, however much it looks like a slip', 0, 1000, false],
    ['chuẫn', 'a slip of a commoner word more often than not', 0, 9, true],
    ['múc', 'a rare word', 0, 5, false],
    ['binh', 'a name that looks like a slip', 0.9, 100, false],
    ['nguyến', 'a name that looks too much like one', 0.9, 200, true],
    ['nghành', 'no syllable, with marks, and rather a slip', 0, 2, true],
    ['môtơ', 'no syllable, with marks, and rather itself', 0, 0.5, false],
    ['gun', 'without marks, it may be foreign', 0, 2, false],
  ])('%s: %s', (text, _, capitalShare, times, leftOut) => {
    const candidate = word(text, capitalShare);
    expect(distrusted([candidate], attestedSyllables(['gió bấc']), () => times, isVietnameseSyllable)).toEqual([
      leftOut,
    ]);
  });
});
