/** Code units a chunk has at most: a long article is one chunk, and memory stays bounded for a book. */
export const CHUNK_LENGTH: number = 1 << 16;

/**
 * Cuts a text into stretches that are checked by themselves: after a line end where there is one in the last half of
 * a chunk, else after a space, else in the middle of a word that is no word.
 */
export function chunksOf(text: string): [start: number, end: number][] {
  const chunks: [number, number][] = [];
  let start = 0;
  while (text.length - start > CHUNK_LENGTH) {
    const limit = start + CHUNK_LENGTH;
    // Looked for in the last half only: a search over the whole text would be quadratic where it has no line end.
    const half = start + CHUNK_LENGTH / 2;
    const tail = text.slice(half, limit);
    const line = tail.lastIndexOf('\n') + 1;
    const gap = line > 0 ? line : tail.lastIndexOf(' ') + 1;
    const end = gap > 0 ? half + gap : limit;
    chunks.push([start, end]);
    start = end;
  }
  chunks.push([start, text.length]);
  return chunks;
}
