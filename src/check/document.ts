import type { Edit } from '../finding.ts';
import { type Normalized, normalizeWithMap } from '../unicode/index.ts';
import type { CheckOptions, RuleContext } from './types.ts';

/** A document being checked: its composed text, the corrector's findings on it, and the way back to its own offsets. */
export class CheckedDocument implements RuleContext {
  readonly text: string;
  readonly terms: readonly string[];
  readonly #own: string;
  readonly #composed: Normalized;
  readonly #options: CheckOptions;
  #corrections: ReturnType<RuleContext['corrections']> | undefined;

  constructor(text: string, options: CheckOptions) {
    this.#own = text;
    this.#options = options;
    this.#composed = normalizeWithMap(text, { toneStyle: 'preserve' });
    this.text = this.#composed.text;
    this.terms = (options.terms ?? []).map((term) => (typeof term === 'string' ? term : term.text));
  }

  corrections(): ReturnType<RuleContext['corrections']> {
    if (this.#corrections === undefined) {
      const { corrector, profile, level, terms } = this.#options;
      this.#corrections = corrector?.check(this.text, { profile, level, terms }) ?? [];
    }
    return this.#corrections;
  }

  /** A range of the composed text in the caller's offsets. */
  toOwn(start: number, end: number): [start: number, end: number] {
    return this.#composed.changes.length === 0 ? [start, end] : this.#composed.map.rangeToOriginal(start, end);
  }

  /** The same edit in the caller's offsets. */
  ownEdit(edit: Edit): Edit {
    const [start, end] = this.toOwn(edit.start, edit.end);
    return { start, end, original: this.#own.slice(start, end), replacement: edit.replacement };
  }
}
