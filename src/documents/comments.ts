import type { InlineIgnore } from '../check/index.ts';
import { ALL } from '../check/inline-ignores.ts';

/** A comment that silences rules, before it is known how far it reaches. */
export type OpenIgnore = Omit<InlineIgnore, 'end'>;

/** What gathers the ignores of a document while it is read. */
export interface IgnoreSink {
  /** Units of prose so far. */
  readonly length: number;
  /** Rules are silent in the next block, or in the rest of this one. */
  ignoreNext(rules: readonly string[] | undefined, sourceStart: number, sourceEnd: number): void;
  /** Rules are silent from `start` to here. */
  ignore(rules: readonly string[] | undefined, start: number, sourceStart: number, sourceEnd: number): void;
}

/**
 * Comments that silence rules, in any format:
 *
 *     <!-- hieudinh-disable-next spelling casing -- a quotation -->   in the next block
 *     <!-- hieudinh-disable -->  …  <!-- hieudinh-enable -->          in between; without names, all rules
 */
export class IgnoreComments {
  readonly #sink: IgnoreSink;
  /** What is silent now, by rule, so that turning one on does not look at all others. */
  readonly #disabled: Map<string, Set<OpenIgnore>> = new Map();

  constructor(sink: IgnoreSink) {
    this.#sink = sink;
  }

  /** A comment: what stands between its marks, and where it stands with them. */
  read(comment: string, sourceStart: number, sourceEnd: number): void {
    const match = DIRECTIVE.exec(comment);
    if (match === null) return;
    const [, action, names] = match;
    const listed = names.split(/[\s,]+/).filter(Boolean);
    const rules = listed.length === 0 ? undefined : listed;
    if (action === 'disable-next') this.#sink.ignoreNext(rules, sourceStart, sourceEnd);
    else if (action === 'disable') this.#disable({ rules, start: this.#sink.length, sourceStart, sourceEnd });
    else this.#enable(rules === undefined ? [...this.#disabled.keys()] : [...rules, ALL]);
  }

  finish(): void {
    this.#enable([...this.#disabled.keys()]);
  }

  #disable(ignore: OpenIgnore): void {
    for (const rule of ignore.rules ?? [ALL]) {
      const open = this.#disabled.get(rule) ?? new Set();
      this.#disabled.set(rule, open.add(ignore));
    }
  }

  #enable(rules: readonly string[]): void {
    for (const rule of rules) {
      for (const ignore of this.#disabled.get(rule) ?? []) {
        this.#sink.ignore(ignore.rules, ignore.start, ignore.sourceStart, ignore.sourceEnd);
        for (const other of ignore.rules ?? [ALL]) this.#forget(other, ignore);
      }
    }
  }

  /** Keeps no rule of which nothing is silent: turning all on would look at each name that was ever turned off. */
  #forget(rule: string, ignore: OpenIgnore): void {
    const open = this.#disabled.get(rule);
    if (open?.delete(ignore) && open.size === 0) this.#disabled.delete(rule);
  }
}

const DIRECTIVE = /^\s*hieudinh-(disable-next|disable|enable)(?![\w-])((?:[\s,]+[a-z][\w-]*)*)\s*(?:--.*)?$/su;
