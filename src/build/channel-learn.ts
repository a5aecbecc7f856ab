import { BASE_OF, emptySpelling, spell } from '../language/vocabulary.ts';
import { ALPHABET } from '../text/letters.ts';

/** A word that was meant and what came out instead. */
export interface WordPair {
  readonly intended: string;
  readonly observed: string;
}

/** One line of a channel table. */
export interface ChannelEntry {
  readonly kind: string;
  readonly intended: string;
  readonly observed: string;
  readonly cost: number;
  /** How often it was seen, by the alignments. */
  readonly count: number;
}

export interface ChannelLearnOptions {
  /** Which confusions to expect before anything is seen: people at keyboards, or an OCR engine. */
  readonly prior: 'typed' | 'ocr';
  readonly rules: readonly (readonly [intended: string, observed: string, pseudoCount: number])[];
}

const letterOf = (code: number): string => ALPHABET[code - 1] ?? '';

/** Neighbours on a QWERTY keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
function adjacent(a: string, b: string): boolean {
  for (let r = 0; r < 3; r++) {
    const i = ROWS[r].indexOf(a);
    if (i < 0) continue;
    for (let q = Math.max(0, r - 1); q <= Math.min(2, r + 1); q++) {
      const j = ROWS[q].indexOf(b);
      if (j >= 0 && Math.abs(j - i + (q - r) * 0.5) <= 1) return true;
    }
  }
  return false;
}

const PHONETIC = new Set([
  's x',
  'x s',
  'l n',
  'n l',
  'c t',
  't c',
  'i y',
  'y i',
  'c k',
  'k c',
  'd v',
  'v d',
  'r g',
  'g r',
  'm n',
  'n m',
  'o u',
  'u o',
  'c n',
  'n c',
  'i e',
  'b v',
  'v b',
]);
const SHAPES = new Set([
  'l i',
  'i l',
  'l t',
  't l',
  'e c',
  'c e',
  'h b',
  'b h',
  'n u',
  'u n',
  'g q',
  'q g',
  'n r',
  'v y',
  'y v',
  'a o',
  'o a',
  'o e',
  'e o',
  'c o',
  'f t',
  't f',
  'r t',
  't r',
  'i t',
  't i',
  's a',
  'a s',
  'd đ',
  'đ d',
  'h n',
  'n h',
  'm n',
  'n m',
  'u i',
  'h i',
  'k h',
  'b d',
]);

/** What one slip weighs before counting, relative to a tone slip of 1. */
function letterPrior(a: number, b: number, prior: 'typed' | 'ocr'): number {
  const x = letterOf(a);
  const y = letterOf(b);
  if (BASE_OF[a] === BASE_OF[b]) {
    // A mark that is dropped is likelier than one that is put on.
    const dropped = BASE_OF[a] === b;
    return prior === 'ocr' ? (dropped ? 1 : 0.7) : dropped ? 1.5 : 0.6;
  }
  const s = letterOf(BASE_OF[a]);
  const t = letterOf(BASE_OF[b]);
  if (prior === 'ocr') return SHAPES.has(`${s} ${t}`) ? 0.3 : 0.02;
  if (PHONETIC.has(`${x} ${y}`)) return 1;
  return adjacent(s, t) ? 0.15 : 0.015;
}

/**
 * Learns a channel from word pairs by hard expectation-maximisation: align each pair by the cheapest path, count what
 * turned into what, turn the counts into costs, and again. Costs are minus the log of (count + prior) over the sum for
 * the letter that was meant, errors only: how likely a word is to be wrong at all is not the channel's to say.
 */
