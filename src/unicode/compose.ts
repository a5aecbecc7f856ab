import {
  LETTERS,
  letterOf,
  qualityOf,
  qualityOfMark,
  toneOfMark,
  unitOf,
  withoutQuality,
  withQuality,
} from './letters.ts';

/** The two functions that a host gives for text that is not Vietnamese. */
export interface UnicodeForms {
  nfc(text: string): string;
  nfd(text: string): string;
}

/** The host's own `String.prototype.normalize`. */
export const NATIVE_FORMS: UnicodeForms = {
  nfc: (text) => text.normalize('NFC'),
  nfd: (text) => text.normalize('NFD'),
};

const FIRST_MARK = 0x300;
const LAST_MARK = 0x323;

/** Composed unit by `index of letter * 8 + mark`, 0 where the two do not compose in one step by NFC's own rules. */
const PAIRS = new Uint16Array(256 * 8);
/** Index into {@link PAIRS} by code unit. */
const PAIR_INDEX = new Uint8Array(0x1f00);
/** 1 to 3 quality, 4 + tone - 1 … by mark; 0 for marks that no Vietnamese letter has. */
const MARK_INDEX = new Uint8Array(LAST_MARK - FIRST_MARK + 1);

for (let unit = FIRST_MARK; unit <= LAST_MARK; unit++) {
  // 0 none; 1 grave … 5 dot below; 6 circumflex, 7 breve; horn shares the slot of 0, which nothing else uses.
  const tone = toneOfMark(unit);
  const quality = qualityOfMark(unit);
  MARK_INDEX[unit - FIRST_MARK] = tone > 0 ? tone + 1 : quality === 1 ? 7 : quality === 2 ? 8 : quality === 3 ? 1 : 0;
}
let count = 0;
for (let unit = 0; unit < LETTERS.length; unit++) {
  const packed = LETTERS[unit];
  if (packed === 0) continue;
  const tone = (packed >> 6) & 7;
  const quality = qualityOf(packed);
  let index = 0;
  const enter = (mark: number, result: number): void => {
    if (result === 0) return;
    if (index === 0) index = ++count;
    PAIRS[index * 8 + mark] = result;
  };
  // A tone goes on any letter without one. A quality goes on a letter without one; circumflex and breve stand above
  // like four of the tones, so after those NFC does not compose them (the fixer `composeMarks` does).
  for (let t = 1; t <= 5; t++) if (tone === 0) enter(t, unitOf(packed | (t << 6)));
  if (quality === 0 && (tone === 0 || tone === 5)) {
    enter(6, unitOf(withQuality(packed, 1)));
    enter(7, unitOf(withQuality(packed, 2)));
  }
  if (quality === 0) enter(0, unitOf(withQuality(packed, 3)));
  PAIR_INDEX[unit] = index;
}

let buffer = new Uint16Array(0);

/**
 * Composes Vietnamese letters wherever one step of NFC does, and leaves everything else: the result is canonically
 * equivalent to the text. Much faster than `normalize` on decomposed text, because it asks two small tables a unit.
 * @param from offset of the first mark, known from the scan
 */
export function composePairs(text: string, from: number): string {
  const length = text.length;
  if (buffer.length < length) buffer = new Uint16Array(Math.max(length, 1 << 16));
  const out = buffer;
  // The letter that the first mark stands on may begin before it.
  let begin = from;
  while (begin > 0 && text.charCodeAt(begin - 1) > 0x20) begin--;
  let size = 0;
  let previous = 0;
  for (let i = begin; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= FIRST_MARK && unit <= LAST_MARK && previous < 0x1f00) {
      const mark = MARK_INDEX[unit - FIRST_MARK];
      if (mark > 0) {
        const composed = PAIRS[PAIR_INDEX[previous] * 8 + mark - 1];
        if (composed > 0) {
          out[size - 1] = previous = composed;
          continue;
        }
      }
    }
    out[size++] = previous = unit;
  }
  const composed = text.slice(0, begin) + decode(out, size);
  // A long text should not keep its buffer alive.
  if (buffer.length > 1 << 22) buffer = new Uint16Array(0);
  return composed;
}

/** String of the first `size` units; a call with many thousand arguments would overflow the stack. */
export function decode(units: Uint16Array, size: number): string {
  let text = '';
  for (let i = 0; i < size; i += 4096) {
    text += String.fromCharCode.apply(null, units.subarray(i, Math.min(size, i + 4096)) as unknown as number[]);
  }
  return text;
}

/** Do all units of this cluster belong to one Vietnamese letter, whatever the order of its marks? */
export function composeCluster(text: string, start: number, end: number): number {
  let packed = letterOf(text.charCodeAt(start));
  if (packed === 0) return 0;
  let tone = (packed >> 6) & 7;
  let quality = qualityOf(packed);
  packed = withoutQuality(packed & ~(7 << 6));
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    const t = toneOfMark(unit);
    const q = qualityOfMark(unit);
    if (t > 0 && (tone === 0 || tone === t)) tone = t;
    else if (q > 0 && (quality === 0 || quality === q)) quality = q;
    else return 0;
  }
  if (quality > 0) packed = withQuality(packed, quality);
  return packed === 0 ? 0 : unitOf(packed | (tone << 6));
}
