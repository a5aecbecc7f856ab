import { isUtf8 } from 'node:buffer';
import { fix } from '../check/check.ts';
import type { MisreadEncoding } from '../check/encoded/encoded-line.ts';
import { findEncoded } from '../check/encoded/find-encoded.ts';
import type { Corrector } from '../correct/types.ts';
import { type LegacyEncoding, type NormalizeOptions, normalize } from '../unicode/index.ts';
import { decodeString } from './decode.ts';
import { addFields, NoTextError, readField, writeField } from './json-field.ts';
import type { LineBlock } from './line-blocks.ts';
import { mapReadable, styleOfParts } from './readable.ts';

/** What `hieudinh filter` does to each line; plain data, so that workers can have it. */
export interface FilterSettings {
  /** A line is a text, not JSON. */
  readonly raw: boolean;
  readonly from: string;
  readonly to: string;
  readonly normalize: boolean;
  readonly style: NormalizeOptions['toneStyle'];
  readonly correct: boolean;
  /** From which encoding lines are decoded that were read in a wrong one; undefined leaves them. */
  readonly decode: 'auto' | LegacyEncoding | undefined;
  /** Removes repeated blocks inside of a text of several lines. */
  readonly dedupe: boolean;
  /** Nothing behind the first bad line is read. */
  readonly strict: boolean;
}

/** What became of a block. */
export interface FilteredBlock {
  /** A line for each line read, each with its line feed. */
  readonly bytes: Uint8Array;
  readonly firstLine: number;
  readonly bytesIn: number;
  readonly lines: number;
  /** Texts that came out other than they went in. */
  readonly changed: number;
  /** Corrections applied, by rule. */
  readonly corrections: Readonly<Record<string, number>>;
  /** Blocks removed as repeats inside of a text. */
  readonly removed: number;
  /** Lines in which there was a text. */
  readonly texts: number;
  /** Texts with lines that were read in a wrong encoding, and stay. */
  readonly encoded: number;
  readonly firstEncoded?: { readonly line: number; readonly encoding: MisreadEncoding };
  /** Lines that could not be read, or have no text, in order. */
  readonly bad: readonly BadLine[];
}

/** A line without a text that could be worked on. */
export interface BadLine {
  readonly line: number;
  readonly message: string;
  /** What a row that could be read has in the place of its text; it was passed on with all its fields. */
  readonly row?: 'null' | 'no text';
}

/** The work on a block of lines; the same bytes for the same bytes, wherever it runs. */
export type FilterStep = (block: Pick<LineBlock, 'bytes' | 'firstLine'>) => FilteredBlock;

/** @param corrector needed where `settings.correct` is on */
export function createFilterStep(settings: FilterSettings, corrector: Corrector | undefined): FilterStep {
  return ({ bytes, firstLine }) => {
    const corrections: Record<string, number> = {};
    const bad: BadLine[] = [];
    let changed = 0;
    let removed = 0;
    let texts = 0;
    let encodedTexts = 0;
    let firstEncoded: FilteredBlock['firstEncoded'];

    const correct = (part: string, by: Corrector): string => {
      const result = by.correct(part);
      // Both come by ascending start.
      let next = 0;
      for (const { start } of result.edits) {
        while (next < result.findings.length && result.findings[next].start < start) next++;
        const rule = result.findings[next]?.rule ?? 'spelling';
        corrections[rule] = (corrections[rule] ?? 0) + 1;
      }
      return result.text;
    };

    const treat = (source: string): string => {
      texts++;
      const read = settings.decode === undefined ? source : decodeString(source, settings.decode).text;
      // What was read in a wrong encoding stays: it can be decoded only as long as nothing in it has changed.
      const encoded = findEncoded(read);
      if (encoded.length > 0) {
        encodedTexts++;
        firstEncoded ??= { line, encoding: encoded[0].encoding };
      }
      const toneStyle = styleOfParts(read, encoded, settings.style);
      let text = mapReadable(read, encoded, (part) => {
        const normal = settings.normalize ? normalize(part, { toneStyle }) : part;
        return settings.correct && corrector !== undefined ? correct(normal, corrector) : normal;
      });
      if (settings.dedupe && text.includes('\n')) {
        const result = fix(text, { rules: ['repeated-block'] });
        text = result.text;
        removed += result.applied.length;
      }
      if (text !== source) changed++;
      return text;
    };

    const out: Uint8Array[] = [];
    let line = firstLine;
    let written = '';
    const takeLine = (text: string): void => {
      try {
        written += settings.raw ? treatRaw(text, treat) : treatRow(text, settings, treat);
      } catch (error) {
        const { message } = error as Error;
        if (error instanceof NoTextError) {
          bad.push({ line, message, row: error.isNull ? 'null' : 'no text' });
          written += markedRow(text, line, message);
        } else {
          bad.push({ line, message });
          written += errorRow(line, message, { raw: text });
        }
      }
      line++;
    };
    if (isUtf8(bytes)) {
      const lines = decode(bytes).split('\n');
      if (lines.at(-1) === '') lines.pop();
      for (const text of lines) {
        takeLine(text);
        if (settings.strict && bad.length > 0) break;
      }
    } else {
      for (const part of splitBytes(bytes)) {
        if (isUtf8(part)) takeLine(decode(part));
        else {
          const refused = refuseLine({ bytes: part, firstLine: line }, settings.raw, 'is not UTF-8');
          bad.push(...refused.bad);
          out.push(Buffer.from(written), refused.bytes);
          written = '';
          line++;
        }
        if (settings.strict && bad.length > 0) break;
      }
    }
    const last = Buffer.from(written);
    return {
      bytes: out.length === 0 ? last : Buffer.concat([...out, last]),
      firstLine,
      bytesIn: bytes.length,
      lines: line - firstLine,
      changed,
      corrections,
      removed,
      texts,
      encoded: encodedTexts,
      firstEncoded,
      bad,
    };
  };
}

