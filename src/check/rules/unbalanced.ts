import type { Rule, RuleFinding } from '../types.ts';

/**
 * A bracket or a curly quote without its partner in the paragraph. A quotation may run over paragraphs, each opened and
 * only the last one closed; numbers of a list (a), 1)) and faces have no partner.
 */
export const unbalanced: Rule = {
  id: 'unbalanced',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const { text } = context;
    const { brackets } = context.scan();
    const findings: RuleFinding[] = [];
    let quotation = false;
    const blocks = context.blocks();
    let next = 0;
    for (let index = 0; index < blocks.length && next < brackets.length; index++) {
      const block = blocks[index];
      const open: { mark: string; at: number }[] = [];
      // How many of them are quotes: a look through all for each mark that closes would be quadratic.
      let openQuotes = 0;
      for (; next < brackets.length && brackets[next] < block.end; next++) {
        const mark = text[brackets[next]];
        const place = brackets[next] - block.start;
        if (CLOSED_BY[mark] !== undefined) {
          // Of a quotation inside a quotation only the first mark may be printed.
          open.push({ mark, at: place });
          if (mark === '“') openQuotes++;
          continue;
        }
        const last = open.at(-1);
        if (last !== undefined && CLOSED_BY[last.mark] === mark) {
          open.pop();
          if (mark === '”') openQuotes--;
        } else if (mark === '”' && quotation) quotation = false;
        else if (mark === '”' && openQuotes > 0) {
          open.splice(
            open.findIndex((one) => one.mark === '“'),
            1,
          );
          openQuotes--;
        } else if (!isListNumber(block.text, place, mark)) findings.push(lonely(mark, brackets[next]));
      }
      for (const { mark, at } of open) {
        // What follows may be the rest of the quotation, or of the bracket that a line break cut.
        if (mark === '“' && isContinued(blocks.slice(index + 1, index + 6).map((one) => one.text))) quotation = true;
        else if (!isFace(block.text, at)) findings.push(lonely(mark, block.start + at));
      }
    }
    return findings;
  },
};

const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”' };

function lonely(mark: string, start: number): RuleFinding {
  const shown = mark === '“' || mark === '”' ? mark : `“${mark}”`;
  return {
    start,
    end: start + 1,
    message: `${shown} has no partner in this paragraph.`,
    messageVi: `Dấu ${mark} không có dấu đi cặp trong đoạn này.`,
  };
}

/** Does a paragraph nearby close what it has not opened, or open as the next one of a long quotation? */
function isContinued(next: readonly string[]): boolean {
  return next.some((text, index) => {
    if (index === 0 && text.startsWith('“')) return true;
    const close = text.indexOf('”');
    const open = text.indexOf('“');
    return close >= 0 && (open < 0 || close < open);
  });
}

function isListNumber(text: string, at: number, mark: string): boolean {
  return (
    (mark === ')' || mark === ']') &&
    /(?:^|[\s;,.:(–-])(?:\p{L}\d?|[ivx]{1,4}|[IVX]{1,4}|\d+(?:\.\d+)*)$|[:;=8xX][-']?$/u.test(
      text.slice(Math.max(0, at - 10), at),
    )
  );
}

const isFace = (text: string, at: number): boolean => /[:;=]-?$/.test(text.slice(Math.max(0, at - 2), at));
