import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN, LEAK, Ranker, rankerSize } from '../../src/correct/ranker.ts';

/** One network by its formula, unit by unit. */
function scoreSlowly(w: Float32Array, features: readonly number[]): number {
  const n = features.length;
  const x = Float32Array.from(features, (value, k) =>
    Math.max(-6, Math.min(6, (Math.fround(value) - w[k]) * w[n + k])),
  );
  const layer = 2 * n;
  const biases = layer + HIDDEN * n;
  let sum = w[biases + 2 * HIDDEN + n];
  for (let h = 0; h < HIDDEN; h++) {
    let unit = w[biases + h];
    for (let k = 0; k < n; k++) unit += w[layer + h * n + k] * x[k];
    sum += w[biases + HIDDEN + h] * (unit > 0 ? unit : LEAK * unit);
  }
  for (let k = 0; k < n; k++) sum += w[biases + 2 * HIDDEN + k] * x[k];
  return sum;
}

function scoreOf(weights: Float32Array, row: Float32Array): number {
  const scores = new Float64Array(1);
  new Ranker(weights, row.length).score(row, scores);
  return scores[0];
}

describe('Ranker', () => {
  it('scores rows one after the other as the formula scores each', () => {
    const n = 7;
    const weight = fc.integer({ min: -3000, max: 3000 }).map((x) => x / 700);
    const numbers = (size: number): fc.Arbitrary<number[]> => fc.array(weight, { minLength: size, maxLength: size });
    // Rows that share most features, as those of a place do.
    const feature = fc.oneof(fc.constant(0), fc.constant(1), weight);
    const rowOf = fc.array(feature, { minLength: n, maxLength: n });
    fc.assert(
      fc.property(numbers(rankerSize(n)), fc.array(rowOf, { minLength: 1, maxLength: 5 }), (list, features) => {
        const w = Float32Array.from(list);
        w[w.length - 1] = 2000; // Far from hopeless, where the first network's word is taken.
        const scores = new Float64Array(features.length);
        const ranker = new Ranker(Float32Array.from([...w, ...w]), n);
        ranker.score(Float32Array.from(features.flat()), scores);
        features.forEach((values, place) => {
          expect(scores[place]).toBeCloseTo(scoreSlowly(w, values), 8);
        });
        // What was scored before makes no difference.
        const again = new Float64Array(features.length);
        ranker.score(Float32Array.from(features.flat()), again);
        expect([...again]).toEqual([...scores]);
      }),
    );
  });

  it('is the mean of its networks, unless the first sees no hope', () => {
    const n = 3;
    const network = (seed: number): Float32Array => {
      const weights = Float32Array.from({ length: rankerSize(n) }, (_, i) => Math.sin(seed + i));
      weights[weights.length - 1] = 20;
      return weights;
    };
    const row = Float32Array.of(0.5, -2, 1);
    const both = scoreOf(Float32Array.from([...network(1), ...network(2)]), row);
    expect(both).toBe((scoreOf(network(1), row) + scoreOf(network(2), row)) / 2);
    const hopeless = network(1);
    hopeless[hopeless.length - 1] = -50;
    const alone = scoreOf(hopeless, row);
    expect(scoreOf(Float32Array.from([...hopeless, ...network(2)]), row)).toBe(alone);
    expect(() => new Ranker(network(1).subarray(1), n)).toThrow(RangeError);
    expect(() => new Ranker(new Float32Array(), n)).toThrow(RangeError);
  });
});
