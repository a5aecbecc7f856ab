import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invalidByte, readText, writeWhole } from '../../src/cli/files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('invalidByte', () => {
  it('agrees with TextDecoder on what is UTF-8, and its place is the first bad one', () => {
    const decodes = (bytes: Uint8Array): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    const byte = fc.constantFrom(
      0x41,
      0xc3,
      0xa0,
      0xe1,
      0xba,
      0xbf,
      0xed,
      0x9f,
      0xf0,
      0x90,
      0xf4,
      0x8f,
      0xc0,
      0xff,
      0x80,
      0xe0,
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), fc.array(byte, { maxLength: 8 }), (any, likely) => {
        for (const bytes of [any, Uint8Array.from(likely)]) {
          const at = invalidByte(bytes);
          expect(at === bytes.length).toBe(decodes(bytes));
          expect(decodes(bytes.subarray(0, at))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readText', () => {
  it.each([
    ['missing.txt', 'no such file'],
    ['.', 'is a directory'],
    ['latin.txt', 'is not UTF-8 (byte 3)'],
    ['utf16.txt', 'is not UTF-8 (byte 0); it looks like UTF-16: hieudinh normalize --decode auto '],
  ])('refuses %s: %s', (name, message) => {
    writeFileSync(join(folder, 'utf16.txt'), Buffer.from('\ufeffvăn bản', 'utf16le'));
    writeFileSync(join(folder, 'latin.txt'), Uint8Array.of(0x61, 0x62, 0x63, 0xe0, 0x20));
    expect(() => readText(join(folder, name))).toThrow(message);
  });
});

describe('writeWhole', () => {
  it('follows a link and leaves nothing behind', () => {
    writeFileSync(join(folder, 'a.txt'), 'trước');
    symlinkSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
    writeWhole(join(folder, 'b.txt'), 'sau');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('sau');
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.txt']);
  });
  it.each([0o664, 0o600, 0o777])('keeps the permissions %o, whatever the mask', (mode) => {
    const path = join(folder, 'c.txt');
    writeFileSync(path, 'trước');
    chmodSync(path, mode);
    const mask = process.umask(0o077);
    writeWhole(path, 'sau');
    process.umask(mask);
    expect(statSync(path).mode & 0o777).toBe(mode);
    rmSync(path);
  });
  it('makes the file that a link names', () => {
    symlinkSync('target.txt', join(folder, 'link.txt'));
    writeWhole(join(folder, 'link.txt'), 'mới');
    expect(readFileSync(join(folder, 'target.txt'), 'utf8')).toBe('mới');
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
  });
  it('makes a new file, and writes to what is none', () => {
    writeWhole(join(folder, 'new.txt'), 'mới');
    expect(readFileSync(join(folder, 'new.txt'), 'utf8')).toBe('mới');
    rmSync(join(folder, 'new.txt'));
    expect(() => writeWhole(join(folder, 'no/new.txt'), 'mới')).toThrow('new.txt: cannot be written: ENOENT');
    expect(() => writeWhole(folder, 'mới')).toThrow('cannot be written: EISDIR');
    expect(readdirSync(folder)).toEqual([]);
  });
});
