import { RULE_IDS } from '../check/index.ts';
import type { Level, Profile } from '../correct/types.ts';
import type { Severity } from '../finding.ts';
import type { ReportLanguage } from '../report/index.ts';

/** What `hieudinh.config.json` may hold; paths are relative to its folder. */
export interface Config {
  /** For editors: the JSON Schema of this file. */
  readonly $schema?: string;
  /** Configurations that this one is laid over, the last one on top. */
  readonly extends?: string | readonly string[];
  readonly profile?: Profile;
  readonly level?: Level;
  /** Severity of single rules, or `off`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /**
   * Rules that `fix` applies beside or instead of its own; all are ids. Default: spelling, doubled-word, look-alike,
   * misplaced-tone.
   */
  readonly fix?: readonly string[];
  /** Files of terms that are right: a line each, then, if wanted, a tab and term, name or place. */
  readonly accept?: readonly string[];
  /** Files of terms that are not used: a line each, then, if wanted, a tab and what to write instead. */
  readonly reject?: readonly string[];
  /** Keys of findings that were looked at and are to be left out. */
  readonly ignore?: readonly string[];
  /** Files that folders and globs leave out, in the patterns of `.gitignore`: `old/`, `*.min.html`, `!old/kept.md`. */
  readonly exclude?: readonly string[];
  /** File of the findings that were there when the check was adopted. */
  readonly baseline?: string;
  readonly failOn?: Severity | 'never';
  readonly lang?: ReportLanguage;
}

/**
 * Reads a configuration and tells all that is wrong with it.
 * @param name of the file, for messages
 * @throws {RangeError} if it is no JSON, has a field that there is not, or a value that the field does not take
 */
export function parseConfig(json: string, name: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new RangeError(`hieudinh: ${name}: ${(error as Error).message}`);
  }
  const problems = problemsOf(value);
  if (problems.length > 0) throw new RangeError(`hieudinh: ${name}: ${problems.join('; ')}`);
  return value as Config;
}

/** Lays one configuration over another: lists are joined, rules one by one, all else is replaced. */
export function mergeConfigs(base: Config, own: Config): Config {
  const joined = (field: 'accept' | 'reject' | 'ignore'): readonly string[] | undefined =>
    base[field] === undefined && own[field] === undefined
      ? undefined
      : [...new Set([...(base[field] ?? []), ...(own[field] ?? [])])];
  const merged = {
    ...base,
    ...own,
    rules: base.rules === undefined && own.rules === undefined ? undefined : { ...base.rules, ...own.rules },
    accept: joined('accept'),
    reject: joined('reject'),
    ignore: joined('ignore'),
    // The order of patterns decides, and one may have to be said again.
    exclude: base.exclude === undefined ? own.exclude : [...base.exclude, ...(own.exclude ?? [])],
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Config;
}

const SEVERITIES = ['error', 'warning', 'info'];
const KEY = /^[0-9a-f]{14}$/;

type Check = (value: unknown) => string | undefined;

const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string) ? undefined : `expected ${values.join(', ')}`;
const text: Check = (value) => (typeof value === 'string' ? undefined : 'expected a string');
const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value)
      ? value.flatMap((one, index) => (item(one) === undefined ? [] : [`item ${index}: ${item(one)}`]))[0]
      : 'expected a list';

const FIELDS: Readonly<Record<string, Check>> = {
  $schema: text,
  extends: (value) => (typeof value === 'string' ? undefined : list(text)(value)),
  profile: oneOf('edited', 'typed', 'ocr'),
  level: oneOf('auto', 'suggest'),
  rules: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'expected an object of severities';
    for (const [id, severity] of Object.entries(value)) {
      if (!RULE_IDS.includes(id)) return `no rule "${id}"`;
      const problem = oneOf(...SEVERITIES, 'off')(severity);
      if (problem !== undefined) return `${id}: ${problem}`;
    }
    return undefined;
  },
  fix: list((value) => (RULE_IDS.includes(value as string) ? undefined : `no rule "${String(value)}"`)),
  accept: list(text),
  reject: list(text),
  ignore: list((value) => (KEY.test(value as string) ? undefined : 'expected the key of a finding')),
  exclude: list(text),
  baseline: text,
  failOn: oneOf(...SEVERITIES, 'never'),
  lang: oneOf('vi', 'en'),
};

function problemsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ['expected an object'];
  return Object.entries(value).flatMap(([field, own]) => {
    if (!Object.hasOwn(FIELDS, field)) return [`no field "${field}", expected ${Object.keys(FIELDS).join(', ')}`];
    const problem = FIELDS[field](own);
    return problem === undefined ? [] : [`${field}: ${problem}`];
  });
}
