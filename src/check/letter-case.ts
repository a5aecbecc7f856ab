/** A replacement with the capital that the text has where it stands: at the start of a sentence, or throughout. */
export function likeCaseOf(replacement: string, original: string): string {
  const letters = original.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return replacement.toUpperCase();
  const first = original.match(/\p{L}/u)?.[0] ?? '';
  if (first === first.toLowerCase()) return replacement;
  return replacement.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
