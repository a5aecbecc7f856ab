import type { Vocabulary } from '../language/vocabulary.ts';
import { KIND_HYPHEN, KIND_NEWLINE, KIND_WORD } from '../text/kinds.ts';
import { hashWord, IS_VOWEL, unitInfo } from '../text/letters.ts';
import { FLAG_HYPHENATED, SHAPE_LOWER, type TokenBuffer } from '../text/scan.ts';

/**
 * Makes one word of two that a hyphen at a line end parts (`kh-\noán`, `nghi-\nệp`), by the rule that `normalize` joins them
 * by: together they are a syllable, and a half is none, or the second half begins with a small vowel. What stands at such
 * places in names (`Bà Rịa-\nVũng Tàu`) stays two words.
 */
export function joinBrokenWords(text: string, tokens: TokenBuffer, vocabulary: Vocabulary): void {
  const { kind, start, end, hash, shape, flags, length } = tokens;
  for (let t = 2; t + 1 < length; t++) {
    if (kind[t] !== KIND_NEWLINE || kind[t - 1] !== KIND_HYPHEN) continue;
    const head = t - 2;
    const tail = t + 1;
    if (kind[head] !== KIND_WORD || kind[tail] !== KIND_WORD || shape[tail] !== SHAPE_LOWER) continue;
    if (end[head] !== start[t - 1]) continue;
    const first = text.slice(start[head], end[head]);
    const second = text.slice(start[tail], end[tail]);
    // A letter may be misread, too.
    if (!vocabulary.hasSkeleton(first + second)) continue;
    const inRime = IS_VOWEL[unitInfo(second.charCodeAt(0)) & 63] === 1;
    if (!inRime && vocabulary.isSyllable(first) && vocabulary.isSyllable(second)) continue;
    end[head] = end[tail];
    hash[head] = hashWord(first + second);
    flags[head] &= ~FLAG_HYPHENATED;
    // Hyphens are passed over.
    kind[t] = KIND_HYPHEN;
    kind[tail] = KIND_HYPHEN;
  }
}
