import { fingerprintOf, type LexiconTables, PAIR_PLACE, PAIR_TERM, PAIR_WORD, pairHash } from '../language/lexicon.ts';
import type { Vocabulary } from '../language/vocabulary.ts';

/** Share of slots that are filled at most. */
const LOAD = 0.6;

/** Turns the reviewed lines, `kind<TAB>text`, into the table of pairs that a dictionary holds. */
export function lexiconTables(lines: readonly string[], vocabulary: Vocabulary): LexiconTables {
  const pairs = new Map<number, number>();
  const terms: string[] = [];
  for (const line of lines) {
    const [kind, text] = line.split('\t');
    const bit = kind === 'word' ? PAIR_WORD : kind === 'place' || kind === 'name' ? PAIR_PLACE : PAIR_TERM;
    if (bit === PAIR_TERM) terms.push(text);
    let previous = 0;
    for (const syllable of text.split(' ')) {
      const id = vocabulary.idOf(syllable);
      if (id !== 0 && previous !== 0) {
        const key = pairHash(previous, id);
        pairs.set(key, (pairs.get(key) ?? 0) | bit);
      }
      previous = id;
    }
  }
  let room = 1024;
  while (room * LOAD < pairs.size) room *= 2;
  const keys = new Uint16Array(room);
  const kinds = new Uint8Array(room);
  for (const [key, bits] of pairs) {
    const fingerprint = fingerprintOf(key);
    let at = key & (room - 1);
    while (keys[at] !== 0 && keys[at] !== fingerprint) at = (at + 1) & (room - 1);
    keys[at] = fingerprint;
    kinds[at] |= bits;
  }
  return { keys, kinds, terms };
}
