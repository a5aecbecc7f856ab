import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { LEAK } from '../language/context.ts';
import { NO_PAIR, WordPairs } from '../language/word-pairs.ts';
import { randomSource } from './random.ts';

/**
 * A log-bilinear model of wide context (Mnih and Hinton 2007, with a diagonal weight vector a position): the hidden
 * vector is the sum over the nearest words of position weight times embedding, through a leaky ReLU; a word's score is
 * its output vector times that, plus a bias. The words just before and after say other things than those farther away,
 * so frequent ones have embeddings of their own for these two positions. A syllable is seldom a word: frequent pairs have
 * rows too, which are added to those of their two syllables, as neighbours, and to the output row of a word that makes
 * such a pair with the word beside it. Trained to tell the word that stood there from
 * words that it could be confused with, so scores mean something between candidates for one place, and nothing else.
 */
export interface ContextParameters {
  /** Floats an embedding. */
  readonly width: number;
  /** Words on each side. */
  readonly reach: number;
  readonly words: number;
  readonly input: Float32Array;
  readonly output: Float32Array;
  readonly bias: Float32Array;
  /** `2 * reach` rows of `width`. */
  readonly position: Float32Array;
  /** Ids below this have embeddings of their own where they stand next to the place. */
  readonly nearWords: number;
  /** Those before the place, then those after it: `2 * nearWords` rows of `width`. */
  readonly near: Float32Array;
  /** Keys of the pairs that have rows, ascending. */
  readonly pairs: Uint32Array;
  /** As `position`, for the pairs that begin there. */
  readonly pairPosition: Float32Array;
  /** A row of `width` a pair, as a neighbour. */
  readonly pairInput: Float32Array;
  /** A row of `width` a pair, for either of its words where the other stands beside the place. */
  readonly pairOutput: Float32Array;
}

/** Words on each side: 16 are better than 10 by 0.0035 nats a choice between confusables, of 0.20. */
export const REACH = 16;

const NEGATIVES = 10;

/**
 * Tokens that are read in a row; the blocks come in random order. Read as it lies, with laws in the middle and
 * encyclopedias at the end where the rate is lowest, the corpus gave 0.007 nats less.
 */
const BLOCK = 1 << 14;

interface Job {
  readonly ids: SharedArrayBuffer;
  readonly parameters: {
    width: number;
    reach: number;
    words: number;
    input: SharedArrayBuffer;
    output: SharedArrayBuffer;
    bias: SharedArrayBuffer;
    position: SharedArrayBuffer;
    nearWords: number;
    near: SharedArrayBuffer;
    pairPosition: SharedArrayBuffer;
    pairInput: SharedArrayBuffer;
    pairOutput: SharedArrayBuffer;
  };
  readonly pairs: SharedArrayBuffer;
  /** Confusable ids of each word: `confusables[start[id] .. start[id + 1])`. */
  readonly confusables: SharedArrayBuffer;
  readonly confusableStart: SharedArrayBuffer;
  readonly keep: SharedArrayBuffer;
  /** Progress counter of positions visited, shared by all workers. */
  readonly done: SharedArrayBuffer;
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly rate: number;
  readonly seed: number;
}

export interface ContextTrainingOptions {
  readonly width: number;
  readonly reach: number;
  readonly nearWords: number;
  readonly epochs: number;
  readonly rate: number;
  readonly threads: number;
  readonly progress: (message: string) => void;
}

/**
 * Trains without locks on shared arrays (Hogwild, Recht et al. 2011); with one thread the result is reproducible bit
 * for bit, with more it is not, so a published dictionary is built with one.
 * @param keep by id: probability of training on a position that holds it, times 255
 * @param pairs keys of the pairs of words that get rows of their own
 */
