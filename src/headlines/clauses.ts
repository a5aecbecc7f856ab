import { distance } from 'fastest-levenshtein';
import type { Block } from './blocks.ts';
import { isEnumerated } from './items.ts';
import type { KeptBlock } from './kept-block.ts';
import { baseLetters } from './letters.ts';
import { ownWords } from './word-places.ts';

/** Articles that a text has at least if it is a law, a contract, a charter: news quotes one or two. */
const LEAST_ARTICLES = 3;
const ARTICLE = /^\s*Điều\s+\d/iu;
/** Letters of the words that differ, at most: of more no comparison is made. */
const MOST_LETTERS = 1024;
/** What a clause ends in that goes on in the next lines. */
const GOES_ON = /[:;]\s*$/u;

/** Whether a text has the structure of a law: its clauses are parallel, and one word decides. */
export function isLaw(blocks: readonly Block[]): boolean {
  let articles = 0;
  for (const block of blocks) {
    if (typeof block?.text === 'string' && ARTICLE.test(block.text) && ++articles === LEAST_ARTICLES) return true;
  }
  return false;
}

/**
 * Whether two blocks that are nearly alike say two things on purpose: one clause of a law or a list and the next, two
 * names in a list, or what one does and what is done to another. Headlines of one article that differ in a word are
 * still worth a look.
 */
export function areTwoClauses(one: KeptBlock, other: KeptBlock, inLaw: boolean): boolean {
  const areClauses = inLaw || (GOES_ON.test(one.text.slice(-8)) && GOES_ON.test(other.text.slice(-8)));
  const tellByOneWord = areClauses || (isOneName(one.text) && isOneName(other.text));
  const tellByPassive = areClauses || mayTurnPassive(one) || mayTurnPassive(other);
  if (!tellByOneWord && !tellByPassive) return false;
  const left = wordsOnlyIn(one, other);
  const right = wordsOnlyIn(other, one);
  if (tellByPassive && left.includes(PASSIVE) !== right.includes(PASSIVE)) return true;
  return tellByOneWord && !isSlip(left.map(lettersOf).join(''), right.map(lettersOf).join(''));
}

const PASSIVE = 'bị';
/** However it is composed. */
const MAY_BE_PASSIVE = /b(?:ị|i\u0323)/iu;
/** Whom others do something to: "người bị khiếu nại" is not "người khiếu nại". */
const SUFFERERS: ReadonlySet<string> = new Set(['người', 'bên']);

/**
 * Whether "bị" turns who does it in a block: in one of a list, and behind a word for a party. A lorry that "lật" is no
 * other than one that "bị lật", nor is a house that "cháy" or a street that "ngập".
 */
function mayTurnPassive(block: KeptBlock): boolean {
  const { text } = block;
  if (!MAY_BE_PASSIVE.test(text)) return false;
  if (isEnumerated(text) || /:\s*$/u.test(text.slice(-8))) return true;
  const { spelled } = block;
  return spelled.some((word, at) => word === PASSIVE && SUFFERERS.has(spelled[at - 1]));
}

/** Whether the words that two blocks do not share are the same, misread: at most one letter in three is another. */
function isSlip(left: string, right: string): boolean {
  const most = Math.max(left.length, right.length);
  if (most === 0 || most > MOST_LETTERS) return true;
  // "điểm c khoản 3" and "điểm d khoản 3".
  if (left.length === 1 && right.length === 1) return false;
  return distance(left, right) <= Math.max(1, Math.floor(most / 3));
}

/** Words of the longest name of an office or a school. */
const LONGEST_NAME = 16;

/**
 * Whether a short block is nothing but a name of several words, as "Trường Đại học Sư phạm Kỹ thuật": no two words in a
 * row are small. Where nearly all have capitals these tell nothing.
 */
function isOneName(text: string): boolean {
  const words = text.length > 8 * LONGEST_NAME ? [] : (text.match(/[\p{L}\p{M}]+/gu) ?? []);
  const small = words.map((word) => !/^\p{Lu}/u.test(word));
  const isBroken = small.some((isSmall, at) => isSmall && (at === 0 || small[at - 1]));
  return words.length <= LONGEST_NAME && !isBroken && small.filter(Boolean).length * 5 > words.length;
}

const lettersOf = (word: string): string => baseLetters(word, 0, word.length);

/** The words that another block lacks, in their order, composed and in small letters. */
function wordsOnlyIn({ folded, spelled }: KeptBlock, { folded: other }: KeptBlock): string[] {
  const places = ownWords(folded.words, other.words).map((index) => folded.places[index]);
  return places.sort((a, b) => a - b).map((place) => spelled[place]);
}
