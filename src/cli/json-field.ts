/*
 * One field of one line of JSON, read and written in the line's own text: numbers beyond 2^53, their spelling, the order
 * of keys, escapes and spaces of everything else stay byte for byte, which parse and stringify would not keep.
 */

/** The line is an object, but the field holds no string. */
export class NoTextError extends Error {
  /** The field is there, and says that there is no text. */
  readonly isNull: boolean;

  constructor(name: string, value: unknown) {
    const what = value === undefined ? 'is missing' : value === null ? 'is null' : 'is no string';
    super(`field "${name}" ${what}`);
    this.isNull = value === null;
  }
}

/**
 * The string in a field of the object that a line is; of a key that stands twice the last one, as JSON.parse has it.
 * @throws {NoTextError} if the field is no string
 * @throws {Error} if the line is no JSON, or no object
 */
export function readField(line: string, name: string): string {
  const row = parseRow(line);
  const value = Object.hasOwn(row, name) ? row[name] : undefined;
  if (typeof value !== 'string') throw new NoTextError(name, value);
  return value;
}

/**
 * The line with new fields behind its own, each a value written as JSON; a field that it has already stays as it is.
 * @throws {Error} if the line is no JSON, or no object
 */
export function addFields(line: string, fields: Readonly<Record<string, string>>): string {
  const row = parseRow(line);
  let added = line;
  for (const [name, json] of Object.entries(fields)) {
    if (!Object.hasOwn(row, name)) added = writeField(added, name, json);
  }
  return added;
}

function parseRow(line: string): Record<string, unknown> {
  const row: unknown = JSON.parse(line);
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Error('expected an object');
  return row as Record<string, unknown>;
}

/** The line with `json`, a value written as JSON, in a field; a new field goes last. The line must be a JSON object. */
export function writeField(line: string, name: string, json: string): string {
  let at = skipSpace(line, 0) + 1;
  let start = -1;
  let end = -1;
  let last = at;
  let empty = true;
  for (;;) {
    at = skipSpace(line, at);
    const unit = line.charCodeAt(at);
    if (unit === CLOSE_BRACE || Number.isNaN(unit)) break;
    if (unit === COMMA) {
      at++;
      continue;
    }
    const keyEnd = stringEnd(line, at);
    const valueStart = skipSpace(line, skipSpace(line, keyEnd) + 1);
    const valueEnd = endOfValue(line, valueStart);
    if (isKey(line.slice(at, keyEnd), name)) {
      start = valueStart;
      end = valueEnd;
    }
    empty = false;
    last = valueEnd;
    at = valueEnd;
  }
  if (start >= 0) return line.slice(0, start) + json + line.slice(end);
  return `${line.slice(0, last)}${empty ? '' : ','}${JSON.stringify(name)}:${json}${line.slice(last)}`;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const CLOSE_BRACE = 0x7d;

/** A key as it stands in the line, quotes and escapes included. */
function isKey(written: string, name: string): boolean {
  if (!written.includes('\\')) return written.length === name.length + 2 && written.slice(1, -1) === name;
  return JSON.parse(written) === name;
}

/** Space, tab, line feed, carriage return: all that JSON calls white. */
function skipSpace(line: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = line.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) return at;
    at++;
  }
}

/** Behind the closing quote of the string that opens at `from`. */
function stringEnd(line: string, from: number): number {
  let at = from + 1;
  while (at < line.length) {
    const unit = line.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    at += unit === BACKSLASH ? 2 : 1;
  }
  return line.length;
}

function endOfValue(line: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < line.length) {
    const unit = line.charCodeAt(at);
    if (unit === QUOTE) {
      at = stringEnd(line, at);
      if (depth === 0) return at;
      continue;
    }
    if (unit === 0x7b || unit === 0x5b) depth++;
    else if (unit === CLOSE_BRACE || unit === 0x5d) {
      // The brace that closes the whole object ends a number or a literal.
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (unit === COMMA || unit <= 0x20)) return at;
    at++;
  }
  return at;
}
