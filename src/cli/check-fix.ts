import { findEncoded } from '../check/encoded/find-encoded.ts';
import type { HouseStyle } from '../config/house-style.ts';
import { DOCUMENT_FORMATS, type DocumentFormat, formatOfPath } from '../documents/format.ts';
import type { Finding } from '../finding.ts';
import type { LoadOptions } from '../load/load.ts';
import { type CheckedFile, REPORT_FORMATS, report } from '../report/index.ts';
import { jobsOf, loadOptionsOf, oneOf } from './correction-options.ts';
import { notesOf } from './decode.ts';
import { Exceptions } from './exceptions.ts';
import { expandPaths } from './expand-paths.ts';
import type { FileCache } from './file-cache.ts';
import { runFiles } from './file-run.ts';
import type { FileResult } from './file-step.ts';
import { nameOf, writeWhole } from './files.ts';
import { type HouseFlags, houseStyleOf, rulesOf } from './house-options.ts';
import { versionOfPackage } from './package-version.ts';
import { UsageError } from './usage-error.ts';

export interface CheckFlags extends FileFlags {
  readonly format?: string;
  readonly lang?: string;
  readonly 'fail-on'?: string;
  readonly 'min-severity'?: string;
  readonly baseline?: string;
  readonly 'write-baseline'?: string;
  readonly 'unused-ignores'?: boolean;
}

/** Flags that tell which files are read, and how the work on them is done. */
export interface FileFlags extends HouseFlags {
  readonly jobs?: string;
  readonly cache?: boolean;
  readonly 'cache-file'?: string;
  readonly 'no-ignore'?: boolean;
  readonly as?: string;
}

export interface FixFlags extends FileFlags {
  readonly write?: boolean;
  readonly diff?: boolean;
}

/** `hieudinh check`: writes the report; the exit code. */
export async function runCheck(args: readonly string[], flags: CheckFlags): Promise<number> {
  const format = oneOf('format', flags.format ?? 'pretty', [...REPORT_FORMATS, 'html']);
  const house = houseStyleOf(flags);
  const here = house.configOf('-');
  oneOf('fail-on', flags['fail-on'] ?? 'warning', [...SEVERITIES, 'never']);
  const reported = upTo(oneOf('min-severity', flags['min-severity'] ?? 'info', SEVERITIES));
  const language = oneOf('lang', flags.lang ?? here.lang ?? 'en', ['en', 'vi']);
  const exceptions = new Exceptions(house, flags.baseline);
  const files: CheckedFile[] = [];
  const baseline = flags['write-baseline'];
  const unread = await eachFile('check', args, flags, house, ({ path, text }, result) => {
    const left = baseline === undefined ? exceptions.leftOf(path, result) : result.findings;
    const findings = baseline === undefined ? left.filter(({ severity }) => reported.includes(severity)) : left;
    // Reports need the text to tell lines, and a folder may hold more than there is memory for.
    const needsText = format === 'html' || (baseline === undefined && findings.length > 0);
    files.push({ path, text: needsText ? text : '', findings });
  });
  const failed = unread.length > 0;
  if (baseline !== undefined) {
    exceptions.write(baseline, files, unread);
    return failed ? 2 : 0;
  }
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  if (files.length > 0 || !failed) {
    const options = { language, colour, version: versionOfPackage() };
    process.stdout.write(
      format === 'html'
        ? (await import('../page/index.ts')).htmlReport(files, options)
        : report(files, format, options),
    );
  }
  if (flags['unused-ignores']) process.stderr.write(exceptions.unused());
  if (failed) return 2;
  return files.some(({ path, findings }) => {
    const failOn = flags['fail-on'] ?? house.configOf(path).failOn ?? 'warning';
    const fails = failOn === 'never' ? [] : upTo(failOn as Finding['severity']);
    return findings.some((finding) => fails.includes(finding.severity));
  })
    ? 1
    : 0;
}

