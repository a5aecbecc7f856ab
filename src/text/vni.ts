import { fromVni } from '../unicode/index.ts';
import { ALPHABET } from './letters.ts';
import type { TelexReading } from './telex.ts';

const TONES = '\u0300\u0301\u0309\u0303\u0323';

/** Reads VNI keystrokes that an input method left as they are (`trie65u`); undefined where they write no syllable. */
export function readVni(word: string): TelexReading | undefined {
  if (!/\d/.test(word)) return undefined;
  const composed = fromVni(word).toLowerCase();
  if (/\d/.test(composed)) return undefined;
  let tone = 0;
  const letters = composed.normalize('NFD').replace(new RegExp(`[${TONES}]`), (mark) => {
    tone = TONES.indexOf(mark) + 1;
    return '';
  });
  const codes = [...letters.normalize('NFC')].map((letter) => ALPHABET.indexOf(letter) + 1);
  return codes.includes(0) ? undefined : { codes, tone };
}
