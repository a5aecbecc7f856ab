import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { correctorSetupOf } from '../parallel/corrector-setup.ts';
import { WorkerPool } from '../parallel/worker-pool.ts';
import { createLanguageToolServer } from '../serve/server.ts';
import { jobsOf, loadOptionsOf, oneOf } from './correction-options.ts';
import type { FileResult, FileTask } from './file-step.ts';
import { type HouseFlags, houseStyleOf } from './house-options.ts';
import { versionOfPackage } from './package-version.ts';
import { endOnSignal } from './signals.ts';
import { UsageError } from './usage-error.ts';

/** Flags of `hieudinh serve`, as parseArgs gives them. */
export interface ServeFlags extends HouseFlags {
  readonly port?: string;
  readonly host?: string;
  readonly jobs?: string;
  readonly lang?: string;
  readonly 'allow-origin'?: string;
  readonly 'max-length'?: string;
  readonly 'time-limit'?: string;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/**
 * `hieudinh serve`: answers like LanguageTool, to this machine only, until it is told to end. Texts are checked in
 * workers, so that a long one neither holds others up nor takes longer than the limit.
 */
export async function runServe(flags: ServeFlags): Promise<number> {
  const port = numberOf('port', flags.port ?? '8081', 0, 65_535);
  const host = flags.host ?? '127.0.0.1';
  if (!LOOPBACK.includes(host)) {
    throw new UsageError(`--host ${host}: serve answers only this machine, expected ${LOOPBACK.join(', ')}`);
  }
  const language = oneOf('lang', flags.lang ?? 'vi', ['en', 'vi']);
  const mostUnits = numberOf('max-length', flags['max-length'] ?? '100000', 1, 10_000_000);
  const timeLimit = numberOf('time-limit', flags['time-limit'] ?? '10', 1, 3600) * 1000;
  const load = loadOptionsOf(flags);
  // Texts have no place of their own: the configuration is that of the folder in which the server was started.
  const options = houseStyleOf(flags).optionsOf('text', 'check');
  const pool = new WorkerPool<FileTask, FileResult>({
    module: new URL('./file-worker.js', import.meta.url),
    jobs: jobsOf(flags.jobs),
    timeLimit,
    setup: { corrector: correctorSetupOf(load) },
  });
  const server = createLanguageToolServer({
    check: async (text) => (await pool.run({ path: '', text, action: 'check', options })).findings,
    version: versionOfPackage(),
    language,
    mostUnits,
    allowOrigin: flags['allow-origin'],
  });
  try {
    // A dictionary that cannot be opened is told now, not to the first client.
    await pool.run({ path: '', text: '', action: 'check', options });
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    await pool.close();
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === 'EADDRINUSE' ? new UsageError(`--port ${port}: is in use`) : new UsageError(message);
  }
  const { address, port: bound, family } = server.address() as AddressInfo;
  process.stderr.write(`hieudinh: listening at http://${family === 'IPv6' ? `[${address}]` : address}:${bound}/v2/\n`);
  const ending = await new Promise<ReturnType<typeof endOnSignal>>((resolve) => {
    const waiting = endOnSignal(() => resolve(waiting));
  });
  server.close();
  server.closeAllConnections();
  await pool.close();
  ending.die();
  return 0;
}

function numberOf(flag: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new UsageError(`--${flag} ${value}: expected a number, ${least} to ${most}`);
  }
  return number;
}
