import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { pathOf, STANDARD_DICTIONARY } from '../load/dictionary-file.ts';
import type { FileResult, FileTask } from './file-step.ts';
import { writeWhole } from './files.ts';

/** Entries kept for files that this run did not see: a run on one folder does not forget the others. */
const MOST_KEPT = 20_000;
const FORMAT = 1;

interface CacheFile {
  readonly format: number;
  readonly engine: string;
  readonly results: Readonly<Record<string, FileResult>>;
}

/**
 * Results of earlier runs in a JSON file, by a hash of all that they depend on: the text, the kind of file, the settings,
 * the dictionary, the version of the program. A file that was moved or touched is found again; one letter changed is not.
 * A cache that cannot be read is an empty one.
 */
export class FileCache {
  readonly #path: string;
  readonly #engine: string;
  readonly #before: Map<string, FileResult>;
  readonly #now = new Map<string, FileResult>();

  /** @param engine hash of the program and its dictionary; see {@link engineHash} */
  constructor(path: string, engine: string) {
    this.#path = path;
    this.#engine = engine;
    this.#before = readResults(path, engine);
  }

  get(task: FileTask): FileResult | undefined {
    const key = keyOf(task);
    const result = this.#now.get(key) ?? this.#before.get(key);
    if (result !== undefined) this.#now.set(key, result);
    return result;
  }

  set(task: FileTask, result: FileResult): void {
    this.#now.set(keyOf(task), result);
  }

  /**
   * Writes the file: what this run used, and the newest of what it did not.
   * @throws {UsageError} if it cannot be written
   */
  save(): void {
    const rest = [...this.#before].filter(([key]) => !this.#now.has(key)).slice(0, MOST_KEPT);
    const content: CacheFile = {
      format: FORMAT,
      engine: this.#engine,
      results: Object.fromEntries([...this.#now, ...rest]),
    };
    writeWhole(this.#path, `${JSON.stringify(content)}\n`);
  }
}

/** A hash of the program's version, the dictionary and the user's term files. */
export function engineHash(version: string, dictionary: string | undefined, termFiles: readonly string[] = []): string {
  const hash = createHash('sha256')
    .update(version)
    .update(headOf(pathOf(dictionary ?? STANDARD_DICTIONARY)));
  for (const path of termFiles) hash.update('\0').update(bytesOf(path));
  return hash.digest('hex');
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    // Whoever needs the terms says that they are not there.
    return new Uint8Array();
  }
}

function keyOf({ text, action, format, options }: FileTask): string {
  const settings = JSON.stringify([action, format ?? 'text', options], (_, value) =>
    value instanceof Set ? [...value].sort() : value,
  );
  return createHash('sha256').update(settings).update('\0').update(text).digest('base64url');
}

/** The head of a dictionary holds the checksum of each of its sections: enough to tell it from another one. */
function headOf(path: string): Uint8Array {
  const head = new Uint8Array(1024);
  try {
    const file = openSync(path, 'r');
    const size = readSync(file, head, 0, head.length, 0);
    closeSync(file);
    return head.subarray(0, size);
  } catch {
    // Whoever opens it says what is wrong with it.
    return head;
  }
}

function readResults(path: string, engine: string): Map<string, FileResult> {
  try {
    const content = JSON.parse(readFileSync(path, 'utf8')) as CacheFile;
    if (content.format === FORMAT && content.engine === engine) return new Map(Object.entries(content.results));
  } catch {
    // Missing or damaged.
  }
  return new Map();
}
