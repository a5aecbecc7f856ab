import { ALPHABET, isLatin, letterOf, withoutQuality } from './letters.ts';
import { stringOf } from './units.ts';

const SIZE = 0x2000;
/** Marks that are left out. */
const GONE = 0xffff;

let table: Uint16Array | undefined;

/** By unit: the letter without marks, {@link GONE} for a combining mark, else the unit itself. */
function buildTable(): Uint16Array {
  const built = Uint16Array.from({ length: SIZE }, (_, unit) => unit);
  for (let unit = 0x80; unit < SIZE; unit++) {
    if (unit >= 0x300 && unit < 0x370) built[unit] = GONE;
    if (!isLatin(unit)) continue;
    const packed = letterOf(unit);
    const letter = packed === 0 ? '' : ALPHABET[(withoutQuality(packed) & 63) - 1];
    const base = packed === 0 ? String.fromCharCode(unit).normalize('NFD')[0] : letter === 'đ' ? 'd' : letter;
    built[unit] = (packed & 0x200 ? base.toUpperCase() : base).charCodeAt(0);
  }
  return built;
}

/**
 * The text without diacritics: Vietnamese letters become ASCII (đ becomes d), other Latin letters their base, combining
 * marks go. Other scripts stay. Text without any comes back as the same string.
 * @example
 * removeDiacritics('Đường Nguyễn Huệ'); // 'Duong Nguyen Hue'
 */
export function removeDiacritics(text: string): string {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: removeDiacritics needs a string, got ${typeof text}`);
  if (!/[\u00c0-\u036f\u1e00-\u1eff]/.test(text)) return text;
  table ??= buildTable();
  const bases = table;
  const chunk = Math.min(text.length, 1 << 14);
  const units = new Uint16Array(chunk);
  let out = '';
  for (let from = 0; from < text.length; from += chunk) {
    const to = Math.min(text.length, from + chunk);
    let size = 0;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      const base = unit < SIZE ? bases[unit] : unit;
      if (base !== GONE || unit === GONE) units[size++] = base;
    }
    out += stringOf(units, size);
  }
  return out;
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
  const words = (lower ? plain.toLowerCase() : plain).match(/[A-Za-z0-9]+/g);
  return words === null ? '' : words.join(separator);
}
