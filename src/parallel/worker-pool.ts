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
  job: Job<Task, Result> | undefined;
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
    const open = [...this.#waiting.splice(0), ...members.flatMap(({ job }) => (job === undefined ? [] : [job]))];
    for (const job of open) job.reject(new Error('hieudinh: the pool was closed'));
    for (const { timer } of members) clearTimeout(timer);
    await Promise.all(members.map(({ worker }) => worker.terminate()));
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const member = this.#freeMember();
      if (member === undefined) return;
      const job = this.#waiting.shift() as Job<Task, Result>;
      job.attempts++;
      member.job = job;
      member.worker.postMessage({ id: job.id, task: job.task });
      this.#limit(member, job);
    }
  }

  #limit(member: Member<Task, Result>, job: Job<Task, Result>): void {
    const { timeLimit } = this.#options;
    if (timeLimit === undefined) return;
    member.timer = setTimeout(() => {
      if (member.job !== job) return;
      member.job = undefined;
      // Out before it is stopped: nothing more may be given to it.
      this.#members.delete(member);
      void member.worker.terminate();
      job.reject(new TimeLimitError(`hieudinh: this took longer than ${timeLimit} ms`));
      this.#assign();
    }, timeLimit);
  }

  #freeMember(): Member<Task, Result> | undefined {
    for (const member of this.#members) if (member.job === undefined) return member;
    return this.#members.size < this.#options.jobs ? this.#start() : undefined;
  }

  #start(): Member<Task, Result> {
    const worker = new Worker(this.#options.module, { workerData: this.#options.setup });
    const member: Member<Task, Result> = { worker, job: undefined, timer: undefined, failure: undefined };
    this.#members.add(member);
    worker.on('message', ({ id, result, error }: WorkerAnswer<Result>) => {
      const { job } = member;
      if (job === undefined || job.id !== id) return;
      member.job = undefined;
      clearTimeout(member.timer);
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
    const { job, failure } = member;
    if (job !== undefined) {
      if (job.attempts < MOST_ATTEMPTS) this.#waiting.unshift(job);
      else
        job.reject(new WorkerDiedError(`hieudinh: a worker died twice over this: ${failure?.message ?? 'no reason'}`));
    }
    this.#assign();
  }
}
