import { NATIVE_FORMS } from './compose.ts';
import { IS_VOWEL, letterOf, qualityOf, unitOf, withoutQuality, withQuality } from './letters.ts';
import { parseSyllable, placeTone, type ToneStyle, tonePosition } from './syllable.ts';

/** Settings of {@link fromTelex} and {@link fromVni}. */
export interface KeystrokeOptions {
  /** Where the tone of an open oa, oe, uy is put. Default `'old'`. */
  readonly toneStyle?: ToneStyle;
}

/** The keys of an input method. */
interface Method {
  /** Keys of the tones 1 to 5, and the one that takes the tone away. */
  readonly tones: string;
  /** Key behind a letter by its quality: none, circumflex, breve, horn. For Telex the circumflex is the letter again. */
  readonly qualities: readonly string[];
  /** Key that makes đ of d. */
  readonly stroke: string;
  /** Key that writes a ư by itself. */
  readonly alone: string;
}

const TELEX: Method = { tones: 'fsrxjz', qualities: ['', '', 'w', 'w'], stroke: 'd', alone: 'w' };
const VNI: Method = { tones: '213450', qualities: ['', '6', '8', '7'], stroke: '9', alone: '' };

/** Letters that take each quality. */
const BASES = ['', 'aeo', 'a', 'ou'];

/** Quality that a key gives to a letter; 0 for none. */
function qualityOfKey(method: Method, key: string, letter: string): number {
  for (let quality = 1; quality <= 3; quality++) {
    if (key === (method.qualities[quality] || letter) && BASES[quality].includes(letter)) return quality;
  }
  return 0;
}

/**
 * Telex keystrokes as an input method would show them: mark keys behind their letter or anywhere later in the word
 * (`tieengs`, `tiengse`). Only a word that becomes a well-formed syllable is changed; a doubled key is the key itself
 * (`tesst` is test).
 * @example
 * fromTelex('Tieengs Vieejt'); // 'Tiếng Việt'
 */
export function fromTelex(text: string, options: KeystrokeOptions = {}): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => readWord(word, TELEX, options.toneStyle ?? 'old'));
}

/**
 * VNI keystrokes as an input method would show them; see {@link fromTelex}.
 * @example
 * fromVni('Tie61ng Vie65t'); // 'Tiếng Việt'
 */
export function fromVni(text: string, options: KeystrokeOptions = {}): string {
  return text.replace(/[\p{L}\p{M}0-9]+/gu, (word) => readWord(word, VNI, options.toneStyle ?? 'old'));
}

/**
 * The Telex keys that write a text: the marks of letters right behind them, the tone at the end of the word. A word that
 * {@link fromTelex} would change is escaped by doubling a key, so that it reads the result back exactly, but for words
 * with marks that are no Vietnamese syllable.
 * @example
 * toTelex('Tiếng Việt'); // 'Tieengs Vieetj'
 */
export function toTelex(text: string): string {
  return NATIVE_FORMS.nfc(text).replace(/[\p{L}\p{M}]+/gu, (word) => writeWord(word, TELEX));
}

/** The VNI keys that write a text; see {@link toTelex}. */
export function toVni(text: string): string {
  return NATIVE_FORMS.nfc(text).replace(/[\p{L}\p{M}0-9]+/gu, (word) => writeWord(word, VNI));
}

function writeWord(word: string, method: Method): string {
  const bare = /^[a-z0-9]*$/i.test(word);
  if (bare && readWord(word, method, 'old') === word) return word;
  let keys = '';
  let tone = 0;
  for (let i = 0; i < word.length; i++) {
    const packed = letterOf(word.charCodeAt(i));
    const plain = packed === 0 ? word[i] : String.fromCharCode(unitOf(withoutQuality(packed & ~0x1c0)));
    if (plain === 'đ' || plain === 'Đ') {
      const base = plain === 'đ' ? 'd' : 'D';
      keys += base + (method === VNI ? method.stroke : base);
      continue;
    }
    keys += plain;
    const quality = qualityOf(packed);
    keys += quality === 0 ? '' : matchCase(method.qualities[quality] || plain, plain);
    // oo and its like stay two letters only if the key comes a third time.
    if (
      method === TELEX &&
      quality === 0 &&
      i > 0 &&
      /^[aeo]$/i.test(plain) &&
      word[i - 1].toLowerCase() === plain.toLowerCase()
    )
      keys += plain;
    if ((packed >> 6) & 7) tone = (packed >> 6) & 7;
  }
  if (tone > 0) keys += matchCase(method.tones[tone - 1], word);
  else if (bare && readWord(keys, method, 'old') !== word) return escapeWord(word, method);
  return keys;
}

