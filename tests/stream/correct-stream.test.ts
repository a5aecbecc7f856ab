import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corrector } from '../../src/correct/types.ts';
import { type CorrectStreamOptions, createCorrectStream } from '../../src/stream/index.ts';

/** Corrects "sai", and says where each text it was given began and ended. */
const corrector: Corrector = {
  profile: 'edited',
  level: 'suggest',
  check: () => [],
  correct: (text, options) => ({
    text: `<${text.replaceAll('sai', options?.profile === 'ocr' ? 'OCR' : 'đúng')}>`,
    edits: [],
    findings: [],
  }),
};

async function pipe(chunks: readonly string[], options?: CorrectStreamOptions): Promise<string[]> {
  const out: string[] = [];
  const source = new ReadableStream<string>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  await source.pipeThrough(createCorrectStream(corrector, options)).pipeTo(
    new WritableStream({
      write(chunk) {
        out.push(chunk);
      },
    }),
  );
  return out;
}

describe('createCorrectStream', () => {
  it('corrects each line on its own, wherever the chunks are cut', async () => {
    const part = fc.constantFrom('sai', 's', 'ai', '\n', '\r\n', '\r', ' ', '😀'.slice(0, 1), '');
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 20 }), async (chunks) => {
        const wanted = chunks
          .join('')
          .split(/(?<=\n)/)
          .map((line) => line.match(/^(.*?)(\r?\n)?$/s) ?? [])
          .map(([, line, end = '']) => `${corrector.correct(line).text}${end}`);
        expect((await pipe(chunks)).join('')).toBe(chunks.join('') === '' ? '' : wanted.join(''));
      }),
    );
  });

  it('gives a line as soon as it has ended', async () => {
    expect(await pipe(['sai\ns', 'ai\n', 'x'])).toEqual(['<đúng>\n', '<đúng>\n', '<x>']);
  });

  it('corrects chunk by chunk where each is a text', async () => {
    expect(await pipe(['sai\nsai', '', 'b'], { by: 'chunk' })).toEqual(['<đúng\nđúng>', '<>', '<b>']);
  });

  it('hands options on, and normalises first where asked', async () => {
    expect(await pipe(['sai'], { profile: 'ocr' })).toEqual(['<OCR>']);
    expect(await pipe(['Viê\u0323t'], { normalize: {} })).toEqual(['<Việt>']);
    expect(await pipe(['Viê\u0323t'])).toEqual(['<Viê\u0323t>']);
  });

  it('refuses what it does not know', async () => {
    expect(() => createCorrectStream(corrector, { by: 'word' as 'line' })).toThrow(RangeError);
    await expect(pipe([1 as unknown as string])).rejects.toThrow(TypeError);
  });
});
