import type { Edit, Finding, Severity } from '../finding.ts';
import { findingKey } from '../finding-key.ts';
import { CheckedDocument } from './document.ts';
import { type AppliedEdits, applyEdits, editsOf } from './edits.ts';
import { InlineIgnores } from './inline-ignores.ts';
import { RULES } from './rules/index.ts';
import { PlainText, type SourceText } from './source-text.ts';
import type { CheckOptions, Rule } from './types.ts';

/**
 * Runs the rules on a document. Findings come by ascending start; what two rules say of one place is all there. Never
 * throws on any string.
 * @throws {TypeError} if `text` is no string, or `options.rules`, `ignore`, `terms` or `rejected` is nothing of the kind
 * @throws {RangeError} if `options.rules` names a rule that there is not, or a severity that there is not
 * @example
 * check('Kính gửi {name}', { rules: ['placeholder'] })[0].original; // '{name}'
 */
export function check(text: string, options: CheckOptions = {}): Finding[] {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: check needs a string, got ${typeof text}`);
  return checkSource(new PlainText(text), options).findings as Finding[];
}

/** What {@link fix} did. */
export interface FixResult extends AppliedEdits {
  /** All that the rules found in the input, fixed or not. */
  readonly findings: readonly Finding[];
}

/**
 * Corrects a document. Without `rules` it applies what changes words: spelling, doubled words, look-alike letters and
 * misplaced tone marks. Casing, tone style and the removal of repeated blocks are applied where `rules` names them, and
 * only what it names is. At level `auto` only what is all but certain is applied.
 * @throws as {@link check} does
 * @example
 * fix('thực hiện Kết Luận số 5', { rules: ['casing'] }).text; // 'thực hiện Kết luận số 5'
 */
export function fix(text: string, options: CheckOptions = {}): FixResult {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: fix needs a string, got ${typeof text}`);
  return fixSource(new PlainText(text), options);
}

/** What {@link checkSource} found, and which exceptions it met. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Keys of `options.ignore` that left out a finding. */
  readonly ignored: readonly string[];
}

/** Runs the rules on a document with markup; offsets are those of its file. See {@link check}. */
export function checkSource(source: SourceText, options: CheckOptions = {}): CheckResult {
  return findingsOf(source, selectRules(options.rules), options);
}

/** Corrects a document with markup: changes only the letters that it names. See {@link fix}. */
export function fixSource(source: SourceText, options: CheckOptions = {}): FixResult {
  const selected = selectRules(options.rules).filter(
    ({ rule }) => Array.isArray(options.rules) || rule.fixedByDefault || isNamed(rule, options),
  );
  const { findings } = findingsOf(source, selected, options);
  const edits: Edit[] = [];
  for (const finding of findings) {
    // One finding may change thousands of places.
    if (finding.auto || options.level !== 'auto') for (const edit of editsOf(finding)) edits.push(edit);
  }
  return { ...applyEdits(source.source, edits), findings };
}

/** Ids of all rules, in the order in which they run. */
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id);

const KNOWN_RULES: ReadonlySet<string> = new Set(RULE_IDS);

interface SelectedRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

const isNamed = (rule: Rule, { rules }: CheckOptions): boolean => rules !== undefined && Object.hasOwn(rules, rule.id);

function selectRules(wanted: CheckOptions['rules']): SelectedRule[] {
  if (wanted === undefined) {
    return RULES.filter((rule) => !rule.offByDefault).map((rule) => ({ rule, severity: rule.severity }));
  }
  const named = Array.isArray(wanted);
  if (typeof wanted !== 'object' || wanted === null || (!named && Symbol.iterator in wanted))
    throw new TypeError(`hieudinh: rules need an array of ids, or an object with severities, got ${typeof wanted}`);
  const ids: readonly string[] = named ? wanted : Object.keys(wanted);
  for (const id of ids) {
    if (!RULE_IDS.includes(id))
      throw new RangeError(`hieudinh: no rule "${id}", expected one of ${RULE_IDS.join(', ')}`);
  }
  if (named) return RULES.filter((rule) => ids.includes(rule.id)).map((rule) => ({ rule, severity: rule.severity }));
  const severities = wanted as Readonly<Record<string, Severity | 'off'>>;
  const selected: SelectedRule[] = [];
  for (const rule of RULES) {
    const severity = severities[rule.id] ?? (rule.offByDefault ? 'off' : rule.severity);
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

const NO_KEYS: ReadonlySet<string> = new Set();

/** Keys that a caller gave, in what can be asked for one. */
function keysOf(given: CheckOptions['ignore']): ReadonlySet<string> {
  if (given === undefined) return NO_KEYS;
  if (given instanceof Set) return given;
  // A string can be iterated over, too, and is one key where several are expected.
  if (typeof given !== 'object' || given === null || !(Symbol.iterator in given))
    throw new TypeError(`hieudinh: ignore needs keys in an array or a Set, got ${typeof given}`);
  return new Set(given);
}

function findingsOf(source: SourceText, selected: readonly SelectedRule[], options: CheckOptions): CheckResult {
  const ignore = keysOf(options.ignore);
  const document = new CheckedDocument(source, options);
  const findings: Finding[] = [];
  const ignored = new Set<string>();
  const inline = new InlineIgnores(source.ignores);
  for (const { rule, severity } of selected) {
    for (const found of rule.run(document)) {
      // Of the composed text, so that a finding keeps its key whatever form the file is saved in.
      const key = findingKey(rule.id, document.composed, found.start, found.end);
      if (ignore.has(key)) {
        ignored.add(key);
        continue;
      }
      if (!inline.isEmpty && inline.covers(rule.id, ...document.toProse(found.start, found.end))) continue;
      const [start, end] = found.read ? source.toSource(...found.read) : document.toOwn(found.start, found.end);
      const { message, messageVi, note } = found;
      const suggestions = (found.suggestions ?? []).flatMap((one) => document.ownSuggestion(found, one) ?? []);
      findings.push({
        rule: rule.id,
        severity,
        start,
        end,
        original: source.source.slice(start, end),
        message,
        ...(messageVi !== undefined && { messageVi }),
        ...(note !== undefined && { note }),
        suggestions,
        auto: found.auto === true && suggestions.length > 0,
        key,
      });
    }
  }
  const ran = new Set(selected.map(({ rule }) => rule.id));
  // One comment a finding: there may be more than a call takes arguments.
  for (const finding of inline.unused(source.source, ran, KNOWN_RULES)) findings.push(finding);
  return { findings: findings.sort((a, b) => a.start - b.start || a.end - b.end), ignored: [...ignored] };
}
