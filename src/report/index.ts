export { type CheckedFile, REPORT_FORMATS, type ReportLanguage, type ReportOptions, report } from './report.ts';
