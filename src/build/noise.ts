import { emptySpelling, spell } from '../language/vocabulary.ts';
import { ALPHABET } from '../text/letters.ts';
import { writeTelex } from '../text/telex.ts';

interface Operation {
  readonly kind: string;
  readonly intended: string;
  readonly observed: string;
  readonly weight: number;
}

/** A mistake put into a text: `[start, end)` of the noisy text stands for `right`. */
export interface PlantedError {
  readonly start: number;
  readonly end: number;
  readonly right: string;
}

export interface NoiseOptions {
  /** Chance of an error a word. */
  readonly rate: number;
  /** Chance to keep an error that makes no word: people see those and mend them. */
  readonly keepNonWord: number;
  readonly isWord: (word: string) => boolean;
  readonly random: () => number;
  /** Shares of errors that are not a slip in one word; the rest is. */
  readonly split: number;
  readonly join: number;
  readonly double: number;
  readonly telex: number;
  /** A word that stands close by is written over this one. */
  readonly copy: number;
}

const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** Makes mistakes in clean text as a channel table says that they are made. */
export class Noise {
  readonly #byLetter: Map<string, Operation[]> = new Map();
  readonly #tone: Operation[][] = Array.from({ length: 6 }, () => []);
  #swap = 0;

  constructor(table: string) {
    for (const line of table.split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [kind, intended, observed, cost] = line.split('\t');
      const operation = { kind, intended, observed, weight: Math.exp(-Number(cost)) };
      if (kind === 'tone') this.#tone[Number(intended)].push(operation);
      else if (kind === 'swap') this.#swap = operation.weight;
      else {
        const key = kind === 'insert' ? '' : kind === 'double' ? observed : intended.slice(-1);
        const list = this.#byLetter.get(key) ?? [];
        list.push(operation);
        this.#byLetter.set(key, list);
      }
    }
  }

