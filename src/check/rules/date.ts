import { likeCaseOf } from '../letter-case.ts';
import { isDigit, matchFrom, type Scan } from '../scan.ts';
import type { Rule, RuleFinding } from '../types.ts';

/**
 * Days that no calendar has (31-4, 30/2/2024), and a weekday that is not the one of its date. Days of the lunar calendar
 * are left alone, and so are two numbers that nothing says to be a date, ranges of days (ngày 22-24) and durations (4 tháng
 * 15 ngày).
 */
export const date: Rule = {
  id: 'date',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const { text } = context;
    const findings: RuleFinding[] = [];
    for (const match of datesIn(context.text, context.scan())) {
      const written = match.groups!;
      const dayText = written.day ?? written.dayWord;
      const day = Number(dayText);
      const month = Number(written.month ?? written.monthWord);
      const yearText = written.year ?? written.yearWord;
      const year = yearText === undefined ? undefined : Number(yearText);
      const start = match.index + match[0].indexOf(dayText, (written.lead ?? '').length);
      const end = match.index + match[0].length;
      if (/^\s*\(?(?:âm lịch|ÂL)/iu.test(text.slice(end, end + 12)) || /âm lịch/iu.test(match[0])) continue;
      if (year !== undefined && (year < 1800 || year > 2200)) continue;
      const hasLead = written.lead !== undefined || written.dayWord !== undefined;
      if (!hasLead && year === undefined) continue;
      if (day < 1 || day > daysOf(month, year)) {
        // Months beyond 12 are dates only where the text says so: 24/36 may be anything, 3 tháng 20 are parts of a duration.
        if (month > 12 && written.lead === undefined && year === undefined) continue;
        if (month > 12 && (isRange(written, day, month) || text.startsWith(' ngày', end))) continue;
        // A row of meetings: "lần thứ 32 tháng 7 năm 2006".
        if (/thứ $/iu.test(text.slice(Math.max(0, start - 4), start))) continue;
        findings.push({
          start,
          end,
          message: `There is no such day: ${text.slice(start, end)}.`,
          messageVi: `Không có ngày ${text.slice(start, end)}.`,
        });
      } else if (year !== undefined)
        findings.push(...weekdayFindings(text, match.index + (written.lead ?? '').length, day, month, year));
    }
    return findings;
  },
};

// `lead` says that it is a date: 31-4 alone may be a score.
export const DATE: RegExp =
  /(?<![\d\p{L}/.,-])(?<lead>(?:ngày|sáng|trưa|chiều|tối|đêm)(?: ngày)? )?(?:(?<day>\d{1,2})(?<separator>[-/.])(?<month>\d{1,2})(?:\k<separator>(?<year>\d{4}))?|(?<dayWord>\d{1,2}) tháng (?<monthWord>\d{1,2})(?:,? năm (?<yearWord>\d{4}))?)(?![\d\p{L}/%]|[-.,]\d| tháng)/iuy;

/** Longest `lead`, "chiều ngày ". */
const LONGEST_LEAD = 11;

/** All matches of {@link DATE}, each tried only where a number of one or two digits has behind it what a date has. */
export function datesIn(text: string, { numbers, numberStarts, numberEnds }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let done = 0;
  for (let i = 0; i < numbers; i++) {
    const start = numberStarts[i];
    const end = numberEnds[i];
    if (start < done || end - start > 2 || !isDateBehind(text, end)) continue;
    const match = matchFrom(DATE, text, Math.max(done, start - LONGEST_LEAD), start + 1);
    if (match === null) continue;
    found.push(match);
    done = match.index + match[0].length;
  }
  return found;
}

/** A separator with a digit, or a space and the t of "tháng". */
function isDateBehind(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (unit === 0x20) return (next | 32) === 0x74;
  return unit >= 0x2d && unit <= 0x2f && isDigit(next);
}

/** From one day to another of a month, or from one hour, one degree to another: "ngày 22-24", "chiều 15-16 giờ". */
const isRange = ({ separator, year }: Readonly<Record<string, string>>, first: number, last: number): boolean =>
  separator === '-' && year === undefined && last > first && (last <= 31 || first > 31);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The most days of a month: 29 in a February whose year is not known; none for a month that there is not. */
function daysOf(month: number, year: number | undefined): number {
  const isCommon = year !== undefined && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0));
  return month === 2 && isCommon ? 28 : (DAYS[month - 1] ?? 0);
}

const WEEKDAYS = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];
/** Behind any other word "thứ ba" is the third: "kỳ họp thứ 7, ngày 3/4/2025", "Hội nghị lần thứ tư". */
const BEFORE_WEEKDAY =
  '(?<=(?:^|[^\\p{L}\\d ] ?|(?<!\\p{L})(?:sáng|trưa|chiều|tối|đêm|vào|hôm|từ|đến|tới|và|trước|sau|hết) ))';
const WEEKDAY = new RegExp(
  `(?<!\\p{L})(chủ nhật|${BEFORE_WEEKDAY}thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))(?:,? ?\\(?|, )(?:ngày |\\()?$`,
  'iu',
);

/** The weekday right before a date. */
function weekdayFindings(text: string, at: number, day: number, month: number, year: number): RuleFinding[] {
  const before = text.slice(Math.max(0, at - 40), at);
  const match = WEEKDAY.exec(before);
  if (match === null) return [];
  const said = match[1].toLowerCase();
  const index = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const digit = /^thứ ([2-7])$/.exec(said);
  const saidIndex = digit === null ? WEEKDAYS.indexOf(said) : Number(digit[1]) - 1;
  if (saidIndex === index) return [];
  const start = at - before.length + match.index;
  const right = WEEKDAYS[index];
  return [
    {
      start,
      end: start + match[1].length,
      message: `${day}-${month}-${year} was ${NAMES[index]}, not “${match[1]}”: one of the two is wrong.`,
      messageVi: `${day}-${month}-${year} là ${right}, không phải ${said}: một trong hai chỗ sai.`,
      suggestions: [{ text: likeCaseOf(right, match[1]), confidence: 0.5 }],
    },
  ];
}

const NAMES = ['a Sunday', 'a Monday', 'a Tuesday', 'a Wednesday', 'a Thursday', 'a Friday', 'a Saturday'];
