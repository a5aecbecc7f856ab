import { fstatSync } from 'node:fs';
import type { Writable } from 'node:stream';

/** POSIX: a write of so many bytes to a pipe is done whole or not at all. */
const PIPE_BUF = 4096;

/**
 * Writes whole lines, and waits until each write has been taken: a slow reader slows the work down, and nothing piles up.
 * Into a pipe lines go in groups of at most {@link PIPE_BUF} bytes, so that even a process killed between two of them
 * has not left half a line.
 */
export class LineOutput {
  readonly #stream: Writable;
  readonly #group: number;
  #stopped = false;
  /** Bytes that the reader has taken. */
  written = 0;

  constructor(stream: Writable, group: number = isPipe(stream) ? PIPE_BUF : Number.POSITIVE_INFINITY) {
    this.#stream = stream;
    this.#group = group;
  }

  /** Further groups are dropped; the one on its way is finished. */
  stop(): void {
    this.#stopped = true;
  }

  /** @param bytes whole lines */
  async write(bytes: Uint8Array): Promise<void> {
    let from = 0;
    while (from < bytes.length && !this.#stopped) {
      const to = this.#endOfGroup(bytes, from);
      await this.#take(bytes.subarray(from, to));
      this.written += to - from;
      from = to;
    }
  }

  #endOfGroup(bytes: Uint8Array, from: number): number {
    if (bytes.length - from <= this.#group) return bytes.length;
    const last = bytes.lastIndexOf(LINE_FEED, from + this.#group - 1);
    if (last >= from) return last + 1;
    const next = bytes.indexOf(LINE_FEED, from);
    return next < 0 ? bytes.length : next + 1;
  }

  #take(bytes: Uint8Array): Promise<void> {
    // An error, of which a reader gone is one, is told to the stream's own listener: here it only must not hang.
    return new Promise((resolve) => {
      this.#stream.write(bytes, () => resolve());
    });
  }
}

const LINE_FEED = 0x0a;

function isPipe(stream: Writable): boolean {
  const { fd } = stream as Writable & { fd?: number };
  try {
    return typeof fd === 'number' && fstatSync(fd).isFIFO();
  } catch {
    return false;
  }
}
