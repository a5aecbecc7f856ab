import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Files that `npm pack` takes; the build is not run, since only what is no output of it is linked to. */
const packed = new Set<string>(
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8', maxBuffer: 1 << 24 }),
  )[0].files.map((file: { path: string }) => file.path),
);
const pages = [...packed].filter((path) => path.endsWith('.md'));
const kept = ['CONTRIBUTING.md', 'DESIGN.md', 'benchmarks/README.md'];

/** Links of a page to files, each with its line. */
const linksOf = (page: string): { target: string; line: string }[] =>
  readFileSync(page, 'utf8')
    .split('\n')
    .flatMap((line) =>
      [...line.matchAll(/\]\(([^)\s]+)\)|(?:href|src)="([^"]+)"/g)].map((m) => ({ target: m[1] ?? m[2], line })),
    )
    .filter(({ target }) => !/^(?:[a-z]+:|#)/.test(target))
    .map(({ target, line }) => ({ target: join(dirname(page), target.replace(/#.*/, '')), line }));

describe('links between pages', () => {
  it('are there in the pages of the package', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'README.vi.md', 'docs/rules.vi.md', 'docs/fixers.md']));
    expect(linksOf('README.md').length).toBeGreaterThan(5);
  });
  it.each([...pages, ...kept])('of %s lead to files', (page) => {
    for (const { target } of linksOf(page)) expect(existsSync(target), `${page}: ${target}`).toBe(true);
  });
  it.each(pages)('of %s lead to files of the package, or say that they are in the repository', (page) => {
    for (const { target, line } of linksOf(page)) {
      const isTold = packed.has(target) || /repository|kho mã nguồn/.test(line);
      expect(isTold, `${page}: ${target} is not in the package`).toBe(true);
    }
  });
});

describe('types of the package', () => {
  it('name no page of docs that is not in it', () => {
    const named = execFileSync(
      'grep',
      ['-rhoE', 'docs/[a-z./-]+\\.md`', 'src', '--include=*.ts', '--exclude-dir=build'],
      {
        encoding: 'utf8',
      },
    );
    for (const page of named.trimEnd().split('\n')) expect(packed).toContain(page.slice(0, -1));
  });
});
