import type { LegacyEncoding } from '../../unicode/index.ts';
import { type EncodedLine, ONLY_UNICODE } from './encoded-line.ts';
import { readExpectedLine, readLegacyLine } from './legacy-line.ts';
import { findMisreadUtf8 } from './misread-utf8.ts';

/**
 * Lines that were read in a wrong encoding ("Coäng hoøa xaõ hoäi", "Cá»™ng hÃ²a"), by ascending start. To be asked before
 * anything is composed: whatever changes such a line makes it harder to get back what was meant.
 *
 * A clean text costs one search for characters that Vietnamese has not. Only a line that holds one is read, and only where
 * lines are found that are sure by themselves, the short ones around them are judged by the same encoding.
 */
export function findEncoded(text: string): EncodedLine[] {
  const found: EncodedLine[] = [];
  const gains = new Map<LegacyEncoding, number>();
  let at = suspectFrom(text, 0);
  for (let most = 0; at < text.length && most < ENOUGH; ) {
    const [start, end, next] = lineAt(text, at);
    at = suspectFrom(text, next);
    const line = text.slice(start, end);
    const misread = findMisreadUtf8(line, start);
    for (const one of misread) found.push(one);
    if (misread.length > 0 || ONLY_UNICODE.test(line)) continue;
    const legacy = readLegacyLine(line);
    if (legacy === undefined) continue;
    const { encoding, decoded, confidence } = legacy;
    found.push({ start, end, encoding, decoded, confidence });
    const gained = (gains.get(encoding) ?? 0) + legacy.gained;
    gains.set(encoding, gained);
    most = Math.max(most, gained);
  }
  const encoding = mostOf(gains);
  return encoding === undefined ? found : readAgain(text, found, encoding, at);
}

/** What has the highest count; undefined where nothing has one. */
export function mostOf<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Is what was meant all but sure? Else several encodings fit, or part of the line is lost. */
export const isSafe = ({ confidence }: EncodedLine): boolean => confidence >= 0.8;

/** Words of one encoding after which the next lines are tried in it first: to tell encodings apart takes long. */
const ENOUGH = 40;

/**
 * What mis-read Vietnamese holds in every line but the shortest, and other text seldom: letters and signs of Windows-1252
 * that neither Vietnamese nor its printers use, and the circumflex of VIQR.
 */
const SUSPECTS = '^¡¢£¤¥¦ª¬¯µ¶¸º»¿ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿŒœŠšŽžŸƒ„†‡ˆ‰‹›‚˜™';

/** By unit. A search through it takes an eighth of one by a regular expression. */
const IS_SUSPECT = new Uint8Array(0x10000).fill(1, 0x80, 0xa0);
for (const character of SUSPECTS) IS_SUSPECT[character.charCodeAt(0)] = 1;

/** Where the next suspect stands; the length of the text where none does. */
function suspectFrom(text: string, at: number): number {
  while (at < text.length && IS_SUSPECT[text.charCodeAt(at)] === 0) at++;
  return at;
}

/** The line around an offset without the blanks at its ends, and where the next one begins. */
function lineAt(text: string, at: number): [start: number, end: number, next: number] {
  let start = text.lastIndexOf('\n', at) + 1;
  const newline = text.indexOf('\n', at);
  const next = newline < 0 ? text.length : newline;
  let end = next;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return [start, end, next + 1];
}

/** No-break spaces are letters in some encodings. */
const isBlank = (unit: number): boolean => unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0xfeff;

/**
 * All lines again, now that the encoding is known: those found, and beside them the short ones, and those that fit several.
 * @param read where the first reading ended
 */
function readAgain(text: string, found: readonly EncodedLine[], encoding: LegacyEncoding, read: number): EncodedLine[] {
  const lines: EncodedLine[] = [];
  let done = 0;
  for (let at = 0; at < text.length; ) {
    const [start, end, next] = lineAt(text, at);
    at = next;
    const line = text.slice(start, end);
    let known: readonly EncodedLine[] = [];
    const isNew = end > read;
    if (isNew) known = findMisreadUtf8(line, start);
    else {
      const from = done;
      while (done < found.length && found[done].start < next) done++;
      known = found.slice(from, done);
    }
    const isOpen = known.every((one) => one.encoding !== encoding && one.encoding !== 'utf-8');
    if (isOpen && MAY_BE_ENCODED.test(line) && !ONLY_UNICODE.test(line)) {
      const legacy = readExpectedLine(line, encoding) ?? (isNew ? readLegacyLine(line) : undefined);
      if (legacy !== undefined)
        known = [{ start, end, encoding: legacy.encoding, decoded: legacy.decoded, confidence: legacy.confidence }];
    }
    for (const one of known) lines.push(one);
  }
  return lines;
}

/** A letter beyond ASCII, or a mark of VIQR. */
const MAY_BE_ENCODED = /[^\0-\x7f]|[\^`'?~.(+]/;
