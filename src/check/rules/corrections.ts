import type { Rule, RuleContext, RuleFinding } from '../types.ts';

/** Words that are misspelt, mistyped or misread: what the corrector finds. */
export const spelling: Rule = {
  id: 'spelling',
  severity: 'error',
  fixedByDefault: true,
  run: (context) => correctionsOf(context, 'spelling'),
};

/** A word that stands twice, also where others stand between: "đã đạt được nhiều đạt kết quả". */
export const doubledWord: Rule = {
  id: 'doubled-word',
  severity: 'error',
  fixedByDefault: true,
  run: (context) => correctionsOf(context, 'doubled-word'),
};

/** A spelling that was common once ("tầu"), where an editor prints today's: no mistake, so only a person replaces it. */
export const olderSpelling: Rule = {
  id: 'older-spelling',
  severity: 'warning',
  fixedByDefault: false,
  run: (context) => correctionsOf(context, 'older-spelling'),
};

/** What the corrector has under a rule's name; nothing without a corrector. */
export function correctionsOf(context: RuleContext, rule: string): RuleFinding[] {
  return context.corrections().filter((finding) => finding.rule === rule);
}
