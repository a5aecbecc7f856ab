import { FindingRanges } from '../../finding-ranges.ts';
import { isVietnameseSyllable, normalize, normalizeWithMap, parseSyllable } from '../../unicode/index.ts';
import { charOf, letterOf, qualityOf, toneOf, withTone } from '../../unicode/letters.ts';
import { isLetter } from '../scan.ts';
import type { Rule, RuleContext, RuleFinding } from '../types.ts';

/**
 * A tone mark where no style puts it (hứơng, nôị, ngoaì), or the same one twice in a word (hòà): what `normalize`
 * repairs, and the corrector reads as if it were repaired. Silent where the word may be foreign (Pinyin huà, Portuguese
 * aí), a name of another people (Óoc Om Bóc) or one of the caller's terms, and where the corrector has a finding: what it
 * says of the word, doubled or another one, is about more than the mark.
 *
 * Costs one run of the automaton of `normalize`; all else is done only at the words that it stops at.
 */
export const misplacedTone: Rule = {
  id: 'misplaced-tone',
  severity: 'error',
  fixedByDefault: true,
  run(context) {
    const words = misplacedIn(context.text);
    if (words.length === 0) return [];
    const own = ownWords(context.terms);
    const corrected = new FindingRanges(context.corrections());
    const findings: RuleFinding[] = [];
    for (const word of words) {
      const { start, end, original, replacement } = word;
      if (own.has(original) || corrected.touch(start, end) || !isSure(context.text, word)) continue;
      findings.push({
        start,
        end,
        ...explain(original, replacement),
        suggestions: [{ text: replacement, confidence: 0.99 }],
        auto: true,
      });
    }
    return findings;
  },
};

interface MisplacedWord {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly replacement: string;
}

/** Nothing but the place of tone marks: the text that rules see is composed already. */
const PLACEMENT = { profile: 'nfc', tonePlacement: true } as const;

/** Whole words of a composed text that `normalize` would write with the mark on another letter. */
function misplacedIn(text: string): MisplacedWord[] {
  const found: MisplacedWord[] = [];
  let done = 0;
  for (const change of normalizeWithMap(text, PLACEMENT).changes) {
    if (change.start < done) continue;
    const start = wordStart(text, change.start);
    const end = wordEnd(text, change.end);
    const original = text.slice(start, end);
    found.push({ start, end, original, replacement: normalize(original, PLACEMENT) });
    done = end;
  }
  return found;
}

/** Words that the caller's terms spell with the mark where no style has it. */
function ownWords(terms: RuleContext['terms']): ReadonlySet<string> {
  return new Set(terms.flatMap((term) => misplacedIn(term.normalize('NFC')).map(({ original }) => original)));
}

/** Is this surely a Vietnamese word with its mark in the wrong place? */
function isSure(text: string, { start, end, original, replacement }: MisplacedWord): boolean {
  const syllable = parseSyllable(replacement);
  const shape = shapeOf(original);
  // Two words run together: đóÁnh.
  if (syllable === undefined || shape === undefined) return false;
  // Hardly a word is eo or ua alone: what is meant by eó, uà, iá is có, và, giá, misread or cut off.
  if (syllable.onset === '' && RARE_ALONE.has(syllable.rime)) return false;
  // moóc, voọc are words; other words with oo, ôô are of other peoples, who may write them otherwise: Sơn Đòong, Óoc Om Bóc.
  if (syllable.nucleus === 'ôô' || (syllable.nucleus === 'oo' && (syllable.coda !== 'c' || shape !== 'small')))
    return false;
  const neighbours = neighboursOf(text, start, end);
  // Some words of a line in another encoding look like such a slip: “Coäng hoøa xaõ hoäi”.
  if (neighbours.some(hasForeignLetter)) return false;
  if (isTypical(original)) return true;
  const isLikeForeign = (word: string): boolean => word !== '' && shapeOf(word) === shape && isForeign(word);
  return !hasForeignLetterNear(text, start, end) && !neighbours.some(isLikeForeign);
}

/** The words that one space or mark parts from a word; empty where there is none. */
const neighboursOf = (text: string, start: number, end: number): [before: string, after: string] => [
  text.slice(wordStart(text, start - 1), Math.max(0, start - 1)),
  text.slice(end + 1, wordEnd(text, end + 1)),
];

function hasForeignLetter(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isForeignLetter(word.charCodeAt(at))) return true;
  return false;
}

const RARE_ALONE: ReadonlySet<string> = new Set(['eo', 'ia', 'iu', 'ua', 'ui']);

/** Has it a letter or a mark that hardly another language has? ă, â, đ, ê, ô, ơ, ư, hook, tilde, dot below. */
function isTypical(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const letter = letterOf(word.charCodeAt(i));
    if (qualityOf(letter) > 0 || toneOf(letter) > ACUTE) return true;
  }
  return false;
}

const ACUTE = 2;

/** How far letters of other languages are looked for, in code units, within the line: "夏朝; bính âm: Xià". */
const NEAR = 40;

/** Are there letters near in the line that Vietnamese lacks? */
function hasForeignLetterNear(text: string, start: number, end: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - NEAR && text.charCodeAt(at) !== LINE_END; at--)
    if (isForeignLetter(text.charCodeAt(at))) return true;
  for (let at = end; at < text.length && at < end + NEAR && text.charCodeAt(at) !== LINE_END; at++)
    if (isForeignLetter(text.charCodeAt(at))) return true;
  return false;
}

/** Is this neither a syllable, be it with misplaced or doubled marks, nor a misspelt one that only Vietnamese could be? */
function isForeign(word: string): boolean {
  return !isVietnameseSyllable(word) && !isTypical(word) && !isVietnameseSyllable(normalize(word, PLACEMENT));
}

const LINE_END = 10;
const isForeignLetter = (unit: number): boolean => isLetter(unit) && letterOf(unit) === 0;

type Shape = 'small' | 'capitalised' | 'capitals';

/** Undefined for a capital behind a small letter. */
function shapeOf(word: string): Shape | undefined {
  const small = word.toLowerCase();
  if (word === small) return 'small';
  if (word.slice(1) === small.slice(1)) return 'capitalised';
  return word === word.toUpperCase() ? 'capitals' : undefined;
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end;
}

function explain(original: string, replacement: string): Pick<RuleFinding, 'message' | 'messageVi'> {
  const letter = letterWithTone(replacement);
  return countTones(original) > 1
    ? {
        message: `“${original}” has its tone mark twice: it belongs on ${letter} alone, “${replacement}”.`,
        messageVi: `“${original}” có hai dấu thanh: chỉ đặt một dấu, ở chữ ${letter}, “${replacement}”.`,
      }
    : {
        message: `No style puts the tone mark of “${original}” there: it belongs on ${letter}, “${replacement}”.`,
        messageVi: `“${original}” đặt dấu thanh không theo kiểu nào: dấu phải ở chữ ${letter}, “${replacement}”.`,
      };
}

function countTones(word: string): number {
  let count = 0;
  for (let i = 0; i < word.length; i++) if (toneOf(letterOf(word.charCodeAt(i))) > 0) count++;
  return count;
}

/** The letter that has the tone mark, without it. */
function letterWithTone(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const letter = letterOf(word.charCodeAt(i));
    if (toneOf(letter) > 0) return charOf(withTone(letter, 0));
  }
  return '';
}
