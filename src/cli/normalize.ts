import { type NormalizeOptions, normalize } from '../unicode/index.ts';
import { readText, replaceFile, UsageError } from './files.ts';

export interface NormalizeFlags {
  readonly style?: string;
  readonly write?: boolean;
}

/** `hieudinh normalize`. */
export function runNormalize(paths: readonly string[], flags: NormalizeFlags): number {
  const style = flags.style ?? 'preserve';
  if (!['old', 'new', 'majority', 'preserve'].includes(style)) {
    throw new UsageError(`--style ${style}: expected old, new, majority or preserve`);
  }
  if (flags.write && paths.includes('-')) throw new UsageError('--write needs a file, not standard input');
  for (const path of paths) {
    const text = readText(path);
    const result = normalize(text, { toneStyle: style as NormalizeOptions['toneStyle'] });
    if (!flags.write) process.stdout.write(result);
    else if (result !== text) replaceFile(path, result);
  }
  return 0;
}
