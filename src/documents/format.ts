/** What a file is written in. */
export type DocumentFormat = 'text' | 'html' | 'markdown';

/** Names of the formats. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = ['text', 'html', 'markdown'];

/** Ends of names, and what files with them are written in. */
const FORMATS: ReadonlyMap<string, DocumentFormat> = new Map<string, DocumentFormat>([
  ['txt', 'text'],
  ['text', 'text'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
]);

/** Format of a file by the end of its name: `.html`, `.htm`, `.xhtml`; `.md`, `.markdown`; text for all others. */
export function formatOfPath(path: string): DocumentFormat {
  return knownFormatOfPath(path) ?? 'text';
}

/** {@link formatOfPath}, but undefined for a name that ends in none of these, nor in `.txt` or `.text`. */
export function knownFormatOfPath(path: string): DocumentFormat | undefined {
  return FORMATS.get(/\.([A-Za-z]+)$/.exec(path)?.[1].toLowerCase() ?? '');
}
