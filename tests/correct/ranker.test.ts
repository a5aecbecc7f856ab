import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN, LEAK, Ranker, rankerSize } from '../../src/correct/ranker.ts';

describe('Ranker', () => {
  it('adds in the order that the sum is written in', () => {
    const n = 7;
    const weight = fc.integer({ min: -3000, max: 3000 }).map((x) => x / 700);
    const numbers = (size: number): fc.Arbitrary<number[]> => fc.array(weight, { minLength: size, maxLength: size });
    fc.assert(
      fc.property(numbers(rankerSize(n)), numbers(n), (list, features) => {
        const w = Float32Array.from(list);
        const row = Float32Array.from(features);
        const x = row.map((value, k) => Math.max(-6, Math.min(6, (value - w[k]) * w[n + k])));
        const layer = 2 * n;
        const biases = layer + HIDDEN * n;
        let sum = w[biases + 2 * HIDDEN + n];
        for (let h = 0; h < HIDDEN; h++) {
          let unit = w[biases + h];
          for (let k = 0; k < n; k++) unit += w[layer + h * n + k] * x[k];
          sum += w[biases + HIDDEN + h] * (unit > 0 ? unit : LEAK * unit);
        }
        for (let k = 0; k < n; k++) sum += w[biases + 2 * HIDDEN + k] * x[k];
        expect(new Ranker(w, n).score(row)).toBe(sum);
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
    const both = new Ranker(Float32Array.from([...network(1), ...network(2)]), n).score(row);
    expect(both).toBe((new Ranker(network(1), n).score(row) + new Ranker(network(2), n).score(row)) / 2);
    const hopeless = network(1);
    hopeless[hopeless.length - 1] = -50;
    const alone = new Ranker(hopeless, n).score(row);
    expect(new Ranker(Float32Array.from([...hopeless, ...network(2)]), n).score(row)).toBe(alone);
    expect(() => new Ranker(network(1).subarray(1), n)).toThrow(RangeError);
    expect(() => new Ranker(new Float32Array(), n)).toThrow(RangeError);
  });
});
