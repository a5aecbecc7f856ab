// AssemblyScript (TypeScript that compiles to WebAssembly): four numbers at a time, four times as fast as the same loops
// in JavaScript, and the same to the last bit on every machine. `context-train.ts` says what the model is; it lays out the
// tables in memory and sets where each starts.

/** Confusables that a word is told from at a time. */
const NEGATIVES: i32 = 10;
const SAMPLES: i32 = NEGATIVES + 1;
/** Weights of positions are learned at a tenth of the rate: each sees every place. */
const POSITION_RATE: f32 = 0.1;
const NO_PAIR: i32 = -1;

/** Words on each side. */
export let reach: i32 = 0;
/** Bytes of a row: a multiple of sixteen. */
export let row: usize = 0;
/** Ids below this have rows of their own next to the place. */
export let nearWords: i32 = 0;
/** Slope of the leaky ReLU below 0. */
export let leak: f32 = 0;

/** 16 bits a token. */
export let ids: usize = 0;
export let length: i32 = 0;
/** By word, 8 bits: chance of a place that holds it to be learned from, times 255. */
export let keep: usize = 0;
/** 16 bits each; those of a word stand at `starts[word]` to `starts[word + 1]`, 32 bits each. */
export let confusables: usize = 0;
export let starts: usize = 0;
/** A hash table of `pairMask + 1` keys, 32 bits each, 0 where free, and the rows of the pairs, 16 bits each. */
export let pairKeys: usize = 0;
export let pairRows: usize = 0;
export let pairMask: u32 = 0;

export let input: usize = 0;
export let output: usize = 0;
export let bias: usize = 0;
export let position: usize = 0;
export let near: usize = 0;
export let pairPosition: usize = 0;
export let pairInput: usize = 0;
export let pairOutput: usize = 0;

/** Room for `hidden`, `slope` and `gradient`, a row each. */
export let hidden: usize = 0;
export let slope: usize = 0;
export let gradient: usize = 0;

/** State of the random numbers (xorshift32, Marsaglia 2003). */
export let seed: u32 = 1;
/** Sum of the losses of the places learned from, and how many they were. */
export let loss: f64 = 0;
export let places: i32 = 0;

/** Of what is summed into the hidden vector: where its row and the weights of its position start. At most two of each for 2 * 64 words. */
const rows = new StaticArray<usize>(256);
const weights = new StaticArray<usize>(256);
/** By sample: the word, its score, and the rows of the pairs that it makes with the words before and after. */
const words = new StaticArray<i32>(SAMPLES);
const scores = new StaticArray<f32>(SAMPLES);
const pairs = new StaticArray<i32>(2 * SAMPLES);

/** Learns from the tokens `[from, to)`. */
export function learn(from: i32, to: i32, rate: f32): void {
  for (let at = from; at < to; at++) {
    const word = idAt(at);
    const first = load<u32>(starts + ((<usize>word) << 2));
    const available = load<u32>(starts + ((<usize>word) << 2), 4) - first;
    if (available === 0 || random() * 255 > <f64>load<u8>(keep + word)) continue;
    const count = gather(at);
    sumUp(count);
    sample(at, word, first, available);
    const sum = score();
    loss -= Math.log(<f64>(scores[0] / sum));
    places++;
    teachOutputs(sum, rate);
    teachInputs(count);
  }
}

/** Lists the rows of the neighbours in reach and of the pairs among them. No pair holds the word at the place. */
function gather(at: i32): i32 {
  let count = 0;
  for (let p = 0; p < 2 * reach; p++) {
    const other = p < reach ? at - reach + p : at - reach + 1 + p;
    if (other < 0 || other >= length) continue;
    const id = idAt(other);
    const weight = <usize>p * row;
    const own = id < nearWords && (p === reach - 1 || p === reach);
    const from = own ? near + <usize>(p === reach ? nearWords + id : id) * row : input + <usize>id * row;
    count = append(count, from, position + weight);
    if (p === reach - 1 || p === 2 * reach - 1 || other + 1 >= length) continue;
    const pair = pairOf(id, idAt(other + 1));
    if (pair !== NO_PAIR) count = append(count, pairInput + <usize>pair * row, pairPosition + weight);
  }
  return count;
}

function append(count: i32, from: usize, weight: usize): i32 {
  rows[count] = from;
  weights[count] = weight;
  return count + 1;
}

/** The hidden vector, and what it was multiplied with where it was below 0. */
function sumUp(count: i32): void {
  memory.fill(hidden, 0, row);
  for (let s = 0; s < count; s++) {
    const from = rows[s];
    const weight = weights[s];
    for (let k: usize = 0; k < row; k += 16)
      v128.store(hidden + k, f32x4.add(v128.load(hidden + k), f32x4.mul(v128.load(from + k), v128.load(weight + k))));
  }
  for (let k: usize = 0; k < row; k += 16) {
    const sums = v128.load(hidden + k);
    const slopes = v128.bitselect(f32x4.splat(1), f32x4.splat(leak), f32x4.gt(sums, f32x4.splat(0)));
    v128.store(slope + k, slopes);
    v128.store(hidden + k, f32x4.mul(sums, slopes));
  }
}

