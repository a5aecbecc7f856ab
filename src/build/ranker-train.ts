import { HIDDEN, LEAK, rankerSize } from '../correct/ranker.ts';
import { randomSource } from './random.ts';

/** The proposals for one place, and which of them is right. */
export interface RankedGroup {
  readonly rows: readonly Float32Array[];
  /** Index of the right proposal, or -1 where the text should stay. */
  readonly right: number;
  readonly weight: number;
  /** Nobody has read the text that says it should stay: it may hold a typo of the corpus. */
  readonly unread?: boolean;
}

/**
 * An unread place that a half-trained ranker would change at odds of four to one is a typo of the corpus oftener than
 * not, and is learned from no more (trimmed loss, as in Shen and Sanghavi 2019).
 */
const TRIM_FROM = 0.5;
const TRIM_BELOW = 0.2;

export interface RankerTrainingOptions {
  readonly features: number;
  readonly epochs: number;
  /**
   * Share of a weight that a step of size 1 takes away, apart from the gradient (Loshchilov and Hutter 2019): against
   * learning by heart where what people marked is little and counts much.
   */
  readonly decay: number;
  readonly seed: number;
  readonly progress: (message: string) => void;
}

/** Step size of Adam at the start. */
const RATE = 0.003;

/** A ranker's networks: how much of its weight each gives to marked text, which is real but little. */
const MARKED_SHARES = [1, 0.3];

/** Trains a ranker's networks on planted and on marked places; what they answer to is in `correct/ranker.ts`. */
export function trainRanker(
  planted: readonly RankedGroup[],
  marked: readonly RankedGroup[],
  options: RankerTrainingOptions,
): Float32Array {
  const networks = MARKED_SHARES.map((share) =>
    trainNetwork([...planted, ...marked.map((group) => ({ ...group, weight: group.weight * share }))], options),
  );
  return Float32Array.from(networks.flatMap((network) => [...network]));
}

/**
 * Trains one network: a conditional logit over "leave it" (score 0) and the proposals, the scores from the network of
 * `ranker.ts`, by Adam (Kingma and Ba 2015) on minibatches of 64 places. Reproducible for a seed.
 */
function trainNetwork(groups: readonly RankedGroup[], options: RankerTrainingOptions): Float32Array {
  const n = options.features;
  const size = rankerSize(n);
  const weights = new Float64Array(size);
  const random = randomSource(options.seed);
  normalise(groups, n, weights);
  const at = 2 * n;
  const bias = at + HIDDEN * n;
  const second = bias + HIDDEN;
  const direct = second + HIDDEN;
  for (let i = at; i < bias; i++) weights[i] = (random() - 0.5) * (2 / Math.sqrt(n));
  for (let h = 0; h < HIDDEN; h++) weights[second + h] = (random() - 0.5) * 0.3;

  const gradient = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const order = Uint32Array.from(groups, (_, i) => i);
  let step = 0;
  const x: Float64Array[] = [];
  const pre: Float64Array[] = [];
  const batch = 64;
  const total = Math.ceil(groups.length / batch) * options.epochs;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    let loss = 0;
    let mass = 0;
    for (let b = 0; b < order.length; b += batch) {
      gradient.fill(0);
      const end = Math.min(order.length, b + batch);
      for (let i = b; i < end; i++) {
        const { rows, right, weight, unread } = groups[order[i]];
        const scores: number[] = [];
        let largest = 0;
        for (let r = 0; r < rows.length; r++) {
          if (x.length <= r) {
            x.push(new Float64Array(n));
            pre.push(new Float64Array(HIDDEN));
          }
          const input = x[r];
          for (let k = 0; k < n; k++) {
            const z = (rows[r][k] - weights[k]) * weights[n + k];
            input[k] = z > 6 ? 6 : z < -6 ? -6 : z;
          }
          let score = weights[direct + n];
          for (let h = 0; h < HIDDEN; h++) {
            let unit = weights[bias + h];
            const row = at + h * n;
            for (let k = 0; k < n; k++) unit += weights[row + k] * input[k];
            pre[r][h] = unit;
            score += weights[second + h] * (unit > 0 ? unit : LEAK * unit);
          }
          for (let k = 0; k < n; k++) score += weights[direct + k] * input[k];
          scores.push(score);
          if (score > largest) largest = score;
        }
        let sum = Math.exp(-largest);
        for (const score of scores) sum += Math.exp(score - largest);
        if (unread && epoch >= options.epochs * TRIM_FROM && Math.exp(-largest) / sum < TRIM_BELOW) continue;
        loss -= weight * ((right < 0 ? 0 : scores[right]) - largest - Math.log(sum));
        mass += weight;
        for (let r = 0; r < rows.length; r++) {
          const error = weight * (Math.exp(scores[r] - largest) / sum - (r === right ? 1 : 0));
          if (Math.abs(error) < 1e-5) continue;
          const input = x[r];
          gradient[direct + n] += error;
          for (let k = 0; k < n; k++) gradient[direct + k] += error * input[k];
          for (let h = 0; h < HIDDEN; h++) {
            const unit = pre[r][h];
            gradient[second + h] += error * (unit > 0 ? unit : LEAK * unit);
            const back = error * weights[second + h] * (unit > 0 ? 1 : LEAK);
            gradient[bias + h] += back;
            const row = at + h * n;
            for (let k = 0; k < n; k++) gradient[row + k] += back * input[k];
          }
        }
      }
      step++;
      const rate = RATE * (1 - (0.97 * step) / total);
      const c1 = 1 - 0.9 ** step;
      const c2 = 1 - 0.999 ** step;
      for (let k = at; k < size; k++) {
        const g = gradient[k] / (end - b);
        m[k] = 0.9 * m[k] + 0.1 * g;
        v[k] = 0.999 * v[k] + 0.001 * g * g;
        weights[k] -= rate * (m[k] / c1 / (Math.sqrt(v[k] / c2) + 1e-8) + options.decay * weights[k]);
      }
    }
    options.progress(`ranker epoch ${epoch + 1}: loss ${(loss / mass).toFixed(4)} over ${groups.length} places`);
  }
  return Float32Array.from(weights);
}

/** Mean and inverse deviation of each feature over all proposals. */
function normalise(groups: readonly RankedGroup[], n: number, weights: Float64Array): void {
  const sum = new Float64Array(n);
  const square = new Float64Array(n);
  let rows = 0;
  for (const group of groups) {
    for (const row of group.rows) {
      rows++;
      for (let k = 0; k < n; k++) {
        sum[k] += row[k];
        square[k] += row[k] * row[k];
      }
    }
  }
  for (let k = 0; k < n; k++) {
    weights[k] = sum[k] / Math.max(1, rows);
    const variance = square[k] / Math.max(1, rows) - weights[k] ** 2;
    weights[n + k] = variance > 1e-9 ? 1 / Math.sqrt(variance) : 0;
  }
}
