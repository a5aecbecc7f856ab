import { isUtf8 } from 'node:buffer';
import { ENCODING_NAMES, type EncodedLine, type MisreadEncoding, ONLY_UNICODE } from '../check/encoded/encoded-line.ts';
import { findEncoded, isSafe, mostOf } from '../check/encoded/find-encoded.ts';
import { LineIndex } from '../check/positions.ts';
import { decodeLegacy, LEGACY_ENCODINGS, type LegacyEncoding } from '../unicode/index.ts';
import { decodeAs } from '../unicode/legacy/decode.ts';
import { UsageError } from './usage-error.ts';

/** What `--decode` may name. */
export const DECODINGS: readonly ('auto' | LegacyEncoding)[] = ['auto', ...LEGACY_ENCODINGS];

/** A text that was decoded. */
export interface DecodedText {
  readonly text: string;
  /** What could not be decoded, each with its line. */
  readonly notes: readonly string[];
}

/**
 * The text of a file that is in a legacy encoding, or in UTF-8 with paragraphs that were read in a wrong one. A line with
 * letters that only Unicode has was read rightly, and stays. `auto` also takes UTF-16 that begins with its mark.
 * @param name of the file, for messages
 * @throws {UsageError} if bytes are not UTF-8 and no encoding makes Vietnamese of them
 */
export function decodeText(bytes: Uint8Array, name: string, wanted: 'auto' | LegacyEncoding): DecodedText {
  if (isUtf8(bytes)) {
    return decodeString(utf8Of(bytes), wanted);
  }
  const unicode = wanted === 'auto' ? utf16Of(bytes) : undefined;
  if (unicode !== undefined) return { text: unicode, notes: [] };
  const encoding = wanted === 'auto' ? encodingOf(bytes) : wanted;
  if (encoding === undefined) {
    throw new UsageError(
      `${name}: is not UTF-8, and not surely in another encoding; name it: --decode ${LEGACY_ENCODINGS.join('|')}`,
    );
  }
  return decodeLines(linesOf(bytes), encoding);
}

/** {@link decodeText} for what was read as Unicode already. */
export const decodeString = (text: string, wanted: 'auto' | LegacyEncoding): DecodedText =>
  wanted === 'auto' ? decodeFound(text) : decodeAllIn(text, wanted);

/** The text of UTF-16, in either order, without the byte order mark that it begins with; undefined where none does. */
export function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/** The legacy encoding of those lines that are not UTF-8; undefined where none is sure. */
export function encodingOf(bytes: Uint8Array): LegacyEncoding | undefined {
  const lines = linesOf(bytes.subarray(0, SAMPLE)).filter((line) => typeof line !== 'string');
  const counts = new Map<MisreadEncoding, number>();
  // Bytes that were read as Latin-1 are judged as strictly as text is: a few may be anything.
  for (const { encoding } of findEncoded(lines.map((line) => Buffer.from(line).toString('latin1')).join('\n'))) {
    counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
  }
  const most = mostOf(counts);
  return most === 'utf-8' ? undefined : most;
}

/** Bytes that are enough to know an encoding by. */
const SAMPLE = 1 << 20;

/** Lines as strings where they are UTF-8, and surely so; others as their bytes. */
function linesOf(bytes: Uint8Array): (string | Uint8Array)[] {
  const lines: (string | Uint8Array)[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(from, to);
    const text = isUtf8(line) ? utf8Of(line) : undefined;
    // Some pairs of letters in a legacy encoding are one letter of UTF-8, but hardly a Vietnamese one.
    lines.push(text !== undefined && (text.length === line.length || ONLY_UNICODE.test(text)) ? text : line);
    from = to + 1;
  }
  return lines;
}

const utf8Of = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Decodes all lines but those that are surely in another encoding, or have words that are. */
function decodeAllIn(text: string, encoding: LegacyEncoding): DecodedText {
  const others = findEncoded(text).filter((line) => isSafe(line) && line.encoding !== encoding);
  const lineOf = lineNumbers(text);
  const left = new Set(others.map(({ start }) => lineOf(start)));
  const decoded = decodeLines(text.split('\n'), encoding, left);
  return { text: decoded.text, notes: [...notesOf(text, others), ...decoded.notes] };
}