export function learnChannel(pairs: readonly WordPair[], options: ChannelLearnOptions): ChannelEntry[] {
  const prior = new Map<string, number>();
  const put = (key: string, weight: number): void => void prior.set(key, (prior.get(key) ?? 0) + weight);
  for (let a = 1; a <= 33; a++) {
    for (let b = 1; b <= 33; b++)
      if (a !== b) put(`letter\t${letterOf(a)}\t${letterOf(b)}`, letterPrior(a, b, options.prior));
    const vowel = 'aeiouy'.includes(letterOf(BASE_OF[a]));
    put(`insert\t\t${letterOf(a)}`, vowel ? 0.15 : 0.1);
    put(`double\t\t${letterOf(a)}`, options.prior === 'typed' ? 0.4 : 0.1);
    put(`delete\t${letterOf(a)}\t`, 0.3);
  }
  put('swap\t\t', options.prior === 'typed' ? 8 : 0.3);
  for (let a = 0; a < 6; a++)
    for (let b = 0; b < 6; b++)
      if (a !== b) put(`tone\t${a}\t${b}`, (a === 3 && b === 4) || (a === 4 && b === 3) ? 6 : b === 0 ? 3 : 1.5);
  for (const [intended, observed, weight] of options.rules) put(`rule\t${intended}\t${observed}`, weight);

  let counts = new Map<string, number>();
  let cost = costs(prior, counts);
  for (let round = 0; round < 4; round++) {
    counts = new Map();
    for (const pair of pairs)
      for (const key of alignment(pair, cost, options)) counts.set(key, (counts.get(key) ?? 0) + 1);
    cost = costs(prior, counts);
  }
  return [...cost]
    .map(([key, value]) => {
      const [kind, intended, observed] = key.split('\t');
      return { kind, intended, observed, cost: value, count: counts.get(key) ?? 0 };
    })
    .filter((entry) => entry.cost < 11);
}

/**
 * Short rewrites that the letter-by-letter alignment explains only by two or more errors side by side, seen at least
 * `minimum` times: `rn` for `m`, `ir` for `ư`.
 */
