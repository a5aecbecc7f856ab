import type { Finding } from '../finding.ts';
import { findingKey } from '../finding-key.ts';
import type { InlineIgnore } from './source-text.ts';

/** Comments in a document that silence rules, and which of them were of use. */
export class InlineIgnores {
  readonly isEmpty: boolean;
  readonly #ignores: readonly InlineIgnore[];
  readonly #used: Set<InlineIgnore> = new Set();

  constructor(ignores: readonly InlineIgnore[]) {
    this.#ignores = ignores;
    this.isEmpty = ignores.length === 0;
  }

  /** Is a finding of this rule, in the document's prose, silenced? Marks what silences it as of use. */
  covers(rule: string, start: number, end: number): boolean {
    let covered = false;
    for (const ignore of this.#ignores) {
      if (start >= ignore.end || end <= ignore.start) continue;
      if (ignore.rules !== undefined && !ignore.rules.includes(rule)) continue;
      this.#used.add(ignore);
      covered = true;
    }
    return covered;
  }

  /** Findings on comments that silenced nothing, though the rules that they name have run. */
  unused(source: string, ran: ReadonlySet<string>): Finding[] {
    return this.#ignores
      .filter((ignore) => !this.#used.has(ignore) && (ignore.rules?.every((rule) => ran.has(rule)) ?? ran.size > 1))
      .map(({ rules, sourceStart: start, sourceEnd: end }) => ({
        rule: 'unused-ignore',
        severity: 'info',
        start,
        end,
        original: source.slice(start, end),
        message: `Nothing is left to ignore here${rules === undefined ? '' : ` for ${rules.join(', ')}`}.`,
        messageVi: `Ở đây không còn gì để bỏ qua${rules === undefined ? '' : ` (${rules.join(', ')})`}.`,
        suggestions: [],
        auto: false,
        key: findingKey('unused-ignore', source, start, end),
      }));
  }
}
