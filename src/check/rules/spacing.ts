import { FindingRanges } from '../../finding-ranges.ts';
import { isVietnameseSyllable } from '../../unicode/index.ts';
import { isLetter, matchFrom, type Scan } from '../scan.ts';
import type { Rule, RuleContext, RuleFinding } from '../types.ts';

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
  // A name that is glued to one is foreign; in "gặp Bob.Hôm nay" a sentence begins.
  return !(check.notBehindAbbreviation && isAbbreviation(last) && !(isVietnameseSyllable(next) && !TITLE.test(last)));
}

/** Stands before a name, of whatever language: Tp.Huế, Ths.Nam. */
const TITLE = /^(?:T[pxts]|Ths|P?gs|[BDKL]s|Mrs?|Ms|Dr|St)$/i;

/** In markup a line end is read as a space, and may be more than one: ": " begins the next line of a list of definitions. */
const isAcrossLines = (context: RuleContext, start: number, end: number): boolean =>
  context.position(start).line !== context.position(Math.min(end, context.text.length - 1)).line;

export interface SpacingCheck {
  readonly pattern: RegExp;
  /** The two units before the match. */
  readonly before: RegExp;
  /** Must a word that Vietnamese could have stand behind? A name of a file or a brand (.Net, Steins;Gate) is none. */
  readonly beforeSyllable?: boolean;
  /** Must one stand before? The scheme of an address (mailto:an) is none. */
  readonly behindSyllable?: boolean;
  /** Must one of these two words have a letter that English lacks? `sin(an)` is a function. */
  readonly besideMarks?: boolean;
  /** Silent behind what names a kind of page in a wiki (Thể loại:Tỉnh Việt Nam). */
  readonly notBehindNamespace?: boolean;
  /** Silent behind an abbreviation, which a name may be glued to: TP.HCM, Mr.Pips. */
  readonly notBehindAbbreviation?: boolean;
  /** Silent where the quote before says that this one is typed for the other (cuộc”phá băng”): its space is elsewhere. */
  readonly notTurned?: boolean;
  readonly replacement: (found: string) => string;
  readonly message: string;
  readonly messageVi: string;
}

const withoutSpace = (found: string): string => found.replace(/ +/g, '');
const withSpace = (found: string): string => `${found.trimStart()} `;

const withSpaceBefore = (found: string): string => ` ${found}`;

const lastOne = (found: string): string => found[1];

const DOUBLED = {
  message: 'There is a mark too many.',
  messageVi: 'Thừa một dấu câu.',
};
const NO_SPACE_BEFORE = {
  message: 'There is a space too many before this mark.',
  messageVi: 'Thừa dấu cách trước dấu này.',
};
const SPACE_BEHIND = {
  message: 'A space is missing behind this mark.',
  messageVi: 'Thiếu dấu cách sau dấu này.',
};
const SPACE_BEFORE = {
  message: 'A space is missing before this mark.',
  messageVi: 'Thiếu dấu cách trước dấu này.',
};
const SPACE_MOVED = {
  message: 'The space stands before this mark instead of behind it.',
  messageVi: 'Dấu cách đứng trước dấu này, phải đứng sau.',
};
const NO_SPACE_INSIDE = {
  message: 'There is a space too many inside this bracket or quote.',
  messageVi: 'Thừa dấu cách bên trong ngoặc.',
};

