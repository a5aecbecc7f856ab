import { restyleTone, type ToneStyle, toneStyleOf } from '../../unicode/index.ts';
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
    const { counts, style, words } = minorityWords(context.text);
    if (words.length === 0) return [];
    const first = words[0];
    const other = style === 'old' ? 'new' : 'old';
    const sample = restyleTone(first.original, style);
    return [
      {
        start: first.start,
        end: first.end,
        message: `Tone marks are placed in two styles: ${counts[style]} words in the ${style} style (${sample}), ${counts[other]} in the ${other} one (${first.original}).`,
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

interface StyledWord {
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

function minorityWords(text: string): StyleUse {
  const found: Record<ToneStyle, StyledWord[]> = { old: [], new: [] };
  // Only words whose letters can differ are looked at: o or u, then a, e or y, one of the two with a tone mark. From the
  // front of a word and no further than an onset is long: a run of letters without end must not be tried from each.
  for (const match of text.matchAll(
    /(?<![\p{L}\p{M}])[\p{L}\p{M}]{0,8}(?:[òóỏõọ][ae]|[ùúủũụ]y|o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu,
  )) {
    const original = match[0];
    const style = toneStyleOf(original);
    if (style !== undefined) found[style].push({ start: match.index, end: match.index + original.length, original });
  }
  const counts = { old: found.old.length, new: found.new.length };
  const style = counts.new > counts.old ? 'new' : 'old';
  return { counts, style, words: found[style === 'old' ? 'new' : 'old'] };
}

function positions(context: RuleContext, words: readonly StyledWord[]): string {
  const listed = words.slice(0, MOST_PLACES).map((word) => {
    const { line, column } = context.position(word.start);
    return `${line}:${column} ${word.original}`;
  });
  const more = words.length - listed.length;
  return listed.join(', ') + (more > 0 ? ` … +${more}` : '');
}
