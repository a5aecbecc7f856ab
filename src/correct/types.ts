import type { Edit, Finding } from '../finding.ts';

/** What kind of text this is, which sets how many errors to expect and of which kind. */
export type Profile = 'edited' | 'typed' | 'ocr';

/** `auto`: only what is all but certain (99 % precision); `suggest`: all that is more likely right than wrong. */
export type Level = 'auto' | 'suggest';

/** A term or a name that the user adds: never touched, and what a slip in one of its words is measured by. */
export interface UserTerm {
  /** As it should be printed, with its casing: `Mường Lát`, `Ban Thường vụ`. */
  readonly text: string;
  /** What it is, for people who read the list: nothing depends on it. Default `'term'`. */
  readonly kind?: 'term' | 'name' | 'place';
}

export interface CorrectorOptions {
  /** Default `edited`. */
  readonly profile?: Profile;
  /** Default `suggest`. */
  readonly level?: Level;
  readonly terms?: readonly (string | UserTerm)[];
}

export interface CorrectionResult {
  /** The corrected text. */
  readonly text: string;
  /** What was applied, by ascending start, in offsets of the input. */
  readonly edits: readonly Edit[];
  /** All that was found, applied or not. */
  readonly findings: readonly Finding[];
}

/** Finds and corrects spelling, typing and OCR errors; made by `createCorrector`. Holds no state between calls. */
export interface Corrector {
  readonly profile: Profile;
  readonly level: Level;
  /** Offices, bodies and named documents of the dictionary, cased as they are written: for rules that look at casing. */
  readonly terms?: readonly string[];
  /** The user's terms that it was made with, cased as they are to be printed: for rules that look at such terms. */
  readonly userTerms?: readonly string[];
  /**
   * Findings of the rules `spelling`, `doubled-word`, `look-alike`, `older-spelling` and `name-spelling`, by ascending start.
   * Never throws on any string.
   */
  check(text: string, options?: CorrectorOptions): Finding[];
  /** Applies what the level allows; what is said of names (`name-spelling`) is left to a person. */
  correct(text: string, options?: CorrectorOptions): CorrectionResult;
}