/** `hieudinh fix`: corrected text to standard output, as a patch, or in place. */
export async function runFix(args: readonly string[], flags: FixFlags): Promise<number> {
  if (flags.write && flags.diff) throw new UsageError('--write and --diff: expected one of them');
  for (const flag of ['write', 'diff'] as const) {
    if (flags[flag] && args.includes('-')) throw new UsageError(`--${flag} needs a file, not standard input`);
  }
  const { patchOf } = flags.diff ? await import('./patch.ts') : {};
  const house = houseStyleOf(flags);
  const encoded: [path: string, text: string][] = [];
  const unread = await eachFile('fix', args, flags, house, ({ path, text }, { fixed, applied }) => {
    const left = fixed ?? text;
    if (house.configOf(path).rules?.encoding !== 'off' && findEncoded(left).length > 0) encoded.push([path, left]);
    if (patchOf !== undefined) {
      if (fixed !== undefined) process.stdout.write(patchOf(path, text, fixed));
    } else if (!flags.write) process.stdout.write(fixed ?? text);
    else {
      // Of an archive few files change, and hundreds of lines would hide which.
      if (fixed === undefined) return;
      writeWhole(path, fixed);
      process.stderr.write(`${path}: ${applied} fixed\n`);
    }
  });
  for (const [path, text] of encoded) await tellEncoded(path, text, flags);
  return unread.length > 0 ? 2 : 0;
}

/** Tells of what is left in another encoding, in what is read of the file: no script, no markup. */
async function tellEncoded(path: string, text: string, flags: FileFlags): Promise<void> {
  const { readDocument } = await import('../documents/documents.ts');
  const document = readDocument(text, formatOf(flags) ?? formatOfPath(path));
  const encoded = findEncoded(document.text).map((line) => {
    const [start, end] = document.toSource(line.start, line.end);
    return { ...line, start, end };
  });
  for (const note of notesOf(text, encoded)) process.stderr.write(`${nameOf(path)}:${note}\n`);
}

const formatOf = ({ as }: FileFlags): DocumentFormat | undefined =>
  as === undefined ? undefined : oneOf('as', as, DOCUMENT_FORMATS);

/**
 * Works on each file that the arguments name; files that could not be worked on are told as they are met, and counted at
 * the end.
 * @returns the paths of those that failed
 */
async function eachFile(
  action: 'check' | 'fix',
  args: readonly string[],
  flags: FileFlags,
  house: HouseStyle,
  take: (file: { path: string; text: string }, result: FileResult) => void,
): Promise<readonly string[]> {
  const rules = rulesOf(flags);
  const format = formatOf(flags);
  const load = loadOptionsOf(flags);
  const corrector = needsCorrector(rules) ? load : undefined;
  const jobs = flags.jobs === undefined ? undefined : jobsOf(flags.jobs);
  const paths = await expandPaths(args, {
    gitIgnore: flags['no-ignore'] !== true,
    filter: () => filterOf(house),
  });
  const cachePath = flags['cache-file'] ?? (flags.cache ? '.hieudinhcache' : undefined);
  const cache = cachePath === undefined ? undefined : await openCache(cachePath, load);
  const failed: string[] = [];
  const fail = (path: string, message: string): void => {
    failed.push(path);
    process.stderr.write(`hieudinh: ${message}\n`);
  };
  for await (const { path, text, result, error } of runFiles(paths, {
    action,
    optionsOf: (path) => house.optionsOf(path, action),
    corrector,
    jobs,
    cache,
    format,
  })) {
    if (result === undefined) {
      fail(path, error ?? path);
      continue;
    }
    try {
      take({ path, text }, result);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      fail(path, error.message);
    }
  }
  if (cache !== undefined) saveCache(cache);
  if (failed.length > 0 && paths.length > 1) {
    process.stderr.write(
      `hieudinh: ${failed.length} of ${paths.length} files could not be ${action === 'check' ? 'checked' : 'fixed'}\n`,
    );
  }
  return failed;
}

/** Leaves out what the configuration of a file excludes. What reads patterns is not loaded for files that are named. */
async function filterOf(house: HouseStyle): Promise<(path: string) => boolean> {
  const excludes = new (await import('../config/excludes.ts')).Excludes();
  return (path) => {
    const patterns = house.configOf(path).exclude;
    return patterns === undefined || !excludes.excludes(path, patterns);
  };
}

async function openCache(path: string, load: LoadOptions): Promise<FileCache> {
  const { engineHash, FileCache } = await import('./file-cache.ts');
  return new FileCache(path, engineHash(versionOfPackage(), load.dictionary, load.termFiles));
}

/** Without it the next run only takes longer: what was found is told all the same. */
function saveCache(cache: FileCache): void {
  try {
    cache.save();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`hieudinh: the cache is not saved: ${error.message}\n`);
  }
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info'];

/** A severity and those above it. */
const upTo = (least: Finding['severity']): readonly Finding['severity'][] =>
  SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1);

const needsCorrector = (rules: readonly string[] | undefined): boolean =>
  rules === undefined ||
  ['spelling', 'doubled-word', 'older-spelling', 'name-spelling'].some((rule) => rules.includes(rule));
