import type { Edit, Finding } from '../finding.ts';
import { findingKey } from '../finding-key.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD } from '../language/ids.ts';
import { PAIR_WORD } from '../language/lexicon.ts';
import { SHAPE_MIXED, SHAPE_UPPER } from '../text/scan.ts';
import {
  isVietnameseSyllable,
  majorityToneStyle,
  normalizeWithMap,
  restyleTone,
  type ToneStyle,
} from '../unicode/index.ts';
import { Analysis } from './analysis.ts';
import { chunksOf } from './chunks.ts';
import { DELETE, FEATURES, JOIN, type Proposal, SPLIT, SUBSTITUTE } from './features.ts';
import { likeOpenVowel, likeShape } from './letter-case.ts';
import { findLookAlikes, type LookAlike, lookAlikeWords } from './look-alikes.ts';
import { MendedText } from './mended.ts';
import { explain } from './message.ts';
import { isMisreadCase, lowered } from './misread-case.ts';
import { ownRateShift } from './own-rate.ts';
import { biasOf, PROFILES, type ProfileSettings } from './profiles.ts';
import type { SuspiciousPlace } from './proposals.ts';
import { Ranker } from './ranker.ts';
import { looksStripped, looksUnmarked } from './stripped.ts';
import { TermGuard } from './terms.ts';
import type { CorrectionResult, Corrector, CorrectorOptions, Level, Profile } from './types.ts';
import { findWithoutRanker } from './without-ranker.ts';
import { joinedWithNext } from './word-breaks.ts';

/** Alternatives that a finding offers beside the best one. */
const MOST_SUGGESTIONS = 3;

/**
 * Makes a corrector over an opened dictionary. It may be used for any number of texts, one after another; each call is
 * independent of the others.
 * @throws RangeError where an option has no such value, or the dictionary has no ranker
 * @example
 * const corrector = createCorrector(openDictionary(bytes), { profile: 'edited' });
 * corrector.correct('các văn bàn chi đạo').text; // 'các văn bản chỉ đạo'
 */
