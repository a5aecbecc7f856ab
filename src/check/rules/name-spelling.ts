import { normalize, removeDiacritics } from '../../unicode/index.ts';
import { AFTER_SPACE, CAPITAL_FIRST, MARKED, matchFrom, type Scan } from '../scan.ts';
import type { Rule, RuleContext, RuleFinding } from '../types.ts';
import { correctionsOf } from './corrections.ts';

/** A name in two spellings: Vietnamese ones by their marks, foreign ones by a letter, which the corrector finds. */
export const nameSpelling: Rule = {
  id: 'name-spelling',
  severity: 'warning',
  fixedByDefault: false,
  run: (context) => [...vietnameseNames(context), ...correctionsOf(context, 'name-spelling')],
};

/**
 * One person's name in two spellings: Nguyễn Ngọc Tiến four times, Nguyễn Ngọc Tiên once. Only full names of three and
 * four words that begin with a surname and differ in the marks of one word. Two names in one sentence are two people, and
 * where both are as frequent the finding names no right one.
 */
function vietnameseNames(context: RuleContext): RuleFinding[] {
  const groups = new Map<string, Map<string, number[]>>();
  for (const match of namesIn(context.text, context.scan())) {
    const words = match[0].split(' ');
    const from = words.findIndex((word) => SURNAMES.has(word));
    // The first words of a longer run may be a post or the start of the sentence; the name is what is left.
    if (from < 0 || words.length - from < 3 || words.length - from > 4) continue;
    const name = words.slice(from).join(' ');
    const start = match.index + match[0].length - name.length;
    const key = removeDiacritics(name);
    const spellings = groups.get(key) ?? new Map<string, number[]>();
    groups.set(key, spellings);
    const places = spellings.get(name);
    if (places === undefined) spellings.set(name, [start]);
    else places.push(start);
  }
  const findings: RuleFinding[] = [];
  for (const spellings of groups.values()) {
    if (spellings.size !== 2) continue;
    const [[usual, usualPlaces], [rare, places]] = [...spellings].sort(
      (a, b) => b[1].length - a[1].length || a[1][0] - b[1][0],
    );
    if (!differInOneWord(usual, rare) || differInPlacement(usual, rare)) continue;
    if (meetInOneSentence(context.text, usualPlaces, places)) continue;
    const isSure = usualPlaces.length > places.length;
    const { line } = context.position(usualPlaces[0]);
    for (const start of places) {
      findings.push({
        start,
        end: start + rare.length,
        message: `“${rare}” stands ${times(places.length)}, “${usual}” ${times(usualPlaces.length)} (line ${line}): one person?`,
        messageVi: `“${rare}” ${places.length} lần, “${usual}” ${usualPlaces.length} lần (dòng ${line}): có phải một người?`,
        suggestions: isSure
          ? [{ text: usual, confidence: Math.min(0.9, 0.5 + 0.1 * (usualPlaces.length - places.length)) }]
          : [],
      });
    }
  }
  return findings;
}

export const NAME: RegExp = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){2,6}(?! ?[\p{L}\p{N}]*\p{Lu})/uy;

/** All matches of {@link NAME}, each tried only where two words with a capital follow. */
export function namesIn(text: string, { words, starts, ends, flags }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const follows = AFTER_SPACE | CAPITAL_FIRST;
  let done = 0;
  for (let i = 0; i + 2 < words; i++) {
    if ((flags[i + 1] & flags[i + 2] & follows) !== follows || (flags[i] & (CAPITAL_FIRST | MARKED)) === 0) continue;
    // A capital behind a combining mark has no letter before it either.
    const to = flags[i] & MARKED ? ends[i] : starts[i] + 1;
    const match = matchFrom(NAME, text, Math.max(done, starts[i]), to);
    if (match === null) continue;
    found.push(match);
    done = match.index + match[0].length;
  }
  return found;
}

const SURNAMES: ReadonlySet<string> = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng Mai Tô Hà ' +
    'Tạ Cao Thái Châu Lương Lưu Quách Triệu Lò Vi Giàng Hà Cầm Quàng Thào Vàng Sùng Lầu Thao Hơ Kiều Chu La Đậu Tống Khuất Nông'
  ).split(' '),
);

function differInOneWord(a: string, b: string): boolean {
  const words = b.split(' ');
  return a.split(' ').filter((word, index) => word !== words[index]).length === 1;
}

/** Is one of them only the other with a misplaced tone mark (Hòan)? That is found by the rule of that name. */
function differInPlacement(a: string, b: string): boolean {
  const options = { profile: 'nfc', tonePlacement: true } as const;
  return normalize(a, options) === normalize(b, options);
}

/** Does a place of one list share a sentence with one of the other? If any two do, then two that are neighbours. */
function meetInOneSentence(text: string, a: readonly number[], b: readonly number[]): boolean {
  const ofB = new Set(b);
  const all = [...a, ...b].sort((x, y) => x - y);
  return all.some((at, index) => {
    const before = all[index - 1];
    return index > 0 && ofB.has(before) !== ofB.has(at) && !/[.!?…\n]/.test(text.slice(before, at));
  });
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
