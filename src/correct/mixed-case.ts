import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD, ID_BOUNDARY } from '../language/ids.ts';
import { FLAG_TOUCHED, SHAPE_MIXED, SHAPE_TITLE, SHAPE_UPPER } from '../text/scan.ts';
import { isVietnameseSyllable } from '../unicode/index.ts';
import type { Analysis } from './analysis.ts';
import { likeShape } from './letter-case.ts';
import { explainMixedCase } from './message.ts';
import { offer } from './offer.ts';
import { MARGIN } from './passage.ts';

/**
 * How sure it is that a syllable with capitals in it is a slip of the shift key. In 6.3 million words of print 39 have a
 * Vietnamese letter and 6 begin with two capitals, and all are; another 16 are names and units (*CoE*, *mA*, *xAI*).
 */
export const MIXED_CASE_CONFIDENCE = 0.9;

/** A letter that no acronym, unit or brand has. */
const MARKED = /[^\0-\x7f]/;

/** The shift key was held for two letters, or came one too late: *GIang*, *MInh*; *qUan*. */
const SLIPPED = /^(?:\p{Lu}{2}\p{Ll}+|\p{Ll}\p{Lu}\p{Ll}{2,})$/u;

/** Finds Vietnamese syllables with a capital that nobody means in the text that was analysed last: *VIệt*, *tRường*. */
export function findMixedCase(
  text: string,
  { vocabulary }: Dictionary,
  { passage, tokens, guarded }: Analysis,
): Finding[] {
  const findings: Finding[] = [];
  const { ids, token } = passage;
  const { start, end, shape, flags } = tokens;
  const inCapitals = (at: number): boolean =>
    vocabulary.syllable[ids[at]] === 1 && isMostlyCapital(text.slice(start[token[at]], end[token[at]]));
  for (let at = MARGIN; at < passage.length - MARGIN; at++) {
    const t = token[at];
    if (ids[at] < FIRST_WORD || shape[t] !== SHAPE_MIXED || guarded?.[t] === 1 || flags[t] & FLAG_TOUCHED) continue;
    const original = text.slice(start[t], end[t]);
    if (!(MARKED.test(original) || SLIPPED.test(original)) || !isVietnameseSyllable(original)) continue;
    // Among capitals a small letter is the slip ("CHủ TịCH").
    let wanted = ids[at - 1] === ID_BOUNDARY ? SHAPE_TITLE : SHAPE_MIXED;
    if (inCapitals(at - 1) || inCapitals(at + 1)) wanted = SHAPE_UPPER;
    const replacement = likeShape(original.toLowerCase(), wanted, original);
    findings.push(
      offer(text, start[t], end[t], replacement, MIXED_CASE_CONFIDENCE, explainMixedCase(original, replacement)),
    );
  }
  return findings;
}

/** Has a word of several letters more capitals than small ones? */
function isMostlyCapital(word: string): boolean {
  const small = word.match(/\p{Ll}/gu)?.length ?? 0;
  return word.length > 1 && small * 2 < word.length;
}
