import { type CorrectorSetup, openCorrector } from '../parallel/corrector-setup.ts';
import { serveTasks } from '../parallel/serve-tasks.ts';
import { createFilterStep, type FilteredBlock, type FilterSettings } from './filter-step.ts';
import type { LineBlock } from './line-blocks.ts';

/** What a worker of `hieudinh filter` needs to start. */
export interface FilterSetup {
  readonly settings: FilterSettings;
  /** Where words are corrected. */
  readonly corrector?: CorrectorSetup;
}

serveTasks<FilterSetup, LineBlock, FilteredBlock>(({ settings, corrector }) =>
  createFilterStep(settings, corrector === undefined ? undefined : openCorrector(corrector)),
);
