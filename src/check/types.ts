import type { Corrector, CorrectorOptions } from '../correct/types.ts';
import type { Edit, Finding, Severity } from '../finding.ts';

/** A finding before {@link check} gives it its rule, severity, original text and key. Offsets are into `context.text`. */
export interface RuleFinding extends Pick<Finding, 'start' | 'end' | 'message' | 'messageVi' | 'note'> {
  readonly suggestions?: Finding['suggestions'];
  readonly auto?: boolean;
}

/** What a rule sees of a document. */
export interface RuleContext {
  /** The document, composed: a rule never meets a decomposed letter, and its offsets are mapped back afterwards. */
  readonly text: string;
  /** Findings of the corrector, computed once for all rules; empty where the caller gave no corrector. */
  corrections(): readonly Finding[];
  /** Terms with their proper casing: the caller's, beside those that the rule itself knows. */
  readonly terms: readonly string[];
}

/** One check of a document. Rules hold no state, and know nothing of each other. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Applied by {@link fix} without being named. */
  readonly fixedByDefault: boolean;
  run(context: RuleContext): RuleFinding[];
  /**
   * What {@link fix} applies where that is more than the first suggestion of each finding: a rule that makes one
   * finding for a whole document, or removes lines.
   */
  edits?(context: RuleContext): Edit[];
}

/** What is checked, and how. */
export interface CheckOptions extends CorrectorOptions {
  /** Finds spelling errors; without one the rules `spelling` and `doubled-word` find nothing. */
  readonly corrector?: Corrector;
  /** Ids of the rules to run, or the severity of single rules, `off` among them. Default: all rules. */
  readonly rules?: readonly string[] | Readonly<Record<string, Severity | 'off'>>;
  /** Keys of findings that were looked at and are to be left out; see {@link Finding.key}. */
  readonly ignore?: ReadonlySet<string>;
}
