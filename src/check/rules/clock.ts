import { matchFrom, type Scan } from '../scan.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Times of the day that no clock shows: 8h75, and "25 giờ" where a day behind it says that it is no duration. */
export function impossibleTimes(text: string, scan: Scan): Stretch[] {
  return clocksIn(text, scan).flatMap(({ 0: written, index, groups }) => {
    const { hour, minute, spoken } = groups!;
    const isPastMidnight = Number(hour) > 24;
    // 36h75 is no time at all: who knows what it is.
    const isWrong =
      minute === undefined ? isPastMidnight || Number(spoken ?? 0) > 59 : !isPastMidnight && Number(minute) > 59;
    if (!isWrong || DURATION.test(text.slice(Math.max(0, index - 12), index))) return [];
    return [{ start: index, end: index + written.length }];
  });
}

export const CLOCK: RegExp =
  /(?<![\d\p{L}.,/:])(?<hour>\d{1,2})(?:h(?<minute>\d{2})(?![\d\p{L}])| ?(?:giờ|h)(?: (?<spoken>\d{1,2})(?: phút)?)?(?=(?: (?:sáng|trưa|chiều|tối|đêm|khuya))?,? ngày \d{1,2}[-/. ]))/uy;

/** Before a number of hours that is how long something takes. */
const DURATION = /(?<!\p{L})(?:trong|sau|suốt|hơn|gần|khoảng|qua|là|mỗi|cả|mất|kéo dài|thêm|vòng|tổng cộng) $/iu;

/** All matches of {@link CLOCK}, each tried only at a number of one or two digits with an hour's sign behind it. */
export function clocksIn(text: string, { numbers, numberStarts, numberEnds }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let i = 0; i < numbers; i++) {
    const start = numberStarts[i];
    const end = numberEnds[i];
    const match = end - start > 2 || !isHourBehind(text, end) ? null : matchFrom(CLOCK, text, start, start + 1);
    if (match !== null) found.push(match);
  }
  return found;
}

/** An h, or a g as in "giờ", at most a space away. */
function isHourBehind(text: string, at: number): boolean {
  const letter = text[at] === ' ' ? text[at + 1] : text[at];
  return letter === 'h' || letter === 'g';
}
