import { likeCaseOf } from '../letter-case.ts';
import type { Rule, RuleFinding } from '../types.ts';

/** Words that the house does not print, with what it prints instead: the user's own list. */
export const rejectedTerm: Rule = {
  id: 'rejected-term',
  severity: 'warning',
  fixedByDefault: false,
  run({ text, rejected }) {
    const findings: RuleFinding[] = [];
    for (const { text: wrong, instead } of rejected) {
      const words = wrong.normalize('NFC').trim();
      if (words === '') continue;
      const pattern = words.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
      const found = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${pattern.join('\\s')}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
      for (const match of text.matchAll(found)) {
        // As it is listed it is replaced as it is listed: LHQ by Liên hợp quốc.
        const right = !instead ? undefined : match[0] === words ? instead : likeCaseOf(instead, match[0]);
        if (right === match[0]) continue;
        findings.push({
          start: match.index,
          end: match.index + match[0].length,
          message: `“${match[0]}” is not used here${right === undefined ? '' : `: “${right}”`}.`,
          messageVi: `Không dùng “${match[0]}”${right === undefined ? '' : `, dùng “${right}”`}.`,
          suggestions: right === undefined ? [] : [{ text: right, confidence: 0.9 }],
        });
      }
    }
    return findings;
  },
};
