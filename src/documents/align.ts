/** A stretch of a word and what is to stand there instead. */
export interface LetterChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Longer stretches are replaced letter by letter without a search for the best way: no word is so long. */
const LONGEST = 200;

/**
 * The least that changes `original` into `replacement`: one stretch where its letters touch each other in the source,
 * else letter by letter, so that what stands between two letters (a tag) keeps its place among them.
 * @param isTouching does the letter at an offset touch the one before it?
 */
export function alignLetters(
  original: string,
  replacement: string,
  isTouching: (at: number) => boolean,
): LetterChange[] {
  let start = 0;
  const shorter = Math.min(original.length, replacement.length);
  while (start < shorter && original[start] === replacement[start]) start++;
  let end = original.length;
  let endOfNew = replacement.length;
  while (end > start && endOfNew > start && original[end - 1] === replacement[endOfNew - 1]) {
    end--;
    endOfNew--;
  }
  if (start === end && start === endOfNew) return [];
  let touching = true;
  for (let at = start + 1; at < end; at++) touching &&= isTouching(at);
  if (touching) return [{ start, end, text: replacement.slice(start, endOfNew) }];
  const old = original.slice(start, end);
  const fresh = replacement.slice(start, endOfNew);
  const changes = old.length === fresh.length || old.length > LONGEST ? inPlace(old, fresh) : byDistance(old, fresh);
  return changes.map((change) => ({ start: start + change.start, end: start + change.end, text: change.text }));
}

/** Letter for letter; what is left over goes to the last one. */
function inPlace(old: string, fresh: string): LetterChange[] {
  const changes: LetterChange[] = [];
  for (let i = 0; i < old.length; i++) {
    const text = i === old.length - 1 ? fresh.slice(i) : fresh.slice(i, i + 1);
    if (text !== old[i]) changes.push({ start: i, end: i + 1, text });
  }
  return changes;
}

/** By the least number of letters changed, put in or left out (Wagner and Fischer 1974). */
function byDistance(old: string, fresh: string): LetterChange[] {
  const width = fresh.length + 1;
  const cost = new Int32Array((old.length + 1) * width);
  for (let j = 0; j < width; j++) cost[j] = j;
  for (let i = 1; i <= old.length; i++) {
    cost[i * width] = i;
    for (let j = 1; j < width; j++) {
      const change = cost[(i - 1) * width + j - 1] + (old[i - 1] === fresh[j - 1] ? 0 : 1);
      cost[i * width + j] = Math.min(change, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1);
    }
  }
  const changes: LetterChange[] = [];
  let i = old.length;
  let j = fresh.length;
  while (i > 0 || j > 0) {
    const here = cost[i * width + j];
    if (i > 0 && j > 0 && here === cost[(i - 1) * width + j - 1] + (old[i - 1] === fresh[j - 1] ? 0 : 1)) {
      i--;
      j--;
      if (old[i] !== fresh[j]) changes.push({ start: i, end: i + 1, text: fresh[j] });
    } else if (i > 0 && here === cost[(i - 1) * width + j] + 1) {
      i--;
      changes.push({ start: i, end: i + 1, text: '' });
    } else {
      j--;
      changes.push({ start: i, end: i, text: fresh[j] });
    }
  }
  return changes.reverse();
}
