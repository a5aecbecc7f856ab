import type { Rule, RuleFinding } from '../types.ts';

/**
 * A term written with a capital that it does not have: "Kết Luận số 50" for "Kết luận số 50". Only capitals too many
 * are flagged, and only where the document decides: the term is followed by its number, or the document writes it the
 * proper way more often. Lines in capitals and headlines in title case are left alone.
 */
export const casing: Rule = {
  id: 'casing',
  severity: 'warning',
  fixedByDefault: false,
  run({ text, terms }) {
    const index = indexTerms([...DOCUMENT_TYPES, ...terms]);
    const wrong: Occurrence[] = [];
    const properUses = new Map<string, number>();
    const wrongUses = new Map<string, number>();
    for (const line of text.matchAll(/[^\n]+/g)) {
      const words = wordsOf(line[0], line.index);
      if (isTitleCase(words)) continue;
      for (let i = 0; i < words.length; i++) {
        const term = termAt(text, words, i, index);
        if (term === undefined) continue;
        const extra = extraCapitals(words, i, term);
        const uses = extra.length === 0 ? properUses : wrongUses;
        uses.set(term.folded, (uses.get(term.folded) ?? 0) + 1);
        for (const k of extra)
          wrong.push({ term, word: words[i + k], proper: term.words[k], after: words[i + term.words.length - 1].end });
        i += term.words.length - 1;
      }
    }
    const findings: RuleFinding[] = [];
    for (const { term, word, proper, after } of wrong) {
      const uses = properUses.get(term.folded) ?? 0;
      const numbered = /^ (?:số )?\d/u.test(text.slice(after, after + 8));
      if (!numbered && uses <= (wrongUses.get(term.folded) ?? 0)) continue;
      const name = term.words.join(' ');
      const times = uses === 0 ? '' : uses === 1 ? ', as once in this document' : `, as ${uses} times in this document`;
      findings.push({
        start: word.start,
        end: word.end,
        message: `“${name}” is written with a small “${proper}”${times}.`,
        messageVi: `“${name}” viết thường chữ “${proper}”${uses === 0 ? '' : `, như ${uses} chỗ khác trong bài`}.`,
        suggestions: [{ text: proper, confidence: numbered && uses > 0 ? 0.95 : 0.85 }],
      });
    }
    return findings;
  },
};

/** Types of documents by Decree 30/2020/ND-CP, article 7, and those of the Party (Regulation 66-QD/TW): one capital. */
const DOCUMENT_TYPES: readonly string[] = (
  'Báo cáo|Bản ghi nhớ|Bản thỏa thuận|Biên bản|Chỉ thị|Chương trình|Công điện|Công văn|Đề án|Dự án|Giấy mời|' +
  'Hợp đồng|Hướng dẫn|Kế hoạch|Kết luận|Nghị định|Nghị quyết|Phương án|Pháp lệnh|Quy chế|Quy định|Quyết định|' +
  'Thông báo|Thông cáo|Thông tư|Thông tri|Tờ trình|Tuyên bố'
).split('|');

interface Term {
  readonly words: readonly string[];
  readonly folded: string;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
}

interface Occurrence {
  readonly term: Term;
  readonly word: Word;
  readonly proper: string;
  /** Where the whole term ends. */
  readonly after: number;
}

/** Terms of two and more words that have a small letter in a later one, by their first word, longest first. */
function indexTerms(terms: readonly string[]): Map<string, Term[]> {
  const index = new Map<string, Term[]>();
  for (const text of terms) {
    const words = text.split(' ');
    if (words.length < 2 || words.slice(1).every(isCapital)) continue;
    const folded = text.toLowerCase();
    const first = words[0].toLowerCase();
    const same = index.get(first);
    if (same === undefined) index.set(first, [{ words, folded }]);
    else if (!same.some((term) => term.folded === folded)) same.push({ words, folded });
  }
  for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length);
  return index;
}

function wordsOf(line: string, at: number): Word[] {
  return [...line.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: text, index }) => {
    return { start: at + index, end: at + index + text.length, text, folded: text.toLowerCase() };
  });
}

function termAt(
  text: string,
  words: readonly Word[],
  at: number,
  index: ReadonlyMap<string, Term[]>,
): Term | undefined {
  return index.get(words[at].folded)?.find((term) =>
    term.words.every((word, k) => {
      const found = words[at + k];
      if (found === undefined || found.folded !== word.toLowerCase()) return false;
      return k === 0 || (found.start === words[at + k - 1].end + 1 && text.charCodeAt(found.start - 1) === 0x20);
    }),
  );
}

/** Places in the term that have a capital and should not; none where the whole term is in capitals. */
function extraCapitals(words: readonly Word[], at: number, term: Term): number[] {
  const isShouted = term.words.every((_, k) => words[at + k].text === words[at + k].text.toUpperCase());
  if (isShouted || !isCapital(words[at].text)) return [];
  return term.words.flatMap((word, k) => (k > 0 && isCapital(words[at + k].text) && !isCapital(word) ? [k] : []));
}

/** Most words of a line of four and more have a capital. */
function isTitleCase(words: readonly Word[]): boolean {
  const capitals = words.filter((word) => isCapital(word.text)).length;
  return words.length >= 2 && capitals > words.length * 0.6;
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
