import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openDictionary } from '../language/dictionary.ts';
import type { ReportLanguage } from '../report/index.ts';
import { guarded, scriptJson, writePage } from './html.ts';
import { builtPart } from './write-report.ts';

/** Settings of {@link editorPage}. */
export interface EditorPageOptions {
  /** The bytes of a dictionary: the compact one makes the smaller page. */
  readonly dictionary: Uint8Array;
  /** Default `vi`. */
  readonly language?: ReportLanguage;
}

/**
 * One self-contained HTML page to paste a text into, with the dictionary inside: it checks in a worker while one types,
 * and works from a disk without a network. The page is about a third larger than the packed dictionary.
 * @throws {RangeError} if the dictionary is damaged
 */
export function editorPage({ dictionary, language = 'vi' }: EditorPageOptions): string {
  openDictionary(dictionary);
  return writePage({
    title: 'hieudinh',
    language,
    css: builtPart('page.css'),
    script: builtPart('editor-app.js'),
    isEditor: true,
    data: [
      { id: 'data', type: 'application/json', content: scriptJson({ language }) },
      { id: 'worker', type: 'text/plain', content: guarded(builtPart('check-worker.js')) },
      {
        id: 'dictionary',
        type: 'text/plain',
        content: gzipSync(dictionary).toString('base64'),
      },
    ],
  });
}

/** {@link editorPage} with a dictionary from disk. */
export function editorPageOf(path: string, language?: ReportLanguage): string {
  return editorPage({ dictionary: readFileSync(path), language });
}