/** The slot of a line that cannot be worked on: a row that says so and holds it; a raw line passes through as it is. */
export function refuseLine(
  { bytes, firstLine }: Pick<LineBlock, 'bytes' | 'firstLine'>,
  raw: boolean,
  message: string,
): FilteredBlock {
  const line = bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes;
  return {
    bytes: raw ? Buffer.concat([line, LINE_END]) : Buffer.from(refusedRow(line, firstLine, message)),
    firstLine,
    bytesIn: bytes.length,
    lines: 1,
    changed: 0,
    corrections: {},
    removed: 0,
    texts: 0,
    encoded: 0,
    bad: [{ line: firstLine, message }],
  };
}

/** In the place of a line that is no row; holds what stood there, so that nothing is lost. */
const errorRow = (line: number, error: string, source: { raw: string } | { rawBase64: string }): string =>
  `${JSON.stringify({ error, line, ...source })}\n`;

/** A row with all that it has, and why nothing was done to it. */
function markedRow(text: string, line: number, error: string): string {
  const [mark, row] = splitMark(text);
  return `${mark}${addFields(row, { error: JSON.stringify(error), line: String(line) })}\n`;
}

function refusedRow(bytes: Uint8Array, line: number, message: string): string {
  // No string holds bytes that are no UTF-8.
  if (!isUtf8(bytes)) return errorRow(line, message, { rawBase64: Buffer.from(bytes).toString('base64') });
  const text = decode(bytes);
  try {
    return markedRow(text, line, message);
  } catch {
    return errorRow(line, message, { raw: text });
  }
}

function treatRaw(line: string, treat: (text: string) => string): string {
  const windows = line.endsWith('\r');
  const text = windows ? line.slice(0, -1) : line;
  return `${treat(text)}${windows ? '\r\n' : '\n'}`;
}

/** Blank lines are no rows, and stay. A byte order mark before the first row stays too. */
function treatRow(line: string, { from, to }: FilterSettings, treat: (text: string) => string): string {
  const [mark, row] = splitMark(line);
  if (row.trim() === '') return `${line}\n`;
  const source = readField(row, from);
  const text = treat(source);
  return text === source && from === to ? `${line}\n` : `${mark}${writeField(row, to, JSON.stringify(text))}\n`;
}

/** A byte order mark, if there is one, and what follows. */
function splitMark(line: string): [mark: string, row: string] {
  return line.charCodeAt(0) === 0xfeff ? ['\ufeff', line.slice(1)] : ['', line];
}

const LINE_END = Uint8Array.of(0x0a);

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function* splitBytes(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(0x0a, from);
    const to = found < 0 ? bytes.length : found;
    yield bytes.subarray(from, to);
    from = to + 1;
  }
}
