import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Dictionary, openDictionary } from '../language/dictionary.ts';
import { reasonOf } from './read-error.ts';

/** Path of a dictionary that comes with the package. */
const packaged = (name: string): string => fileURLToPath(new URL(`../../dictionaries/${name}.bin`, import.meta.url));

export const STANDARD_DICTIONARY: string = packaged('standard');

/** `standard` and `compact` are the package's own, anything else is a path (so is `./compact`). */
export const pathOf = (dictionary: string): string =>
  dictionary === 'standard' || dictionary === 'compact' ? packaged(dictionary) : dictionary;

/**
 * A dictionary's file in memory that threads can share: each opens it in place, and none copies it.
 * @throws {Error} if it cannot be read
 */
export function readSharedDictionary(path: string = STANDARD_DICTIONARY): SharedArrayBuffer {
  return readInto(pathOf(path), (size) => new SharedArrayBuffer(size));
}

/**
 * Reads a dictionary from disk: `standard` (default) or `compact`, which come with the package, or the file of a path.
 * @throws {Error} if there is no such file
 * @throws {RangeError} if it is damaged, or of another version
 */
export function loadDictionary(path: string = STANDARD_DICTIONARY): Dictionary {
  const bytes = readInto(pathOf(path), (size) => new ArrayBuffer(size));
  try {
    return openDictionary(new Uint8Array(bytes));
  } catch (error) {
    throw new RangeError(`hieudinh: dictionary ${path}: ${(error as Error).message.replace(/^hieudinh: /, '')}`);
  }
}

function readInto<Memory extends ArrayBufferLike>(path: string, allocate: (size: number) => Memory): Memory {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const memory = allocate(fstatSync(file).size);
    const bytes = new Uint8Array(memory);
    let read = 0;
    while (read < bytes.length) {
      const count = readSync(file, bytes, read, bytes.length - read, read);
      if (count === 0) break;
      read += count;
    }
    return memory;
  } catch (error) {
    throw new Error(`hieudinh: dictionary ${path} cannot be read: ${reasonOf(error)}`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
