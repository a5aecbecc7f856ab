import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ENTRY = new URL('../../src/index.ts', import.meta.url).pathname;
const DICTIONARY = new URL('../../dictionaries/standard.bin', import.meta.url);

/** The core as a browser's script, run where there is no `process`, `require` or `Buffer`. */
async function inBrowser(): Promise<Record<string, (...rest: unknown[]) => unknown>> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'hieudinh',
    target: 'es2022',
  });
  const global = createContext({ TextDecoder, TextEncoder, TransformStream });
  runInContext(outputFiles[0].text, global);
  return (global as { hieudinh: Record<string, (...rest: unknown[]) => unknown> }).hieudinh;
}

describe('the core in a browser', () => {
  it('bundles without any module of Node, and normalises and removes repeats', async () => {
    const core = await inBrowser();
    expect(core.normalize('Viê\u0323t')).toBe('Việt');
    expect(typeof core.dedupe).toBe('function');
  });

  it('corrects with a dictionary that is passed as bytes', async () => {
    const core = await inBrowser();
    const dictionary = core.openDictionary(new Uint8Array(readFileSync(DICTIONARY)));
    const corrector = core.createCorrector(dictionary) as { correct: (text: string) => { text: string } };
    expect(corrector.correct('triển khai các văn bàn chi đạo của Thường trực Tình ủy').text).toBe(
      'triển khai các văn bản chỉ đạo của Thường trực Tỉnh ủy',
    );
  });
});
