import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What each room may import from; `src/build` may import from all. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  unicode: [],
  text: ['unicode'],
  language: ['text', 'unicode'],
  correct: ['language', 'text', 'unicode'],
  headlines: ['unicode'],
  check: ['correct', 'headlines', 'unicode'],
  documents: ['check'],
  report: ['check'],
  load: ['correct', 'language'],
  config: ['check', 'correct', 'load', 'report'],
  page: ['check', 'correct', 'language', 'report'],
  parallel: ['correct', 'language', 'load'],
  stream: ['correct', 'unicode'],
  serve: ['report', 'unicode'],
  textlint: ['check', 'config', 'documents', 'load', 'report'],
  retext: ['check', 'config', 'correct', 'documents', 'load', 'report'],
  cli: [
    'check',
    'config',
    'correct',
    'documents',
    'headlines',
    'language',
    'load',
    'page',
    'parallel',
    'report',
  ].concat(['serve', 'unicode']),
};

const roomsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Files of a room and the rooms that they import from. */
function importsOf(room: string): [file: string, from: string][] {
  const files = readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file));
  return files.flatMap((file) => {
    const depth = file.split(/[\\/]/).length;
    const up = '../'.repeat(depth).replaceAll('.', '\\.');
    const source = readFileSync(`src/${room}/${file}`, 'utf8');
    return [...source.matchAll(new RegExp(`from '${up}([a-z]+)/`, 'g'))].map(([, from]): [string, string] => [
      `${room}/${file}`,
      from,
    ]);
  });
}

describe('rooms', () => {
  it('are all listed', () => {
    expect(roomsIn('src').sort()).toEqual(['build', ...Object.keys(LEFT)].sort());
  });

  it.each(Object.entries(LEFT))('%s imports from %j only', (room, left) => {
    const imports = importsOf(room);
    expect(imports.filter(([, from]) => !left.includes(from))).toEqual([]);
    if (left.length > 0) expect(imports.length).toBeGreaterThan(0);
  });
});
