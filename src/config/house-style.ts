import type { CheckOptions, RejectedTerm } from '../check/index.ts';
import { RULES } from '../check/rules/index.ts';
import { readTerms } from '../load/load.ts';
import { readTermLines } from '../load/term-lines.ts';
import type { Config } from './config.ts';
import { ConfigLoader, readConfig } from './load-config.ts';

/** Settings of a run that come before every configuration. */
export interface HouseStyleOptions {
  /** A configuration for all files; `false` for none. Default: the nearest above each. */
  readonly config?: string | false;
  /** Rules named on the command line: only these run. */
  readonly rules?: readonly string[];
  readonly level?: CheckOptions['level'];
  readonly profile?: CheckOptions['profile'];
}

/** What holds for each file: the configuration nearest to it under what the caller asked for. */
export class HouseStyle {
  readonly #options: HouseStyleOptions;
  readonly #loader: ConfigLoader = new ConfigLoader();
  readonly #single: Config | undefined;
  readonly #made: Readonly<Record<'check' | 'fix', Map<Config, Omit<CheckOptions, 'corrector'>>>> = {
    check: new Map(),
    fix: new Map(),
  };
  /** All keys that some configuration ignores. */
  readonly ignores: Set<string> = new Set();

  /** @throws {RangeError} if `options.config` cannot be read or is wrong */
  constructor(options: HouseStyleOptions) {
    this.#options = options;
    this.#single = typeof options.config === 'string' ? readConfig(options.config) : undefined;
  }

  /** The configuration of a file; empty where there is none. */
  configOf(path: string): Config {
    if (this.#options.config === false) return NONE;
    return this.#single ?? this.#loader.nearest(path) ?? NONE;
  }

  /** Settings of the rules for a file; the same object for files that share a configuration. */
  optionsOf(path: string, action: 'check' | 'fix'): Omit<CheckOptions, 'corrector'> {
    const config = this.configOf(path);
    let made = this.#made[action].get(config);
    if (made === undefined) {
      made = this.#make(config, action);
      this.#made[action].set(config, made);
    }
    return made;
  }

  #make(config: Config, action: 'check' | 'fix'): Omit<CheckOptions, 'corrector'> {
    const { rules, level, profile } = this.#options;
    for (const key of config.ignore ?? []) this.ignores.add(key);
    const options: Record<string, unknown> = {
      rules: rules ?? rulesOf(config, action),
      level: level ?? config.level,
      profile: profile ?? config.profile,
      terms: config.accept?.flatMap(readTerms),
      rejected: config.reject?.flatMap(readRejected),
      ignore: config.ignore === undefined ? undefined : new Set(config.ignore),
    };
    for (const field of Object.keys(options)) if (options[field] === undefined) delete options[field];
    return options;
  }
}

const NONE: Config = {};

/** For `fix`: the rules that it applies, those that are off left out. */
function rulesOf({ rules, fix }: Config, action: 'check' | 'fix'): CheckOptions['rules'] {
  if (action === 'check') return rules;
  return RULES.filter(({ id, fixedByDefault }) => fix?.includes(id) ?? fixedByDefault)
    .map(({ id }) => id)
    .filter((id) => rules?.[id] !== 'off');
}

/**
 * Terms that are not used: a line each, the text, then a tab and what to write instead.
 * @throws {Error} if the file cannot be read
 */
export function readRejected(path: string): RejectedTerm[] {
  return readTermLines(path).map(({ cells: [text, instead] }) => (instead ? { text, instead } : { text }));
}
