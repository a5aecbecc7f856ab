import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ENCODING_NAMES } from '../check/encoded/encoded-line.ts';
import { encodingOf, utf16Of } from './decode.ts';
import { UsageError } from './usage-error.ts';

export { UsageError } from './usage-error.ts';

/**
 * The text of a file, or of standard input where the path is `-`. A byte order mark stays, so that offsets and fixes
 * are those of the file.
 * @throws {UsageError} if it cannot be read or is not UTF-8
 */
export function readText(path: string): string {
  const bytes = readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${nameOf(path)}: is not UTF-8 (byte ${invalidByte(bytes)})${decodingAdvice(path, bytes)}`);
  }
}

/** How to read what is no UTF-8, where its encoding can be told. */
function decodingAdvice(path: string, bytes: Uint8Array): string {
  const advice = (name: string, decoding: string): string =>
    `; it looks like ${name}: hieudinh normalize --decode ${decoding}${path === '-' ? '' : ` ${path}`}`;
  if (utf16Of(bytes) !== undefined) return advice('UTF-16', 'auto');
  const encoding = encodingOf(bytes);
  return encoding === undefined ? '' : advice(ENCODING_NAMES[encoding], encoding);
}

/** What messages call a file. */
export const nameOf = (path: string): string => (path === '-' ? 'standard input' : path);

/**
 * The bytes of a file, or of standard input where the path is `-`.
 * @throws {UsageError} if it cannot be read
 */
export function readBytes(path: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    throw unreadable(path, error);
  }
  return bytes;
}

/** What to tell of a file that could not be opened or read. */
export function unreadable(path: string, error: unknown): UsageError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'no such file',
    EISDIR: 'is a directory, expected a file',
    EACCES: 'may not be read',
  };
  return new UsageError(`${path}: ${reasons[code ?? ''] ?? message}`);
}

/** Offset of the first byte that is not UTF-8 (Unicode 15, table 3-7); the length where all are. */
export function invalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at];
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 0 || at + length > bytes.length) return at;
    const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    for (let k = 1; k < length; k++) {
      if (bytes[at + k] < (k === 1 ? least : 0x80) || bytes[at + k] > (k === 1 ? most : 0xbf)) return at;
    }
    at += length;
  }
  return at;
}

/**
 * Writes a file, new or not, as a whole or not at all: beside it first, then renamed over it, with its permissions. Links
 * are followed; what is no file (a terminal, a pipe) is written to as it is.
 * @throws {UsageError} if it cannot be written
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known !== undefined && !known.isFile()) writeFileSync(path, content);
    else writeBeside(known === undefined ? linkedFrom(path) : realpathSync(path), content, known?.mode);
  } catch (error) {
    throw new UsageError(`${path}: cannot be written: ${(error as Error).message}`);
  }
}

/** What a path that is not there is to be: where it is a link, the file that it names. */
function linkedFrom(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? resolve(dirname(path), readlinkSync(path)) : path;
}

/** @param mode permissions; default those that the process gives to new files */
function writeBeside(target: string, content: string | Uint8Array, mode: number | undefined): void {
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    // Others must not read in between what only some may read.
    writeFileSync(beside, content, { mode: mode === undefined ? 0o666 : mode & 0o700, flag: 'wx' });
    // The mode above is cut by the process's mask.
    if (mode !== undefined) chmodSync(beside, mode & 0o7777);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
