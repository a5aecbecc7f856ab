import { isOtherName } from '../../correct/other-names.ts';
import { likeCaseOf } from '../letter-case.ts';
import type { Rule, RuleContext, RuleFinding } from '../types.ts';
import { correctionsOf } from './corrections.ts';
import { foldStyle, fullNamesIn, type NameSpelling } from './full-names.ts';
import { times } from './times.ts';

/** A name in two spellings: Vietnamese ones by their marks, foreign ones by a letter, which the corrector finds. */
export const nameSpelling: Rule = {
  id: 'name-spelling',
  severity: 'warning',
  fixedByDefault: false,
  run: (context) => [...vietnameseNames(context), ...correctionsOf(context, 'name-spelling')],
};

/**
 * One person's name in two spellings: Nguyễn Ngọc Tiến four times, Nguyễn Ngọc Tiên once. Only full names of three and
 * four words that begin with a surname and differ in the marks of one word; styles of tone marks and of i and y are one
 * spelling. Two names in one sentence, or in one list, are two people, and where both are as frequent the finding names no
 * right one. What the corrector says of one of the names decides, and is not said twice.
 */
function vietnameseNames(context: RuleContext): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const spellings of fullNamesIn(context.text, context.scan()).values()) {
    if (spellings.size !== 2) continue;
    for (const { places } of spellings.values()) places.sort((a, b) => a - b);
    const [usual, rare] = [...spellings.values()].sort(
      (a, b) => b.places.length - a.places.length || a.places[0] - b.places[0],
    );
    const at = oneDifference(usual.folded, rare.folded);
    if (at < 0 || meet(context.text, usual.places, rare.places, rare.name.length)) continue;
    if (rare.places.some((start) => isOtherName(context.text, start))) continue;
    const [a, b] = [verdictOn(context, usual, rare), verdictOn(context, rare, usual)];
    if (a === undefined || b === undefined || (a.confidence > 0 && b.confidence > 0)) continue;
    if (a.confidence > 0) findings.push(...findingsOn(context, usual, rare, at, a.open, a.confidence));
    else {
      const more = usual.places.length - rare.places.length;
      const counted = more > 0 ? Math.min(0.9, 0.5 + 0.1 * more) : 0;
      findings.push(...findingsOn(context, rare, usual, at, b.open, Math.max(counted, b.confidence)));
    }
  }
  return findings;
}

/** @param confidence 0 where it is not known which of the two is right */
function findingsOn(
  context: RuleContext,
  wrong: NameSpelling,
  right: NameSpelling,
  differing: number,
  places: readonly number[],
  confidence: number,
): RuleFinding[] {
  const { line } = context.position(right.places[0]);
  const [wrongTimes, rightTimes] = [wrong.places.length, right.places.length];
  return places.map((start) => {
    const end = start + wrong.name.length;
    // The other words keep their style.
    const words = context.text.slice(start, end).split(' ');
    words[differing] = likeCaseOf(right.name.split(' ')[differing], words[differing]);
    return {
      start,
      end,
      message: `“${wrong.name}” stands ${times(wrongTimes)}, “${right.name}” ${times(rightTimes)} (line ${line}): one person?`,
      messageVi: `“${wrong.name}” ${wrongTimes} lần, “${right.name}” ${rightTimes} lần (dòng ${line}): có phải một người?`,
      suggestions: confidence > 0 ? [{ text: words.join(' '), confidence }] : [],
    };
  });
}

/** What the corrector says of one of two spellings. */
interface Verdict {
  /** How sure it is that the other spelling is meant; 0 where it says nothing. */
  readonly confidence: number;
  /** Places that it says nothing of. */
  readonly open: readonly number[];
}

/** Undefined where the corrector wants something else in the name than its other spelling. */
function verdictOn(context: RuleContext, one: NameSpelling, other: NameSpelling): Verdict | undefined {
  const corrections = context.corrections();
  const open: number[] = [];
  let confidence = 0;
  let next = 0;
  for (const start of one.places) {
    const end = start + one.name.length;
    while (next < corrections.length && corrections[next].end <= start) next++;
    const found = corrections[next];
    if (found === undefined || found.start >= end) open.push(start);
    else {
      const meant = found.suggestions[0];
      if (meant === undefined) return undefined;
      const { text } = context;
      const written = text.slice(start, found.start) + meant.text + text.slice(found.end, Math.max(found.end, end));
      if (foldStyle(written) !== other.folded) return undefined;
      confidence = Math.max(confidence, meant.confidence);
    }
  }
  return { confidence: Math.min(0.9, confidence), open };
}

/** Which word of two names with as many words differs; -1 where more than one does. */
function oneDifference(a: string, b: string): number {
  const words = b.split(' ');
  const differing = a.split(' ').flatMap((word, index) => (word === words[index] ? [] : [index]));
  return differing.length === 1 ? differing[0] : -1;
}

/**
 * Does a place of the one name share a sentence, or a list, with one of the other? If any two do, then two neighbours.
 * @param size units of either name
 */
function meet(text: string, a: readonly number[], b: readonly number[], size: number): boolean {
  const ofB = new Set(b);
  const all = [...a, ...b].sort((x, y) => x - y);
  return all.some((at, index) => {
    const before = all[index - 1];
    if (index === 0 || ofB.has(before) === ofB.has(at)) return false;
    return !/[.!?…\n]/.test(text.slice(before, at)) || areInOneList(text, before, at, size);
  });
}

/** Names and what stands between them in a list, at most. */
const LONGEST_LIST = 2000;

/** Says who made the text, at its top and again at its end. */
const LABEL = /(?:tác giả|người viết|phóng viên|biên tập|thực hiện|bài|tin|ảnh)\s*:?$/iu;

/**
 * Two names that stand behind the same words, but for numbers, in lines of which none, nor any between, ends a sentence. What
 * is said of both in the same words is said of one.
 */
function areInOneList(text: string, before: number, at: number, size: number): boolean {
  const lastStart = text.lastIndexOf('\n', at) + 1;
  // In one line they are two sentences.
  if (lastStart <= before || at - before > LONGEST_LIST) return false;
  const lineStart = text.lastIndexOf('\n', before) + 1;
  const lineEnd = text.indexOf('\n', at);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const withoutNumbers = (from: number, to: number): string => text.slice(from, to).replace(/\d+/g, '0').trim();
  const lead = withoutNumbers(lineStart, before);
  const rest = withoutNumbers(at + size, end);
  return (
    lead === withoutNumbers(lastStart, at) &&
    !LABEL.test(lead) &&
    !(/\p{L}/u.test(rest) && rest === withoutNumbers(before + size, text.indexOf('\n', before))) &&
    !/[.!?…]["”’)]*[^\S\n]*(?:\n|$)/.test(text.slice(before, end))
  );
}
