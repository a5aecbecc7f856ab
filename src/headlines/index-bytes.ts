/*
 * The bytes of a `DuplicateIndex`:
 *
 * | offset | type | meaning |
 * |---|---|---|
 * | 0 | u32 | magic, "HDIX" |
 * | 4 | u32 | version |
 * | 8 | f64 | length of the body in bytes |
 * | 16 | i32 | checksum of the body |
 * | 20 | UTF-8 | body: a line of options, then a line an entry, JSON |
 *
 * Numbers are little-endian. JSON escapes lone surrogates, so that they survive UTF-8, and never holds a line feed.
 */
import type { IndexOptions } from './duplicate-index.ts';
import { mix } from './letters.ts';

const MAGIC = 0x58494448;
const VERSION = 2;
const HEADER = 20;
/** Entries written at a time: no string of all of them is ever made. */
const AT_A_TIME = 4096;

type IndexEntry = [id: string, title: string, time: number];

/** The bytes of an index. */
export function writeIndex(
  options: IndexOptions,
  entries: Iterable<{ readonly id: string; readonly title: string; readonly time: number }>,
): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [encoder.encode(`${JSON.stringify(options, keepInfinity)}\n`)];
  let lines: string[] = [];
  for (const { id, title, time } of entries) {
    lines.push(`${JSON.stringify([id, title, time])}\n`);
    if (lines.length < AT_A_TIME) continue;
    parts.push(encoder.encode(lines.join('')));
    lines = [];
  }
  parts.push(encoder.encode(lines.join('')));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(HEADER + length);
  let at = HEADER;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const header = new DataView(bytes.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, VERSION, true);
  header.setFloat64(8, length, true);
  header.setInt32(16, checksum(bytes.subarray(HEADER)), true);
  return bytes;
}

/**
 * What {@link writeIndex} wrote.
 * @throws {RangeError} if the bytes are of another kind or version, cut short or damaged
 */
export function readIndex(bytes: Uint8Array): { options: IndexOptions; entries: Iterable<IndexEntry> } {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || header.getUint32(0, true) !== MAGIC) {
    throw new RangeError('hieudinh: these bytes are no duplicate index');
  }
  const version = header.getUint32(4, true);
  if (version !== VERSION)
    throw new RangeError(`hieudinh: duplicate index has version ${version}, expected ${VERSION}`);
  const body = bytes.subarray(HEADER);
  if (header.getFloat64(8, true) !== body.length || header.getInt32(16, true) !== checksum(body)) {
    throw new RangeError('hieudinh: duplicate index is damaged: length or checksum differs');
  }
  const lines = eachLine(body);
  return { options: JSON.parse(lines.next().value ?? '{}', reviveInfinity), entries: parsed(lines) };
}

function* parsed(lines: Iterable<string>): Generator<IndexEntry> {
  for (const line of lines) yield JSON.parse(line);
}

function* eachLine(body: Uint8Array): Generator<string, undefined> {
  const decoder = new TextDecoder();
  for (let from = 0; from < body.length; ) {
    let to = body.indexOf(10, from);
    if (to < 0) to = body.length;
    yield decoder.decode(body.subarray(from, to));
    from = to + 1;
  }
}

/** JSON would make it null. */
function keepInfinity(_key: string, value: unknown): unknown {
  return value === Infinity ? 'Infinity' : value;
}

function reviveInfinity(_key: string, value: unknown): unknown {
  return value === 'Infinity' ? Infinity : value;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 0x01000193);
  return mix(sum);
}
