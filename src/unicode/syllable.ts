import { charOf, letterAt, markOf, smallOf, toneOf, withMark, withTone } from './letters.ts';

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

const STYLES: readonly ToneStyle[] = ['old', 'new'];
const TONES: readonly Tone[] = ['level', 'grave', 'acute', 'hook', 'tilde', 'dot'];

/**
 * Onset, with what may stand behind it, of a syllable in small letters without tone. At the start of a word iê is written
 * yê. gì, gìn, giếc: the i is the vowel itself; giếng: it is both.
 */
const ONSET =
  '^(k(?=[eêi]|y$)|n?gh(?=[eêi])|(?:c|ng)(?![eêiy])|gi(?![iy]|êc)|g(?![eêy])|qu(?!u|ư|o[^c]|iê)|(?:[bdđhlmnprstvx]|[cknpt]h|tr)(?!y.)|(?!iê|y[^ê]))';

/**
 * Nucleus and coda. The rimes of Vietnamese spelling (Đoàn Thiện Thuật, "Ngữ âm tiếng Việt", 1977, with the loan rimes that
 * dictionaries print: oong, ooc, eng, ec, êng, ôông), without tone.
 */
const RIME =
  '(?=(?:o?a(?:[ioy]|ch?|[mpt]|n[gh]?)?|(?:[ăâ]|iê|uô|ươ)(?:ng?|[cmpt])|[eoôu](?:ng?|[cmpt])?|ê(?:u|ch|[mpt]|n[gh]?)?|(?:i|u?y)(?:ch|nh?|[mpt])?|(?:i|uy)[au]|oă(?:ng?|[cmt])|oe[mnot]?|(?:oo|ôô)(?:c|ng)|ơ(?:i|ng?|[mpt])?|uâ(?:y|ng?|t)|uê(?:u|ch|nh?|t)?|uơ[nt]?|uyê[nt]|ư(?:[aiu]|ng?|[cmt])?|yê(?:u|ng?|[mt])|iêu|[aâ]u|ây|eo|[oôu]i|ua|uôi|ươ[iu])$)([^cghmnpt]+)(.*)$';

const SYLLABLE = new RegExp(ONSET + RIME);

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
  let letters = '';
  let tone = 0;
  // The longest syllable has 7 letters, each with at most 2 marks.
  for (const letter of word.length > 24 ? [] : lettersOf(word)) {
    if (toneOf(letter) && tone) return undefined;
    tone += toneOf(letter);
    letters += charOf(smallOf(letter));
  }
  const [, onset, nucleus, coda] = letters.match(SYLLABLE) ?? [];
  if (!nucleus || (/^[cpt]/.test(coda) && tone !== 2 && tone !== 5)) return undefined;
  return { onset, rime: nucleus + coda, nucleus, coda, tone: TONES[tone] };
}

/** Is this one well-formed Vietnamese syllable? Says nothing of whether it is used; see {@link parseSyllable}. */
export function isVietnameseSyllable(word: string): boolean {
  return !!parseSyllable(word);
}

/** The letters of a word, packed and composed; none where it has something else, or a letter two tones or qualities. */
function lettersOf(word: string): number[] {
  const letters: number[] = [];
  for (let i = 0; i < word.length; i++) {
    const mark = markOf(word.charCodeAt(i));
    const letter = mark ? withMark(letters.pop() ?? 0, mark) : letterAt(word, i);
    if (!letter) return [];
    letters.push(letter);
  }
  return letters;
}

/** Rimes in which the place of the tone mark depends on the style. */
export const TWO_PLACES: RegExp = /^(o[ae]|uy)$/;

/** What {@link toneIndexOf} looks at. */
type Letters = Pick<Syllable, 'onset' | 'nucleus' | 'coda'>;

/** Index of the letter that carries the tone mark, counted from the start of the syllable. */
export function toneIndexOf({ onset, nucleus, coda }: Letters, style: ToneStyle): number {
  const onSecondOfTwo = coda || (style === 'new' && TWO_PLACES.test(nucleus));
  // On the last letter with a mark of its own (ươ); else on the first vowel, or on the second of two or three.
  return (
    onset.length + Math.max(nucleus.search(/[^aeiouy][aeiouy]*$/), nucleus.length > (onSecondOfTwo ? 1 : 2) ? 1 : 0)
  );
}

/** Syllables in which it does, with the onsets of Vietnamese words: keeps foreign names (Noé, Roá, Boé) out of restyling. */
const STYLED = /^(?:(?:[ck]h|n[gh]|[hltx]|)(?:oa|oe|uy)|(?:[ds]|th)(?:oa|uy)|[\u0111g]oa|truy)$/;

/**
 * Does the place of the tone mark of this syllable, which is the word, depend on the style? Goá with a capital is a place
 * or a family name from Portuguese; goá phụ (widow) is Vietnamese.
 */
export function hasToneStyle({ onset, rime, tone }: Syllable, word: string): boolean {
  return tone !== 'level' && STYLED.test(onset + rime) && !['Goá', 'Goa\u0301'].includes(word);
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
  if (!syllable || syllable.tone === 'level' || (TWO_PLACES.test(syllable.rime) && !hasToneStyle(syllable, word))) {
    return word;
  }
  return placeTone(word, TONES.indexOf(syllable.tone), toneIndexOf(syllable, style));
}

/**
 * Style that a word's tone mark is placed in; undefined where the styles agree, or the mark stands where neither puts
 * it, or the word is no Vietnamese syllable.
 * @example
 * toneStyleOf('thủy'); // 'old'
 */
export function toneStyleOf(word: string): ToneStyle | undefined {
  const syllable = parseSyllable(word);
  if (!syllable || !hasToneStyle(syllable, word)) return undefined;
  // Such a rime is two vowels: old is on the first, new on the second.
  return STYLES[lettersOf(word).findIndex(toneOf) - syllable.onset.length];
}

/** Is this a Vietnamese syllable with its tone mark where one of the styles puts it? */
export function isWellPlaced(word: string): boolean {
  return isVietnameseSyllable(word) && STYLES.some((style) => restyleTone(word, style) === word);
}

/** The word, composed, with one tone on the letter at `index` and on no other. */
export function placeTone(word: string, tone: number, index: number): string {
  return lettersOf(word)
    .map((letter, i) => charOf(withTone(letter, i === index ? tone : 0)))
    .join('');
}
