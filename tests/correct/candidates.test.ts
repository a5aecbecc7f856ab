import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CandidateSource } from '../../src/correct/candidates.ts';
import { Channel } from '../../src/correct/channel.ts';
import { FIRST_WORD } from '../../src/language/ids.ts';
import { forEachNearSkeleton } from '../../src/language/skeletons.ts';
import { emptySpelling, skeletonKey, spell, TONES, Vocabulary } from '../../src/language/vocabulary.ts';
import { ALPHABET, hashCodes, hashWord, toggleOpenVowel } from '../../src/text/letters.ts';

const table = readFileSync(new URL('../../dictionaries/source/channel.typed.tsv', import.meta.url), 'utf8');
const words = ['ty', 'tin', 'tay', 'kỳ', 'kim', 'quy', 'quả', 'quyền', 'hành', 'hai'];
const size = words.length + FIRST_WORD;
const vocabulary = new Vocabulary(words, new Uint8Array(size), new Uint8Array(size).fill(1, FIRST_WORD));
const source = (): CandidateSource => new CandidateSource(vocabulary, new Channel(table), { most: 24, limit: 11 });

function candidatesOf(word: string, from = source()): string[] {
  const { ids, costs } = from.candidates(hashWord(word), word, 0, word.length);
  return Array.from(ids, (id, k) => `${vocabulary.text[id]} ${costs[k].toFixed(2)}`);
}

describe('CandidateSource', () => {
  it('reads a word as it is written with i and with y', () => {
    const found = candidatesOf('ti');
    expect(found.map((one) => one.split(' ')[0])).toEqual(expect.arrayContaining(['tin', 'tay']));
    expect(candidatesOf('kì').map((one) => one.split(' ')[0])).toContain('kim');
  });

  it('gives both spellings of a word the same candidates, whichever comes first', () => {
    for (const [i, y] of [
      ['ti', 'ty'],
      ['kì', 'kỳ'],
      ['qui', 'quy'],
    ]) {
      const iFirst = source();
      const yFirst = source();
      expect(candidatesOf(i, iFirst)).toEqual(candidatesOf(y, yFirst));
      expect(candidatesOf(y, iFirst)).toEqual(candidatesOf(i, yFirst));
    }
  });

  it('lists the cheapest first, and itself never', () => {
    for (const word of words) {
      const found = candidatesOf(word);
      const costs = found.map((one) => Number(one.split(' ')[1]));
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
      expect(found.some((one) => one.startsWith(`${word} `))).toBe(false);
    }
  });
});

describe('the cheapest candidates', () => {
  // Many syllables of few letters, so that most are near each other and many cost the same.
  const onsets = ['t', 'th', 'tr', 'n', 'ng'];
  const vowels = [...'aàáảãạăằâấơờớởỡợôốuúưứ'];
  const all = onsets.flatMap((onset) =>
    vowels.flatMap((vowel) => ['', 'n', 'm', 'ng'].map((coda) => onset + vowel + coda)),
  );
  const count = all.length + FIRST_WORD;
  const dense = new Vocabulary(all, new Uint8Array(count), new Uint8Array(count).fill(1, FIRST_WORD));
  const channel = new Channel(table);
  const costOf = (id: number, word: string, limit: number): number => {
    const observed = emptySpelling();
    spell(word, observed);
    const { letters, letterStart, tone } = dense;
    return channel.cost(letters, letterStart[id], letterStart[id + 1], tone[id], observed, limit);
  };

  it.each([1, 5, 24, 400])('are those that weighing each syllable by itself finds, up to %d', (most) => {
    const from = new CandidateSource(dense, channel, { most, limit: 11 });
    for (const word of [...all.filter((_, k) => k % 7 === 0), 'tháhg', 'nợg', 'trậnn', 'htả']) {
      const { ids, costs } = from.candidates(hashWord(word), word, 0, word.length);
      const ranked = Array.from(ids, (id) => ({ id, cost: costOf(id, word, 11) }));
      expect([...costs]).toEqual(ranked.map(({ cost }) => Math.fround(cost)));
      expect(ranked).toEqual([...ranked].sort((a, b) => a.cost - b.cost || a.id - b.id));
      expect(new Set(ids).size).toBe(ids.length);
      const last = ids.length === most ? costs[most - 1] : 11;
      const self = dense.idOf(word);
      const observed = emptySpelling();
      spell(word, observed);
      forEachNearSkeleton(dense, observed.codes, observed.length, (toneless) => {
        for (let tone = 0; tone < TONES; tone++) {
          const id = dense.syllableOf(toneless, tone);
          if (id === 0 || id === self || ids.includes(id)) continue;
          expect(costOf(id, word, 11)).toBeGreaterThanOrEqual(last);
        }
      });
    }
  });

  it('stand beside those that differ in tone alone', () => {
    const bare = (word: string): string => word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '');
    const found = new Set<number>();
    for (const word of all) {
      const observed = emptySpelling();
      spell(word, observed);
      let one = dense.firstOfSkeleton(skeletonKey(observed.codes, observed.length));
      for (; one !== 0; one = dense.nextOfSkeleton(one)) {
        for (let tone = 0; tone < TONES; tone++) {
          const id = dense.syllableOf(one, tone);
          if (id === 0) continue;
          found.add(id);
          expect(dense.tone[id]).toBe(tone);
          expect(bare(dense.text[id])).toBe(bare(dense.text[dense.wordOfToneless(one)]));
        }
      }
    }
    expect(found.size).toBe(all.length);
  });
});

describe('toggleOpenVowel', () => {
  const toggled = (word: string): string | undefined => {
    const spelling = emptySpelling();
    spell(word, spelling);
    const { codes, length, tone } = spelling;
    if (!toggleOpenVowel(codes, length)) return undefined;
    expect(hashCodes(codes, length, tone)).toBe(hashWord(word));
    return Array.from(codes.subarray(0, length), (code) => ALPHABET[code - 1]).join('');
  };

  it.each([
    ['ti', 'ty'],
    ['lý', 'li'],
    ['qui', 'quy'],
    ['y', 'i'],
    ['nghi', 'nghy'],
  ])('%s is %s', (word, other) => {
    expect(toggled(word)).toBe(other);
  });

  it.each(['tin', 'tay', 'tai', 'quyt', 'thuy', 'hành', 'b', ''])('%s has no other', (word) => {
    expect(toggled(word)).toBeUndefined();
  });
});
