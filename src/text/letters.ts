/**
 * Letters as small integers: one table look-up gives what a UTF-16 code unit is, which letter it writes and which
 * tone it carries. Scanning and hashing work on these integers; no substring is made.
 *
 * | bits  | meaning                                                            |
 * | ----- | ------------------------------------------------------------------ |
 * | 0-5   | letter code: 1..33 for {@link ALPHABET}, 34..63 for other letters   |
 * | 6-8   | tone: 0 none, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot below        |
 * | 9     | upper case                                                         |
 * | 10-13 | class, one of the `CLASS_` constants                               |
 */

/** The letters that Vietnamese text is written in, in the order of their codes, from 1; f, j, w, z for loan words. */
export const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';

export const CLASS_OTHER = 0;
export const CLASS_LETTER = 1;
export const CLASS_DIGIT = 2;
export const CLASS_SPACE = 3;
export const CLASS_NEWLINE = 4;
/** Comma and the dash between spaces: a pause that a phrase may run across. */
export const CLASS_COMMA = 5;
/** Ends a sentence or a clause: no phrase runs across it. */
export const CLASS_STOP = 6;
/** Quotation marks: phrases are counted as if they were not there. */
export const CLASS_QUOTE = 7;
export const CLASS_HYPHEN = 8;
/** Letter of another script. */
export const CLASS_FOREIGN = 9;
/** Combining mark. */
export const CLASS_MARK = 10;

/** Code units from here on are classified by {@link unitInfo} without the table. */
export const TABLE_SIZE = 0x1f00;

const TONE_MARKS = '\u0300\u0301\u0309\u0303\u0323';

function buildTable(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE);
  for (let unit = 0; unit < TABLE_SIZE; unit++) {
    const char = String.fromCharCode(unit);
    if (unit >= 0x300 && unit <= 0x36f) {
      const tone = TONE_MARKS.indexOf(char) + 1;
      table[unit] = (CLASS_MARK << 10) | (tone << 6);
    } else if (/\p{L}/u.test(char)) {
      const lower = char.toLowerCase();
      const upper = lower === char ? 0 : 1 << 9;
      const latin = unit < 0x250 || (unit >= 0x1e00 && unit < 0x1f00);
      if (!latin) {
        table[unit] = (CLASS_FOREIGN << 10) | upper | (34 + (unit % 30));
        continue;
      }
      let tone = 0;
      let letter = '';
      for (const part of lower.normalize('NFD')) {
        const t = TONE_MARKS.indexOf(part);
        if (t >= 0) tone = t + 1;
        else letter += part;
      }
      letter = letter.normalize('NFC');
      const code = letter.length === 1 ? ALPHABET.indexOf(letter) + 1 : 0;
      table[unit] = (CLASS_LETTER << 10) | upper | (tone << 6) | (code > 0 ? code : 34 + (unit % 30));
    } else if (/\p{Nd}/u.test(char)) table[unit] = CLASS_DIGIT << 10;
    else if (/\p{M}/u.test(char)) table[unit] = CLASS_MARK << 10;
    else if (char === '\n' || char === '\r' || char === '\v' || char === '\f' || unit === 0x85)
      table[unit] = CLASS_NEWLINE << 10;
    else if (unit === 0x20 || unit === 0x09 || unit === 0xa0) table[unit] = CLASS_SPACE << 10;
    else if (char === ',') table[unit] = CLASS_COMMA << 10;
    else if (char === '"' || char === "'" || char === '`' || unit === 0xab || unit === 0xbb || unit === 0xb4)
      table[unit] = CLASS_QUOTE << 10;
    else if (char === '-' || unit === 0xad) table[unit] = CLASS_HYPHEN << 10;
    else if ('.!?;:()[]{}/|<>…=+*•'.includes(char)) table[unit] = CLASS_STOP << 10;
  }
  return table;
}

/** Packed facts of the code units below {@link TABLE_SIZE}; see the table at the top of the file. */
export const LETTERS: Uint16Array = buildTable();

/** Packed facts of any UTF-16 code unit; surrogates are `CLASS_OTHER`. */
export function unitInfo(unit: number): number {
  if (unit < TABLE_SIZE) return LETTERS[unit];
  if (unit >= 0x2000 && unit <= 0x206f) {
    if (unit <= 0x200a || unit === 0x202f || unit === 0x205f) return CLASS_SPACE << 10;
    if (unit >= 0x2010 && unit <= 0x2011) return CLASS_HYPHEN << 10;
    if (unit >= 0x2012 && unit <= 0x2015) return CLASS_COMMA << 10;
    if (unit >= 0x2018 && unit <= 0x201f) return CLASS_QUOTE << 10;
    if (unit === 0x2028 || unit === 0x2029) return CLASS_NEWLINE << 10;
    if (unit === 0x2022 || unit === 0x2026) return CLASS_STOP << 10;
    return CLASS_OTHER << 10;
  }
  if (unit === 0x3000) return CLASS_SPACE << 10;
  if (unit < 0x2000 || (unit >= 0x3040 && unit < 0xd800) || (unit >= 0xf900 && unit < 0xfe00))
    return (CLASS_FOREIGN << 10) | (34 + (unit % 30));
  return CLASS_OTHER << 10;
}

