export type { CheckedFile, ReportLanguage, ReportOptions } from './record.ts';
export { REPORT_FORMATS, report } from './report.ts';
