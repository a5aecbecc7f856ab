import { restyleTone, type ToneStyle, toneStyleOf } from '../../unicode/index.ts';
import { letterOf, smallOf, toneOf } from '../../unicode/letters.ts';
import type { Scan } from '../scan.ts';
import type { Rule, RuleContext } from '../types.ts';

/**
 * Tone marks placed in both styles in one document (hòa beside hoà, ủy beside uỷ): one suggestion for the whole
 * document, at the first word of the minority. Neither style is an error. The majority is the house style; where both
 * are as frequent, the old one, as newspapers print.
 */
export const toneStyle: Rule = {
  id: 'tone-style',
  severity: 'info',
  fixedByDefault: false,
  run(context) {
    const { counts, style, words } = minorityWords(context);
    if (words.length === 0) return [];
    const first = words[0];
    const other = style === 'old' ? 'new' : 'old';
    const sample = restyleTone(first.original, style);
    return [
      {
        start: first.start,
        end: first.end,
        message: `Tone marks are placed in two styles: ${counts[style]} ${counts[style] === 1 ? 'word' : 'words'} in the ${style} style (${sample}), ${counts[other]} in the ${other} one (${first.original}).`,
        messageVi: `Dấu thanh đặt theo hai kiểu: ${counts[style]} từ kiểu ${NAMES[style]} (${sample}), ${counts[other]} từ kiểu ${NAMES[other]} (${first.original}).`,
        note: positions(context, words),
        suggestions: [
          {
            text: sample,
            confidence: counts[style] / (counts[style] + counts[other]),
            edits: words.map((word) => ({ ...word, replacement: restyleTone(word.original, style) })),
          },
        ],
        // Neither style is an error: whoever asks for one gets it whole.
        auto: true,
      },
    ];
  },
};

const NAMES: Readonly<Record<ToneStyle, string>> = { old: 'cũ', new: 'mới' };
/** Places listed in a note; the rest is counted. */
const MOST_PLACES = 20;

export interface StyledWord {
  readonly start: number;
  readonly end: number;
  readonly original: string;
}

interface StyleUse {
  readonly counts: Readonly<Record<ToneStyle, number>>;
  /** Of the majority. */
  readonly style: ToneStyle;
  /** In the other style. */
  readonly words: readonly StyledWord[];
}

function minorityWords(context: RuleContext): StyleUse {
  const found: Record<ToneStyle, StyledWord[]> = { old: [], new: [] };
  for (const word of openWordsIn(context.text, context.scan())) {
    const style = toneStyleOf(word.original);
    if (style !== undefined) found[style].push(word);
  }
  const counts = { old: found.old.length, new: found.new.length };
  const style = counts.new > counts.old ? 'new' : 'old';
  return { counts, style, words: found[style === 'old' ? 'new' : 'old'] };
}

/** No syllable is as long. */
const LONGEST_WORD = 10;
const [A, E, O, U, Y] = [...'aeouy'].map((letter) => letterOf(letter.charCodeAt(0)));

/** Words whose letters can differ: at their end stands o or u, then a, e or y, one of the two with a tone mark. */
export function openWordsIn(text: string, { words, starts, ends }: Scan): StyledWord[] {
  const found: StyledWord[] = [];
  for (let i = 0; i < words; i++) {
    const start = starts[i];
    const end = ends[i];
    if (end - start < 2 || end - start > LONGEST_WORD) continue;
    const last = letterOf(text.charCodeAt(end - 1));
    const vowel = smallOf(last);
    if (vowel !== A && vowel !== E && vowel !== Y) continue;
    const before = letterOf(text.charCodeAt(end - 2));
    if (smallOf(before) !== (vowel === Y ? U : O)) continue;
    if ((toneOf(last) === 0) !== (toneOf(before) === 0)) found.push({ start, end, original: text.slice(start, end) });
  }
  return found;
}

function positions(context: RuleContext, words: readonly StyledWord[]): string {
  const listed = words.slice(0, MOST_PLACES).map((word) => {
    const { line, column } = context.position(word.start);
    return `${line}:${column} ${word.original}`;
  });
  const more = words.length - listed.length;
  return listed.join(', ') + (more > 0 ? ` … +${more}` : '');
}
