import { type FoldedHeadline, foldHeadline } from './fold.ts';
import { Tokens } from './tokens.ts';
import { WordRuns } from './word-runs.ts';

const tokens = new Tokens();

/** A block that later ones may repeat. Nearly none is compared with any, so that it is read anew when it first is. */
export class KeptBlock {
  /** Its place in the document. */
  readonly index: number;
  readonly text: string;
  #folded: FoldedHeadline | undefined;
  #runs: WordRuns | undefined;

  constructor(index: number, text: string) {
    this.index = index;
    this.text = text;
  }

  get folded(): FoldedHeadline {
    this.#folded ??= foldHeadline(this.text);
    return this.#folded;
  }

  /** All its words as they are written, source marks and all. */
  get runs(): WordRuns {
    if (this.#runs === undefined) {
      tokens.read(this.text, 0, this.text.length);
      this.#runs = new WordRuns(tokens.hashes.slice(0, tokens.size));
    }
    return this.#runs;
  }
}
