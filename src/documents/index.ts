export { checkDocument, type DocumentOptions, fixDocument, readDocument } from './documents.ts';
export { DOCUMENT_FORMATS, type DocumentFormat, formatOfPath } from './format.ts';
export { readHtml } from './html.ts';
export { readMarkdown } from './markdown.ts';
export { readPlain } from './plain.ts';
export { Prose } from './prose.ts';