export function mineRules(
  pairs: readonly WordPair[],
  prior: 'typed' | 'ocr',
  minimum: number,
): [intended: string, observed: string, pseudoCount: number][] {
  const options: ChannelLearnOptions = { prior, rules: [] };
  const cost = new Map(learnChannel(pairs, options).map((e) => [`${e.kind}\t${e.intended}\t${e.observed}`, e.cost]));
  const seen = new Map<string, number>();
  for (const pair of pairs) {
    const steps = alignmentSteps(pair, cost, options);
    for (let from = 0; from < steps.length; from++) {
      if (steps[from].key === '') continue;
      let intended = '';
      let observed = '';
      let errors = 0;
      for (let to = from; to < steps.length && steps[to].key !== ''; to++) {
        intended += steps[to].intended;
        observed += steps[to].observed;
        errors++;
        const next = steps[to + 1];
        if (
          errors > 1 &&
          (next === undefined || next.key === '') &&
          intended.length >= 1 &&
          intended.length <= 3 &&
          observed.length >= 1 &&
          observed.length <= 3
        ) {
          const key = `${intended}\t${observed}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      }
      while (from + 1 < steps.length && steps[from + 1].key !== '') from++;
    }
  }
  return [...seen].filter(([, n]) => n >= minimum).map(([key]) => [...(key.split('\t') as [string, string]), 0.2]);
}

/** Total of all errors is the mass: a cost says how likely this error is among all errors that a word can have. */
function costs(prior: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): Map<string, number> {
  const occurrences = new Map<string, number>();
  let errors = 0;
  for (const [key, weight] of prior) {
    const n = weight + (counts.get(key) ?? 0);
    errors += n;
    occurrences.set(key, n);
  }
  const result = new Map<string, number>();
  for (const [key, n] of occurrences) {
    const intended = key.split('\t')[1];
    // Rare letters have few errors because they are rare: divide by how often the letter is written.
    const exposure = /^\d$/.test(intended) ? TONE_SHARE[Number(intended)] : intended === '' ? 1 : letterShare(intended);
    result.set(key, Math.max(0.4, -Math.log(n / errors / (exposure * 12))));
  }
  return result;
}

/** Shares of the tones in running text, from the news part of the corpus. */
const TONE_SHARE = [0.33, 0.2, 0.19, 0.09, 0.05, 0.14];
const SHARES: Record<string, number> = {
  n: 0.14,
  h: 0.1,
  t: 0.08,
  c: 0.07,
  i: 0.08,
  g: 0.08,
  a: 0.07,
  o: 0.045,
  đ: 0.025,
  m: 0.03,
  u: 0.035,
  à: 0.02,
};
const letterShare = (letters: string): number => {
  let share = 1;
  for (const letter of letters) share = Math.min(share, SHARES[letter] ?? 0.015);
  return share * (letters.length > 1 ? 0.6 : 1);
};

/** The cheapest explanation of a pair as a list of table keys, errors only; empty where there is none. */
export function alignment(pair: WordPair, cost: ReadonlyMap<string, number>, options: ChannelLearnOptions): string[] {
  const steps = alignmentSteps(pair, cost, options);
  if (steps.length === 0) return [];
  const a = emptySpelling();
  const b = emptySpelling();
  spell(pair.intended, a);
  spell(pair.observed, b);
  const keys = steps.map((step) => step.key).filter((key) => key !== '');
  return a.tone === b.tone ? keys : [`tone\t${a.tone}\t${b.tone}`, ...keys];
}

interface AlignmentStep {
  readonly intended: string;
  readonly observed: string;
  /** Key of the error in the table; empty where the letter is right. */
  readonly key: string;
}

function alignmentSteps(
  pair: WordPair,
  cost: ReadonlyMap<string, number>,
  options: ChannelLearnOptions,
): AlignmentStep[] {
  const a = emptySpelling();
  const b = emptySpelling();
  if (!spell(pair.intended, a) || !spell(pair.observed, b)) return [];
  const x = [...a.codes.subarray(0, a.length)].map(letterOf);
  const y = [...b.codes.subarray(0, b.length)].map(letterOf);
  const n = x.length;
  const m = y.length;
  const best = Array.from({ length: n + 1 }, () => new Array<number>(m + 1).fill(Number.POSITIVE_INFINITY));
  const step: (readonly [number, number, string] | undefined)[][] = Array.from({ length: n + 1 }, () =>
    new Array(m + 1).fill(undefined),
  );
  best[0][0] = 0;
  const relax = (i: number, j: number, di: number, dj: number, key: string): void => {
    const total = best[i - di][j - dj] + (key === '' ? 0 : (cost.get(key) ?? 14));
    if (total < best[i][j]) {
      best[i][j] = total;
      step[i][j] = [di, dj, key];
    }
  };
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (i > 0 && j > 0) relax(i, j, 1, 1, x[i - 1] === y[j - 1] ? '' : `letter\t${x[i - 1]}\t${y[j - 1]}`);
      if (i > 0) relax(i, j, 1, 0, `delete\t${x[i - 1]}\t`);
      if (j > 0) relax(i, j, 0, 1, `insert\t\t${y[j - 1]}`);
      if (j > 1 && y[j - 1] === y[j - 2]) relax(i, j, 0, 1, `double\t\t${y[j - 1]}`);
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]) relax(i, j, 2, 2, 'swap\t\t');
      for (const [intended, observed] of options.rules) {
        if (i < intended.length || j < observed.length) continue;
        if (
          x.slice(i - intended.length, i).join('') === intended &&
          y.slice(j - observed.length, j).join('') === observed
        )
          relax(i, j, intended.length, observed.length, `rule\t${intended}\t${observed}`);
      }
    }
  }
  if (best[n][m] > 24) return [];
  const steps: AlignmentStep[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const [di, dj, key] = step[i][j]!;
    steps.push({ intended: x.slice(i - di, i).join(''), observed: y.slice(j - dj, j).join(''), key });
    i -= di;
    j -= dj;
  }
  return steps.reverse();
}
