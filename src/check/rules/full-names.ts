import { SURNAMES } from '../../correct/full-names.ts';
import { normalize, removeDiacritics } from '../../unicode/index.ts';
import { AFTER_SPACE, CAPITAL_FIRST, caselessHash, MARKED, matchFrom, type Scan } from '../scan.ts';

/** A full name in one spelling, whatever the style in which it is printed (Hòa and Hoà, Lý and Lí). */
export interface NameSpelling {
  /** As it is printed first, in small letters behind the capitals where it stands in capitals only. */
  readonly name: string;
  /** {@link foldStyle} of the name. */
  readonly folded: string;
  /** Where it stands, ascending once all are gathered. */
  readonly places: number[];
}

/**
 * Full names of a text, which begin with a surname and have three or four words: by their letters without marks, then by
 * their spelling. Names in capitals, as in headlines and bylines, are counted with the others.
 */
export function fullNamesIn(text: string, scan: Scan): ReadonlyMap<string, ReadonlyMap<string, NameSpelling>> {
  const names = new Names();
  for (const match of namesIn(text, scan)) {
    const words = match[0].split(' ');
    const from = words.findIndex((word) => SURNAMES.has(word));
    // The first words of a longer run may be a post or the start of the sentence; the name is what is left.
    if (from < 0 || words.length - from < SHORTEST || words.length - from > LONGEST) continue;
    const name = words.slice(from).join(' ');
    names.add(name, match.index + match[0].length - name.length);
  }
  if (names.byLetters.size > 0) addShouted(text, scan, names);
  return names.byLetters;
}

/** Words of a full name. */
const SHORTEST = 3;
const LONGEST = 4;

/** A name in one style of tone marks, and in one of i and y, which are no other spelling; small. */
export const foldStyle = (name: string): string => normalize(name.toLowerCase(), { toneStyle: 'old', iy: 'y' });

class Names {
  readonly byLetters: Map<string, Map<string, NameSpelling>> = new Map();
  /** As they are printed: most names stand more than once, and folding one takes longer than finding it. */
  readonly #byName: Map<string, NameSpelling> = new Map();

  add(name: string, start: number): void {
    const known = this.#byName.get(name);
    if (known !== undefined) known.places.push(start);
    else this.#byName.set(name, this.#addNew(name, start));
  }

  #addNew(name: string, start: number): NameSpelling {
    const folded = foldStyle(name);
    const letters = removeDiacritics(folded);
    const spellings = this.byLetters.get(letters) ?? new Map<string, NameSpelling>();
    this.byLetters.set(letters, spellings);
    const spelling = spellings.get(folded) ?? { name, folded, places: [] };
    spellings.set(folded, spelling);
    spelling.places.push(start);
    return spelling;
  }
}

/**
 * Adds names in capitals. Where more words in capitals follow, what ends the name is not known (NGUYỄN THỊ HOA MAI, TRẦN VĂN
 * QUÝ LÀM VIỆC): there it counts only for a spelling that stands elsewhere, and is no other one.
 */
function addShouted(text: string, { words, starts, ends, hashes, flags }: Scan, names: Names): void {
  const isShouted = (i: number): boolean => {
    if (i >= words || (flags[i] & CAPITAL_FIRST) === 0 || ends[i] - starts[i] < 2) return false;
    const word = text.slice(starts[i], ends[i]);
    return word === word.toUpperCase();
  };
  const follows = (i: number): boolean => i < words && (flags[i] & AFTER_SPACE) !== 0 && isShouted(i);
  for (let i = 0; i + SHORTEST <= words; i++) {
    if ((flags[i] & flags[i + 1] & flags[i + 2] & CAPITAL_FIRST) === 0) continue;
    if (!SHOUTED_SURNAMES.has(hashes[i]) || !isShouted(i)) continue;
    let size = 1;
    while (size <= LONGEST && follows(i + size)) size++;
    for (let length = Math.min(size, LONGEST); length >= SHORTEST; length--) {
      const shouted = text.slice(starts[i], ends[i + length - 1]);
      const name = inTitleCase(shouted);
      // Letters that are two in small (İ) are in no Vietnamese name.
      if (name.length !== shouted.length || !SURNAMES.has(name.slice(0, name.indexOf(' ')))) break;
      const folded = foldStyle(name);
      const spellings = names.byLetters.get(removeDiacritics(folded));
      if (spellings === undefined || (length < size && !spellings.has(folded))) continue;
      names.add(name, starts[i]);
      i += length - 1;
      break;
    }
  }
}

const inTitleCase = (name: string): string =>
  name.toLowerCase().replace(/(?<!\S)./gu, (letter) => letter.toUpperCase());

export const NAME: RegExp = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){2,6}(?! ?[\p{L}\p{N}]*\p{Lu})/uy;

/** All matches of {@link NAME}, each tried only where two words with a capital follow. */
export function namesIn(text: string, { words, starts, ends, flags }: Scan): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const follows = AFTER_SPACE | CAPITAL_FIRST;
  let done = 0;
  for (let i = 0; i + 2 < words; i++) {
    if ((flags[i + 1] & flags[i + 2] & follows) !== follows || (flags[i] & (CAPITAL_FIRST | MARKED)) === 0) continue;
    // A capital behind a combining mark has no letter before it either.
    const to = flags[i] & MARKED ? ends[i] : starts[i] + 1;
    const match = matchFrom(NAME, text, Math.max(done, starts[i]), to);
    if (match === null) continue;
    found.push(match);
    done = match.index + match[0].length;
  }
  return found;
}

const SHOUTED_SURNAMES: ReadonlySet<number> = new Set([...SURNAMES].map(caselessHash));
