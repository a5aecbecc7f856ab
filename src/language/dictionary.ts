import { hashWord } from '../text/letters.ts';
import { AttestedWords } from './attested.ts';
import { fromBfloat16 } from './bfloat16.ts';
import { readContainer, type Sections } from './container.ts';
import { ContextModel, NO_PAIRS, outputRows, type PairTables } from './context.ts';
import { Lexicon } from './lexicon.ts';
import { NgramModel } from './ngrams.ts';
import { Vocabulary } from './vocabulary.ts';
import { pairKey } from './word-pairs.ts';

/** What a dictionary file knows, read in place. */
export interface Dictionary {
  readonly vocabulary: Vocabulary;
  readonly ngrams: NgramModel;
  readonly context: ContextModel;
  readonly lexicon: Lexicon;
  /** Pairs of spellings that are both right, as `spelling << 16 | common spelling`. */
  readonly variants: ReadonlySet<number>;
  /** Those of them that editors replace today. */
  readonly older: readonly OlderSpelling[];
  /** Hashes of words that are no slip though they look like two syllables ("xilanh") or like Telex keystrokes ("sex"). */
  readonly loans: ReadonlySet<number>;
  /** Foreign and rare words that the corpus has, too seldom to be in the vocabulary. */
  readonly attested: AttestedWords;
  /** Channel tables by name: `typed`, `ocr`, `stripped`. */
  readonly channels: ReadonlyMap<string, string>;
  /** Weights of the ranker by kind of damage: `typed`, `ocr`, `stripped`. */
  readonly rankers: ReadonlyMap<string, Float32Array>;
  readonly description: DictionaryDescription;
}

/** A spelling that was common once, by its word's id, and what is printed today. */
export interface OlderSpelling {
  readonly id: number;
  readonly common: number;
  /** Pairs of words in which it stays: "bánh giầy". */
  readonly kept: readonly (readonly [first: number, second: number])[];
}

export interface DictionaryDescription {
  /** `standard` or `compact`. */
  readonly name: string;
  readonly words: number;
  readonly bigrams: number;
  readonly trigrams: number;
  /** Checksum of all sections, hexadecimal: two dictionaries with the same one answer the same. */
  readonly hash: string;
}

/**
 * Opens a dictionary. Takes some 20 ms for the standard one; the tables stay views into `bytes`, which must not be
 * changed afterwards.
 * @throws RangeError where the bytes are no dictionary, of another version, cut short or damaged
 * @example
 * const dictionary = openDictionary(new Uint8Array(await (await fetch(url)).arrayBuffer()));
 */
export function openDictionary(bytes: Uint8Array): Dictionary {
  // By name, not by `instanceof`: bytes may come from another frame of a page.
  if (Object.prototype.toString.call(bytes) !== '[object Uint8Array]')
    throw new TypeError('hieudinh: openDictionary needs a Uint8Array');
  const sections = readContainer(bytes);
  const utf8 = (name: string): string => new TextDecoder().decode(section(sections, name));
  const description = JSON.parse(utf8('META')) as DictionaryDescription & { width: number; reach: number };
  if (description.width % 8 !== 0)
    throw new RangeError(
      `hieudinh: damaged dictionary: rows of ${description.width} numbers, expected a multiple of 8`,
    );
  const words = utf8('WORD').split('\n');
  const vocabulary = new Vocabulary(words, section(sections, 'CAPS'), section(sections, 'SYLL'));
  const context = new ContextModel({
    width: description.width,
    reach: description.reach,
    input: int8(section(sections, 'CXIN')),
    inputScale: fromBfloat16(uint16(section(sections, 'CXIS'))),
    output: int8(section(sections, 'CXOU')),
    outputScale: fromBfloat16(uint16(section(sections, 'CXOS'))),
    bias: float32(section(sections, 'CXBI')),
    outputRow: outputRows(section(sections, 'SYLL')),
    position: float32(section(sections, 'CXPO')),
    near: int8(section(sections, 'CXNE')),
    nearScale: fromBfloat16(uint16(section(sections, 'CXNS'))),
    ...readPairs(sections),
  });
  const ngrams = new NgramModel({
    bigram: uint16(section(sections, 'BIGR')),
    bigramExtra: section(sections, 'BIGX'),
    trigram: uint16(section(sections, 'TRIG')),
    levels: float32(section(sections, 'LEVL')),
    unigram: float32(section(sections, 'UNIG')),
  });
  const channels = new Map<string, string>();
  const rankers = new Map<string, Float32Array>();
  for (const [name, key] of [
    ['typed', 'CHTY'],
    ['ocr', 'CHOC'],
    ['stripped', 'CHST'],
  ] as const)
    channels.set(name, utf8(key));
  for (const [name, key] of [
    ['typed', 'RKTY'],
    ['ocr', 'RKOC'],
    ['stripped', 'RKST'],
  ] as const)
    if (sections.has(key)) rankers.set(name, float32(section(sections, key)));
  return {
    vocabulary,
    ngrams,
    context,
    lexicon: new Lexicon({
      keys: uint16(section(sections, 'LEXK')),
      kinds: section(sections, 'LEXB'),
      terms: utf8('LEXT').split('\n'),
    }),
    ...readVariants(utf8('VARI'), vocabulary),
    loans: new Set(utf8('LOAN').split('\n').map(hashWord)),
    attested: new AttestedWords(section(sections, 'RARE')),
    channels,
    rankers,
    description,
  };
}

/** Rows of pairs of words in the model of context; small dictionaries have none. */
function readPairs(sections: Sections): PairTables {
  if (!sections.has('CPKY')) return NO_PAIRS;
  const keys = section(sections, 'CPKY');
  return {
    pairs: new Uint32Array(keys.buffer, keys.byteOffset, keys.byteLength >> 2),
    pairPosition: float32(section(sections, 'CPPO')),
    pairInput: section(sections, 'CPIN'),
    pairInputScale: fromBfloat16(uint16(section(sections, 'CPIS'))),
    pairOutput: section(sections, 'CPOU'),
    pairOutputScale: fromBfloat16(uint16(section(sections, 'CPOS'))),
  };
}

/** Lines of a spelling, the common one, `older` or nothing, and the pairs of words in which the older one stays. */
function readVariants(lines: string, vocabulary: Vocabulary): Pick<Dictionary, 'variants' | 'older'> {
  const variants = new Set<number>();
  const older: OlderSpelling[] = [];
  for (const line of lines.split('\n')) {
    const [spelling, usual, kind, phrases] = line.split('\t');
    const id = vocabulary.idOf(spelling);
    const common = vocabulary.idOf(usual ?? '');
    if (id === 0 || common === 0) continue;
    variants.add(pairKey(id, common));
    if (kind !== 'older') continue;
    const kept = (phrases?.split(', ') ?? []).map((phrase) => {
      const [first, second] = phrase.split(' ');
      return [vocabulary.idOf(first), vocabulary.idOf(second)] as const;
    });
    older.push({ id, common, kept });
  }
  return { variants, older };
}

/** A pair in {@link Dictionary.variants}. */
export const variantOf = (key: number): [spelling: number, common: number] => [key >>> 16, key & 0xffff];

function section(sections: Sections, name: string): Uint8Array {
  const bytes = sections.get(name);
  if (bytes === undefined) throw new RangeError(`hieudinh: damaged dictionary: section ${name} is missing`);
  return bytes;
}

const float32 = (bytes: Uint8Array): Float32Array =>
  new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
const uint16 = (bytes: Uint8Array): Uint16Array =>
  new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
const int8 = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
