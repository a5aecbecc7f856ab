import { isDigit, matchFrom, type Scan } from '../scan.ts';
import type { Rule, RuleFinding } from '../types.ts';

/**
 * Numbers and units as the law has them (Decree 86/2012/NĐ-CP): kg, km with small letters; dots between thousands
 * (1.000.000, not 1,000,000). Codes, numbers that name something (số 5,225,452), and those with one comma, which is the
 * decimal one, are left alone.
 */
export const unit: Rule = {
  id: 'unit',
  severity: 'info',
  fixedByDefault: false,
  run(context) {
    const findings: RuleFinding[] = [];
    for (const match of measuresIn(context.text, context.scan())) {
      if (isCurium(context.text, match)) continue;
      const right = rightUnit(match[2]);
      if (right === match[2]) continue;
      findings.push({
        start: match.index + match[1].length,
        end: match.index + match[0].length,
        message: `The unit is written “${right}”.`,
        messageVi: `Đơn vị viết là “${right}”.`,
        suggestions: [{ text: right, confidence: 0.95 }],
      });
    }
    for (const match of thousandsIn(context.text, context.scan())) {
      if (isName(context.text, match)) continue;
      const right = match[0].replaceAll(',', '.');
      findings.push({
        start: match.index,
        end: match.index + match[0].length,
        message: `Vietnamese puts dots between thousands: ${right}.`,
        messageVi: `Tiếng Việt phân cách hàng nghìn bằng dấu chấm: ${right}.`,
        suggestions: [{ text: right, confidence: 0.9 }],
      });
    }
    return findings;
  },
};

/** Watt is named for a man. */
const rightUnit = (written: string): string => written.toLowerCase().replace('kw', 'kW');

/** Its isotopes have the masses 232 to 252, and come from or make others: 242Cm, 248Cm(27Al,xn). */
const isCurium = (text: string, { 0: written, 1: number, 2: letters, index }: RegExpExecArray): boolean =>
  letters === 'Cm' &&
  /^2[345]\d$/.test(number) &&
  (/^[(:/+]/.test(text.slice(index + written.length)[0] ?? '') ||
    /\d{2,3}\p{Lu}\p{Ll}?(?!\p{L})/u.test(text.slice(Math.max(0, index - 24), index)));

/** The number of a patent, or some articles of a law; but "dân số 1,000,000", "với số 1,000,000 lượt" are amounts. */
const isName = (text: string, { index }: RegExpExecArray): boolean =>
  /(?<!\p{L})(?:(?:sáng chế|patent)(?: \p{L}+){0,3} số|điều) $/iu.test(text.slice(Math.max(0, index - 32), index));

// Bounded, so that a run of digits without end costs linear time.
export const MEASURE: RegExp =
  /(?<![\p{L}\p{N}])(\d{1,15}(?:[.,]\d{1,15}){0,6} ?)(Kg|KG|Km|KM|Cm|CM|Mm|Ha|HA|Mét|Lít|K[Ww][Hh]?)(?![\p{L}\p{N}]|-\p{L})/uy;
const UNIT_CAPITALS: ReadonlySet<number> = new Set([...'KCMHL'].map((letter) => letter.charCodeAt(0)));
/** Runs of digits that {@link MEASURE} may take before the last one. */
const MOST_GROUPS = 6;

export const THOUSANDS: RegExp =
  /(?<![\p{L}\p{N}.,])\d{1,3}(?:,\d{3}){2,}(?=(?:đ|VNĐ|VND)?(?![\p{L}\p{N}]))(?![.,]\d)/uy;

/** All matches of {@link MEASURE}, tried only before a capital that a unit begins with. */
export function measuresIn(text: string, { numbers, numberStarts, numberEnds }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let done = 0;
  for (let i = 0; i < numbers; i++) {
    const end = numberEnds[i];
    if (!UNIT_CAPITALS.has(text.charCodeAt(text.charCodeAt(end) === 0x20 ? end + 1 : end))) continue;
    for (let first = Math.max(0, i - MOST_GROUPS); first <= i; first++) {
      const start = numberStarts[first];
      const match = start < done ? null : matchFrom(MEASURE, text, start, start + 1);
      if (match === null) continue;
      found.push(match);
      done = match.index + match[0].length;
      break;
    }
  }
  return found;
}

/** All matches of {@link THOUSANDS}, tried only at a number with a comma and three digits behind it. */
export function thousandsIn(text: string, { numbers, numberStarts, numberEnds }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let done = 0;
  for (let i = 0; i < numbers; i++) {
    const start = numberStarts[i];
    const end = numberEnds[i];
    if (start < done || end - start > 3 || text.charCodeAt(end) !== 0x2c || !isDigit(text.charCodeAt(end + 1)))
      continue;
    const match = matchFrom(THOUSANDS, text, start, start + 1);
    if (match === null) continue;
    found.push(match);
    done = match.index + match[0].length;
  }
  return found;
}
