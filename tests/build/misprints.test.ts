import { describe, expect, it } from 'vitest';
import { findMisprints } from '../../src/build/misprints.ts';
import { pairsOf } from '../../src/build/misspellings.ts';
import { FIRST_WORD, ID_BOUNDARY } from '../../src/language/ids.ts';
import { Vocabulary } from '../../src/language/vocabulary.ts';

const WORDS = ['tương', 'lai', 'lại', 'nước', 'mắm', 'trong', 'của', 'đi', 'về', 'sau', 'này'];
const syllable = new Uint8Array(WORDS.length + FIRST_WORD).fill(1);
const vocabulary = new Vocabulary(WORDS, new Uint8Array(WORDS.length + FIRST_WORD), syllable);
const idOf = (word: string): number => vocabulary.idOf(word);

/** Only "lai" and "lại" are confused, at a cost of 5. */
const confusables = (() => {
  const start = new Uint32Array(vocabulary.size + 1);
  const ids: number[] = [];
  for (let id = 0; id < vocabulary.size; id++) {
    start[id] = ids.length;
    if (id === idOf('lai')) ids.push(idOf('lại'));
    if (id === idOf('lại')) ids.push(idOf('lai'));
  }
  start[vocabulary.size] = ids.length;
  return { ids: Uint16Array.from(ids), costs: new Float32Array(ids.length).fill(5), start };
})();

/** A model of context that speaks for "lai" wherever "tương" is near, but not where "mắm" is. */
const context = {
  reach: 4,
  near: [] as number[],
  sure: 6,
  look(ids: ArrayLike<number>, length: number, at: number): void {
    this.near = Array.from({ length }, (_, k) => ids[k]).filter((_, k) => k !== at);
  },
  score(id: number): number {
    if (id !== idOf('lai')) return 0;
    return this.near.includes(idOf('mắm')) ? -3 : this.sure;
  },
};

const corpusOf = (...sentences: readonly string[]): Uint16Array =>
  Uint16Array.from(
    sentences.flatMap((sentence) => [ID_BOUNDARY, ID_BOUNDARY, ...sentence.split(' ').map(idOf), ID_BOUNDARY]),
  );
const times = (count: number, sentence: string): string[] => new Array<string>(count).fill(sentence);

const find = (listed: readonly string[], claims: readonly string[], ...sentences: readonly string[]) =>
  findMisprints(
    corpusOf(...sentences),
    vocabulary,
    confusables,
    pairsOf(claims, idOf),
    pairsOf(listed, idOf),
    context,
    12,
  ).map(({ wrong, right, count, rightCount }) => {
    const text = (ids: readonly number[]): string => ids.map((id) => vocabulary.text[id]).join(' ');
    return `${text(wrong)} > ${text(right)}, ${count} to ${rightCount}`;
  });

describe('findMisprints', () => {
  const right = times(120, 'trong tương lai của');
  const wrong = times(4, 'về tương lại này');

  it('finds what stands again and again for a word that context speaks for', () => {
    expect(find(['tương lai'], [], ...right, ...wrong)).toEqual(['tương lại > tương lai, 4 to 120']);
  });

  it.each([
    ['what is in the lexicon itself', find(['tương lai', 'tương lại'], [], ...right, ...wrong)],
    ['what context is against', find(['tương lai'], [], ...right, ...times(4, 'nước mắm tương lại đi'))],
    ['what shares a syllable with another word', find(['tương lai'], ['lại này'], ...right, ...wrong)],
    ['what stands too often to be a slip', find(['tương lai'], [], ...times(60, 'tương lai'), ...wrong)],
    ['what stands twice', find(['tương lai'], [], ...right, ...times(2, 'về tương lại này'))],
    ['a pair that is in no lexicon, unless it is very common', find([], [], ...right, ...wrong)],
  ])('passes over %s', (_, found) => expect(found).toEqual([]));

  it('asks for more where the right pair is in no lexicon', () => {
    // Common enough, but context is not sure enough of it.
    const common = times(400, 'trong tương lai của');
    expect(find([], [], ...common, ...wrong)).toEqual([]);
    context.sure = 8;
    expect(find([], [], ...common, ...wrong)).toEqual(['tương lại > tương lai, 4 to 400']);
    context.sure = 6;
  });
});
