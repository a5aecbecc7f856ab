import type { LoadOptions } from '../load/load.ts';
import { correctorSetupOf } from '../parallel/corrector-setup.ts';
import { WorkerDiedError, WorkerPool } from '../parallel/worker-pool.ts';
import { type FilteredBlock, type FilterSettings, refuseLine } from './filter-step.ts';
import type { FilterSetup } from './filter-worker.ts';
import type { LineBlock } from './line-blocks.ts';

/** Where the work on blocks is done. */
export interface FilterWork {
  readonly run: (block: LineBlock) => Promise<FilteredBlock>;
  close(): Promise<void>;
}

/** The filter in worker threads that share one dictionary. */
export function filterInWorkers(settings: FilterSettings, options: LoadOptions, jobs: number): FilterWork {
  const setup: FilterSetup = {
    settings,
    ...(settings.correct && { corrector: correctorSetupOf(options) }),
  };
  const module = new URL('./filter-worker.js', import.meta.url);
  const pool = new WorkerPool<LineBlock, FilteredBlock>({ module, jobs, setup, depth: 2 });
  return { run: (block) => filterInPool(pool, settings, block), close: () => pool.close() };
}

/** A block that kills its workers is done line by line, so that only the line that does it is refused. */
export async function filterInPool(
  pool: Pick<WorkerPool<LineBlock, FilteredBlock>, 'run'>,
  settings: FilterSettings,
  block: LineBlock,
): Promise<FilteredBlock> {
  try {
    return await pool.run(block);
  } catch (error) {
    if (!(error instanceof WorkerDiedError)) throw error;
    if (block.lines <= 1) return refuseLine(block, settings.raw, error.message.replace(/^hieudinh: /, ''));
  }
  const parts: FilteredBlock[] = [];
  for (const line of singleLines(block)) parts.push(await filterInPool(pool, settings, line));
  return joinBlocks(parts);
}

function* singleLines({ bytes, firstLine }: LineBlock): Generator<LineBlock> {
  let from = 0;
  for (let line = firstLine; from < bytes.length; line++) {
    const found = bytes.indexOf(0x0a, from);
    const to = found < 0 ? bytes.length : found + 1;
    yield { bytes: bytes.subarray(from, to), firstLine: line, lines: 1 };
    from = to;
  }
}

function joinBlocks(parts: readonly FilteredBlock[]): FilteredBlock {
  const sum = (count: (part: FilteredBlock) => number): number => parts.reduce((all, part) => all + count(part), 0);
  const corrections: Record<string, number> = {};
  for (const part of parts) {
    for (const [rule, count] of Object.entries(part.corrections)) corrections[rule] = (corrections[rule] ?? 0) + count;
  }
  return {
    firstLine: parts[0].firstLine,
    bytes: Buffer.concat(parts.map(({ bytes }) => bytes)),
    bytesIn: sum((part) => part.bytesIn),
    lines: sum((part) => part.lines),
    changed: sum((part) => part.changed),
    removed: sum((part) => part.removed),
    texts: sum((part) => part.texts),
    encoded: sum((part) => part.encoded),
    firstEncoded: parts.find(({ firstEncoded }) => firstEncoded !== undefined)?.firstEncoded,
    corrections,
    bad: parts.flatMap(({ bad }) => bad),
  };
}
