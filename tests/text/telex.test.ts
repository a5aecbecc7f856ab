import { describe, expect, it } from 'vitest';
import { ALPHABET } from '../../src/text/letters.ts';
import { readTelex, writeTelex } from '../../src/text/telex.ts';

/** Letters and number of the tone: `hay4`. */
const read = (keys: string): string | undefined => {
  const reading = readTelex(keys);
  return reading && reading.codes.map((code) => ALPHABET[code - 1]).join('') + reading.tone;
};

describe('readTelex', () => {
  it.each([
    ['tieengs', 'tiêng2'],
    ['dduowcj', 'đươc5'],
    ['truwowcs', 'trươc2'],
    ['nghixa', 'nghia4'],
    ['vậyj', 'vây5'],
    // Two tone keys: the second takes the place of the first, the same one again changes nothing.
    ['hayfx', 'hay4'],
    ['vuxj', 'vu5'],
    ['Bafij', 'bai5'],
    ['toanss', 'toan2'],
  ])('reads %s', (keys, letters) => expect(read(keys)).toBe(letters));

  it.each(['trang', 'VN', 's', ''])('finds no key in “%s”', (word) => expect(readTelex(word)).toBeUndefined());

  it('reads back what writeTelex writes', () => {
    for (const [word, letters] of [
      ['người', 'ngươi1'],
      ['nghĩa', 'nghia4'],
      ['đường', 'đương1'],
      ['khuỷu', 'khuyu3'],
    ])
      expect(read(writeTelex(word)), word).toBe(letters);
  });
});
