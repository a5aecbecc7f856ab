import { join, resolve } from 'node:path';
import fc from 'fast-check';
import ignore from 'ignore';
import { describe, expect, it } from 'vitest';
import { absolutePattern } from '../../src/config/absolute-pattern.ts';
import { Excludes } from '../../src/config/excludes.ts';
import { mergeConfigs } from '../../src/config/index.ts';

const FOLDER = resolve('/site [1]/bài *!#');

function excluded(patterns: readonly string[], path: string, folder = FOLDER): boolean {
  const absolute = patterns.map((one) => absolutePattern(folder, one));
  return new Excludes().excludes(resolve(folder, path), absolute);
}

describe('exclude', () => {
  it.each([
    ['old', 'old', 'old/a.md', 'b/old/c/a.md'],
    ['old/', 'old/a.md', 'b/old/a.md'],
    ['/old', 'old/a.md', 'old'],
    ['./old', 'old/a.md'],
    ['a/old', 'a/old/x.md'],
    ['*.min.html', 'x.min.html', 'a/b/x.min.html'],
    ['a/**/draft-?.md', 'a/draft-1.md', 'a/b/c/draft-2.md'],
    ['[ab].txt', 'a.txt', 'x/b.txt'],
    ['.', 'a.txt', 'x/b.txt'],
    ['\\!a.txt', '!a.txt', 'x/!a.txt'],
    ['\\#a.txt', '#a.txt'],
    ['../other', '../other/a.md'],
    ['bài viết', 'bài viết/a.md'],
  ])('%j leaves out', (pattern, ...paths) => {
    for (const path of paths) expect([path, excluded([pattern], path)]).toEqual([path, true]);
  });
  it.each([
    ['old', 'older/a.md', 'Old/a.md', '../old/a.md'],
    ['old/', 'old'],
    ['/old', 'b/old/a.md'],
    ['./old', 'b/old/a.md'],
    ['a/old', 'b/a/old/x.md'],
    ['*.md', '../a.md', 'a.mdx'],
    ['*', '../a.md'],
    ['#a.txt', '#a.txt'],
    ['', 'a.txt'],
    ['!', 'a.txt'],
    ['/', 'a.txt'],
    ['../other', 'other/a.md', '../others/a.md'],
  ])('%j leaves in', (pattern, ...paths) => {
    for (const path of paths) expect([path, excluded([pattern], path)]).toEqual([path, false]);
  });
  it('takes in again what a later pattern says, but nothing of a folder that is left out', () => {
    expect(excluded(['*.md', '!keep.md'], 'a/keep.md')).toBe(false);
    expect(excluded(['!keep.md', '*.md'], 'a/keep.md')).toBe(true);
    expect(excluded(['old', '!old/keep.md'], 'old/keep.md')).toBe(true);
    expect(excluded(['old/*', '!old/keep.md'], 'old/keep.md')).toBe(false);
  });
  it('takes the signs of a folder name as they are', () => {
    expect(excluded(['a.md'], '/site 1/bài x/a.md')).toBe(false);
    expect(excluded(['a.md'], 'a.md', resolve('/'))).toBe(true);
  });
  it('keeps the order of what a configuration extends, and what it says again', () => {
    const base = { exclude: ['/site/**/*.md', '!/site/**/a.md'] };
    expect(mergeConfigs(base, { exclude: ['/site/**/*.md'] }).exclude).toEqual([...base.exclude, '/site/**/*.md']);
    expect(mergeConfigs(base, {})).toEqual(base);
    expect(mergeConfigs({}, base)).toEqual(base);
  });

  const name = fc.stringMatching(/^[ab!#]{1,2}$/);
  const part = fc.oneof(name, fc.constantFrom('*', '**', 'a*', '?', '[ab]', '*b', '\\a', '\\!', '\\#'));
  const pattern = fc
    .tuple(
      fc.constantFrom('', '!'),
      fc.constantFrom('', '/'),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '/'),
    )
    .map(([sign, front, parts, end]) => sign + front + parts.join('/') + end);

  it('says of a folder what its .gitignore would say', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 4 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(FOLDER, resolve('/'), resolve('/a/b')),
        (patterns, names, folder) => {
          const path = names.join('/');
          expect(excluded(patterns, join(folder, path), folder)).toBe(
            ignore({ ignorecase: false }).add(patterns).ignores(path),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
