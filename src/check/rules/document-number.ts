import { matchFrom, type Scan } from '../scan.ts';
import type { Rule, RuleFinding } from '../types.ts';

/**
 * Numbers of documents against their pattern: the State writes 45/QĐ-TTg (Decree 30/2020/NĐ-CP, annex I), the Party
 * 50-KL/TU (Guidance 36-HD/VPTW of 2018); D for Đ, TTG for TTg, TƯ for TW; spaces inside, signs that lack. Only where the
 * abbreviation of the body is known, and only in Vietnamese: English writes ND-CP, and so do names of files.
 */
export const documentNumber: Rule = {
  id: 'document-number',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const findings: RuleFinding[] = [];
    const { text } = context;
    const known = new Set<number>();
    // The loose ones first: of 15/NĐ-CP/2020 the others see the front, which is right.
    for (const match of [...looseNumbersIn(text, context.scan()), ...documentNumbersIn(text, context.scan())]) {
      const start = match.index;
      const end = start + match[0].length;
      // In capitals there is no other way to write it.
      if (/TTG/.test(match[0]) && isInCapitals(text, start, end)) continue;
      if (known.has(start) || FILE_NAME.test(text.slice(end, end + 5))) continue;
      if (isInEnglish(text, start, end) || isWithoutMarks(text, start, end)) continue;
      const { year, yearBehind, number, type, body, looseBody, lawBody, session } = match.groups!;
      const right =
        lawBody === undefined
          ? numberOf(number, year ?? yearBehind, type, body ?? looseBody.toUpperCase())
          : { isParty: false, text: `${number}/${year}/${lawBody.toUpperCase()}${session}` };
      if (right === undefined || (lawBody !== undefined && year === undefined)) continue;
      known.add(start);
      if (right.text === match[0]) continue;
      findings.push({
        start,
        end,
        message: `Numbers of ${right.isParty ? 'Party' : 'State'} documents are written so: ${right.text}.`,
        messageVi: `Số hiệu văn bản của ${right.isParty ? 'Đảng' : 'Nhà nước'} viết là ${right.text}.`,
        suggestions: [{ text: right.text, confidence: 0.9 }],
      });
    }
    return findings;
  },
};

/** How a number is written; undefined where its type, or who gave it, is not known. */
function numberOf(
  number: string,
  year: string | undefined,
  type: string,
  written: string,
): { isParty: boolean; text: string } | undefined {
  const rightType = TYPES.get(type.toUpperCase());
  const body = MISWRITTEN.get(written) ?? written;
  const isParty = PARTY.has(body);
  if (rightType === undefined || (!isParty && !STATE.test(body))) return undefined;
  // Only the State sends telegrams: a committee of both may write CĐ-TW.
  if (isParty && (year !== undefined || rightType === 'CĐ')) return undefined;
  const text = isParty
    ? `${number}-${rightType}/${body}`
    : `${number}/${year === undefined ? '' : `${year}/`}${rightType}-${body}`;
  return { isParty, text };
}

/** Are there letters close by in the line, and none of them small? */
function isInCapitals(text: string, start: number, end: number): boolean {
  return /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(lineAround(text, start, end, 24));
}

/** What stands before and behind in the same line, at most so many units each. */
function lineAround(text: string, start: number, end: number, reach: number): string {
  const before = text
    .slice(Math.max(0, start - reach), start)
    .split('\n')
    .at(-1);
  const [after] = text.slice(end, end + reach).split('\n');
  return `${before} ${after}`;
}

/** What follows a number that is the name of a file, in which no slash can stand. */
const FILE_NAME = /^(?:_|\.(?:docx?|pdf|xlsx?|html?)(?!\p{L}))/iu;

/** Does an English word stand on either side? */
const isInEnglish = (text: string, start: number, end: number): boolean =>
  BEFORE_ENGLISH.test(text.slice(Math.max(0, start - 16), start)) ||
  / (?:of|dated|and)(?!\p{L})/uy.test(text.slice(end, end + 7));
const BEFORE_ENGLISH =
  /(?<!\p{L})(?:Nos?\.?|[Dd]ecrees?|[Dd]ecisions?|[Cc]irculars?|[Rr]esolutions?|[Dd]irectives?|[Oo]rdinances?|[Ll]aws?|and|of|under|with) $/u;

/** Are all words close by in the line of plain letters, as those of a file's name are? */
function isWithoutMarks(text: string, start: number, end: number): boolean {
  const around = lineAround(text, start, end, 32);
  return /^[\p{ASCII}–…]*$/u.test(around) && (around.match(/[a-z]{2,}/gi)?.length ?? 0) >= 3;
}

