import { readFileSync } from 'node:fs';
import type { CheckedFile, ReportOptions } from '../report/index.ts';
import { scriptJson, writePage } from './html.ts';

/**
 * One self-contained HTML page on these files: the text with what was found, the reasons, choices by mouse and keyboard,
 * the corrected text to copy or to save. It works from a disk and asks nothing of the network.
 */
export function htmlReport(files: readonly CheckedFile[], options: ReportOptions = {}): string {
  const language = options.language ?? 'en';
  return writePage({
    title: `${files[0]?.path ?? ''} - hieudinh`,
    language,
    css: builtPart('page.css'),
    script: builtPart('report-app.js'),
    isEditor: false,
    data: [{ id: 'data', type: 'application/json', content: scriptJson({ language, files }) }],
  });
}

/** A part of the pages that the build has bundled. */
export function builtPart(name: string): string {
  return readFileSync(new URL(`./bundle/${name}`, import.meta.url), 'utf8');
}
