import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The folder that holds `.git`, from a path upwards; undefined outside of a repository. */
export function gitRootOf(path: string): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** What the `.gitignore` files of a repository, and its `.git/info/exclude`, leave out; nothing outside of one. */
export class GitIgnore {
  readonly #root: string | undefined;
  readonly #rules = new Map<string, Ignore | undefined>();
  readonly #folders = new Map<string, boolean>();

  /** @param path a folder in the repository */
  constructor(path: string) {
    this.#root = gitRootOf(existsSync(path) ? realpathSync(path) : path);
  }

  /** Whether a path is left out, or a folder above it is: what is in such a folder cannot be taken in again. */
  isIgnored(path: string, isFolder: boolean): boolean {
    const root = this.#root;
    const absolute = resolve(path);
    if (root === undefined || absolute === root || !absolute.startsWith(root + sep)) return false;
    if (isFolder) {
      const known = this.#folders.get(absolute);
      if (known !== undefined) return known;
    }
    const ignored = this.isIgnored(dirname(absolute), true) || this.#decide(root, absolute, isFolder);
    if (isFolder) this.#folders.set(absolute, ignored);
    return ignored;
  }

  /** The nearest file that says anything decides, as in git. */
  #decide(root: string, path: string, isFolder: boolean): boolean {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const verdict = this.#test(this.#rulesOf(folder, join(folder, '.gitignore')), folder, path, isFolder);
      if (verdict !== undefined) return verdict;
      if (folder === root) break;
    }
    const own = join(root, '.git', 'info', 'exclude');
    return this.#test(this.#rulesOf(own, own), root, path, isFolder) ?? false;
  }

  #test(rules: Ignore | undefined, folder: string, path: string, isFolder: boolean): boolean | undefined {
    if (rules === undefined) return undefined;
    const below = relative(folder, path).split(sep).join('/');
    const { ignored, unignored } = rules.test(isFolder ? `${below}/` : below);
    return ignored ? true : unignored ? false : undefined;
  }

  #rulesOf(key: string, file: string): Ignore | undefined {
    if (this.#rules.has(key)) return this.#rules.get(key);
    let rules: Ignore | undefined;
    try {
      // Git's own default where names differ by case.
      rules = ignore({ ignorecase: false }).add(readFileSync(file, 'utf8'));
    } catch {
      // No such file: it leaves out nothing.
    }
    this.#rules.set(key, rules);
    return rules;
  }
}
