import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerAnswer } from './worker-pool.ts';

/**
 * What the module of a worker calls: makes the handler from the pool's setup, then answers each task with it. What the
 * handler throws is the answer to that task; what `prepare` throws ends the worker.
 */
export function serveTasks<Setup, Task, Result>(
  prepare: (setup: Setup) => (task: Task) => Result | Promise<Result>,
): void {
  if (parentPort === null) throw new Error('hieudinh: this module runs in a worker');
  const port = parentPort;
  const handle = prepare(workerData as Setup);
  port.on('message', async ({ id, task }: { id: number; task: Task }) => {
    let answer: WorkerAnswer<Result>;
    try {
      answer = { id, result: await handle(task) };
    } catch (error) {
      answer = { id, error: (error as Error).message };
    }
    port.postMessage(answer);
  });
}
