import { findLookAlikes } from '../../correct/look-alikes.ts';
import type { Rule } from '../types.ts';

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
    return words.length === 0 ? [] : findLookAlikes(words, context.corrections(), context.terms);
  },
};
