import { dirname, resolve, sep } from 'node:path';

/**
 * A pattern of a folder's `exclude`, written as one of the root folder, so that those of several configurations make one
 * list. `./` before it, and `../`, are read as in a path.
 */
export function absolutePattern(folder: string, pattern: string): string {
  // These say nothing.
  if (/^!?[/\s]*$/.test(pattern) || pattern.startsWith('#')) return '';
  const sign = pattern.startsWith('!') ? '!' : '';
  let body = pattern.slice(sign.length);
  let above = resolve(folder);
  // A path with dots is meant from the folder, like one with a slash inside.
  let isAnchored = /\/.*[^\s/]/.test(body);
  for (let dots = DOTS.exec(body); dots !== null; dots = DOTS.exec(body)) {
    if (dots[1] === '..') above = dirname(above);
    body = body.slice(dots[0].length);
    isAnchored = true;
  }
  // Nothing but dots: all that is in the folder.
  if (body === '') body = '**';
  const base = fromRoot(above).replace(/[\\*?[\]]/g, '\\$&');
  return `${sign}${base === '/' ? '' : base}/${isAnchored ? '' : '**/'}${body.replace(/^\//, '')}`;
}

const DOTS = /^(\.\.?)(?:\/|$)/;

/** An absolute path as pattern and library have it: with slashes, from one root. */
export function fromRoot(path: string): string {
  const slashed = path.split(sep).join('/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
