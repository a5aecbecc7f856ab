/** What a file is written in. */
export type DocumentFormat = 'text' | 'html' | 'markdown';

/** Names of the formats. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = ['text', 'html', 'markdown'];

/** Format of a file by the end of its name: `.html`, `.htm`, `.xhtml`; `.md`, `.markdown`; text for all others. */
export function formatOfPath(path: string): DocumentFormat {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1].toLowerCase() ?? '';
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml') return 'html';
  return extension === 'md' || extension === 'markdown' ? 'markdown' : 'text';
}
