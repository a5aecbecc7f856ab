export { createCorrector } from './corrector.ts';
export type { CorrectionResult, Corrector, CorrectorOptions, Level, Profile, UserTerm } from './types.ts';
