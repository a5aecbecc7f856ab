export { type CheckResult, check, checkSource, type FixResult, fix, fixSource, RULE_IDS } from './check.ts';
export { type AppliedEdits, applyEdits, editsOf, type SkippedEdit } from './edits.ts';
export { type InlineIgnore, PlainText, type SourceText } from './source-text.ts';
export type { CheckOptions, RejectedTerm, Rule, RuleContext, RuleFinding, RuleSuggestion } from './types.ts';
