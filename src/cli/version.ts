import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDictionary } from '../language/dictionary.ts';
import { pathOf, STANDARD_DICTIONARY } from '../load/dictionary-file.ts';
import { versionOfPackage } from './package-version.ts';

/**
 * What `hieudinh --version --json` prints: enough to tell whether two machines answer the same. `hash` is of what the
 * dictionary holds, `sha256` of its file, as `sha256sum` gives it.
 * @param path as `--dictionary` has it: a name, or a file
 */
export function versionRecord(path: string = STANDARD_DICTIONARY): string {
  let dictionary: object;
  try {
    const bytes = readFileSync(pathOf(path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    dictionary = { bytes: bytes.length, sha256, ...contentOf(bytes) };
  } catch (error) {
    dictionary = { error: (error as Error).message };
  }
  return JSON.stringify({ name: 'hieudinh', version: versionOfPackage(), node: process.versions.node, dictionary });
}

function contentOf(bytes: Uint8Array): object {
  try {
    const { name, hash, words, bigrams, trigrams } = openDictionary(bytes).description;
    return { name, hash, words, bigrams, trigrams };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
