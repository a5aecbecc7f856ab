import { PassThrough, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFilterStep, type FilterSettings } from '../../src/cli/filter-step.ts';
import { filterInPool } from '../../src/cli/filter-workers.ts';
import { type LineBlock, readLineBlocks } from '../../src/cli/line-blocks.ts';
import { LineOutput } from '../../src/cli/line-output.ts';
import { Progress, progressLine } from '../../src/cli/progress.ts';
import { RepeatMarker } from '../../src/cli/repeat-marker.ts';
import type { Corrector } from '../../src/correct/types.ts';
import { WorkerDiedError } from '../../src/parallel/worker-pool.ts';

/** Corrects "sai" to "đúng": what is tested here is what stands around a corrector. */
const corrector: Corrector = {
  profile: 'edited',
  level: 'suggest',
  check: () => [],
  correct: (text) => {
    const edits = [...text.matchAll(/sai/g)].map(({ index }) => ({
      start: index,
      end: index + 3,
      original: 'sai',
      replacement: 'đúng',
    }));
    return { text: text.replaceAll('sai', 'đúng'), edits, findings: [] };
  },
};
const SETTINGS: FilterSettings = {
  raw: false,
  from: 'text',
  to: 'text',
  normalize: false,
  style: 'preserve',
  correct: true,
  decode: undefined,
  dedupe: false,
  strict: false,
};

function filter(input: string | Uint8Array, settings: Partial<FilterSettings> = {}) {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const result = createFilterStep({ ...SETTINGS, ...settings }, corrector)({ bytes, firstLine: 1 });
  return { ...result, text: Buffer.from(result.bytes).toString('latin1') };
}
const latin = (text: string): string => Buffer.from(text).toString('latin1');

describe('the step of filter', () => {
  it('leaves a line with nothing to correct as it is, byte for byte', () => {
    const line = '\ufeff { "text" : "\\u0111\\u00fang \\/ ok" , "n": 1.0 }\r\n';
    expect(filter(line).text).toBe(latin(line));
  });

  it('writes only the field, into another one where asked', () => {
    expect(filter('{"text":"sai"}\n').text).toBe(latin('{"text":"đúng"}\n'));
    expect(filter('{"text":"sai"}\n', { to: 'out' }).text).toBe(latin('{"text":"sai","out":"đúng"}\n'));
  });

  it('keeps blank lines, and the slot of a bad one', () => {
    const { text, bad, lines, texts } = filter('\n{"text":\n \r\n{"text":"sai"}');
    const [, second, ...rest] = text.split('\n');
    expect(JSON.parse(second)).toEqual({ error: bad[0].message, line: 2, raw: '{"text":' });
    expect(rest).toEqual([' \r', latin('{"text":"đúng"}'), '']);
    expect(bad).toMatchObject([{ line: 2 }]);
    expect({ lines, texts }).toEqual({ lines: 4, texts: 1 });
  });

  it.each([
    ['{"id":1.0,"text":null}', '{"id":1.0,"text":null,"error":"field \\"text\\" is null","line":1}', 'null'],
    [' { "a" : "\\u0111" } \r', ' { "a" : "\\u0111","error":"field \\"text\\" is missing","line":1 } \r', 'no text'],
    ['{}', '{"error":"field \\"text\\" is missing","line":1}', 'no text'],
    ['\ufeff{"text":[7]}', '\ufeff{"text":[7],"error":"field \\"text\\" is no string","line":1}', 'no text'],
    // What is its own is not overwritten.
    ['{"line":12,"error":null}', '{"line":12,"error":null}', 'no text'],
  ])('passes a row without a text on with all its fields: %s', (row, wanted, kind) => {
    const { text, bad } = filter(`${row}\n`);
    expect(text).toBe(latin(`${wanted}\n`));
    expect(bad).toMatchObject([{ line: 1, row: kind }]);
  });

  it.each(['no', '[]', 'null', '"sai"', '{"text":"sai"', '\ufeff{', '{\r'])(
    'holds a line that is no row: %j',
    (line) => {
      const row = JSON.parse(Buffer.from(filter(`${line}\n`).bytes).toString());
      expect(row).toEqual({ error: expect.any(String), line: 1, raw: line });
    },
  );

  it('stops behind the first bad line where strict', () => {
    expect(filter('{}\n{"text":"sai"}\n', { strict: true })).toMatchObject({ lines: 1, bad: [{ line: 1 }] });
  });

  it('passes raw bytes that are no UTF-8 through, and corrects the lines around', () => {
    const input = Buffer.concat([Buffer.from('sai\r\n'), Uint8Array.of(0xff, 0x0a), Buffer.from('sai')]);
    const { text, bad } = filter(input, { raw: true });
    expect(text).toBe(`${latin('đúng\r\n')}\xff\n${latin('đúng\n')}`);
    expect(bad).toEqual([{ line: 2, message: 'is not UTF-8' }]);
  });

  it('tells a row that is no UTF-8 in its slot', () => {
    const input = Buffer.concat([Buffer.from('{"text":"'), Uint8Array.of(0xc3), Buffer.from('"}\n{"text":"sai"}\n')]);
    const [first, second] = filter(input).text.split('\n');
    expect(second).toBe(latin('{"text":"đúng"}'));
    const { rawBase64, ...row } = JSON.parse(first);
    expect(row).toEqual({ error: 'is not UTF-8', line: 1 });
    expect(Buffer.from(rawBase64, 'base64')).toEqual(input.subarray(0, input.indexOf(0x0a)));
  });

  it('normalises before it corrects, and counts', () => {
    const input = '{"text":"sai Viê\u0323t"}\n';
    const { text, changed } = filter(input, { normalize: true });
    expect(text).toBe(latin('{"text":"đúng Việt"}\n'));
    expect(changed).toBe(1);
    expect(filter(input, { normalize: true, correct: false }).text).toBe(latin('{"text":"sai Việt"}\n'));
  });

  it('takes repeated blocks out of a text of several lines', () => {
    const headline = 'Khai mạc hội nghị toàn tỉnh về chuyển đổi số';
    const { text, removed } = filter(`${JSON.stringify({ text: `${headline}\n\nThân bài.\n\n${headline}` })}\n`, {
      dedupe: true,
      correct: false,
    });
    expect(removed).toBe(1);
    expect(text).toBe(latin(`${JSON.stringify({ text: `${headline}\n\nThân bài.` })}\n`));
  });

  it('writes lone surrogates as JSON may', () => {
    expect(filter('{"text":"sai \\ud800"}\n').text).toBe(latin('{"text":"đúng \\ud800"}\n'));
  });
});

