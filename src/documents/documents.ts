import { type CheckOptions, checkSource, type FixResult, fixSource, type SourceText } from '../check/index.ts';
import type { Finding } from '../finding.ts';
import type { DocumentFormat } from './format.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPlain } from './plain.ts';

/** Settings of {@link checkDocument} and {@link fixDocument}. */
export interface DocumentOptions extends CheckOptions {
  /** Default `text`. See {@link formatOfPath}. */
  readonly format?: DocumentFormat;
}

/**
 * Checks a file with markup. Only what a reader reads is checked; offsets are those of the file, entities and tags
 * inside a word included.
 * @throws {TypeError} if `source` is no string
 * @throws {RangeError} if there is no such format, rule or severity
 * @example
 * checkDocument('<p>Chào <b>{na</b>me}</p>', { format: 'html' })[0].original; // '{na</b>me}'
 */
export function checkDocument(source: string, options: DocumentOptions = {}): Finding[] {
  return [...checkSource(readDocument(source, options.format), options).findings];
}

/**
 * Corrects a file with markup: changes only the letters that a finding names, every other unit stays.
 * @throws as {@link checkDocument} does
 * @example
 * fixDocument('<p>thực hiện Kết <b>L</b>uận số 5</p>', { format: 'html', rules: ['casing'] }).text;
 * // '<p>thực hiện Kết <b>l</b>uận số 5</p>'
 */
export function fixDocument(source: string, options: DocumentOptions = {}): FixResult {
  return fixSource(readDocument(source, options.format), options);
}

/** Reads the prose of a file, for `checkSource` and `fixSource`. */
export function readDocument(source: string, format: DocumentFormat = 'text'): SourceText {
  if (typeof source !== 'string') throw new TypeError(`hieudinh: a document needs a string, got ${typeof source}`);
  if (format === 'text') return readPlain(source);
  if (format === 'html') return readHtml(source);
  if (format === 'markdown') return readMarkdown(source);
  throw new RangeError(`hieudinh: format "${String(format)}", expected text, html or markdown`);
}
