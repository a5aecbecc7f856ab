import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { readMarkdown as readInNode } from '../../src/documents/index.ts';
import type { Finding } from '../../src/finding.ts';

const ENTRY = new URL('../../src/index.ts', import.meta.url).pathname;
const DICTIONARY = new URL('../../dictionaries/standard.bin', import.meta.url);

/** A module as a browser's script, run where there is no `process`, `require`, `Buffer` or `document`, as in a worker. */
async function inBrowser(entry: string = ENTRY): Promise<Record<string, (...rest: unknown[]) => unknown>> {
  const { outputFiles } = await build({
    entryPoints: [entry],
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

describe('documents in a worker of a browser', () => {
  it('are read as they are in Node, with no setting of the bundler', async () => {
    const { checkDocument, readMarkdown } = await inBrowser('dist/documents/index.js');
    const source = '# Kính gửi &lt; **{name}** &Agrave; https://a.vn\n\n| a |\n|---|\n| b[^1] |';
    expect((readMarkdown(source) as { text: string }).text).toBe(readInNode(source).text);
    const [finding] = checkDocument('<p>Chào {name}</p>', { format: 'html', rules: ['placeholder'] }) as Finding[];
    expect(finding.original).toBe('{name}');
  });

  it('come with the licenses of what is joined into them', () => {
    const licenses = readFileSync('dist/documents/markdown-parser.licenses.txt', 'utf8');
    for (const name of ['micromark', 'micromark-extension-gfm-table', 'decode-named-character-reference'])
      expect(licenses).toContain(`\n${name}\n\n(The MIT License)\n`);
  });
});
