import type { Finding } from '../finding.ts';
import { KIND_CODE, KIND_DATE, KIND_DOCUMENT_NUMBER, KIND_NUMBER } from '../text/kinds.ts';
import type { Analysis } from './analysis.ts';
import { explainCutNumber } from './message.ts';
import { offer } from './offer.ts';

/**
 * How sure it is that a space behind a slash inside of a document's number was not printed: it was in none of 12 training
 * pairs. Behind a hyphen it was in six of fourteen: there it is left.
 */
export const CUT_NUMBER_CONFIDENCE = 0.8;

/**
 * The number of a document, with a space behind any of its slashes and its hyphen. Without a year it has two digits at least
 * and begins no line: else it numbers an item (`1/ UBND-HĐND xã`).
 */
const NUMBER =
  /(?:\d{1,5}\/ ?(?:19|20)\d\d|(?<!^[ \t]*)\d{2,5})\/ ?[A-ZĐ][A-Za-zĐđ]{1,9}[-/] ?\p{Lu}[\p{L}\p{N}&-]*/muy;

/** What a number, or the part of it before a space, is read as. */
const NUMBERS: ReadonlySet<number> = new Set([KIND_NUMBER, KIND_DATE, KIND_DOCUMENT_NUMBER, KIND_CODE]);

/** Finds numbers of documents in a scan that a space cuts in two (`930/ SGDĐT-KTKĐCLGD`). */
export function findCutNumbers(text: string, { tokens, guarded }: Analysis): Finding[] {
  const { kind, start, length } = tokens;
  const findings: Finding[] = [];
  let done = 0;
  for (let t = 0; t < length; t++) {
    if (start[t] < done || !NUMBERS.has(kind[t])) continue;
    NUMBER.lastIndex = start[t];
    const original = NUMBER.exec(text)?.[0];
    if (original === undefined || !original.includes('/ ')) continue;
    const stop = start[t] + original.length;
    done = stop;
    const replacement = original.replaceAll(' ', '');
    let last = t;
    while (last + 1 < length && start[last + 1] < stop) last++;
    if (guarded?.subarray(t, last + 1).includes(1)) continue;
    findings.push(offer(text, start[t], stop, replacement, CUT_NUMBER_CONFIDENCE, explainCutNumber(replacement)));
  }
  return findings;
}
