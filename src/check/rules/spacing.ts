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
    for (const { pattern, before, replacement, message, messageVi } of CHECKS) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index;
        // What stands before is looked at here: a look-behind would be tried at every letter of the text.
        if (!before.test(text.slice(Math.max(0, start - 2), start))) continue;
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

interface SpacingCheck {
  readonly pattern: RegExp;
  /** The two units before the match. */
  readonly before: RegExp;
  readonly replacement: (found: string) => string;
  readonly message: string;
  readonly messageVi: string;
}

const withoutSpace = (found: string): string => found.replace(/ +/g, '');
const withSpace = (found: string): string => `${found} `;

const NO_SPACE_BEFORE = {
  message: 'No space stands before this mark.',
  messageVi: 'Trước dấu này không có dấu cách.',
};
const SPACE_BEHIND = {
  message: 'A space is missing behind this mark.',
  messageVi: 'Thiếu dấu cách sau dấu này.',
};
const NO_SPACE_INSIDE = {
  message: 'No space stands inside brackets and quotes.',
  messageVi: 'Trong ngoặc không để dấu cách ở đầu và cuối.',
};

const CHECKS: readonly SpacingCheck[] = [
  { pattern: / {1,2}[,;](?=[\s”"])/g, before: /[\p{L}\p{N})”"]$/u, replacement: withoutSpace, ...NO_SPACE_BEFORE },
  // A dot or a mark at the end of a sentence; ". . ." and " ... " are something else.
  {
    pattern: / {1,2}[.!?](?=\s*(?:\n|$)| \p{Lu})/gu,
    before: /\p{L}{2}$/u,
    replacement: withoutSpace,
    ...NO_SPACE_BEFORE,
  },
  { pattern: /[,;](?=\p{L}{2})/gu, before: /\p{Ll}{2}$/u, replacement: withSpace, ...SPACE_BEHIND },
  { pattern: /\.(?=\p{Lu}\p{Ll}+ \p{Ll})/gu, before: /\p{Ll}$/u, replacement: withSpace, ...SPACE_BEHIND },
  {
    pattern: / {2,3}(?=\p{L})/gu,
    before: /[\p{L},;]$/u,
    replacement: () => ' ',
    message: 'More than one space.',
    messageVi: 'Thừa dấu cách.',
  },
  { pattern: / (?<=[(“] )(?=\p{L})/gu, before: /[(“]$/, replacement: withoutSpace, ...NO_SPACE_INSIDE },
  { pattern: / (?=[)”])/g, before: /\p{L}$/u, replacement: withoutSpace, ...NO_SPACE_INSIDE },
];
