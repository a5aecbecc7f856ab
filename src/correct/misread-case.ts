import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD, ID_BOUNDARY } from '../language/ids.ts';
import { SHAPE_LOWER, SHAPE_MIXED, SHAPE_UPPER } from '../text/scan.ts';
import { restyleTone, type ToneStyle } from '../unicode/index.ts';
import type { Analysis } from './analysis.ts';
import { likeShape } from './letter-case.ts';
import { explainMisreadCase } from './message.ts';
import { offer } from './offer.ts';
import { MARGIN } from './passage.ts';

/**
 * How sure it is that an engine took small letters for capitals: all 11 such words in the scans of the development sets
 * are misread. Print for emphasis has them too, so nothing is changed without asking.
 */
export const MISREAD_CASE_CONFIDENCE = 0.8;

/** Longer words are written in capitals for emphasis ("KHÔNG") oftener than an engine misreads every letter of one. */
const LONGEST = 4;

/** Words whose share of capitals in the corpus is above this, of 255, are names. */
const NAME_SHARE = 80;

/**
 * Does a known word stand in capitals between words in small letters, as an engine reads a short word whose letters look
 * alike in both ("của cử tri tại KỲ họp"), or is one of its letters a capital ("chÚng tôi")? With a Vietnamese letter in it,
 * it is no acronym.
 * @param word what is to stand there, in small letters
 */
export function isMisreadCase(word: string, { vocabulary }: Dictionary, analysis: Analysis, at: number): boolean {
  const { ids, token } = analysis.passage;
  const { shape } = analysis.tokens;
  const id = vocabulary.idOf(word);
  if (id < FIRST_WORD || vocabulary.syllable[id] !== 1) return false;
  const own = shape[token[at]];
  if (!isCapitals(own) || !/[^\0-\x7f]/.test(word)) return false;
  if (ids[at + 1] >= FIRST_WORD && isCapitals(shape[token[at + 1]])) return false;
  const before = ids[at - 1] >= FIRST_WORD ? shape[token[at - 1]] : undefined;
  // Nobody means a capital inside of a word; a word in capitals may begin a heading, or be meant to stand out.
  if (own === SHAPE_MIXED) return before === undefined || !isCapitals(before);
  return word.length <= LONGEST && before === SHAPE_LOWER && vocabulary.capital[id] <= NAME_SHARE;
}

/**
 * Is the I that a word begins with a small l ("kết quả rất Iớn")? A capital L hardly looks like it, so that a word inside of a
 * sentence is written small, but a name.
 * @param id of the word that is to stand there
 */
export function isMisreadL(
  original: string,
  id: number,
  { vocabulary }: Dictionary,
  { passage }: Analysis,
  at: number,
): boolean {
  return (
    original[0] === 'I' &&
    vocabulary.text[id][0] === 'l' &&
    vocabulary.capital[id] <= NAME_SHARE &&
    passage.ids[at - 1] !== ID_BOUNDARY
  );
}

/** Letter case without what was misread: the first letter of a mixed word may be a capital. */
export const lowered = (shape: number): number => (shape === SHAPE_MIXED ? SHAPE_MIXED : SHAPE_LOWER);

const isCapitals = (shape: number): boolean => shape === SHAPE_UPPER || shape === SHAPE_MIXED;

/** Finds such words in the text that was analysed last. */
export function findMisreadCase(
  text: string,
  dictionary: Dictionary,
  analysis: Analysis,
  style: () => ToneStyle,
): Finding[] {
  const findings: Finding[] = [];
  const { passage, tokens, guarded } = analysis;
  for (let at = MARGIN; at < passage.length - MARGIN; at++) {
    const t = passage.token[at];
    if (!isCapitals(tokens.shape[t]) || guarded?.[t] === 1) continue;
    const word = dictionary.vocabulary.text[passage.ids[at]];
    if (!isMisreadCase(word, dictionary, analysis, at)) continue;
    const start = tokens.start[t];
    const end = tokens.end[t];
    const original = text.slice(start, end);
    const replacement = likeShape(restyleTone(word, style()), lowered(tokens.shape[t]), original);
    const explanation = explainMisreadCase(original, replacement);
    findings.push(offer(text, start, end, replacement, MISREAD_CASE_CONFIDENCE, explanation));
  }
  return findings;
}
