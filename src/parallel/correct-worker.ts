import type { CorrectionResult } from '../correct/types.ts';
import { type CorrectorSetup, openCorrector } from './corrector-setup.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks<CorrectorSetup, readonly string[], CorrectionResult[]>((setup) => {
  const corrector = openCorrector(setup);
  return (batch) => batch.map((text) => corrector.correct(text));
});
