import { letterAt, smallOf } from '../../unicode/letters.ts';
import { matchFrom, type Scan } from '../scan.ts';
import type { Rule, RuleFinding } from '../types.ts';
import { times } from './times.ts';

/**
 * One syllable written with i here and with y there (kĩ thuật, kỹ thuật): one suggestion for all of a syllable, for the
 * form that the document uses more, the more usual one where both are as frequent. Only syllables where both are the same
 * word: *công ty* and *ti tiện* are not. Names keep their letters, and so do words of sound and manner, which both styles
 * write with i (lí nhí).
 */
export const iyStyle: Rule = {
  id: 'iy-style',
  severity: 'info',
  fixedByDefault: false,
  run(context) {
    const places = new Map<string, number[]>();
    for (const match of openSyllablesIn(context.text, context.scan())) {
      if (!WORDS.has(match[0]) || isBoundToI(context.text, match)) continue;
      const found = places.get(match[0]);
      if (found === undefined) places.set(match[0], [match.index]);
      else found.push(match.index);
    }
    const findings: RuleFinding[] = [];
    for (const [usual, other] of PAIRS) {
      const a = places.get(usual);
      const b = places.get(other);
      if (a === undefined || b === undefined) continue;
      const [right, wrong, wrongPlaces] = a.length >= b.length ? [usual, other, b] : [other, usual, a];
      const edits = wrongPlaces.map((start) => ({
        start,
        end: start + wrong.length,
        original: wrong,
        replacement: right,
      }));
      findings.push({
        start: wrongPlaces[0],
        end: wrongPlaces[0] + wrong.length,
        message: `Written with i and with y: “${usual}” ${times(a.length)}, “${other}” ${times(b.length)}.`,
        messageVi: `Lẫn i và y: “${usual}” ${a.length} lần, “${other}” ${b.length} lần.`,
        suggestions: [{ text: right, confidence: Math.max(a.length, b.length) / (a.length + b.length), edits }],
        auto: true,
      });
    }
    return findings;
  },
};

/** The more usual form first. */
const PAIRS: readonly (readonly [usual: string, other: string])[] = [
  ['lý', 'lí'],
  ['kỹ', 'kĩ'],
  ['kỳ', 'kì'],
  ['ký', 'kí'],
  ['kỷ', 'kỉ'],
  ['mỹ', 'mĩ'],
  ['sĩ', 'sỹ'],
  ['quý', 'quí'],
  ['quỹ', 'quĩ'],
  ['quy', 'qui'],
];
const WORDS: ReadonlySet<string> = new Set(PAIRS.flat());

/** Words whose first syllable has an i in every style, by what stands behind it. */
const BOUND_TO_I: ReadonlyMap<string, RegExp> = new Map([
  ['lí', / (?:nhí|lắc|rí)(?![\p{L}\p{M}])/uy],
  ['kì', / (?:cọ|kèo|cạch)(?![\p{L}\p{M}])/uy],
]);

function isBoundToI(text: string, { 0: syllable, index }: RegExpExecArray): boolean {
  const behind = BOUND_TO_I.get(syllable);
  if (behind === undefined) return false;
  behind.lastIndex = index + syllable.length;
  return behind.test(text);
}

const Q = 'q'.charCodeAt(0);
const I = letterAt('i', 0);
const Y = letterAt('y', 0);

export const OPEN_SYLLABLE: RegExp = /(?<![\p{L}\p{M}\p{N}_-])(?:[hklmst]|qu)[iíìỉĩịyýỳỷỹỵ](?![\p{L}\p{M}\p{N}_-])/uy;

/** All matches of {@link OPEN_SYLLABLE}, tried only at words as short that end with i or y. */
export function openSyllablesIn(text: string, { words, starts, ends }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let i = 0; i < words; i++) {
    const start = starts[i];
    const length = ends[i] - start;
    if (length !== 2 && !(length === 3 && text.charCodeAt(start) === Q)) continue;
    const last = smallOf(letterAt(text, ends[i] - 1));
    if (last !== I && last !== Y) continue;
    const match = matchFrom(OPEN_SYLLABLE, text, start, start + 1);
    if (match !== null) found.push(match);
  }
  return found;
}
