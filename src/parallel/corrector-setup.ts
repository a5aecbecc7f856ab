import { createCorrector } from '../correct/corrector.ts';
import type { Corrector, CorrectorOptions } from '../correct/types.ts';
import { openDictionary } from '../language/dictionary.ts';
import { readSharedDictionary } from '../load/dictionary-file.ts';
import { correctorOptionsOf, type LoadOptions } from '../load/load.ts';

/** What a worker needs to make a corrector of its own. */
export interface CorrectorSetup {
  /** The file, in memory that all workers share: it is read in place. */
  readonly dictionary: SharedArrayBuffer;
  readonly options: CorrectorOptions;
}

/**
 * What workers are to be given for these options.
 * @throws as `loadCorrector` does where a file cannot be read
 */
export function correctorSetupOf(options: LoadOptions): CorrectorSetup {
  return { dictionary: readSharedDictionary(options.dictionary), options: correctorOptionsOf(options) };
}

/** The corrector of a worker. */
export function openCorrector({ dictionary, options }: CorrectorSetup): Corrector {
  return createCorrector(openDictionary(new Uint8Array(dictionary)), options);
}
