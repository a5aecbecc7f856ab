import { LineIndex } from '../check/positions.ts';
import type { Finding } from '../finding.ts';

/** Language of the messages. */
export type ReportLanguage = 'en' | 'vi';

/** The findings of one file. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** How a report is written. */
export interface ReportOptions {
  /** Default `en`. */
  readonly language?: ReportLanguage;
  /** ANSI colours. Default false. */
  readonly colour?: boolean;
}

/** Names of the formats. */
export const REPORT_FORMATS: readonly string[] = ['pretty', 'compact', 'json', 'ndjson'];

/**
 * Writes a report on files: `pretty` shows each finding in its line, `compact` is a line each, `json` one array of all,
 * with file, line and column beside the fields of {@link Finding}, `ndjson` the same, one a line.
 * @throws {RangeError} if there is no such format
 */
export function report(files: readonly CheckedFile[], format: string, options: ReportOptions = {}): string {
  switch (format) {
    case 'pretty':
      return files.map((file) => pretty(file, options)).join('') + summary(files, options.language ?? 'en');
    case 'compact':
      return files.map((file) => compact(file, options)).join('');
    case 'json':
      return `${JSON.stringify(files.flatMap(records), null, 1)}\n`;
    case 'ndjson':
      return files
        .flatMap(records)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join('');
    default:
      throw new RangeError(`hieudinh: no format "${format}", expected one of ${REPORT_FORMATS.join(', ')}`);
  }
}

const records = (file: CheckedFile): object[] => {
  const lines = new LineIndex(file.text);
  return file.findings.map((finding) => ({ file: file.path, ...lines.position(finding.start), ...finding }));
};

function compact(file: CheckedFile, options: ReportOptions): string {
  const lines = new LineIndex(file.text);
  return file.findings
    .map((finding) => {
      const { line, column } = lines.position(finding.start);
      return `${file.path}:${line}:${column}: ${finding.severity}: ${messageOf(finding, options)} [${finding.rule}]\n`;
    })
    .join('');
}

/** Characters of a line shown before and after what was found. */
const BEFORE = 36;
const AFTER = 36;

function pretty(file: CheckedFile, options: ReportOptions): string {
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
const REMOVE = { en: '(remove)', vi: '(bỏ)' } as const;

function messageOf(finding: Finding, options: ReportOptions): string {
  return options.language === 'vi' ? (finding.messageVi ?? finding.message) : finding.message;
}

/** Columns on a terminal: combining marks take none. */
const width = (text: string): number => text.replace(/\p{M}/gu, '').length;

function summary(files: readonly CheckedFile[], language: ReportLanguage): string {
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
