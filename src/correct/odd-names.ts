import { distance } from 'fastest-levenshtein';
import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD } from '../language/ids.ts';
import { FLAG_HYPHENATED, FLAG_TOUCHED, SHAPE_TITLE, type TokenBuffer } from '../text/scan.ts';
import { removeDiacritics } from '../unicode/index.ts';
import type { Analysis } from './analysis.ts';
import { explainOddName } from './message.ts';
import { isOtherName } from './other-names.ts';
import { MARGIN } from './passage.ts';

/**
 * How sure it is that the odd spelling is a slip. Of 15 in encyclopedia articles and newspapers that were read one by one,
 * two were another accepted spelling of the name and none was another name.
 */
export const ODD_NAME_CONFIDENCE = 0.8;

/** How often the usual spelling has to stand in the text. */
const USUAL = 3;

/** Shorter names resemble each other by chance. */
const SHORTEST = 5;

/** A foreign name in one spelling. */
interface Spelling {
  count: number;
  /** Where it stands first. */
  readonly token: number;
  /** No list and no corpus has it. */
  readonly unknown: boolean;
}

/**
 * Finds foreign names that stand once in the text that was analysed last, by one slip away from a name that stands there
 * three times or more ("Tylor" beside "Taylor"): no dictionary holds all names, so the document is the evidence. Names
 * that are known in both spellings (Alexander, Alexandre), or differ at their ends only, as plurals do, are two names.
 * Costs nothing where no unknown word has a capital.
 */
export function findOddNames(text: string, dictionary: Dictionary, { passage, tokens, guarded }: Analysis): Finding[] {
  const spellings = new Map<string, Spelling>();
  const { vocabulary, attested } = dictionary;
  for (let at = MARGIN; at < passage.length - MARGIN; at++) {
    const id = passage.ids[at];
    const t = passage.token[at];
    if (!isName(tokens, t) || (id >= FIRST_WORD && vocabulary.syllable[id] === 1)) continue;
    const name = text.slice(tokens.start[t], tokens.end[t]);
    const spelling = spellings.get(name);
    if (spelling !== undefined) spelling.count++;
    else spellings.set(name, { count: 1, token: t, unknown: id < FIRST_WORD && !attested.has(tokens.hash[t]) });
  }
  const findings: Finding[] = [];
  const usual = [...spellings].filter(([, { count }]) => count >= USUAL);
  if (usual.length === 0) return findings;
  for (const [name, { count, token, unknown }] of spellings) {
    if (count > 1 || !unknown || guarded?.[token] === 1 || isOtherName(text, tokens.start[token])) continue;
    const meant = usual.filter(([other]) => isOneSlip(name, other));
    // Beside two usual names it may be a slip of either.
    if (meant.length !== 1) continue;
    const [right, { count: times }] = meant[0];
    findings.push({
      rule: 'name-spelling',
      severity: 'warning',
      start: tokens.start[token],
      end: tokens.end[token],
      original: name,
      ...explainOddName(name, right, times),
      suggestions: [{ text: right, confidence: ODD_NAME_CONFIDENCE }],
      auto: false,
      key: '',
    });
  }
  return findings.sort((a, b) => a.start - b.start);
}

/** Does a token look like a name: one capital, and nothing joined to it ("Jean-Pierre", "d'Estaing")? */
function isName({ shape, flags, start, end }: TokenBuffer, t: number): boolean {
  return (
    shape[t] === SHAPE_TITLE && (flags[t] & (FLAG_HYPHENATED | FLAG_TOUCHED)) === 0 && end[t] - start[t] >= SHORTEST
  );
}

/** One letter too many, too few, another, or two exchanged; not the first letter, nor at the end, nor marks alone. */
function isOneSlip(name: string, other: string): boolean {
  if (Math.abs(name.length - other.length) > 1 || name[0] !== other[0]) return false;
  const shared = Math.min(name.length, other.length) - (name.length === other.length ? 1 : 0);
  if (name.slice(0, shared) === other.slice(0, shared)) return false;
  const edits = distance(name, other);
  if (edits > 2 || (edits === 2 && !isSwap(name, other))) return false;
  return removeDiacritics(name) !== removeDiacritics(other);
}

function isSwap(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
