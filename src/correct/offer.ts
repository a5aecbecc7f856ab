import type { Finding } from '../finding.ts';
import type { Explanation } from './message.ts';

/** A misspelling that needs no ranker, to be decided by a person; its key is made later. */
export const offer = (
  text: string,
  start: number,
  end: number,
  replacement: string,
  confidence: number,
  explanation: Explanation,
): Finding => ({
  rule: 'spelling',
  severity: 'error',
  start,
  end,
  original: text.slice(start, end),
  ...explanation,
  suggestions: [{ text: replacement, confidence }],
  auto: false,
  key: '',
});
