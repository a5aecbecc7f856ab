import type { Edit } from '../../finding.ts';
import type { Rule } from '../types.ts';

/**
 * Straight and curly quotes in one document: one suggestion for all of them. Straight ones are turned into curly ones,
 * as printed text has them, unless they are the majority. Inches and minutes (5", 21° 2' 30") are no quotes.
 */
export const quotes: Rule = {
  id: 'quotes',
  severity: 'info',
  fixedByDefault: false,
  run(context) {
    const { text } = context;
    const straight = straightQuotes(text);
    if (straight.length === 0) return [];
    const curly = context.scan().brackets.filter((at) => text[at] === '“' || text[at] === '”');
    if (curly.length === 0) return [];
    const toCurly = curly.length >= straight.length;
    const edits = toCurly ? curlyEdits(text, straight) : curly.map((at) => edit(text, at, '"'));
    if (edits.length === 0) return [];
    const first = edits[0];
    return [
      {
        start: first.start,
        end: first.end,
        message: `Quotes are of two kinds: ${straight.length} straight, ${curly.length} curly.`,
        messageVi: `Ngoặc kép có hai kiểu: ${straight.length} thẳng, ${curly.length} cong.`,
        suggestions: [{ text: first.replacement, confidence: 0.9, edits }],
        auto: true,
      },
    ];
  },
};

function straightQuotes(text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!/[\d′']/.test(text.charAt(at - 1))) places.push(at);
  }
  return places;
}

const edit = (text: string, at: number, replacement: string): Edit => ({
  start: at,
  end: at + 1,
  original: text[at],
  replacement,
});

/**
 * Opening and closing in turn; a line where they do not pair is left as it is, and so is one where a mark has the
 * neighbours of the other kind: one mark too many or too few turns all behind it round.
 */
function curlyEdits(text: string, straight: readonly number[]): Edit[] {
  const edits: Edit[] = [];
  for (let from = 0; from < straight.length; ) {
    const newline = text.indexOf('\n', straight[from]);
    const lineEnd = newline < 0 ? text.length : newline;
    let to = from;
    while (to < straight.length && straight[to] < lineEnd) to++;
    const marks = straight.slice(from, to).map((at, i) => edit(text, at, i % 2 === 0 ? '“' : '”'));
    if (marks.length % 2 === 0 && !marks.some((mark) => isTurned(text, mark))) edits.push(...marks);
    from = to;
  }
  return edits;
}

/** Do the neighbours say the other direction? Those of `nói:"Vâng` say none. */
function isTurned(text: string, { start, replacement }: Edit): boolean {
  const before = text.charAt(start - 1);
  const behind = text.charAt(start + 1);
  return replacement === '”'
    ? /^[\s([{“‘]?$/u.test(before) && /^[\p{L}\p{N}([{“‘]/u.test(behind)
    : /^[\p{L}\p{M}\p{N}.,;:!?…)\]}”’%]/u.test(before) && /^[\s.,;:!?…)\]}”’]?$/u.test(behind);
}
