import { IS_LATIN, letterOf, plainOf } from './letters.ts';
import { newUnits, requireString, stringOf } from './units.ts';

const SIZE = 0x2000;

let table: Uint16Array | undefined;

/** By unit: the letter without marks, 0 for a combining mark, else the unit itself. */
function buildTable(): Uint16Array {
  const built = Uint16Array.from({ length: SIZE }, (_, unit) => {
    const char = String.fromCharCode(unit);
    const packed = letterOf(unit);
    if (packed) return plainOf(packed).charCodeAt(0);
    return IS_LATIN.test(char) ? char.normalize('NFD').charCodeAt(0) : unit;
  });
  built.fill(0, 0x300, 0x370);
  return built;
}

/**
 * The text without diacritics: Vietnamese letters become ASCII (đ becomes d), other Latin letters their base, combining
 * marks go. Other scripts stay. Text without any comes back as the same string.
 * @example
 * removeDiacritics('Đường Nguyễn Huệ'); // 'Duong Nguyen Hue'
 */
export function removeDiacritics(text: string): string {
  requireString(text, 'removeDiacritics');
  if (!/[\xC0-\u036F\u1E00-\u1EFF]/.test(text)) return text;
  table ??= buildTable();
  const bases = table;
  const units = newUnits(text.length);
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const base = unit < SIZE ? bases[unit] : unit;
    if (base || !unit) units[size++] = base;
  }
  return stringOf(units.subarray(0, size));
}

/** Settings of {@link slugify}. */
export interface SlugifyOptions {
  /** What stands between words. Default `'-'`. */
  readonly separator?: string;
  /** Default true. */
  readonly lower?: boolean;
}

/**
 * A name for an address: ASCII letters and digits, words joined by a separator. What has no ASCII form is left out.
 * @example
 * slugify('Nghị quyết số 50-KL/TW'); // 'nghi-quyet-so-50-kl-tw'
 */
export function slugify(text: string, options: SlugifyOptions = {}): string {
  const { separator = '-', lower = true } = options;
  const plain = removeDiacritics(text);
  return ((lower ? plain.toLowerCase() : plain).match(/[A-Za-z0-9]+/g) ?? []).join(separator);
}
