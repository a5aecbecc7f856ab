import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSlips } from '../../src/build/lexicon-source.ts';
import { SOUND_RULES } from '../../src/build/rules.ts';
import { Channel } from '../../src/correct/channel.ts';
import { isVietnameseSyllable, restyleTone } from '../../src/unicode/index.ts';

const FOLDER = new URL('../../dictionaries/source/', import.meta.url);

/** What each file may hold: kinds, and whether every word must be a Vietnamese syllable (names of places and minority people need not). */
const FILES: Record<
  string,
  { kinds: readonly string[]; columns: readonly number[]; syllables: boolean; least: number }
> = {
  'documents.tsv': { kinds: ['document', 'law', 'title'], columns: [2, 3], syllables: true, least: 200 },
  'names.tsv': { kinds: ['surname', 'middle', 'given', 'clan', 'people'], columns: [3], syllables: false, least: 500 },
  'offices.tsv': { kinds: ['body', 'post', 'title'], columns: [3], syllables: true, least: 600 },
  'phrases.tsv': { kinds: ['phrase'], columns: [2], syllables: true, least: 500 },
  'places.tsv': {
    kinds: ['country', 'region', 'water', 'province', 'district', 'commune'],
    columns: [2, 3],
    syllables: false,
    least: 5000,
  },
  'words.tsv': { kinds: ['word'], columns: [2], syllables: true, least: 20000 },
};

/** Tables of what errors cost. */
const CHANNELS = ['channel.ocr.tsv', 'channel.stripped.tsv', 'channel.typed.tsv'];

/** Foreign names and acronyms that terms of the domain hold. */
const NOT_SYLLABLES = /^(?:\p{Lu}+|Lênin|Paris|Olympic|Campuchia|dioxin)$/u;

const rowsOf = (file: string): string[][] =>
  readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split('\t'));

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{M}']+/u).filter(Boolean);

it('covers every source file', () => {
  const others = [
    'judgements.tsv',
    'loans.tsv',
    'misprints.tsv',
    'misspellings.tsv',
    'pages.txt',
    'scans.txt',
    'sentences.tsv',
    'slips.tsv',
    'syllables.tsv',
    'variants.tsv',
  ];
  expect(readdirSync(FOLDER).sort()).toEqual([...CHANNELS, ...Object.keys(FILES), ...others].sort());
});

describe('syllables.tsv', () => {
  const rows = rowsOf('syllables.tsv');

  it('is sorted syllables, each with a phrase that holds it', () => {
    const syllables = rows.map(([syllable, phrase, ...rest]) => {
      expect(rest, syllable).toEqual([]);
      expect(isVietnameseSyllable(syllable), syllable).toBe(true);
      expect(restyleTone(syllable.normalize('NFC'), 'old')).toBe(syllable);
      expect(wordsOf(phrase.toLowerCase()), phrase).toContain(syllable);
      return syllable;
    });
    expect(syllables).toEqual([...new Set(syllables)].sort());
    expect(syllables.length).toBeGreaterThan(1400);
  });

  it('has what words.tsv lacks', () => {
    const listed = new Set(rowsOf('words.tsv').flatMap(([word]) => wordsOf(word)));
    expect(rows.map(([syllable]) => syllable).filter((syllable) => listed.has(syllable))).toEqual([]);
  });
});

describe('sentences.tsv', () => {
  it('is sorted sentences of composed letters, once each', () => {
    const sentences = rowsOf('sentences.tsv').map(([sentence, ...rest]) => {
      expect(rest).toEqual([]);
      expect(sentence.normalize('NFC')).toBe(sentence);
      expect(sentence.trim()).toBe(sentence);
      return sentence;
    });
    expect(sentences).toEqual([...new Set(sentences)].sort());
    expect(sentences.length).toBeGreaterThan(500);
  });
});

