/*
 * One content word for another in the same place tells two events of a template apart: "trồng lúa được mùa", "trồng ngô
 * được mùa". It cannot be known of all words whether they say the same; benchmarks/headlines.md has what was counted.
 */
import { distance } from 'fastest-levenshtein';
import type { FoldedHeadline } from './fold.ts';
import { knownLetters } from './known-letters.ts';
import { NAME_WORD } from './name-spelling.ts';
import { FUNCTION_WORDS, SYNONYMS } from './synonyms.ts';
import { indexBetween, wordAt } from './word-places.ts';

/** A longer text that differs in one word was edited; a template makes headlines. */
const LONGEST_HEADLINE = 24;

const functionWords: ReadonlySet<string> = new Set(FUNCTION_WORDS.split(' '));
/** By word: the sets of {@link SYNONYMS} that it is in. */
const synonymSets = new Map<string, number[]>();
SYNONYMS.forEach((set, index) => {
  for (const word of set.split(' ')) synonymSets.set(word, [...(synonymSets.get(word) ?? []), index]);
});

/** Whether a content word of the first of two headlines stands where the other has another, between the same neighbours. */
export function replacesWord(a: FoldedHeadline, own: readonly number[], b: FoldedHeadline): boolean {
  if (Math.max(a.words.length, b.words.length) > LONGEST_HEADLINE) return false;
  for (const index of own) {
    const letters = lettersOf(a, index);
    if (letters === undefined) continue;
    const place = a.places[index];
    const other = indexBetween(b, wordAt(a, place - 1), wordAt(a, place + 1));
    if (other >= 0 && isOther(letters, lettersOf(b, other))) return true;
  }
  return false;
}

/** None of a name: names are compared for themselves. */
function lettersOf({ words, spellings }: FoldedHeadline, index: number): string | undefined {
  return (spellings[index] & NAME_WORD) === 0 ? knownLetters(words[index]) : undefined;
}

function isOther(one: string, other: string | undefined): boolean {
  if (other === undefined || (functionWords.has(one) && functionWords.has(other))) return false;
  const sets = synonymSets.get(other);
  if (sets !== undefined && synonymSets.get(one)?.some((set) => sets.includes(set))) return false;
  return !isSlip(one, other);
}

const ONSET = /^(?:ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr|[bcdghklmnprstvx])?/;
/** Onsets that many speakers do not tell apart, and so misspell. */
const SOUNDS_ALIKE: ReadonlyMap<string, string> = new Map([
  ['tr', 'ch'],
  ['x', 's'],
  ['gi', 'd'],
  ['gh', 'g'],
  ['ngh', 'ng'],
]);

/** One letter too many or too few, or a wrong one behind the same onset: with another onset it is another word. */
function isSlip(one: string, other: string): boolean {
  const first = soundOf(one);
  const second = soundOf(other);
  return (first.length !== second.length || first[0] === second[0]) && distance(first, second) <= 1;
}

function soundOf(letters: string): string {
  return letters.replace(ONSET, (onset) => SOUNDS_ALIKE.get(onset) ?? onset);
}
