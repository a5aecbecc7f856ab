import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { LEAK } from '../language/context.ts';
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

/**
 * Tokens that are read in a row; the blocks come in random order. Read as it lies, with laws in the middle and
 * encyclopedias at the end where the rate is lowest, the corpus gave 0.007 nats less.
 */
const BLOCK = 1 << 14;

/** The kernel has room for the rows of so many words on each side. */
const MOST_REACH = 64;

/** The rate falls evenly to this share of what it was. */
const LAST_RATE = 0.03;

export interface ContextTrainingOptions {
  /** A multiple of four; a dictionary takes multiples of eight. */
  readonly width: number;
  readonly reach: number;
  readonly nearWords: number;
  readonly epochs: number;
  readonly rate: number;
  readonly progress: (message: string) => void;
}

/**
 * Trains on one core, with the same result to the last bit on every machine: an epoch of 142 million tokens, of which it
 * learns from 89 million, takes eight minutes and 0.5 GB. `assembly/context-kernel.ts` does the sums.
 * @param keep by id: probability of training on a position that holds it, times 255
 * @param pairs keys of the pairs of words that get rows of their own
 * @throws RangeError where the kernel has no such width or reach
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
  if (width % 4 !== 0 || reach > MOST_REACH)
    throw new RangeError(`hieudinh: width ${width}, reach ${reach}, expected a multiple of 4, at most ${MOST_REACH}`);
  const nearWords = Math.min(options.nearWords, words);
  const slots = 2 ** Math.ceil(Math.log2(2 * pairs.length + 1));
  // What each table of the kernel needs, in bytes.
  const sizes = {
    ids: ids.byteLength,
    keep: keep.byteLength,
    confusables: confusables.byteLength,
    starts: confusableStart.byteLength,
    pairKeys: 4 * slots,
    pairRows: 2 * slots,
    input: 4 * words * width,
    output: 4 * words * width,
    bias: 4 * words,
    position: 4 * 2 * reach * width,
    near: 4 * 2 * nearWords * width,
    pairPosition: 4 * 2 * reach * width,
    pairInput: 4 * pairs.length * width,
    pairOutput: 4 * pairs.length * width,
    hidden: 4 * width,
    slope: 4 * width,
    gradient: 4 * width,
  };
  const { kernel, memory, starts } = await openKernel(sizes);
  const bytes = new Uint8Array(memory.buffer);
  const write = (at: number, from: Uint8Array | Uint16Array | Uint32Array): void =>
    bytes.set(new Uint8Array(from.buffer, from.byteOffset, from.byteLength), at);
  write(starts.ids, ids);
  write(starts.keep, keep);
  write(starts.confusables, confusables);
  write(starts.starts, confusableStart);
  kernel.reach.value = reach;
  kernel.row.value = 4 * width;
  kernel.nearWords.value = nearWords;
  kernel.leak.value = LEAK;
  kernel.length.value = ids.length;
  kernel.pairMask.value = slots - 1;
  kernel.seed.value = 7919;
  pairs.forEach((key, row) => {
    kernel.addPair(key, row);
  });
  const floats = (name: keyof typeof sizes): Float32Array =>
    new Float32Array(memory.buffer, starts[name], sizes[name] >> 2);
  const random = randomSource(20261124);
  const input = floats('input');
  for (let i = 0; i < input.length; i++) input[i] = (random() - 0.5) * 0.2;
  const near = floats('near');
  near.set(input.subarray(0, nearWords * width));
  near.set(input.subarray(0, nearWords * width), nearWords * width);
  const position = floats('position');
  for (let p = 0; p < 2 * reach; p++) {
    const distance = p < reach ? reach - p : p - reach + 1;
    position.fill(1 / Math.sqrt(distance), p * width, (p + 1) * width);
  }
  floats('pairPosition').set(position);
  const order = blockOrder(Math.ceil(ids.length / BLOCK), random);
  const steps = order.length * options.epochs;
  const report = Math.ceil(steps / 40);
  for (let step = 0; step < steps; step++) {
    const from = order[step % order.length] * BLOCK;
    const rate = options.rate * Math.max(LAST_RATE, 1 - step / steps);
    kernel.learn(from, Math.min(from + BLOCK, ids.length), rate);
    if ((step + 1) % report !== 0) continue;
    const loss = kernel.loss.value / Math.max(1, kernel.places.value);
    options.progress(`context: ${((100 * (step + 1)) / steps).toFixed(1)} %, mean loss ${loss.toFixed(4)}`);
    kernel.loss.value = 0;
    kernel.places.value = 0;
  }
  const bias = floats('bias');
  addUnlearned(bias, keep);
  return {
    width,
    reach,
    words,
    input,
    output: floats('output'),
    bias,
    position,
    nearWords,
    near,
    pairs,
    pairPosition: floats('pairPosition'),
    pairInput: floats('pairInput'),
    pairOutput: floats('pairOutput'),
  };
}

/**
 * Common words were learned from at a share of their places only, so the model takes them for so much rarer than they are:
 * beside "mà", which is learned from oftener, "và" was lost at every fifth place.
 * @param bias by id, changed in place
 */
export function addUnlearned(bias: Float32Array, keep: Uint8Array): void {
  for (let id = 0; id < keep.length; id++) if (keep[id] > 0) bias[id] -= Math.log(keep[id] / 255);
}

/** What `assembly/context-kernel.ts` exports, beside where each of its tables starts. */
interface Kernel {
  readonly reach: { value: number };
  readonly row: { value: number };
  readonly nearWords: { value: number };
  readonly leak: { value: number };
  readonly length: { value: number };
  readonly pairMask: { value: number };
  readonly seed: { value: number };
  readonly loss: { value: number };
  readonly places: { value: number };
  addPair(key: number, row: number): void;
  learn(from: number, to: number, rate: number): void;
}

/** Where tables may begin: the kernel's own few bytes lie below. */
const FIRST_TABLE = 1 << 16;

/** Compiles the kernel and gives it memory: `starts[name]` is where the table of `sizes[name]` bytes begins. */
async function openKernel<Name extends string>(
  sizes: Record<Name, number>,
): Promise<{ kernel: Kernel; memory: WebAssembly.Memory; starts: Record<Name, number> }> {
  const source = fileURLToPath(new URL('../../src/build/assembly/context-kernel.ts', import.meta.url));
  let binary: Uint8Array<ArrayBuffer> | undefined;
  const compiled = await asc.main(
    [
      source,
      '--baseDir',
      '/',
      '--outFile',
      'kernel.wasm',
      '-O3',
      '--noAssert',
      '--enable',
      'simd',
      '--importMemory',
      '--runtime',
      'stub',
    ],
    {
      writeFile: (_name, contents) => {
        binary = new Uint8Array(contents as Uint8Array);
      },
    },
  );
  if (compiled.error !== null || binary === undefined)
    throw new Error(`hieudinh: ${source} does not compile: ${compiled.stderr.toString() || compiled.error?.message}`);
  const starts = {} as Record<Name, number>;
  let end = FIRST_TABLE;
  for (const name of Object.keys(sizes) as Name[]) {
    starts[name] = end;
    // A row begins with a cache line.
    end = Math.ceil((end + sizes[name]) / 64) * 64;
  }
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / 65_536) });
  const abort = (): void => {
    throw new Error(`hieudinh: ${source} stopped`);
  };
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory, abort } });
  const exports = instance.exports as Record<string, { value: number }>;
  for (const name of Object.keys(sizes) as Name[]) exports[name].value = starts[name];
  return { kernel: instance.exports as unknown as Kernel, memory, starts };
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
