import { partRemovalOf } from '../../headlines/index.ts';
import type { Rule } from '../types.ts';
import { earlierPlace } from './earlier-place.ts';
import { shorten } from './shorten.ts';

/** Sentences that stand twice, words pasted twice in a row, earlier paragraphs inside later ones. The first stays. */
export const repeatedStretch: Rule = {
  id: 'repeated-stretch',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const { blocks, parts } = context.repetitions();
    return parts.map(({ index, start, end, of, ofStart, ofEnd }) => {
      const block = blocks[index];
      const first = blocks[of];
      const place = earlierPlace(context, first.start + ofStart, block.start + start);
      return {
        start: block.start + start,
        end: block.start + end,
        message: `These words stand in ${place.english} already.`,
        messageVi: `Những chữ này đã có ở ${place.vietnamese}.`,
        note: `${place.label}: “${shorten(first.text.slice(ofStart, ofEnd))}”`,
        suggestions: [{ text: '', confidence: 0.9, edits: [partRemovalOf(context.text, block, start, end)] }],
      };
    });
  },
};
