import { type CheckOptions, check, fix } from '../check/index.ts';
import type { Corrector } from '../correct/types.ts';
import type { Finding } from '../finding.ts';

/** One file to check or to fix; plain data, so that workers can have it. */
export interface FileTask {
  readonly path: string;
  readonly text: string;
  readonly action: 'check' | 'fix';
  readonly options: Omit<CheckOptions, 'corrector'>;
}

/** What became of a file. */
export interface FileResult {
  readonly findings: readonly Finding[];
  /** The corrected text, of a fix that changed any. */
  readonly fixed?: string;
  /** Edits applied, of a fix. */
  readonly applied: number;
}

/** The work on one file. */
export type FileStep = (task: FileTask) => FileResult;

/** @param corrector needed where the rules that run look for misspelt words */
export function createFileStep(corrector: Corrector | undefined): FileStep {
  return ({ text, action, options }) => {
    if (action === 'check') return { findings: check(text, { ...options, corrector }), applied: 0 };
    const { findings, text: fixed, applied } = fix(text, { ...options, corrector });
    return { findings, applied: applied.length, ...(fixed !== text && { fixed }) };
  };
}
