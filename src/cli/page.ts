import { existsSync } from 'node:fs';
import { pathOf } from '../load/dictionary-file.ts';
import { editorPageOf } from '../page/write-editor.ts';
import { oneOf } from './correction-options.ts';
import { UsageError, writeWhole } from './files.ts';

export interface PageFlags {
  readonly dictionary?: string;
  readonly lang?: string;
  readonly output?: string;
}

/** `hieudinh page`: writes the page to paste into, with a dictionary inside. */
export function runPage(flags: PageFlags): number {
  const language = oneOf('lang', flags.lang ?? 'vi', ['en', 'vi']);
  // The compact one is made for pages and phones; where it is not there, the standard one does.
  const path = pathOf(flags.dictionary ?? (existsSync(pathOf('compact')) ? 'compact' : 'standard'));
  if (!existsSync(path)) throw new UsageError(`${path}: no such file`);
  const page = editorPageOf(path, language);
  if (flags.output === undefined) process.stdout.write(page);
  else writeWhole(flags.output, page);
  return 0;
}