/** Doubles the first key that makes the word come back as it is. */
function escapeWord(word: string, method: Method): string {
  for (let i = 1; i < word.length; i++) {
    const tried = word.slice(0, i + 1) + word.slice(i);
    if (readWord(tried, method, 'old') === word) return tried;
  }
  return word;
}

/** The key as a capital where the whole word is in capitals. */
function matchCase(key: string, word: string): string {
  return word !== word.toLowerCase() && word === word.toUpperCase() ? key.toUpperCase() : key;
}

function readWord(word: string, method: Method, style: ToneStyle): string {
  if (word.length < 1 || word.length > 16) return word;
  return search(word, 0, [], 0, false, { method, style, steps: 0 }) ?? word;
}

interface Search {
  readonly method: Method;
  readonly style: ToneStyle;
  /** Bounds the search on words that are none. */
  steps: number;
}

const MAXIMUM_STEPS = 4000;

/** Tries what each key may do before what it writes; gives the first well-formed syllable. */
function search(
  word: string,
  at: number,
  letters: string[],
  tone: number,
  acted: boolean,
  state: Search,
): string | undefined {
  if (state.steps++ > MAXIMUM_STEPS) return undefined;
  if (at === word.length) return acted ? finish(letters, tone, state.style) : undefined;
  const { method } = state;
  const key = word[at].toLowerCase();
  const next = at + 1;
  const hasVowel = letters.some((letter) => IS_VOWEL[letterOf(letter.charCodeAt(0)) & 63]);
  const keyTone = method.tones.indexOf(key) + 1;
  if (keyTone > 0 && hasVowel) {
    // The same key again takes it back and writes itself; what follows is literal.
    if (keyTone === tone && word[at - 1].toLowerCase() === key) {
      const rest = letters.join('') + word.slice(at);
      return rest;
    }
    const made = search(word, next, letters, keyTone === 6 ? 0 : keyTone, true, state);
    if (made !== undefined) return made;
  }
  if (key === method.stroke && letters.length > 0 && letters[0].toLowerCase() === 'd') {
    const stroked = [letters[0] === 'd' ? 'đ' : 'Đ', ...letters.slice(1)];
    const made = search(word, next, stroked, tone, true, state);
    if (made !== undefined) return made;
  }
  for (let i = letters.length - 1; i >= 0; i--) {
    const packed = letterOf(letters[i].charCodeAt(0));
    const quality = qualityOfKey(method, key, String.fromCharCode(unitOf(withoutQuality(packed & ~0x200))));
    if (quality === 0) continue;
    if (qualityOf(packed) === quality) {
      // ooo is oo.
      if (i === letters.length - 1 && quality === 1 && method.qualities[1] === '') {
        const plain = String.fromCharCode(unitOf(withoutQuality(packed)));
        const made = search(word, next, [...letters.slice(0, i), plain, word[at]], tone, true, state);
        if (made !== undefined) return made;
      }
      continue;
    }
    const changed = [...letters];
    changed[i] = String.fromCharCode(unitOf(withQuality(withoutQuality(packed), quality)));
    const before = i > 0 ? letterOf(letters[i - 1].charCodeAt(0)) : 0;
    if (quality === 3 && (packed & 63) === O && (before & 63) === U) {
      const both = [...changed];
      both[i - 1] = String.fromCharCode(unitOf(withQuality(before, 3)));
      const made = search(word, next, both, tone, true, state);
      if (made !== undefined) return made;
    }
    const made = search(word, next, changed, tone, true, state);
    if (made !== undefined) return made;
  }
  if (key === method.alone) {
    const made = search(word, next, [...letters, word[at] === 'W' ? 'Ư' : 'ư'], tone, true, state);
    if (made !== undefined) return made;
  }
  return search(word, next, [...letters, word[at]], tone, acted, state);
}

const O = letterOf('o'.charCodeAt(0));
const U = letterOf('u'.charCodeAt(0));

function finish(letters: readonly string[], tone: number, style: ToneStyle): string | undefined {
  const written = letters.join('');
  const word = assemble(written, tone, style);
  if (word !== undefined) return word;
  // The second horn of ươ may be left out: dduwocj.
  return /ưo/i.test(written)
    ? assemble(
        written.replace(/(ư)(o)/i, (_, u, o) => u + (o === 'o' ? 'ơ' : 'Ơ')),
        tone,
        style,
      )
    : undefined;
}

function assemble(written: string, tone: number, style: ToneStyle): string | undefined {
  // The syllable is judged with its tone: put it anywhere first.
  const vowel = [...written].findIndex((letter) => IS_VOWEL[letterOf(letter.charCodeAt(0)) & 63]);
  if (vowel < 0) return undefined;
  const toned = tone > 0 ? placeTone(written, tone, vowel) : written;
  const syllable = parseSyllable(toned);
  if (syllable === undefined) return undefined;
  return tone > 0 ? placeTone(written, tone, tonePosition(syllable, style)) : written;
}
