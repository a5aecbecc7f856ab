import type { Rule, RuleFinding } from '../types.ts';

/**
 * Variables of a template that were never filled in: `{name}`, `{{ title }}`, `${price}`, `[[body]]`, `<%= user %>`.
 * A line that holds nothing else is one finding. Only names of two and more ASCII letters count, and no single pair of
 * braces after a backslash word or a closing brace, so that mathematics (`{x}`, `\frac{ab}{cd}`) is left alone.
 */
export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const findings: RuleFinding[] = [];
    if (!OPENINGS.some((opening) => context.text.includes(opening))) return findings;
    for (const block of context.blocks()) {
      if (!OPENINGS.some((opening) => block.text.includes(opening))) continue;
      const found = [...block.text.matchAll(VARIABLE)].filter((match) => !isMathematics(block.text, match.index));
      if (found.length === 0) continue;
      if (!/[\p{L}\p{N}]/u.test(without(block.text, found))) {
        findings.push(unfilled(block.text, block.start));
        continue;
      }
      for (const match of found) findings.push(unfilled(match[0], block.start + match.index));
    }
    return findings;
  },
};

const NAME = '[A-Za-z][\\w.-]{1,39}';
const VARIABLE: RegExp = new RegExp(
  `\\{\\{[#/&>]?\\s*[A-Za-z][^{}\\n]{0,79}\\}\\}|\\$?\\{${NAME}\\}|\\[\\[${NAME}\\]\\]|<%=?\\s*${NAME}\\s*%>`,
  'g',
);

/** What every variable begins with. */
const OPENINGS: readonly string[] = ['{', '[[', '<%'];

/** A line without its variables; cut in one pass, since a damaged line may hold many thousands. */
function without(line: string, found: readonly RegExpExecArray[]): string {
  let rest = '';
  let from = 0;
  for (const match of found) {
    rest += line.slice(from, match.index);
    from = match.index + match[0].length;
  }
  return rest + line.slice(from);
}

function isMathematics(line: string, at: number): boolean {
  return /(?:\\[A-Za-z]+|[}_^])$/.test(line.slice(Math.max(0, at - 24), at));
}

function unfilled(text: string, start: number): RuleFinding {
  return {
    start,
    end: start + text.length,
    message: `“${text}” is a template variable that was never filled in.`,
    messageVi: `“${text}” là biến của mẫu chưa được điền.`,
  };
}