/** The word that stands there, and some that it could be confused with: the first of a list are the likeliest. */
function sample(at: i32, word: i32, first: u32, available: u32): void {
  const before = at > 0 ? idAt(at - 1) : 0;
  const after = at + 1 < length ? idAt(at + 1) : 0;
  for (let n = 0; n < SAMPLES; n++) {
    let other = word;
    if (n > 0) {
      const u = random();
      other = <i32>load<u16>(confusables + ((<usize>(first + <u32>(u * u * <f64>available))) << 1));
    }
    words[n] = other;
    pairs[2 * n] = pairOf(before, other);
    pairs[2 * n + 1] = pairOf(other, after);
  }
}

/** Turns the scores of the samples into odds beside the best; their sum. */
function score(): f32 {
  let largest = -f32.MAX_VALUE;
  for (let n = 0; n < SAMPLES; n++) {
    const word = <usize>words[n];
    let sum = load<f32>(bias + (word << 2)) + withHidden(output + word * row);
    for (let side = 0; side < 2; side++) {
      const pair = pairs[2 * n + side];
      if (pair !== NO_PAIR) sum += withHidden(pairOutput + <usize>pair * row);
    }
    scores[n] = sum;
    largest = max(largest, sum);
  }
  let sum: f32 = 0;
  for (let n = 0; n < SAMPLES; n++) {
    const odds = Mathf.exp(scores[n] - largest);
    scores[n] = odds;
    sum += odds;
  }
  return sum;
}

function withHidden(from: usize): f32 {
  let sums = f32x4.splat(0);
  for (let k: usize = 0; k < row; k += 16)
    sums = f32x4.add(sums, f32x4.mul(v128.load(from + k), v128.load(hidden + k)));
  return (
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    f32x4.extract_lane(sums, 2) +
    f32x4.extract_lane(sums, 3)
  );
}

/** Moves the output rows of the samples, and collects what the hidden vector should have been. */
function teachOutputs(sum: f32, rate: f32): void {
  memory.fill(gradient, 0, row);
  for (let n = 0; n < SAMPLES; n++) {
    const error = ((n === 0 ? <f32>1 : <f32>0) - scores[n] / sum) * rate;
    if (abs(error) < 1e-6) continue;
    const word = <usize>words[n];
    store<f32>(bias + (word << 2), load<f32>(bias + (word << 2)) + error);
    teachOutput(output + word * row, error);
    for (let side = 0; side < 2; side++) {
      const pair = pairs[2 * n + side];
      if (pair !== NO_PAIR) teachOutput(pairOutput + <usize>pair * row, error);
    }
  }
}

function teachOutput(to: usize, error: f32): void {
  const errors = f32x4.splat(error);
  for (let k: usize = 0; k < row; k += 16) {
    const was = v128.load(to + k);
    v128.store(gradient + k, f32x4.add(v128.load(gradient + k), f32x4.mul(errors, was)));
    v128.store(to + k, f32x4.add(was, f32x4.mul(errors, v128.load(hidden + k))));
  }
}

function teachInputs(count: i32): void {
  for (let k: usize = 0; k < row; k += 16)
    v128.store(gradient + k, f32x4.mul(v128.load(gradient + k), v128.load(slope + k)));
  const slower = f32x4.splat(POSITION_RATE);
  for (let s = 0; s < count; s++) {
    const from = rows[s];
    const weight = weights[s];
    for (let k: usize = 0; k < row; k += 16) {
      const step = v128.load(gradient + k);
      const was = v128.load(from + k);
      const by = v128.load(weight + k);
      v128.store(from + k, f32x4.add(was, f32x4.mul(step, by)));
      v128.store(weight + k, f32x4.add(by, f32x4.mul(f32x4.mul(step, was), slower)));
    }
  }
}

function idAt(at: i32): i32 {
  return <i32>load<u16>(ids + ((<usize>at) << 1));
}

/** Row of a pair of words, or {@link NO_PAIR}. */
function pairOf(first: i32, second: i32): i32 {
  const key = ((<u32>first) << 16) | <u32>second;
  let at = hashOf(key) & pairMask;
  while (true) {
    const found = load<u32>(pairKeys + ((<usize>at) << 2));
    if (found === 0) return NO_PAIR;
    if (found === key) return <i32>load<u16>(pairRows + ((<usize>at) << 1));
    at = (at + 1) & pairMask;
  }
}

/** Puts a pair into the table. */
export function addPair(key: u32, pair: u32): void {
  let at = hashOf(key) & pairMask;
  while (load<u32>(pairKeys + ((<usize>at) << 2)) !== 0) at = (at + 1) & pairMask;
  store<u32>(pairKeys + ((<usize>at) << 2), key);
  store<u16>(pairRows + ((<usize>at) << 1), <u16>pair);
}

/** Knuth's multiplicative hash, its high bits mixed into the low ones. */
function hashOf(key: u32): u32 {
  const product = key * 0x9e3779b1;
  return product ^ (product >> 15);
}

function random(): f64 {
  let x = seed;
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  seed = x;
  return <f64>x / 4294967296;
}
