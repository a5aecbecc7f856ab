import type { Rule, RuleFinding } from '../types.ts';

/**
 * Numbers and units as the law has them (Decree 86/2012/NĐ-CP): kg, km with small letters; dots between thousands
 * (1.000.000, not 1,000,000). Codes, and numbers with one comma, which is the decimal one, are left alone.
 */
export const unit: Rule = {
  id: 'unit',
  severity: 'info',
  fixedByDefault: false,
  run({ text }) {
    const findings: RuleFinding[] = [];
    // Bounded, so that a run of digits without end costs linear time.
    for (const match of text.matchAll(
      /(?<![\p{L}\p{N}])(\d{1,15}(?:[.,]\d{1,15}){0,6} ?)(Kg|KG|Km|KM|Cm|CM|Mm|Ha|HA)(?![\p{L}\p{N}])/gu,
    )) {
      const right = match[2].toLowerCase();
      findings.push({
        start: match.index + match[1].length,
        end: match.index + match[0].length,
        message: `The unit is written “${right}”.`,
        messageVi: `Đơn vị viết là “${right}”.`,
        suggestions: [{ text: right, confidence: 0.95 }],
      });
    }
    for (const match of text.matchAll(/(?<![\p{L}\p{N}.,])\d{1,3}(?:,\d{3}){2,}(?![\p{L}\p{N}]|[.,]\d)/gu)) {
      const right = match[0].replaceAll(',', '.');
      findings.push({
        start: match.index,
        end: match.index + match[0].length,
        message: `Vietnamese puts dots between thousands: ${right}.`,
        messageVi: `Tiếng Việt phân cách hàng nghìn bằng dấu chấm: ${right}.`,
        suggestions: [{ text: right, confidence: 0.9 }],
      });
    }
    return findings;
  },
};
