import type { Repeat, TextBlock } from '../../headlines/index.ts';
import type { Rule } from '../types.ts';
import { earlierPlace } from './earlier-place.ts';
import { shorten } from './shorten.ts';

/** Headlines, leads, bylines, captions and paragraphs that say again what an earlier line says. The first one stays. */
export const repeatedBlock: Rule = {
  id: 'repeated-block',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const { blocks, repeats } = context.repetitions();
    return repeats.map((repeat) => {
      const { index, of, reason } = repeat;
      const block = blocks[index];
      const first = blocks[of];
      const [english, vietnamese] = NAMES[nameOf(block, repeat)];
      const place = earlierPlace(context, first.start, block.start);
      const how = reason === 'equal' ? 'repeats' : 'nearly repeats';
      return {
        start: block.start,
        end: block.end,
        message: `This ${english} ${how} ${place.english}.`,
        messageVi: `${vietnamese} này ${reason === 'equal' ? 'lặp lại' : 'gần như lặp lại'} ${place.vietnamese}.`,
        note: `${place.label}: “${shorten(first.text)}”`,
        suggestions: [{ text: '', confidence: reason === 'equal' ? 0.9 : 0.7, removesBlock: true }],
      };
    });
  },
};

const NAMES = {
  headline: ['headline', 'Tít'],
  byline: ['byline', 'Tên tác giả'],
  caption: ['caption', 'Chú thích ảnh'],
  sentence: ['sentence', 'Câu'],
  line: ['line', 'Dòng'],
  paragraph: ['paragraph', 'Đoạn'],
} as const;

/** "Bài: …", "Tin và ảnh: …" */
const BYLINE = /^(?:bài|tin|tin, bài|thực hiện)(?:\s*(?:,|và|-)\s*ảnh)?\s*:/iu;
/** "Ảnh: …", "Ảnh minh họa", "… (Ảnh: …)" */
const CAPTION = /^ảnh(?:\s*:|\s+minh h(?:ọa|oạ))|[([]?ảnh\s*:[^:]{2,40}$/iu;

/**
 * What a reader would call a block. `kind` is a guess by length, good for sorting but not for telling an editor: an
 * answer in an interview is no caption. So only what the words themselves say, or the place at the top, has its own name.
 */
function nameOf({ text }: TextBlock, { of, kind }: Repeat): keyof typeof NAMES {
  if (BYLINE.test(text)) return 'byline';
  if (CAPTION.test(text)) return 'caption';
  if (kind === 'headline' && of === 0) return 'headline';
  if (/[.!?…]["”’)]*\s+\S/u.test(text)) return 'paragraph';
  if (/[.!?…]["”’)]*$/u.test(text)) return 'sentence';
  return kind === 'paragraph' || kind === 'lead' ? 'paragraph' : 'line';
}