describe('blocks and steps together', () => {
  /** The twin: line by line, parse, assign, stringify. */
  function slowly(line: string, number: number): unknown {
    if (line.trim() === '') return line;
    try {
      const row = JSON.parse(line);
      if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Error('expected an object');
      if (row.text === undefined) return { ...row, error: 'field "text" is missing', line: number };
      if (typeof row.text !== 'string') return { ...row, error: 'field "text" is no string', line: number };
      return { ...row, out: row.text.replaceAll('sai', 'đúng') };
    } catch (error) {
      return { error: (error as Error).message, line: number, raw: line };
    }
  }

  it('give for each line what it gives alone, wherever the chunks are cut', async () => {
    const row = fc.record(
      { text: fc.oneof(fc.constantFrom('sai', 'một sai, sai', ''), fc.string()), id: fc.integer(), out: fc.string() },
      { requiredKeys: [] },
    );
    const line = fc.oneof(
      row.map((one) => JSON.stringify(one)),
      fc.constantFrom('', ' ', '[]', 'null', '{"text":1}', '{"text":"sai"', '{"text":"sai"}\r', '{ "text" : "sai" }'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 6 }), async (lines, cuts) => {
        const bytes = Buffer.from(lines.map((one) => `${one}\n`).join(''));
        const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const step = createFilterStep({ ...SETTINGS, to: 'out' }, corrector);
        let out = '';
        for (const block of await blocksOf(at.slice(1).map((end, i) => bytes.subarray(at[i], end)))) {
          out += Buffer.from(step(block).bytes).toString();
        }
        const written = out.split('\n').slice(0, -1);
        const read = written.map((one) => (one.trim() === '' ? one : JSON.parse(one)));
        expect(read).toEqual(lines.map((one, i) => slowly(one, i + 1)));
      }),
      { numRuns: 300 },
    );
  });
});

