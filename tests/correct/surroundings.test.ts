import { describe, expect, it } from 'vitest';
import { Analysis } from '../../src/correct/analysis.ts';
import { FEATURE_NAMES } from '../../src/correct/features.ts';
import { PROFILES } from '../../src/correct/profiles.ts';
import { loadDictionary } from '../../src/node.ts';

const analysis = new Analysis(loadDictionary(), PROFILES.typed.sensitivity);

const AFTER = 'word after is the head of a word';
const BEFORE = 'word before is the end of a word';

/** A feature of what is proposed for a word of a text. */
function featureOf(name: string, text: string, word: string): number {
  const { tokens } = analysis;
  const place = analysis.analyse(text).find(({ token }) => text.slice(tokens.start[token], tokens.end[token]) === word);
  if (place === undefined) throw new Error(`"${word}" is not looked at in "${text}"`);
  return place.proposals[0].row[FEATURE_NAMES.indexOf(name)];
}

describe('a neighbour that belongs to another word', () => {
  it.each([
    ['after it, to none', AFTER, 'ngày 5-3, Tình ủy đã họp', 'Tình', 0],
    ['after it, to the next', AFTER, 'hội nghị thông qua nghị quyêt phát triển', 'quyêt', 1],
    ['after it, to the next, which a third may claim', AFTER, 'ngày 5-3, Tình ủy ban hành các văn bản', 'Tình', 0.5],
    ['before it, to the one before', BEFORE, 'nhà văn bàng về tác phẩm', 'bàng', 1],
    ['before it, to one that a third may claim', BEFORE, 'ban hành chính sách cùa nhà nước', 'cùa', 0.5],
  ])('%s', (_, name, text, word, value) => {
    expect(featureOf(name, text, word)).toBe(value);
  });
});
