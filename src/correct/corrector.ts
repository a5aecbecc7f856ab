import type { Edit, Finding } from '../finding.ts';
import { findingKey } from '../finding-key.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { normalizeWithMap } from '../unicode/index.ts';
import { Engine } from './engine.ts';
import { findLookAlikes, type LookAlike, lookAlikeWords } from './look-alikes.ts';
import { PROFILES } from './profiles.ts';
import { looksStripped, looksUnmarked, unmarkedLines } from './stripped.ts';
import { requireTerms, TermGuard, termText } from './terms.ts';
import type { CorrectionResult, Corrector, CorrectorOptions, Level, Profile } from './types.ts';

/**
 * Makes a corrector over an opened dictionary. It may be used for any number of texts, one after another; each call is
 * independent of the others.
 * @throws RangeError where an option has no such value, or the dictionary has no ranker; TypeError where the dictionary is
 * none, or a term
 * @example
 * const corrector = createCorrector(openDictionary(bytes), { profile: 'edited' });
 * corrector.correct('các văn bàn chi đạo').text; // 'các văn bản chỉ đạo'
 */
export function createCorrector(dictionary: Dictionary, options: CorrectorOptions = {}): Corrector {
  // What is given by mistake is the file's bytes.
  if (dictionary?.lexicon === undefined)
    throw new TypeError(
      `hieudinh: createCorrector needs a dictionary that openDictionary gave, got ${typeof dictionary}`,
    );
  const profile = options.profile ?? 'edited';
  const level = options.level ?? 'suggest';
  verify(profile, level);
  const engines = new Map<keyof typeof PROFILES, Engine>();
  const engineFor = (name: keyof typeof PROFILES): Engine => {
    let engine = engines.get(name);
    if (engine === undefined) {
      engine = new Engine(dictionary, PROFILES[name]);
      engines.set(name, engine);
    }
    return engine;
  };
  const givenTerms = requireTerms(options.terms);
  const guard = new TermGuard(givenTerms);

  const findingsOf = (text: string, chosen: Profile, wanted: Level, terms: TermGuard): Finding[] => {
    const name = engineNameFor(text, chosen);
    const unmarked = name === 'typed' ? unmarkedLines(text) : [];
    if (unmarked.length === 0) return engineFor(name).check(text, wanted, terms);
    // Each reads the lines that are its own, and blanks in the place of the others; keys are of the whole text.
    const [rest, lines] = partedAt(text, unmarked);
    const findings = [
      ...engineFor(name).check(rest, wanted, terms),
      ...engineFor('stripped').check(lines, wanted, terms),
    ];
    return findings
      .map((found) => ({ ...found, key: findingKey(found.rule, text, found.start, found.end) }))
      .sort((a, b) => a.start - b.start);
  };

  const find = (text: string, own: CorrectorOptions, caller: string): Finding[] => {
    if (typeof text !== 'string') throw new TypeError(`hieudinh: ${caller} needs a string, got ${typeof text}`);
    const chosen = own.profile ?? profile;
    const wanted = own.level ?? level;
    verify(chosen, wanted);
    const allTerms = own.terms === undefined ? givenTerms : [...givenTerms, ...requireTerms(own.terms)];
    const terms = own.terms === undefined ? guard : new TermGuard(allTerms);
    // Where the mark stands makes no difference here, and of two marks in a word (gỉảm) one is a mistake to report.
    const composed = normalizeWithMap(text, { tonePlacement: false });
    const findings = findingsOf(composed.text, chosen, wanted, terms);
    if (composed.changes.length === 0) return findings;
    const words = lookAlikeWords(text, composed);
    const lookAlikes = findLookAlikes(words, findings, allTerms);
    const all = [...findings, ...lookAlikes.map((one) => asFinding(one, composed.text))];
    if (lookAlikes.length > 0) all.sort((a, b) => a.start - b.start);
    return all.map((finding) => {
      const [start, end] = composed.map.rangeToOriginal(finding.start, finding.end);
      return { ...finding, start, end, original: text.slice(start, end) };
    });
  };

  return {
    profile,
    level,
    terms: dictionary.lexicon.terms,
    userTerms: givenTerms.map(termText),
    check: (text, own = {}) => find(text, own, 'check'),
    correct(text, own = {}): CorrectionResult {
      const findings = find(text, own, 'correct');
      const wanted = own.level ?? level;
      const edits: Edit[] = [];
      let out = '';
      let last = 0;
      for (const finding of findings) {
        if (finding.suggestions.length === 0 || (wanted === 'auto' && !finding.auto) || finding.start < last) continue;
        // Which of two spellings is the person's, the text alone does not say.
        if (finding.rule === 'name-spelling') continue;
        const replacement = finding.suggestions[0].text;
        edits.push({ start: finding.start, end: finding.end, original: finding.original, replacement });
        out += text.slice(last, finding.start) + replacement;
        last = finding.end;
      }
      return { text: edits.length === 0 ? text : out + text.slice(last), edits, findings };
    },
  };
}

const asFinding = (found: LookAlike, text: string): Finding => ({
  rule: 'look-alike',
  severity: 'error',
  ...found,
  key: findingKey('look-alike', text, found.start, found.end),
});

/** Text that lost its marks is read by rules of its own: in a scan where most are gone, from a keyboard where all are. */
function engineNameFor(text: string, profile: Profile): keyof typeof PROFILES {
  const isStripped = profile === 'ocr' ? looksStripped(text) : profile === 'typed' && looksUnmarked(text);
  return isStripped ? 'stripped' : profile;
}

/** A text without some of its stretches, and these by themselves; what is missing is a blank line, so that offsets stay. */
function partedAt(text: string, stretches: readonly (readonly [number, number])[]): [without: string, only: string] {
  let without = '';
  let only = '';
  let last = 0;
  for (const [start, end] of stretches) {
    without += text.slice(last, start) + blank(end - start);
    only += blank(start - last) + text.slice(start, end);
    last = end;
  }
  return [without + text.slice(last), only];
}

const blank = (length: number): string => (length === 0 ? '' : '\n'.padEnd(length));

function verify(profile: Profile, level: Level): void {
  if (profile !== 'edited' && profile !== 'typed' && profile !== 'ocr')
    throw new RangeError(`hieudinh: profile "${String(profile)}", expected edited, typed or ocr`);
  if (level !== 'auto' && level !== 'suggest')
    throw new RangeError(`hieudinh: level "${String(level)}", expected auto or suggest`);
}
