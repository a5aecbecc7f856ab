import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { ID_BOUNDARY } from '../language/ids.ts';
import { SHAPE_LOWER, SHAPE_TITLE } from '../text/scan.ts';
import { restyleTone, type ToneStyle } from '../unicode/index.ts';
import type { Analysis } from './analysis.ts';
import { likeShape } from './letter-case.ts';
import { explainOlder } from './message.ts';
import { MARGIN } from './passage.ts';

/**
 * How sure it is that an editor would print the common spelling: in the marked articles of the development sets all 29
 * older ones were replaced; but in what is quoted or literary they stay, and no set has that.
 */
export const OLDER_CONFIDENCE = 0.8;

/**
 * Finds spellings that were common once ("tầu", "mầu") where an editor would print today's, in the text that was analysed
 * last. No mistake, and no matter of context, so no ranker is asked; names keep theirs. Costs nothing where none stands in
 * the text.
 */
export function findOlder(
  text: string,
  { older, vocabulary }: Dictionary,
  { passage, tokens, guarded }: Analysis,
  style: () => ToneStyle,
): Finding[] {
  const findings: Finding[] = [];
  const { ids, token, counts, length } = passage;
  for (const { id, common, kept } of older) {
    if (counts[id] === 0) continue;
    for (let at = MARGIN; at < length - MARGIN; at++) {
      if (ids[at] !== id || guarded?.[token[at]] === 1) continue;
      const shape = tokens.shape[token[at]];
      const plain = shape === SHAPE_LOWER || (shape === SHAPE_TITLE && ids[at - 1] === ID_BOUNDARY);
      const stays = kept.some(
        ([first, second]) => (first === ids[at - 1] && second === id) || (first === id && second === ids[at + 1]),
      );
      if (!plain || stays) continue;
      const start = tokens.start[token[at]];
      const end = tokens.end[token[at]];
      const original = text.slice(start, end);
      const replacement = likeShape(restyleTone(vocabulary.text[common], style()), shape, original);
      findings.push({
        rule: 'older-spelling',
        severity: 'warning',
        start,
        end,
        original,
        ...explainOlder(original, replacement),
        suggestions: [{ text: replacement, confidence: OLDER_CONFIDENCE }],
        auto: false,
        key: '',
      });
    }
  }
  return findings;
}
