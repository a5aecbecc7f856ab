/** Kinds of token, as {@link TokenBuffer.kind} holds them. */
export const KIND_WORD = 1;
export const KIND_NUMBER = 2;
export const KIND_DATE = 3;
/** `50-KL/TU`, `92/TTr-UBND`, `10/2016/QĐ-UBND`. */
export const KIND_DOCUMENT_NUMBER = 4;
export const KIND_URL = 5;
export const KIND_EMAIL = 6;
/** Letters and digits in one: `U23`, `km2`, `15h30`, `A4`. */
export const KIND_CODE = 7;
/** Word with letters of another script. */
export const KIND_FOREIGN = 8;
export const KIND_COMMA = 9;
/** Ends a sentence or clause; also a line end. */
export const KIND_STOP = 10;
export const KIND_QUOTE = 11;
export const KIND_HYPHEN = 12;
export const KIND_SYMBOL = 13;
export const KIND_NEWLINE = 14;
