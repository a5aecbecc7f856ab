import type { Finding } from '../finding.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD } from '../language/ids.ts';
import { SHAPE_LOWER, SHAPE_MIXED, SHAPE_TITLE, SHAPE_UPPER } from '../text/scan.ts';
import { isVietnameseSyllable, restyleTone, type ToneStyle } from '../unicode/index.ts';
import type { Analysis } from './analysis.ts';
import { DELETE, JOIN, type Proposal, SPLIT, SUBSTITUTE } from './features.ts';
import { endsFullName } from './full-names.ts';
import { likeOpenVowel, likeShape } from './letter-case.ts';
import { explain, explainFullName } from './message.ts';
import { isMisreadCase, isMisreadL, lowered } from './misread-case.ts';
import type { ProfileSettings } from './profiles.ts';
import type { SuspiciousPlace } from './proposals.ts';

/** Alternatives that a finding offers beside the best one. */
const MOST_SUGGESTIONS = 3;

/** Writes what was decided for a place of the text that was analysed last: in its letters, its case and its tone style. */
export class FindingWriter {
  readonly #dictionary: Dictionary;
  readonly #analysis: Analysis;
  readonly #settings: ProfileSettings;

  constructor(dictionary: Dictionary, analysis: Analysis, settings: ProfileSettings) {
    this.#dictionary = dictionary;
    this.#analysis = analysis;
    this.#settings = settings;
  }

  /** What a proposal replaces; a deletion takes the space after the word, or else the one before it, along. */
  rangeOf(text: string, place: SuspiciousPlace, proposal: Proposal): [start: number, end: number] {
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
    return proposal.ids
      .map((id) => {
        const word = vocabulary.text[id];
        const shape = this.#shapeOf(place, id, original);
        return likeShape(restyleTone(likeOpenVowel(word, original), style), shape, original);
      })
      .join(' ');
  }

  /** Letter case of a word that comes in the place of another: that of the other, but where a capital is part of the mistake. */
  #shapeOf({ at, token }: SuspiciousPlace, id: number, original: string): number {
    const own = this.#analysis.tokens.shape[token];
    const word = this.#dictionary.vocabulary.text[id];
    if (this.#settings.ranker === 'ocr' && isMisreadCase(word, this.#dictionary, this.#analysis, at))
      return lowered(own);
    return own === SHAPE_TITLE && isMisreadL(original, id, this.#dictionary, this.#analysis, at) ? SHAPE_LOWER : own;
  }

  finding(
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
    const isAuto = best.score >= this.#settings.threshold.auto;
    const isName =
      !isAuto && best.kind === SUBSTITUTE && endsFullName(text, this.#analysis, this.#dictionary.vocabulary, place.at);
    const illFormed = place.original < FIRST_WORD && !isVietnameseSyllable(original);
    const seen = new Set<string>();
    const suggestions = ranked
      .filter((proposal) => proposal === best || (proposal.kind === best.kind && proposal.score > 0.02))
      .map((proposal) => ({ text: this.#write(text, place, proposal, style), confidence: proposal.score }))
      .filter((suggestion) => !seen.has(suggestion.text) && seen.add(suggestion.text))
      .slice(0, MOST_SUGGESTIONS);
    return {
      rule: beside ? 'doubled-word' : isName ? 'name-spelling' : 'spelling',
      severity: isName ? 'warning' : 'error',
      start,
      end,
      original,
      ...(isName
        ? explainFullName(original, replacement)
        : explain(this.#dictionary, place, best, original.trim(), replacement, illFormed)),
      suggestions,
      auto: isAuto,
    };
  }
}