/** Bit mask by letter code: 1 where the letter is a vowel, y included. */
export const IS_VOWEL: Uint8Array = Uint8Array.from({ length: 64 }, (_, code) =>
  code > 0 && 'aăâeêioôơuưy'.includes(ALPHABET[code - 1] ?? '-') ? 1 : 0,
);

export const CODE_I: number = ALPHABET.indexOf('i') + 1;
export const CODE_Y: number = ALPHABET.indexOf('y') + 1;
const CODE_Q = ALPHABET.indexOf('q') + 1;
const CODE_U = ALPHABET.indexOf('u') + 1;

const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;
/** State of the hash after `qu`, whose u is no vowel of the rime. */
const HASH_OF_QU = [...'qu'].reduce(
  (h, letter) => Math.imul(h ^ (ALPHABET.indexOf(letter) + 1), HASH_PRIME),
  HASH_SEED,
);

/** Mixes the bits of a finished word hash (the finaliser of MurmurHash3 by A. Appleby), so that any bits index a table. */
export function mixHash(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/**
 * Hash of a word as the language model sees it: case, tone placement (hòa, hoà) and i or y as the only vowel of an
 * open rime (kĩ, kỹ; quí, quý) make no difference; a second tone mark does. Twin of the loop in `scan`, which computes it
 * while it reads.
 * Signed 32-bit; never 0.
 */
export function hashWord(word: string): number {
  let h = HASH_SEED;
  let before = HASH_SEED;
  let tone = 0;
  let second = 0;
  let vowels = 0;
  let code = 0;
  for (let i = 0; i < word.length; i++) {
    const info = unitInfo(word.charCodeAt(i));
    if (info & 0x1c0) {
      if (tone !== 0) second = SECOND_TONE;
      tone = (info >> 6) & 7;
    }
    if (!(info & 0x3f)) continue;
    code = info & 0x3f;
    vowels += IS_VOWEL[code];
    before = h;
    h = Math.imul(h ^ code, HASH_PRIME);
  }
  return finishHash(h, before, code, vowels, tone + second);
}

/** {@link hashWord} of a word given as letter codes and a tone. */
export function hashCodes(codes: ArrayLike<number>, length: number, tone: number): number {
  let h = HASH_SEED;
  let before = HASH_SEED;
  let vowels = 0;
  for (let i = 0; i < length; i++) {
    before = h;
    vowels += IS_VOWEL[codes[i]];
    h = Math.imul(h ^ codes[i], HASH_PRIME);
  }
  return finishHash(h, before, length > 0 ? codes[length - 1] : 0, vowels, tone);
}

/** Last step of {@link hashWord}: the open rime's y becomes i, the tone is mixed in. */
export function finishHash(h: number, before: number, lastCode: number, vowels: number, tone: number): number {
  if (lastCode === CODE_Y && (vowels === 1 || before === HASH_OF_QU)) h = Math.imul(before ^ CODE_I, HASH_PRIME);
  return mixHash(Math.imul(h ^ (tone + 64), HASH_PRIME)) || 1;
}

/**
 * Puts i for y, or y for i, as the only vowel of an open rime in `codes[0, length)`: the other spelling of the same word.
 * False, and nothing is changed, where there is none.
 */
export function toggleOpenVowel(codes: Uint8Array, length: number): boolean {
  const last = length > 0 ? codes[length - 1] : 0;
  if (last !== CODE_I && last !== CODE_Y) return false;
  let vowels = 0;
  for (let i = 0; i < length; i++) vowels += IS_VOWEL[codes[i]];
  const isAfterQu = length === 3 && codes[0] === CODE_Q && codes[1] === CODE_U;
  if (vowels !== 1 && !isAfterQu) return false;
  codes[length - 1] = last === CODE_I ? CODE_Y : CODE_I;
  return true;
}

/** Added to the tone of a word that has another tone mark too: `gỉảm` is not the word `giảm`. */
export const SECOND_TONE = 8;

export { HASH_PRIME, HASH_SEED };
