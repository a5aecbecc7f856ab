import { writeTelex } from '../text/telex.ts';
import { removeDiacritics } from '../unicode/index.ts';
import { likeCase, type PlantedError } from './noise.ts';

/**
 * What a document loses: every mark; the marks of letters and the dot below, while other tones are kept or turn into
 * their neighbours (old type read by an engine for French); or nothing, but its Telex keystrokes were left raw.
 */
export type Stripping = 'all' | 'letters' | 'telex';

/** Share of words whose keystrokes have a slip of their own: where no letters appear as one types, nobody mends them. */
const SLIPS = 0.15;

const TONE_KEY = /[fsrxj]$/;

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * Strips the marks from a share of a text's words.
 * @param rate chance of a word to be stripped
 */
export function strip(
  text: string,
  how: Stripping,
  rate: number,
  random: () => number,
): { text: string; errors: PlantedError[] } {
  const errors: PlantedError[] = [];
  let out = '';
  let last = 0;
  for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
    if (random() >= rate) continue;
    const wrong =
      how === 'all'
        ? removeDiacritics(word)
        : how === 'letters'
          ? withoutLetterMarks(word, random)
          : likeCase(withSlip(writeTelex(word), random), word);
    if (wrong === word) continue;
    out += text.slice(last, index);
    errors.push({ start: out.length, end: out.length + wrong.length, right: word });
    out += wrong;
    last = index + word.length;
  }
  return { text: out + text.slice(last), errors };
}

/**
 * Keystrokes with one left out, struck twice or exchanged with the next, now and then, never the first; or with another
 * key for the tone.
 */
function withSlip(keys: string, random: () => number): string {
  if (keys.length < 3 || random() >= SLIPS) return keys;
  if (TONE_KEY.test(keys) && random() < 0.3) return keys.slice(0, -1) + 'fsrxj'[Math.floor(random() * 5)];
  const at = 1 + Math.floor(random() * (keys.length - 1));
  const chance = random();
  if (chance < 0.4) return keys.slice(0, at) + keys.slice(at + 1);
  if (chance < 0.7) return keys.slice(0, at) + keys[at] + keys.slice(at);
  return keys.slice(0, at) + (keys[at + 1] ?? '') + keys[at] + keys.slice(at + 2);
}

function withoutLetterMarks(word: string, random: () => number): string {
  const letters = [...removeDiacritics(word)];
  const at = [...word].findIndex((letter) => TONE.test(letter.normalize('NFD')));
  if (at < 0) return letters.join('');
  let tone = TONE.exec(word.normalize('NFD'))?.[0] ?? '';
  const chance = random();
  // The dot below is the first to go; the hook is read as a grave or an acute.
  if (tone === '\u0323') tone = chance < 0.6 ? '' : '\u0300';
  else if (tone === '\u0309') tone = chance < 0.5 ? '\u0300' : chance < 0.7 ? '\u0301' : tone;
  else if (chance < 0.1) tone = '';
  letters[at] = (letters[at] + tone).normalize('NFC');
  return letters.join('');
}
