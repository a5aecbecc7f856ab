import type { Edit, Finding, Severity } from '../finding.ts';
import { findingKey } from '../finding-key.ts';
import { CheckedDocument } from './document.ts';
import { type AppliedEdits, applyEdits } from './edits.ts';
import { RULES } from './rules/index.ts';
import type { CheckOptions, Rule } from './types.ts';

/**
 * Runs the rules on a document. Findings come by ascending start; what two rules say of one place is all there. Never
 * throws on any string.
 * @throws {TypeError} if `text` is no string
 * @throws {RangeError} if `options.rules` names a rule that there is not, or a severity that there is not
 * @example
 * check('Kính gửi {name}', { rules: ['placeholder'] })[0].original; // '{name}'
 */
export function check(text: string, options: CheckOptions = {}): Finding[] {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: check needs a string, got ${typeof text}`);
  return findingsOf(text, new CheckedDocument(text, options), selectRules(options.rules), options);
}

/** What {@link fix} did. */
export interface FixResult extends AppliedEdits {
  /** All that the rules found in the input, fixed or not. */
  readonly findings: readonly Finding[];
}

/**
 * Corrects a document. Without `rules` it applies what changes words: spelling and doubled words. Casing, tone style
 * and the removal of repeated blocks are applied where `rules` names them, and only what it names is.
 * At level `auto` only what is all but certain is applied.
 * @throws {TypeError} if `text` is no string
 * @throws {RangeError} as {@link check} does
 * @example
 * fix('thực hiện Kết Luận số 5', { rules: ['casing'] }).text; // 'thực hiện Kết luận số 5'
 */
export function fix(text: string, options: CheckOptions = {}): FixResult {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: fix needs a string, got ${typeof text}`);
  const selected = selectRules(options.rules).filter(({ rule }) => options.rules !== undefined || rule.fixedByDefault);
  const document = new CheckedDocument(text, options);
  const findings = findingsOf(text, document, selected, options);
  const edits: Edit[] = [];
  const whole = new Map(selected.map(({ rule }) => [rule.id, rule.edits]));
  for (const finding of findings) {
    const ofRule = whole.get(finding.rule);
    if (ofRule !== undefined) {
      edits.push(...ofRule(document).map((edit) => document.ownEdit(edit)));
      whole.delete(finding.rule);
    } else if (finding.suggestions.length > 0 && (finding.auto || options.level !== 'auto')) {
      if (!selected.find(({ rule }) => rule.id === finding.rule)?.rule.edits) {
        const { start, end, original } = finding;
        edits.push({ start, end, original, replacement: finding.suggestions[0].text });
      }
    }
  }
  return { ...applyEdits(text, edits), findings };
}

/** Ids of all rules, in the order in which they run. */
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id);

interface SelectedRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

function selectRules(wanted: CheckOptions['rules']): SelectedRule[] {
  if (wanted === undefined) return RULES.map((rule) => ({ rule, severity: rule.severity }));
  const named = Array.isArray(wanted);
  const ids: readonly string[] = named ? wanted : Object.keys(wanted);
  for (const id of ids) {
    if (!RULE_IDS.includes(id))
      throw new RangeError(`hieudinh: no rule "${id}", expected one of ${RULE_IDS.join(', ')}`);
  }
  if (named) return RULES.filter((rule) => ids.includes(rule.id)).map((rule) => ({ rule, severity: rule.severity }));
  const severities = wanted as Readonly<Record<string, Severity | 'off'>>;
  const selected: SelectedRule[] = [];
  for (const rule of RULES) {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    if (severity !== 'error' && severity !== 'warning' && severity !== 'info') {
      throw new RangeError(
        `hieudinh: severity "${String(severity)}" of ${rule.id}, expected error, warning, info or off`,
      );
    }
    selected.push({ rule, severity });
  }
  return selected;
}

function findingsOf(
  text: string,
  document: CheckedDocument,
  selected: readonly SelectedRule[],
  options: CheckOptions,
): Finding[] {
  const findings: Finding[] = [];
  for (const { rule, severity } of selected) {
    for (const found of rule.run(document)) {
      // Of the composed text, so that a finding keeps its key whatever form the file is saved in.
      const key = findingKey(rule.id, document.text, found.start, found.end);
      if (options.ignore?.has(key)) continue;
      const [start, end] = document.toOwn(found.start, found.end);
      const { message, messageVi, note, suggestions = [], auto = false } = found;
      findings.push({
        rule: rule.id,
        severity,
        start,
        end,
        original: text.slice(start, end),
        message,
        ...(messageVi !== undefined && { messageVi }),
        ...(note !== undefined && { note }),
        suggestions,
        auto,
        key,
      });
    }
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}