export async function trainContext(
  ids: Uint16Array,
  words: number,
  confusables: Uint16Array,
  confusableStart: Uint32Array,
  keep: Uint8Array,
  pairs: Uint32Array,
  options: ContextTrainingOptions,
): Promise<ContextParameters> {
  const { width, reach } = options;
  const nearWords = Math.min(options.nearWords, words);
  const share = <T extends Uint16Array | Uint32Array | Uint8Array>(array: T): SharedArrayBuffer => {
    const buffer = new SharedArrayBuffer(array.byteLength);
    new Uint8Array(buffer).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return buffer;
  };
  const floats = (size: number): SharedArrayBuffer => new SharedArrayBuffer(size * 4);
  const parameters = {
    width,
    reach,
    words,
    input: floats(words * width),
    output: floats(words * width),
    bias: floats(words),
    position: floats(2 * reach * width),
    nearWords,
    near: floats(2 * nearWords * width),
    pairPosition: floats(2 * reach * width),
    pairInput: floats(pairs.length * width),
    pairOutput: floats(pairs.length * width),
  };
  const random = randomSource(20261124);
  const input = new Float32Array(parameters.input);
  for (let i = 0; i < input.length; i++) input[i] = (random() - 0.5) * 0.2;
  const near = new Float32Array(parameters.near);
  near.set(input.subarray(0, nearWords * width));
  near.set(input.subarray(0, nearWords * width), nearWords * width);
  const position = new Float32Array(parameters.position);
  for (let p = 0; p < 2 * reach; p++) {
    const distance = p < reach ? reach - p : p - reach + 1;
    for (let k = 0; k < width; k++) position[p * width + k] = 1 / Math.sqrt(distance);
  }
  const pairPosition = new Float32Array(parameters.pairPosition);
  pairPosition.set(position);
  const done = new SharedArrayBuffer(8);
  const shared = {
    ids: share(ids),
    parameters,
    pairs: share(pairs),
    confusables: share(confusables),
    confusableStart: share(confusableStart),
    keep: share(keep),
    done,
    rate: options.rate,
  };
  const chunks = options.epochs;
  const timer = setInterval(() => {
    const position = Number(new BigInt64Array(done)[0]);
    options.progress(`context: ${((100 * position) / (ids.length * chunks)).toFixed(1)} %`);
  }, 30_000);
  const losses = await Promise.all(
    Array.from({ length: options.threads }, (_, t) => {
      const from = Math.floor((ids.length * t) / options.threads);
      const to = Math.floor((ids.length * (t + 1)) / options.threads);
      const job: Job = { ...shared, from, to, total: chunks, seed: t + 1 };
      return new Promise<string>((resolve, reject) => {
        const worker = new Worker(new URL(import.meta.url), { workerData: job });
        worker.on('message', (m: string) => (m.startsWith('loss') ? resolve(m) : options.progress(m)));
        worker.on('error', reject);
      });
    }),
  );
  clearInterval(timer);
  options.progress(losses.join('; '));
  return {
    width,
    reach,
    words,
    input,
    output: new Float32Array(parameters.output),
    bias: new Float32Array(parameters.bias),
    position,
    nearWords,
    near,
    pairs,
    pairPosition,
    pairInput: new Float32Array(parameters.pairInput),
    pairOutput: new Float32Array(parameters.pairOutput),
  };
}

