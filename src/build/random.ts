/** Deterministic random numbers in [0, 1) (xorshift32, Marsaglia 2003). */
export function randomSource(seed: number): () => number {
  let x = seed | 0 || 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 4294967296;
  };
}
