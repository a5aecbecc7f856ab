import { matchFrom, type Scan } from '../scan.ts';
import type { Rule, RuleFinding } from '../types.ts';

/**
 * Numbers of documents against their pattern: the State writes 45/QĐ-TTg (Decree 30/2020/NĐ-CP, annex I), the Party
 * 50-KL/TU (Guidance 36-HD/VPTW of 2018); D for Đ; spaces inside. Only where the abbreviation of the body is known.
 */
export const documentNumber: Rule = {
  id: 'document-number',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const findings: RuleFinding[] = [];
    for (const match of documentNumbersIn(context.text, context.scan())) {
      const { number, year, type, body } = match.groups!;
      const rightType = TYPES.get(type.toUpperCase());
      const isParty = PARTY.has(body);
      if (rightType === undefined || (!isParty && !STATE.test(body))) continue;
      if (isParty && year !== undefined) continue;
      const right = isParty
        ? `${number}-${rightType}/${body}`
        : `${number}/${year === undefined ? '' : `${year}/`}${rightType}-${body}`;
      if (right === match[0]) continue;
      const start = match.index;
      findings.push({
        start,
        end: start + match[0].length,
        message: `Numbers of ${isParty ? 'Party' : 'State'} documents are written so: ${right}.`,
        messageVi: `Số hiệu văn bản của ${isParty ? 'Đảng' : 'Nhà nước'} viết là ${right}.`,
        suggestions: [{ text: right, confidence: 0.9 }],
      });
    }
    return findings;
  },
};

export const NUMBER: RegExp =
  /(?<![\d\p{L}/-])(?<number>\d{1,5}) ?[-/] ?(?:(?<year>(?:19|20)\d\d) ?[-/] ?)?(?<type>[A-Za-zĐđ]{2,4}) ?[-/] ?(?<body>[\p{L}]{2,6}\d{0,2})(?![\p{L}\d])/uy;

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

/** Abbreviations of types, also as they are written without Đ. */
const TYPES = new Map(
  'NQ QĐ CT KL TB HD KH BC TTr ĐA CV TT NĐ QC CĐ CTr PL'
    .split(' ')
    .flatMap((type) => [[type.toUpperCase(), type] as const, [type.toUpperCase().replace('Đ', 'D'), type] as const]),
);
// Without Đ they would be other types.
TYPES.delete('DA');
TYPES.delete('CD');

const PARTY = new Set('TW TU HU ĐU BTGTW BTCTW BNCTW BDVTW UBKTTW VPTW BTGTU BTCTU UBKTTU VPTU'.split(' '));
const STATE =
  /^(?:CP|TTg|UBND|HĐND|UBTVQH\d{1,2}|QH\d{1,2}|CTN|BGDĐT|BNV|BTC|BYT|BCA|BQP|BTP|BXD|BKHĐT|BTNMT|BNNPTNT|BGTVT|BCT|BLĐTBXH|BVHTTDL|BTTTT|BKHCN|NHNN|VPCP)$/;
