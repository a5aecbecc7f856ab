// Dictionaries without one of their parts, to measure what it is worth: see held-out.mjs --without.
import { FEATURE_NAMES } from '../dist/correct/features.js';
import { readContainer, writeContainer } from '../dist/language/container.js';

/** What is left out, by name; each makes new sections of a dictionary's. */
const PARTS = {
  trigrams: (sections) => zeroed(sections, ['TRIG']),
  context: (sections) => zeroed(sections, ['CXOU', 'CXBI', 'CPOU']),
  pairs: (sections) => new Map([...sections].filter(([name]) => !name.startsWith('CP'))),
  lexicon: (sections) => zeroed(sections, ['LEXB']),
  // Every slip as likely as any other of its kind.
  channel: (sections) =>
    new Map([...sections, ...['CHTY', 'CHOC', 'CHST'].map((name) => [name, levelled(sections.get(name))])]),
  // The ranker weighs what n-grams, context and channel say, and nothing else.
  features: (sections) => sections,
};

export const PART_NAMES = Object.keys(PARTS);

/** @throws RangeError where there is no such part */
export function leaveOut(bytes, part) {
  if (PARTS[part] === undefined) throw new RangeError(`no part "${part}", expected one of ${PART_NAMES.join(', ')}`);
  return writeContainer(PARTS[part](readContainer(bytes)));
}

const KEPT = new Set(['gain', 'context gain', 'cost'].map((name) => FEATURE_NAMES.indexOf(name)));

/** Rows of a ranker's examples with all but the three plain scores at zero, which training then passes over. */
export function plainRows(rows) {
  return rows.map((row) => row.map((value, k) => (KEPT.has(k) ? value : 0)));
}

function zeroed(sections, names) {
  return new Map(
    [...sections].map(([name, bytes]) => [name, names.includes(name) ? new Uint8Array(bytes.length) : bytes]),
  );
}

function levelled(bytes) {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const sums = new Map();
  const kindOf = (line) => line.slice(0, line.indexOf('\t'));
  for (const line of lines.filter((one) => one.includes('\t'))) {
    const [sum, count] = sums.get(kindOf(line)) ?? [0, 0];
    sums.set(kindOf(line), [sum + Number(line.split('\t')[3]), count + 1]);
  }
  const level = (line) => {
    const [kind, intended, observed] = line.split('\t');
    const [sum, count] = sums.get(kind);
    return [kind, intended, observed, (sum / count).toFixed(2)].join('\t');
  };
  return new TextEncoder().encode(lines.map((line) => (line.includes('\t') ? level(line) : line)).join('\n'));
}
