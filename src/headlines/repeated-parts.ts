import { headingStart } from './article-headings.ts';
import { foldHeadline } from './fold.ts';
import { HashCounts } from './hash-counts.ts';
import { spellNamesOtherwise } from './name-spelling.ts';
import { CAPITAL_FIRST, SENTENCE_START, Tokens } from './tokens.ts';
import { runAt } from './word-runs.ts';

/** A stretch of a text that says, word for word, what an earlier stretch says. Offsets are UTF-16 `[start, end)`. */
export interface RepeatedStretch {
  readonly start: number;
  readonly end: number;
  /** Where it stands first. */
  readonly ofStart: number;
  readonly ofEnd: number;
}

/** Words that a copied stretch has at least: fewer are repeated for effect, as "từng bước, từng bước". */
const LEAST_WORDS = 5;
/**
 * Words that sentences have at least where as much as {@link LEAST_WORDS} stands between them: shorter ones are formulas,
 * as in a forecast ("Gió đông bắc cấp 2, cấp 3.") or under each picture.
 */
const LEAST_APART = 12;
/** Words from which on a stretch that holds a comma need not end at one: no list goes on with so many alike. */
const LEAST_MARKED = 8;
/** Words of sentences compared at once: bounds the time of a text made to be slow. */
const LONGEST_SENTENCES = 4096;
/** Words of a run by which an earlier place is found. */
const RUN = 4;

/**
 * What a paragraph says twice: a stretch of five and more words pasted again right after itself, and whole sentences that
 * stand once more further on, short ones only close behind. Case, diacritics and punctuation do not count, but for the marks of names. Linear.
 * @example
 * repeatedStretches('Trời mưa to suốt đêm qua. Cầu ngập. Trời mưa to suốt đêm qua.');
 * // [{ start: 36, end: 61, ofStart: 0, ofEnd: 25 }]
 */
export function repeatedStretches(text: string): RepeatedStretch[] {
  if (typeof text !== 'string') {
    throw new TypeError(`hieudinh: repeatedStretches needs a string, got ${typeof text}`);
  }
  tokens.read(text, 0, text.length);
  return stretchesIn(text, tokens);
}

const tokens = new Tokens();

/** {@link repeatedStretches} of a text whose words are read already. */
export function stretchesIn(text: string, written: Tokens): RepeatedStretch[] {
  const { hashes, size } = written;
  const found: RepeatedStretch[] = [];
  if (size < 2 * LEAST_WORDS || !hasRepeatedRun(written)) return found;
  const first = new Map<number, number>();
  const latest = new Map<number, number>();
  // By the place of the first: the end of its last copy.
  const copied = new Map<number, number>();
  // A comparison with what stands just before that came to nothing is not begun again one word later.
  let triedDistance = 0;
  let triedUntil = 0;
  for (let at = 0; at + RUN <= size; ) {
    const run = runAt(hashes, at, RUN);
    let from = latest.get(run) ?? -1;
    let length = 0;
    if (from >= 0 && (at - from !== triedDistance || at >= triedUntil)) {
      const same = sameFrom(written, from, at, at - from);
      triedDistance = at - from;
      triedUntil = at + same;
      if (
        same === at - from &&
        isCopied(text, written, from, at) &&
        !isHeadingTakenUp(text, written, at) &&
        !namesDiffer(text, written, from, at, same)
      ) {
        length = same;
      }
    }
    if (length < LEAST_WORDS && isSentenceStart(written, at)) {
      from = first.get(run) ?? -1;
      if (from >= 0) {
        const same = wholeSentences(written, from, at, sameFrom(written, from, at, LONGEST_SENTENCES));
        length = agreeingSentences(text, written, from, at, same);
        if (length < LEAST_APART && at - (copied.get(from) ?? from + length) >= LEAST_WORDS) length = 0;
      }
    }
    if (length < LEAST_WORDS) {
      if (isSentenceStart(written, at) && !first.has(run)) first.set(run, at);
      latest.set(run, at);
      at++;
      continue;
    }
    const [start, end] = stretchOf(text, written, at, at + length);
    const [ofStart, ofEnd] = stretchOf(text, written, from, from + length);
    found.push({ start, end, ofStart, ofEnd });
    at += length;
    copied.set(from, at);
  }
  return found;
}

const runs: HashCounts = new HashCounts();

/** Nearly all paragraphs have none, and need no search for the place of the first. */
function hasRepeatedRun({ hashes, size }: Tokens): boolean {
  runs.begin(size);
  for (let at = 0; at + RUN <= size; at++) if (runs.count(runAt(hashes, at, RUN)) > 0) return true;
  return false;
}

