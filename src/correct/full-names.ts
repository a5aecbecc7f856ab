import { FIRST_WORD } from '../language/ids.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { SHAPE_TITLE } from '../text/scan.ts';
import type { Analysis } from './analysis.ts';

/** Surnames of Vietnam's peoples, listed by hand: the common ones, and those of the highlands that are no common word. */
export const SURNAMES: ReadonlySet<string> = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng Mai Tô Hà ' +
    'Tạ Cao Thái Châu Lương Lưu Quách Triệu Lò Vi Giàng Cầm Quàng Thào Vàng Sùng Lầu Thao Hơ Kiều Chu La Đậu Tống Khuất Nông'
  ).split(' '),
);

/**
 * Does a known syllable end a full name of three or four words ("Đỗ Minh Tuân")? Whether it is the person's own or a slip
 * for a commoner one (Tuấn) the person knows, and the text hardly ever says.
 */
export function endsFullName(text: string, { passage, tokens }: Analysis, vocabulary: Vocabulary, at: number): boolean {
  const { ids, token } = passage;
  const { shape, start, end } = tokens;
  if (ids[at] < FIRST_WORD || vocabulary.syllable[ids[at]] === 0 || shape[token[at]] !== SHAPE_TITLE) return false;
  /** Is a word with a capital, and a space before the next? */
  const leads = (place: number): boolean => {
    const t = token[place];
    return t >= 0 && shape[t] === SHAPE_TITLE && start[t + 1] === end[t] + 1 && text.charCodeAt(end[t]) === 0x20;
  };
  if (leads(at) && shape[token[at] + 1] === SHAPE_TITLE) return false;
  for (let before = 1; before < 4 && leads(at - before); before++) {
    const t = token[at - before];
    if (before > 1 && SURNAMES.has(text.slice(start[t], end[t]))) return true;
  }
  return false;
}
