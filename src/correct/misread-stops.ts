import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { KIND_COMMA, KIND_NUMBER, KIND_STOP, KIND_WORD } from '../text/kinds.ts';
import { isSpaceBehind, SHAPE_LOWER, SHAPE_TITLE } from '../text/scan.ts';
import type { Analysis } from './analysis.ts';
import { explainMisreadStop } from './message.ts';
import { offer } from './offer.ts';
import { isPointInside } from './stray-marks.ts';

/** How sure it is that a comma was a stop, or a stop a comma: the size of the next letter may be what was misread. */
export const MISREAD_STOP_CONFIDENCE = 0.7;

/**
 * Share of its uses inside of sentences, in 255ths, in which a word that is no part of names has a capital: such a word
 * stands behind a comma in three of 100,000 words of print, mostly in lists of titles.
 */
const MOST_CAPITAL = 3;

/**
 * Finds stops and commas of a scan that were read for each other: a stop before a small letter (`Trong phim. cô`), a comma
 * before a capital that only begins a sentence (`hoàn hảo, Trước trận`). Specks are passed over before.
 */
export function findMisreadStops(text: string, { vocabulary }: Dictionary, { tokens, guarded }: Analysis): Finding[] {
  const { kind, shape, hash, start, end, length } = tokens;
  const findings: Finding[] = [];
  const say = (t: number, replacement: string): void => {
    const explanation = explainMisreadStop(text[start[t]], text.slice(start[t + 1], end[t + 1]), replacement);
    findings.push(offer(text, start[t], end[t], replacement, MISREAD_STOP_CONFIDENCE, explanation));
  };
  const isSyllable = (word: number): boolean => vocabulary.syllable[vocabulary.idOfHash(word)] === 1;
  for (let t = 1; t < length - 2; t++) {
    if (guarded?.[t] === 1 || !isSpaceBehind(text, tokens, t)) continue;
    if (kind[t] === KIND_STOP) {
      // Abbreviations and initials are no syllables, or have one letter.
      if (isPointInside(text, tokens, t) && end[t - 1] - start[t - 1] > 1 && isSyllable(hash[t - 1])) say(t, ',');
    } else if (kind[t] === KIND_COMMA && text[start[t]] === ',') {
      const follows = end[t - 1] === start[t] && (kind[t - 1] === KIND_WORD || kind[t - 1] === KIND_NUMBER);
      if (!follows || kind[t + 1] !== KIND_WORD || shape[t + 1] !== SHAPE_TITLE) continue;
      const id = vocabulary.idOfHash(hash[t + 1]);
      if (id === 0 || vocabulary.capital[id] > MOST_CAPITAL) continue;
      if (kind[t + 2] === KIND_WORD && shape[t + 2] === SHAPE_LOWER && isSpaceBehind(text, tokens, t + 1)) say(t, '.');
    }
  }
  return findings;
}
