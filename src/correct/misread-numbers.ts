import type { Finding } from '../finding.ts';
import { KIND_CODE, KIND_DOCUMENT_NUMBER } from '../text/kinds.ts';
import type { Analysis } from './analysis.ts';
import { explainMisreadNumber } from './message.ts';
import { offer } from './offer.ts';

/** How sure it is that a number with a letter in it was misread: some codes look the same. */
export const MISREAD_NUMBER_CONFIDENCE = 0.8;

/**
 * Digits, and O after one of them, or l or I as the first. What begins with O, ends in l, or is I and one digit, is a formula
 * or litres.
 */
const RUN = '(?:\\d|l(?=\\d)|I(?=\\d\\d))[\\dO]*';

/** Such a run, or several as in dates and long numbers (`l1/7`, `2.5OO`), with a letter somewhere. */
const NUMBER = new RegExp(`^(?=.*[lIO])${RUN}(?:[.,/-]${RUN})*$`);

/**
 * The number of a first article or clause, read as a letter (`Điều l.`, `khoản I Điều 9`, `khoản 4 Điều I`). Articles
 * without a clause may have Roman numbers.
 */
const FIRST = /(?<!\p{L})(?:Điều [l|]|[Kk]hoản (?:\d{1,2} Điều )?[Il|])(?=[\s,.;)]|$)/gu;

/** Finds numbers of a scan in which 0 was read as O, or 1 as l, I or | (`3O tháng 9`, `l4 vụ`, `5-I972`, `khoản I`). */
export function findMisreadNumbers(text: string, { tokens, guarded }: Analysis): Finding[] {
  const { kind, start, end, length } = tokens;
  const findings: Finding[] = [];
  const say = (from: number, to: number, replacement: string): void => {
    const explanation = explainMisreadNumber(text.slice(from, to), replacement);
    findings.push(offer(text, from, to, replacement, MISREAD_NUMBER_CONFIDENCE, explanation));
  };
  for (let t = 0; t < length; t++) {
    if ((kind[t] !== KIND_CODE && kind[t] !== KIND_DOCUMENT_NUMBER) || guarded?.[t] === 1) continue;
    const original = text.slice(start[t], end[t]);
    if (!NUMBER.test(original)) continue;
    const replacement = original.replaceAll('O', '0').replaceAll(/[lI]/g, '1');
    say(start[t], end[t], replacement);
  }
  let t = 0;
  for (const { 0: match, index } of text.matchAll(FIRST)) {
    const letter = index + match.length - 1;
    while (t + 1 < length && start[t + 1] <= letter) t++;
    if (guarded?.[t] !== 1) say(letter, letter + 1, '1');
  }
  return findings;
}
