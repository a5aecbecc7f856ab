import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Finding } from '../finding.ts';

/**
 * Findings that were there when an archive adopted the check, by file and key: only new ones are reported. A finding that
 * stands three times and was counted twice is reported once.
 */
export class Baseline {
  readonly #folder: string;
  readonly #known: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly #looked: Set<string> = new Set();
  #met = 0;

  /** @throws {RangeError} if the file cannot be read or is no baseline */
  constructor(path: string) {
    this.#folder = dirname(resolve(path));
    let value: unknown;
    try {
      value = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new RangeError(`hieudinh: baseline ${path} cannot be read: ${(error as Error).message}`);
    }
    const { version, files } = (value ?? {}) as { version?: unknown; files?: Record<string, Record<string, number>> };
    if (version !== 1 || typeof files !== 'object' || files === null)
      throw new RangeError(`hieudinh: ${path} is no baseline of version 1`);
    this.#known = new Map(
      Object.entries(files).map(([file, counts]) => {
        if (typeof counts !== 'object' || counts === null || !Object.values(counts).every(isCount))
          throw new RangeError(`hieudinh: ${path}: "${file}" needs a count for each key, as {"0123456789abcd": 1}`);
        return [file, new Map(Object.entries(counts))];
      }),
    );
  }

  /** What it has of a file: how many findings by key. */
  countsOf(path: string): ReadonlyMap<string, number> {
    return this.#known.get(nameIn(this.#folder, path)) ?? new Map();
  }

  /** The findings of a file that are new. */
  newOf(path: string, findings: readonly Finding[]): Finding[] {
    const name = nameIn(this.#folder, path);
    this.#looked.add(name);
    const left = new Map(this.#known.get(name));
    return findings.filter(({ key }) => {
      const count = left.get(key) ?? 0;
      if (count === 0) return true;
      left.set(key, count - 1);
      this.#met++;
      return false;
    });
  }

  /** Findings of the baseline that were not met in the files that were looked at: they were mended. */
  get unmet(): number {
    let all = 0;
    for (const name of this.#looked) for (const count of this.#known.get(name)?.values() ?? []) all += count;
    return all - this.#met;
  }
}

/** A file and its findings, or how many it has by key. */
export interface BaselineFile {
  readonly path: string;
  readonly findings: readonly Finding[] | ReadonlyMap<string, number>;
}

/** The text of a baseline file for these findings; files and keys are sorted, so that it differs little in git. */
export function baselineText(path: string, files: readonly BaselineFile[]): string {
  const folder = dirname(resolve(path));
  const byName = files.flatMap(({ path, findings }) => {
    const counts = isArray(findings) ? countsOf(findings) : findings;
    return counts.size === 0 ? [] : [[nameIn(folder, path), Object.fromEntries(sorted(counts))] as const];
  });
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(sorted(byName)) }, null, 1)}\n`;
}

function countsOf(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of findings) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const isArray = (value: BaselineFile['findings']): value is readonly Finding[] => Array.isArray(value);

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0;

const sorted = <T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

const nameIn = (folder: string, path: string): string => relative(folder, resolve(path)).replaceAll('\\', '/');
