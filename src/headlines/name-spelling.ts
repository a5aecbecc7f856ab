/*
 * How names are spelled beyond their base letters. "Thủy" and "Thúy" are two people, "Đồng Xuân" and "Đông Xuân" two
 * markets; but "Hòa" and "Hoà", "Lý" and "Lí" are one, and a mark that a scan or a keyboard lost tells nothing.
 */
import { isVietnameseSyllable } from '../unicode/syllable.ts';
import type { FoldedHeadline } from './fold.ts';
import { MARKS, ODD, TONE } from './letters.ts';

/** The spelling of a word is the sum of its marks, as `letters.ts` has them. Set besides where it is part of a name. */
export const NAME_WORD: number = 1 << 13;
/** And where its marks tell the name from others: a name that has none, or a Vietnamese syllable as written. */
export const TOLD: number = 1 << 14;

/**
 * Words that are names as they are, without a mark, i for y where either is written: nearly all of them are written so at
 * least one time in ten, counted over names of places and people. All others, as "Hung" and "Dong", are more likely to
 * have lost theirs.
 */
const UNMARKED: ReadonlySet<string> = new Set(
  (
    'an anh ba ca cam can cang canh cao chi chim chinh chu chung con danh di doanh du dung duy em gia giai giang giao ' +
    'gio hanh hoa hoan hoang huy ia khai khang kha khoa kim kinh la lai lam lan lang lanh lao lay li linh loan long ma ' +
    'mai mang minh na nai nam nga nghi nha nhi nho nhung ninh oai oanh phan phi pha phong quan quang qui sa sam san ' +
    'sang sao sen sinh song sung tam thanh thao thoa thu trang tranh tri trinh trung tuy uy vang vi vinh vy xanh'
  ).split(' '),
);

/**
 * A text with fewer tones than one for so many words lacks them, and its names may lack what they have elsewhere. Real
 * titles have a tone on two words in three; of 1,000, one has fewer than this.
 */
export const WORDS_A_TONE = 5;

/** The spelling of a word of a name, given by its base letters and its marks, in a text that has its tones. */
export function spellingOfName(letters: string, marks: number): number {
  const tells = marks === 0 ? UNMARKED.has(letters) : marks < ODD && isSyllable(letters, marks);
  return marks | NAME_WORD | (tells ? TOLD : 0);
}

const COMBINING_TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
/** With what each is in the sum of marks. */
const QUALITIES: readonly [marks: number, combining: string][] = [
  [0, ''],
  [1 << 6, '\u0302'],
  [1 << 8, '\u0306'],
  [1 << 10, '\u031b'],
];
const DASH = 1 << 4;
const LONGEST_SYLLABLE = 7;

/** Whether base letters are a Vietnamese syllable with these marks where they belong; where they stood is not asked. */
function isSyllable(letters: string, marks: number): boolean {
  const tone = COMBINING_TONES[marks & TONE];
  return tone !== undefined && letters.length <= LONGEST_SYLLABLE && canSpell(letters, marks & ~TONE, tone, '');
}

/** {@link isSyllable} of what is spelled so far and the rest; `marks` and `tone` are those still to be put. */
function canSpell(letters: string, marks: number, tone: string, spelled: string): boolean {
  if (letters === '') return marks === 0 && isVietnameseSyllable(spelled);
  const letter = letters[0];
  const rest = letters.slice(1);
  if (letter === 'd' && spelled === '' && (marks & DASH) !== 0) return canSpell(rest, marks - DASH, tone, 'đ');
  if (!'aeiouy'.includes(letter)) return canSpell(rest, marks, tone, spelled + letter);
  return QUALITIES.some(
    ([quality, combining]) =>
      marks >= quality && canSpell(rest, marks - quality, '', spelled + letter + combining + tone),
  );
}

/**
 * Whether two headlines have each a name of the same base letters that the other spells otherwise, and nothing else that
 * it does: where other words differ in their marks too, one of the two is damaged, and marks tell nothing. Where one
 * spells a name both ways ("Thành phố Thanh Hóa", "TP Thanh Hóa") the other has lost nothing but a word.
 */
export function spellNamesOtherwise(a: FoldedHeadline, b: FoldedHeadline): boolean {
  return haveOtherSpelling(a, b) && !isOneDamaged(a, b);
}

function haveOtherSpelling(a: FoldedHeadline, b: FoldedHeadline): boolean {
  const left = spellingsByName(a);
  if (left.size === 0) return false;
  for (const [name, others] of spellingsByName(b)) {
    const own = left.get(name);
    // A name that is spelled once so that its marks tell nothing may be any of the others.
    if (own === undefined || own.has(UNTOLD) || others.has(UNTOLD)) continue;
    if (hasMember(own, others) && hasMember(others, own)) return true;
  }
  return false;
}

/** In the place of a spelling that tells nothing. */
const UNTOLD = 0;

/** Of each name, by its base letters, the spellings that tell it from others, and {@link UNTOLD}. */
function spellingsByName({ names, spellings }: FoldedHeadline): Map<string, Set<number>> {
  const byName = new Map<string, Set<number>>();
  for (let i = 0; i < names.length; i++) {
    if (names[i] === '') continue;
    const spelling = (spellings[i] & TOLD) === 0 ? UNTOLD : spellings[i];
    const known = byName.get(names[i]);
    if (known === undefined) byName.set(names[i], new Set([spelling]));
    else known.add(spelling);
  }
  return byName;
}

/** Has a set a member that the other lacks? */
function hasMember(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  for (const spelling of one) if (!other.has(spelling)) return true;
  return false;
}

/** Whether a word that both have, and that is not a told name in both, differs in its marks. */
function isOneDamaged(a: FoldedHeadline, b: FoldedHeadline): boolean {
  const left = a.words;
  const right = b.words;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const order = left[i] - right[j];
    const one = a.spellings[i];
    const other = b.spellings[j];
    if (order === 0 && ((one ^ other) & MARKS) !== 0 && (one & other & TOLD) === 0) return true;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return false;
}
