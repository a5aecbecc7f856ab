import { availableParallelism } from 'node:os';
import type { LoadOptions } from '../load/load.ts';
import { UsageError } from './usage-error.ts';

/** Flags that check, fix, filter and serve share, as parseArgs gives them. */
export interface CorrectionFlags {
  readonly level?: string;
  readonly profile?: string;
  readonly rules?: string;
  readonly dictionary?: string;
  readonly terms?: string[];
}

/**
 * What `loadCorrector` needs, of {@link CorrectionFlags}.
 * @throws {UsageError} if a flag has a value that it cannot have
 */
export function loadOptionsOf(flags: CorrectionFlags): LoadOptions {
  const profile = oneOf('profile', flags.profile ?? 'edited', ['edited', 'typed', 'ocr']);
  const level = oneOf('level', flags.level ?? 'suggest', ['auto', 'suggest']);
  return { profile, level, dictionary: flags.dictionary, termFiles: flags.terms };
}

/**
 * The number of workers that `--jobs` asks for: a number, or `auto` for all cores. Default 1.
 * @throws {UsageError} if it is neither
 */
export function jobsOf(flag: string | undefined): number {
  if (flag === undefined) return 1;
  if (flag === 'auto') return availableParallelism();
  const jobs = Number(flag);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) {
    throw new UsageError(`--jobs ${flag}: expected a number, 1 to 256, or auto`);
  }
  return jobs;
}

/** @throws {UsageError} if the value of the flag is none of `values` */
export function oneOf<const Value extends string>(flag: string, value: string, values: readonly Value[]): Value {
  if (!values.includes(value as Value)) throw new UsageError(`--${flag} ${value}: expected ${values.join(', ')}`);
  return value as Value;
}
