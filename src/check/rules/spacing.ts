import { FindingRanges } from '../../finding-ranges.ts';
import { isVietnameseSyllable } from '../../unicode/index.ts';
import { TITLES } from '../../unicode/sentences.ts';
import { isLetter } from '../scan.ts';
import type { Rule, RuleContext, RuleFinding } from '../types.ts';
import { type SpacingMatch, spacesIn } from './spacing-search.ts';

/**
 * White space around punctuation: none before a mark, one behind; none inside brackets and curly quotes; one between words.
 * Marks that stand twice go with it: they come from the same slips of the hand.
 * Dots in a row, numbers, lines that are columns of a table, and names glued to an abbreviation (Mr.Pips) are left alone.
 */
export const spacing: Rule = {
  id: 'spacing',
  severity: 'info',
  fixedByDefault: false,
  run(context) {
    const { text } = context;
    const findings: RuleFinding[] = [];
    let corrected: FindingRanges | undefined;
    for (const match of spacesIn(text, context.scan())) {
      if (!applies(match, text)) continue;
      const { start, found } = match;
      const { replacement, message, messageVi } = match.check;
      // A comma that a scan has for a space ("cán,bộ") needs no space behind it; the corrector is asked of such commas only.
      if (found.endsWith(',') && replacement(found).endsWith(' ')) {
        corrected ??= new FindingRanges(context.corrections());
        if (corrected.touch(start, start + found.length)) continue;
      }
      if (isAcrossLines(context, start, start + found.length)) continue;
      findings.push({
        start,
        end: start + found.length,
        message,
        messageVi,
        suggestions: [{ text: replacement(found), confidence: 0.95 }],
      });
    }
    return findings;
  },
};

/** Is it a mistake by what stands on either side? A look-behind in the pattern would be tried more often. */
function applies({ check, start, found }: SpacingMatch, text: string): boolean {
  if (!check.before.test(text.slice(Math.max(0, start - 2), start))) return false;
  const last = wordBefore(text, start);
  const next = wordAt(text, start + found.length);
  if (check.beforeSyllable && !isVietnameseSyllable(next)) return false;
  if (check.behindSyllable && !isVietnameseSyllable(last)) return false;
  if (check.besideMarks && /^\p{ASCII}*$/u.test(last + next)) return false;
  if (check.notTurned && isTurned(text, start)) return false;
  if (check.notBehindNamespace && NAMESPACE.test(text.slice(Math.max(0, start - 12), start))) return false;
  if (!check.notBehindAbbreviation || !isAbbreviation(last)) return true;
  // A name that is glued to one is foreign, but for Tp.Huế; in "gặp Bob.Hôm nay" a sentence begins.
  return isVietnameseSyllable(next) && !TITLES.test(last);
}

/** In markup a line end is read as a space, and may be more than one: ": " begins the next line of a list of definitions. */
const isAcrossLines = (context: RuleContext, start: number, end: number): boolean =>
  context.position(start).line !== context.position(Math.min(end, context.text.length - 1)).line;

const WORD = /\p{L}+/uy;

/** The word that begins at a place. */
function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

/** The last eight letters, or fewer, of the word that ends at a place. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > end - 8 && start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

/** Does this quote open what is open, or close what is not, as far as the line says? */
function isTurned(text: string, quote: number): boolean {
  let at = quote - 1;
  while (at >= 0 && quote - at < LONGEST_QUOTATION && !'“”\n'.includes(text[at])) at--;
  return (text.charAt(at) === '“') === (text[quote] === '“');
}

/** In units; bounded, so that a line of many quotes costs linear time. */
const LONGEST_QUOTATION = 400;

const NAMESPACE = /(?<!\p{L})(?:Thể loại|Bản mẫu|Tập tin|Thành viên|Thảo luận|Đặc biệt|Trợ giúp)$/u;

/** A capital and at most two more letters that are no word: Ph, Mr, Atl, but not Huế. */
const isAbbreviation = (word: string): boolean => /^\p{Lu}\p{L}{0,2}$/u.test(word) && !isVietnameseSyllable(word);
