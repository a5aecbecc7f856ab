/*
 * Words that stand for each other in a headline without making it other news. Without diacritics, as headlines are
 * folded; that a word has homographs does little harm, since two must stand in the same place of the same sentence.
 */

/** Words that tie others together: putting one for another is style. Numbers in words are compared as numbers. */
export const FUNCTION_WORDS: string =
  'va voi cung hay hoac nhung ma thi la cua o tai trong tren duoi giua tu den toi ve cho de vi do boi nho khi luc neu du tuy ' +
  'qua da dang vua roi cung con van deu duoc bi cac moi mot vai loat nay do ay the nao gi sao nhu rat se ra vao di len ' +
  'theo hai ba bon nam sau bay tam chin muoi';

/**
 * Sets of words that newsrooms use for one another. A word may be in several. Those of two feeds of 2025 and 2026 are in,
 * and what the regions call otherwise.
 */
export const SYNONYMS: readonly string[] = [
  // Meetings and matches.
  'gap dau tiep',
  'ha thang',
  'vao lot',
  'nhan dat doat gianh',
  'trao tang',
  // What is wanted and asked.
  'muon dinh doi doa tinh',
  'nen can phai',
  'hoi xin',
  'cho doi ngong hong',
  'noi neu bao',
  // What is done.
  'lam khien giup gay',
  'bo rut',
  'mo lap xay dung',
  'dua chuyen cho keo',
  'phong ban',
  'tranh ne',
  'tang len vot',
  'giam xuong ha',
  // What happens.
  'dam va tong huc',
  'mac bi chiu',
  'chet mat khuat',
  'ngap ung lut',
  'nhot ket',
  // How and how much.
  'gan sat',
  'lon to',
  'nhieu loat nhung cac',
  // Offices that one had.
  'cuu nguyen',
  // People and things.
  'bo cha ba',
  'me ma',
  'tre nho',
  'heo lon',
  'ngo bap',
  'tau xuong thuyen',
  'nghin ngan',
  'met m',
  'gio h g',
];
