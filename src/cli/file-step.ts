import { type CheckOptions, type CheckResult, checkSource, type FixResult, fixSource } from '../check/index.ts';
import type { Corrector } from '../correct/types.ts';
import type { DocumentOptions } from '../documents/documents.ts';
import type { DocumentFormat } from '../documents/format.ts';
import { readPlain } from '../documents/plain.ts';
import type { Finding } from '../finding.ts';

/** One file to check or to fix; plain data, so that workers can have it. */
export interface FileTask {
  readonly path: string;
  readonly text: string;
  readonly action: 'check' | 'fix';
  readonly options: Omit<CheckOptions, 'corrector'>;
  /** What it is written in. Default `text`. */
  readonly format?: DocumentFormat;
}

/** What became of a file. */
export interface FileResult {
  readonly findings: readonly Finding[];
  /** Keys that the settings ignore and that were met, of a check. */
  readonly ignored?: readonly string[];
  /** The corrected text, of a fix that changed any. */
  readonly fixed?: string;
  /** Edits applied, of a fix. */
  readonly applied: number;
}

/** The work on one file. */
export type FileStep = (task: FileTask) => Promise<FileResult>;

/** @param corrector needed where the rules that run look for misspelt words */
export function createFileStep(corrector: Corrector | undefined): FileStep {
  return async ({ text, action, options, format = 'text' }) => {
    const all = { ...options, corrector, format };
    if (action === 'check') {
      const { findings, ignored } = await (format === 'text' ? checkPlain(text, all) : checkMarkup(text, all));
      return { findings, applied: 0, ...(ignored.length > 0 && { ignored }) };
    }
    const { findings, text: fixed, applied } = await (format === 'text' ? fixPlain(text, all) : fixMarkup(text, all));
    return { findings, applied: applied.length, ...(fixed !== text && { fixed }) };
  };
}

const checkPlain = (text: string, options: CheckOptions): CheckResult => checkSource(readPlain(text), options);
const fixPlain = (text: string, options: CheckOptions): FixResult => fixSource(readPlain(text), options);

// The parsers are loaded where a file needs them: they take longer than to check a page.
const checkMarkup = async (text: string, options: DocumentOptions): Promise<CheckResult> =>
  checkSource((await import('../documents/documents.ts')).readDocument(text, options.format), options);
const fixMarkup = async (text: string, options: DocumentOptions): Promise<FixResult> =>
  (await import('../documents/documents.ts')).fixDocument(text, options);
