import type { EncodedLine } from '../check/encoded/encoded-line.ts';
import { majorityToneStyle, type NormalizeOptions, normalize } from '../unicode/index.ts';

/**
 * Works on a text, part by part, but for the lines that were read in a wrong encoding: what is changed in them before they
 * are decoded is lost.
 */
export function mapReadable(text: string, encoded: readonly EncodedLine[], work: (part: string) => string): string {
  if (encoded.length === 0) return work(text);
  let out = '';
  let last = 0;
  for (const { start, end } of encoded) {
    if (start > last) out += work(text.slice(last, start));
    out += text.slice(start, end);
    last = end;
  }
  return last < text.length ? out + work(text.slice(last)) : out;
}

/** The style that `normalize` is to have for each part of a text; the majority is that of all that is readable. */
export function styleOfParts(
  text: string,
  encoded: readonly EncodedLine[],
  style: NormalizeOptions['toneStyle'],
): NormalizeOptions['toneStyle'] {
  return style === 'majority' && encoded.length > 0 ? majorityOf(text, encoded) : style;
}

function majorityOf(text: string, encoded: readonly EncodedLine[]): NormalizeOptions['toneStyle'] {
  let readable = '';
  let last = 0;
  for (const { start, end } of encoded) {
    readable += `${text.slice(last, start)}\n`;
    last = end;
  }
  return majorityToneStyle(normalize(readable + text.slice(last))) ?? 'preserve';
}
