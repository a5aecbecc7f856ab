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
export const HIDDEN = 96;

export const LEAK = 0.1;

/** Log-odds at which the first network's word is taken: most proposals are nonsense, and the others would agree. */
const HOPELESS = -6;

/** Floats of one network over so many features. */
export const rankerSize = (features: number): number => features * 2 + HIDDEN * features + HIDDEN * 2 + features + 1;

export class Ranker {
  readonly #features: number;
  readonly #networks: readonly Network[];

  /** @throws RangeError where the weights are not those of a ranker over `features` features */
  constructor(weights: Float32Array, features: number) {
    const size = rankerSize(features);
    if (weights.length === 0 || weights.length % size !== 0)
      throw new RangeError(
        `hieudinh: damaged dictionary: a ranker of ${weights.length} numbers, expected a multiple of ${size}`,
      );
    this.#features = features;
    this.#networks = Array.from(
      { length: weights.length / size },
      (_, k) => new Network(weights.subarray(k * size, (k + 1) * size), features),
    );
  }

  /**
   * Scores of the proposals for one place, into `scores`. They do not depend on what was scored before.
   * @param rows features of each proposal, one after the other
   */
  score(rows: Float32Array, scores: Float64Array): void {
    const [first, ...others] = this.#networks;
    const n = this.#features;
    const count = rows.length / n;
    for (const network of this.#networks) network.begin();
    for (let k = 0; k < count; k++) {
      let sum = first.score(rows, k * n);
      if (sum >= HOPELESS) {
        for (const network of others) sum += network.score(rows, k * n);
        sum /= this.#networks.length;
      }
      scores[k] = sum;
    }
  }
}

/**
 * One network. The proposals for a place share most of their features, so the hidden units are kept from row to row,
 * and only what a feature that changed does to them is added: a third of the multiplications.
 */
class Network {
  readonly #features: number;
  readonly #weights: Float32Array;
  /** The first layer by feature: what each does to all units stands together. */
  readonly #columns: Float32Array;
  /** Input and hidden units, before the leak, of a row of zeros: most features of a row are 0. */
  readonly #zeroInput: Float32Array;
  readonly #zeroUnits: Float64Array = new Float64Array(HIDDEN);
  /** The row before: as it was given, and the same of it. */
  readonly #row: Float32Array;
  readonly #input: Float32Array;
  readonly #units: Float64Array = new Float64Array(HIDDEN);
  /** Features that changed since, and by how much. */
  readonly #changed: Int32Array;
  readonly #changes: Float64Array;

  constructor(weights: Float32Array, features: number) {
    this.#features = features;
    this.#weights = weights;
    this.#columns = new Float32Array(features * HIDDEN);
    this.#zeroInput = new Float32Array(features);
    this.#row = new Float32Array(features);
    this.#input = new Float32Array(features);
    this.#changed = new Int32Array(features);
    this.#changes = new Float64Array(features);
    const layer = 2 * features;
    const bias = layer + HIDDEN * features;
    for (let k = 0; k < features; k++) this.#zeroInput[k] = this.#standardised(0, k);
    for (let h = 0; h < HIDDEN; h++) {
      this.#zeroUnits[h] = weights[bias + h];
      for (let k = 0; k < features; k++) {
        this.#columns[k * HIDDEN + h] = weights[layer + h * features + k];
        this.#zeroUnits[h] += weights[layer + h * features + k] * this.#zeroInput[k];
      }
    }
  }

  /** Starts a place. */
  begin(): void {
    this.#row.fill(0);
    this.#input.set(this.#zeroInput);
    this.#units.set(this.#zeroUnits);
  }

  /** Score of the proposal whose features start at `from`. */
  score(rows: Float32Array, from: number): number {
    const n = this.#features;
    const w = this.#weights;
    const second = (2 + HIDDEN) * n + HIDDEN;
    const direct = second + HIDDEN;
    const input = this.#input;
    const changed = this.#changed;
    const changes = this.#changes;
    const row = this.#row;
    let sum = w[direct + n];
    let count = 0;
    for (let k = 0; k < n; k++) {
      const value = rows[from + k];
      if (value !== row[k]) {
        row[k] = value;
        const before = input[k];
        input[k] = this.#standardised(value, k);
        changed[count] = k;
        changes[count++] = input[k] - before;
      }
      sum += w[direct + k] * input[k];
    }
    const units = this.#units;
    const columns = this.#columns;
    // Eight units side by side: each sum waits for its last addition, eight of them do not wait for each other.
    for (let h = 0; h < HIDDEN; h += 8) {
      let a = units[h];
      let b = units[h + 1];
      let c = units[h + 2];
      let d = units[h + 3];
      let e = units[h + 4];
      let f = units[h + 5];
      let g = units[h + 6];
      let i = units[h + 7];
      for (let j = 0; j < count; j++) {
        const at = changed[j] * HIDDEN + h;
        const change = changes[j];
        a += columns[at] * change;
        b += columns[at + 1] * change;
        c += columns[at + 2] * change;
        d += columns[at + 3] * change;
        e += columns[at + 4] * change;
        f += columns[at + 5] * change;
        g += columns[at + 6] * change;
        i += columns[at + 7] * change;
      }
      units[h] = a;
      units[h + 1] = b;
      units[h + 2] = c;
      units[h + 3] = d;
      units[h + 4] = e;
      units[h + 5] = f;
      units[h + 6] = g;
      units[h + 7] = i;
      sum += w[second + h] * leaky(a);
      sum += w[second + h + 1] * leaky(b);
      sum += w[second + h + 2] * leaky(c);
      sum += w[second + h + 3] * leaky(d);
      sum += w[second + h + 4] * leaky(e);
      sum += w[second + h + 5] * leaky(f);
      sum += w[second + h + 6] * leaky(g);
      sum += w[second + h + 7] * leaky(i);
    }
    return sum;
  }

  /** A feature over its mean in standard deviations, six at most. */
  #standardised(value: number, k: number): number {
    return Math.max(-6, Math.min(6, (value - this.#weights[k]) * this.#weights[this.#features + k]));
  }
}

const leaky = (unit: number): number => (unit > 0 ? unit : LEAK * unit);
