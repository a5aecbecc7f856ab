import type { Finding } from '../finding.ts';
import { findingKey } from '../finding-key.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD } from '../language/ids.ts';
import { PAIR_WORD } from '../language/lexicon.ts';
import { majorityToneStyle, type ToneStyle } from '../unicode/index.ts';
import { Analysis } from './analysis.ts';
import { chunksOf } from './chunks.ts';
import { DELETE, FEATURES, type Proposal, SUBSTITUTE } from './features.ts';
import { FindingWriter } from './finding-writer.ts';
import { standsInForeignRun } from './foreign-runs.ts';
import { MendedText } from './mended.ts';
import { ownRateShift } from './own-rate.ts';
import { biasOf, type ProfileSettings } from './profiles.ts';
import type { SuspiciousPlace } from './proposals.ts';
import { Ranker } from './ranker.ts';
import { beginAlike, partnerOf } from './reduplication.ts';
import { findTermSlips, TERM_SLIP_CONFIDENCE } from './term-slips.ts';
import type { TermGuard } from './terms.ts';
import type { Level } from './types.ts';
import { findWithoutRanker } from './without-ranker.ts';

/** Log-odds from which an error is sure. */
const SURE = 3;

/**
 * What a word that stands twice gains beside a sure error: who edited there left both. Set by a handful of real cases;
 * on the development sets it adds no alarm and finds nothing more. Slips planted in clusters did not teach it.
 */
const BESIDE_BIAS = 1.5;

const overlap = (a: Finding, b: Finding): boolean => a.start < b.end && b.start < a.end;

const wantSame = (a: Finding, b: Finding): boolean => a.suggestions[0]?.text === b.suggestions[0]?.text;

const isSure = (place: SuspiciousPlace): boolean => place.proposals.some(({ score }) => score > SURE);

/** A place that is reported, and its proposals, best first. */
type Reported = readonly [place: SuspiciousPlace, ranked: readonly Proposal[]];

/** One profile at work: analysis, ranker and thresholds. */
export class Engine {
  readonly #dictionary: Dictionary;
  readonly #settings: ProfileSettings;
  readonly #analysis: Analysis;
  readonly #ranker: Ranker;
  readonly #writer: FindingWriter;
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
    this.#writer = new FindingWriter(dictionary, this.#analysis, settings);
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
    const { tokens } = this.#analysis;
    const places = this.#analysis
      .analyse(chunk, guard, mended)
      .filter(({ token }) => !standsInForeignRun(chunk, tokens, token, this.#dictionary));
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
      if (this.#isPlay(chunk, place, ranked[0])) continue;
      const before = reported.at(-1);
      if (before !== undefined && this.#exclude(before, [place, ranked])) {
        // Of two ways to mend the same words the likelier; the second reading sees the other beside it.
        if (before[1][0].score >= ranked[0].score) continue;
        reported.pop();
      }
      reported.push([place, ranked]);
    }
    let last = 0;
    for (const [place, ranked] of reported) {
      const [start, end] = this.#writer.rangeOf(chunk, place, ranked[0]);
      if (start < last) continue;
      last = end;
      const original = mended?.originalOf(start, end) ?? chunk.slice(start, end);
      findings.push({ ...this.#writer.finding(chunk, original, place, ranked, start, end, style()), key: '' });
    }
    if (mended !== undefined) return findings;
    const bar = this.#settings.threshold[level];
    // The user's own terms know better, where they want another word.
    const slips = (
      TERM_SLIP_CONFIDENCE < bar ? [] : findTermSlips(chunk, guard, this.#dictionary, this.#analysis)
    ).filter((slip) => !findings.some((finding) => overlap(slip, finding) && wantSame(slip, finding)));
    const ranked = findings.filter((finding) => !slips.some((slip) => overlap(slip, finding)));
    const decided = [...ranked, ...slips];
    const others = findWithoutRanker(chunk, this.#dictionary, this.#analysis, this.#settings, bar, style).filter(
      (finding) => !decided.some((other) => overlap(other, finding)),
    );
    return slips.length + others.length === 0 ? findings : [...decided, ...others].sort((a, b) => a.start - b.start);
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

  /** Is a word to be changed that plays with another: "ngày xửa ngày xưa"? */
  #isPlay(chunk: string, { path, at, token, original }: SuspiciousPlace, { kind, ids }: Proposal): boolean {
    if (kind !== SUBSTITUTE || ids.length !== 1) return false;
    const { passage, tokens } = this.#analysis;
    const partner = partnerOf((place) => tokens.hash[passage.token[place]] ?? 0, at);
    // "từng chúc từng chút": what is known and would be the same as its partner is a slip in a phrase said twice.
    if (partner < 0 || (ids[0] === path[partner] && original >= FIRST_WORD)) return false;
    const wordAt = (t: number): string => chunk.slice(tokens.start[t], tokens.end[t]);
    return beginAlike(wordAt(token), wordAt(passage.token[partner]));
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
}
