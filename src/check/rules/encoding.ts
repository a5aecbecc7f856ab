import { type DecodableLine, ENCODING_NAMES } from '../encoded/encoded-line.ts';
import { isSafe } from '../encoded/find-encoded.ts';
import type { Rule, RuleContext, RuleFinding } from '../types.ts';

/**
 * Lines that were read in a wrong encoding, one finding for those that stand together, at the first. No other rule sees
 * them. Decoding changes every word of a line, so `fix` does it only where the rule is named.
 */
export const encoding: Rule = {
  id: 'encoding',
  severity: 'error',
  fixedByDefault: false,
  run: (context) => stretchesOf(context).map((lines) => describe(context, lines)),
};

/** Lines of one encoding with nothing but ASCII between them. */
function stretchesOf({ encoded, text }: RuleContext): DecodableLine[][] {
  const stretches: DecodableLine[][] = [];
  for (const line of encoded) {
    const stretch = stretches.at(-1);
    const last = stretch?.at(-1);
    if (
      stretch !== undefined &&
      last !== undefined &&
      last.encoding === line.encoding &&
      isSafe(last) === isSafe(line) &&
      /^[\0-\x7f]*$/.test(text.slice(last.end, line.start))
    ) {
      stretch.push(line);
    } else stretches.push([line]);
  }
  return stretches;
}

function describe(context: RuleContext, lines: readonly DecodableLine[]): RuleFinding {
  const [first] = lines;
  const last = lines[lines.length - 1];
  const name = ENCODING_NAMES[first.encoding];
  const isLost = lines.some(({ confidence }) => confidence === 0);
  const isUtf8 = first.encoding === 'utf-8';
  const english = isUtf8 ? 'is UTF-8 that was read as Windows-1252' : `looks like ${name}`;
  const vietnamese = isUtf8 ? 'là UTF-8 bị đọc nhầm thành Windows-1252' : `ở bảng mã ${name}`;
  return {
    start: first.start,
    end: first.end,
    read: [first.readStart, first.readEnd],
    message: isLost
      ? `This text ${english}, and letters of it are lost: take it from its source again.`
      : `This text ${english}: decode it before anything else.`,
    messageVi: isLost
      ? `Đoạn này ${vietnamese}, và đã mất chữ: hãy lấy lại từ bản gốc.`
      : `Đoạn này ${vietnamese}: hãy chuyển sang Unicode trước khi sửa.`,
    ...(lines.length > 1 && { note: `${context.position(first.start).line}–${context.position(last.start).line}` }),
    ...(isSafe(first) && {
      suggestions: [
        { text: first.decoded, confidence: Math.min(...lines.map(({ confidence }) => confidence)), decodes: lines },
      ],
    }),
  };
}
