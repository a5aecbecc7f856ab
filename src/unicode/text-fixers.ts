import type { NormalizeChange } from './edits.ts';
import type { Settings } from './options.ts';

/** Fixers that look at more than one word. */
export function fixText(_text: string, _settings: Settings): NormalizeChange[] {
  return [];
}
