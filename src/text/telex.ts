import { ALPHABET } from './letters.ts';

const TONE_KEYS = 'fsrxj';
const code = (letter: string): number => ALPHABET.indexOf(letter) + 1;

/** Second key of a pair, by the letter it changes. */
const PAIRS: Record<string, string> = { aa: 'â', aw: 'ă', ee: 'ê', oo: 'ô', ow: 'ơ', uw: 'ư', dd: 'đ' };

/** What Telex keystrokes stand for: letter codes and a tone. */
export interface TelexReading {
  readonly codes: readonly number[];
  /** 0 to 5. */
  readonly tone: number;
}

/**
 * Reads Telex keystrokes that an input method left as they are (`tieengs`, `dduowcj`, `truwowcs`): the mark keys may
 * stand right after their letter or at the word's end. Letters that carry marks already are kept, so a word that was
 * half composed (`vậyj`) is read too. Undefined where no key does anything.
 */
export function readTelex(word: string): TelexReading | undefined {
  let changed = false;
  let tone = 0;
  let toneIsTyped = false;
  const letters: string[] = [];
  for (const char of word.toLowerCase().normalize('NFD')) {
    const mark = '\u0300\u0301\u0309\u0303\u0323'.indexOf(char);
    if (mark >= 0) {
      tone = mark + 1;
      continue;
    }
    if (char === '\u0302' || char === '\u0306' || char === '\u031b') {
      letters.push((letters.pop() + char).normalize('NFC'));
      continue;
    }
    const hasVowel = letters.some((letter) => 'aăâeêioôơuưy'.includes(letter));
    const key = TONE_KEYS.indexOf(char);
    // A second tone key takes the place of the first, as in input methods (`hayfx`).
    if (key >= 0 && hasVowel && (tone === 0 || toneIsTyped || tone === key + 1)) {
      tone = key + 1;
      toneIsTyped = true;
      changed = true;
      continue;
    }
    const paired = pairTarget(letters, char);
    if (paired >= 0) {
      letters[paired] = PAIRS[letters[paired] + char];
      // "uow" and "uwow" both write ươ.
      if (char === 'w' && letters[paired] === 'ơ' && letters[paired - 1] === 'u') letters[paired - 1] = 'ư';
      changed = true;
      continue;
    }
    if (char === 'w' && letters.length > 0) {
      if (letters.at(-1) === 'ư' || letters.at(-1) === 'ơ' || letters.at(-1) === 'ă') continue;
      letters.push('ư');
      changed = true;
      continue;
    }
    letters.push(char);
  }
  if (!changed) return undefined;
  const codes = letters.map(code);
  return codes.includes(0) || codes.length > 8 ? undefined : { codes, tone };
}

/** The letter that a mark key changes: the last one it fits, if only letters of the rime stand between. */
function pairTarget(letters: readonly string[], key: string): number {
  for (let i = letters.length - 1; i >= 0; i--) {
    if (PAIRS[letters[i] + key] !== undefined) return key === 'd' && i !== 0 ? -1 : i;
    if (key === 'd') continue;
    if (i < letters.length - 3) return -1;
  }
  return -1;
}

const KEYS_OF: Record<string, string> = { â: 'aa', ă: 'aw', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' };

/** The keystrokes of a word, its tone key at the end. */
export function writeTelex(word: string): string {
  let tone = '';
  let keys = '';
  for (const char of word.toLowerCase().normalize('NFD').normalize('NFC').normalize('NFD')) {
    const mark = '\u0300\u0301\u0309\u0303\u0323'.indexOf(char);
    if (mark >= 0) tone = TONE_KEYS[mark];
    else if (char === '\u0302' || char === '\u0306' || char === '\u031b')
      keys = keys.slice(0, -1) + (KEYS_OF[(keys.slice(-1) + char).normalize('NFC')] ?? '');
    else keys += KEYS_OF[char] ?? char;
  }
  return keys + tone;
}
