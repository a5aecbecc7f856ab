/**
 * A small network that gives one number to a proposal: its log-odds against leaving the text as it is, before the
 * other proposals for the same place are weighed in. One hidden layer of {@link HIDDEN} units, leaky ReLU. A ranker is
 * one such network or several, one after the other, whose mean counts: where they differ, each was partly chance.
 *
 * | floats                     | meaning                            |
 * | -------------------------- | ---------------------------------- |
 * | `FEATURES`                 | mean of each feature               |
 * | `FEATURES`                 | 1 / standard deviation             |
 * | `HIDDEN` rows x `FEATURES` | first layer                        |
 * | `HIDDEN`                   | its biases                         |
 * | `HIDDEN`                   | second layer                       |
 * | `FEATURES`                 | direct weights, past the hidden layer |
 * | 1                          | bias                               |
 */
export const HIDDEN = 48;

export const LEAK = 0.1;

/** Log-odds at which the first network's word is taken: most proposals are nonsense, and the others would agree. */
const HOPELESS = -6;

/** Floats of one network over so many features. */
export const rankerSize = (features: number): number => features * 2 + HIDDEN * features + HIDDEN * 2 + features + 1;

export class Ranker {
  readonly #weights: Float32Array;
  readonly #features: number;
  readonly #input: Float32Array;

  /** @throws RangeError where the weights are not those of a ranker over `features` features */
  constructor(weights: Float32Array, features: number) {
    if (weights.length === 0 || weights.length % rankerSize(features) !== 0)
      throw new RangeError(
        `hieudinh: damaged dictionary: a ranker of ${weights.length} numbers, expected a multiple of ${rankerSize(features)}`,
      );
    this.#weights = weights;
    this.#features = features;
    this.#input = new Float32Array(features);
  }

  /** Score of one proposal from its features. About 3,000 multiplications a network. */
  score(row: Float32Array): number {
    const size = rankerSize(this.#features);
    let sum = this.#scoreOf(0, row);
    if (sum < HOPELESS) return sum;
    for (let from = size; from < this.#weights.length; from += size) sum += this.#scoreOf(from, row);
    return sum / (this.#weights.length / size);
  }

  /** @param base where the network's numbers start */
  #scoreOf(base: number, row: Float32Array): number {
    const n = this.#features;
    const w = this.#weights;
    const x = this.#input;
    for (let k = 0; k < n; k++) {
      const z = (row[k] - w[base + k]) * w[base + n + k];
      x[k] = z > 6 ? 6 : z < -6 ? -6 : z;
    }
    let at = base + 2 * n;
    const bias = at + HIDDEN * n;
    const second = bias + HIDDEN;
    const direct = second + HIDDEN;
    let sum = w[direct + n];
    // Eight units side by side: each sum waits for its last addition, eight of them do not wait for each other.
    for (let h = 0; h < HIDDEN; h += 8) {
      let a = w[bias + h];
      let b = w[bias + h + 1];
      let c = w[bias + h + 2];
      let d = w[bias + h + 3];
      let e = w[bias + h + 4];
      let f = w[bias + h + 5];
      let g = w[bias + h + 6];
      let i = w[bias + h + 7];
      for (let k = 0; k < n; k++) {
        const value = x[k];
        const from = at + k;
        a += w[from] * value;
        b += w[from + n] * value;
        c += w[from + 2 * n] * value;
        d += w[from + 3 * n] * value;
        e += w[from + 4 * n] * value;
        f += w[from + 5 * n] * value;
        g += w[from + 6 * n] * value;
        i += w[from + 7 * n] * value;
      }
      at += 8 * n;
      sum += w[second + h] * leaky(a);
      sum += w[second + h + 1] * leaky(b);
      sum += w[second + h + 2] * leaky(c);
      sum += w[second + h + 3] * leaky(d);
      sum += w[second + h + 4] * leaky(e);
      sum += w[second + h + 5] * leaky(f);
      sum += w[second + h + 6] * leaky(g);
      sum += w[second + h + 7] * leaky(i);
    }
    for (let k = 0; k < n; k++) sum += w[direct + k] * x[k];
    return sum;
  }
}

const leaky = (unit: number): number => (unit > 0 ? unit : LEAK * unit);
