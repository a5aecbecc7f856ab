export {
  checkDocument,
  type DocumentFormat,
  type DocumentOptions,
  fixDocument,
  formatOfPath,
  readDocument,
} from './documents.ts';
export { readHtml } from './html.ts';
export { readMarkdown } from './markdown.ts';
export { readPlain } from './plain.ts';
export { Prose } from './prose.ts';