describe.each(['misspellings.tsv', 'misprints.tsv'])('%s', (file) => {
  it('is sorted words of as many syllables as the right ones, none of which the list of words has', () => {
    const words = new Set(rowsOf('words.tsv').map(([word]) => word));
    const rows = rowsOf(file);
    for (const [wrong, right, ...rest] of rows) {
      expect(rest, wrong).toEqual([]);
      expect(wrong).not.toBe(right);
      expect(words, wrong).not.toContain(wrong);
      expect(wordsOf(wrong).length, wrong).toBe(wordsOf(right).length);
      for (const word of wordsOf(`${wrong} ${right}`)) expect(isVietnameseSyllable(word), word).toBe(true);
    }
    const wrongs = rows.map(([wrong]) => wrong);
    expect(wrongs).toEqual([...new Set(wrongs)].sort());
  });

  it('holds nothing that is right in a row of either list, or stands in the other', () => {
    const both = [...rowsOf('misspellings.tsv'), ...rowsOf('misprints.tsv')];
    const wrongs = both.map(([wrong]) => wrong);
    expect(new Set(wrongs).size).toBe(wrongs.length);
    expect(both.filter(([, right]) => wrongs.includes(right))).toEqual([]);
  });
});

describe('loans.tsv', () => {
  it('is sorted lower-case words that are no syllables of their own, once each', () => {
    const words = rowsOf('loans.tsv').map(([word]) => word);
    expect(words).toEqual([...new Set(words)].sort());
    for (const word of words) expect(word, word).toMatch(/^\p{Ll}+$/u);
  });
});

describe('slips.tsv', () => {
  it('is sorted sentences, each with a wrong word that is in it, once each', () => {
    const sentences = rowsOf('slips.tsv').map(([sentence, wrong, right, ...rest]) => {
      expect(rest).toEqual([]);
      expect(sentence.normalize('NFC')).toBe(sentence);
      expect(wordsOf(sentence.toLowerCase())).toContain(wrong.toLowerCase());
      expect(right).not.toBe(wrong);
      return sentence;
    });
    expect(sentences).toEqual([...new Set(sentences)].sort());
    expect(readSlips(FOLDER.pathname)).toHaveLength(sentences.length);
  });
});

describe('variants.tsv', () => {
  const rows = rowsOf('variants.tsv');

  it('is sorted pairs of different syllables, in one direction', () => {
    const keys = rows.map((row) => row.join('\t'));
    expect(keys).toEqual([...new Set(keys)].sort());
    const pairs = rows.map((row) => row.slice(0, 2).join('\t'));
    for (const [spelling, common, kind, kept, ...rest] of rows) {
      expect(rest).toEqual([]);
      expect(spelling).not.toBe(common);
      for (const word of [spelling, common]) expect(isVietnameseSyllable(word), word).toBe(true);
      expect(pairs).not.toContain(`${common}\t${spelling}`);
      expect([undefined, 'older']).toContain(kind);
      // Pairs of words in which the older spelling stays.
      for (const phrase of kept?.split(', ') ?? []) {
        expect(phrase.split(' ')).toHaveLength(2);
        expect(phrase.split(' ')).toContain(spelling);
      }
    }
  });
});

