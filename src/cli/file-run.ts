import { availableParallelism } from 'node:os';
import { type DocumentFormat, formatOfPath } from '../documents/format.ts';
import { type LoadOptions, loadCorrector } from '../load/load.ts';
import type { FileCache } from './file-cache.ts';
import { createFileStep, type FileResult, type FileStep, type FileTask } from './file-step.ts';
import { readText } from './files.ts';
import { UsageError } from './usage-error.ts';

/** Settings of {@link runFiles}. */
export interface FileRunOptions {
  readonly action: FileTask['action'];
  /** Settings of the rules for a file. */
  readonly optionsOf: (path: string) => FileTask['options'];
  /** What the corrector is made from; undefined where no rule needs one. */
  readonly corrector: LoadOptions | undefined;
  /** Worker threads. Default: one for each sixteen files, at most one a core. */
  readonly jobs?: number;
  readonly cache?: FileCache;
  /** What all files are written in. Default: by the end of each name. */
  readonly format?: DocumentFormat;
}

/** A file with what became of it. */
export interface FileOutcome {
  readonly path: string;
  readonly text: string;
  readonly result?: FileResult;
  /** Why it could not be read. */
  readonly error?: string;
}

/** Below it starting a worker costs more than it saves. */
const FILES_A_JOB = 16;

/**
 * Checks or fixes files, several at once, and gives the outcomes in the order of the paths. A file that cannot be read is
 * an outcome too, and the rest goes on. The dictionary is opened for the first file that the cache does not know.
 * @throws what opening the dictionary throws
 */
export async function* runFiles(paths: readonly string[], options: FileRunOptions): AsyncGenerator<FileOutcome> {
  const { action, optionsOf, cache } = options;
  const jobs = options.jobs ?? Math.max(1, Math.min(availableParallelism(), Math.floor(paths.length / FILES_A_JOB)));
  const work = jobs === 1 ? workHere(options) : await workInWorkers(options, jobs);
  const treat = async (path: string): Promise<FileOutcome> => {
    let text: string;
    try {
      text = readText(path);
    } catch (error) {
      if (error instanceof UsageError) return { path, text: '', error: error.message };
      throw error;
    }
    const task: FileTask = {
      path,
      text,
      action,
      options: optionsOf(path),
      format: options.format ?? formatOfPath(path),
    };
    const known = cache?.get(task);
    if (known !== undefined) return { path, text, result: known };
    try {
      const result = await work.run(task);
      cache?.set(task, result);
      return { path, text, result };
    } catch (error) {
      if ((error as Error).name !== 'WorkerDiedError') throw error;
      return { path, text, error: `${path}: ${(error as Error).message.replace(/^hieudinh: /, '')}` };
    }
  };
  try {
    if (jobs === 1) for (const path of paths) yield await treat(path);
    else yield* (await import('../parallel/map-in-order.ts')).mapInOrder(paths, treat, jobs * 4);
  } finally {
    await work.close();
  }
}

interface Work {
  run(task: FileTask): Promise<FileResult>;
  close(): Promise<void>;
}

function workHere({ corrector }: FileRunOptions): Work {
  let step: FileStep | undefined;
  return {
    run: async (task) => {
      step ??= createFileStep(corrector === undefined ? undefined : loadCorrector(corrector));
      return step(task);
    },
    close: async () => {},
  };
}

async function workInWorkers({ corrector }: FileRunOptions, jobs: number): Promise<Work> {
  const { WorkerPool } = await import('../parallel/worker-pool.ts');
  const { correctorSetupOf } = await import('../parallel/corrector-setup.ts');
  let pool: InstanceType<typeof WorkerPool<FileTask, FileResult>> | undefined;
  return {
    run: (task) => {
      pool ??= new WorkerPool<FileTask, FileResult>({
        module: new URL('./file-worker.js', import.meta.url),
        jobs,
        depth: 2,
        setup: corrector === undefined ? {} : { corrector: correctorSetupOf(corrector) },
      });
      return pool.run(task);
    },
    close: async () => pool?.close(),
  };
}
