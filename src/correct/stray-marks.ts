import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD, ID_BOUNDARY, ID_PAUSE } from '../language/ids.ts';
import { type Lexicon, PAIR_WORD } from '../language/lexicon.ts';
import type { NgramModel } from '../language/ngrams.ts';
import { KIND_NEWLINE, KIND_QUOTE, KIND_WORD } from '../text/kinds.ts';
import { isSpaceBehind, SHAPE_LOWER, type TokenBuffer } from '../text/scan.ts';
import { explainStrayMark } from './message.ts';
import { offer } from './offer.ts';
import { MARGIN, type Passage } from './passage.ts';
import { windowScore } from './window.ts';

/** How sure it is that a mark between two words that belong together is a speck: of a lost space there is no telling. */
export const STRAY_MARK_CONFIDENCE = 0.9;

/**
 * What the n-grams must gain, in nats, by two words without the mark between them: a comma with no space behind it, or a
 * stop before a small letter. Lists whose space was lost (`cam,quýt`) gain little: such words stand with a comma as well.
 */
const LEAST_GAIN = 8;

/**
 * The same of a comma with a space behind it, which is far likelier to have been printed, and between the parts of a word
 * only: of 60,000 in print two gain as much.
 */
const LEAST_GAIN_OF_SPACED_COMMA = 14;

/** A mark that an engine read where none was printed, and what stood there; offsets of the text. */
export interface StrayMark {
  /** Its token. */
  readonly token: number;
  readonly start: number;
  readonly end: number;
  /** A space in the place of a mark that has none behind it, or nothing. */
  readonly replacement: string;
}

/**
 * Finds such marks in a text that was read into tokens and a passage.
 * @param guarded by token, 1 where it must not be touched
 */
export function findStrayMarks(
  text: string,
  tokens: TokenBuffer,
  passage: Passage,
  { ngrams, vocabulary, lexicon }: Dictionary,
  guarded: Uint8Array | undefined,
): StrayMark[] {
  const marks = strayPoints(text, tokens, passage, ngrams, lexicon);
  marks.push(
    ...strayQuotes(text, tokens, (first, second) =>
      Boolean(lexicon.pair(vocabulary.idOfHash(first), vocabulary.idOfHash(second)) & PAIR_WORD),
    ),
  );
  return marks.filter(({ token }) => guarded?.[token] !== 1).sort((a, b) => a.start - b.start);
}

/** Commas that stand for the space inside of a word (`cán,bộ`), and commas and stops before it (`khắc, phục`, `kiên. quyết`). */
function strayPoints(
  text: string,
  tokens: TokenBuffer,
  passage: Passage,
  ngrams: NgramModel,
  lexicon: Lexicon,
): StrayMark[] {
  const { ids, token, length } = passage;
  const { start, end } = tokens;
  const marks: StrayMark[] = [];
  for (let at = MARGIN; at < length - MARGIN; at++) {
    const mark = ids[at];
    if ((mark !== ID_PAUSE && mark !== ID_BOUNDARY) || ids[at - 1] < FIRST_WORD || ids[at + 1] < FIRST_WORD) continue;
    const t = token[at];
    if (!isPointInside(text, tokens, t)) continue;
    const isSpaced = start[t + 1] > end[t];
    // "bà H. rồi" is a name, "công.chức" may be an address.
    if (mark === ID_BOUNDARY && (!isSpaced || end[t - 1] - start[t - 1] === 1)) continue;
    const gain = windowScore(ngrams, ids, at, 1, [], 0) - windowScore(ngrams, ids, at, 1, [mark], 1);
    const isComma = mark === ID_PAUSE && isSpaced;
    if (gain < (isComma ? LEAST_GAIN_OF_SPACED_COMMA : LEAST_GAIN)) continue;
    if (isComma && (lexicon.pair(ids[at - 1], ids[at + 1]) & PAIR_WORD) === 0) continue;
    marks.push({ token: t, start: start[t], end: end[t], replacement: isSpaced ? '' : ' ' });
  }
  return marks;
}

/** Is a token a comma or a stop right behind a word, and before one in small letters, with one space between at most? */
export function isPointInside(text: string, tokens: TokenBuffer, t: number): boolean {
  const { kind, shape, start, end } = tokens;
  return (
    end[t] - start[t] === 1 &&
    /[.,]/.test(text[start[t]]) &&
    kind[t - 1] === KIND_WORD &&
    end[t - 1] === start[t] &&
    kind[t + 1] === KIND_WORD &&
    shape[t + 1] === SHAPE_LOWER &&
    (start[t + 1] === end[t] || isSpaceBehind(text, tokens, t))
  );
}

/** Single quotes that end nothing, inside of a word of two syllables (`nhân' dân`). */
function strayQuotes(
  text: string,
  { kind, start, end, hash, length }: TokenBuffer,
  isWord: (first: number, second: number) => boolean,
): StrayMark[] {
  const marks: StrayMark[] = [];
  let isQuoted = false;
  for (let t = 0; t < length; t++) {
    if (kind[t] === KIND_NEWLINE) isQuoted = false;
    if (kind[t] !== KIND_QUOTE || !/['‘’]/.test(text[start[t]])) continue;
    const follows = t > 0 && kind[t - 1] === KIND_WORD && end[t - 1] === start[t];
    const goesOn = t + 1 < length && kind[t + 1] === KIND_WORD && start[t + 1] === end[t] + 1;
    if (!isQuoted && follows && goesOn && isWord(hash[t - 1], hash[t + 1]))
      marks.push({ token: t, start: start[t], end: end[t], replacement: '' });
    else isQuoted = !follows;
  }
  return marks;
}

/** Has a passage that is read anew not see the marks. Are there any? */
export function passOver(marks: readonly StrayMark[], tokens: TokenBuffer): boolean {
  for (const { token } of marks) tokens.kind[token] = KIND_QUOTE;
  return marks.length > 0;
}

/** What is said of a mark. */
export const offerWithout = ({ start, end, replacement }: StrayMark, text: string): Finding =>
  offer(text, start, end, replacement, STRAY_MARK_CONFIDENCE, explainStrayMark(text.slice(start, end)));
