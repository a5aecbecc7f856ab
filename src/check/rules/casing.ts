import { SURNAMES } from '../../correct/full-names.ts';
import { AFTER_SPACE, CAPITAL_FIRST, caselessHash, LINE_START, type Scan } from '../scan.ts';
import type { Rule, RuleFinding } from '../types.ts';
import { lackingCapitals } from './lacking-capitals.ts';
import { times } from './times.ts';

/**
 * A term written with a capital that it does not have: "Kết Luận số 50" for "Kết luận số 50". Only capitals too many
 * are flagged, and only where the document decides: the term is followed by its number, or the document writes it the
 * proper way more often. Lines in capitals, headlines and quotations in title case, and names of people and clubs are left
 * alone. Of a few names it finds the capitals that lack ({@link lackingCapitals}).
 */
export const casing: Rule = {
  id: 'casing',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const { text, terms } = context;
    const scan = context.scan();
    const { words, starts, ends, flags } = scan;
    const indexes = [indexOfDictionary(context.dictionaryTerms)];
    if (terms.length > 0) indexes.unshift(new TermIndex([...DOCUMENT_TYPES, ...terms.map(composed)]));
    const wrong: Occurrence[] = [];
    const properUses = new Map<string, number>();
    const wrongUses = new Map<string, number>();
    /** Uses that are cased as the term is: a proper one may lack capitals that the term has, or be all in capitals. */
    const exactUses = new Map<string, number>();
    let lineEnd = 0;
    for (let i = 0; i + 1 < words; i++) {
      if (i >= lineEnd) {
        const lineStart = i;
        for (lineEnd = i + 1; lineEnd < words && (flags[lineEnd] & LINE_START) === 0; ) lineEnd++;
        if (isTitleCase(flags, lineStart, lineEnd)) {
          i = lineEnd - 1;
          continue;
        }
      }
      if ((flags[i + 1] & AFTER_SPACE) === 0) continue;
      const term = longestTerm(indexes, text, scan, i);
      if (term === undefined) continue;
      const last = i + term.words.length - 1;
      const found = term.words.map((_, k) => text.slice(starts[i + k], ends[i + k]));
      const extra = extraCapitals(found, term);
      if (extra.length > 0 && isOfName(text, scan, i, last)) {
        i = last;
        continue;
      }
      const uses = extra.length === 0 ? properUses : wrongUses;
      uses.set(term.folded, (uses.get(term.folded) ?? 0) + 1);
      if (found.every((word, k) => word === term.words[k]))
        exactUses.set(term.folded, (exactUses.get(term.folded) ?? 0) + 1);
      for (const k of extra)
        wrong.push({ term, start: starts[i + k], end: ends[i + k], proper: term.words[k], after: ends[last] });
      i = last;
    }
    const findings: RuleFinding[] = lackingCapitals(text, scan);
    for (const { term, start, end, proper, after } of wrong) {
      const uses = properUses.get(term.folded) ?? 0;
      const numbered = /^ (?:số )?\d/u.test(text.slice(after, after + 8));
      if (!numbered && uses <= (wrongUses.get(term.folded) ?? 0)) continue;
      const name = term.words.join(' ');
      const exact = exactUses.get(term.folded) ?? 0;
      findings.push({
        start,
        end,
        message: `“${name}” is written with a small “${proper}”${exact === 0 ? '' : `, as ${times(exact)} in this document`}.`,
        messageVi: `“${name}” viết thường chữ “${proper}”${exact === 0 ? '' : `, như ${exact} chỗ khác trong bài`}.`,
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
  /** {@link caselessHash} of each word. */
  readonly hashes: readonly number[];
}

interface Occurrence {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  readonly proper: string;
  /** Where the whole term ends. */
  readonly after: number;
}

/** Terms of two and more words that have a small letter in a later one. */
class TermIndex {
  /** By {@link pairHash} of the first two words, longest first. */
  readonly #terms: Map<number, Term[]> = new Map();
  /** One bit for each key of them: few of the pairs of words that begin no term have one. */
  readonly #bits: Uint32Array;

  constructor(terms: readonly string[]) {
    // A power of two, for a mask, and 32 bits a term and more.
    this.#bits = new Uint32Array(2 ** Math.ceil(Math.log2(terms.length + 1)));
    for (const text of terms) {
      const words = text.split(' ');
      if (words.length < 2 || words.slice(1).every(isCapital)) continue;
      const term = { words, folded: text.toLowerCase(), hashes: words.map(caselessHash) };
      const hash = pairHash(term.hashes[0], term.hashes[1]);
      const same = this.#terms.get(hash);
      if (same === undefined) this.#terms.set(hash, [term]);
      else if (!same.some(({ folded }) => folded === term.folded)) same.push(term);
      this.#bits[(hash >>> 5) & (this.#bits.length - 1)] |= 1 << (hash & 31);
    }
    for (const same of this.#terms.values()) same.sort((a, b) => b.words.length - a.words.length);
  }

  /** The longest term that stands at a word of a text, which is not the last, one space between its words. */
  find(text: string, scan: Scan, at: number): Term | undefined {
    const hash = pairHash(scan.hashes[at], scan.hashes[at + 1]);
    if (((this.#bits[(hash >>> 5) & (this.#bits.length - 1)] >>> (hash & 31)) & 1) === 0) return undefined;
    return this.#terms.get(hash)?.find((term) => standsAt(term, text, scan, at));
  }
}

function standsAt(term: Term, text: string, { words, starts, ends, hashes, flags }: Scan, at: number): boolean {
  const size = term.words.length;
  if (at + size > words) return false;
  for (let k = 0; k < size; k++) {
    if (hashes[at + k] !== term.hashes[k] || (k > 0 && (flags[at + k] & AFTER_SPACE) === 0)) return false;
  }
  // All words have the right hash and one space between them: what is left is chance.
  return text.slice(starts[at], ends[at + size - 1]).toLowerCase() === term.folded;
}

const pairHash = (first: number, second: number): number => {
  const hash = Math.imul(first, 31) ^ second;
  return hash ^ (hash >>> 15);
};

/** Of several indexes; of two that are as long, the one of the first. */
function longestTerm(indexes: readonly TermIndex[], text: string, scan: Scan, at: number): Term | undefined {
  let longest: Term | undefined;
  for (const index of indexes) {
    const term = index.find(text, scan, at);
    if (term !== undefined && term.words.length > (longest?.words.length ?? 0)) longest = term;
  }
  return longest;
}

/** By the array of terms, of which a corrector has one: an index of a thousand terms is not made for each document. */
const dictionaryIndexes: WeakMap<readonly string[], TermIndex> = new WeakMap();

function indexOfDictionary(terms: readonly string[]): TermIndex {
  let index = dictionaryIndexes.get(terms);
  if (index === undefined) {
    // Set phrases in small letters say nothing about capitals, and would hide the terms inside them.
    index = new TermIndex([...DOCUMENT_TYPES, ...terms.filter(isCapital)]);
    dictionaryIndexes.set(terms, index);
  }
  return index;
}

/** Places in the term that have a capital and should not; none where the whole term is in capitals. */
function extraCapitals(found: readonly string[], term: Term): number[] {
  const isShouted = found.every((word) => word === word.toUpperCase());
  if (isShouted || !isCapital(found[0])) return [];
  return term.words.flatMap((word, k) => (k > 0 && isCapital(found[k]) && !isCapital(word) ? [k] : []));
}

/**
 * Is what looks like a term a part of a name: of a person (Vũ Quốc Hội), a club (đội Công An Nhân Dân), or what a
 * quotation in title case gives the name of ("Chính Phủ Liên Hiệp")?
 */
function isOfName(text: string, { words, starts, ends, flags }: Scan, first: number, last: number): boolean {
  const isAfterSpace = (at: number): boolean => (flags[at] & AFTER_SPACE) !== 0;
  const isJoined = (at: number): boolean => isAfterSpace(at) && (flags[at] & CAPITAL_FIRST) !== 0;
  for (let at = first + 1; at <= last; at++) if (!isJoined(at)) return false;
  if (first > 0 && isAfterSpace(first)) {
    const before = text.slice(starts[first - 1], ends[first - 1]);
    if (isClub(text, before, starts[first - 1]) || (last === first + 1 && SURNAMES.has(before))) return true;
  }
  let from = first;
  while (from > 0 && first - from < LONGEST_TITLE && isJoined(from) && (flags[from - 1] & CAPITAL_FIRST) !== 0) from--;
  let to = last;
  while (to + 1 < words && to - last < LONGEST_TITLE && isJoined(to + 1)) to++;
  // Of a term alone in quotes nobody knows whether it is a title.
  return to - from > last - first && isQuote(text, starts[from] - 1) && isQuote(text, ends[to]);
}

/** But not "bộ đội Biên phòng". */
const isClub = (text: string, word: string, start: number): boolean =>
  /^(?:đội|clb)$/iu.test(word) && !/(?<!\p{L})(?:bộ|quân) $/iu.test(text.slice(Math.max(0, start - 5), start));
/** In words on either side. */
const LONGEST_TITLE = 12;
const isQuote = (text: string, at: number): boolean => '"“”'.includes(text.charAt(at) || ' ');

/** Most words of a line of two and more have a capital. */
function isTitleCase(flags: Uint8Array, from: number, to: number): boolean {
  let capitals = 0;
  for (let i = from; i < to; i++) capitals += flags[i] & CAPITAL_FIRST;
  return to - from >= 2 && capitals > (to - from) * 0.6;
}

const composed = (term: string): string => term.normalize('NFC');
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