export const NUMBER: RegExp =
  /(?<![\d\p{L}/-])(?<number>\d{1,5}) ?[-/] ?(?:(?<year>(?:19|20)\d\d) ?[-/] ?)?(?<type>[A-Za-zĐđ]{2,4}) ?[-/] ?(?<body>[\p{L}]{2,7}\d{0,2})(?![\p{L}\d])/uy;

/** All matches of {@link NUMBER}, each tried only where a number has a hyphen or a slash behind it. */
export function documentNumbersIn(text: string, { numbers, numberStarts, numberEnds }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let done = 0;
  for (let i = 0; i < numbers; i++) {
    const start = numberStarts[i];
    let behind = numberEnds[i];
    if (start < done || behind - start > 5) continue;
    if (text.charCodeAt(behind) === 0x20) behind++;
    const unit = text.charCodeAt(behind);
    if (unit !== 0x2d && unit !== 0x2f) continue;
    const match = matchFrom(NUMBER, text, start, start + 1);
    if (match === null) continue;
    found.push(match);
    done = match.index + match[0].length;
  }
  return found;
}

/**
 * What is a number of a document only where the word before says so: a space or a long hyphen for the stroke, nothing
 * between type and body (but CTCP is a company and TTCP who inspects), small letters, the year behind, a hyphen in QH14.
 */
export const LOOSE_NUMBER: RegExp =
  /(?<=(?<!\p{L})(?:Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Công điện|Tờ trình|Kế hoạch|Kết luận|Hướng dẫn|Thông báo|Báo cáo|Quy định|Luật|Pháp lệnh|số):? )(?<number>\d{1,5})(?: ?[-–/] ?| )(?:(?<year>(?:19|20)\d\d)(?: ?[-–/] ?| ))?(?:(?<type>TTr|CTr|[NQ]Đ|NQ|CT|KL|TB|HD|KH|BC|TT|[NQ]D)(?: ?[-–/] ?)?(?<looseBody>(?<!CT|TT)CP|TTg|UBND|HĐND|TW|TƯ|TU|B\p{L}{2,6})(?:[-/](?<yearBehind>(?:19|20)\d\d))?|(?<lawBody>QH|UBTVQH)[- –](?<session>\d{1,2}))(?![\p{L}\d]|[-–/]\p{L})/iuy;

/** All matches of {@link LOOSE_NUMBER}, each tried only at a number behind a space. */
export function looseNumbersIn(text: string, { numbers, numberStarts, numberEnds }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let i = 0; i < numbers; i++) {
    const start = numberStarts[i];
    const behind = text.charCodeAt(numberEnds[i]);
    if (text.charCodeAt(start - 1) !== 0x20 || !BEHIND_LOOSE_NUMBER.has(behind)) continue;
    const match = matchFrom(LOOSE_NUMBER, text, start, start + 1);
    if (match !== null) found.push(match);
  }
  return found;
}

const BEHIND_LOOSE_NUMBER: ReadonlySet<number> = new Set([...' -–/'].map((sign) => sign.charCodeAt(0)));

/** Abbreviations of types, also as they are written without Đ. */
const TYPES = new Map(
  'NQ QĐ CT KL TB HD KH BC TTr ĐA CV TT NĐ QC CĐ CTr PL'
    .split(' ')
    .flatMap((type) => [[type.toUpperCase(), type] as const, [type.toUpperCase().replace('Đ', 'D'), type] as const]),
);
// Without Đ they would be other types.
TYPES.delete('DA');
TYPES.delete('CD');

/** Bodies as they are miswritten; what would be another body without its Đ is not among them. */
const MISWRITTEN: ReadonlyMap<string, string> = new Map([
  ['BGDDT', 'BGDĐT'],
  ['BKHDT', 'BKHĐT'],
  ['BLDTBXH', 'BLĐTBXH'],
  ['HDND', 'HĐND'],
  ['TTG', 'TTg'],
  ['Ttg', 'TTg'],
  ['TƯ', 'TW'],
]);

const PARTY = new Set('TW TU HU ĐU BTGTW BTCTW BNCTW BDVTW UBKTTW VPTW BTGTU BTCTU UBKTTU VPTU'.split(' '));
const STATE =
  /^(?:CP|TTg|UBND|HĐND|UBTVQH\d{1,2}|QH\d{1,2}|CTN|BGDĐT|BNV|BTC|BYT|BCA|BQP|BTP|BXD|BKHĐT|BTNMT|BNNPTNT|BGTVT|BCT|BLĐTBXH|BVHTTDL|BTTTT|BKHCN|NHNN|VPCP)$/;
