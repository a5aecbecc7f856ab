import { nativeForms } from './compose.ts';
import { charOf, letterAt, plainOf, qualityOf, TONED_VOWELS, toneOf, withMark } from './letters.ts';
import { parseSyllable, placeTone, type ToneStyle, toneIndexOf } from './syllable.ts';

/** Settings of {@link fromTelex} and {@link fromVni}. */
export interface KeystrokeOptions {
  /** Where the tone of an open oa, oe, uy is put. Default `'old'`. */
  readonly toneStyle?: ToneStyle;
}

/**
 * The keys of an input method by the number of the mark that they write: the tones, breve, circumflex, horn, stroke; the
 * first takes a tone away. A space stands for the letter itself.
 */
const TELEX = 'zfsrxjw wd';
const VNI = '0213458679';

const WORDS = /[\p{L}\p{M}]+/gu;
const WORDS_AND_DIGITS = /[\p{L}\p{M}0-9]+/gu;
const VOWEL = new RegExp(`[${TONED_VOWELS}]`, 'i');

/** The letter without tone that a key makes of this one, '' for none. */
function markedBy(method: string, key: string, letter: string): string {
  const packed = letterAt(letter, 0);
  const plain = plainOf(packed);
  for (let mark = 6; mark < 10 && !toneOf(packed); mark++) {
    const made = withMark(letterAt(plain, 0), mark);
    if (made && key === keyOf(method, mark, plain).toLowerCase()) return charOf(made);
  }
  return '';
}

/** The key of a mark of a letter without marks. */
function keyOf(method: string, mark: number, plain: string): string {
  return method[mark] === ' ' ? plain : matchCase(method[mark], plain);
}

/**
 * Telex keystrokes as an input method would show them: mark keys behind their letter or anywhere later in the word
 * (`tieengs`, `tiengse`). Only a word that becomes a well-formed syllable is changed; a doubled key is the key itself
 * (`tesst` is test).
 * @example
 * fromTelex('Tieengs Vieejt'); // 'Tiếng Việt'
 */
export function fromTelex(text: string, options: KeystrokeOptions = {}): string {
  return text.replace(WORDS, (word) => readWord(word, TELEX, options.toneStyle));
}

/**
 * VNI keystrokes as an input method would show them; see {@link fromTelex}.
 * @example
 * fromVni('Tie61ng Vie65t'); // 'Tiếng Việt'
 */
export function fromVni(text: string, options: KeystrokeOptions = {}): string {
  return text.replace(WORDS_AND_DIGITS, (word) => readWord(word, VNI, options.toneStyle));
}

/**
 * The Telex keys that write a text: the marks of letters right behind them, the tone at the end of the word. A word that
 * {@link fromTelex} would change is escaped by doubling a key, so that it reads the result back exactly, but for words
 * with marks that are no Vietnamese syllable.
 * @example
 * toTelex('Tiếng Việt'); // 'Tieengs Vieetj'
 */
export function toTelex(text: string): string {
  return nativeForms(text).replace(WORDS, (word) => writeWord(word, TELEX));
}

/** The VNI keys that write a text; see {@link toTelex}. */
export function toVni(text: string): string {
  return nativeForms(text).replace(WORDS_AND_DIGITS, (word) => writeWord(word, VNI));
}

function writeWord(word: string, method: string): string {
  const bare = /^[a-z0-9]*$/i.test(word);
  if (bare && readWord(word, method) === word) return word;
  let keys = '';
  let tone = 0;
  for (let i = 0; i < word.length; i++) {
    const packed = letterAt(word, i);
    const plain = packed ? plainOf(packed) : word[i];
    const quality = qualityOf(packed);
    tone = toneOf(packed) || tone;
    keys += plain;
    if (quality) keys += keyOf(method, quality, plain);
    // oo and its like stay two letters only if the key comes a third time.
    else if (method === TELEX && /^(aa|ee|oo)$/i.test(word.charAt(i - 1) + plain)) keys += plain;
  }
  if (tone) return keys + matchCase(method[tone], word);
  // A word without marks comes back with one key doubled, the first that helps; behind the last key that is the word itself.
  for (let i = 1; bare && i <= word.length && readWord(keys, method) !== word; i++) {
    keys = word.slice(0, i + 1) + word.slice(i);
  }
  return keys;
}

/** The key as a capital where the whole word is in capitals. */
function matchCase(key: string, word: string): string {
  return word !== word.toLowerCase() && word === word.toUpperCase() ? key.toUpperCase() : key;
}

function readWord(word: string, method: string, style: ToneStyle = 'old'): string {
  const MAXIMUM_STEPS = 4000;
  let steps = 0;

  /** Tries what each key may do before what it writes; gives the first well-formed syllable. */
  function search(at: number, letters: string, tone: number): string | undefined {
    // Bounds the search on words that are none.
    if (steps++ > MAXIMUM_STEPS) return undefined;
    if (at === word.length) return letters === word ? undefined : assemble(letters, tone, style);
    const typed = word[at];
    const key = typed.toLowerCase();
    const goOn = (made: string): string | undefined => search(at + 1, made, tone);
    let made: string | undefined;
    const mark = method.indexOf(key);
    if (mark >= 0 && mark < 6 && VOWEL.test(letters)) {
      // The same key again takes it back and writes itself; what follows is literal.
      if (mark > 0 && mark === tone && word[at - 1].toLowerCase() === key) return letters + word.slice(at);
      made = search(at + 1, letters, mark);
    }
    for (let i = letters.length - 1; i >= 0 && !made; i--) {
      const letter = letters[i];
      const changed = markedBy(method, key, letter);
      const before = letters.slice(0, i);
      const behind = letters.slice(i + 1);
      if (!changed || (i && changed.toLowerCase() === 'đ')) continue;
      if (changed !== letter) {
        if (`${letters[i - 1]}${letter}${changed}`.toLowerCase() === 'uoơ') {
          made = goOn(before.slice(0, -1) + markedBy(method, key, letters[i - 1]) + changed + behind);
        }
        made ??= goOn(before + changed + behind);
      } else if (behind === '' && method === TELEX && 'âêô'.includes(letter.toLowerCase())) {
        // ooo is oo.
        made = goOn(before + plainOf(letterAt(letter, 0)) + typed);
      }
    }
    if (method === TELEX && key === 'w') made ??= goOn(letters + matchCase('ư', typed));
    return made ?? goOn(letters + typed);
  }

  return (word.length <= 16 && search(0, '', 0)) || word;
}

/** The syllable that these letters are with a tone. The second horn of ươ may be left out: dduwocj. */
function assemble(letters: string, tone: number, style: ToneStyle): string | undefined {
  for (const written of [letters, letters.replace(/(?<=\u01B0)o/i, (o) => matchCase('ơ', o))]) {
    const place = (index: number): string => (tone ? placeTone(written, tone, index) : written);
    // The syllable is judged with its tone: put it anywhere first.
    const syllable = parseSyllable(place(written.search(VOWEL)));
    if (syllable) return place(toneIndexOf(syllable, style));
  }
  return undefined;
}
