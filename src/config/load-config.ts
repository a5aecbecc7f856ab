import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { absolutePattern } from './absolute-pattern.ts';
import { type Config, mergeConfigs, parseConfig } from './config.ts';

export const CONFIG_NAME = 'hieudinh.config.json';

/** Finds and reads configurations; each file is read once. */
export class ConfigLoader {
  readonly #byFolder: Map<string, Config | undefined> = new Map();

  /**
   * The nearest configuration above a file, `extends` resolved, its paths absolute.
   * @throws {RangeError} if it is wrong, or extends itself
   */
  nearest(path: string): Config | undefined {
    return this.#inFolder(dirname(resolve(path)));
  }

  #inFolder(folder: string): Config | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const own = join(folder, CONFIG_NAME);
    const parent = dirname(folder);
    const config = statSync(own, { throwIfNoEntry: false })?.isFile()
      ? readConfig(own)
      : parent === folder
        ? undefined
        : this.#inFolder(parent);
    this.#byFolder.set(folder, config);
    return config;
  }
}

/**
 * Reads one configuration with all that it extends.
 * @throws {RangeError} if it cannot be read, is wrong, or extends itself
 */
export function readConfig(path: string, above: readonly string[] = []): Config {
  const full = resolve(path);
  if (above.includes(full)) throw new RangeError(`hieudinh: ${path} extends itself`);
  let json: string;
  try {
    json = readFileSync(full, 'utf8');
  } catch (error) {
    throw new RangeError(`hieudinh: configuration ${path} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  const folder = dirname(full);
  const absolute = (file: string): string => resolve(folder, file);
  const parsed = parseConfig(json, path);
  const { extends: bases = [], $schema: _, ...own } = parsed;
  let config: Config = {};
  for (const base of typeof bases === 'string' ? [bases] : bases)
    config = mergeConfigs(config, readConfig(absolute(base), [...above, full]));
  return mergeConfigs(config, {
    ...own,
    ...(own.accept && { accept: own.accept.map(absolute) }),
    ...(own.reject && { reject: own.reject.map(absolute) }),
    ...(own.exclude && { exclude: own.exclude.map((one) => absolutePattern(folder, one)) }),
    ...(own.baseline && { baseline: absolute(own.baseline) }),
  });
}