/** In the order in which they are told of. */
export const CHECKS: readonly SpacingCheck[] = [
  { pattern: / {1,2}[,;](?=[\s”"])/y, before: /[\p{L}\p{N})”"%]$/u, replacement: withoutSpace, ...NO_SPACE_BEFORE },
  // A dot or a mark at the end of a sentence; ". . ." and " ... " are something else.
  {
    pattern: / {1,2}[.!?](?=\s*(?:\n|$)| [“"(]?\p{Lu}|[”"](?![\p{L}\p{N}]))/uy,
    before: /\p{L}{2}$|[\p{N})”"%]$/u,
    replacement: withoutSpace,
    ...NO_SPACE_BEFORE,
  },
  { pattern: / {1,2}:(?=\s|$)/y, before: /\p{L}{2}$/u, replacement: withoutSpace, ...NO_SPACE_BEFORE },
  // Not a division: "(3 + 4) : 60".
  { pattern: / {1,2}:(?=\s(?! ?\d)|$)/y, before: /[)”"]$/, replacement: withoutSpace, ...NO_SPACE_BEFORE },
  {
    pattern: / {1,2},(?=\p{L})/uy,
    before: /\p{L}{2}$|[\p{N})”"]$/u,
    replacement: withSpace,
    ...SPACE_MOVED,
  },
  // Two letters, since one makes a smiley (" ;D").
  {
    pattern: / {1,2}(?:[;:!?](?=\p{L}{2})|\.(?=\p{Lu}\p{Ll}))/uy,
    before: /\p{L}{2}$|[\p{N})”"]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_MOVED,
  },
  { pattern: /,(?=\p{L}{2})/uy, before: /\p{Ll}{2}$/u, replacement: withSpace, ...SPACE_BEHIND },
  {
    pattern: /,(?=\p{L}(?!\p{L}))/uy,
    before: /\p{Ll}{2}$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /,(?=\p{L}{2,}(?![\p{L}\p{M}\p{N}=/_&@-]))/uy,
    before: /\p{Lu}$|[\p{N})”"%]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  // Two words in capitals are one name whose sign was lost: GDQP;AN.
  {
    pattern: /;(?=\p{Ll}{2,}(?![\p{L}\p{M}\p{N}=/_&@-]))/uy,
    before: /\p{Lu}$|[\p{N})”"%]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /:(?=\p{L}{2,}(?![\p{L}\p{M}\p{N}=/_&@-]|\.\p{L}))/uy,
    before: /\p{Ll}{2}$/u,
    beforeSyllable: true,
    behindSyllable: true,
    notBehindNamespace: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /:(?=\p{Lu}\p{Ll}+(?![\p{L}\p{M}\p{N}=/_&@-]|\.\p{L}))/uy,
    before: /[\p{N})”"%]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /\.(?=\p{Lu}\p{Ll}+ \p{Ll})/uy,
    before: /[\p{N})”"%]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  // Not in an address (?id=…), which goes on behind the word.
  {
    pattern: /[;!?](?=\p{L}{2,}(?![\p{L}\p{M}\p{N}=/_&@-]))/uy,
    before: /\p{Ll}{2}$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /\.(?=\p{Lu}\p{Ll}+ \p{Ll})/uy,
    before: /\p{Ll}$/u,
    notBehindAbbreviation: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: / {2,3}(?=\p{L})/uy,
    before: /[\p{L},;]$/u,
    replacement: () => ' ',
    message: 'More than one space.',
    messageVi: 'Thừa dấu cách.',
  },
  { pattern: /(?:,,|;;|,\.)(?=\s|\p{L}|$)/uy, before: /[\p{L}\p{N})”"]$/u, replacement: lastOne, ...DOUBLED },
  // Three dots are an ellipsis, and behind one letter is an abbreviation: v.v..
  { pattern: /\.\.(?= \p{Lu}|\n|$)/uy, before: /\p{L}{2}$|[\p{N})”"]$/u, replacement: lastOne, ...DOUBLED },
  // A quote that is turned (ai khác“ của, một ”hai”) has its space on the right side: without it two words are one.
  {
    pattern: / (?<=[(“] )(?=\p{L})/uy,
    before: /\($|(?:^|[^\p{L}\p{N}.!?…])“$/u,
    replacement: withoutSpace,
    ...NO_SPACE_INSIDE,
  },
  // One letter in brackets may be a part of the word: (s)ai.
  {
    pattern: /\)(?=\p{Ll}{2})/uy,
    before: /[\p{L}\p{N}.”"]{2}$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /\)(?=\p{Lu}\p{L})/uy,
    before: /[\p{L}\p{N}.”"]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /(?<=\p{L})\((?=\p{L}{2})/uy,
    before: /\p{Ll}{2}$/u,
    beforeSyllable: true,
    behindSyllable: true,
    besideMarks: true,
    replacement: withSpaceBefore,
    ...SPACE_BEFORE,
  },
  {
    pattern: /(?<=\p{L})“(?=\p{L}{2})/uy,
    before: /\p{Ll}{2}$/u,
    notTurned: true,
    beforeSyllable: true,
    behindSyllable: true,
    replacement: withSpaceBefore,
    ...SPACE_BEFORE,
  },
  {
    pattern: /(?<=[\p{L}.!?])”(?=\p{L}{2})/uy,
    before: /[\p{L}.!?]$/u,
    notTurned: true,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  { pattern: / (?=\)|”(?![\p{L}\p{N}]))/uy, before: /\p{L}$/u, replacement: withoutSpace, ...NO_SPACE_INSIDE },
];

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

/** A match of {@link SpacingCheck.pattern}. */
export interface SpacingMatch {
  readonly check: SpacingCheck;
  readonly start: number;
  readonly found: string;
}

/**
 * All matches of each of {@link CHECKS}. All of them begin with a space or a mark, neither of which is in a word, and
 * between most words is nothing but one space.
 */
export function spacesIn(text: string, { words, starts, ends }: Scan): SpacingMatch[] {
  const matches: SpacingMatch[] = [];
  const done = CHECKS.map(() => 0);
  let gap = 0;
  for (let i = 0; i <= words; i++) {
    const gapEnd = i < words ? starts[i] : text.length;
    if (gapEnd !== gap + 1 || text.charCodeAt(gap) !== SPACE) {
      for (let at = gap; at < gapEnd; at++) {
        if (!isWorthTrying(text, at)) continue;
        for (let k = 0; k < CHECKS.length; k++) {
          const match = at < done[k] ? null : matchFrom(CHECKS[k].pattern, text, at, at + 1);
          if (match === null) continue;
          matches.push({ check: CHECKS[k], start: at, found: match[0] });
          done[k] = at + match[0].length;
        }
      }
    }
    if (i < words) gap = ends[i];
  }
  return matches;
}

const SPACE = 0x20;

/** Could any pattern match here? Most commas and dots have a space behind, and most of these spaces a letter. */
function isWorthTrying(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (MARKS.has(unit)) return isLetter(next) || isSurrogate(next) || TWICE.has(next);
  if (unit !== SPACE) return false;
  return BEHIND_SPACE.has(next) || BEFORE_SPACE.has(text.charCodeAt(at - 1));
}

const unitsOf = (marks: string): ReadonlySet<number> => new Set([...marks].map((mark) => mark.charCodeAt(0)));
const MARKS = unitsOf(',;:.!?()“”');
const TWICE = unitsOf(',;.');
const BEHIND_SPACE = unitsOf(' ,;:.!?)”');
const BEFORE_SPACE = unitsOf('(“');
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000;
