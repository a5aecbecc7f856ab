/** The mark of an item, which may be of two parts or stand in brackets: "2.", "a)", "2-", "(1)", "c.2)". */
const MARK = /^\s*(?:\(?(?:\d{1,3}|[a-zđA-ZĐ]|[IVXLC]{1,7}|[ivxl]{1,5})(?:\.\d{1,2})*[-–.)/]{1,2}\s|[-–—•+*]\s)/u;
const NOTE = /^\s*\([^()]*\)\s*$/u;
const LABEL = /^\s*(?:PV|\p{L}[\p{Ll}\p{M}]*(?: [\p{Ll}\p{M}]+){0,5})\s*:/u;

/**
 * An item of a list, a clause of a law, an answer, a line of a form: the same may stand under another heading ("2. Biện
 * pháp khắc phục hậu quả:", "D. Cả ba đáp án trên", "(Ký, ghi rõ họ tên)", "Nơi ở hiện nay: thôn 3"), and is a repeat only
 * right behind itself. A label has up to six words, of which only the first has a capital: "Hà Nội: Cháy lớn" is a headline.
 */
export function isListItem(text: string): boolean {
  return isEnumerated(text) || NOTE.test(text) || LABEL.test(text);
}

/** Whether a block begins with the mark of an item. */
export function isEnumerated(text: string): boolean {
  return MARK.test(text);
}
