import { LineIndex } from '../check/positions.ts';
import type { Finding } from '../finding.ts';
import type { ReportLanguage } from './language.ts';
import { type CheckedFile, messageOf, REMOVE, type ReportOptions } from './record.ts';

/** Characters of a line shown before and after what was found. */
const BEFORE = 36;
const AFTER = 36;

/** Each finding in its line, with what to write instead. */
export function pretty(file: CheckedFile, options: ReportOptions): string {
  const lines = new LineIndex(file.text);
  const paint = options.colour
    ? (code: number, text: string) => `\u001b[${code}m${text}\u001b[0m`
    : (_: number, text: string) => text;
  let out = '';
  for (const finding of file.findings) {
    const { line, column } = lines.position(finding.start);
    const whole = lines.line(line);
    const from = column - 1;
    const to = Math.min(whole.length, from + (finding.end - finding.start));
    const shownFrom = from <= BEFORE ? 0 : from - BEFORE;
    const shownTo = Math.min(whole.length, Math.max(from + 1, Math.min(to, from + 2 * AFTER)) + AFTER);
    const head = (shownFrom > 0 ? '…' : '') + whole.slice(shownFrom, from);
    const marked = whole.slice(from, Math.min(to, shownTo));
    const tail = whole.slice(from + marked.length, shownTo) + (shownTo < whole.length ? '…' : '');
    const gutter = ' '.repeat(String(line).length);
    const colour = COLOURS[finding.severity];
    out += `${paint(1, `${file.path}:${line}:${column}`)} ${paint(colour, finding.severity)} ${messageOf(finding, options)} ${paint(2, finding.rule)}\n`;
    out += `${paint(2, `${line} |`)} ${head}${paint(colour, marked)}${tail}\n`;
    out += `${paint(2, `${gutter} |`)} ${' '.repeat(width(head))}${paint(colour, '^'.repeat(Math.max(1, width(marked))))}`;
    const best = finding.suggestions[0];
    if (best !== undefined) out += ` ${paint(32, best.text === '' ? REMOVE[options.language ?? 'en'] : best.text)}`;
    out += finding.note === undefined ? '\n\n' : `\n${paint(2, `${gutter} = ${finding.note}`)}\n\n`;
  }
  return out;
}

const COLOURS = { error: 31, warning: 33, info: 36 } as const;

/** Columns on a terminal: combining marks take none. */
const width = (text: string): number => text.replace(/\p{M}/gu, '').length;

/** How many there are of each severity. */
export function summary(files: readonly CheckedFile[], language: ReportLanguage): string {
  const all = files.flatMap((file) => file.findings);
  const count = (severity: Finding['severity']): number =>
    all.filter((finding) => finding.severity === severity).length;
  if (language === 'vi')
    return all.length === 0
      ? 'Không thấy lỗi.\n'
      : `${count('error')} lỗi, ${count('warning')} cảnh báo, ${count('info')} gợi ý.\n`;
  const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
  return all.length === 0
    ? 'Nothing found.\n'
    : `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}, ${plural(count('info'), 'suggestion')}.\n`;
}
