export { check, type FixResult, fix, RULE_IDS } from './check.ts';
export { type AppliedEdits, applyEdits, editOf, type SkippedEdit } from './edits.ts';
export type { CheckOptions, Rule, RuleContext, RuleFinding } from './types.ts';
