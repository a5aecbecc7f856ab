import { describe, expect, it } from 'vitest';
import { Analysis } from '../../src/correct/analysis.ts';
import { FEATURE_NAMES } from '../../src/correct/features.ts';
import { PROFILES } from '../../src/correct/profiles.ts';
import { loadDictionary } from '../../src/node.ts';

const dictionary = loadDictionary();
const analysis = new Analysis(dictionary, PROFILES.typed.sensitivity);

/** The features of proposing words (none: leaving the word out) for a word of a text that are not 0, by name. */
function featuresOf(text: string, word: string, proposed: string): Readonly<Record<string, number>> {
  const { tokens } = analysis;
  const place = analysis.analyse(text).find(({ token }) => text.slice(tokens.start[token], tokens.end[token]) === word);
  const proposal = place?.proposals.find(
    ({ ids }) => ids.map((id) => dictionary.vocabulary.text[id]).join(' ') === proposed,
  );
  if (proposal === undefined) throw new Error(`"${proposed}" is not proposed for "${word}" in "${text}"`);
  expect(proposal.row).toHaveLength(FEATURE_NAMES.length);
  return Object.fromEntries(FEATURE_NAMES.map((name, k) => [name, proposal.row[k]]));
}

// The names and the order in which a row is filled are two lists: these are from all parts of both.
describe('fillFeatures', () => {
  const DOUBLED = 'Triển khai các văn bàn của của tỉnh.';
  it.each<[text: string, word: string, proposed: string, ones: string[], zeros: string[]]>([
    [
      DOUBLED,
      'bàn',
      'bản',
      ['tone only', 'word left candidate', 'bigram left candidate'],
      [
        'unknown',
        'word left original',
        'split',
        'join',
        'delete',
        'copied from nearby',
        'rime of a neighbour candidate',
      ],
    ],
    [DOUBLED, 'của', '', ['delete', 'delete adjacent'], ['split', 'join', 'copied from nearby', 'tone only']],
    [DOUBLED, 'của', 'cấp', ['copied from nearby', 'onset of a neighbour candidate'], ['delete', 'join']],
    [
      'Anh th ực hiện',
      'th',
      'thực',
      ['join', 'not a syllable', 'word right candidate'],
      ['delete', 'split', 'unknown'],
    ],
    ['Bà nói lúng bũng.', 'bũng', 'búng', ['unknown', 'rime of a neighbour candidate'], ['all capitals', 'join']],
    ['CÁC VĂN BÀN MỚI', 'BÀN', 'bản', ['all capitals'], ['mixed case', 'title inside sentence']],
  ])('%s: %s, %j', (text, word, proposed, ones, zeros) => {
    const features = featuresOf(text, word, proposed);
    for (const name of ones) expect([name, features[name]]).toEqual([name, 1]);
    for (const name of zeros) expect([name, features[name]]).toEqual([name, 0]);
  });

  it('measures what is written and what is proposed on one scale', () => {
    const features = featuresOf(DOUBLED, 'bàn', 'bản');
    const { vocabulary, ngrams } = dictionary;
    expect(features['log frequency of original']).toBeCloseTo(ngrams.unigram(vocabulary.idOf('bàn')));
    expect(features['log frequency of candidate']).toBeCloseTo(ngrams.unigram(vocabulary.idOf('bản')));
    expect(features['score of candidate'] - features['score of original']).toBeCloseTo(features.gain / 3);
    expect(features['distance of twin']).toBe(0);
    expect(featuresOf(DOUBLED, 'của', '')['distance of twin']).toBe(-1);
  });
});
