import { Analysis } from '../correct/analysis.ts';
import type { ProfileSettings } from '../correct/profiles.ts';
import type { SuspiciousPlace } from '../correct/proposals.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD } from '../language/ids.ts';
import { hashWord } from '../text/letters.ts';
import { SHAPE_LOWER } from '../text/scan.ts';
import { type JudgedText, type Judgement, mistakesOf } from './judgements.ts';
import type { Noise, NoiseOptions, PlantedError } from './noise.ts';
import { randomSource } from './random.ts';
import type { RankedGroup } from './ranker-train.ts';
import { type Stripping, strip } from './strip.ts';

/**
 * How often each kind of mistake is planted: by family of profiles. Words said twice or copied over others are planted far
 * oftener than they are made: with few, rankers left them alone but for a bias that also touched right words.
 */
export const NOISE: Readonly<Record<'typed' | 'ocr', Omit<NoiseOptions, 'isWord' | 'random'>>> = {
  typed: { rate: 0.05, keepNonWord: 0.3, split: 0.02, join: 0.02, double: 0.2, copy: 0.25, telex: 0.02 },
  ocr: { rate: 0.1, keepNonWord: 0.6, split: 0.02, join: 0.02, double: 0.06, copy: 0.06, telex: 0.005 },
};

/** Share of documents that get no mistake. */
const CLEAN_SHARE: Readonly<Record<'typed' | 'ocr', number>> = { typed: 0.25, ocr: 0.45 };

/** Who has read a text that a ranker learns from. */
interface Reading {
  /** Nobody did, but for what was planted or judged. */
  readonly unread?: boolean;
  /** What was said of single places; only these have the weight of the text, the rest weighs 1. */
  readonly judgements?: readonly Judgement[];
}

/** Turns texts into what a ranker learns from: every suspicious place, its proposals, and which is right. */
export class RankerExamples {
  readonly groups: RankedGroup[] = [];
  /** Mistakes in the texts; how many were looked at; for how many the right proposal was made. */
  readonly counts = { errors: 0, seen: 0, covered: 0 };
  readonly #dictionary: Dictionary;
  readonly #analysis: Analysis;

  constructor(dictionary: Dictionary, settings: ProfileSettings) {
    this.#dictionary = dictionary;
    this.#analysis = new Analysis(dictionary, settings.sensitivity);
  }

  /** Adds a text as it stands; what was judged in it weighs `weight`, the rest as planted text does. */
  addJudged(judged: JudgedText, weight: number): void {
    this.add(judged.text, mistakesOf(judged), weight, { unread: true, judgements: judged.judgements });
  }

  /** Plants mistakes in documents, which are lists of lines, and adds them. */
  addSynthetic(documents: readonly (readonly string[])[], noise: Noise, family: 'typed' | 'ocr', seed: number): void {
    const random = randomSource(seed);
    const { vocabulary } = this.#dictionary;
    const isWord = (word: string): boolean => vocabulary.isSyllable(word);
    for (const lines of documents) {
      const clean = random() < CLEAN_SHARE[family];
      // Scans are good or bad by the page, over more than a decade; typists are more alike.
      const rate = NOISE[family].rate * (family === 'ocr' ? 0.05 * 40 ** random() : 0.3 + 1.4 * random());
      let text = '';
      const errors: PlantedError[] = [];
      for (const line of lines) {
        const noisy = clean
          ? { text: line, errors: [] }
          : noise.apply(line, { ...NOISE[family], rate, isWord, random });
        for (const error of noisy.errors)
          errors.push({ start: error.start + text.length, end: error.end + text.length, right: error.right });
        text += `${noisy.text}\n`;
      }
      this.add(text, errors, 1, { unread: true });
    }
  }

  /** Strips documents of their marks, each in its own way and to its own degree, and adds their lines as texts. */
  addStripped(documents: readonly (readonly string[])[], seed: number): void {
    const random = randomSource(seed);
    for (const lines of documents) {
      const chance = random();
      const how: Stripping = chance < 0.4 ? 'all' : chance < 0.85 ? 'letters' : 'telex';
      const rate = 0.55 + 0.45 * random();
      for (const line of lines) {
        const { text, errors } = strip(line, how, rate, random);
        this.add(text, errors, 1, { unread: true });
      }
    }
  }

  /**
   * Adds one text with its mistakes. In text that nobody read, an unknown lower-case word that nobody planted is a typo
   * of the corpus as often as not, unless it is attested: it teaches nothing, and neither does what is undecidable.
   */
  add(
    text: string,
    errors: readonly PlantedError[],
    weight: number,
    { unread = false, judgements }: Reading = {},
  ): void {
    const hit = new Set<PlantedError>();
    const { tokens } = this.#analysis;
    for (const place of this.#analysis.analyse(text)) {
      const { error, right } = this.#label(text, place, errors);
      const start = tokens.start[place.token];
      const end = tokens.end[place.token];
      const judgement = judgements?.find((other) => other.start < end && start < other.end);
      if (judgement !== undefined && judgement.right === undefined) continue;
      const settled = !unread || error !== undefined || judgement !== undefined;
      if (
        !settled &&
        place.original < FIRST_WORD &&
        tokens.shape[place.token] === SHAPE_LOWER &&
        !this.#dictionary.attested.has(tokens.hash[place.token])
      )
        continue;
      if (error !== undefined && !hit.has(error)) {
        hit.add(error);
        this.counts.seen++;
        if (right >= 0) this.counts.covered++;
      }
      const rows = place.proposals.map((proposal) => proposal.row);
      const own = judgements === undefined || judgement !== undefined ? weight : 1;
      this.groups.push({ rows, right, weight: own, unread: !settled });
    }
    this.counts.errors += errors.length;
  }

  #label(
    text: string,
    place: SuspiciousPlace,
    errors: readonly PlantedError[],
  ): { error: PlantedError | undefined; right: number } {
    const { tokens, passage } = this.#analysis;
    const start = tokens.start[place.token];
    const error = errors.find((other) => other.start < tokens.end[place.token] && start < other.end);
    if (error === undefined) return { error, right: -1 };
    const right = place.proposals.findIndex((proposal) => {
      const end = tokens.end[proposal.span > 1 ? passage.token[place.at + proposal.span - 1] : place.token];
      const from = Math.min(start, error.start);
      const to = Math.max(end, error.end);
      const words = proposal.ids.map((id) => this.#dictionary.vocabulary.text[id]).join(' ');
      return sameWords(
        `${text.slice(from, start)} ${words} ${text.slice(end, to)}`,
        `${text.slice(from, error.start)} ${error.right} ${text.slice(error.end, to)}`,
      );
    });
    return { error, right };
  }
}

/** Do two texts have the same words, whatever their case and style? */
function sameWords(a: string, b: string): boolean {
  const hashes = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(hashWord).join(' ');
  return hashes(a) === hashes(b);
}
