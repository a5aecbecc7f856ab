import { existsSync } from 'node:fs';

/** Debian's Chromium, or what CHROMIUM names; undefined where there is none. */
export const CHROMIUM: string | undefined = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

export const SKIPPED: string = CHROMIUM === undefined ? ' (skipped: no Chromium is installed)' : '';
