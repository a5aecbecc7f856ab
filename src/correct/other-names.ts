/** What introduces another name, or another spelling, of what was named before; a bracket or quote may open behind. */
const INTRODUCTION =
  /(?:(?<!\p{L})(?:hay|hoặc|tức|còn gọi|(?:được |có tài liệu )?(?:gọi|ghi|viết|chép)(?: [\p{L}]+){0,3} là|tên khai sinh(?: là)?)|tiếng \p{L}+(?: cổ)?\s*:(?: [\p{L}'’-]+){0,4}|tiếng \p{Lu}\p{L}+(?: [\p{L}'’-]+){0,4})\s*[:"“‘'(\s]*$/u;

/** Units that are looked at before a name. */
const REACH = 60;

/**
 * Does the text itself say that a name is another one for the same: "Nguyễn Quán Quang hay Trần Quán Quang", "người Pháp gọi
 * ông là “Haendel”", "(tiếng Pháp: Union des Comores)"?
 */
export const isOtherName = (text: string, start: number): boolean =>
  INTRODUCTION.test(text.slice(Math.max(0, start - REACH), start));