export function createCorrector(dictionary: Dictionary, options: CorrectorOptions = {}): Corrector {
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
  const guard = new TermGuard(options.terms ?? []);

  const check = (text: string, own: CorrectorOptions = {}): Finding[] => {
    if (typeof text !== 'string') throw new TypeError(`hieudinh: check needs a string, got ${typeof text}`);
    const chosen = own.profile ?? profile;
    const wanted = own.level ?? level;
    verify(chosen, wanted);
    const terms = own.terms === undefined ? guard : new TermGuard([...(options.terms ?? []), ...own.terms]);
    // Where the mark stands makes no difference here, and of two marks in a word (gỉảm) one is a mistake to report.
    const composed = normalizeWithMap(text, { tonePlacement: false });
    const findings = engineFor(engineNameFor(composed.text, chosen)).check(composed.text, wanted, terms);
    if (composed.changes.length === 0) return findings;
    const words = lookAlikeWords(text, composed);
    const lookAlikes = findLookAlikes(words, findings, [...(options.terms ?? []), ...(own.terms ?? [])]);
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
    check,
    correct(text, own = {}): CorrectionResult {
      const findings = check(text, own);
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

function verify(profile: Profile, level: Level): void {
  if (profile !== 'edited' && profile !== 'typed' && profile !== 'ocr')
    throw new RangeError(`hieudinh: profile "${String(profile)}", expected edited, typed or ocr`);
  if (level !== 'auto' && level !== 'suggest')
    throw new RangeError(`hieudinh: level "${String(level)}", expected auto or suggest`);
}

/** Log-odds from which an error is sure. */
const SURE = 3;

/**
 * What a word that stands twice gains beside a sure error: who edited there left both. Set by a handful of real cases;
 * on the development sets it adds no alarm and finds nothing more. Slips planted in clusters did not teach it.
 */
const BESIDE_BIAS = 1.5;

const isSure = (place: SuspiciousPlace): boolean => place.proposals.some(({ score }) => score > SURE);

/** A place that is reported, and its proposals, best first. */
type Reported = readonly [place: SuspiciousPlace, ranked: readonly Proposal[]];

/** One profile at work: analysis, ranker and thresholds. */
class Engine {
  readonly #dictionary: Dictionary;
  readonly #settings: ProfileSettings;
  readonly #analysis: Analysis;
  readonly #ranker: Ranker;
  #scores: Float64Array = new Float64Array(16);
  /** {@link ownRateShift} of the chunk that is being read. */
  #shift = 0;

  constructor(dictionary: Dictionary, settings: ProfileSettings) {
    const weights = dictionary.rankers.get(settings.ranker);
    if (weights === undefined) throw new RangeError(`hieudinh: the dictionary has no ranker "${settings.ranker}"`);
    this.#dictionary = dictionary;
    this.#settings = settings;
    this.#analysis = new Analysis(dictionary, settings.sensitivity);
    this.#ranker = new Ranker(weights, FEATURES);
  }

  check(text: string, level: Level, guard: TermGuard): Finding[] {
    const findings: Finding[] = [];
    let style: ToneStyle | undefined;
    const styleOfText = (): ToneStyle => {
      style ??= majorityToneStyle(text) ?? 'old';
      return style;
    };
    for (const [start, end] of chunksOf(text)) {
      const whole = start === 0 && end === text.length;
      this.#checkChunk(whole ? text : text.slice(start, end), start, text, level, guard, styleOfText, findings);
    }
    return findings;
  }

  /**
   * Reads a chunk, mends what it found, and reads the neighbourhood of that again: a word beside two misread ones says
   * little the first time. Then more is found, and a word that was mended among damaged ones may turn out another.
   */
  #checkChunk(
    chunk: string,
    base: number,
    text: string,
    level: Level,
    guard: TermGuard,
    style: () => ToneStyle,
    findings: Finding[],
  ): void {
    let found = this.#read(chunk, level, guard, style);
    if (found.length > 0) {
      const mended = new MendedText(chunk, found);
      found = mended.withSecondReading(this.#read(mended.text, level, guard, style, mended));
    }
    for (const finding of found) {
      const start = base + finding.start;
      const end = base + finding.end;
      findings.push({ ...finding, start, end, key: findingKey(finding.rule, text, start, end) });
    }
  }

  /**
   * What is wrong in a chunk; offsets are the chunk's, keys are made later.
   * @param mended what `chunk` is the text of, to be read near what was put in; it is read everywhere by default
   */
  #read(chunk: string, level: Level, guard: TermGuard, style: () => ToneStyle, mended?: MendedText): Finding[] {
    const findings: Finding[] = [];
    const places = this.#analysis.analyse(chunk, guard, mended);
    for (const place of places) this.#score(place);
    const sure = new Set(places.filter(isSure).map((place) => place.at));
    const { sureRate } = this.#settings;
    // The second reading sees what is left of the errors.
    if (mended === undefined)
      this.#shift = sureRate === undefined ? 0 : ownRateShift(sure.size, this.#analysis.passage.words, sureRate);
    const reported: Reported[] = [];
    for (const place of places) {
      const ranked = this.#rank(place, sure.has(place.at - 1) || sure.has(place.at + 1));
      if (ranked[0].score < this.#settings.threshold[level]) continue;
      const before = reported.at(-1);
      if (before !== undefined && this.#exclude(before, [place, ranked])) {
        // Of two ways to mend the same words the likelier; the second reading sees the other beside it.
        if (before[1][0].score >= ranked[0].score) continue;
        reported.pop();
      }
      reported.push(this.#withOnset(chunk, place, ranked));
    }
    let last = 0;
    for (const [place, ranked] of reported) {
      const [start, end] = this.#range(chunk, place, ranked[0]);
      if (start < last) continue;
      last = end;
      const original = mended?.originalOf(start, end) ?? chunk.slice(start, end);
      findings.push({ ...this.#finding(chunk, original, place, ranked, start, end, style()), key: '' });
    }
    if (mended !== undefined) return findings;
    const bar = this.#settings.threshold[level];
    const others = findWithoutRanker(chunk, this.#dictionary, this.#analysis, this.#settings, bar, style).filter(
      ({ start, end }) => !findings.some((other) => other.start < end && start < other.end),
    );
    return others.length === 0 ? findings : [...findings, ...others].sort((a, b) => a.start - b.start);
  }

  /**
   * Can only one of two changes be right? So where one was proposed beside the word that stands at the other, which is to
   * be changed too; where a word is left out since it stands twice, and its twin is to become another ("tiến tiến"); and
   * where the next is to become one that it makes a word with ("đại hội đại biều").
   */
  #exclude([first, [one]]: Reported, [second, [other]]: Reported): boolean {
    const beside = second.at - first.at === 1;
    if (one.kind === DELETE || other.kind === DELETE) {
      if (!beside || one.kind === other.kind) return false;
      const makesWord = one.kind === DELETE && this.#dictionary.lexicon.pair(first.original, other.ids[0]) & PAIR_WORD;
      return first.original === second.original || Boolean(makesWord);
    }
    return (first.asWritten === true || second.asWritten === true) && second.at - first.at <= 2;
  }

  /** Puts log-odds into `score`. */
  #score(place: SuspiciousPlace): void {
    const { proposals, rows } = place;
    if (this.#scores.length < proposals.length) this.#scores = new Float64Array(proposals.length);
    this.#ranker.score(rows, this.#scores);
    proposals.forEach((proposal, k) => {
      proposal.score = this.#scores[k] + biasOf(proposal, this.#settings);
    });
  }

  /**
   * Proposals with probabilities in `score`, best first.
   * @param beside does it stand beside a sure error?
   */
  #rank(place: SuspiciousPlace, beside: boolean): Proposal[] {
    const odds = place.proposals.map(({ score, kind }) =>
      Math.exp(Math.min(30, score + this.#shift + (beside && kind === DELETE ? BESIDE_BIAS : 0))),
    );
    const sum = odds.reduce((total, chance) => total + chance, 1);
    place.proposals.forEach((proposal, k) => {
      proposal.score = odds[k] / sum;
    });
    return [...place.proposals].sort((a, b) => b.score - a.score);
  }

  /** A rime that is to become the syllable which the onset before it begins takes that along: "c ủa" is "của". */
  #withOnset(text: string, place: SuspiciousPlace, ranked: readonly Proposal[]): Reported {
    const { tokens, passage, guarded } = this.#analysis;
    const [best] = ranked;
    const onset = place.token - 1;
    if (best.kind !== SUBSTITUTE || passage.token[place.at - 1] !== onset || guarded?.[onset] === 1)
      return [place, ranked];
    const joined = joinedWithNext(text, tokens, onset);
    if (joined === undefined || this.#dictionary.vocabulary.idOf(joined) !== best.ids[0]) return [place, ranked];
    return [{ ...place, at: place.at - 1, token: onset }, [{ ...best, kind: JOIN, span: 2 }]];
  }

  /** What a proposal replaces; a deletion takes the space after the word, or else the one before it, along. */
  #range(text: string, place: SuspiciousPlace, proposal: Proposal): [start: number, end: number] {
    const { tokens, passage } = this.#analysis;
    const start = tokens.start[place.token];
    const lastToken = proposal.kind === JOIN ? passage.token[place.at + proposal.span - 1] : place.token;
    const end = tokens.end[lastToken];
    if (proposal.kind !== DELETE) return [start, end];
    if (text.charCodeAt(end) === 0x20) return [start, end + 1];
    return text.charCodeAt(start - 1) === 0x20 ? [start - 1, end] : [start, end];
  }

  #write(text: string, place: SuspiciousPlace, proposal: Proposal, style: ToneStyle): string {
    const { tokens } = this.#analysis;
    const { vocabulary } = this.#dictionary;
    const original = text.slice(tokens.start[place.token], tokens.end[place.token]);
    if (proposal.kind === SPLIT) {
      // What was run together stays as it was written where only the space was missing.
      const cut = vocabulary.text[proposal.ids[0]].length;
      const shape = tokens.shape[place.token] === SHAPE_UPPER ? SHAPE_UPPER : SHAPE_MIXED;
      return [original.slice(0, cut), original.slice(cut)]
        .map((part, k) =>
          vocabulary.idOf(part) === proposal.ids[k]
            ? part
            : likeShape(restyleTone(vocabulary.text[proposal.ids[k]], style), shape, part),
        )
        .join(' ');
    }
    const scanned = this.#settings.ranker === 'ocr';
    return proposal.ids
      .map((id) => {
        const word = vocabulary.text[id];
        const misread = scanned && isMisreadCase(word, this.#dictionary, this.#analysis, place.at);
        const own = tokens.shape[place.token];
        const shape = misread ? lowered(own) : own;
        return likeShape(restyleTone(likeOpenVowel(word, original), style), shape, original);
      })
      .join(' ');
  }

  #finding(
    text: string,
    original: string,
    place: SuspiciousPlace,
    ranked: readonly Proposal[],
    start: number,
    end: number,
    style: ToneStyle,
  ): Omit<Finding, 'key'> {
    const best = ranked[0];
    const replacement = this.#write(text, place, best, style);
    const beside = best.kind === DELETE && place.path[place.at - 1] === place.original;
    const rule = beside ? 'doubled-word' : 'spelling';
    const illFormed = place.original < FIRST_WORD && !isVietnameseSyllable(original);
    const seen = new Set<string>();
    const suggestions = ranked
      .filter((proposal) => proposal === best || (proposal.kind === best.kind && proposal.score > 0.02))
      .map((proposal) => ({ text: this.#write(text, place, proposal, style), confidence: proposal.score }))
      .filter((suggestion) => !seen.has(suggestion.text) && seen.add(suggestion.text))
      .slice(0, MOST_SUGGESTIONS);
    return {
      rule,
      severity: 'error',
      start,
      end,
      original,
      ...explain(this.#dictionary, place, best, original.trim(), replacement, illFormed),
      suggestions,
      auto: best.score >= this.#settings.threshold.auto,
    };
  }
}
