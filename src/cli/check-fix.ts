import { check, fix, RULE_IDS } from '../check/index.ts';
import type { Corrector, Level, Profile } from '../correct/types.ts';
import type { Finding } from '../finding.ts';
import { loadCorrector } from '../node.ts';
import { type CheckedFile, REPORT_FORMATS, report } from '../report/index.ts';
import { readText, replaceFile, UsageError } from './files.ts';

/** Flags that check, fix and filter share, as parseArgs gives them. */
export interface CorrectionFlags {
  readonly level?: string;
  readonly profile?: string;
  readonly rules?: string;
  readonly dictionary?: string;
  readonly terms?: string[];
}

export interface CheckFlags extends CorrectionFlags {
  readonly format?: string;
  readonly lang?: string;
  readonly 'fail-on'?: string;
}

/** `hieudinh check`: writes the report; the exit code. */
export function runCheck(paths: readonly string[], flags: CheckFlags): number {
  const format = oneOf('format', flags.format ?? 'pretty', REPORT_FORMATS);
  const failOn = oneOf('fail-on', flags['fail-on'] ?? 'warning', ['error', 'warning', 'info', 'never']);
  const language = oneOf('lang', flags.lang ?? 'en', ['en', 'vi']) as 'en' | 'vi';
  const rules = rulesOf(flags);
  const texts = paths.map((path) => ({ path, text: readText(path) }));
  const corrector = needsCorrector(rules) ? correctorOf(flags) : undefined;
  const files: CheckedFile[] = texts.map(({ path, text }) => ({
    path,
    text,
    findings: check(text, { corrector, rules }),
  }));
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  process.stdout.write(report(files, format, { language, colour }));
  const fails: readonly Finding['severity'][] = SEVERITIES.slice(
    0,
    SEVERITIES.indexOf(failOn as Finding['severity']) + 1,
  );
  return files.some((file) => file.findings.some((finding) => fails.includes(finding.severity))) ? 1 : 0;
}

/** `hieudinh fix`: corrected text to standard output, or in place. */
export function runFix(paths: readonly string[], flags: CorrectionFlags & { readonly write?: boolean }): number {
  const rules = rulesOf(flags);
  if (flags.write && paths.includes('-')) throw new UsageError('--write needs a file, not standard input');
  const texts = paths.map((path) => ({ path, text: readText(path) }));
  const corrector = needsCorrector(rules) ? correctorOf(flags) : undefined;
  for (const { path, text } of texts) {
    const result = fix(text, { corrector, rules, level: flags.level as Level });
    if (!flags.write) process.stdout.write(result.text);
    else if (result.text !== text) replaceFile(path, result.text);
    if (flags.write) process.stderr.write(`${path}: ${result.applied.length} fixed\n`);
  }
  return 0;
}

/** The corrector that the flags ask for. */
export function correctorOf(flags: CorrectionFlags): Corrector {
  const profile = oneOf('profile', flags.profile ?? 'edited', ['edited', 'typed', 'ocr']) as Profile;
  const level = oneOf('level', flags.level ?? 'suggest', ['auto', 'suggest']) as Level;
  return loadCorrector({ profile, level, dictionary: flags.dictionary, termFiles: flags.terms });
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info'];

function oneOf(flag: string, value: string, values: readonly string[]): string {
  if (!values.includes(value)) throw new UsageError(`--${flag} ${value}: expected ${values.join(', ')}`);
  return value;
}

function rulesOf(flags: CorrectionFlags): string[] | undefined {
  oneOf('level', flags.level ?? 'suggest', ['auto', 'suggest']);
  oneOf('profile', flags.profile ?? 'edited', ['edited', 'typed', 'ocr']);
  const rules = flags.rules?.split(',').map((rule) => rule.trim());
  for (const rule of rules ?? []) oneOf('rules', rule, RULE_IDS);
  return rules;
}

const needsCorrector = (rules: readonly string[] | undefined): boolean =>
  rules === undefined || rules.includes('spelling') || rules.includes('doubled-word');
