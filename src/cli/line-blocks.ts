import { UsageError } from './usage-error.ts';

/** Whole lines of a stream, as bytes. */
export interface LineBlock {
  /** Ends with a line feed, but for the last block of a stream that does not. */
  readonly bytes: Uint8Array;
  /** Number of its first line, counted from 1. */
  readonly firstLine: number;
  readonly lines: number;
}

/** Above it a line cannot become a string with room to spare: V8's strings end at 2^29 units. */
export const LONGEST_LINE: number = 1 << 28;

/**
 * Cuts chunks of bytes behind line feeds (U+2028 may stand inside JSON). A block is given as soon as it has come, so that
 * `tail -f` flows; no more is held than the longest line and a chunk.
 * @throws {UsageError} if a line is longer than `longest` bytes
 */
export async function* readLineBlocks(
  chunks: AsyncIterable<Uint8Array>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<LineBlock> {
  // Parts of a line that no chunk has ended yet: joined once, so that a long line costs linear time.
  let open: Uint8Array[] = [];
  let held = 0;
  let firstLine = 1;
  for await (const chunk of chunks) {
    const cut = chunk.lastIndexOf(LINE_FEED) + 1;
    held += cut === 0 ? chunk.length : chunk.indexOf(LINE_FEED);
    if (held > longest) throw new UsageError(`line ${firstLine} is longer than ${longest} bytes`);
    if (cut === 0) {
      open.push(chunk);
      continue;
    }
    const bytes = open.length === 0 ? chunk.subarray(0, cut) : Buffer.concat([...open, chunk.subarray(0, cut)]);
    open = cut < chunk.length ? [chunk.subarray(cut)] : [];
    held = chunk.length - cut;
    const lines = countLines(bytes);
    yield { bytes, firstLine, lines };
    firstLine += lines;
  }
  if (held > 0) yield { bytes: open.length === 1 ? open[0] : Buffer.concat(open), firstLine, lines: 1 };
}

const LINE_FEED = 0x0a;

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}
