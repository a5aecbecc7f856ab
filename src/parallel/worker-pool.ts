import { Worker } from 'node:worker_threads';

/** What a worker posts back; see `serveTasks`. */
export interface WorkerAnswer<Result> {
  readonly id: number;
  readonly result?: Result;
  readonly error?: string;
}

/** Settings of {@link WorkerPool}. */
export interface WorkerPoolOptions {
  /** The module that each worker runs; it calls `serveTasks`. */
  readonly module: URL;
  /** At most so many workers; each is started when there is work that no other one is free for. */
  readonly jobs: number;
  /** What each worker gets at its start. A SharedArrayBuffer in it is shared, all else is copied. */
  readonly setup: unknown;
  /** Milliseconds that a task may take; then its worker is stopped, and the task rejected. Default: any. */
  readonly timeLimit?: number;
  /**
   * Tasks that a worker holds, once no other one is free. With 2 it has the next one at hand when it is done with one,
   * and need not wait for this thread; with 1 no task waits behind a long one while another worker is free. Default 1.
   */
  readonly depth?: number;
}

/** A worker that did a task died, twice: for lack of memory, by a fault of the engine, by process.exit. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDiedError';
}

/** A task took longer than the pool's time limit. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** A task is tried so often before its worker's death is put down to it. */
const MOST_ATTEMPTS = 2;

interface Job<Task, Result> {
  readonly id: number;
  readonly task: Task;
  attempts: number;
  resolve(result: Result): void;
  reject(error: Error): void;
}

interface Member<Task, Result> {
  readonly worker: Worker;
  /** The first one is being done. */
  readonly jobs: Job<Task, Result>[];
  timer: NodeJS.Timeout | undefined;
  failure: Error | undefined;
}

/**
 * Worker threads that answer tasks. A task is copied to its worker and kept here until it is answered, so that it is done
 * again by another worker when its worker dies.
 */
export class WorkerPool<Task, Result> {
  readonly #options: WorkerPoolOptions;
  readonly #members = new Set<Member<Task, Result>>();
  readonly #waiting: Job<Task, Result>[] = [];
  #nextId = 0;
  #closed = false;
  /** Workers that died, since the pool was made. */
  deaths = 0;

  /** @throws {RangeError} if `jobs` is no whole number above 0 */
  constructor(options: WorkerPoolOptions) {
    if (!Number.isInteger(options.jobs) || options.jobs < 1) {
      throw new RangeError(`hieudinh: jobs was ${options.jobs}, expected a whole number above 0`);
    }
    this.#options = options;
  }

  /**
   * The answer to a task. Rejects with what the task's handler threw, or with a {@link WorkerDiedError}.
   */
  run(task: Task): Promise<Result> {
    if (this.#closed) return Promise.reject(new Error('hieudinh: the pool is closed'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id: this.#nextId++, task, attempts: 0, resolve, reject });
      this.#assign();
    });
  }

  /** Stops all workers; tasks that are not answered are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const members = [...this.#members];
    this.#members.clear();
    const open = [...this.#waiting.splice(0), ...members.flatMap(({ jobs }) => jobs.splice(0))];
    for (const job of open) job.reject(new Error('hieudinh: the pool was closed'));
    for (const { timer } of members) clearTimeout(timer);
    await Promise.all(members.map(({ worker }) => worker.terminate()));
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const member = this.#freeMember();
      if (member === undefined) return;
      const job = this.#waiting.shift() as Job<Task, Result>;
      member.jobs.push(job);
      member.worker.postMessage({ id: job.id, task: job.task });
      if (member.jobs.length === 1) this.#begin(member);
    }
  }

  /** The first job of a worker is its turn now: the clock runs for it, and its death is put down to it. */
  #begin(member: Member<Task, Result>): void {
    const [job] = member.jobs;
    const { timeLimit } = this.#options;
    if (job === undefined) return;
    job.attempts++;
    if (timeLimit === undefined) return;
    member.timer = setTimeout(() => {
      if (member.jobs[0] !== job) return;
      member.jobs.shift();
      // Out before it is stopped: nothing more may be given to it.
      this.#members.delete(member);
      this.#waiting.unshift(...member.jobs.splice(0));
      void member.worker.terminate();
      job.reject(new TimeLimitError(`hieudinh: this took longer than ${timeLimit} ms`));
      this.#assign();
    }, timeLimit);
  }

  /** A worker with nothing to do, else a new one, else the one with the least to do. */
  #freeMember(): Member<Task, Result> | undefined {
    let least: Member<Task, Result> | undefined;
    for (const member of this.#members) {
      if (least === undefined || member.jobs.length < least.jobs.length) least = member;
    }
    if (least !== undefined && least.jobs.length === 0) return least;
    if (this.#members.size < this.#options.jobs) return this.#start();
    return least !== undefined && least.jobs.length < (this.#options.depth ?? 1) ? least : undefined;
  }

  #start(): Member<Task, Result> {
    const worker = new Worker(this.#options.module, { workerData: this.#options.setup });
    const member: Member<Task, Result> = { worker, jobs: [], timer: undefined, failure: undefined };
    this.#members.add(member);
    worker.on('message', ({ id, result, error }: WorkerAnswer<Result>) => {
      // A handler that waits for something may be overtaken by the next one.
      const at = member.jobs.findIndex((one) => one.id === id);
      if (at < 0) return;
      const [job] = member.jobs.splice(at, 1);
      if (at === 0) {
        clearTimeout(member.timer);
        this.#begin(member);
      }
      if (error === undefined) job.resolve(result as Result);
      else job.reject(new Error(error));
      this.#assign();
    });
    worker.on('error', (error: Error) => {
      member.failure = error;
    });
    worker.on('exit', () => this.#bury(member));
    return member;
  }

  #bury(member: Member<Task, Result>): void {
    if (!this.#members.delete(member)) return;
    this.deaths++;
    clearTimeout(member.timer);
    const { failure } = member;
    const [job, ...others] = member.jobs.splice(0);
    this.#waiting.unshift(...others);
    if (job !== undefined) {
      if (job.attempts < MOST_ATTEMPTS) this.#waiting.unshift(job);
      else
        job.reject(new WorkerDiedError(`hieudinh: a worker died twice over this: ${failure?.message ?? 'no reason'}`));
    }
    this.#assign();
  }
}