describe.each(CHANNELS)('%s', (file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const rows = rowsOf(file);

  it('opens with a comment that names columns and licence', () => {
    expect(text).toMatch(/^# [^\n]*Columns: [^\n]*Licence: MIT\.\n/);
  });

  it('is sorted, each error once, and every cost is a positive number', () => {
    const keys = rows.map((row) => row.slice(0, 3).join('\t'));
    expect(new Set(keys).size).toBe(keys.length);
    const order = [...rows].sort((a, b) => {
      for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
      return 0;
    });
    expect(rows).toEqual(order);
    for (const row of rows) expect(Number(row[3])).toBeGreaterThan(0);
  });

  it('is a table that the channel reads', () => {
    expect(
      () =>
        new Channel(
          text
            .split('\n')
            .map((line) => line.split('\t').slice(0, 4).join('\t'))
            .join('\n'),
        ),
    ).not.toThrow();
  });
});

describe.each(Object.entries(FILES))('%s', (file, { kinds, columns, syllables, least }) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const rows = rowsOf(file);

  it('opens with a comment that names the licence, and ends with one line feed', () => {
    expect(text).toMatch(/^# [^\n]*Columns: [^\n]*Licence: MIT\.\n/);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/\n\n|\r/);
    expect(rows.length).toBeGreaterThanOrEqual(least);
  });

  it('is sorted, each term once', () => {
    const terms = rows.map((row) => row[0]);
    expect(terms).toEqual([...new Set(terms)].sort());
  });

  it('is NFC, trimmed, single-spaced', () => {
    expect(text.normalize('NFC')).toBe(text);
    const bad = rows
      .flat()
      .filter((cell) => cell === '' || cell !== cell.trim() || / {2}|[^\p{L}\p{N} ,;'()/+-]/u.test(cell));
    expect(bad).toEqual([]);
  });

  it('has the columns and kinds it states', () => {
    expect(rows.filter((row) => !columns.includes(row.length) || !kinds.includes(row[1]))).toEqual([]);
  });

  it('places tone marks in the old style', () => {
    expect(
      rows.map((row) => row[0]).filter((term) => wordsOf(term).some((word) => restyleTone(word, 'old') !== word)),
    ).toEqual([]);
  });

  it.runIf(syllables)('is made of well-formed syllables', () => {
    const bad = rows
      .map((row) => row[0])
      .filter((term) => wordsOf(term).some((word) => !isVietnameseSyllable(word) && !NOT_SYLLABLES.test(word)));
    expect(bad).toEqual([]);
  });
});

it('writes words and types of documents in lower case, names with a capital on each part', () => {
  expect(rowsOf('words.tsv').filter(([word]) => word !== word.toLowerCase())).toEqual([]);
  const documents = rowsOf('documents.tsv').filter(([, kind]) => kind === 'document');
  expect(documents.filter(([text]) => text !== text.toLowerCase())).toEqual([]);
  expect(documents.filter(([text, , named]) => named !== text[0].toUpperCase() + text.slice(1))).toEqual([]);
  expect(rowsOf('names.tsv').filter(([name]) => !/^\p{Lu}/u.test(name))).toEqual([]);
});

it('gives words of two to four syllables, each once whatever way i and y are written', () => {
  const sizes = rowsOf('words.tsv').map(([word]) => word.split(' ').length);
  expect(Math.min(...sizes)).toBe(2);
  expect(Math.max(...sizes)).toBe(4);
});

it('does not teach the slips that it is there to find', () => {
  const terms = new Set(Object.keys(FILES).flatMap((file) => rowsOf(file).map(([text]) => text)));
  for (const slip of [
    'văn bàn',
    'chi đạo',
    'cũng cố',
    'đông bào',
    'Tình ủy',
    'sữa chữa',
    'sữa đổi',
    'xử dụng',
    'dự luận',
    'giao động',
    'nổ lực',
    'vô hình chung',
  ])
    expect(terms.has(slip), slip).toBe(false);
  for (const right of [
    'văn bản',
    'chỉ đạo',
    'củng cố',
    'đồng bào',
    'Tỉnh ủy',
    'sửa chữa',
    'sử dụng',
    'dư luận',
    'nỗ lực',
  ])
    expect(terms.has(right), right).toBe(true);
});

describe('channel.ocr.tsv', () => {
  it('has what is set by hand for scans, as the builder would put it there', () => {
    const rows = rowsOf('channel.ocr.tsv');
    for (const { kind, intended, observed, cost, count } of SOUND_RULES)
      expect(rows).toContainEqual([kind, intended, observed, cost.toFixed(2), String(count)]);
  });
});
