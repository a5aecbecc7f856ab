/* What looks like a slip and is no word that could have one. */

/**
 * How names of the peoples of the highlands begin, as no Vietnamese word does: Mnông, Krông, Ksor, Hmông, Brâu. Of a slip
 * such a beginning hardly ever comes.
 */
export const HIGHLAND_NAME: RegExp = /^(?:M[lnr]|K[lprs]|[BP][lr]|H[lmr]|[DĐ]r|G[lr]|Sr)\p{L}/u;

/** Has a word no letter with a mark? */
export function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}

/** Two letters without a mark beside a sign of mathematics are no word: "y = ax + b", "bx² + c". */
export function isVariable(text: string, start: number, end: number): boolean {
  if (end - start > 2 || !isPlain(text, start, end)) return false;
  return SIGNS.has(beside(text, start - 1, -1)) || SIGNS.has(beside(text, end, 1));
}

const SIGNS: ReadonlySet<string> = new Set('=+^²³√<>≤≥≠×÷∈');

/** The character at an offset, or behind one space there. */
const beside = (text: string, at: number, step: number): string =>
  text.charAt(text.charCodeAt(at) === 0x20 ? at + step : at);
