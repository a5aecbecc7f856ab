import type { OlderSpelling } from '../language/dictionary.ts';
import { ID_BOUNDARY } from '../language/ids.ts';
import { SHAPE_LOWER, SHAPE_TITLE, type TokenBuffer } from '../text/scan.ts';
import { MARGIN, type Passage } from './passage.ts';

/**
 * How sure it is that an editor would print the common spelling: in the marked articles of the development sets all 29
 * older ones were replaced; but in what is quoted or literary they stay, and no set has that.
 */
export const OLDER_CONFIDENCE = 0.8;

/** A place where an older spelling stands. */
export interface OlderPlace {
  readonly token: number;
  /** Id of the common spelling. */
  readonly common: number;
}

/**
 * Finds spellings that were common once ("tầu", "mầu") where an editor would print today's. No mistake, and no matter of
 * context, so no ranker is asked; names keep theirs. Costs nothing where none stands in the passage.
 */
export function findOlder(older: readonly OlderSpelling[], passage: Passage, tokens: TokenBuffer): OlderPlace[] {
  const places: OlderPlace[] = [];
  const { ids, token, counts, length } = passage;
  for (const { id, common, kept } of older) {
    if (counts[id] === 0) continue;
    for (let at = MARGIN; at < length - MARGIN; at++) {
      if (ids[at] !== id) continue;
      const shape = tokens.shape[token[at]];
      const plain = shape === SHAPE_LOWER || (shape === SHAPE_TITLE && ids[at - 1] === ID_BOUNDARY);
      const stays = kept.some(
        ([first, second]) => (first === ids[at - 1] && second === id) || (first === id && second === ids[at + 1]),
      );
      if (plain && !stays) places.push({ token: token[at], common });
    }
  }
  return places.sort((a, b) => a.token - b.token);
}
