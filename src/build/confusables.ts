import { CandidateSource } from '../correct/candidates.ts';
import { Channel } from '../correct/channel.ts';
import { FIRST_WORD } from '../language/ids.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { VocabularyWord } from './collect.ts';

/** For each word, the words it is easily taken for, likeliest first, as one array and where each word's part starts. */
export interface Confusables {
  readonly ids: Uint16Array;
  /** Channel cost of each. */
  readonly costs: Float32Array;
  readonly start: Uint32Array;
}

/** Lists up to `most` confusables a syllable, by channel cost less a share of the logarithm of how common they are. */
export function listConfusables(
  vocabulary: Vocabulary,
  words: readonly VocabularyWord[],
  channelTable: string,
  most: number,
): Confusables {
  const source = new CandidateSource(vocabulary, new Channel(channelTable), { most: 200, limit: 11 });
  const start = new Uint32Array(vocabulary.size + 1);
  const all: number[] = [];
  const prices: number[] = [];
  for (let id = 0; id < vocabulary.size; id++) {
    start[id] = all.length;
    if (id < FIRST_WORD || vocabulary.syllable[id] !== 1) continue;
    const word = words[id - FIRST_WORD];
    const { ids, costs } = source.candidates(word.hash, word.text, 0, word.text.length);
    const order = [...ids.keys()].sort((a, b) => worth(costs[a], ids[a]) - worth(costs[b], ids[b]) || ids[a] - ids[b]);
    for (const k of order.slice(0, most)) {
      all.push(ids[k]);
      prices.push(costs[k]);
    }
  }
  start[vocabulary.size] = all.length;
  function worth(cost: number, id: number): number {
    return cost - 0.5 * Math.log(words[id - FIRST_WORD].count);
  }
  return { ids: Uint16Array.from(all), costs: Float32Array.from(prices), start };
}

/** How many times likelier the best confusable of a word is to have produced it than its own count says. */
export function dominance(
  vocabulary: Vocabulary,
  words: readonly VocabularyWord[],
  channelTable: string,
): (word: VocabularyWord) => number {
  const source = new CandidateSource(vocabulary, new Channel(channelTable), { most: 60, limit: 11 });
  return (word) => {
    const { ids, costs } = source.candidates(word.hash, word.text, 0, word.text.length);
    let best = 0;
    for (let k = 0; k < ids.length; k++) best = Math.max(best, words[ids[k] - FIRST_WORD].count * Math.exp(-costs[k]));
    return best / word.count;
  };
}
