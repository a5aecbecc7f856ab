import { createReadStream } from 'node:fs';
import { LineIndex } from '../check/positions.ts';
import { isOfArticle } from '../check/source-text.ts';
import { formatOfPath, readDocument } from '../documents/index.ts';
import { dedupe, splitBlocks } from '../headlines/index.ts';
import { type DedupeSummary, runDedupeGroup, runDedupeKey, runDedupeLines } from './dedupe-lines.ts';
import { readText, UsageError, unreadable } from './files.ts';

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
  const { badLines: bad, linesWithoutId, incomplete } = await runStep(step, path, flags, threshold);
  if (bad.length > 0) process.stderr.write(`hieudinh: lines left out, no object or no such field: ${bad.join(', ')}\n`);
  if (linesWithoutId.length > 0) {
    process.stderr.write(`hieudinh: lines without an id, named by their number: ${linesWithoutId.join(', ')}\n`);
  }
  if (incomplete > 0) {
    const what = `${incomplete} headlines have too many near ones to be compared with all`;
    process.stderr.write(`hieudinh: ${what}: groups may be missing\n`);
  }
  return 0;
}

/**
 * NDJSON, a repeat a line: its line, the line that it repeats, kind, similarity, reason, text; for what a paragraph says
 * twice the reason is `part`. Offsets are those of the file, HTML and Markdown included.
 */
function listRepeats(path: string, threshold: number | undefined): void {
  const document = readDocument(readText(path), formatOfPath(path));
  const blocks = splitBlocks(document.text).filter(({ start }) => isOfArticle(document, start));
  const lines = new LineIndex(document.source);
  const write = (index: number, of: number, from: number, to: number, rest: object): void => {
    const block = blocks[index];
    const [start, end] = document.toSource(block.start + from, block.start + to);
    const { line } = lines.position(start);
    const first = lines.position(document.toSource(blocks[of].start, blocks[of].end)[0]).line;
    const record = { file: path, line, of: first, ...rest, start, end, text: block.text.slice(from, to) };
    process.stdout.write(`${JSON.stringify(record)}\n`);
  };
  const { repeats, parts } = dedupe(blocks, { threshold });
  for (const { index, of, kind, similarity, reason } of repeats) {
    write(index, of, 0, blocks[index].text.length, { kind, similarity, reason });
  }
  for (const { index, of, start, end } of parts) {
    write(index, of, start, end, { kind: 'sentence', similarity: 1, reason: 'part' });
  }
}

async function runStep(
  step: 'lines' | 'key' | 'group',
  path: string,
  { field, id }: DedupeFlags,
  threshold: number | undefined,
): Promise<DedupeSummary> {
  const input = path === '-' ? process.stdin : createReadStream(path);
  const progress = (message: string): boolean => process.stderr.write(`${message}\n`);
  const run = step === 'lines' ? runDedupeLines : step === 'key' ? runDedupeKey : runDedupeGroup;
  try {
    return await run({ input, output: process.stdout, field, id, threshold, progress });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : unreadable(path, error);
  }
}
