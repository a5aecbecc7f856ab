import { LOOK_ALIKE_CONFIDENCE } from '../../correct/look-alikes.ts';
import { explainLookAlike } from '../../correct/message.ts';
import { FindingRanges } from '../../finding-ranges.ts';
import type { Rule, RuleFinding } from '../types.ts';

/**
 * A letter or mark of another script in a Vietnamese word (nǎm, Ðảng, a Cyrillic о in cоn), which `normalize` puts right:
 * readers see nothing, searches find nothing. Silent where the corrector replaces the word, and in the caller's terms.
 */
export const lookAlike: Rule = {
  id: 'look-alike',
  severity: 'error',
  fixedByDefault: true,
  run(context) {
    const words = context.lookAlikes();
    if (words.length === 0) return [];
    const corrected = new FindingRanges(context.corrections());
    const findings: RuleFinding[] = [];
    for (const { start, end, replacement } of words) {
      const original = context.original(start, end);
      if (corrected.touch(start, end) || context.terms.some((term) => term.includes(original))) continue;
      findings.push({
        start,
        end,
        ...explainLookAlike(original, replacement),
        suggestions: [{ text: replacement, confidence: LOOK_ALIKE_CONFIDENCE }],
        auto: true,
      });
    }
    return findings;
  },
};
