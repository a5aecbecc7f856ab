import { type CheckOptions, checkSource, editsOf } from '../check/index.ts';
import { cachedHouseStyle } from '../config/cached-house-style.ts';
import { readDocument } from '../documents/documents.ts';
import { knownFormatOfPath } from '../documents/format.ts';
import type { Finding, Severity } from '../finding.ts';
import { cachedCorrector } from '../load/cached-corrector.ts';
import type { LoadOptions } from '../load/load.ts';
import { requireLanguage } from '../report/language.ts';
import { readSyntaxTree, type SyntaxNode } from './prose.ts';

/** Options of the rule in `.textlintrc`. */
export interface HieudinhRuleOptions extends LoadOptions {
  /** As in `check`: names, or severities by name. Default: all that are on by default. */
  readonly rules?: CheckOptions['rules'];
  /** The least severity that is reported. Default `warning`: textlint knows only errors, and style is none. */
  readonly leastSeverity?: Severity;
  /** Language of the messages. Default `vi`. */
  readonly language?: 'en' | 'vi';
  /** A `hieudinh.config.json` for all files; `false` for none. Default: the nearest above each file. */
  readonly config?: string | false;
}

/** What the rule uses of textlint's context. */
interface RuleContext {
  readonly RuleError: new (message: string, details?: object) => object;
  readonly fixer: { replaceTextRange(range: readonly [number, number], text: string): object };
  readonly locator: { range(range: readonly [number, number]): object };
  getSource(): string;
  getFilePath(): string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: textlint's own types are not needed to run, so they are not named
  report(node: any, error: any): void;
}

type RuleReporter = (
  // biome-ignore lint/suspicious/noExplicitAny: see RuleContext
  context: any,
  options?: object,
  // biome-ignore lint/suspicious/noExplicitAny: see RuleContext
) => Record<string, (node: any) => void>;

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * A textlint rule: `"rules": { "hieudinh/textlint": true }`. Text, Markdown and HTML are read as `hieudinh check` reads
 * them; other formats through the tree of textlint's plugin. `textlint --fix` applies what is all but certain; the other
 * replacements are suggestions.
 */
const reporter: RuleReporter = (context: RuleContext, options: HieudinhRuleOptions = {}) => {
  const { rules, leastSeverity = 'warning', language = 'vi' } = options;
  const least = SEVERITIES.indexOf(leastSeverity);
  if (least < 0)
    throw new RangeError(`hieudinh: leastSeverity was "${leastSeverity}", expected ${SEVERITIES.join(', ')}`);
  requireLanguage(language);
  return {
    Document(node: SyntaxNode): void {
      const source = context.getSource();
      const path = context.getFilePath();
      const format = path === undefined ? undefined : knownFormatOfPath(path);
      const prose = format === undefined ? readSyntaxTree(source, node) : readDocument(source, format);
      const house = path === undefined ? {} : cachedHouseStyle(options.config).optionsOf(path, 'check');
      const { findings } = checkSource(prose, {
        ...house,
        corrector: cachedCorrector(options),
        ...(rules !== undefined && { rules }),
        ...(options.level !== undefined && { level: options.level }),
        ...(options.profile !== undefined && { profile: options.profile }),
      });
      for (const finding of findings) {
        if (SEVERITIES.indexOf(finding.severity) < least) continue;
        const message = language === 'vi' ? (finding.messageVi ?? finding.message) : finding.message;
        const fixes = finding.suggestions.map((_, choice) => commandOf(context, finding, choice));
        const suggestions = finding.suggestions.flatMap(({ text }, choice) => {
          const fix = fixes[choice];
          return fix === undefined ? [] : [{ id: `${finding.key}-${choice}`, message: text, fix }];
        });
        const details = {
          padding: context.locator.range([finding.start, finding.end]),
          ...(finding.auto && fixes[0] !== undefined && { fix: fixes[0] }),
          ...(suggestions.length > 0 && { suggestions }),
        };
        context.report(node, new context.RuleError(`${message} [${finding.rule}]`, details));
      }
    },
  };
};

/** The rule, which both reports and fixes. */
const rule: { readonly linter: RuleReporter; readonly fixer: RuleReporter } = { linter: reporter, fixer: reporter };
export default rule;

/** textlint has one replacement for one message; undefined for what changes a document in many places. */
function commandOf({ fixer }: RuleContext, finding: Finding, choice: number): object | undefined {
  const edits = editsOf(finding, choice);
  if (edits.length !== 1) return undefined;
  return fixer.replaceTextRange([edits[0].start, edits[0].end], edits[0].replacement);
}
