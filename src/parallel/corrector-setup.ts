import { createCorrector } from '../correct/corrector.ts';
import type { Corrector, CorrectorOptions } from '../correct/types.ts';
import { openDictionary } from '../language/dictionary.ts';

/** What a worker needs to make a corrector of its own. */
export interface CorrectorSetup {
  /** The file, in memory that all workers share: it is read in place. */
  readonly dictionary: SharedArrayBuffer;
  readonly options: CorrectorOptions;
}

/** The corrector of a worker. */
export function openCorrector({ dictionary, options }: CorrectorSetup): Corrector {
  return createCorrector(openDictionary(new Uint8Array(dictionary)), options);
}
