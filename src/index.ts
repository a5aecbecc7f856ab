export * from './check/index.ts';
export * from './correct/index.ts';
export type { Edit, Finding, Severity, Suggestion } from './finding.ts';
export * from './headlines/index.ts';
export * from './language/index.ts';
export * from './report/index.ts';
export * from './stream/index.ts';
export * from './unicode/index.ts';
