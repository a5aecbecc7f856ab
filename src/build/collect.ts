import { FIRST_WORD, ID_BOUNDARY, ID_NAME, ID_PAUSE, ID_UNKNOWN } from '../language/ids.ts';
import { ID_OF_KIND, SKIP, WORD } from '../language/sequence.ts';
import { SHAPE_LOWER, scan, TokenBuffer } from '../text/scan.ts';
import { forEachLine, hashLine } from './corpus.ts';

/** The corpus as integers, and the words in it. */
export interface Collected {
  /** Token ids of the whole corpus, sentences divided by `ID_BOUNDARY`. */
  readonly ids: Uint16Array;
  readonly words: readonly VocabularyWord[];
  /** Words too rare for the vocabulary, seen `minimumRareCount` times and more. */
  readonly rare: readonly VocabularyWord[];
}

export interface VocabularyWord {
  /** Most frequent spelling, lower case. */
  readonly text: string;
  readonly hash: number;
  readonly count: number;
  /** Share of its uses inside a sentence that are written with a capital. */
  readonly capitalShare: number;
}

export interface CollectOptions {
  /** A word is kept when it is seen this often and its spelling is a Vietnamese syllable. */
  readonly minimumSyllableCount: number;
  /** ... or this often, whatever it is. */
  readonly minimumWordCount: number;
  /** ... and counts as attested when seen this often. */
  readonly minimumRareCount: number;
  readonly isSyllable: (word: string) => boolean;
  /** Words to leave out though they are frequent enough, by index. */
  readonly distrust: (words: readonly VocabularyWord[]) => boolean[];
  /**
   * One block of {@link BLOCK} lines in `holdOut` is left out of the counts and handed to `onHeldOut`: whole stretches
   * of articles, so that what a document says of itself can be learned from them.
   */
  readonly holdOut: number;
  readonly onHeldOut: (line: string, file: string, block: number) => void;
  readonly progress: (message: string) => void;
}

const CAPITAL = 1 << 31;

/** Lines in a block that is held out. */
export const BLOCK = 40;

/** Open-addressing counts of words by hash. */
class WordCounts {
  size = 0;
  hash: Int32Array = new Int32Array(1 << 23);
  count: Uint32Array = new Uint32Array(1 << 23);
  inside: Uint32Array = new Uint32Array(1 << 23);
  capital: Uint32Array = new Uint32Array(1 << 23);
  spellings: Map<number, Map<string, number>> = new Map();

  slot(hash: number): number {
    const mask = this.hash.length - 1;
    let at = hash & mask;
    while (this.hash[at] !== 0 && this.hash[at] !== hash) at = (at + 1) & mask;
    if (this.hash[at] === 0) {
      this.hash[at] = hash;
      if (++this.size > mask * 0.8)
        throw new RangeError('hieudinh: more than 6.7 million different words; split the corpus');
    }
    return at;
  }
}

/** Spellings are sampled from a word's first uses: enough to know the usual one. */
const SPELLING_SAMPLE = 64;

/**
 * Reads the files, drops lines seen before, and turns the rest into token ids. Bits 0 to 30 of a word's hash stand
 * for it until the vocabulary is known (a collision of 31 bits merges a rare word into a frequent one: about one word
 * in 1,000 gets a stray count, none a stray spelling). Memory: 4 bytes a token plus 150 MB.
 */
