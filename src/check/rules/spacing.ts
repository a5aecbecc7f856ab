import type { Rule, RuleFinding } from '../types.ts';

/**
 * White space around punctuation: none before a comma or a full stop, one behind; none inside brackets and curly quotes;
 * one between words. Dots in a row, numbers, and lines that are columns of a table are left alone.
 */
export const spacing: Rule = {
  id: 'spacing',
  severity: 'info',
  fixedByDefault: false,
  run({ text }) {
    const findings: RuleFinding[] = [];
    for (const { pattern, replacement, message, messageVi } of CHECKS) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index;
        findings.push({
          start,
          end: start + match[0].length,
          message,
          messageVi,
          suggestions: [{ text: replacement(match[0]), confidence: 0.95 }],
        });
      }
    }
    return findings;
  },
};

const without = (found: string): string => found.replace(/ +/g, '');

const CHECKS = [
  {
    pattern: /(?<=[\p{L}\p{N})”"]) {1,2}[,;](?=[\s”"])/gu,
    replacement: without,
    message: 'No space stands before this mark.',
    messageVi: 'Trước dấu này không có dấu cách.',
  },
  {
    // A dot or a mark at the end of a sentence; ". . ." and " ... " are something else.
    pattern: /(?<=\p{L}{2}) {1,2}[.!?](?=\s*(?:\n|$)| \p{Lu})/gu,
    replacement: without,
    message: 'No space stands before this mark.',
    messageVi: 'Trước dấu này không có dấu cách.',
  },
  {
    pattern: /(?<=\p{Ll}{2})[,;](?=\p{L}{2})/gu,
    replacement: (found: string) => `${found} `,
    message: 'A space is missing behind this mark.',
    messageVi: 'Thiếu dấu cách sau dấu này.',
  },
  {
    pattern: /(?<=\p{Ll})\.(?=\p{Lu}\p{Ll}+ \p{Ll})/gu,
    replacement: (found: string) => `${found} `,
    message: 'A space is missing behind this mark.',
    messageVi: 'Thiếu dấu cách sau dấu này.',
  },
  {
    pattern: /(?<=[\p{L},;]) {2,3}(?=\p{L})/gu,
    replacement: () => ' ',
    message: 'More than one space.',
    messageVi: 'Thừa dấu cách.',
  },
  {
    pattern: /(?<=[(“])[ ](?=\p{L})|(?<=\p{L}) (?=[)”])/gu,
    replacement: without,
    message: 'No space stands inside brackets and quotes.',
    messageVi: 'Trong ngoặc không để dấu cách ở đầu và cuối.',
  },
];
