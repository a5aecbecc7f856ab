import { thresholdFor } from './compare.ts';

/** Guards against 0.7 * 10 being a little more than 7, on the safe side: a bound may be too low. */
const ROUNDING = 1e-6;

/** The fewest words that headlines of so many words share if one repeats the other. */
export function sharedWords(one: number, other: number, threshold: number): number {
  const needed = thresholdFor(Math.max(one, other), threshold);
  // |a and b| / (a + b - |a and b|) >= t, solved for |a and b|.
  return Math.ceil((needed / (1 + needed)) * (one + other) - ROUNDING);
}

/**
 * For each size, the fewest words shared with any longer or equally long one, and with any shorter or equally long one.
 * Worked out once for a size, by trying all.
 */
export class Bounds {
  readonly threshold: number;
  private readonly shorter: number[] = [];
  private readonly longer: number[] = [];

  constructor(threshold: number) {
    this.threshold = threshold;
  }

  /** As the shorter of a pair. */
  asShorter(size: number): number {
    this.shorter[size] ??= this.least(size, size, Math.floor(size / this.threshold) + 1);
    return this.shorter[size];
  }

  /** As the longer of a pair. */
  asLonger(size: number): number {
    this.longer[size] ??= this.least(size, Math.floor(size * this.threshold), size);
    return this.longer[size];
  }

  /** As either. */
  asEither(size: number): number {
    return Math.min(this.asShorter(size), this.asLonger(size));
  }

  private least(size: number, from: number, to: number): number {
    let least = size;
    for (let other = Math.max(1, from); other <= to; other++) {
      const shared = sharedWords(size, other, this.threshold);
      // More than the shorter has cannot be shared: no pair of these sizes.
      if (shared <= Math.min(size, other)) least = Math.min(least, shared);
    }
    return least;
  }
}
