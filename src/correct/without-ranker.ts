import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import type { ToneStyle } from '../unicode/index.ts';
import type { Analysis } from './analysis.ts';
import { CUT_NUMBER_CONFIDENCE, findCutNumbers } from './cut-numbers.ts';
import { findMisreadCase, MISREAD_CASE_CONFIDENCE } from './misread-case.ts';
import { findMisreadNumbers, MISREAD_NUMBER_CONFIDENCE } from './misread-numbers.ts';
import { findMisreadStops, MISREAD_STOP_CONFIDENCE } from './misread-stops.ts';
import { findMixedCase, MIXED_CASE_CONFIDENCE } from './mixed-case.ts';
import { findOddNames, ODD_NAME_CONFIDENCE } from './odd-names.ts';
import { findOlder, OLDER_CONFIDENCE } from './older.ts';
import type { ProfileSettings } from './profiles.ts';
import { findRepeatedWords, REPEATED_WORDS_CONFIDENCE } from './repeated-words.ts';
import { offerWithout, STRAY_MARK_CONFIDENCE } from './stray-marks.ts';

/**
 * What needs no ranker, in the text that was analysed last: names spelt oddly; in text that people wrote older spellings, words
 * written twice in a row and slips of the shift key; in scans misread capitals, numbers, stops and marks, and numbers cut in two.
 * @param bar the least confidence of what is reported
 */
export function findWithoutRanker(
  text: string,
  dictionary: Dictionary,
  analysis: Analysis,
  { modernise, ranker }: ProfileSettings,
  bar: number,
  style: () => ToneStyle,
): Finding[] {
  const findings: Finding[] = [];
  if (ODD_NAME_CONFIDENCE >= bar) findings.push(...findOddNames(text, dictionary, analysis));
  if (modernise && OLDER_CONFIDENCE >= bar) findings.push(...findOlder(text, dictionary, analysis, style));
  if (ranker !== 'ocr') {
    if (REPEATED_WORDS_CONFIDENCE >= bar) findings.push(...findRepeatedWords(text, dictionary, analysis));
    if (MIXED_CASE_CONFIDENCE >= bar) findings.push(...findMixedCase(text, dictionary, analysis));
    return findings;
  }
  if (MISREAD_CASE_CONFIDENCE >= bar) findings.push(...findMisreadCase(text, dictionary, analysis, style));
  if (MISREAD_NUMBER_CONFIDENCE >= bar) findings.push(...findMisreadNumbers(text, analysis));
  if (CUT_NUMBER_CONFIDENCE >= bar) findings.push(...findCutNumbers(text, analysis));
  if (MISREAD_STOP_CONFIDENCE >= bar) findings.push(...findMisreadStops(text, dictionary, analysis));
  if (STRAY_MARK_CONFIDENCE >= bar) findings.push(...analysis.strayMarks.map((mark) => offerWithout(mark, text)));
  return findings;
}