/** @param left numbers of lines that stay as they are */
function decodeLines(
  lines: readonly (string | Uint8Array)[],
  encoding: LegacyEncoding,
  left: ReadonlySet<number> = NONE,
): DecodedText {
  const notes: string[] = [];
  const decoded = lines.map((line, index) => {
    if (typeof line === 'string') {
      if (ONLY_UNICODE.test(withoutMark(line, index)) || left.has(index + 1)) return line;
      if (encoding !== 'viqr' && !/[^\0-\x7f]/.test(line)) return line;
    }
    for (const char of undecodedIn(line, encoding)) {
      notes.push(`${index + 1}: ${shown(char)} is nothing in ${ENCODING_NAMES[encoding]}, and stays`);
    }
    return decodeLegacy(line, encoding);
  });
  return { text: decoded.join('\n'), notes };
}

/** A file's first line without its byte order mark, which says nothing of the line. */
const withoutMark = (line: string, index: number): string =>
  index === 0 && line.startsWith('\ufeff') ? line.slice(1) : line;

const NONE: ReadonlySet<number> = new Set();

/** What an encoding has no letter for, each once. */
function undecodedIn(line: string | Uint8Array, encoding: LegacyEncoding): Set<string> {
  const rest = new Set<string>();
  if (encoding === 'viqr') return rest;
  const decoded = decodeAs(line, encoding);
  // The same, but for a sign in the place of each byte that is none of the encoding's.
  const strict = decodeAs(line, encoding, true);
  for (let at = 0; at < decoded.length; at++) {
    if (strict[at] === '\ufffd' || (decoded[at] >= '\x80' && decoded[at] < '\xa0')) rest.add(decoded[at]);
  }
  return rest;
}

/** A control character is named by its code: nobody sees it. */
const shown = (char: string): string =>
  char < '\xa0' ? `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : `“${char}”`;

/** Decodes the lines that are surely in an encoding that they were not read in. */
function decodeFound(text: string): DecodedText {
  const lineOf = lineNumbers(text);
  const notes: string[] = [];
  let out = '';
  let last = 0;
  for (const line of findEncoded(text)) {
    out += text.slice(last, line.start);
    if (isSafe(line)) out += line.decoded;
    else {
      out += text.slice(line.start, line.end);
      notes.push(`${lineOf(line.start)}: ${whyNot(line)}`);
    }
    last = line.end;
  }
  return { text: out + text.slice(last), notes };
}

function whyNot({ encoding, confidence }: EncodedLine): string {
  const name = ENCODING_NAMES[encoding];
  return confidence === 0
    ? `is ${name} that was read as Windows-1252, and letters of it are lost: left as it is`
    : `may be ${name}: left as it is; name the encoding to decode it`;
}

/** What is said of lines that nobody asked to decode, an encoding at a time. */
export function notesOf(text: string, encoded: readonly EncodedLine[]): string[] {
  if (encoded.length === 0) return [];
  const lineOf = lineNumbers(text);
  const found = new Map<MisreadEncoding, { readonly start: number; more: number }>();
  for (const { encoding, start } of encoded) {
    const first = found.get(encoding);
    if (first === undefined) found.set(encoding, { start, more: 0 });
    else first.more++;
  }
  return [...found].map(
    ([encoding, { start, more }]) =>
      `${lineOf(start)}: ${looksLike(encoding, more)}; normalize --decode auto decodes it`,
  );
}

/** What is told of lines, or texts, in another encoding, of which there are so many more. */
export function looksLike(encoding: MisreadEncoding, more: number): string {
  const what = encoding === 'utf-8' ? 'UTF-8 that was read as Windows-1252' : ENCODING_NAMES[encoding];
  return `looks like ${what}${more === 0 ? '' : `, and ${more} more like it`}: left as it is`;
}

/** Numbers of lines, from 1, at offsets. */
function lineNumbers(text: string): (offset: number) => number {
  const lines = new LineIndex(text);
  return (offset) => lines.position(offset).line;
}
