import { spawn } from 'node:child_process';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** The text files of a folder, `.txt` and `.txt.xz`, in the order of their names; a file's own path is itself. */
export function listCorpus(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.txt(\.xz)?$/.test(name));
  if (names.length === 0) throw new RangeError(`hieudinh: no .txt or .txt.xz file in ${path}`);
  return names.sort().map((name) => join(path, name));
}

/** Calls `visit` with each line of a UTF-8 file, `.xz` read through the `xz` program, in bounded memory. */
export async function forEachLine(file: string, visit: (line: string) => void): Promise<void> {
  let input: Readable;
  let failed: Promise<void> | undefined;
  if (file.endsWith('.xz')) {
    const child = spawn('xz', ['-dc', file], { stdio: ['ignore', 'pipe', 'inherit'] });
    input = child.stdout;
    failed = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`hieudinh: xz could not read ${file}`))));
    });
  } else input = createReadStream(file, { highWaterMark: 1 << 20 });
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of input) {
    const text = rest + decoder.decode(chunk as Uint8Array, { stream: true });
    let from = 0;
    for (;;) {
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      if (end > from) visit(text.slice(from, end));
      from = end + 1;
    }
    rest = text.slice(from);
  }
  rest += decoder.decode();
  if (rest.length > 0) visit(rest);
  await failed;
}

/** 53-bit hash of a line, for telling lines apart (cyrb53 by bryc, public domain). */
export function hashLine(line: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
