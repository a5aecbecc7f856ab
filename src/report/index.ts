export type { ReportLanguage } from './language.ts';
export type { CheckedFile, ReportOptions } from './record.ts';
export { REPORT_FORMATS, report } from './report.ts';
