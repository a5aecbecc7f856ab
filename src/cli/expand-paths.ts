import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { knownFormatOfPath } from '../documents/format.ts';
import { UsageError } from './usage-error.ts';

/** Settings of {@link expandPaths}. */
export interface ExpandOptions {
  /** Whether `.gitignore` leaves out files of folders and globs. Default true. */
  readonly gitIgnore?: boolean;
  /** Says whether a file of a folder or a glob is taken; asked for with the first of these. Default: all are. */
  readonly filter?: () => Promise<(path: string) => boolean>;
}

/** Never looked into, whatever is ignored: another program's files. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);
const SKIPPED_GLOBS: string[] = [...SKIPPED_FOLDERS].map((name) => `**/${name}/**`);
const GLOB_SIGN = /[*?{[(!]/;

/**
 * The files that arguments name: a file is taken as it is; of a folder the text, Markdown and HTML files in it and below;
 * of a glob what it matches. `-` stays. Each comes once, the first time; those of a folder or a glob in order of name.
 * @throws {UsageError} if an argument names nothing
 */
export async function expandPaths(args: readonly string[], options: ExpandOptions = {}): Promise<string[]> {
  const paths = new Set<string>();
  let accepts: ((path: string) => boolean) | undefined;
  for (const arg of args) {
    const kind = arg === '-' ? 'file' : kindOf(arg);
    if (kind === 'file') {
      paths.add(arg);
      continue;
    }
    if (kind === undefined && !GLOB_SIGN.test(arg)) throw new UsageError(`${arg}: no such file`);
    const { GitIgnore } = await import('./git-ignore.ts');
    const [base, pattern] = kind === 'folder' ? [arg, ''] : splitGlob(arg);
    accepts ??= options.filter === undefined ? () => true : await options.filter();
    const isAccepted = accepts;
    const ignored = options.gitIgnore === false ? undefined : new GitIgnore(base);
    const isTaken = (path: string): boolean => ignored?.isIgnored(path, false) !== true && isAccepted(path);
    const found: string[] = [];
    if (kind === 'folder') {
      const isOpen = (folder: string): boolean => ignored?.isIgnored(folder, true) !== true;
      for (const path of walk(arg, isOpen))
        if (knownFormatOfPath(path) !== undefined && isTaken(path)) found.push(path);
      if (found.length === 0) throw new UsageError(`${arg}: no text, Markdown or HTML file in this folder`);
    } else {
      const { glob } = await import('tinyglobby');
      const matches = await glob(pattern, { cwd: base, ignore: SKIPPED_GLOBS, expandDirectories: false });
      for (const match of matches) {
        const path = join(base, match);
        if (isTaken(path)) found.push(path);
      }
      if (found.length === 0) throw new UsageError(`${arg}: matches no file`);
    }
    for (const path of found.sort()) paths.add(path);
  }
  return [...paths];
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? undefined : stat.isDirectory() ? 'folder' : 'file';
}

/** The folder that a glob starts from, and what is left of it: `a/b/*.txt` is `*.txt` in `a/b`. */
function splitGlob(arg: string): [base: string, pattern: string] {
  const parts = arg.split('/');
  const first = parts.findIndex((part) => GLOB_SIGN.test(part));
  const base = parts.slice(0, first).join('/');
  return [base === '' ? (arg.startsWith('/') ? '/' : '.') : base, parts.slice(first).join('/')];
}

/** Links are not followed: they may lead round in circles, and out of the folder. */
function* walk(folder: string, isOpen: (folder: string) => boolean): Generator<string> {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name) && isOpen(path)) yield* walk(path, isOpen);
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new UsageError(`${folder}: ${(error as Error).message}`);
  }
}