  /** One slip in a word, lower case; undefined where nothing fits. */
  slip(word: string, random: () => number): string | undefined {
    const spelling = emptySpelling();
    if (!spell(word, spelling)) return undefined;
    const letters = [...spelling.codes.subarray(0, spelling.length)].map((code) => ALPHABET[code - 1] ?? '');
    if (letters.includes('')) return undefined;
    const options: { weight: number; letters: string[]; tone: number }[] = [];
    for (const op of this.#tone[spelling.tone]) options.push({ weight: op.weight, letters, tone: Number(op.observed) });
    const hasVowel = letters.some((letter) => 'aăâeêioôơuưy'.includes(letter));
    if (!hasVowel) return undefined;
    for (let i = 0; i < letters.length; i++) {
      for (const op of this.#byLetter.get(letters[i]) ?? []) {
        if (op.kind === 'double')
          options.push({
            weight: op.weight,
            letters: [...letters.slice(0, i + 1), ...letters.slice(i)],
            tone: spelling.tone,
          });
        else {
          const from = i + 1 - op.intended.length;
          if (from >= 0 && letters.slice(from, i + 1).join('') === op.intended)
            options.push({
              weight: op.weight,
              letters: [...letters.slice(0, from), ...op.observed, ...letters.slice(i + 1)],
              tone: spelling.tone,
            });
        }
      }
      if (i > 0 && letters[i] !== letters[i - 1])
        options.push({
          weight: this.#swap,
          letters: [...letters.slice(0, i - 1), letters[i], letters[i - 1], ...letters.slice(i + 1)],
          tone: spelling.tone,
        });
    }
    for (const op of this.#byLetter.get('') ?? []) {
      const at = Math.floor(random() * (letters.length + 1));
      options.push({
        weight: op.weight,
        letters: [...letters.slice(0, at), op.observed, ...letters.slice(at)],
        tone: spelling.tone,
      });
    }
    let total = 0;
    for (const option of options) total += option.weight;
    let pick = random() * total;
    for (const option of options) {
      pick -= option.weight;
      if (pick <= 0) return compose(option.letters, option.tone);
    }
    return undefined;
  }

  /** Puts errors into a text. */
  apply(text: string, options: NoiseOptions): { text: string; errors: PlantedError[] } {
    const { random } = options;
    const errors: PlantedError[] = [];
    let out = '';
    let last = 0;
    const words = [...text.matchAll(/\p{L}+/gu)];
    for (let i = 0; i < words.length; i++) {
      const match = words[i];
      const word = match[0];
      const start = match.index;
      if (
        random() >= options.rate ||
        word.length > 8 ||
        !/^\p{Lu}?\p{Ll}*$|^\p{Lu}+$/u.test(word) ||
        !options.isWord(word.toLowerCase())
      )
        continue;
      out += text.slice(last, start);
      last = start;
      const kind = random();
      const next = words[i + 1];
      const spaced = next !== undefined && text.slice(start + word.length, next.index) === ' ';
      let wrong: string | undefined;
      let right = word;
      let end = start + word.length;
      if (kind < options.split && word.length > 2) {
        const cut = 1 + Math.floor(random() * (word.length - 1));
        wrong = `${word.slice(0, cut)} ${word.slice(cut)}`;
      } else if (kind < options.split + options.join && spaced && /^\p{L}\p{Ll}*$/u.test(next[0])) {
        wrong = word + next[0];
        right = `${word} ${next[0]}`;
        end = next.index + next[0].length;
        i++;
      } else if (kind < options.split + options.join + options.double && spaced) {
        if (random() < 0.6) wrong = `${word} ${word.toLowerCase()}`;
        else {
          // Copied from a word or two before.
          const back = words[i - 1 - Math.floor(random() * 3)];
          if (back !== undefined && !/[.;:!?\n]/.test(text.slice(back.index, start))) {
            out += `${word} `;
            errors.push({ start: out.length, end: out.length + back[0].length, right: '' });
            out += back[0].toLowerCase();
            last = end;
          }
          continue;
        }
        const head = out.length + word.length + 1;
        errors.push({ start: head, end: head + word.length, right: '' });
        out += wrong;
        last = end;
        continue;
      } else if (kind < options.split + options.join + options.double + options.telex) {
        const keys = writeTelex(word);
        if (keys !== word.toLowerCase()) wrong = likeCase(keys, word);
      } else if (kind < options.split + options.join + options.double + options.telex + options.copy) {
        const back = random() < 0.5;
        const other = words[i + (back ? -1 : 1) * (1 + Math.floor(random() * 3))];
        const between =
          other === undefined ? '.' : text.slice(Math.min(other.index, start), Math.max(other.index, start));
        if (other !== undefined && !/[.,;:!?\n]/.test(between) && other[0].toLowerCase() !== word.toLowerCase())
          wrong = likeCase(other[0].toLowerCase(), word);
      } else {
        let slipped = this.slip(word.toLowerCase(), random);
        if (slipped !== undefined && random() < 0.02) slipped = secondTone(word.toLowerCase(), random);
        else if (slipped !== undefined && random() < 0.06) slipped = this.slip(slipped, random) ?? slipped;
        if (slipped !== undefined && slipped !== '' && (options.isWord(slipped) || random() < options.keepNonWord))
          wrong = likeCase(slipped, word);
      }
      if (wrong === undefined || wrong === word) continue;
      errors.push({ start: out.length, end: out.length + wrong.length, right });
      out += wrong;
      last = end;
    }
    return { text: out + text.slice(last), errors };
  }
}

/** A second tone mark on another vowel: `đẩỵ`. */
function secondTone(word: string, random: () => number): string | undefined {
  const composed = word.normalize('NFC');
  if (!/[\u0300\u0301\u0303\u0309\u0323]/.test(word.normalize('NFD'))) return undefined;
  const bare = [...composed].flatMap((letter, i) => ('aăâeêioôơuưy'.includes(letter) ? [i] : []));
  if (bare.length === 0) return undefined;
  const at = bare[Math.floor(random() * bare.length)];
  return (
    composed.slice(0, at) +
    (composed[at] + TONES[1 + Math.floor(random() * 5)]).normalize('NFC') +
    composed.slice(at + 1)
  );
}

/** Writes a lower-case word in the letter case of another: all capitals, one, or none. */
export function likeCase(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  return model[0] === model[0].toUpperCase() ? word[0].toUpperCase() + word.slice(1) : word;
}

/** Writes letters and a tone as a word, the mark on the vowel that carries it in old style. */
export function compose(letters: readonly string[], tone: number): string {
  if (tone === 0) return letters.join('');
  const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aăâeêioôơuưy'.includes(letter);
  let first = letters.findIndex(isVowel);
  if (first < 0) return letters.join('');
  if (
    first === 1 &&
    ((letters[0] === 'q' && letters[1] === 'u') || (letters[0] === 'g' && letters[1] === 'i')) &&
    isVowel(letters[2])
  )
    first = 2;
  let end = first;
  while (isVowel(letters[end])) end++;
  let at = first;
  for (let i = first; i < end; i++) if ('ăâêôơư'.includes(letters[i])) at = i;
  if (!'ăâêôơư'.includes(letters[at]))
    at = end - first === 1 ? first : end < letters.length || end - first > 2 ? first + 1 : first;
  return letters.map((letter, i) => (i === at ? (letter + TONES[tone]).normalize('NFC') : letter)).join('');
}
