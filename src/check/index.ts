export type { Edit, Finding, Severity, Suggestion } from './finding.ts';
