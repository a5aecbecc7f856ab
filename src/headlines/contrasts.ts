/*
 * Closed sets of words by which an editor tells two pieces of news apart though all else is the same. Without
 * diacritics, as headlines are folded; that a word has homographs does little harm, since it must be among the few
 * words that the two headlines do not share.
 */
import type { FoldedHeadline } from './fold.ts';
import { hashOf } from './letters.ts';
import { pack, packedWord } from './packed-words.ts';

/** One of a set in one headline, another of the same set in the other: "tăng" and "giảm". */
const CONTRASTS = [
  'tang giam',
  'thang thua hoa',
  'len xuong',
  'vao ra',
  'dong mo',
  'truoc sau',
  'nam nu',
  'cao thap',
  'hon gan duoi',
  'nhieu it',
  'dau cuoi giua',
  'mua ban',
  'xuat nhap',
  'phai the',
  'nghi xac',
  'ngay tuan thang qui nam',
  'tram nghin trieu ti',
  'mot hai ba bon nam sau bay tam chin muoi nua',
  'nhat nhi ba tu dau',
  'manh nhe yeu',
  'tot xau',
  'moi cu',
  'nong lanh',
  'cho cam',
];

/** Words of two, as {@link CONTRASTS}, parted by commas. */
const LONG_CONTRASTS = [
  'khoi cong, khanh thanh, ban giao',
  'chap thuan, tu choi, bac bo',
  'dong y, phan doi, tu choi',
  'ung ho, phan doi',
  'cho phep, tu choi',
  'chien thang, that bai',
];
/** How often a word of one of them may stand in a headline: "khởi công" is no less said where "công nhân" are too. */
const OCCURRENCES = 3;

/**
 * One headline has it and the other does not: what is proposed, suspected, possible, coming or denied is other news
 * than what is done.
 */
const STATUS = ['khong', 'chua', 'se', 'sap', 'nghi', 'de xuat', 'co the', 'du bao', 'du doan'];

/** By packed word: one bit for each of {@link CONTRASTS}, which are fewer than 32. */
const contrastBits = new Map<number, number>();
CONTRASTS.forEach((set, index) => {
  for (const word of set.split(' ')) {
    const packed = packedWord(word);
    contrastBits.set(packed, (contrastBits.get(packed) ?? 0) | (1 << index));
  }
});

/** By packed word: one bit for each of the words of {@link STATUS}, which are fewer than 32. */
const statusBits = new Map<number, number>();
/** By status: the bits of its words. */
const statusMasks: readonly number[] = STATUS.map((status) => maskOf(status, statusBits, 1));
/** By packed word: one bit for each of the words of {@link LONG_CONTRASTS}, which are fewer than 32. */
const longBits = new Map<number, number>();
/** By set, by its members: the bits of their words. */
const longMasks: readonly (readonly number[])[] = LONG_CONTRASTS.map((set) =>
  set.split(', ').map((member) => maskOf(member, longBits, OCCURRENCES)),
);

/** The bits of the words of a phrase, each given the next bit where it has none, at so many occurrences. */
function maskOf(phrase: string, bits: Map<number, number>, occurrences: number): number {
  let mask = 0;
  for (const word of phrase.split(' ')) {
    const bit = bits.get(packedWord(word)) ?? 1 << (bits.size / occurrences);
    for (let before = 0; before < occurrences; before++) bits.set(pack(hashOf(word), before), bit);
    mask |= bit;
  }
  return mask;
}

/** Whether the words that only one of the two has say different things of the same matter. */
export function saysOtherwise(a: FoldedHeadline, b: FoldedHeadline): boolean {
  const left = ownBits(a.words, b.words);
  const leftStatus = ownStatus;
  const leftLong = ownLong;
  const right = ownBits(b.words, a.words);
  if ((left & right) !== 0 || hasStatus(leftStatus) || hasStatus(ownStatus)) return true;
  return leftLong !== 0 && ownLong !== 0 && haveLongContrast(leftLong, ownLong);
}

/** Whether two packed words are of one set of contrasts. */
export function areContrasts(one: number, other: number): boolean {
  return ((contrastBits.get(one) ?? 0) & (contrastBits.get(other) ?? 0)) !== 0;
}

/** Second and third answer of {@link ownBits}. */
let ownStatus = 0;
let ownLong = 0;

/** The contrast bits of all words that `other` lacks; in {@link ownStatus} and {@link ownLong} their other bits. */
function ownBits(words: Int32Array, other: Int32Array): number {
  let bits = 0;
  ownStatus = 0;
  ownLong = 0;
  let j = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    while (j < other.length && other[j] < word) j++;
    if (j < other.length && other[j] === word) continue;
    bits |= contrastBits.get(word) ?? 0;
    ownStatus |= statusBits.get(word) ?? 0;
    ownLong |= longBits.get(word) ?? 0;
  }
  return bits;
}

function hasStatus(bits: number): boolean {
  if (bits === 0) return false;
  for (const mask of statusMasks) if ((bits & mask) === mask) return true;
  return false;
}

/** Whether each has a member of one set, and not the same one: a word that both have is in neither's bits. */
function haveLongContrast(left: number, right: number): boolean {
  return longMasks.some(
    (masks) => masks.some((mask) => (left & mask) === mask) && masks.some((mask) => (right & mask) === mask),
  );
}
