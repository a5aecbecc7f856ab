import { isDigit, matchFrom, type Scan } from '../scan.ts';
import type { Rule, RuleFinding } from '../types.ts';
import { impossibleTimes } from './clock.ts';
import { weekdayFindings } from './weekday.ts';

/**
 * Days and months that no calendar has (31-4, 30/2/2024, tháng 13 năm 2024), times that no clock shows (8h75), and a weekday
 * that is not the one of its date. Days of the lunar calendar
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
      const hasLead = written.lead !== undefined || written.dayWord !== undefined || isOneOfDays(text, match.index);
      if (!hasLead && year === undefined) continue;
      if (!isDay(day, month, year)) {
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
        findings.push(
          ...weekdayFindings(text, { start: match.index + (written.lead ?? '').length, end, day, month, year }),
        );
    }
    for (const { start, end } of impossibleTimes(text, context.scan())) {
      findings.push({
        start,
        end,
        message: `No clock shows ${text.slice(start, end)}.`,
        messageVi: `Không có lúc ${text.slice(start, end)}.`,
      });
    }
    for (const { 0: written, index, groups } of monthsAndIsoDaysIn(text, context.scan())) {
      const { monthAlone, year, month, day } = groups!;
      const isMonth = monthAlone !== undefined;
      // A month beyond 12 may be the day, where it is written so.
      if (
        isMonth ? DAYS[Number(monthAlone) - 1] : Number(month) > 12 || isDay(Number(day), Number(month), Number(year))
      )
        continue;
      findings.push({
        start: index,
        end: index + written.length,
        message: `There is no such ${isMonth ? 'month' : 'day'}: ${written}.`,
        messageVi: `Không có ${isMonth ? '' : 'ngày '}${written}.`,
      });
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

/** A month and its year without a day, and days with the year first, as programs write them. */
export const MONTH_OR_ISO_DAY: RegExp =
  /(?<![\p{L}\d]|\d )tháng (?<monthAlone>\d{2})(?: năm |[/-])(?:1[89]|2[01])\d\d(?![\d\p{L}/-])|(?<![\d\p{L}/.,-])(?<year>(?:19|20)\d\d)-(?<month>\d{2})-(?<day>\d{2})(?![\d\p{L}-])/iuy;

/** All matches of {@link MONTH_OR_ISO_DAY}, each tried only at a number of two digits or of four. */
export function monthsAndIsoDaysIn(text: string, { numbers, numberStarts, numberEnds }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let i = 0; i < numbers; i++) {
    const start = numberStarts[i];
    const end = numberEnds[i];
    const size = end - start;
    const from = size === 2 ? start - 'tháng '.length : size === 4 && text[end] === '-' ? start : -1;
    const match = from < 0 ? null : matchFrom(MONTH_OR_ISO_DAY, text, from, from + 1);
    if (match !== null) found.push(match);
  }
  return found;
}

/** Is a date the last of a row of days, whose month it gives: từ ngày 25 đến 31-4, các ngày 29, 30, 31/4? */
const isOneOfDays = (text: string, at: number): boolean => ROW_OF_DAYS.test(text.slice(Math.max(0, at - 48), at));
const ROW_OF_DAYS =
  /(?<!\p{L})(?:ngày \d{1,2}(?: đến| tới| và|, ngày| đến ngày)|các ngày \d{1,2}(?:, \d{1,2}){0,8}(?:,| và)) $/iu;

/** From one day to another of a month, or from one hour, one degree to another: "ngày 22-24", "chiều 15-16 giờ". */
const isRange = ({ separator, year }: Readonly<Record<string, string>>, first: number, last: number): boolean =>
  separator === '-' && year === undefined && last > first && (last <= 31 || first > 31);

const isDay = (day: number, month: number, year: number | undefined): boolean => day >= 1 && day <= daysOf(month, year);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The most days of a month: 29 in a February whose year is not known; none for a month that there is not. */
function daysOf(month: number, year: number | undefined): number {
  const isCommon = year !== undefined && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0));
  return month === 2 && isCommon ? 28 : (DAYS[month - 1] ?? 0);
}