export async function collect(files: readonly string[], options: CollectOptions): Promise<Collected> {
  let stream = new Uint32Array(1 << 26);
  let length = 0;
  const counts = new WordCounts();
  const tokens = new TokenBuffer();
  const seen = new Set<number>();
  for (const file of files) {
    let lines = 0;
    let dropped = 0;
    await forEachLine(file, (raw) => {
      const line = raw.normalize('NFC');
      lines++;
      const lineHash = hashLine(line);
      if (line.length > 20) {
        // A Set holds at most 2^24 entries; a corpus of more lines than that goes on without dropping repeats.
        if (seen.has(lineHash)) {
          dropped++;
          return;
        }
        if (seen.size < 1.6e7) seen.add(lineHash);
      }
      if (Math.floor(lines / BLOCK) % options.holdOut === options.holdOut - 1)
        return options.onHeldOut(line, file, Math.floor(lines / BLOCK));
      const size = scan(line, tokens);
      if (length + size + 2 > stream.length) {
        const larger = new Uint32Array(stream.length * 2);
        larger.set(stream);
        stream = larger;
      }
      let last = ID_BOUNDARY;
      for (let i = 0; i < size; i++) {
        const id = ID_OF_KIND[tokens.kind[i]];
        if (id === SKIP) continue;
        if (id === WORD) {
          const at = counts.slot(tokens.hash[i]);
          const n = ++counts.count[at];
          if (last !== ID_BOUNDARY) {
            counts.inside[at]++;
            if (tokens.shape[i] !== SHAPE_LOWER) counts.capital[at]++;
          }
          if (n <= SPELLING_SAMPLE) {
            const word = line.slice(tokens.start[i], tokens.end[i]).toLowerCase();
            let spellings = counts.spellings.get(at);
            if (spellings === undefined) {
              spellings = new Map();
              counts.spellings.set(at, spellings);
            }
            spellings.set(word, (spellings.get(word) ?? 0) + 1);
          }
          stream[length++] = ((tokens.hash[i] & 0x7fffffff) | (tokens.shape[i] !== SHAPE_LOWER ? CAPITAL : 0)) >>> 0;
          last = WORD;
          continue;
        }
        if (id === ID_BOUNDARY && last === ID_BOUNDARY) continue;
        stream[length++] = id;
        last = id;
      }
      if (last !== ID_BOUNDARY) stream[length++] = ID_BOUNDARY;
    });
    options.progress(
      `${file.split('/').at(-1)}: ${lines} lines, ${dropped} seen before, ${(length / 1e6).toFixed(1)} M tokens, ${counts.size} words`,
    );
  }
  const { words, rare } = vocabulary(counts, options);
  const ids = toIds(stream.subarray(0, length), words);
  return { ids, words, rare };
}

function vocabulary(counts: WordCounts, options: CollectOptions): Omit<Collected, 'ids'> {
  const words: VocabularyWord[] = [];
  const rare: VocabularyWord[] = [];
  for (let at = 0; at < counts.hash.length; at++) {
    const count = counts.count[at];
    if (count < options.minimumRareCount) continue;
    let text = '';
    let best = 0;
    for (const [spelling, n] of counts.spellings.get(at) ?? []) {
      if (n > best || (n === best && spelling < text)) {
        best = n;
        text = spelling;
      }
    }
    const minimum = options.isSyllable(text) ? options.minimumSyllableCount : options.minimumWordCount;
    const inside = counts.inside[at];
    const capitalShare = inside > 0 ? counts.capital[at] / inside : 1;
    (count < minimum ? rare : words).push({ text, hash: counts.hash[at], count, capitalShare });
  }
  words.sort((a, b) => b.count - a.count || (a.hash < b.hash ? -1 : 1));
  const distrusted = options.distrust(words);
  const kept = words.filter((_, index) => !distrusted[index]);
  const room = 65535 - FIRST_WORD;
  if (kept.length > room) kept.length = room;
  options.progress(`vocabulary: ${kept.length} words of ${counts.size}, ${words.length - kept.length} not trusted`);
  return { words: kept, rare };
}

function toIds(stream: Uint32Array, words: readonly VocabularyWord[]): Uint16Array {
  const bits = 18;
  const mask = (1 << bits) - 1;
  const keys = new Uint32Array(1 << bits);
  const values = new Uint16Array(1 << bits);
  words.forEach((word, index) => {
    const key = word.hash & 0x7fffffff;
    let at = key & mask;
    while (keys[at] !== 0) at = (at + 1) & mask;
    keys[at] = key;
    values[at] = index + FIRST_WORD;
  });
  const ids = new Uint16Array(stream.length);
  for (let i = 0; i < stream.length; i++) {
    const value = stream[i];
    if (value <= ID_PAUSE) {
      ids[i] = value;
      continue;
    }
    const key = value & 0x7fffffff;
    let at = key & mask;
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
    ids[i] = keys[at] === key ? values[at] : value >>> 31 === 1 ? ID_NAME : ID_UNKNOWN;
  }
  return ids;
}