async function blocksOf(chunks: Iterable<Uint8Array>, longest?: number): Promise<LineBlock[]> {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  const blocks: LineBlock[] = [];
  for await (const block of readLineBlocks(source(), longest)) blocks.push(block);
  return blocks;
}

describe('readLineBlocks', () => {
  it('gives whole lines with their numbers, wherever the chunks are cut', async () => {
    const parts = fc.array(fc.constantFrom('a', '\n', '\r\n', 'ế', '\u2028', '😀', ''), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(parts, fc.array(fc.nat(60), { maxLength: 5 }), async (drawn, cuts) => {
        const bytes = Buffer.from(drawn.join(''));
        const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const blocks = await blocksOf(at.slice(1).map((end, i) => bytes.subarray(at[i], end)));
        expect(Buffer.concat(blocks.map((block) => block.bytes))).toEqual(bytes);
        let line = 1;
        blocks.forEach((block, i) => {
          expect(block.firstLine).toBe(line);
          expect(block.bytes.length).toBeGreaterThan(0);
          if (i < blocks.length - 1) expect(block.bytes.at(-1)).toBe(0x0a);
          line += block.lines;
        });
        const text = bytes.toString();
        expect(line - 1).toBe(text === '' ? 0 : text.replace(/\n$/, '').split('\n').length);
      }),
    );
  });

  it('refuses a line that is too long, after the ones before it', async () => {
    const chunks = [Buffer.from('a\nbbbb'), Buffer.from('bbbb'), Buffer.from('b\n')];
    await expect(blocksOf(chunks, 8)).rejects.toThrow('line 2 is longer than 8 bytes');
    await expect(blocksOf(chunks, 9)).resolves.toHaveLength(2);
  });
});

describe('filterInPool', () => {
  const step = createFilterStep(SETTINGS, corrector);
  /** A pool whose workers die over the word "chết". */
  const pool = {
    tasks: 0,
    async run(block: LineBlock) {
      this.tasks++;
      if (Buffer.from(block.bytes).includes('chết')) throw new WorkerDiedError('hieudinh: a worker died twice');
      return step(block);
    },
  };
  const row = (text: string): string => `{"text":"${text}"}\n`;

  it('refuses only the line that kills its workers', async () => {
    const bytes = Buffer.from(row('sai') + row('chết') + row('sai').trimEnd());
    const { bytes: out, ...counts } = await filterInPool(pool, SETTINGS, { bytes, firstLine: 5, lines: 3 });
    expect(Buffer.from(out).toString()).toBe(
      `${row('đúng')}${JSON.stringify({ text: 'chết', error: 'a worker died twice', line: 6 })}\n${row('đúng')}`,
    );
    expect(counts).toEqual({
      firstLine: 5,
      bytesIn: bytes.length,
      lines: 3,
      changed: 2,
      corrections: { spelling: 2 },
      removed: 0,
      texts: 2,
      encoded: 0,
      firstEncoded: undefined,
      bad: [{ line: 6, message: 'a worker died twice' }],
    });
    expect(pool.tasks).toBe(4);
  });

  it('passes such a raw line through, and other failures on', async () => {
    const raw = { ...SETTINGS, raw: true };
    const { bytes } = await filterInPool(pool, raw, { bytes: Buffer.from('chết'), firstLine: 1, lines: 1 });
    expect(Buffer.from(bytes).toString()).toBe('chết\n');
    const broken = { run: () => Promise.reject(new Error('other')) };
    await expect(filterInPool(broken, raw, { bytes, firstLine: 1, lines: 1 })).rejects.toThrow('other');
  });
});

