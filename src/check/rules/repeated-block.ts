import type { BlockKind } from '../../headlines/index.ts';
import type { Rule } from '../types.ts';
import { shorten } from './shorten.ts';

/** Headlines, leads, bylines, captions and paragraphs that say again what an earlier line says. The first one stays. */
export const repeatedBlock: Rule = {
  id: 'repeated-block',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const { blocks, repeats } = context.repetitions();
    return repeats.map(({ index, of, kind, reason }) => {
      const block = blocks[index];
      const first = blocks[of];
      const [english, vietnamese] = NAMES[kind as BlockKind] ?? NAMES.paragraph;
      const { line } = context.position(first.start);
      const how = reason === 'equal' ? 'repeats' : 'nearly repeats';
      return {
        start: block.start,
        end: block.end,
        message: `This ${english} ${how} line ${line}.`,
        messageVi: `${vietnamese} này ${reason === 'equal' ? 'lặp lại' : 'gần như lặp lại'} dòng ${line}.`,
        note: `${line}: “${shorten(first.text)}”`,
        suggestions: [{ text: '', confidence: reason === 'equal' ? 0.9 : 0.7, removesBlock: true }],
      };
    });
  },
};

const NAMES: Readonly<Record<BlockKind, readonly [english: string, vietnamese: string]>> = {
  headline: ['headline', 'Tít'],
  lead: ['lead', 'Sa-pô'],
  byline: ['byline', 'Tên tác giả'],
  caption: ['caption', 'Chú thích ảnh'],
  paragraph: ['paragraph', 'Đoạn'],
};
