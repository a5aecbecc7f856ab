import { describe, expect, it } from 'vitest';
import { lexiconTables } from '../../src/build/lexicon-tables.ts';
import { Lexicon, PAIR_PLACE, PAIR_TERM, PAIR_WORD } from '../../src/language/lexicon.ts';
import { Vocabulary } from '../../src/language/vocabulary.ts';

const ONSETS = 'b ch d đ h kh l m n nh ph r s t th tr v x'.split(' ');
const RIMES = 'a á à ả ã ạ o ó ò ỏ õ ọ an án ang áng em ém'.split(' ');
const words = ONSETS.flatMap((onset) => RIMES.map((rime) => onset + rime)).slice(0, 300);
const vocabulary = new Vocabulary(words, new Uint8Array(305), new Uint8Array(305).fill(1));
const id = (word: string): number => vocabulary.idOf(word);

describe('the lexicon of pairs', () => {
  it('says of which kind a pair is, also where it is of several', () => {
    const lexicon = new Lexicon(
      lexiconTables(['word\tba bá', 'term\tba bá bà', 'place\tbà bả', 'name\tbả bã'], vocabulary),
    );
    expect(lexicon.pair(id('ba'), id('bá'))).toBe(PAIR_WORD | PAIR_TERM);
    expect(lexicon.pair(id('bá'), id('bà'))).toBe(PAIR_TERM);
    expect(lexicon.pair(id('bà'), id('bả'))).toBe(PAIR_PLACE);
    expect(lexicon.pair(id('bả'), id('bã'))).toBe(PAIR_PLACE);
    expect(lexicon.pair(id('bá'), id('ba'))).toBe(0);
    expect(lexicon.terms).toEqual(['ba bá bà']);
  });

  it('has every pair that it was given, and takes hardly another for one', () => {
    const given = new Set<string>();
    for (let i = 0; i < 20_000; i++) given.add(`${words[(i * 7919) % 300]} ${words[(i * 104_729 + i) % 300]}`);
    const lexicon = new Lexicon(
      lexiconTables(
        [...given].map((pair) => `word\t${pair}`),
        vocabulary,
      ),
    );
    let asked = 0;
    let taken = 0;
    for (const first of words) {
      for (const second of words) {
        const found = lexicon.pair(id(first), id(second)) !== 0;
        if (given.has(`${first} ${second}`)) expect(found).toBe(true);
        else {
          asked++;
          if (found) taken++;
        }
      }
    }
    expect(asked).toBeGreaterThan(50_000);
    expect(taken / asked).toBeLessThan(1 / 5000);
  });
});
