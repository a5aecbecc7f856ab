import { removeDiacritics } from '../unicode/index.ts';

/** A stretch where two lines differ: words `[from, to)` of each. */
export interface Difference {
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly targetFrom: number;
  readonly targetTo: number;
}

/** Letters without marks, lower case: how alike two words look. */
const bare = (word: string): string => removeDiacritics(word).toLowerCase();

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  const x = bare(a);
  const y = bare(b);
  if (x === y) return 0.3;
  let previous = Array.from({ length: y.length + 1 }, (_, j) => j);
  for (let i = 1; i <= x.length; i++) {
    const current = [i];
    for (let j = 1; j <= y.length; j++)
      current.push(Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x[i - 1] === y[j - 1] ? 0 : 1)));
    previous = current;
  }
  return 0.4 + (1.2 * previous[y.length]) / Math.max(x.length, y.length, 1);
}

/** Aligns two lines of words at least cost and gives the stretches that differ. O(n m). */
export function alignWords(source: readonly string[], target: readonly string[]): Difference[] {
  const n = source.length;
  const m = target.length;
  const cost = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  for (let i = 1; i <= n; i++) cost[i][0] = i;
  for (let j = 1; j <= m; j++) cost[0][j] = j;
  for (let i = 1; i <= n; i++)
    for (let j = 1; j <= m; j++)
      cost[i][j] = Math.min(
        cost[i - 1][j - 1] + substitution(source[i - 1], target[j - 1]),
        cost[i - 1][j] + 1,
        cost[i][j - 1] + 1,
      );
  const differences: Difference[] = [];
  let i = n;
  let j = m;
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && source[i - 1] === target[j - 1] && Math.abs(cost[i][j] - cost[i - 1][j - 1]) < 1e-9) {
      i--;
      j--;
      continue;
    }
    const sourceTo = i;
    const targetTo = j;
    if (
      i > 0 &&
      j > 0 &&
      Math.abs(cost[i][j] - cost[i - 1][j - 1] - substitution(source[i - 1], target[j - 1])) < 1e-9
    ) {
      i--;
      j--;
    } else if (i > 0 && Math.abs(cost[i][j] - cost[i - 1][j] - 1) < 1e-9) i--;
    else j--;
    differences.push({ sourceFrom: i, sourceTo, targetFrom: j, targetTo });
  }
  return differences.reverse();
}
