import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VocabularyWord } from './collect.ts';

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
}
