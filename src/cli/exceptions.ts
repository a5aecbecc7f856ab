import { existsSync } from 'node:fs';
import { Baseline, type BaselineFile, baselineText, type HouseStyle } from '../config/index.ts';
import type { Finding } from '../finding.ts';
import type { FileResult } from './file-step.ts';
import { writeWhole } from './files.ts';

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

  /**
   * Writes a new baseline, whatever the old ones have.
   * @param unread files that could not be checked: what the file to be written has of them stays
   */
  write(path: string, files: readonly BaselineFile[], unread: readonly string[]): void {
    const old = unread.length > 0 && existsSync(path) ? new Baseline(path) : undefined;
    const kept = old === undefined ? [] : unread.map((file) => ({ path: file, findings: old.countsOf(file) }));
    writeWhole(path, baselineText(path, [...files, ...kept]));
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
