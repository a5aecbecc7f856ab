import { ID_BOUNDARY } from '../language/ids.ts';
import type { NgramModel } from '../language/ngrams.ts';

/** What may stand at one place: the word that does (first, at cost 0) and others with what they cost. */
export interface Choices {
  readonly ids: ArrayLike<number>;
  readonly costs: ArrayLike<number>;
}

const BEAM = 10;

interface Hypothesis {
  readonly before: number;
  readonly last: number;
  readonly score: number;
  readonly back: Hypothesis | undefined;
}

/**
 * Best path through a stretch of places, by beam search under the trigram model: errors beside each other are undone
 * together, since each is judged among the others' candidates. Writes the chosen ids over `path[from, to)`.
 * @param choices by place minus `from`; undefined where only the word itself may stand
 */
export function decode(
  ngrams: NgramModel,
  path: Uint16Array,
  from: number,
  to: number,
  choices: readonly (Choices | undefined)[],
): void {
  let beam: Hypothesis[] = [{ before: path[from - 2], last: path[from - 1], score: 0, back: undefined }];
  for (let at = from; at < to; at++) {
    const choice = choices[at - from];
    const next: Hypothesis[] = [];
    for (const hypothesis of beam) {
      const { before, last } = hypothesis;
      const size = choice === undefined ? 1 : choice.ids.length;
      for (let k = 0; k < size; k++) {
        const id = choice === undefined ? path[at] : choice.ids[k];
        const cost = choice === undefined ? 0 : choice.costs[k];
        next.push({
          before: last,
          last: id,
          score: hypothesis.score - cost + ngrams.trigram(before, last, id),
          back: hypothesis,
        });
      }
    }
    next.sort((a, b) => b.score - a.score);
    // Hypotheses that end in the same two words have the same future: the best stands for all.
    beam = [];
    for (const hypothesis of next) {
      if (beam.length === BEAM) break;
      let same = false;
      for (const other of beam) if (other.last === hypothesis.last && other.before === hypothesis.before) same = true;
      if (!same) beam.push(hypothesis);
    }
  }
  let best = beam[0];
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const hypothesis of beam) {
    let score = hypothesis.score;
    // What follows the stretch tells its ends apart.
    if (hypothesis.last !== ID_BOUNDARY) {
      score += ngrams.trigram(hypothesis.before, hypothesis.last, path[to]);
      if (path[to] !== ID_BOUNDARY) score += ngrams.trigram(hypothesis.last, path[to], path[to + 1]);
    }
    if (score > bestScore) {
      bestScore = score;
      best = hypothesis;
    }
  }
  let node: Hypothesis | undefined = best;
  for (let at = to - 1; at >= from && node !== undefined; at--) {
    path[at] = node.last;
    node = node.back;
  }
}
