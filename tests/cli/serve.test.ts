import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { check } from 'gramma';
import { afterEach, describe, expect, it } from 'vitest';

// The built command: `npm test` builds first.
const MAIN = resolve('dist/cli/main.js');

let child: ReturnType<typeof spawn> | undefined;
afterEach(() => child?.kill('SIGKILL'));

async function serve(args: string[] = [], cwd = '.'): Promise<string> {
  child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  for await (const chunk of child.stderr as AsyncIterable<Buffer>) {
    told += chunk;
    const [address] = /http:\S+/.exec(told) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(told);
}

describe('hieudinh serve', () => {
  it('answers a client of LanguageTool until it is told to end', async () => {
    const base = await serve();
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2\/$/);
    const text = 'Kính gửi {name},\nthực hiện các văn bàn chỉ đạo của tỉnh.';
    const { matches } = (await check(text, { api_url: `${base}check`, language: 'vi-VN' })) as {
      matches: { word: string; replacements: { value: string }[] }[];
    };
    expect(matches.map(({ word }) => word)).toEqual(['{name}', 'bàn']);
    expect(matches[1].replacements[0].value).toBe('bản');
    child?.kill('SIGTERM');
    expect(await once(child as NonNullable<typeof child>, 'exit')).toEqual([null, 'SIGTERM']);
  });

  it('holds the house style of the folder that it was started in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
    writeFileSync(join(folder, 'hieudinh.config.json'), '{"rules":{"placeholder":"off"}}');
    try {
      const wordsOf = async (args: string[]): Promise<string[]> => {
        const options = { api_url: `${await serve(args, folder)}check`, language: 'vi' };
        const { matches } = (await check('Kính gửi {name}', options)) as { matches: { word: string }[] };
        child?.kill('SIGKILL');
        return matches.map(({ word }) => word);
      };
      expect(await wordsOf([])).toEqual([]);
      expect(await wordsOf(['--no-config'])).toEqual(['{name}']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is told which port is in use', async () => {
    const { port } = new URL(await serve(['--rules', 'placeholder']));
    const second = spawnSync(process.execPath, [MAIN, 'serve', '--port', port], { encoding: 'utf8' });
    expect(second.status).toBe(2);
    expect(second.stderr).toContain(`--port ${port}: is in use`);
  });

  it.each([
    [['--host', '0.0.0.0'], 'serve answers only this machine'],
    [['--port', '70000'], '--port 70000: expected a number, 0 to 65535'],
    [['--dictionary', 'missing.bin'], 'dictionary missing.bin cannot be read'],
    [['--dictionary', 'package.json'], 'dictionary'],
    [['--time-limit', '0'], '--time-limit 0: expected'],
    [['a.txt'], 'serve takes no files'],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'serve', ...args], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});
