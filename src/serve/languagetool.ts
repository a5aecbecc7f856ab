import type { Finding } from '../finding.ts';
import { type Sentence, splitSentences } from '../unicode/index.ts';

/** A finding in the shape of LanguageTool's `/v2/check`. Offsets are UTF-16, as Java's are. */
export interface LanguageToolMatch {
  readonly message: string;
  readonly shortMessage: string;
  readonly offset: number;
  readonly length: number;
  readonly replacements: readonly { readonly value: string }[];
  readonly context: { readonly text: string; readonly offset: number; readonly length: number };
  readonly sentence: string;
  readonly type: { readonly typeName: string };
  readonly rule: {
    readonly id: string;
    readonly description: string;
    readonly issueType: string;
    readonly category: { readonly id: string; readonly name: string };
  };
  readonly ignoreForIncompleteSentence: boolean;
  readonly contextForSureMatch: number;
}

/** What a client asks to be told of; LanguageTool's parameters of the same names. */
export interface RuleChoice {
  readonly enabledRules: readonly string[];
  readonly disabledRules: readonly string[];
  readonly enabledCategories: readonly string[];
  readonly disabledCategories: readonly string[];
  /** Only what is enabled, nothing else. */
  readonly enabledOnly: boolean;
}

/** Settings of {@link toMatches}. */
export interface MatchOptions {
  readonly language: 'en' | 'vi';
  readonly choice: RuleChoice;
  /** Where a stretch of the text stands in what the client sent; undefined where it holds only markup. */
  readonly toSource: (start: number, end: number) => [start: number, end: number] | undefined;
  /** The sentences of the text, where they are known. Default: `splitSentences` of it. */
  readonly sentences?: readonly Sentence[];
}

/** Units of text shown on both sides of a match. */
const AROUND = 40;

/** Findings as LanguageTool would tell them. */
export function toMatches(text: string, findings: readonly Finding[], options: MatchOptions): LanguageToolMatch[] {
  const matches: LanguageToolMatch[] = [];
  const { sentences = splitSentences(text) } = options;
  let sentence = 0;
  for (const finding of findings) {
    const { start, end } = finding;
    const rule = ruleOf(finding.rule);
    const place = options.toSource(start, end);
    if (place === undefined || !isWanted(rule.id, finding.rule, rule.category.id, options.choice)) continue;
    // Findings come by their start, so that one walk over the sentences does.
    while (sentence < sentences.length - 1 && sentences[sentence].end <= start) sentence++;
    matches.push({
      message: options.language === 'vi' ? (finding.messageVi ?? finding.message) : finding.message,
      shortMessage: '',
      offset: place[0],
      length: place[1] - place[0],
      replacements: finding.suggestions.flatMap((suggestion) => {
        const value = replacementOf(finding, suggestion);
        return value === undefined ? [] : [{ value }];
      }),
      context: contextOf(text, start, end),
      sentence: sentences[sentence]?.text ?? '',
      type: { typeName: rule.issueType === 'misspelling' ? 'UnknownWord' : 'Other' },
      rule,
      ignoreForIncompleteSentence: false,
      contextForSureMatch: 0,
    });
  }
  return matches;
}

/**
 * What a suggestion writes in place of the finding's own text; undefined where it changes what stands outside of it, such
 * as all words of a document: a client of one place cannot do that.
 */
export function replacementOf(
  finding: Pick<Finding, 'start' | 'end' | 'original'>,
  { text, edits }: Finding['suggestions'][number],
): string | undefined {
  if (edits === undefined) return text;
  let out = '';
  let last = finding.start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < last || edit.end > finding.end) return undefined;
    out += finding.original.slice(last - finding.start, edit.start - finding.start) + edit.replacement;
    last = edit.end;
  }
  return out + finding.original.slice(last - finding.start);
}

const CATEGORIES = {
  TYPOS: 'Possible Typo',
  REPETITIONS: 'Repetitions',
  CASING: 'Capitalization',
  PUNCTUATION: 'Punctuation',
  SEMANTICS: 'Semantics',
  STYLE: 'Style',
  TERMINOLOGY: 'Terminology',
  TYPOGRAPHY: 'Typography',
  MISC: 'Miscellaneous',
} as const;

/** LanguageTool's category and ITS 2.0's issue type of a rule; a rule that is not named is miscellaneous. */
const KINDS: Readonly<Record<string, readonly [category: keyof typeof CATEGORIES, issueType: string]>> = {
  spelling: ['TYPOS', 'misspelling'],
  'look-alike': ['TYPOS', 'characters'],
  'misplaced-tone': ['TYPOS', 'misspelling'],
  encoding: ['TYPOS', 'characters'],
  'name-spelling': ['TYPOS', 'inconsistent-entities'],
  'doubled-word': ['REPETITIONS', 'duplication'],
  'repeated-block': ['REPETITIONS', 'duplication'],
  'repeated-stretch': ['REPETITIONS', 'duplication'],
  'rejected-term': ['TERMINOLOGY', 'terminology'],
  casing: ['CASING', 'typographical'],
  date: ['SEMANTICS', 'inconsistency'],
  place: ['SEMANTICS', 'inconsistency'],
  'merged-place': ['SEMANTICS', 'terminology'],
  unbalanced: ['PUNCTUATION', 'typographical'],
  quotes: ['PUNCTUATION', 'typographical'],
  spacing: ['TYPOGRAPHY', 'whitespace'],
  unit: ['TYPOGRAPHY', 'numbers'],
  'document-number': ['TYPOGRAPHY', 'numbers'],
  'older-spelling': ['STYLE', 'style'],
  'tone-style': ['STYLE', 'inconsistency'],
  'iy-style': ['STYLE', 'inconsistency'],
};

function ruleOf(rule: string): LanguageToolMatch['rule'] {
  const [category, issueType] = Object.hasOwn(KINDS, rule) ? KINDS[rule] : (['MISC', 'uncategorized'] as const);
  return {
    id: `HIEUDINH_${rule.toUpperCase().replaceAll('-', '_')}`,
    description: rule,
    issueType,
    category: { id: category, name: CATEGORIES[category] },
  };
}

/** A rule may be named as LanguageTool has it, `HIEUDINH_DOUBLED_WORD`, or as hieudinh has it, `doubled-word`. */
function isWanted(id: string, name: string, category: string, choice: RuleChoice): boolean {
  const isNamed = (rules: readonly string[]): boolean => rules.includes(id) || rules.includes(name);
  if (isNamed(choice.disabledRules)) return false;
  if (isNamed(choice.enabledRules) || choice.enabledCategories.includes(category)) return true;
  return !choice.enabledOnly && !choice.disabledCategories.includes(category);
}

function contextOf(text: string, start: number, end: number): LanguageToolMatch['context'] {
  const from = unitStart(text, Math.max(0, start - AROUND));
  const to = unitStart(text, Math.min(text.length, end + AROUND));
  const before = from > 0 ? '...' : '';
  const after = to < text.length ? '...' : '';
  return {
    text: `${before}${text.slice(from, to).replace(/[\r\n\t]/g, ' ')}${after}`,
    offset: start - from + before.length,
    length: end - start,
  };
}

/** Not in the middle of a surrogate pair. */
function unitStart(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
