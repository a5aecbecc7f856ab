import { type AppliedEdits, applyEdits, editsOf } from '../../check/edits.ts';
import type { Edit, Finding, Severity } from '../../finding.ts';

/** What the reader chose for a finding: the number of a suggestion, to let it stand, or nothing yet. */
export type Decision = number | 'rejected' | undefined;

/** How many findings are where. */
export interface Counts {
  readonly accepted: number;
  readonly rejected: number;
  readonly open: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

/** The choices made on the findings of one text, and the text that they make. */
export class Decisions {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly #chosen: Decision[];

  constructor(text: string, findings: readonly Finding[]) {
    this.text = text;
    this.findings = findings;
    this.#chosen = findings.map(() => undefined);
  }

  of(index: number): Decision {
    return this.#chosen[index];
  }

  /** Accepts a suggestion, lets the text stand, or takes a choice back. A suggestion that there is not is no choice. */
  decide(index: number, decision: Decision): void {
    const finding = this.findings[index];
    if (finding === undefined) return;
    if (typeof decision === 'number' && finding.suggestions[decision] === undefined) return;
    this.#chosen[index] = decision;
  }

  /** Accepts the first suggestion of every finding of a rule that is still open. How many there were. */
  acceptRule(rule: string): number {
    return this.#decideRule(rule, 0);
  }

  /** Rejects every finding of a rule that is still open. */
  rejectRule(rule: string): number {
    return this.#decideRule(rule, 'rejected');
  }

  /** The next finding without a choice after `index`, from the start again at the end; -1 where all are decided. */
  nextOpen(index: number): number {
    for (let step = 1; step <= this.#chosen.length; step++) {
      const at = (index + step + this.#chosen.length) % this.#chosen.length;
      if (this.#chosen[at] === undefined) return at;
    }
    return -1;
  }

  /** The text with all that was accepted, exactly as `fix` would write it with the same choices. */
  result(): AppliedEdits {
    return applyEdits(this.text, this.#edits());
  }

  counts(): Counts {
    const bySeverity = { error: 0, warning: 0, info: 0 };
    let accepted = 0;
    let rejected = 0;
    this.findings.forEach(({ severity }, index) => {
      bySeverity[severity]++;
      if (typeof this.#chosen[index] === 'number') accepted++;
      else if (this.#chosen[index] === 'rejected') rejected++;
    });
    return { accepted, rejected, open: this.findings.length - accepted - rejected, bySeverity };
  }

  #decideRule(rule: string, decision: Decision): number {
    let count = 0;
    this.findings.forEach((finding, index) => {
      if (finding.rule !== rule || this.#chosen[index] !== undefined) return;
      this.decide(index, decision);
      if (this.#chosen[index] !== undefined) count++;
    });
    return count;
  }

  #edits(): Edit[] {
    return this.findings.flatMap((finding, index) => {
      const chosen = this.#chosen[index];
      return typeof chosen === 'number' ? [...editsOf(finding, chosen)] : [];
    });
  }
}
