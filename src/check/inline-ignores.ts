import { append } from '../append.ts';
import type { Finding } from '../finding.ts';
import { findingKey } from '../finding-key.ts';
import { Overlaps } from './overlaps.ts';
import type { InlineIgnore } from './source-text.ts';

/** Stands for all rules where there is a name for each. */
export const ALL = '*';

/** What findings on comments are told as; no rule, but a name that comments may silence. */
const UNUSED = 'unused-ignore';

/** Comments in a document that silence rules, and which of them were of use. */
export class InlineIgnores {
  readonly isEmpty: boolean;
  readonly #ignores: readonly InlineIgnore[];
  /** Where a rule is silent, by its name. */
  readonly #silent: Map<string, Overlaps> = new Map();
  /** What was silenced, by rule: what each comment was of use for is told at the end, and not of all for each finding. */
  readonly #covered: Map<string, { start: number; end: number }[]> = new Map();

  constructor(ignores: readonly InlineIgnore[]) {
    this.#ignores = ignores;
    this.isEmpty = ignores.length === 0;
    const byRule = new Map<string, InlineIgnore[]>();
    for (const ignore of ignores) for (const rule of ignore.rules ?? [ALL]) append(byRule, rule, ignore);
    for (const [rule, own] of byRule) this.#silent.set(rule, new Overlaps(own));
  }

  /** Is a finding of this rule, in the document's prose, silenced? Marks what silences it as of use. */
  covers(rule: string, start: number, end: number): boolean {
    if (!this.#silent.get(ALL)?.has(start, end) && !this.#silent.get(rule)?.has(start, end)) return false;
    append(this.#covered, rule, { start, end });
    return true;
  }

  /**
   * Findings on comments that name rules that there are not, and on those that silenced nothing, though the rules that they
   * name have run. Those that another comment silences by their own name are left out, and that comment is never of no
   * use: what it silences comes and goes with the rules that run.
   */
  unused(source: string, ran: ReadonlySet<string>, known: ReadonlySet<string>): Finding[] {
    const covered = new Map([...this.#covered].map(([rule, own]) => [rule, new Overlaps(own)]));
    covered.set(ALL, new Overlaps([...this.#covered.values()].flat()));
    const silenced = this.#silenced();
    return this.#ignores.flatMap((ignore) => {
      if (silenced.has(ignore)) return [];
      const { rules, start, end, sourceStart, sourceEnd } = ignore;
      const told = (message: string, messageVi: string): Finding => ({
        rule: UNUSED,
        severity: 'info',
        start: sourceStart,
        end: sourceEnd,
        original: source.slice(sourceStart, sourceEnd),
        message,
        messageVi,
        suggestions: [],
        auto: false,
        key: findingKey(UNUSED, source, sourceStart, sourceEnd),
      });
      const strange = rules?.filter((rule) => rule !== UNUSED && !known.has(rule)) ?? [];
      if (strange.length > 0) {
        const names = strange.map((rule) => `“${rule}”`).join(', ');
        return [told(`There is no rule ${names} to ignore.`, `Không có quy tắc ${names} để bỏ qua.`)];
      }
      if ((rules ?? [ALL]).some((rule) => covered.get(rule)?.has(start, end))) return [];
      if (!(rules?.every((rule) => ran.has(rule)) ?? ran.size > 1)) return [];
      return [
        told(
          `Nothing is left to ignore here${rules === undefined ? '' : ` for ${rules.join(', ')}`}.`,
          `Ở đây không còn gì để bỏ qua${rules === undefined ? '' : ` (${rules.join(', ')})`}.`,
        ),
      ];
    });
  }

  /**
   * Comments that stand where an earlier one silences findings on comments. In markup a comment takes no place in the
   * prose, so that which one is earlier is told by the file.
   */
  #silenced(): ReadonlySet<InlineIgnore> {
    const silenced = new Set<InlineIgnore>();
    if (!this.#silent.has(UNUSED)) return silenced;
    let until = -1;
    for (const ignore of [...this.#ignores].sort((a, b) => a.sourceStart - b.sourceStart)) {
      if (ignore.start <= until) silenced.add(ignore);
      if (ignore.rules?.includes(UNUSED)) until = Math.max(until, ignore.end);
    }
    return silenced;
  }
}