describe('LineOutput', () => {
  it('writes groups of whole lines, a long line alone', async () => {
    const written: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        setImmediate(done);
      },
    });
    const output = new LineOutput(stream, 6);
    await output.write(Buffer.from('a\nb\ncc\nlong line\nd\n'));
    expect(written).toEqual(['a\nb\n', 'cc\n', 'long line\n', 'd\n']);
  });

  it('waits for a slow reader, and stops between lines', async () => {
    const stream = new PassThrough({ highWaterMark: 1 });
    const output = new LineOutput(stream, 2);
    const writing = output.write(Buffer.from('a\nb\nc\nd\ne\nf\n'));
    await new Promise(setImmediate);
    expect(output.written).toBeLessThan(12);
    output.stop();
    const read: string[] = [];
    stream.on('data', (chunk) => read.push(String(chunk)));
    await writing;
    const all = read.join('');
    expect('a\nb\nc\nd\ne\nf\n'.startsWith(all)).toBe(true);
    expect(all.length).toBeLessThan(12);
    expect(all.length % 2).toBe(0);
  });
});

describe('RepeatMarker', () => {
  const first = 'Khai mạc hội nghị Trung ương lần thứ 5';
  const again = 'KHAI MẠC Hội nghị Trung ương lần thứ 5';
  const other = 'Khai mạc hội nghị Trung ương lần thứ 6';
  const row = (text: string): string => `${JSON.stringify({ text })}\n`;
  const mark = (marker: RepeatMarker, text: string, firstLine = 1): string =>
    Buffer.from(marker.mark(Buffer.from(text), firstLine)).toString();

  it('marks rows with the number of the line they repeat, also in a later block', () => {
    const marker = new RepeatMarker({ raw: false, field: 'text' });
    expect(mark(marker, row(first) + row(other) + row(again))).toBe(
      `${row(first)}${row(other)}${JSON.stringify({ text: again, duplicateOf: 1 })}\n`,
    );
    expect(mark(marker, row(again), 9)).toBe(`${JSON.stringify({ text: again, duplicateOf: 1 })}\n`);
    expect(marker.duplicates).toBe(2);
  });

  it('leaves raw repeats out, and bytes that are no UTF-8 alone', () => {
    const marker = new RepeatMarker({ raw: true, field: 'text' });
    const bytes = Buffer.concat([Buffer.from(`${first}\n\n`), Uint8Array.of(0xff, 0x0a), Buffer.from(`${again}\n`)]);
    expect(Buffer.from(marker.mark(bytes, 1))).toEqual(
      Buffer.concat([Buffer.from(`${first}\n\n`), Uint8Array.of(0xff, 0x0a)]),
    );
  });

  it('forgets what has left the window', () => {
    const marker = new RepeatMarker({ raw: true, field: 'text', window: 2 });
    const lines = ['một', 'hai', 'ba', 'bốn', 'năm'].map((word) => `Hội nghị triển khai công tác ${word}\n`);
    expect(mark(marker, lines[0] + lines[1] + lines[0])).toBe(lines[0] + lines[1]);
    expect(mark(marker, lines[2] + lines[3] + lines[4] + lines[0], 4)).toBe(lines[2] + lines[3] + lines[4] + lines[0]);
    expect(mark(marker, lines[4], 8)).toBe('');
  });
});

describe('Progress', () => {
  it('says bytes, share, rate and time left', () => {
    const line = progressLine({ lines: 2000, bytes: 500_000 }, 2_000_000, 10);
    expect(line).toBe('[#####...............] 25 %  500 kB of 2.0 MB  2,000 lines  200/s  00:30 left');
    expect(progressLine({ lines: 1, bytes: 5_000 }, undefined, 0.5)).toBe('5 kB  1 lines  2/s');
  });

  it('writes over its line on a terminal, seldom, and nothing elsewhere', () => {
    const written: string[] = [];
    let now = 0;
    const write = (text: string): number => written.push(text);
    const onTerminal = new Progress({ stream: { isTTY: true, columns: 40, write }, clock: () => now });
    onTerminal.update({ lines: 1, bytes: 1 });
    expect(written).toEqual([]);
    now = 1000;
    onTerminal.update({ lines: 1, bytes: 1 });
    onTerminal.update({ lines: 2, bytes: 2 });
    onTerminal.clear();
    onTerminal.clear();
    expect(written).toEqual(['\r0 kB  1 lines  1/s\x1b[K', '\r\x1b[K']);
    const elsewhere = new Progress({ stream: { write }, clock: () => now });
    now = 5000;
    elsewhere.update({ lines: 1, bytes: 1 });
    elsewhere.clear();
    expect(written).toHaveLength(2);
  });
});
