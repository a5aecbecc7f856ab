import { existsSync, readFileSync } from 'node:fs';
import type { Corrector } from '../../src/correct/types.ts';
import type { Finding } from '../../src/finding.ts';

const OWN = [
  'Sáng nay, Ủy ban nhân dân tỉnh tổ chức hội nghị tổng kết công tác năm.',
  'Người dân ở vùng cao phấn khởi đón điện lưới, đường về bản đã rộng hơn.',
  'Nhà trường phối hợp với phụ huynh để học sinh không bỏ học giữa chừng.',
  'Theo Quyết định số 45/QĐ-TTg, dự án hoàn thành trước ngày 30-6-2025.',
  '“Chúng tôi sẽ cố gắng hết sức”, ông Nguyễn Văn Bảy nói & cười.',
];

/** Sentences to build pages from: of the clean set where it is there, else a few of our own. */
export const SENTENCES: readonly string[] = existsSync('../shared/gold/clean.dev.jsonl')
  ? readFileSync('../shared/gold/clean.dev.jsonl', 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).source as string)
      .filter((text) => text.length < 200)
      .slice(0, 400)
  : OWN;

/** "Corrects" one word in four in many ways: a letter changed, put in, left out, all of it, two words joined. */
export const reckless: Corrector = {
  profile: 'edited',
  level: 'suggest',
  check(text) {
    const findings: Finding[] = [];
    let last = 0;
    for (const match of text.matchAll(/\p{L}+(?: \p{L}+)?/gu)) {
      const [two] = match;
      const dice = [...two].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
      if (dice % 4 !== 0 || match.index < last) continue;
      const word = (dice >>> 2) % 3 === 0 ? two : two.split(' ')[0];
      const replacement = [
        word.replace(/[aeiou]/u, 'ở'),
        `${word.slice(0, 1)}x${word.slice(1)}`,
        word.length > 1 ? word.slice(1).trimStart() : 'q',
        'khác hẳn',
        word.replace(' ', ''),
      ][(dice >>> 4) % 5];
      if (replacement === word) continue;
      const start = match.index;
      last = start + word.length;
      findings.push({
        rule: 'spelling',
        severity: 'error',
        start,
        end: last,
        original: word,
        message: 'x',
        suggestions: [{ text: replacement, confidence: 1 }],
        auto: true,
        key: '0',
      });
    }
    return findings;
  },
  correct: (text) => ({ text, edits: [], findings: [] }),
};

/** Knows the words of a list by what stands before them. */
export function knows(pairs: readonly (readonly [wrong: string, right: string])[]): Corrector {
  return {
    ...reckless,
    check: (text) =>
      pairs
        .flatMap(([wrong, right]) =>
          [...text.matchAll(new RegExp(`(?<!\\p{L})${wrong}(?!\\p{L})`, 'gu'))].map(
            (match): Finding => ({
              rule: 'spelling',
              severity: 'error',
              start: match.index,
              end: match.index + wrong.length,
              original: wrong,
              message: 'x',
              suggestions: [{ text: right, confidence: 1 }],
              auto: true,
              key: '0',
            }),
          ),
        )
        .sort((a, b) => a.start - b.start),
  };
}
