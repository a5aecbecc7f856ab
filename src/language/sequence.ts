import {
  KIND_CODE,
  KIND_COMMA,
  KIND_DATE,
  KIND_DOCUMENT_NUMBER,
  KIND_EMAIL,
  KIND_HYPHEN,
  KIND_NEWLINE,
  KIND_NUMBER,
  KIND_QUOTE,
  KIND_STOP,
  KIND_SYMBOL,
  KIND_URL,
  KIND_WORD,
} from '../text/scan.ts';
import { ID_BOUNDARY, ID_NUMBER, ID_PAUSE, ID_UNKNOWN } from './ids.ts';

/** Token is not seen by the language model at all: quotes, hyphens inside words. */
export const SKIP = -1;
/** Token is a word: its id is looked up. */
export const WORD = -2;

const byKind = new Int8Array(32).fill(ID_UNKNOWN);
byKind[KIND_WORD] = WORD;
for (const kind of [KIND_NUMBER, KIND_DATE, KIND_DOCUMENT_NUMBER, KIND_CODE, KIND_URL, KIND_EMAIL])
  byKind[kind] = ID_NUMBER;
byKind[KIND_COMMA] = ID_PAUSE;
byKind[KIND_STOP] = ID_BOUNDARY;
byKind[KIND_NEWLINE] = ID_BOUNDARY;
byKind[KIND_QUOTE] = SKIP;
byKind[KIND_HYPHEN] = SKIP;
byKind[KIND_SYMBOL] = SKIP;

/** What the language model sees of a token by its kind: an id, {@link SKIP} or {@link WORD}. */
export const ID_OF_KIND: Readonly<Int8Array> = byKind;
