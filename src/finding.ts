/** How much a finding matters: an `error` is wrong, a `warning` is probably wrong, `info` is style. */
export type Severity = 'error' | 'warning' | 'info';

/** One replacement for the text of a finding, best first. */
export interface Suggestion {
  /** What to write instead of `original`; the empty string deletes it. */
  readonly text: string;
  /** Calibrated probability, 0 to 1, that this replacement is what the author meant. */
  readonly confidence: number;
  /**
   * What to change, where that is not simply the text of the finding: a word broken by markup, which stays, a line that
   * goes with its line end, all words of a document. See `editsOf`.
   */
  readonly edits?: readonly Edit[];
}

/**
 * One thing found in a text, whatever found it: every report and every fix derives from this.
 * Offsets are UTF-16 code units `[start, end)` in the caller's own text.
 */
export interface Finding {
  /** Id of the rule: `spelling`, `doubled-word`, `older-spelling`, `repeated-block`, `tone-style`, `casing`, `placeholder`, … */
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)`, so that a stale finding is refused when it is applied. */
  readonly original: string;
  /** One sentence for a person: what was seen and why. */
  readonly message: string;
  /** The same sentence in Vietnamese, where the rule has one. */
  readonly messageVi?: string;
  /** Where the evidence is, for instance the line that this one repeats. */
  readonly note?: string;
  readonly suggestions: readonly Suggestion[];
  /** True if the first suggestion may be applied without a person looking. */
  readonly auto: boolean;
  /** Hash of rule, text and nearby words: stays the same when the text around it is edited elsewhere. */
  readonly key: string;
}

/** One replacement of `[start, end)` that is refused where the text there is no longer `original`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly replacement: string;
}