function run(job: Job): string {
  const { width, reach, nearWords } = job.parameters;
  const ids = new Uint16Array(job.ids);
  const input = new Float32Array(job.parameters.input);
  const output = new Float32Array(job.parameters.output);
  const bias = new Float32Array(job.parameters.bias);
  const weight = new Float32Array(job.parameters.position);
  const near = new Float32Array(job.parameters.near);
  const pairs = new WordPairs(new Uint32Array(job.pairs));
  const pairWeight = new Float32Array(job.parameters.pairPosition);
  const pairInput = new Float32Array(job.parameters.pairInput);
  const pairOutput = new Float32Array(job.parameters.pairOutput);
  const confusables = new Uint16Array(job.confusables);
  const start = new Uint32Array(job.confusableStart);
  const keep = new Uint8Array(job.keep);
  const done = new BigInt64Array(job.done);
  // Of what is summed into the hidden vector: its table, where its row starts, its weights, where theirs start.
  const tables: Float32Array[] = Array.from({ length: 4 * reach }, () => input);
  const rowOf = new Int32Array(4 * reach);
  const weights: Float32Array[] = Array.from({ length: 4 * reach }, () => weight);
  const weightOf = new Int32Array(4 * reach);
  // By sample: where the rows of the pairs start that it makes with the word before and with the word after, or NO_PAIR.
  const pairRows = new Int32Array(2 * (NEGATIVES + 1));
  const hidden = new Float64Array(width);
  const slope = new Float64Array(width);
  const gradient = new Float64Array(width);
  const sample = new Uint16Array(NEGATIVES + 1);
  const scores = new Float64Array(NEGATIVES + 1);
  const random = randomSource(job.seed * 7919);
  let loss = 0;
  let count = 0;
  const order = blockOrder(Math.ceil((job.to - job.from) / BLOCK), random);
  const span = order.length * BLOCK;
  const steps = span * job.total;
  for (let epoch = 0; epoch < job.total; epoch++) {
    for (let step = 0; step < span; step++) {
      const at = job.from + order[Math.floor(step / BLOCK)] * BLOCK + (step % BLOCK);
      if (at >= job.to) continue;
      if ((step & 0xfffff) === 0) {
        Atomics.add(done, 0, BigInt(0x100000));
        if (count > 0 && ((step >> 20) & 7) === 0) {
          parentPort?.postMessage(`thread ${job.seed} mean loss ${(loss / count).toFixed(4)} over ${count}`);
          loss = 0;
          count = 0;
        }
      }
      const word = ids[at];
      const from = start[word];
      const available = start[word + 1] - from;
      if (available < 3 || random() * 255 > keep[word]) continue;
      const rate = job.rate * Math.max(0.03, 1 - (epoch * span + step) / steps);
      hidden.fill(0);
      let summed = 0;
      for (let p = 0; p < 2 * reach; p++) {
        const other = p < reach ? at - reach + p : at - reach + 1 + p;
        if (other < 0 || other >= ids.length) continue;
        const id = ids[other];
        const own = id < nearWords && (p === reach - 1 || p === reach);
        tables[summed] = own ? near : input;
        rowOf[summed] = (own && p === reach ? nearWords + id : id) * width;
        weights[summed] = weight;
        weightOf[summed++] = p * width;
        // No pair holds the word at the place.
        if (p === reach - 1 || p === 2 * reach - 1 || other + 1 >= ids.length) continue;
        const pair = pairs.row(id, ids[other + 1]);
        if (pair === NO_PAIR) continue;
        tables[summed] = pairInput;
        rowOf[summed] = pair * width;
        weights[summed] = pairWeight;
        weightOf[summed++] = p * width;
      }
      for (let s = 0; s < summed; s++) {
        const rows = tables[s];
        const row = rowOf[s];
        const by = weights[s];
        const w = weightOf[s];
        for (let k = 0; k < width; k++) hidden[k] += by[w + k] * rows[row + k];
      }
      for (let k = 0; k < width; k++) {
        slope[k] = hidden[k] > 0 ? 1 : LEAK;
        hidden[k] *= slope[k];
      }
      sample[0] = word;
      const before = at > 0 ? ids[at - 1] : 0;
      const after = at + 1 < ids.length ? ids[at + 1] : 0;
      let largest = Number.NEGATIVE_INFINITY;
      for (let n = 0; n <= NEGATIVES; n++) {
        // The list is by descending frequency: the square of a uniform number favours its head.
        if (n > 0) {
          const u = random();
          sample[n] = confusables[from + Math.floor(u * u * available)];
        }
        const row = sample[n] * width;
        let score = bias[sample[n]];
        for (let k = 0; k < width; k++) score += output[row + k] * hidden[k];
        for (let side = 0; side < 2; side++) {
          const pair = side === 0 ? pairs.row(before, sample[n]) : pairs.row(sample[n], after);
          pairRows[2 * n + side] = pair;
          if (pair !== NO_PAIR) for (let k = 0; k < width; k++) score += pairOutput[pair * width + k] * hidden[k];
        }
        scores[n] = score;
        if (score > largest) largest = score;
      }
      let sum = 0;
      for (let n = 0; n <= NEGATIVES; n++) {
        scores[n] = Math.exp(scores[n] - largest);
        sum += scores[n];
      }
      loss -= Math.log(scores[0] / sum);
      count++;
      gradient.fill(0);
      for (let n = 0; n <= NEGATIVES; n++) {
        const error = ((n === 0 ? 1 : 0) - scores[n] / sum) * rate;
        if (error < 1e-6 && error > -1e-6) continue;
        const row = sample[n] * width;
        bias[sample[n]] += error;
        for (let k = 0; k < width; k++) {
          gradient[k] += error * output[row + k];
          output[row + k] += error * hidden[k];
        }
        for (let side = 0; side < 2; side++) {
          const pair = pairRows[2 * n + side];
          if (pair === NO_PAIR) continue;
          for (let k = 0; k < width; k++) {
            gradient[k] += error * pairOutput[pair * width + k];
            pairOutput[pair * width + k] += error * hidden[k];
          }
        }
      }
      for (let k = 0; k < width; k++) gradient[k] *= slope[k];
      for (let s = 0; s < summed; s++) {
        const rows = tables[s];
        const row = rowOf[s];
        const by = weights[s];
        const w = weightOf[s];
        for (let k = 0; k < width; k++) {
          const g = gradient[k];
          const x = rows[row + k];
          rows[row + k] += g * by[w + k];
          by[w + k] += g * x * 0.1;
        }
      }
    }
  }
  return `loss ${(loss / Math.max(1, count)).toFixed(4)}`;
}

/** The numbers of the blocks, shuffled (Fisher and Yates). */
function blockOrder(blocks: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: blocks }, (_, block) => block);
  for (let i = blocks - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

if (!isMainThread && workerData?.parameters !== undefined) parentPort?.postMessage(run(workerData as Job));
