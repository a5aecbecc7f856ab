import { likeCaseOf } from '../letter-case.ts';
import type { RuleFinding } from '../types.ts';

const WEEKDAYS = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];
/** Behind any other word "thứ ba" is the third: "kỳ họp thứ 7, ngày 3/4/2025", "Hội nghị lần thứ tư". */
const BEFORE_WEEKDAY =
  '(?<=(?:^|[^\\p{L}\\d ] ?|(?<!\\p{L})(?:sáng|trưa|chiều|tối|đêm|vào|hôm|từ|đến|tới|và|trước|sau|hết) ))';
const WEEKDAY = new RegExp(
  `(?<!\\p{L})(chủ nhật|${BEFORE_WEEKDAY}thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))(?:,? ?\\(?|, )(?:ngày |\\()?$`,
  'iu',
);

/** In brackets behind a date. */
const WEEKDAY_BEHIND = /^ ?\((chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))[),]/iu;

/** A date in a text: `[start, end)`, without the word "ngày" before it. */
interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** The weekday right before a date, or in brackets behind it, where it is another than that of the date. */
export function weekdayFindings(
  text: string,
  { start: at, end: dateEnd, day, month, year }: WrittenDate,
): RuleFinding[] {
  const before = text.slice(Math.max(0, at - 40), at);
  const ahead = WEEKDAY.exec(before);
  const match = ahead ?? WEEKDAY_BEHIND.exec(text.slice(dateEnd, dateEnd + 16));
  if (match === null) return [];
  const said = match[1].toLowerCase();
  const index = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const digit = /^thứ ([2-7])$/.exec(said);
  const saidIndex = digit === null ? WEEKDAYS.indexOf(said) : Number(digit[1]) - 1;
  if (saidIndex === index) return [];
  const start = ahead === null ? dateEnd + match[0].indexOf('(') + 1 : at - before.length + match.index;
  const right = WEEKDAYS[index];
  return [
    {
      start,
      end: start + match[1].length,
      message: `${day}-${month}-${year} was ${NAMES[index]}, not “${match[1]}”: one of the two is wrong.`,
      messageVi: `${day}-${month}-${year} là ${right}, không phải ${said}: một trong hai chỗ sai.`,
      suggestions: [{ text: inCaseOf(right, match[1]), confidence: 0.5 }],
    },
  ];
}

/** Many write the name alone with a capital: "thứ Ba". */
function inCaseOf(weekday: string, said: string): string {
  const [saidKind, saidName] = said.split(' ');
  if (!/^\p{Lu}\p{Ll}/u.test(saidName)) return likeCaseOf(weekday, said);
  // "chủ nhật" is all name.
  if (weekday === WEEKDAYS[0]) return `Chủ ${likeCaseOf('nhật', saidKind)}`;
  const [kind, name] = weekday.split(' ');
  return `${likeCaseOf(kind, saidKind)} ${likeCaseOf(name, saidName)}`;
}

const NAMES = ['a Sunday', 'a Monday', 'a Tuesday', 'a Wednesday', 'a Thursday', 'a Friday', 'a Saturday'];
