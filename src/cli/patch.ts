import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { gitRootOf } from './git-ignore.ts';

/**
 * The change of a file as a unified diff that `git apply` and `patch -p1` take, with paths from the top of the repository,
 * or from here outside of one.
 */
export function patchOf(path: string, before: string, after: string): string {
  const target = resolve(path);
  const folder = realpathSync(dirname(target));
  const top = gitRootOf(folder) ?? realpathSync('.');
  const name = relative(top, join(folder, target.slice(dirname(target).length)))
    .split(sep)
    .join('/');
  return formatPatch(
    structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 }),
    FILE_HEADERS_ONLY,
  );
}
