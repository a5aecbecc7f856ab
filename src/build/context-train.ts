import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { LEAK } from '../language/context.ts';
import { randomSource } from './random.ts';

/**
 * A log-bilinear model of wide context (Mnih and Hinton 2007, with a diagonal weight vector a position): the hidden
 * vector is the sum over the nearest words of position weight times embedding, through a leaky ReLU; a word's score is
 * its output vector times that, plus a bias. The words just before and after say other things than those farther away,
 * so frequent ones have embeddings of their own for these two positions. Trained to tell the word that stood there from
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
}

/** Words on each side: 8 are better than 5 by 0.003 nats a choice between confusables, of 0.21; 12 by 0.005. */
export const REACH = 10;

const NEGATIVES = 10;

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
  };
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
 */
export async function trainContext(
  ids: Uint16Array,
  words: number,
  confusables: Uint16Array,
  confusableStart: Uint32Array,
  keep: Uint8Array,
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
  const done = new SharedArrayBuffer(8);
  const shared = {
    ids: share(ids),
    parameters,
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
  const confusables = new Uint16Array(job.confusables);
  const start = new Uint32Array(job.confusableStart);
  const keep = new Uint8Array(job.keep);
  const done = new BigInt64Array(job.done);
  // By position: the table and the row that a neighbour was read from.
  const tables: Float32Array[] = Array.from({ length: 2 * reach }, () => input);
  const rowOf = new Int32Array(2 * reach);
  const hidden = new Float64Array(width);
  const slope = new Float64Array(width);
  const gradient = new Float64Array(width);
  const sample = new Uint16Array(NEGATIVES + 1);
  const scores = new Float64Array(NEGATIVES + 1);
  const random = randomSource(job.seed * 7919);
  let loss = 0;
  let count = 0;
  const span = job.to - job.from;
  const steps = span * job.total;
  for (let epoch = 0; epoch < job.total; epoch++) {
    for (let at = job.from; at < job.to; at++) {
      if ((at & 0xfffff) === 0) {
        Atomics.add(done, 0, BigInt(0x100000));
        if (count > 0 && ((at >> 20) & 7) === 0) {
          parentPort?.postMessage(`thread ${job.seed} mean loss ${(loss / count).toFixed(4)} over ${count}`);
          loss = 0;
          count = 0;
        }
      }
      const word = ids[at];
      const from = start[word];
      const available = start[word + 1] - from;
      if (available < 3 || random() * 255 > keep[word]) continue;
      const rate = job.rate * Math.max(0.03, 1 - (epoch * span + at - job.from) / steps);
      hidden.fill(0);
      for (let p = 0; p < 2 * reach; p++) {
        const other = p < reach ? at - reach + p : at - reach + 1 + p;
        if (other < 0 || other >= ids.length) continue;
        const id = ids[other];
        const own = id < nearWords && (p === reach - 1 || p === reach);
        const rows = own ? near : input;
        const row = (own && p === reach ? nearWords + id : id) * width;
        tables[p] = rows;
        rowOf[p] = row;
        const w = p * width;
        for (let k = 0; k < width; k++) hidden[k] += weight[w + k] * rows[row + k];
      }
      for (let k = 0; k < width; k++) {
        slope[k] = hidden[k] > 0 ? 1 : LEAK;
        hidden[k] *= slope[k];
      }
      sample[0] = word;
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
      }
      for (let k = 0; k < width; k++) gradient[k] *= slope[k];
      for (let p = 0; p < 2 * reach; p++) {
        const other = p < reach ? at - reach + p : at - reach + 1 + p;
        if (other < 0 || other >= ids.length) continue;
        const rows = tables[p];
        const row = rowOf[p];
        const w = p * width;
        for (let k = 0; k < width; k++) {
          const g = gradient[k];
          const x = rows[row + k];
          rows[row + k] += g * weight[w + k];
          weight[w + k] += g * x * 0.1;
        }
      }
    }
  }
  return `loss ${(loss / Math.max(1, count)).toFixed(4)}`;
}

if (!isMainThread && workerData?.parameters !== undefined) parentPort?.postMessage(run(workerData as Job));
