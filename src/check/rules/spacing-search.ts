import { isLetter, matchFrom, type Scan } from '../scan.ts';
import { CHECKS, type SpacingCheck } from './spacing-checks.ts';

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
