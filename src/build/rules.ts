import type { ChannelEntry } from './channel-learn.ts';

/** Rewrites of more than one letter that people make, both ways, with how many sightings each is taken to be worth. */
const TYPED: readonly (readonly [string, string, number])[] = [
  // Sounds that a region does not tell apart.
  ['ch', 'tr', 4],
  ['d', 'gi', 4],
  ['r', 'gi', 1],
  ['n', 'ng', 4],
  ['n', 'nh', 1.5],
  ['ng', 'nh', 0.5],
  ['uy', 'ui', 1],
  ['ai', 'ay', 0.8],
  ['ao', 'au', 0.5],
  ['iu', 'iêu', 0.4],
  ['im', 'iêm', 0.4],
  ['oi', 'ôi', 0.3],
  ['âu', 'au', 0.5],
  ['ôm', 'om', 0.1],
  ['s', 'th', 0.1],
  // Spellings of one sound.
  ['g', 'gh', 1.5],
  ['ng', 'ngh', 1.5],
  ['gh', 'ngh', 0.3],
  ['ph', 'f', 0.5],
  ['c', 'qu', 0.2],
  ['qu', 'q', 0.3],
  ['h', 'qu', 0.2],
  ['k', 'kh', 0.5],
  ['t', 'ch', 0.6],
  ['c', 'ch', 0.8],
  // Two marks dropped, or a vowel of two.
  ['ươ', 'uo', 1],
  ['ươ', 'ơ', 0.3],
  ['uô', 'uo', 0.5],
  ['uô', 'ô', 0.3],
  ['iê', 'yê', 0.5],
  ['iê', 'i', 0.4],
  ['uê', 'êu', 0.3],
];

/** Rules for text that people typed. */
export const TYPED_RULES: readonly (readonly [intended: string, observed: string, pseudoCount: number])[] =
  TYPED.flatMap(([a, b, weight]) => [[a, b, weight] as const, [b, a, weight] as const]);

/** What a confusion of sounds costs in a scan: far more than one of shapes, and any cost from 7 to 9 found the same. */
const SOUND_COST = 8;

const SOUNDS: readonly (readonly [string, string])[] = [
  ['ch', 'tr'],
  ['s', 'x'],
  ['d', 'gi'],
  ['r', 'gi'],
  ['r', 'd'],
  ['l', 'n'],
  ['n', 'ng'],
  ['n', 'nh'],
  ['c', 't'],
  ['g', 'gh'],
  ['ng', 'ngh'],
];

/** Rules for scans beside those that are learned: what a machine read, a person had typed. */
export const SOUND_RULES: readonly ChannelEntry[] = SOUNDS.flatMap(([a, b]) =>
  [
    [a, b],
    [b, a],
  ].map(([intended, observed]) => ({ kind: 'rule', intended, observed, cost: SOUND_COST, count: 0 })),
);

/** What a letter that an engine read as two costs: nothing else explains `rniễn` or `ngliĩa`, which are no words. */
const SHAPE_COST = 5.5;

/** Letters that look like two others in print, and what they are read as. */
const SHAPES: readonly (readonly [intended: string, observed: string])[] = [
  ['m', 'rn'],
  ['m', 'in'],
  ['m', 'nn'],
  ['m', 'iii'],
  ['n', 'ri'],
  ['n', 'ii'],
  ['u', 'ii'],
  ['u', 'li'],
  ['ư', 'ii'],
  ['h', 'li'],
  ['h', 'ii'],
  ['d', 'cl'],
  ['đ', 'cl'],
  ['b', 'lo'],
  ['k', 'lc'],
  ['a', 'ci'],
  ['y', 'ij'],
];

/** Rules for scans beside those that are learned: letters that fell apart, too seldom in the pairs to be counted. */
export const SHAPE_RULES: readonly ChannelEntry[] = SHAPES.map(([intended, observed]) => ({
  kind: 'rule',
  intended,
  observed,
  cost: SHAPE_COST,
  count: 0,
}));
