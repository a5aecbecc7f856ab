import { type FoldedHeadline, foldHeadline } from './fold.ts';
import { headlineBody } from './source-marks.ts';
import { SENTENCE_START, Tokens } from './tokens.ts';
import { WordRuns } from './word-runs.ts';

const tokens = new Tokens();

/** What stands before a word, or after the last: the end of a sentence, or a mark of any kind. */
export const SENTENCE = 1;
export const MARKED = 2;

/** A block that later ones may repeat. Nearly none is compared with any, so that it is read anew when it first is. */
export class KeptBlock {
  /** Its place in the document. */
  readonly index: number;
  readonly text: string;
  #folded: FoldedHeadline | undefined;
  #written: Written | undefined;
  #spelled: readonly string[] | undefined;

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
    return this.#read().runs;
  }

  /** {@link SENTENCE} and {@link MARKED} by word of {@link runs}, and one more for the end. */
  get breaks(): Uint8Array {
    return this.#read().breaks;
  }

  /** Its words without source marks, composed and in small letters, by their places in {@link folded}. */
  get spelled(): readonly string[] {
    if (this.#spelled === undefined) {
      tokens.read(this.text, ...headlineBody(this.text));
      const { starts, ends, size } = tokens;
      const words: string[] = [];
      for (let at = 0; at < size; at++)
        words.push(this.text.slice(starts[at], ends[at]).normalize('NFC').toLowerCase());
      this.#spelled = words;
    }
    return this.#spelled;
  }

  #read(): Written {
    if (this.#written === undefined) {
      tokens.read(this.text, 0, this.text.length);
      const runs = new WordRuns(tokens.hashes.slice(0, tokens.size));
      this.#written = { runs, breaks: breaksOf(this.text, tokens) };
    }
    return this.#written;
  }
}

interface Written {
  readonly runs: WordRuns;
  readonly breaks: Uint8Array;
}

function breaksOf(text: string, { flags, starts, ends, size }: Tokens): Uint8Array {
  const breaks = new Uint8Array(size + 1).fill(SENTENCE | MARKED);
  for (let at = 1; at < size; at++) {
    const isMarked = text.slice(ends[at - 1], starts[at]).trim() !== '';
    breaks[at] = ((flags[at] & SENTENCE_START) === 0 ? 0 : SENTENCE) | (isMarked ? MARKED : 0);
  }
  return breaks;
}
