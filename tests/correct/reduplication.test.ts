import { describe, expect, it } from 'vitest';
import { alliterate, rhyme } from '../../src/correct/reduplication.ts';
import { ID_NAME, ID_UNKNOWN } from '../../src/language/ids.ts';
import { loadDictionary } from '../../src/node.ts';

const { vocabulary } = loadDictionary();
const ids = (pair: string): [number, number] => {
  const [first, second] = pair.split(' ').map((word) => vocabulary.idOf(word));
  expect(first * second).not.toBe(0);
  return [first, second];
};

describe('reduplication', () => {
  it.each([
    ['chòng chọc', true, false],
    ['võ vẽ', true, false],
    ['khe khẽ', true, true],
    ['lúng búng', false, true],
    ['chói lói', false, true],
    ['đo đỏ', true, true],
    // Another onset with the same first letter.
    ['nghe ngóng', false, false],
    ['trong tay', false, false],
    ['thế nào', false, false],
    // No onset to repeat.
    ['ào ạt', false, false],
    ['ầm ĩ', false, false],
  ])('of %s repeats the onset: %s, the rime: %s', (pair, onset, rime) => {
    const [first, second] = ids(pair);
    expect(alliterate(vocabulary, first, second)).toBe(onset);
    expect(alliterate(vocabulary, second, first)).toBe(onset);
    expect(rhyme(vocabulary, first, second)).toBe(rime);
    expect(rhyme(vocabulary, second, first)).toBe(rime);
  });

  it('is none of a word with itself, nor of what is no word', () => {
    const [word] = ids('xanh xanh');
    for (const other of [word, ID_UNKNOWN, ID_NAME, vocabulary.idOf('of')]) {
      expect(alliterate(vocabulary, word, other)).toBe(false);
      expect(rhyme(vocabulary, other, word)).toBe(false);
    }
  });
});
