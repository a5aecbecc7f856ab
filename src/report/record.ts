import { LineIndex } from '../check/positions.ts';
import type { Finding } from '../finding.ts';
import type { ReportLanguage } from './language.ts';

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
  /** Version of the program, for formats that name it. */
  readonly version?: string;
}

/** A finding with its lines and columns, from 1; the end is behind its last unit. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placed(file: CheckedFile): PlacedFinding[] {
  const lines = new LineIndex(file.text);
  return file.findings.map((finding) => {
    const { line, column } = lines.position(finding.start);
    const end = lines.position(finding.end);
    return { finding, line, column, endLine: end.line, endColumn: end.column };
  });
}

export function messageOf(finding: Finding, options: ReportOptions): string {
  return options.language === 'vi' ? (finding.messageVi ?? finding.message) : finding.message;
}

/** The message, and what to write instead. */
export function adviceOf(finding: Finding, options: ReportOptions): string {
  const best = finding.suggestions[0];
  if (best === undefined) return messageOf(finding, options);
  const advice = best.text === '' ? REMOVE[options.language ?? 'en'] : `→ “${best.text}”`;
  return `${messageOf(finding, options)} ${advice}`;
}

export const REMOVE: Readonly<Record<ReportLanguage, string>> = { en: '(remove)', vi: '(bỏ)' };

/** Text of an XML attribute or element; control characters that XML 1.0 has no way to write are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"'\n\r\t]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}
