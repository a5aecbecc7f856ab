import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cachedHouseStyle } from '../../src/config/cached-house-style.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

it('reads a configuration once for many files, and what was changed a second later', () => {
  const config = join(folder, 'hieudinh.config.json');
  const levelNow = (name: string): string | undefined =>
    cachedHouseStyle(config).optionsOf(join(folder, name), 'check').level;
  writeFileSync(config, '{"level":"auto"}');
  const first = cachedHouseStyle(config).optionsOf(join(folder, 'a.txt'), 'check');
  writeFileSync(config, '{"level":"suggest"}');
  expect(cachedHouseStyle(config).optionsOf(join(folder, 'b.txt'), 'check')).toBe(first);
  vi.advanceTimersByTime(999);
  expect(levelNow('c.txt')).toBe('auto');
  vi.advanceTimersByTime(1);
  expect(levelNow('d.txt')).toBe('suggest');
});

it('keeps the styles of two configurations apart, and does not live on when the clock is set back', () => {
  const [a, b] = ['a.json', 'b.json'].map((name) => join(folder, name));
  writeFileSync(a, '{}');
  writeFileSync(b, '{}');
  const house = cachedHouseStyle(a);
  expect(cachedHouseStyle(a)).toBe(house);
  expect(cachedHouseStyle(b)).not.toBe(house);
  expect(cachedHouseStyle(false)).toBe(cachedHouseStyle(false));
  vi.setSystemTime(Date.now() - 60_000);
  expect(cachedHouseStyle(a)).not.toBe(house);
});

it('tells each time what is wrong', () => {
  const config = join(folder, 'bad.json');
  writeFileSync(config, '{"level":1}');
  for (let i = 0; i < 2; i++) expect(() => cachedHouseStyle(config)).toThrow(RangeError);
});
