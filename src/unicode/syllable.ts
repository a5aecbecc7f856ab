import { IS_VOWEL, LETTERS, letterOf, qualityOf, qualityOfMark, toneOfMark, unitOf, withQuality } from './letters.ts';

/** The six tones by name; `level` has no mark. */
export type Tone = 'level' | 'grave' | 'acute' | 'hook' | 'tilde' | 'dot';

/** A Vietnamese syllable taken apart; letters are lower case and without tone mark. */
export interface Syllable {
  /** `''`, `b`, `ngh`, `qu`, `gi`, … */
  readonly onset: string;
  /** Vowels and what follows: `uyên`, `oa`. After `gi` that shares its i with the rime (giếng), the rest: `êng`. */
  readonly rime: string;
  /** All vowels of the rime, semivowels included: `uyê`, `oai`. */
  readonly nucleus: string;
  /** `''`, `c`, `ch`, `m`, `n`, `ng`, `nh`, `p` or `t`. */
  readonly coda: string;
  readonly tone: Tone;
}

/** Where the tone mark of an open oa, oe, uy stands: `old` hòa, `new` hoà. */
export type ToneStyle = 'old' | 'new';

const TONES: readonly Tone[] = ['level', 'grave', 'acute', 'hook', 'tilde', 'dot'];

const ONSETS: ReadonlySet<string> = new Set(
  'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '),
);

/**
 * The rimes of Vietnamese spelling (Đoàn Thiện Thuật, "Ngữ âm tiếng Việt", 1977, with the loan rimes that dictionaries
 * print: oong, ooc, eng, ec, êng, ôông), without tone: each nucleus with its codas, a blank first one is none.
 */
const RIMES: ReadonlySet<string> = new Set(
  (
    'a: c ch m n ng nh p t|ai|ao|au|ay|ă:c m n ng p t|â:c m n ng p t|âu|ây|e: c m n ng p t|eo|' +
    'ê: ch m n ng nh p t|êu|i: ch m n nh p t|ia|iê:c m n ng p t|iêu|iu|o: c m n ng p t|' +
    'oa: c ch m n ng nh p t|oai|oao|oay|oă:c m n ng t|oe: m n t|oeo|oi|oo:c ng|ô: c m n ng p t|ôi|' +
    'ôô:ng c|ơ: m n ng p t|ơi|u: c m n ng p t|ua|uâ:n ng t|uây|uê: ch n nh t|uêu|ui|uô:c m n ng p t|uôi|' +
    'uơ: n t|uy: ch m n nh p t|uya|uyê:n t|uyu|ư: c m n ng t|ưa|ưi|ưu|ươ:c m n ng p t|ươi|ươu|' +
    'y: ch m n nh p t|yê:m n ng t|yêu'
  )
    .split('|')
    .flatMap((entry) => {
      const [nucleus, codas = ''] = entry.split(':');
      return codas.split(' ').map((coda) => nucleus + coda);
    }),
);

/**
 * Takes a word apart by the rules of Vietnamese spelling, in any case, composed or not, and with the tone mark in any
 * place. Undefined where the word is no well-formed syllable: an unknown onset or rime; a stop coda (c, ch, p, t) with
 * a tone other than acute or dot below; g or ng before e, ê, i; c before them; k, gh, ngh before others; two tones.
 * Says nothing of whether the syllable is used.
 * @example
 * parseSyllable('Nguyễn'); // { onset: 'ng', rime: 'uyên', nucleus: 'uyê', coda: 'n', tone: 'tilde' }
 * parseSyllable('kêt'); // undefined: a stop coda takes only acute or dot below
 */
export function parseSyllable(word: string): Syllable | undefined {
  const plain = stripTone(word);
  if (plain === undefined) return undefined;
  const { letters, tone } = plain;
  let size = Math.min(3, letters.length);
  while (size > 0 && !ONSETS.has(letters.slice(0, size))) size--;
  let onset = letters.slice(0, size);
  let rime = letters.slice(size);
  // gì, gìn: the i is the vowel itself. giếng: it is both.
  if (onset === 'gi' && !RIMES.has(rime)) {
    onset = 'g';
    rime = letters.slice(1);
  }
  if (!RIMES.has(rime) || !fits(onset, rime)) return undefined;
  let end = rime.length;
  while (end > 0 && !IS_VOWEL[LETTERS[rime.charCodeAt(end - 1)] & 63]) end--;
  const coda = rime.slice(end);
  const stopped = coda === 'c' || coda === 'ch' || coda === 'p' || coda === 't';
  if (stopped && tone !== 2 && tone !== 5) return undefined;
  return { onset, rime, nucleus: rime.slice(0, end), coda, tone: TONES[tone] };
}

/** Is this one well-formed Vietnamese syllable? Says nothing of whether it is used; see {@link parseSyllable}. */
export function isVietnameseSyllable(word: string): boolean {
  return parseSyllable(word) !== undefined;
}

/** May this rime follow this onset in writing? */
function fits(onset: string, rime: string): boolean {
  const first = rime[0];
  const front = first === 'e' || first === 'ê' || first === 'i' || first === 'y';
  switch (onset) {
    case '':
      // At the start of a word iê is written yê.
      return !(first === 'i' && rime[1] === 'ê') && !(first === 'y' && rime.length > 1 && rime[1] !== 'ê');
    case 'k':
      return front && !(first === 'y' && rime.length > 1);
    case 'gh':
    case 'ngh':
      return front && first !== 'y';
    case 'c':
    case 'ng':
      return !front;
    case 'g':
      return !front || first === 'i';
    case 'gi':
      return first !== 'i' && first !== 'y';
    case 'qu':
      return (
        first !== 'u' && first !== 'ư' && (first !== 'o' || rime === 'o' || rime === 'oc') && !rime.startsWith('iê')
      );
    default:
      return !(first === 'y' && rime.length > 1);
  }
}

