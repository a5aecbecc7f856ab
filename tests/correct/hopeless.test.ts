import { describe, expect, it } from 'vitest';
import type { Sensitivity } from '../../src/correct/analysis.ts';
import { DELETE, type Draft, SPLIT, SUBSTITUTE } from '../../src/correct/features.ts';
import { Hopeless } from '../../src/correct/hopeless.ts';
import { Passage } from '../../src/correct/passage.ts';
import { PROFILES } from '../../src/correct/profiles.ts';
import { Vocabulary } from '../../src/language/vocabulary.ts';
import { TokenBuffer } from '../../src/text/scan.ts';

const vocabulary = new Vocabulary(['ma', 'jeans'], new Uint8Array(7), Uint8Array.of(0, 0, 0, 0, 0, 1, 0));
const KNOWN = 5;
const FOREIGN = 6;

const hopelessIn = (sensitivity: Sensitivity): Hopeless =>
  new Hopeless(vocabulary, sensitivity, new TokenBuffer(), new Passage(vocabulary.size));

const draft = (kind: number, copied = false): Draft => ({ kind, ids: [KNOWN], span: 1, cost: 5, copied, gain: 0 });

describe('what no ranker is asked about', () => {
  it.each<
    [what: string, draft: Draft, worth: number, best: number, contextGain: number, original: number, out: boolean]
  >([
    ['a word that n-grams and context speak against', draft(SUBSTITUTE), -1, -1, -1, KNOWN, true],
    ['one that context speaks for', draft(SUBSTITUTE), -1, -1, 1, KNOWN, false],
    ['one that n-grams speak for more than context against', draft(SUBSTITUTE), 4, 4, -5, KNOWN, false],
    ['one that context speaks against more', draft(SUBSTITUTE), 4, 4, -9, KNOWN, true],
    ['one far behind another', draft(SUBSTITUTE), 1, 12, 9, KNOWN, true],
    ['a word copied over another, of which more is asked', draft(SUBSTITUTE, true), -1, 12, 1, KNOWN, true],
    ['one that has as much', draft(SUBSTITUTE, true), -1, 12, 2, KNOWN, false],
    ['what stands for an unknown word', draft(SUBSTITUTE), -9, -9, -9, 0, false],
    ['and for a foreign one', draft(SUBSTITUTE), -9, -9, -9, FOREIGN, false],
    ['a split', draft(SPLIT), -30, 5, -9, KNOWN, false],
    ['a word left out', draft(DELETE), -30, 5, -9, KNOWN, false],
  ])('%s', (_, one, worth, best, contextGain, original, out) => {
    expect(hopelessIn(PROFILES.edited.sensitivity).is(one, worth, best, contextGain, original)).toBe(out);
  });

  it('is nothing in text that lost its marks, where n-grams know nothing yet', () => {
    expect(hopelessIn(PROFILES.stripped.sensitivity).is(draft(SUBSTITUTE), -30, 30, -30, KNOWN)).toBe(false);
  });
});
