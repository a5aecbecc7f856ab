import { NATIVE_FORMS } from './compose.ts';
import { charOf, isVowel, letterAt, qualityOf, toneOf, withoutQuality, withoutTone, withQuality } from './letters.ts';
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
    const packed = letterAt(word, i);
    const plain = packed === 0 ? word[i] : charOf(withoutQuality(withoutTone(packed)));
    const quality = qualityOf(packed);
    tone = toneOf(packed) || tone;
    if (plain === 'đ') keys += `d${method.stroke}`;
    else if (plain === 'Đ') keys += `D${method.stroke.toUpperCase()}`;
    else keys += plain;
    if (quality > 0) keys += matchCase(method.qualities[quality] || plain, plain);
    // oo and its like stay two letters only if the key comes a third time.
    else if (method === TELEX && /^(aa|ee|oo)$/i.test(word.charAt(i - 1) + plain)) keys += plain;
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

const MAXIMUM_STEPS = 4000;
const O = letterAt('o', 0);
const U = letterAt('u', 0);

function readWord(word: string, method: Method, style: ToneStyle): string {
  let steps = 0;

  /** Tries what each key may do before what it writes; gives the first well-formed syllable. */
  function search(at: number, letters: readonly string[], tone: number, acted: boolean): string | undefined {
    // Bounds the search on words that are none.
    if (steps++ > MAXIMUM_STEPS) return undefined;
    if (at === word.length) return acted ? finish(letters.join(''), tone, style) : undefined;
    const typed = word[at];
    const key = typed.toLowerCase();
    const act = (acting: readonly string[]): string | undefined => search(at + 1, acting, tone, true);
    let made: string | undefined;
    const keyTone = method.tones.indexOf(key) + 1;
    if (keyTone > 0 && letters.some(isVowelChar)) {
      // The same key again takes it back and writes itself; what follows is literal.
      if (keyTone === tone && word[at - 1].toLowerCase() === key) return letters.join('') + word.slice(at);
      made = search(at + 1, letters, keyTone % 6, true);
    }
    if (key === method.stroke && /^d$/i.test(letters[0])) {
      made ??= act(letters.with(0, letters[0] === 'd' ? 'đ' : 'Đ'));
    }
    for (let i = letters.length - 1; i >= 0 && made === undefined; i--) {
      const packed = letterAt(letters[i], 0);
      const plain = withoutQuality(packed);
      const quality = qualityOfKey(method, key, charOf(plain).toLowerCase());
      if (quality === 0) continue;
      if (qualityOf(packed) !== quality) {
        const changed = charOf(withQuality(plain, quality));
        const before = i > 0 ? letterAt(letters[i - 1], 0) : 0;
        if (quality === 3 && (packed & 63) === O && (before & 63) === U) {
          made = act(letters.with(i, changed).with(i - 1, charOf(withQuality(before, 3))));
        }
        made ??= act(letters.with(i, changed));
      } else if (i === letters.length - 1 && quality === 1 && method === TELEX) {
        // ooo is oo.
        made = act([...letters.with(i, charOf(plain)), typed]);
      }
    }
    if (key === method.alone) made ??= act([...letters, typed === 'W' ? 'Ư' : 'ư']);
    return made ?? search(at + 1, [...letters, typed], tone, acted);
  }

  return (word.length > 16 ? undefined : search(0, [], 0, false)) ?? word;
}

function isVowelChar(char: string): boolean {
  return isVowel(letterAt(char, 0));
}

function finish(written: string, tone: number, style: ToneStyle): string | undefined {
  return (
    assemble(written, tone, style) ??
    // The second horn of ươ may be left out: dduwocj.
    assemble(
      written.replace(/(?<=ư)o/i, (o) => (o === 'o' ? 'ơ' : 'Ơ')),
      tone,
      style,
    )
  );
}

function assemble(written: string, tone: number, style: ToneStyle): string | undefined {
  // The syllable is judged with its tone: put it anywhere first.
  const toned = tone > 0 ? placeTone(written, tone, [...written].findIndex(isVowelChar)) : written;
  const syllable = parseSyllable(toned);
  return syllable && tone > 0 ? placeTone(written, tone, tonePosition(syllable, style)) : syllable && written;
}
