import { RULE_IDS } from '../check/index.ts';
import { HouseStyle } from '../config/house-style.ts';
import type { Level, Profile } from '../correct/types.ts';
import { type CorrectionFlags, oneOf } from './correction-options.ts';

/** Flags that tell the house style of check, fix and serve, as parseArgs gives them. */
export interface HouseFlags extends CorrectionFlags {
  readonly config?: string;
  readonly 'no-config'?: boolean;
}

/** The house style that the flags ask for. */
export function houseStyleOf(flags: HouseFlags): HouseStyle {
  return new HouseStyle({
    config: flags['no-config'] ? false : flags.config,
    rules: rulesOf(flags),
    level: flags.level as Level | undefined,
    profile: flags.profile as Profile | undefined,
  });
}

/**
 * The rules that `--rules` names; undefined without it.
 * @throws {UsageError} if there is no such rule
 */
export function rulesOf(flags: CorrectionFlags): string[] | undefined {
  return flags.rules?.split(',').map((rule) => oneOf('rules', rule.trim(), RULE_IDS));
}
