import type { LegacyEncoding } from '../../unicode/index.ts';

/** What a text can have been mis-read from: a legacy encoding, or UTF-8, each shown as Windows-1252 or Latin-1. */
export type MisreadEncoding = LegacyEncoding | 'utf-8';

/** What is usually said for an encoding; the names of options are those of the type. */
export const ENCODING_NAMES: Readonly<Record<MisreadEncoding, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  'vni-win': 'VNI',
  viscii: 'VISCII',
  vps: 'VPS',
  viqr: 'VIQR',
  'windows-1258': 'Windows-1258',
  'utf-8': 'UTF-8',
};

/** A line, or some words of one, that were read in a wrong encoding; offsets are into the text that was looked at. */
export interface EncodedLine {
  readonly start: number;
  readonly end: number;
  readonly encoding: MisreadEncoding;
  /** What was meant. */
  readonly decoded: string;
  /** 0 to 1: that `decoded` is what was meant. 0 where part of it was lost and cannot be got back. */
  readonly confidence: number;
}

/** Such a line in a document that was composed afterwards. */
export interface DecodableLine extends EncodedLine {
  /** Its place in the text as it was read; {@link start} and {@link end} are those in the composed one. */
  readonly readStart: number;
  readonly readEnd: number;
}

/** Letters that no byte of Windows-1252 shows: text with one was read rightly. đ, ơ and ư are in most Vietnamese lines. */
export const ONLY_UNICODE: RegExp =
  /[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u02c5\u02c8-\u02db\u02dd-\u1fff\u2c00-\uffef]/;
