/** How far from either end a source mark is looked for, in UTF-16 units. */
const REACH = 64;
const MARK_BEFORE =
  /^\s*(?:\([^()]{2,40}\)\s*[-–—:]+\s*|\[[^[\]]{2,24}\]\s*[-–—:]*\s*|(?:[\p{L}\d]+\.)+(?:vn|com|net|org)(?:\.vn)?\s*[-–—:|]+\s*|(?:video|clip|(?:ch(?:ù|u\u0300)m\s)?(?:ả|a\u0309)nh|infographic|infographics|podcast|photo|e-?magazine|longform)\s*[:|]\s*)/iu;
const MARK_AFTER =
  /\s*(?:\|\s*[^|\n]{2,32}|\s[-–—]\s*(?:(?:b(?:á|a\u0301)o|tạp chí|đài|cổng thông tin)\s[^|\n-]{2,32}|(?:[\p{L}\d]+\.)+(?:vn|com|net|org)(?:\.vn)?))\s*$/iu;

/**
 * Where the headline itself stands: `[start, end)` without "(Baothanhhoa.vn) - ", "VIDEO:", "| Báo …" and the like.
 * A headline that would be nothing but marks stays whole.
 */
export function headlineBody(text: string): [number, number] {
  let start = 0;
  let end = text.length;
  // Two marks may follow each other: "VIDEO: (VTV.vn) - …".
  for (let round = 0; round < 2 && hasMark(text, start, start + REACH); round++) {
    const head = MARK_BEFORE.exec(text.slice(start, start + REACH));
    if (head === null) break;
    start += head[0].length;
  }
  const tailStart = Math.max(start, end - REACH);
  const tail = hasMark(text, tailStart, end) ? MARK_AFTER.exec(text.slice(tailStart, end)) : null;
  if (tail !== null) end = tailStart + tail.index;
  if (start === 0 && end === text.length) return [start, end];
  return /[\p{L}\d]/u.test(text.slice(start, Math.min(end, start + REACH))) ? [start, end] : [0, text.length];
}

/** Whether there is any of `| : ] - – —`, one of which every mark has: most headlines are spared the expressions. */
function hasMark(text: string, from: number, to: number): boolean {
  for (let position = Math.min(to, text.length) - 1; position >= from; position--) {
    const unit = text.charCodeAt(position);
    if (unit === 0x7c || unit === 0x3a || unit === 0x5d || unit === 0x2d || unit === 0x2013 || unit === 0x2014)
      return true;
  }
  return false;
}
