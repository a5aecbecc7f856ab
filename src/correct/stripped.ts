/** Share of words with such a letter below which a text is called stripped. */
const MOST_MARKED = 0.3;

/** Words that must be seen before a text is called stripped. */
const LEAST_WORDS = 4;

/**
 * Was the text read or typed without the Vietnamese letters (ă â ê ô ơ ư đ and the dot below)? About six words in ten
 * of ordinary text have one; below three in ten, marks are missing and not merely wrong.
 */
export function looksStripped(text: string): boolean {
  const words = text.slice(0, 20_000).match(/\p{L}+/gu) ?? [];
  const lower = words.filter((word) => /\p{Ll}{2}/u.test(word));
  if (lower.length < LEAST_WORDS) return false;
  const marked = lower.filter((word) => /[ăâêôơưđ\u1ea0-\u1ef9]/iu.test(word)).length;
  return marked / lower.length < MOST_MARKED;
}
