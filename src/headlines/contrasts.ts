/*
 * Closed sets of words by which an editor tells two pieces of news apart though all else is the same. Without
 * diacritics, as headlines are folded; that a word has homographs does little harm, since it must be among the few
 * words that the two headlines do not share.
 */
import type { FoldedHeadline } from './fold.ts';
import { packedWord } from './fold.ts';

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

const statusWords: readonly Int32Array[] = STATUS.map((words) => Int32Array.from(words.split(' '), packedWord));

/** Whether the words that only one of the two has say different things of the same matter. */
export function saysOtherwise(a: FoldedHeadline, b: FoldedHeadline): boolean {
  const left = ownContrasts(a.words, b.words);
  const right = ownContrasts(b.words, a.words);
  return (left !== 0 && (left & right) !== 0) || hasOwnStatus(a.words, b.words) || hasOwnStatus(b.words, a.words);
}

/** The bits of all words that `other` lacks. */
function ownContrasts(words: Int32Array, other: Int32Array): number {
  let bits = 0;
  let j = 0;
  for (let i = 0; i < words.length; i++) {
    while (j < other.length && other[j] < words[i]) j++;
    if (j < other.length && other[j] === words[i]) continue;
    bits |= contrastBits.get(words[i]) ?? 0;
  }
  return bits;
}

function hasOwnStatus(words: Int32Array, other: Int32Array): boolean {
  for (const status of statusWords) {
    let own = 0;
    for (const word of status) if (words.includes(word) && !other.includes(word)) own++;
    if (own === status.length) return true;
  }
  return false;
}
