import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD, ID_BOUNDARY } from '../language/ids.ts';
import { type Lexicon, PAIR_TERM, PAIR_WORD } from '../language/lexicon.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { SHAPE_LOWER, SHAPE_TITLE } from '../text/scan.ts';
import type { Analysis } from './analysis.ts';
import { explainRepeatedWords } from './message.ts';
import { offer } from './offer.ts';
import { MARGIN } from './passage.ts';
import { alliterate, DEGREES_OF_TWO, rhyme } from './reduplication.ts';

/**
 * How sure it is that words written again right after themselves are a slip. In 31 million words of print there are 329
 * such; of 160 that were read, five stood there on purpose.
 */
export const REPEATED_WORDS_CONFIDENCE = 0.9;

/** Words of what is written again: one is the ranker's, and five and more are found by the rule `repeated-stretch`. */
const FEWEST = 2;
const MOST = 4;

/**
 * With these the same words are said again on purpose: between alternatives ("nhà ở hoặc bằng nhà ở hoặc bằng tiền"), for
 * one after the other ("từng lớp từng lớp"), and in calls ("chạy đi chạy đi").
 */
const SAID_AGAIN = ['hoặc', 'hay', 'từng', 'mỗi', 'đi', 'lên', 'nào', 'thôi'];

/**
 * Behind these a verb names who does it, and what he does is said next: "người vận chuyển vận chuyển hàng", "bên được ủy
 * quyền được ủy quyền lại".
 */
const DOERS = ['người', 'bên', 'kẻ'];

/** Log-probability of a word that is said of sounds and looks only, and with them again: "vi vu vi vu"; not "khó khăn". */
const MOST_FREQUENT = -10.5;

/**
 * Finds two to four words that stand twice in a row in the text that was analysed last: "thực hiện thực hiện", "cho khu cho
 * khu vực", "được quy định tại được quy định tại". Two are found where they are a word, and neither begins nor ends another
 * with what is around ("thẩm định giá định giá"), or where the last begins a word with the next.
 */
export function findRepeatedWords(text: string, dictionary: Dictionary, analysis: Analysis): Finding[] {
  const { vocabulary } = dictionary;
  const { passage, tokens, guarded } = analysis;
  const { ids, token, length } = passage;
  const saidAgain = SAID_AGAIN.map((word) => vocabulary.idOf(word));
  const doers = DOERS.map((word) => vocabulary.idOf(word));
  const findings: Finding[] = [];
  for (let at = MARGIN; at < length - MARGIN; at++) {
    const size = repeatedAt(ids, at, length);
    if (size === 0) continue;
    const second = token[at + size];
    const last = token[at + 2 * size - 1];
    const isPlain = last - token[at] === 2 * size - 1 && isOneSentence(text, tokens.end[token[at]], tokens.end[last]);
    const isGuarded = guarded?.subarray(second, last + 1).includes(1) === true;
    if (!isPlain || isGuarded || !isSlip(dictionary, analysis, at, size)) continue;
    const repeated = ids.subarray(at, at + size);
    if (repeated.some((id) => saidAgain.includes(id)) || doers.includes(ids[at - 1])) continue;
    if (isDegree(repeated, vocabulary) || isReduplication(repeated, dictionary)) continue;
    // The space behind goes along, else the one before.
    const hasSpaceBehind = text.charCodeAt(tokens.end[last]) === 0x20;
    const start = tokens.start[second] - (hasSpaceBehind ? 0 : 1);
    const end = tokens.end[last] + (hasSpaceBehind ? 1 : 0);
    const words = text.slice(tokens.start[second], tokens.end[last]);
    findings.push({
      ...offer(text, start, end, '', REPEATED_WORDS_CONFIDENCE, explainRepeatedWords(words)),
      rule: 'doubled-word',
    });
    at += 2 * size - 1;
  }
  return findings;
}

const isDegree = (repeated: Uint16Array, vocabulary: Vocabulary): boolean =>
  DEGREES_OF_TWO.some((degree) => degree.split(' ').every((word, k) => vocabulary.idOf(word) === repeated[k]));

/** Is a word of two syllables made by saying one twice with another rime or onset: "vi vu vi vu", "lắc rắc lắc rắc"? */
function isReduplication([first, second, third]: Uint16Array, { ngrams, vocabulary }: Dictionary): boolean {
  if (third !== undefined || Math.min(ngrams.unigram(first), ngrams.unigram(second)) > MOST_FREQUENT) return false;
  return alliterate(vocabulary, first, second) || rhyme(vocabulary, first, second);
}

/** How many known words from a place on are written again right after; 0 where none are, or the first is itself doubled. */
function repeatedAt(ids: Uint16Array, at: number, length: number): number {
  for (let size = FEWEST; size <= MOST && at + 2 * size <= length - MARGIN; size++) {
    if (ids[at] !== ids[at + size]) continue;
    let same = 0;
    while (same < size && ids[at + same] >= FIRST_WORD && ids[at + same] === ids[at + size + same]) same++;
    if (same === size) return ids[at] === ids[at + 1] ? 0 : size;
  }
  return 0;
}

/** No more than one space between any two words. */
function isOneSentence(text: string, from: number, to: number): boolean {
  return !/\s\s|[^\p{L}\p{M} ]/u.test(text.slice(from, to));
}

function isSlip({ lexicon }: Dictionary, { passage, tokens }: Analysis, at: number, size: number): boolean {
  const { ids, token } = passage;
  const before = ids[at - 1];
  const first = ids[at];
  const last = ids[at + size - 1];
  const after = ids[at + 2 * size];
  // A chain: "nhận cho bên nhận cho bên nhận", "rose is a rose is a rose".
  if (after === first || before === last) return false;
  const shape = tokens.shape[token[at]];
  const again = tokens.shape[token[at + size]];
  // The first of a sentence has a capital.
  if (again !== shape && !(again === SHAPE_LOWER && shape === SHAPE_TITLE && before === ID_BOUNDARY)) return false;
  const pair = lexicon.pair(first, last);
  if (size === 2) {
    const isWord = (pair & PAIR_WORD) !== 0;
    const endsAnother = (lexicon.pair(before, first) & PAIR_WORD) !== 0;
    const beginsAnother = (lexicon.pair(last, after) & PAIR_WORD) !== 0;
    if (endsAnother || beginsAnother === isWord) return false;
  }
  if (again === SHAPE_LOWER) return true;
  // With a capital the second may begin a sentence whose stop was lost, and a name may be said to itself; a term is neither.
  const isInside = before >= FIRST_WORD && tokens.shape[token[at - 1]] === SHAPE_LOWER;
  return again === SHAPE_TITLE && isInside && isTerm(ids.subarray(at, at + size), lexicon);
}

/** Do all neighbours stand in terms of the lexicon: "Ban Thường vụ"? */
function isTerm(words: Uint16Array, lexicon: Lexicon): boolean {
  for (let k = 1; k < words.length; k++) if ((lexicon.pair(words[k - 1], words[k]) & PAIR_TERM) === 0) return false;
  return true;
}
