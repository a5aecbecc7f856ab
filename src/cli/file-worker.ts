import { type CorrectorSetup, openCorrector } from '../parallel/corrector-setup.ts';
import { serveTasks } from '../parallel/serve-tasks.ts';
import { createFileStep, type FileResult, type FileTask } from './file-step.ts';

/** What a worker of `hieudinh check` and `fix` needs to start. */
export interface FileSetup {
  /** Where rules look for misspelt words. */
  readonly corrector?: CorrectorSetup;
}

serveTasks<FileSetup, FileTask, FileResult>(({ corrector }) =>
  createFileStep(corrector === undefined ? undefined : openCorrector(corrector)),
);
