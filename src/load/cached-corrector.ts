import type { Corrector } from '../correct/types.ts';
import { type LoadOptions, loadCorrector } from './load.ts';

/** Correctors that plugins share: a host makes a plugin anew for each file, and must not load the dictionary each time. */
const loaded = new Map<string, Corrector>();

/**
 * {@link loadCorrector}, once for the same options.
 * @throws as `loadCorrector` does
 */
export function cachedCorrector({ dictionary, termFiles, terms, profile, level }: LoadOptions): Corrector {
  const key = JSON.stringify([dictionary, termFiles, terms, profile, level]);
  let corrector = loaded.get(key);
  if (corrector === undefined) {
    corrector = loadCorrector({ dictionary, termFiles, terms, profile, level });
    loaded.set(key, corrector);
  }
  return corrector;
}
