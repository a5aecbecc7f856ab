import { charOf, isVowel, letterAt, markOf, qualityOf, toneOf, withoutTone, withQuality } from './letters.ts';

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
 * print: oong, ooc, eng, ec, êng, ôông), without tone: nuclei with the codas that they take, a blank first one is none.
 */
const RIMES: ReadonlySet<string> = new Set(
  (
    'a oa: c ch m n ng nh p t|ă â iê uô ươ:c m n ng p t|e o ô u: c m n ng p t|ê: ch m n ng nh p t|' +
    'i uy y: ch m n nh p t|oă:c m n ng t|oe: m n t|oo ôô:c ng|ơ: m n ng p t|uâ:n ng t|uê: ch n nh t|uơ: n t|uyê:n t|' +
    'ư: c m n ng t|yê:m n ng t|' +
    'ai ao au ay âu ây eo êu ia iêu iu oai oao oay oeo oi ôi ơi ua uây uêu ui uôi uya uyu ưa ưi ưu ươi ươu yêu:'
  )
    .split('|')
    .flatMap((entry) => {
      const [nuclei, codas] = entry.split(':');
      return nuclei.split(' ').flatMap((nucleus) => codas.split(' ').map((coda) => nucleus + coda));
    }),
);

/** Beginnings of rimes that do not follow an onset in writing; {@link MISFIT} is for all others. */
const MISFITS: ReadonlyMap<string, RegExp> = new Map([
  // At the start of a word iê is written yê.
  ['', /^(iê|y[^ê])/],
  ['k', /^([^eêiy]|y.)/],
  ['gh', /^[^eêi]/],
  ['ngh', /^[^eêi]/],
  ['c', /^[eêiy]/],
  ['ng', /^[eêiy]/],
  ['g', /^[eêy]/],
  ['gi', /^[iy]/],
  ['qu', /^(u|ư|o[^c]|iê)/],
]);
const MISFIT = /^y./;

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
  if (!RIMES.has(rime) || (MISFITS.get(onset) ?? MISFIT).test(rime)) return undefined;
  let end = rime.length;
  while (end > 0 && !isVowel(letterAt(rime, end - 1))) end--;
  const coda = rime.slice(end);
  if (coda !== '' && 'cpt'.includes(coda[0]) && tone !== 2 && tone !== 5) return undefined;
  return { onset, rime, nucleus: rime.slice(0, end), coda, tone: TONES[tone] };
}

/** Is this one well-formed Vietnamese syllable? Says nothing of whether it is used; see {@link parseSyllable}. */
export function isVietnameseSyllable(word: string): boolean {
  return parseSyllable(word) !== undefined;
}

/** Letters of a word in lower case without tone, and the tone; undefined where it has two tones or other characters. */
export function stripTone(word: string): { letters: string; tone: number } | undefined {
  // The longest syllable has 7 letters, each with at most 2 marks.
  if (word.length === 0 || word.length > 24) return undefined;
  let letters = '';
  let tone = 0;
  for (let i = 0; i < word.length; ) {
    let packed = letterAt(word, i++);
    if (packed === 0) return undefined;
    let own = toneOf(packed);
    packed &= 63;
    for (; i < word.length; i++) {
      const mark = markOf(word.charCodeAt(i));
      if (mark === 0) break;
      if (mark > 5) packed = withQuality(packed, mark - 5);
      else if (own === 0) own = mark;
      else return undefined;
    }
    if (packed === 0) return undefined;
    if (own !== 0) {
      if (tone !== 0 || !isVowel(packed)) return undefined;
      tone = own;
    }
    letters += charOf(packed);
  }
  return { letters, tone };
}

/** Index of the letter that carries the tone mark, counted from the start of the syllable. */
export function tonePosition(syllable: Syllable, style: ToneStyle): number {
  const { onset, nucleus, coda } = syllable;
  const base = onset.length;
  for (let i = nucleus.length - 1; i >= 0; i--) if (qualityOf(letterAt(nucleus, i)) > 0) return base + i;
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
    const packed = letterAt(word, i);
    const mark = markOf(word.charCodeAt(i));
    if (packed !== 0) index++;
    if (toneOf(packed) > 0 || (mark > 0 && mark < 6)) return index;
  }
  return -1;
}

/** Is this a Vietnamese syllable with its tone mark where one of the styles puts it? */
export function isWellPlaced(word: string): boolean {
  return isVietnameseSyllable(word) && (toneStyleOf(word) !== undefined || restyleTone(word, 'old') === word);
}

/** The word, composed, with one tone on the letter at `index` and on no other. */
export function placeTone(word: string, tone: number, index: number): string {
  let out = '';
  let at = -1;
  for (let i = 0; i < word.length; ) {
    let packed = withoutTone(letterAt(word, i++));
    for (; i < word.length; i++) {
      const mark = markOf(word.charCodeAt(i));
      if (mark === 0) break;
      if (mark > 5) packed = withQuality(packed, mark - 5);
    }
    if (++at === index) packed |= tone << 6;
    out += charOf(packed);
  }
  return out === word ? word : out;
}