/**
 * A stretch written again right after itself is a slip where the two are whole sentences, or where there is nothing but
 * words in both, and nothing but white space between. Else one sentence ends with what the next begins with, or a list
 * goes on: "phó chủ tịch xã, phó chủ tịch xã đội", "tham gia liên hoan phim quốc gia, liên hoan phim quốc tế". What
 * begins a sentence may hold a comma in both, and the second may anywhere, where it ends at a mark or is long.
 */
function isCopied(text: string, written: Tokens, from: number, at: number): boolean {
  const end = 2 * at - from;
  const beginsSentence = isSentenceStart(written, from);
  if (beginsSentence && isSentenceStart(written, at) && isSentenceStart(written, end)) return true;
  if (hasMark(text, written, at)) return false;
  let isPlain = true;
  for (let word = from + 1; word < end; word++) {
    if (isSentenceStart(written, word)) return false;
    if (!hasMark(text, written, word)) continue;
    if (word < at && !beginsSentence) return false;
    isPlain = false;
  }
  if (isPlain || at - from >= LEAST_MARKED) return true;
  return beginsSentence && (isSentenceStart(written, end) || hasMark(text, written, end));
}

/** Whether anything but white space stands before a word. */
function hasMark(text: string, { starts, ends }: Tokens, word: number): boolean {
  return text.slice(ends[word - 1], starts[word]).trim() !== '';
}

/** Whether a word begins the text of an article behind its heading: "Điều 9. Quyền tự vệ Quyền tự vệ là …". */
function isHeadingTakenUp(text: string, { flags, starts }: Tokens, at: number): boolean {
  const begins = (flags[at] & CAPITAL_FIRST) !== 0 && (flags[at] & SENTENCE_START) === 0;
  return begins && headingStart(text) > 0 && starts[at] > headingStart(text);
}

/** As many of `same` words, which are whole sentences in both places, as come before one that spells a name otherwise. */
function agreeingSentences(text: string, written: Tokens, from: number, at: number, same: number): number {
  if (same < LEAST_WORDS) return 0;
  let agreeing = 0;
  for (let next = 1; next <= same; next++) {
    if (!isSentenceStart(written, from + next) || !isSentenceStart(written, at + next)) continue;
    if (namesDiffer(text, written, from + agreeing, at + agreeing, next - agreeing)) break;
    agreeing = next;
  }
  return agreeing;
}

/** Whether so many words from two places on, which are the same by their base letters, spell a name otherwise. */
function namesDiffer(text: string, { starts, ends }: Tokens, from: number, at: number, length: number): boolean {
  const first = text.slice(starts[from], ends[from + length - 1]);
  const second = text.slice(starts[at], ends[at + length - 1]);
  return first !== second && spellNamesOtherwise(foldHeadline(first), foldHeadline(second));
}

/** The offsets of the words from one to another; where these make sentences, with the punctuation that is theirs. */
export function stretchOf(text: string, written: Tokens, from: number, to: number): [number, number] {
  const { starts, ends, size } = written;
  let start = starts[from];
  let end = ends[to - 1];
  if (!isSentenceStart(written, from) || !isSentenceStart(written, to)) return [start, end];
  const before = from === 0 ? 0 : ends[from - 1];
  while (start > before && OPENING.includes(text[start - 1])) start--;
  const after = to < size ? starts[to] : text.length;
  while (end < after && !/\s/u.test(text[end]) && !(end > ends[to - 1] && OPENING.includes(text[end]))) end++;
  return [start, end];
}

/** Opens a sentence. A straight quote may close one too, so that it stays with whichever sentence it touches. */
const OPENING = '“‘«([';

/** How many words from `at` on are those from `earlier` on, short of `at` itself and of `most`. */
function sameFrom({ hashes, size }: Tokens, earlier: number, at: number, most: number): number {
  const end = Math.min(most, at - earlier, size - at);
  let same = 0;
  while (same < end && hashes[earlier + same] === hashes[at + same]) same++;
  return same;
}

/** As many of `same` words as make whole sentences in both places. */
function wholeSentences(written: Tokens, earlier: number, at: number, same: number): number {
  let length = same;
  while (length > 0 && !(isSentenceStart(written, earlier + length) && isSentenceStart(written, at + length))) length--;
  return length;
}

/** Whether a sentence begins with a word, or the text ends before it. */
export function isSentenceStart({ flags }: Tokens, at: number): boolean {
  return (flags[at] & SENTENCE_START) !== 0;
}
