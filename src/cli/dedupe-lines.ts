/*
 * What `hieudinh dedupe` runs on streams; the command line parses its arguments and opens the files.
 *
 *   dedupe --lines FILE [--field F]  runDedupeLines({ input, output, field, threshold, progress })
 *   dedupe key [--field F] [--id F]  runDedupeKey({ input, output, field, id, threshold })
 *   dedupe group                     runDedupeGroup({ input, output, threshold })
 *
 * Each resolves to a {@link DedupeSummary}. `input` is e.g. a file's read stream or process.stdin, `output` a writable
 * stream, which is not ended. `progress` gets a sentence every million lines: write it to stderr.
 */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { HeadlineGroups } from '../headlines/groups.ts';
import { headlineShuffleKeys, ShuffleGroups } from '../headlines/shuffle.ts';

/** Settings that the three steps share. */
export interface DedupeStreamOptions {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly output: Writable;
  /** The NDJSON field that holds the headline; without it a line is a headline. */
  readonly field?: string;
  /** The NDJSON field that holds the id, for the key step. Default, and where a line lacks it: the number of the line. */
  readonly id?: string;
  readonly threshold?: number;
  /** As in `HeadlineGroups`. */
  readonly mostCandidates?: number;
  readonly progress?: (message: string) => void;
}

/** What a step has read and written. */
export interface DedupeSummary {
  readonly lines: number;
  /** Groups or keys written. */
  readonly written: number;
  /** Lines that are no JSON object or lack the field; they are left out. */
  readonly badLines: readonly number[];
  /** Lines of the key step that lack the id; their number stands for it, so that none is lost. */
  readonly linesWithoutId: readonly number[];
  /** Searches that were given up, so that groups may be missing: see `mostCandidates` of the library. */
  readonly incomplete: number;
}

/** At most so many bad lines are listed. */
const MOST_BAD = 100;
const PROGRESS_EVERY = 1_000_000;

/** Groups lines; writes `{"lines":[1,5]}` for each group of two and more, lines counted from 1. */
export async function runDedupeLines(options: DedupeStreamOptions): Promise<DedupeSummary> {
  const { threshold, mostCandidates, progress } = options;
  const compared = (done: number): void => progress?.(`${done / PROGRESS_EVERY} million different ones compared`);
  const groups = new HeadlineGroups({ threshold, mostCandidates, progress: compared });
  const bad: number[] = [];
  const lines = await eachLine(options, (line, number) => {
    groups.add(options.field === undefined ? line : (fieldOf(line, options.field, number, bad) ?? ''));
  });
  let written = 0;
  const out = new Output(options.output);
  for (const group of groups.groups()) {
    written++;
    if (out.add(`{"lines":[${group.map((index) => index + 1).join(',')}]}\n`)) await out.flush();
  }
  await out.flush();
  return { lines, written, badLines: bad, linesWithoutId: [], incomplete: groups.incomplete };
}

/** The map step; writes `{"key":…,"id":…,"title":…}` for each key of each line. */
export async function runDedupeKey(options: DedupeStreamOptions): Promise<DedupeSummary> {
  const bad: number[] = [];
  const linesWithoutId: number[] = [];
  const out = new Output(options.output);
  let written = 0;
  const lines = await eachLine(options, (line, number) => {
    const title = options.field === undefined ? line : fieldOf(line, options.field, number, bad);
    if (title === undefined) return undefined;
    const given = options.id === undefined ? undefined : fieldOf(line, options.id, number, linesWithoutId);
    const id = given ?? String(number);
    const rest = `","id":${JSON.stringify(id)},"title":${JSON.stringify(title)}}\n`;
    let full = false;
    for (const key of headlineShuffleKeys(title, options.threshold)) {
      written++;
      full = out.add(`{"key":"${key}${rest}`);
    }
    return full ? out.flush() : undefined;
  });
  await out.flush();
  return { lines, written, badLines: bad, linesWithoutId, incomplete: 0 };
}

/** The reduce step: reads what the map step wrote, in any order; writes `{"ids":[…]}` for each group. */
export async function runDedupeGroup(options: DedupeStreamOptions): Promise<DedupeSummary> {
  const groups = new ShuffleGroups(options.threshold, options.mostCandidates);
  const bad: number[] = [];
  const lines = await eachLine(options, (line, number) => {
    const key = fieldOf(line, 'key', number, bad);
    const id = fieldOf(line, 'id', number, bad);
    const title = fieldOf(line, 'title', number, bad);
    if (key !== undefined && id !== undefined && title !== undefined) groups.add(key, id, title);
  });
  let written = 0;
  const out = new Output(options.output);
  for (const ids of groups.groups()) {
    written++;
    if (out.add(`${JSON.stringify({ ids })}\n`)) await out.flush();
  }
  await out.flush();
  return { lines, written, badLines: bad, linesWithoutId: [], incomplete: groups.incomplete };
}

function fieldOf(line: string, field: string, number: number, bad: number[]): string | undefined {
  let value: unknown;
  try {
    value = (JSON.parse(line) as Record<string, unknown> | null)?.[field];
  } catch {
    // Falls through: the line's number tells.
  }
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (bad.length < MOST_BAD && bad.at(-1) !== number) bad.push(number);
  return undefined;
}

/** Calls `read` for each line, counted from 1; waits when it answers with a promise. A last empty line is none. */
async function eachLine(
  { input, progress }: DedupeStreamOptions,
  read: (line: string, number: number) => Promise<void> | undefined | void,
): Promise<number> {
  const decoder = new TextDecoder('utf-8');
  let number = 0;
  // Pieces of a line longer than a chunk, joined once, so that one huge line is not copied for every chunk.
  let pieces: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      pieces.push(text.slice(from, to));
      const line = pieces.length === 1 ? pieces[0] : pieces.join('');
      pieces = [];
      from = to + 1;
      const wait = read(line.endsWith('\r') ? line.slice(0, -1) : line, ++number);
      if (wait !== undefined) await wait;
      if (number % PROGRESS_EVERY === 0) progress?.(`${number / PROGRESS_EVERY} million lines read`);
    }
    if (from < text.length) pieces.push(text.slice(from));
  }
  const last = pieces.join('') + decoder.decode();
  if (last !== '') await read(last, ++number);
  return number;
}

/** Gathers small writes, and waits for a slow reader. */
class Output {
  private readonly stream: Writable;
  private parts: string[] = [];
  private size = 0;

  constructor(stream: Writable) {
    this.stream = stream;
  }

  /** True when {@link flush} should be called. */
  add(part: string): boolean {
    this.parts.push(part);
    this.size += part.length;
    return this.size > 1 << 16;
  }

  async flush(): Promise<void> {
    if (this.size === 0) return;
    const text = this.parts.join('');
    this.parts = [];
    this.size = 0;
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }
}
