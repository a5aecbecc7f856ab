const MARK = /^\s*[“"]?(?:Điều|Mục|Chương|Phần)\s+(?:\d{1,4}[a-zđ]?|[IVXLC]{1,7})\s*[.:]?\s+/iu;
/** Units of the longest mark of an article, white space and all. */
const LONGEST_MARK = 32;

/** Where the heading of an article begins behind its number ("Điều 49. "), or 0 where a text is none. */
export function headingStart(text: string): number {
  return MARK.exec(text.slice(0, LONGEST_MARK))?.[0].length ?? 0;
}
