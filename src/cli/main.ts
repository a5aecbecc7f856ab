#!/usr/bin/env node
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { HELP } from './help.ts';
import { versionOfPackage } from './package-version.ts';

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const CORRECTION = {
  level: TEXT,
  profile: TEXT,
  dictionary: TEXT,
  terms: { type: 'string', multiple: true },
} as const;
const FILES = {
  jobs: TEXT,
  cache: FLAG,
  'cache-file': TEXT,
  'no-ignore': FLAG,
  as: TEXT,
  config: TEXT,
  'no-config': FLAG,
} as const;
const COMMANDS: Readonly<Record<string, ParseArgsConfig['options']>> = {
  check: {
    ...CORRECTION,
    ...FILES,
    rules: TEXT,
    format: TEXT,
    lang: TEXT,
    'fail-on': TEXT,
    'min-severity': TEXT,
    baseline: TEXT,
    'write-baseline': TEXT,
    'unused-ignores': FLAG,
  },
  fix: { ...CORRECTION, ...FILES, rules: TEXT, write: FLAG, diff: FLAG },
  page: { dictionary: TEXT, lang: TEXT, output: { type: 'string', short: 'o' } },
  normalize: { style: TEXT, profile: TEXT, decode: TEXT, write: FLAG },
  dedupe: { lines: FLAG, field: TEXT, id: TEXT, threshold: TEXT },
  filter: {
    ...CORRECTION,
    from: TEXT,
    to: TEXT,
    raw: FLAG,
    normalize: FLAG,
    style: TEXT,
    correct: FLAG,
    decode: TEXT,
    dedupe: FLAG,
    strict: FLAG,
    stats: FLAG,
    jobs: TEXT,
  },
  serve: {
    ...CORRECTION,
    rules: TEXT,
    port: TEXT,
    host: TEXT,
    jobs: TEXT,
    lang: TEXT,
    'allow-origin': TEXT,
    'max-length': TEXT,
    'time-limit': TEXT,
    config: TEXT,
    'no-config': FLAG,
  },
};

/** Each command loads only its own modules: `--version` reads one small file. */
async function run(): Promise<number> {
  const [name, ...rest] = process.argv.slice(2);
  if (name === '--version' || name === '-v') return runVersion(rest);
  if (name === undefined || name === '--help' || name === '-h') {
    (name === undefined ? process.stderr : process.stdout).write(HELP);
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) return fail(`no command "${name}", expected ${Object.keys(COMMANDS).join(', ')}`);
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: rest,
      options: { ...COMMANDS[name], help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    return fail((error as Error).message.split('\n')[0]);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const paths = positionals.length === 0 ? ['-'] : positionals;
  switch (name) {
    case 'check':
      return (await import('./check-fix.ts')).runCheck(paths, values);
    case 'fix':
      return (await import('./check-fix.ts')).runFix(paths, values);
    case 'page':
      if (positionals.length > 0) return fail('page reads no files');
      return (await import('./page.ts')).runPage(values);
    case 'normalize':
      return (await import('./normalize.ts')).runNormalize(paths, values);
    case 'dedupe':
      return (await import('./dedupe.ts')).runDedupe(paths, values);
    case 'serve':
      if (positionals.length > 0) return fail('serve takes no files');
      return (await import('./serve.ts')).runServe(values);
    default:
      if (positionals.length > 0) return fail('filter reads standard input and takes no files');
      return (await import('./filter.ts')).runFilter(values);
  }
}

async function runVersion(args: string[]): Promise<number> {
  let flags: { json?: boolean; dictionary?: string };
  try {
    flags = parseArgs({ args, options: { json: FLAG, dictionary: TEXT } }).values;
  } catch (error) {
    return fail((error as Error).message.split('\n')[0]);
  }
  const line = flags.json ? (await import('./version.ts')).versionRecord(flags.dictionary) : versionOfPackage();
  process.stdout.write(`${line}\n`);
  return 0;
}

function fail(message: string): number {
  process.stderr.write(`hieudinh: ${message}\nSee hieudinh --help.\n`);
  return 2;
}

// A reader that has gone away (head, less) is the quiet end of the work, not an error; a full disk is one, and nothing
// that is still to be written could be.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`hieudinh: standard output: ${error.message}\n`);
  process.exit(2);
});
// Whoever has closed standard error wants no messages.
process.stderr.on('error', () => {});

run().then(
  (code) => {
    // Not process.exit: what is still in a pipe would be lost.
    process.exitCode = code;
  },
  (error: Error) => {
    const expected = error.message.startsWith('hieudinh: ') || error.constructor.name === 'UsageError';
    process.stderr.write(`${expected ? `hieudinh: ${error.message.replace(/^hieudinh: /, '')}` : error.stack}\n`);
    process.exitCode = 2;
  },
);
