import { toBfloat16 } from '../language/bfloat16.ts';
import { checksum, writeContainer } from '../language/container.ts';
import type { ContextTables } from '../language/context.ts';
import type { LexiconTables } from '../language/lexicon.ts';
import type { NgramTables } from '../language/ngrams.ts';
import type { VocabularyWord } from './collect.ts';

/** All that goes into a dictionary file. */
export interface DictionaryParts {
  readonly name: string;
  readonly words: readonly VocabularyWord[];
  /** By id, 1 for Vietnamese syllables. */
  readonly syllable: Uint8Array;
  readonly ngrams: NgramTables;
  readonly context: ContextTables;
  readonly lexicon: LexiconTables;
  /** Lines of two spellings of a syllable, neither of which is a mistake. */
  readonly variants: readonly string[];
  /** Words that are written in one. */
  readonly loans: readonly string[];
  /** Filter of rare words, from `attestedBits`. */
  readonly attested: Uint8Array;
  readonly channels: { readonly typed: string; readonly ocr: string; readonly stripped: string };
  readonly rankers: {
    readonly typed?: Float32Array;
    readonly ocr?: Float32Array;
    readonly stripped?: Float32Array;
  };
}

/** Writes a dictionary; the same parts give the same bytes. */
export function packDictionary(parts: DictionaryParts): Uint8Array<ArrayBuffer> {
  const { words, ngrams, context } = parts;
  const encoder = new TextEncoder();
  const capital = new Uint8Array(parts.syllable.length);
  words.forEach((word, i) => {
    capital[parts.syllable.length - words.length + i] = Math.round(word.capitalShare * 255);
  });
  const sections = new Map<string, Uint8Array>([
    ['WORD', encoder.encode(words.map((word) => word.text).join('\n'))],
    ['CAPS', capital],
    ['SYLL', parts.syllable],
    ['UNIG', bytes(ngrams.unigram)],
    ['LEVL', bytes(ngrams.levels)],
    ['BIGR', bytes(ngrams.bigram)],
    ['BIGX', bytes(ngrams.bigramExtra)],
    ['TRIG', bytes(ngrams.trigram)],
    ['CXIN', bytes(context.input)],
    ['CXIS', bytes(toBfloat16(context.inputScale))],
    ['CXOU', bytes(context.output)],
    ['CXOS', bytes(toBfloat16(context.outputScale))],
    ['CXBI', bytes(context.bias)],
    ['CXPO', bytes(context.position)],
    ['CXNE', bytes(context.near)],
    ['CXNS', bytes(toBfloat16(context.nearScale))],
    ['LEXT', encoder.encode(parts.lexicon.terms.join('\n'))],
    ['LEXK', bytes(parts.lexicon.keys)],
    ['LEXB', parts.lexicon.kinds],
    ['RARE', parts.attested],
    ['LOAN', encoder.encode(parts.loans.join('\n'))],
    ['VARI', encoder.encode(parts.variants.join('\n'))],
    ['CHTY', encoder.encode(parts.channels.typed)],
    ['CHOC', encoder.encode(parts.channels.ocr)],
    ['CHST', encoder.encode(parts.channels.stripped)],
  ]);
  if (context.pairs.length > 0) {
    sections.set('CPKY', bytes(context.pairs));
    sections.set('CPPO', bytes(context.pairPosition));
    sections.set('CPIN', context.pairInput);
    sections.set('CPIS', bytes(toBfloat16(context.pairInputScale)));
    sections.set('CPOU', context.pairOutput);
    sections.set('CPOS', bytes(toBfloat16(context.pairOutputScale)));
  }
  if (parts.rankers.typed !== undefined) sections.set('RKTY', bytes(parts.rankers.typed));
  if (parts.rankers.ocr !== undefined) sections.set('RKOC', bytes(parts.rankers.ocr));
  if (parts.rankers.stripped !== undefined) sections.set('RKST', bytes(parts.rankers.stripped));
  const body = writeContainer(sections);
  const hash = (checksum(body, 0, body.length) >>> 0).toString(16).padStart(8, '0');
  const filled = (table: Uint16Array): number => table.reduce((n, entry) => n + (entry === 0 ? 0 : 1), 0);
  const meta = {
    name: parts.name,
    words: words.length,
    bigrams: filled(ngrams.bigram),
    trigrams: filled(ngrams.trigram),
    width: context.width,
    reach: context.reach,
    hash,
  };
  return writeContainer(new Map([['META', encoder.encode(JSON.stringify(meta))], ...sections]));
}

const bytes = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
