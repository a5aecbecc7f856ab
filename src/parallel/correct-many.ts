import { availableParallelism } from 'node:os';
import type { CorrectionResult } from '../correct/types.ts';
import type { LoadOptions } from '../load/load.ts';
import { correctorSetupOf } from './corrector-setup.ts';
import { mapInOrder } from './map-in-order.ts';
import { WorkerDiedError, WorkerPool } from './worker-pool.ts';

/** Settings of {@link correctMany}. */
export interface CorrectManyOptions extends LoadOptions {
  /** Worker threads. Default: as many as there are cores. */
  readonly jobs?: number;
}

/** What became of one of many texts. */
export interface CorrectManyResult extends CorrectionResult {
  /** Why the text could not be corrected; `text` is as it was then. */
  readonly error?: Error;
}

/** UTF-16 units of a batch: a tenth of a second of work, so that posting it costs nothing beside. */
const BATCH = 32_768;
/** Texts of a batch: short ones come out soon, too. */
const MOST_TEXTS = 1024;

/**
 * Corrects many texts on all cores: worker threads share one dictionary, and results come in the order of the texts. Of
 * the texts no more is read ahead than a few batches. When a worker dies, its batch is done again by another one; a
 * text whose worker dies again and again comes back as it was, with an `error`, and the rest goes on.
 *
 * For a few texts one corrector in this thread is quicker: each worker takes some 100 ms to start.
 * @throws {TypeError} if `texts` gives what is no string
 * @throws {RangeError} if `jobs` is no whole number above 0
 * @throws as `loadCorrector` does, and what `texts` itself throws
 * @example
 * for await (const { text } of correctMany(readLines(), { profile: 'ocr', level: 'auto' })) write(text);
 */
export async function* correctMany(
  texts: Iterable<string> | AsyncIterable<string>,
  options: CorrectManyOptions = {},
): AsyncGenerator<CorrectManyResult, void, undefined> {
  const { jobs = availableParallelism() } = options;
  const setup = correctorSetupOf(options);
  const module = new URL('./correct-worker.js', import.meta.url);
  const pool = new WorkerPool<readonly string[], CorrectManyResult[]>({ module, jobs, setup, depth: 2 });
  try {
    for await (const results of mapInOrder(batchesOf(texts), (batch) => correctBatch(pool, batch), jobs * 3)) {
      yield* results;
    }
  } finally {
    await pool.close();
  }
}

/** A batch that kills its workers is done text by text, so that only the text that does it fails. */
export async function correctBatch(
  pool: Pick<WorkerPool<readonly string[], CorrectManyResult[]>, 'run'>,
  batch: readonly string[],
): Promise<CorrectManyResult[]> {
  try {
    return await pool.run(batch);
  } catch (error) {
    if (!(error instanceof WorkerDiedError)) throw error;
    if (batch.length === 1) return [{ text: batch[0], edits: [], findings: [], error }];
  }
  const results: CorrectManyResult[] = [];
  for (const text of batch) results.push(...(await correctBatch(pool, [text])));
  return results;
}

async function* batchesOf(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string[], void, undefined> {
  let batch: string[] = [];
  let size = 0;
  for await (const text of texts) {
    if (typeof text !== 'string') throw new TypeError(`hieudinh: correctMany needs strings, got ${typeof text}`);
    batch.push(text);
    size += text.length;
    if (size < BATCH && batch.length < MOST_TEXTS) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
