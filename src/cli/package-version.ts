import { readFileSync } from 'node:fs';

/** Version of the package. */
export function versionOfPackage(): string {
  const record = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return (record as { version: string }).version;
}
