import type { Finding } from './finding.ts';

/** Findings by ascending start, asked whether they touch other ranges, which come by ascending start, too. */
export class FindingRanges {
  readonly #findings: readonly Finding[];
  #next = 0;

  constructor(findings: readonly Finding[]) {
    this.#findings = findings;
  }

  touch(start: number, end: number): boolean {
    while (this.#next < this.#findings.length && this.#findings[this.#next].end <= start) this.#next++;
    return this.#next < this.#findings.length && this.#findings[this.#next].start < end;
  }
}
