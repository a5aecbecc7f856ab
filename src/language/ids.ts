/**
 * What a token is to the language model: a small integer. Words of the vocabulary come after these, by descending
 * frequency.
 */
export const ID_UNKNOWN = 0;
/** Start and end of a sentence or clause: no n-gram reaches across it. */
export const ID_BOUNDARY = 1;
/** Any number, date, document number or code. */
export const ID_NUMBER = 2;
/** Comma, or a dash between spaces. */
export const ID_PAUSE = 3;
/** Unknown word with a capital: most often a foreign name. */
export const ID_NAME = 4;
/** Ids below are not words. */
export const FIRST_WORD = 5;
