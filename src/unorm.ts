/**
 * `hieudinh/unorm`: the normaliser for hosts whose `String.prototype.normalize` does nothing or is missing, such as a
 * Node built without Intl. Vietnamese letters are composed by the same tables; all other text goes through the package
 * `unorm`. An entry of its own, so that nobody else pays for its tables.
 */
import unorm from 'unorm';
import type { UnicodeForms } from './unicode/compose.ts';
import { type Normalized, run, runWithMap } from './unicode/normalize.ts';
import { compileOptions, type NormalizeOptions } from './unicode/options.ts';
import { createStream, type NormalizeStream } from './unicode/stream.ts';

export type { NormalizeChange, OffsetMap } from './unicode/edits.ts';
export type { Normalized } from './unicode/normalize.ts';
export type { FixerName, NormalizeOptions } from './unicode/options.ts';
export type { NormalizeStream } from './unicode/stream.ts';

const forms: UnicodeForms = (text, form) => unorm[form === 'NFD' ? 'nfd' : form === 'NFKC' ? 'nfkc' : 'nfc'](text);

/**
 * `normalize` of the main entry, without the host's `String.prototype.normalize`.
 * @throws TypeError where `text` is no string; RangeError where an option has an unknown value
 * @example
 * normalize('Viê\u0323t'); // 'Việt'
 */
export function normalize(text: string, options?: NormalizeOptions): string {
  return run(text, compileOptions(options), forms);
}

/**
 * `normalizeWithMap` of the main entry, without the host's `String.prototype.normalize`.
 * @throws as {@link normalize}
 */
export function normalizeWithMap(text: string, options?: NormalizeOptions): Normalized {
  return runWithMap(text, compileOptions(options), forms);
}

/**
 * `createNormalizeStream` of the main entry, without the host's `String.prototype.normalize`.
 * @throws as the main entry's
 */
export function createNormalizeStream(options?: NormalizeOptions): NormalizeStream {
  return createStream(compileOptions(options), forms);
}
