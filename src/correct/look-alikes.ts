import type { Finding } from '../finding.ts';
import { findingKey } from '../finding-key.ts';
import { FindingRanges } from '../finding-ranges.ts';
import { CLASS_LETTER, unitInfo } from '../text/letters.ts';
import { type Normalized, normalize } from '../unicode/index.ts';
import { explainLookAlike } from './message.ts';

/** A fixer takes only letters whose word becomes Vietnamese; what it may be wrong about is Pinyin that is a syllable (`nǎm`). */
export const LOOK_ALIKE_CONFIDENCE = 0.99;

/** The fixers of `normalize` that put Vietnamese letters in the place of others. */
const FIXERS: readonly string[] = ['lookAlikes', 'spacingMarks'];

/** A word that was written with letters, or marks, of other scripts; offsets of the composed text. */
export interface LookAlikeWord {
  readonly start: number;
  readonly end: number;
  /** In Vietnamese letters. */
  readonly replacement: string;
}

/** Words in which composing put Vietnamese letters in the place of others that look like them, by ascending start. */
export function lookAlikeWords({ text, changes, map }: Normalized): LookAlikeWord[] {
  const words: LookAlikeWord[] = [];
  let done = 0;
  for (const change of changes) {
    if (!change.fixers.some((fixer) => FIXERS.includes(fixer))) continue;
    let [start, end] = map.rangeToNormalized(change.start, change.end);
    if (start < done) continue;
    while (start > 0 && isLetter(text, start - 1)) start--;
    while (end < text.length && isLetter(text, end)) end++;
    words.push({ start, end, replacement: normalize(text.slice(start, end)) });
    done = end;
  }
  return words;
}

const isLetter = (text: string, at: number): boolean => unitInfo(text.charCodeAt(at)) >> 10 === CLASS_LETTER;

/**
 * Finds words that only look Vietnamese (`nǎm`, `cоn` with a Cyrillic letter): readers see nothing, searches find nothing.
 * The corrector reads them as they look, so it says nothing of them where the word is right.
 * @param source what was composed
 * @param found findings of the composed text: a word with one is replaced as a whole
 * @param own spellings that the user has in a term
 */
export function findLookAlikes(
  source: string,
  composed: Normalized,
  found: readonly Finding[],
  own: readonly string[],
): Finding[] {
  const corrected = new FindingRanges(found);
  const findings: Finding[] = [];
  for (const { start, end, replacement } of lookAlikeWords(composed)) {
    const [from, to] = composed.map.rangeToOriginal(start, end);
    const original = source.slice(from, to);
    if (corrected.touch(start, end) || own.some((term) => term.includes(original))) continue;
    findings.push({
      rule: 'look-alike',
      severity: 'error',
      start: from,
      end: to,
      original,
      ...explainLookAlike(original, replacement),
      suggestions: [{ text: replacement, confidence: LOOK_ALIKE_CONFIDENCE }],
      auto: true,
      key: findingKey('look-alike', composed.text, start, end),
    });
  }
  return findings;
}
