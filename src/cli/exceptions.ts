import { writeFileSync } from 'node:fs';
import { Baseline, baselineText, type HouseStyle } from '../config/index.ts';
import type { Finding } from '../finding.ts';
import type { FileResult } from './file-step.ts';
import { UsageError } from './usage-error.ts';

/** What a house has looked at and let stand: keys that it ignores, and baselines; and which of them are of use. */
export class Exceptions {
  readonly #house: HouseStyle;
  readonly #baseline: string | undefined;
  readonly #baselines: Map<string, Baseline> = new Map();
  readonly #met: Set<string> = new Set();

  /** @param baseline a file for all, whatever the configurations say */
  constructor(house: HouseStyle, baseline: string | undefined) {
    this.#house = house;
    this.#baseline = baseline;
  }

  /** The findings of a file that no baseline has. */
  leftOf(path: string, { findings, ignored }: FileResult): readonly Finding[] {
    for (const key of ignored ?? []) this.#met.add(key);
    const file = this.#baseline ?? this.#house.configOf(path).baseline;
    if (file === undefined) return findings;
    let baseline = this.#baselines.get(file);
    if (baseline === undefined) {
      baseline = new Baseline(file);
      this.#baselines.set(file, baseline);
    }
    return baseline.newOf(path, findings);
  }

  /** Writes all that is left as a new baseline. */
  write(path: string, files: readonly { readonly path: string; readonly findings: readonly Finding[] }[]): void {
    try {
      writeFileSync(path, baselineText(path, files));
    } catch (error) {
      throw new UsageError(`${path}: cannot be written: ${(error as Error).message}`);
    }
  }

  /**
   * Lines on the exceptions that nothing needed. A baseline tells which file an exception is of: those of files that were
   * not looked at are left out. A key does not.
   */
  unused(): string {
    const keys = [...this.#house.ignores].filter((key) => !this.#met.has(key)).sort();
    const lines = keys.map((key) => `hieudinh: nothing is left to ignore for ${key}\n`);
    for (const [path, { unmet }] of this.#baselines) {
      const findings = unmet === 1 ? '1 finding is' : `${unmet} findings are`;
      if (unmet > 0) lines.push(`hieudinh: ${path}: ${findings} no longer there; write it anew\n`);
    }
    return lines.join('');
  }
}