/** Letters of a word in lower case without tone, and the tone; undefined where it has two tones or other characters. */
export function stripTone(word: string): { letters: string; tone: number } | undefined {
  // The longest syllable has 7 letters, each with at most 2 marks.
  if (word.length === 0 || word.length > 24) return undefined;
  let letters = '';
  let tone = 0;
  for (let i = 0; i < word.length; ) {
    let packed = letterOf(word.charCodeAt(i++));
    if (packed === 0) return undefined;
    let own = (packed >> 6) & 7;
    packed &= 63;
    for (; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      const mark = toneOfMark(unit);
      const quality = qualityOfMark(unit);
      if (mark > 0) {
        if (own !== 0) return undefined;
        own = mark;
      } else if (quality > 0) {
        packed = withQuality(packed, quality);
        if (packed === 0) return undefined;
      } else break;
    }
    if (own !== 0) {
      if (tone !== 0 || !IS_VOWEL[packed]) return undefined;
      tone = own;
    }
    letters += String.fromCharCode(unitOf(packed));
  }
  return { letters, tone };
}

/** Index of the letter that carries the tone mark, counted from the start of the syllable. */
export function tonePosition(syllable: Syllable, style: ToneStyle): number {
  const { onset, nucleus, coda } = syllable;
  const base = onset.length;
  for (let i = nucleus.length - 1; i >= 0; i--) if (qualityOf(LETTERS[nucleus.charCodeAt(i)]) > 0) return base + i;
  if (nucleus.length === 1) return base;
  if (coda !== '' || nucleus.length === 3) return base + 1;
  const glide = nucleus === 'oa' || nucleus === 'oe' || nucleus === 'uy';
  return glide && style === 'new' ? base + 1 : base;
}

/** Onsets that Vietnamese words have before an open oa, oe, uy: keeps foreign names (Noé, Roá, Boé) out of restyling. */
const GLIDE_ONSETS: Readonly<Record<string, readonly string[]>> = {
  oa: ' ch d đ g h kh l ng nh s t th x'.split(' '),
  oe: ' ch h kh l ng nh t x'.split(' '),
  uy: ' ch d h kh l ng nh s t th tr x'.split(' '),
};

/** Does the place of the tone mark of this syllable depend on the style? */
export function hasToneStyle(syllable: Syllable): boolean {
  return (
    syllable.coda === '' &&
    syllable.tone !== 'level' &&
    (GLIDE_ONSETS[syllable.nucleus]?.includes(syllable.onset) ?? false)
  );
}

/**
 * The same word with its tone mark where a style puts it; case is kept, the result is composed. A word that is no
 * Vietnamese syllable or is right already comes back as it is.
 * @example
 * restyleTone('Hoá', 'old'); // 'Hóa'
 * restyleTone('nghiã', 'old'); // 'nghĩa': wrong in either style
 */
export function restyleTone(word: string, style: ToneStyle): string {
  const syllable = parseSyllable(word);
  if (syllable === undefined || syllable.tone === 'level') return word;
  if (
    tonePosition(syllable, 'old') !== tonePosition(syllable, 'new') &&
    (!hasToneStyle(syllable) || isForeignName(word))
  ) {
    return word;
  }
  return placeTone(word, TONES.indexOf(syllable.tone), tonePosition(syllable, style));
}

/**
 * Style that a word's tone mark is placed in; undefined where the styles agree, or the mark stands where neither puts
 * it, or the word is no Vietnamese syllable.
 * @example
 * toneStyleOf('thủy'); // 'old'
 */
export function toneStyleOf(word: string): ToneStyle | undefined {
  const syllable = parseSyllable(word);
  if (syllable === undefined || !hasToneStyle(syllable) || isForeignName(word)) return undefined;
  const at = toneIndex(word);
  if (at === tonePosition(syllable, 'old')) return 'old';
  return at === tonePosition(syllable, 'new') ? 'new' : undefined;
}

/** Goá with a capital is a place or a family name from Portuguese; goá phụ (widow) is Vietnamese. */
function isForeignName(word: string): boolean {
  return word === 'Goá' || word === 'Goa\u0301';
}

/** Index of the letter, not code unit, that carries the tone mark. */
function toneIndex(word: string): number {
  let index = -1;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const packed = letterOf(unit);
    if (packed !== 0) index++;
    if ((packed >> 6) & 7 || toneOfMark(unit) > 0) return index;
  }
  return -1;
}

/** The word, composed, with one tone on the letter at `index` and on no other. */
export function placeTone(word: string, tone: number, index: number): string {
  let out = '';
  let at = -1;
  for (let i = 0; i < word.length; ) {
    let packed = letterOf(word.charCodeAt(i++)) & ~(7 << 6);
    for (; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      const quality = qualityOfMark(unit);
      if (quality > 0) packed = withQuality(packed, quality);
      else if (toneOfMark(unit) === 0) break;
    }
    if (++at === index) packed |= tone << 6;
    out += String.fromCharCode(unitOf(packed));
  }
  return out === word ? word : out;
}
