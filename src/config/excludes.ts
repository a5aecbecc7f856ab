import { resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { fromRoot } from './absolute-pattern.ts';

/** Which files the `exclude` of configurations leaves out; each list of patterns is read once. */
export class Excludes {
  readonly #made: Map<readonly string[], Ignore> = new Map();

  /**
   * Whether patterns, made absolute by `readConfig`, leave out a file. As in `.gitignore` the last one that
   * fits decides, and nothing is taken in again of a folder that is left out.
   */
  excludes(path: string, patterns: readonly string[]): boolean {
    let rules = this.#made.get(patterns);
    if (rules === undefined) {
      // Names differ by case, as files do; paths are absolute, which the library would refuse.
      rules = ignore({ ignorecase: false, allowRelativePaths: true }).add([...patterns]);
      this.#made.set(patterns, rules);
    }
    return rules.ignores(fromRoot(resolve(path)).slice(1));
  }
}
