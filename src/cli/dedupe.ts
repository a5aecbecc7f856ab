import { createReadStream } from 'node:fs';
import { dedupe, splitBlocks } from '../headlines/index.ts';
import { runDedupeGroup, runDedupeKey, runDedupeLines } from './dedupe-lines.ts';
import { readText, UsageError } from './files.ts';

export interface DedupeFlags {
  readonly lines?: boolean;
  readonly field?: string;
  readonly id?: string;
  readonly threshold?: string;
}

/** `hieudinh dedupe [FILE]`, `dedupe --lines [FILE]`, `dedupe key [FILE]`, `dedupe group [FILE]`. */
export async function runDedupe(paths: readonly string[], flags: DedupeFlags): Promise<number> {
  const threshold = flags.threshold === undefined ? undefined : Number(flags.threshold);
  if (Number.isNaN(threshold)) throw new UsageError(`--threshold ${flags.threshold}: expected a number, 0.5 to 1`);
  const step = paths[0] === 'key' || paths[0] === 'group' ? paths[0] : flags.lines ? 'lines' : undefined;
  if (step === undefined) {
    for (const path of paths) listRepeats(path, threshold);
    return 0;
  }
  const files = step === 'lines' ? paths : paths.slice(1);
  if (files.length > 1) throw new UsageError(`dedupe ${step} reads one file`);
  const path = files[0] ?? '-';
  const { bad } = await runStep(step, path, flags, threshold);
  if (bad.length > 0) process.stderr.write(`hieudinh: lines left out, no object or no such field: ${bad.join(', ')}\n`);
  return 0;
}

/** NDJSON, a repeat a line: its line, the line that it repeats, kind, similarity, reason, text. */
function listRepeats(path: string, threshold: number | undefined): void {
  const blocks = splitBlocks(readText(path));
  for (const { index, of, kind, similarity, reason } of dedupe(blocks, { threshold }).repeats) {
    const { line, start, end, text } = blocks[index];
    const record = { file: path, line, of: blocks[of].line, kind, similarity, reason, start, end, text };
    process.stdout.write(`${JSON.stringify(record)}\n`);
  }
}

async function runStep(
  step: 'lines' | 'key' | 'group',
  path: string,
  { field, id }: DedupeFlags,
  threshold: number | undefined,
): Promise<{ bad: readonly number[] }> {
  const input = path === '-' ? process.stdin : createReadStream(path);
  const progress = (message: string): boolean => process.stderr.write(`${message}\n`);
  const run = step === 'lines' ? runDedupeLines : step === 'key' ? runDedupeKey : runDedupeGroup;
  try {
    const { badLines } = await run({ input, output: process.stdout, field, id, threshold, progress });
    return { bad: badLines };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError(`${path}: no such file`);
    throw error;
  }
}
