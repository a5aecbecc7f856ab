import type { LookAlikeWord } from '../correct/look-alikes.ts';
import type { Corrector, CorrectorOptions } from '../correct/types.ts';
import type { Edit, Finding, Severity, Suggestion } from '../finding.ts';
import type { DedupeResult, TextBlock } from '../headlines/index.ts';
import type { DecodableLine } from './encoded/encoded-line.ts';
import type { Scan } from './scan.ts';

/** A suggestion before {@link check} maps it to the caller's text. */
export interface RuleSuggestion extends Omit<Suggestion, 'edits'> {
  /** What to change where that is more, or less, than the text of the finding; offsets into `context.text`. */
  readonly edits?: readonly Edit[];
  /** The finding is a whole block, and goes with its line or its element. */
  readonly removesBlock?: boolean;
  /** Lines that are written as they decode, all of them: of what was read, since composing loses some of it. */
  readonly decodes?: readonly DecodableLine[];
}

/** A finding before {@link check} gives it its rule, severity, original text and key. Offsets are into `context.text`. */
export interface RuleFinding extends Pick<Finding, 'start' | 'end' | 'message' | 'messageVi' | 'note'> {
  readonly suggestions?: readonly RuleSuggestion[];
  readonly auto?: boolean;
  /** Its place in the text as it was read, where composing has left out the signs that it begins or ends with. */
  readonly read?: readonly [start: number, end: number];
}

/** What a rule sees of a document. */
export interface RuleContext {
  /**
   * The document, composed: a rule never meets a decomposed letter, and its offsets are mapped back afterwards. Lines that
   * are {@link encoded} are blank.
   */
  readonly text: string;
  /** Lines that were read in a wrong encoding; empty where the rule on them is off. */
  readonly encoded: readonly DecodableLine[];
  /** Findings of the corrector, computed once for all rules; empty where the caller gave no corrector. */
  corrections(): readonly Finding[];
  /** The terms of the caller and of the corrector's user, with their proper casing. */
  readonly terms: readonly string[];
  /** Terms of the corrector's dictionary: one array for all its documents. */
  readonly dictionaryTerms: readonly string[];
  /** Words that the caller does not want, with what to write instead. */
  readonly rejected: readonly RejectedTerm[];
  /** Words that were written with letters of other scripts, and are composed in `text`. */
  lookAlikes(): readonly LookAlikeWord[];
  /** Lines of `text` that hold anything, split once for all rules. */
  blocks(): readonly TextBlock[];
  /** What the article says again, found once for all rules. */
  repetitions(): Repetitions;
  /** Words, numbers and brackets of `text`, found once for all rules. */
  scan(): Scan;
  /** Does this stand beside the article (a page's title, a menu), where it may repeat it? */
  isAside(offset: number): boolean;
  /** Line and column, from 1, in the caller's file, of an offset in `text`. */
  position(offset: number): { line: number; column: number };
}

/** Repeats among the blocks of an article, whose places in `blocks` they name; what stands beside it, and data, is none. */
export interface Repetitions extends DedupeResult {
  readonly blocks: readonly TextBlock[];
}

/** A word or phrase that a house does not print. */
export interface RejectedTerm {
  readonly text: string;
  /** What it prints instead, where there is one thing. */
  readonly instead?: string;
}

/** One check of a document. Rules hold no state, and know nothing of each other. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Applied by {@link fix} without being named. */
  readonly fixedByDefault: boolean;
  /** Runs only where it is named or given a severity. */
  readonly offByDefault?: boolean;
  run(context: RuleContext): RuleFinding[];
}

/** What is checked, and how. */
export interface CheckOptions extends CorrectorOptions {
  /** Finds spelling errors; without one the rules `spelling`, `doubled-word` and `older-spelling` find nothing. */
  readonly corrector?: Corrector & {
    /** Terms of its dictionary with their proper casing, for the rule `casing`. */
    readonly terms?: readonly string[];
    /** Terms that it was made with, for the rules that look at the caller's terms. */
    readonly userTerms?: readonly string[];
  };
  /** Ids of the rules to run, or the severity of single rules, `off` among them. Default: all that are on by default. */
  readonly rules?: readonly string[] | Readonly<Record<string, Severity | 'off'>>;
  /** Words for the rule `rejected-term`. */
  readonly rejected?: readonly RejectedTerm[];
  /** Keys of findings that were looked at and are to be left out: an array, a set or any iterable; see {@link Finding.key}. */
  readonly ignore?: Iterable<string>;
}
