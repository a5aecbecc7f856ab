import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VocabularyWord } from './collect.ts';
import type { ContextParameters } from './context-train.ts';

/** The folder where the steps of a build leave what later steps read, so that each can be run again by itself. */
export class Workspace {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  writeIds(ids: Uint16Array): void {
    writeFileSync(this.path('ids.u16'), new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength));
  }

  readIds(): Uint16Array {
    const bytes = readFileSync(this.path('ids.u16'));
    return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
  }

  /** Hashes of words that are rare but no slip of another. */
  writeRare(hashes: readonly number[]): void {
    writeFileSync(this.path('rare.i32'), new Uint8Array(Int32Array.from(hashes).buffer));
  }

  readRare(): number[] {
    const bytes = readFileSync(this.path('rare.i32'));
    return [...new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))];
  }

  writeWords(words: readonly VocabularyWord[]): void {
    const lines = words.map((w) => `${w.text}\t${w.hash}\t${w.count}\t${w.capitalShare.toFixed(4)}`);
    writeFileSync(this.path('words.tsv'), `${lines.join('\n')}\n`);
  }

  readWords(): VocabularyWord[] {
    return readFileSync(this.path('words.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [text, hash, count, capitalShare] = line.split('\t');
        return { text, hash: Number(hash), count: Number(count), capitalShare: Number(capitalShare) };
      });
  }

  /** The trained model of context: its sizes as a line of JSON, then its tables. */
  writeContext(model: ContextParameters): void {
    const { width, reach, words, nearWords } = model;
    const sizes = { width, reach, words, nearWords, pairs: model.pairs.length };
    const tables = [model.pairs, ...contextTables.map((name) => model[name])];
    const bytes = tables.map((table) => new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
    writeFileSync(this.path('context.bin'), Buffer.concat([Buffer.from(`${JSON.stringify(sizes)}\n`), ...bytes]));
  }

  readContext(): ContextParameters {
    const file = readFileSync(this.path('context.bin'));
    const end = file.indexOf('\n');
    const { width, reach, words, nearWords, pairs } = JSON.parse(file.toString('utf8', 0, end));
    const bytes = file.buffer.slice(file.byteOffset + end + 1, file.byteOffset + file.byteLength);
    let at = 0;
    const take = (count: number): Float32Array => {
      at += 4 * count;
      return new Float32Array(bytes, at - 4 * count, count);
    };
    const keys = new Uint32Array(bytes, 0, pairs);
    at = keys.byteLength;
    return {
      width,
      reach,
      words,
      nearWords,
      pairs: keys,
      input: take(words * width),
      output: take(words * width),
      bias: take(words),
      position: take(2 * reach * width),
      near: take(2 * nearWords * width),
      pairPosition: take(2 * reach * width),
      pairInput: take(pairs * width),
      pairOutput: take(pairs * width),
    };
  }
}

/** Tables of the model of context, in the order in which they are written. */
const contextTables = [
  'input',
  'output',
  'bias',
  'position',
  'near',
  'pairPosition',
  'pairInput',
  'pairOutput',
] as const;
